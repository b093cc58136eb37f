"""The review page: every answer with "change" beside it, and the button that sends it.

WCAG 3.3.4: nothing is sent that was not seen and could not be corrected. A button here says what
a parent could write in the chat; the conversation alone decides what comes of it.
"""

from __future__ import annotations

from urllib.parse import parse_qs
from uuid import UUID, uuid4

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from casework.people.family_view import rows_for_family
from casework.referral.changing import say_change
from casework.referral.summary import REVIEWED
from frontdesk.callers import network_of
from frontdesk.pages.own_draft import read_own_draft, receive_own, send_own
from frontdesk.pages.rendering import page_headers, render_page
from frontdesk.pages.texts import load_texts
from frontdesk.pages.visitor import Visitor
from frontdesk.service import AtService

SENDS = "Yes, send it"

router = APIRouter()


@router.get("/review")
async def show_review(request: Request, service: AtService) -> Response:
    """The answers so far."""
    visitor = Visitor.from_cookie(request)
    own = await service.transactions.read(read_own_draft, visitor) if visitor else None
    return render_page(
        service,
        "review.html",
        texts=load_texts("review"),
        own=own,
        rows=rows_for_family(own.draft) if own is not None else [],
        client_message_id=str(uuid4()),
    )


@router.post("/review")
async def act_on_review(request: Request, service: AtService) -> Response:
    """Says "change" or "send" in the conversation, which then shows what comes of it."""
    form = parse_qs((await request.body()).decode("utf-8", "replace"))
    visitor = Visitor.from_cookie(request)
    field = form.get("change", [""])[0]
    text = say_change(field) if field in REVIEWED else SENDS if "send" in form else None
    try:
        message_id = str(UUID(form.get("client_message_id", [""])[0]))
    except ValueError:
        message_id = None
    headers = page_headers(service.settings)
    if visitor is None or text is None or message_id is None:
        return RedirectResponse("/review", status_code=303, headers=headers)
    service.limits.count("address", network_of(request))
    service.limits.count("conversation", visitor.token)
    keep = send_own if text == SENDS else receive_own
    received = await service.transactions.write(keep, service.desk, visitor, message_id, text)
    if received is None:
        return RedirectResponse("/review", status_code=303, headers=headers)
    await service.turns.wait_for_answer(received)
    own = await service.transactions.read(read_own_draft, visitor)
    is_sent = text == SENDS and own is not None and own.submitted_at is not None
    return RedirectResponse("/receipt" if is_sent else "/#newest", status_code=303, headers=headers)
