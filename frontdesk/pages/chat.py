"""The chat page: the conversation so far, and the box to write in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs
from uuid import uuid4

from fastapi import APIRouter, Request
from pydantic import ValidationError
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from frontdesk.chat import LONGEST_TEXT, NewMessage, count_address
from frontdesk.inbox import Desk, Received, greet, receive_message
from frontdesk.pages.rendering import page_headers, render_page
from frontdesk.pages.visitor import Visitor
from frontdesk.problems import Problem
from frontdesk.service import AtService, Service
from frontdesk.wire import to_wire
from store.conversations import find_by_token, find_conversation, open_conversation
from store.messages import list_messages

router = APIRouter()


@router.get("/")
async def show_page(request: Request, service: AtService) -> Response:
    """The conversation so far, or the greeting."""
    visitor = Visitor.from_cookie(request) or Visitor.new()
    return await _render_chat(service, visitor)


@router.post("/")
async def post_message(request: Request, service: AtService) -> Response:
    """Keeps a message and shows the page again, with the answer where it came in time."""
    form = parse_qs((await request.body()).decode("utf-8", "replace"), keep_blank_values=True)
    text = (form.get("say") or form.get("text") or [""])[0].replace("\r\n", "\n")
    visitor = Visitor.from_cookie(request) or Visitor.new()
    try:
        if len(text) > LONGEST_TEXT:
            raise Problem(413, f"Please use up to {LONGEST_TEXT:,} characters in one message.")
        new = NewMessage(client_message_id=form.get("client_message_id", [""])[0], text=text)
        count_address(request, service)
        service.limits.count("conversation", visitor.token)
    except ValidationError:
        return await _render_chat(service, visitor, problem="Please write a message.", status=422)
    except Problem as problem:
        return await _render_chat(
            service, visitor, problem=problem.detail, status=problem.status_code, text=text
        )
    received = await service.transactions.write(_receive, service.desk, visitor, new)
    if received is None:
        # The cookie is not this conversation's: begin again with a new one.
        visitor = Visitor.new()
        received = await service.transactions.write(_receive, service.desk, visitor, new)
        assert received is not None
    await service.turns.wait_for_answer(received)
    response = RedirectResponse("/#newest", status_code=303, headers=page_headers(service.settings))
    visitor.remember(response, service)
    return response


async def _render_chat(
    service: Service,
    visitor: Visitor,
    *,
    problem: str | None = None,
    status: int = 200,
    text: str = "",
) -> Response:
    messages = await service.transactions.read(_read_page, visitor)
    greeting = service.desk.notices["greeting"]
    response = render_page(
        service,
        "chat.html",
        status=status,
        conversation_id=visitor.conversation_id if messages else None,
        messages=messages or [_unsaved(greeting.web)],
        choices=messages[-1]["choices"] if messages else greeting.choices,
        client_message_id=str(uuid4()),
        longest_text=LONGEST_TEXT,
        problem=problem,
        text=text,
    )
    visitor.remember(response, service)
    return response


def _unsaved(text: str) -> dict[str, Any]:
    return {"seq": 0, "from": "assistant", "text": text, "choices": []}


def _read_page(session: Session, visitor: Visitor) -> list[dict[str, Any]]:
    conversation = find_by_token(session, visitor.token)
    if conversation is None or conversation.id != visitor.conversation_id:
        return []
    return [to_wire(message) for message in list_messages(session, conversation.id)]


def _receive(session: Session, desk: Desk, visitor: Visitor, new: NewMessage) -> Received | None:
    conversation = find_by_token(session, visitor.token, lock=True)
    if conversation is None:
        if find_conversation(session, visitor.conversation_id) is not None:
            return None
        conversation = open_conversation(
            session,
            conversation_id=visitor.conversation_id,
            channel="web",
            locale="en",
            token=visitor.token,
            now=datetime.now(UTC),
        )
        greet(session, conversation, desk)
    elif conversation.id != visitor.conversation_id:
        return None
    return receive_message(
        session,
        conversation,
        desk,
        client_message_id=str(new.client_message_id),
        text=new.text,
    )
