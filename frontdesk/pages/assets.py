"""Style and script of the pages: each file's address changes with what is in it."""

from __future__ import annotations

import os
from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(__file__).parent / "assets"
KEPT_FOR_GOOD = "public, max-age=31536000, immutable"
ASKED_ABOUT = "no-cache"
"""May be kept, and is asked about by its ETag each time."""


class Assets(StaticFiles):
    """The folder; a browser keeps for good what it asked for with the mark of its content."""

    def __init__(self) -> None:
        super().__init__(directory=FOLDER)

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """The file with how long it may be kept."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        has_mark = scope["query_string"] == f"v={_mark_of(Path(full_path).name)}".encode()
        response.headers["Cache-Control"] = KEPT_FOR_GOOD if has_mark else ASKED_ABOUT
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response


def asset_address(name: str) -> str:
    """Where a file of the folder is, with the mark of its content: "/assets/chat.css?v=…"."""
    return f"/assets/{name}?v={_mark_of(name)}"


@cache
def _mark_of(name: str) -> str:
    return sha256((FOLDER / name).read_bytes()).hexdigest()[:10]
