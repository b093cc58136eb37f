"""What the pages say: one file a page in `data/pages/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parents[2] / "data" / "pages"


@cache
def load_texts(page: str, folder: Path = FOLDER) -> dict[str, Any]:
    """The texts of one page by name. Raises FileNotFoundError for a page without texts."""
    with (folder / f"{page}.yml").open(encoding="utf-8") as file:
        texts: dict[str, Any] = yaml.safe_load(file)
    return texts
