"""Pages that only tell, from `data/pages/`: the privacy notice, the accessibility statement."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from casework.team.opening_hours import service_details
from frontdesk.pages.rendering import render_page
from frontdesk.pages.texts import load_texts
from frontdesk.service import AtService
from store.erasing.retention import load_retention

router = APIRouter()


@router.get("/privacy")
async def show_privacy(service: AtService) -> Response:
    """The privacy notice, with the times that the store keeps to."""
    return render_page(
        service,
        "information.html",
        texts=load_texts("privacy"),
        values=load_retention().model_dump(),
    )


@router.get("/accessibility")
async def show_accessibility(service: AtService) -> Response:
    """The accessibility statement."""
    us = service_details()
    return render_page(
        service,
        "information.html",
        texts=load_texts("accessibility"),
        values={"phone": us.phone, "email": us.email, "hours": us.usual_hours},
    )
