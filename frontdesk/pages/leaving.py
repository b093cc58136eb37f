"""Quick exit: this browser forgets the conversation and shows something else."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from frontdesk.access import COOKIE
from frontdesk.pages.rendering import page_headers
from frontdesk.service import AtService

ELSEWHERE = "https://www.bbc.co.uk/weather"

router = APIRouter()


@router.get("/leave")
async def leave_page(service: AtService) -> Response:
    """Forgets the conversation on this browser and goes to the weather."""
    response = RedirectResponse(ELSEWHERE, status_code=303, headers=page_headers(service.settings))
    response.delete_cookie(COOKIE)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
