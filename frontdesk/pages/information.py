"""Pages that only tell: the privacy notice."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from frontdesk.pages.rendering import render_page
from frontdesk.service import AtService
from store.retention import load_retention

router = APIRouter()


@router.get("/privacy")
async def show_privacy(service: AtService) -> Response:
    """The privacy notice."""
    return render_page(service, "privacy.html", retention=load_retention())
