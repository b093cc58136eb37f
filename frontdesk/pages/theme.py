"""The charity's own colour, as the only style sheet that depends on settings."""

from __future__ import annotations

from hashlib import sha256

from fastapi import APIRouter
from starlette.responses import Response

from frontdesk.pages.assets import KEPT_FOR_GOOD
from frontdesk.service import AtService
from frontdesk.settings import FrontDeskSettings

router = APIRouter()


@router.get("/theme.css")
async def show_theme(service: AtService) -> Response:
    """The colours; the address changes with them, so browsers may keep it."""
    return Response(
        write_theme(service.settings),
        media_type="text/css",
        headers={"Cache-Control": KEPT_FOR_GOOD, "X-Content-Type-Options": "nosniff"},
    )


def write_theme(settings: FrontDeskSettings) -> str:
    """The style sheet: one colour for each scheme."""
    return (
        f":root{{--strong:{settings.colour}}}"
        f"@media (prefers-color-scheme:dark){{:root{{--strong:{settings.colour_dark}}}}}\n"
    )


def theme_address(settings: FrontDeskSettings) -> str:
    """Where the style sheet is, with a mark of what is in it."""
    return f"/theme.css?v={sha256(write_theme(settings).encode()).hexdigest()[:10]}"
