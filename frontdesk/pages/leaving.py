"""Quick exit: this browser forgets the conversation and shows something else."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from frontdesk.pages.rendering import page_headers
from frontdesk.pages.visitor import Visitor, forget_visitor
from frontdesk.service import AtService, Service
from store.conversations.tokens import forget_token

ELSEWHERE = "https://www.bbc.co.uk/weather"

router = APIRouter()


@router.get("/leave")
async def leave_page(request: Request, service: AtService) -> Response:
    """Forgets the conversation on this browser and goes to the weather."""
    headers = page_headers(service.settings)
    return await _forget(
        request, service, RedirectResponse(ELSEWHERE, status_code=303, headers=headers)
    )


@router.post("/leave")
async def leave_frame(request: Request, service: AtService) -> Response:
    """For the script of a frame on another website, whose cookie only the frame can take back."""
    return await _forget(request, service, Response(status_code=204))


async def _forget(request: Request, service: Service, response: Response) -> Response:
    visitor = Visitor.from_cookie(request)
    if visitor is not None:
        await service.transactions.write(forget_token, visitor.token)
    forget_visitor(response, service)
    # Not "cookies", which would clear those of the charity's whole domain, nor "cache", which
    # can take seconds and has nothing of ours in it: no page may be kept.
    response.headers["Clear-Site-Data"] = '"storage"'
    return response
