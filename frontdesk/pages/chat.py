"""The chat page: the conversation so far, and the box to write in.

Each form posts by itself. The script of the page posts the same forms and asks for JSON; then the
answer is that the message is kept, and replies arrive by `/api/conversations/{id}/events`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import parse_qs
from uuid import uuid4

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, RedirectResponse, Response

from casework.turn.questions import count_questions_left
from frontdesk.access import Token
from frontdesk.callers import network_of
from frontdesk.desk import Desk
from frontdesk.inbox import Received, greet, receive_message
from frontdesk.out_of_hours import add_opening
from frontdesk.pages.code_box import describe_code
from frontdesk.pages.composer import Standing, compose
from frontdesk.pages.rendering import page_headers, render_page
from frontdesk.pages.said import Form, list_behind, name_form, read_message
from frontdesk.pages.texts import load_texts
from frontdesk.pages.visitor import Visitor
from frontdesk.problems import Problem
from frontdesk.service import AtService, Service
from frontdesk.wire import LONGEST_TEXT, NewMessage, to_wire
from store.conversations.opening import find_conversation, open_conversation
from store.conversations.resume_codes import MadeCode, has_resume_code, make_first_code
from store.conversations.tokens import find_by_token
from store.erasing.retention import load_retention
from store.messages.record import list_messages
from store.referrals.drafts import load_draft, to_draft

NOTHING_TO_GO_BACK_TO = frozenset({"consent", "anything_else"})

router = APIRouter()


@dataclass(frozen=True)
class Chat:
    """What the page shows of a conversation."""

    conversation_id: str | None
    messages: list[dict[str, Any]]
    mode: str
    standing: Standing
    lacks_code: bool = False
    """Whether something is kept and nobody was given a code to come back to it."""


@router.get("/")
async def show_page(request: Request, service: AtService, words: str = "") -> Response:
    """The conversation so far, or the greeting. `words` asks for a keyboard with letters."""
    visitor = Visitor.from_cookie(request) or Visitor.new(request)
    return await _render_chat(request, service, visitor, words=bool(words))


@router.get("/composer")
async def show_composer(
    request: Request, token: Token, service: AtService, words: str = ""
) -> Response:
    """The part of the page around the box, for the script to put in place of the old one."""
    visitor = Visitor.from_cookie(request)
    today = service.settings.current_date()
    chat = (
        await service.transactions.read(_read_chat, visitor, today, newest_only=True)
        if visitor is not None and visitor.token == token
        else None
    )
    if chat is None:
        raise Problem(401, "This needs the cookie of the conversation.")
    code = await _give_first_code(request, service, chat)
    around = _around_the_box(chat, words=bool(words))
    return render_page(service, "composer.html", code=code, **around)


@router.post("/")
async def post_message(request: Request, service: AtService) -> Response:
    """Keeps a message and shows the page again, with the answer where it came in time."""
    form = parse_qs((await request.body()).decode("utf-8", "replace"), keep_blank_values=True)
    is_by_script = "application/json" in request.headers.get("accept", "")
    visitor = Visitor.from_cookie(request) or Visitor.new(request)
    try:
        new = read_message(form)
        service.limits.count("address", network_of(request))
        service.limits.count("conversation", visitor.token)
    except Problem as problem:
        if is_by_script:
            raise
        return await _render_chat(request, service, visitor, problem=problem, form=form)
    received = await service.transactions.write(_receive, service.desk, visitor, new)
    if received is None:
        # The cookie is not this conversation's: begin again with a new one.
        visitor = Visitor.new(request)
        received = await service.transactions.write(_receive, service.desk, visitor, new)
        assert received is not None
    response: Response
    if is_by_script:
        service.events.publish(visitor.conversation_id)
        if received.turn is not None:
            service.turns.begin(received.turn)
        response = JSONResponse(
            {"conversation_id": visitor.conversation_id}, headers=page_headers(service.settings)
        )
    else:
        await service.turns.wait_for_answer(received)
        if behind := list_behind(form):
            # The script gave up with these unsent: they stand in the box, to be sent from there.
            form = {"text": [" ".join(behind)]}
            return await _render_chat(request, service, visitor, form=form)
        response = RedirectResponse(
            "/#newest", status_code=303, headers=page_headers(service.settings)
        )
    visitor.remember(response, service)
    return response


async def _render_chat(
    request: Request,
    service: Service,
    visitor: Visitor,
    *,
    problem: Problem | None = None,
    form: Form | None = None,
    words: bool = False,
) -> Response:
    today = service.settings.current_date()
    chat = await service.transactions.read(_read_chat, visitor, today) or _before(service)
    response = render_page(
        service,
        "chat.html",
        status=problem.status_code if problem else 200,
        chat=chat,
        page=load_texts("chat"),
        longest_text=LONGEST_TEXT,
        code=await _give_first_code(request, service, chat),
        **_around_the_box(chat, problem=problem, form=form, words=words),
    )
    visitor.remember(response, service)
    return response


async def _give_first_code(request: Request, service: Service, chat: Chat) -> dict[str, Any] | None:
    """The box with the conversation's first code: once, unasked, and never as a message.

    A parent who looks for a letter is away for longer than the chat stays open.
    """
    if not chat.lacks_code or chat.conversation_id is None:
        return None
    made = await service.transactions.write(_make_first_code, chat.conversation_id)
    return describe_code(service, request, made) if made is not None else None


def _make_first_code(session: Session, conversation_id: str) -> MadeCode | None:
    days = load_retention().resume_code_days
    return make_first_code(session, conversation_id, days=days, now=datetime.now(UTC))


def _around_the_box(
    chat: Chat, *, problem: Problem | None = None, form: Form | None = None, words: bool = False
) -> dict[str, Any]:
    """What composer.html needs; after a problem, with what was filled in."""
    filled = {name: values[0] for name, values in (form or {}).items()}
    return {
        "composer": compose(chat.messages[-1], mode=chat.mode, standing=chat.standing, words=words),
        "texts": load_texts("composer"),
        "mode": chat.mode,
        "mode_text": add_opening(
            load_texts("chat")["mode"][chat.mode], chat.mode, datetime.now(UTC)
        ),
        "problem": problem.detail if problem else None,
        "problem_at": name_form(form or {}),
        "filled": filled,
        "new_id": lambda: str(uuid4()),
    }


def _before(service: Service) -> Chat:
    """The page before anything is written: the greeting, which is kept with the first message."""
    greeting = service.desk.notices["greeting"]
    message = {
        "seq": 1,
        "from": "assistant",
        "text": greeting.web.strip(),
        "choices": greeting.choices,
        "asks": None,
    }
    return Chat(None, [message], "assistant", Standing())


def _read_chat(
    session: Session, visitor: Visitor, today: date, *, newest_only: bool = False
) -> Chat | None:
    conversation = find_by_token(session, visitor.token)
    if conversation is None or conversation.id != visitor.conversation_id:
        return None
    after = conversation.last_seq - 1 if newest_only else 0
    standing = _read_standing(session, conversation.id, today)
    return Chat(
        conversation.id,
        [to_wire(message) for message in list_messages(session, conversation.id, after=after)],
        conversation.mode,
        standing,
        lacks_code=standing.is_kept
        and not standing.is_sent
        and not has_resume_code(session, conversation.id),
    )


def _read_standing(session: Session, conversation_id: str, today: date) -> Standing:
    stored = load_draft(session, conversation_id)
    draft = to_draft(stored) if stored is not None else None
    if draft is None or draft.referral.consent.store.given is not True:
        return Standing()
    progress = draft.progress
    return Standing(
        questions_left=count_questions_left(draft, today),
        can_go_back=not progress.is_submitted
        and bool(set(progress.answered) - NOTHING_TO_GO_BACK_TO),
        is_kept=True,
        is_sent=progress.is_submitted,
    )


def _receive(session: Session, desk: Desk, visitor: Visitor, new: NewMessage) -> Received | None:
    conversation = find_by_token(session, visitor.token, lock=True)
    if conversation is None and find_conversation(session, visitor.conversation_id) is not None:
        # The same message sent twice at once may have begun it between the two looks.
        conversation = find_by_token(session, visitor.token, lock=True)
        if conversation is None:
            return None
    if conversation is None:
        now = datetime.now(UTC)
        conversation = open_conversation(
            session,
            conversation_id=visitor.conversation_id,
            channel="web",
            locale="en",
            token=visitor.token,
            now=now,
            open_until=now + desk.idle,
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
