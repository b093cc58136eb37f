"""The chat API: open a conversation, write, read, listen."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, Response, StreamingResponse

from frontdesk.access import Token, open_with_token
from frontdesk.callers import network_of
from frontdesk.desk import Desk
from frontdesk.inbox import Received, greet, receive_message
from frontdesk.problems import NO_STORE, Problem, ProblemDocument
from frontdesk.service import AtService, Service
from frontdesk.wire import LONGEST_TEXT, NewMessage, WireMessage, to_wire
from store.conversations.opening import open_conversation
from store.conversations.tokens import find_by_token, make_token
from store.messages.record import list_messages

RETRY_MS = 2_000

router = APIRouter(
    prefix="/api/conversations",
    tags=["chat"],
    responses={
        status: {"model": ProblemDocument, "description": description}
        for status, description in {
            401: "The token is missing or wrong",
            404: "Not this token's conversation",
            422: "Bad input",
            429: "Too many messages; see Retry-After",
        }.items()
    },
)


class NewConversation(BaseModel):
    """How the parent writes."""

    channel: Literal["web", "sms"] = "web"
    locale: str = Field(default="en", pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$")


class OpenedConversation(BaseModel):
    """A conversation, the token that opens it and the greeting."""

    conversation_id: str
    token: str
    messages: list[WireMessage]


class Replies(BaseModel):
    """The replies to one message."""

    messages: list[WireMessage]


class History(Replies):
    """The messages after a `seq`, and who answers now."""

    mode: Literal["assistant", "waiting", "staff", "closed"]


@router.post("", status_code=201, response_model=OpenedConversation)
async def start_conversation(
    new: NewConversation, request: Request, service: AtService
) -> Response:
    """Opens a conversation and greets the parent."""
    service.limits.count("address", network_of(request))
    token = make_token()
    body = await service.transactions.write(_open_and_greet, service.desk, new, token)
    return JSONResponse(body, status_code=201, headers=NO_STORE)


@router.post(
    "/{conversation_id}/messages",
    response_model=Replies,
    responses={
        202: {"model": Replies, "description": "Kept; the reply arrives by GET or events"},
        413: {"model": ProblemDocument, "description": "The text is over 2,000 characters"},
    },
)
async def send_message(
    conversation_id: UUID, new: NewMessage, token: Token, request: Request, service: AtService
) -> Response:
    """Keeps a message and answers with the replies to it."""
    service.limits.count("address", network_of(request))
    service.limits.count("conversation", token)
    if len(new.text) > LONGEST_TEXT:
        raise Problem(413, f"A message can have up to {LONGEST_TEXT:,} characters.")
    received = await service.transactions.write(
        _receive, service.desk, str(conversation_id), token, new
    )
    answer = await service.turns.wait_for_answer(received)
    return JSONResponse(
        {"messages": answer.replies},
        status_code=200 if answer.is_complete else 202,
        headers=NO_STORE,
    )


@router.get("/{conversation_id}/messages", response_model=History)
async def read_messages(
    conversation_id: UUID,
    token: Token,
    service: AtService,
    after: Annotated[int, Query(ge=0, le=2**31 - 1)] = 0,
) -> Response:
    """The messages of a conversation, all or those after a `seq`."""
    return JSONResponse(
        await service.transactions.read(_read_history, str(conversation_id), token, after),
        headers=NO_STORE,
    )


@router.get(
    "/{conversation_id}/events",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {}}, "description": "One event a Message"}},
)
async def stream_events(
    conversation_id: UUID,
    token: Token,
    service: AtService,
    after: Annotated[int, Query(ge=0, le=2**31 - 1)] = 0,
    last_event_id: Annotated[str | None, Header()] = None,
) -> Response:
    """Server-sent events: one `message` event for each Message, its `seq` as the event's id."""
    if last_event_id is not None and last_event_id.isdecimal():
        after = min(int(last_event_id), 2**31 - 1)
    await service.transactions.read(_check_access, str(conversation_id), token)
    return StreamingResponse(
        _write_events(service, str(conversation_id), token, after),
        media_type="text/event-stream",
        headers=NO_STORE | {"X-Accel-Buffering": "no"},
    )


async def _write_events(
    service: Service, conversation_id: str, token: str, after: int
) -> AsyncIterator[str]:
    yield f"retry: {RETRY_MS}\n\n"
    with service.events.watch(conversation_id) as moved_on:
        while True:
            moved_on.clear()
            messages = await service.transactions.read(_read_new, conversation_id, token, after)
            if messages is None:
                return
            for message in messages:
                after = message["seq"]
                data = json.dumps(message, separators=(",", ":"))
                yield f"event: message\nid: {after}\ndata: {data}\n\n"
            try:
                await asyncio.wait_for(moved_on.wait(), service.timing.ping)
            except TimeoutError:
                yield ": ping\n\n"


def _open_and_greet(
    session: Session, desk: Desk, new: NewConversation, token: str
) -> dict[str, Any]:
    conversation = open_conversation(
        session, channel=new.channel, locale=new.locale, token=token, now=datetime.now(UTC)
    )
    greeting = greet(session, conversation, desk)
    return {
        "conversation_id": conversation.id,
        "token": token,
        "messages": [to_wire(greeting)],
    }


def _receive(
    session: Session, desk: Desk, conversation_id: str, token: str, new: NewMessage
) -> Received:
    until = datetime.now(UTC) + desk.idle
    conversation = open_with_token(session, conversation_id, token, lock=True, keep_until=until)
    return receive_message(
        session,
        conversation,
        desk,
        client_message_id=str(new.client_message_id),
        text=new.text,
    )


def _read_history(session: Session, conversation_id: str, token: str, after: int) -> dict[str, Any]:
    conversation = open_with_token(session, conversation_id, token)
    messages = list_messages(session, conversation_id, after=after)
    return {"messages": [to_wire(message) for message in messages], "mode": conversation.mode}


def _check_access(session: Session, conversation_id: str, token: str) -> None:
    open_with_token(session, conversation_id, token)


def _read_new(
    session: Session, conversation_id: str, token: str, after: int
) -> list[dict[str, Any]] | None:
    """None once the token opens nothing any more: erased, or the browser has been left alone."""
    if find_by_token(session, token) is None:
        return None
    return [to_wire(message) for message in list_messages(session, conversation_id, after=after)]
