"""What a colleague does in a conversation: takes it over, writes, notes, hands back, closes.

Each form leads back to the page. Sent twice, by an impatient finger or a bad connection, it counts
once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, Response

from frontdesk.callers import shows_pages
from frontdesk.problems import Problem
from frontdesk.service import AtService, Service
from frontdesk.staff.case.notes import keep_note
from frontdesk.staff.conversation.page import describe_segments, render_conversation
from frontdesk.staff.forms import Form, read_form
from frontdesk.staff.rendering import send_to, staff_headers
from frontdesk.staff.rights import Caseworker, SignedIn
from frontdesk.staff.texts import load_staff_texts
from frontdesk.takeover import (
    TakeoverRefused,
    claim_conversation,
    close_conversation,
    hand_back,
    write_to_parent,
)
from frontdesk.wire import LONGEST_TEXT
from store.conversations.opening import find_conversation

STATUS = {"unknown": 404, "no_text": 422}
"""Whatever else stands in the way is a conflict: somebody has done something meanwhile."""

router = APIRouter(prefix="/staff/conversations/{conversation_id}")


@router.post("/claim")
async def claim(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Takes the conversation over, from a colleague where the form names them."""
    form = await read_form(request)
    instead_of = int(form["from"]) if form["from"].isdecimal() else None

    def work(session: Session) -> None:
        claim_conversation(
            session, service.desk, conversation_id, who.staff_id, instead_of=instead_of
        )

    return await _do(service, who, conversation_id, work)


@router.post("/reply")
async def reply(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Sends what is in the box to the parent, where they wrote last."""
    form = await read_form(request)

    def work(session: Session) -> None:
        text, form_id = _read_words(form, "text")
        write_to_parent(session, conversation_id, who.staff_id, form_id=form_id, text=text)

    return await _do(service, who, conversation_id, work, form)


@router.post("/preview")
async def preview(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Shows a reply as texts, or puts a ready one into the box. Nothing is sent."""
    form = await read_form(request)
    if not shows_pages(request):
        return JSONResponse(
            {"says": describe_segments(form["text"][:LONGEST_TEXT])},
            headers=staff_headers(service),
        )
    return await render_conversation(
        service,
        who,
        conversation_id,
        text=form["text"],
        reply_id=form["reply"] if form["put_in"] else "",
        form_id=_read_id(form),
    )


@router.post("/notes")
async def take_note(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Keeps a note for colleagues."""
    form = await read_form(request)

    def work(session: Session) -> None:
        if find_conversation(session, conversation_id) is None:
            raise TakeoverRefused("unknown")
        text, form_id = _read_words(form, "note")
        keep_note(session, conversation_id, text, who, form_id=form_id)

    return await _do(service, who, conversation_id, work)


@router.post("/hand-back")
async def give_back(conversation_id: str, who: Caseworker, service: AtService) -> Response:
    """Lets the assistant answer again."""

    def work(session: Session) -> None:
        hand_back(session, service.desk, conversation_id, who.staff_id)

    return await _do(service, who, conversation_id, work)


@router.post("/close")
async def close(conversation_id: str, who: Caseworker, service: AtService) -> Response:
    """Closes the chat."""

    def work(session: Session) -> None:
        close_conversation(session, service.desk, conversation_id, who.staff_id)

    return await _do(service, who, conversation_id, work)


async def _do(
    service: Service,
    who: SignedIn,
    conversation_id: str,
    work: Callable[[Session], Any],
    form: Form | None = None,
) -> Response:
    """Does it in one transaction; where it is refused, shows why with what was typed."""
    problems = load_staff_texts("conversation")["problem"]
    try:
        await service.transactions.write(work)
    except TakeoverRefused as refused:
        problem = problems[refused.why].format(name=refused.name)
        status = STATUS.get(refused.why, 409)
    except Problem as found:
        problem, status = found.detail, found.status_code
    else:
        service.events.publish(conversation_id)
        return send_to(service, f"/staff/conversations/{conversation_id}#text")
    return await render_conversation(
        service,
        who,
        conversation_id,
        text=form["text"] if form else "",
        form_id=_read_id(form) if form else None,
        problem=problem,
        status=status,
    )


def _read_words(form: Form, field: str) -> tuple[str, str]:
    """What was written, and the id of the form. Raises Problem 422."""
    problems = load_staff_texts("conversation")["problem"]
    text, form_id = form[field].replace("\r\n", "\n").strip(), _read_id(form)
    if not text:
        raise Problem(422, problems["empty"])
    if len(text) > LONGEST_TEXT:
        raise Problem(422, problems["too_long"].format(longest=LONGEST_TEXT))
    if form_id is None:
        raise Problem(422, problems["form"])
    return text, form_id


def _read_id(form: Form) -> str | None:
    try:
        return str(UUID(form["form_id"]))
    except ValueError:
        return None
