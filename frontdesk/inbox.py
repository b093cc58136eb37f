"""What happens to a message inside one transaction: kept, screened, answered or tried again.

Every function works on a session of its caller; none waits for the network.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

import structlog
from sqlalchemy.orm import Session

from casework.own_number import means_own_number
from casework.safety import SafetyFlag, screen_for_safety
from frontdesk.choices import read_choice
from frontdesk.notices import Notice
from frontdesk.out_of_hours import tell_opening
from frontdesk.rasa import Reply
from frontdesk.saying import say_notice, say_replies
from store.claims import keep_question, note_parent_waits
from store.conversations import find_conversation, release_lease, take_lease
from store.handovers import record_handover
from store.messages import (
    LastQuestion,
    add_message,
    find_message,
    find_parent_message,
    leave_to_person,
    list_replies,
    list_waiting,
    mark_answered,
    mark_told,
    read_last_question,
)
from store.models import Conversation, Message
from store.phone_numbers import find_number
from store.safety_events import record_safety_event
from store.text_permissions import wake_texts

log = structlog.get_logger()

FAILURES_BEFORE_PERSON = 3
# Seconds until the next try, after each failure; the last one repeats.
BACKOFF = (5, 30, 60, 120, 300)
TRIED_FOR = timedelta(hours=24)
# P1 is for the safeguarding lead at once, P2 for today.
HANDOVER_PRIORITIES = {"P1": "immediate", "P2": "urgent"}


@dataclass(frozen=True)
class Turn:
    """A message that is the assistant's to answer next; whoever has it holds the lease."""

    conversation_id: str
    channel: str
    message_id: str
    text: str
    only_facts: bool = False
    """Its danger is answered: the assistant takes its facts and says nothing."""


@dataclass(frozen=True)
class Received:
    """A message that is kept. `replies` so far; `turn` when it is this process's to take."""

    message: Message
    is_new: bool
    replies: Sequence[Message]
    turn: Turn | None


class Texting(Protocol):
    """What is particular to a message that came as a text."""

    def answer_command(
        self,
        session: Session,
        conversation: Conversation,
        message: Message,
        question: LastQuestion,
    ) -> Sequence[Message] | None:
        """The replies to a text that is a command; None for a text of another kind."""

    def hear(self, text: str) -> str:
        """What the assistant is to hear of a text."""

    def find_lead(
        self,
        session: Session,
        conversation: Conversation,
        message: Message,
        replies: Sequence[Reply],
    ) -> str | None:
        """What to say before the replies, if anything."""


@dataclass(frozen=True)
class Desk:
    """Who works here: the name on leases, how long they last, and what may be said.

    `idle` is how long a browser may be quiet before its conversation is hidden.
    """

    name: str
    lease: timedelta
    idle: timedelta
    notices: dict[str, Notice]
    texting: Texting


def greet(
    session: Session, conversation: Conversation, desk: Desk, *, answers: Message | None = None
) -> Message:
    """Stores the greeting as the first message, or after a first text as the answer to it."""
    return _say_notice(session, conversation, desk, "greeting", answers=answers)


def receive_message(
    session: Session,
    conversation: Conversation,
    desk: Desk,
    *,
    client_message_id: str,
    text: str,
    channel: str | None = None,
) -> Received:
    """Keeps a parent's message in a locked conversation, and answers it here where that is due.

    A message that speaks of danger is answered in the transaction that stores it: before older
    ones, whoever holds the conversation, and whether or not the assistant runs; the assistant
    takes its facts after that. A text that is a command is answered so too. `channel` is where it
    came from; without it the conversation's own, or the page for one that is held with a phone:
    what comes by no phone then came by the page.
    """
    already = find_parent_message(session, conversation.id, client_message_id)
    if already is not None:
        return Received(already, False, list_replies(session, already.id), None)
    question = read_last_question(session, conversation.id)
    flag = _screen(text, question)
    older = list_waiting(session, conversation.id)
    message = add_message(
        session,
        conversation,
        sender="parent",
        text=text,
        now=_now(),
        channel=channel or _channel_of(session, conversation),
        client_message_id=client_message_id,
        status="waiting",
    )
    if message.channel == "sms":
        wake_texts(session, conversation.id, now=message.at)
    replies: Sequence[Message] | None = None
    if flag is not None:
        replies = [_answer_danger(session, conversation, desk, message, flag)]
    elif message.channel == "sms":
        replies = desk.texting.answer_command(session, conversation, message, question)
    if replies is None and conversation.mode == "closed":
        replies = [_say_notice(session, conversation, desk, "closed", answers=message)]
    if replies is not None or conversation.mode == "staff":
        if flag is not None or replies is None:
            note_parent_waits(session, conversation.id, since=message.at)
        replies = replies or ()
        if flag is None or conversation.mode in ("staff", "closed"):
            mark_answered(message)
            return Received(message, True, replies, None)
        mark_told(message, now=_now())
        session.flush()
        return Received(message, True, replies, begin_turn(session, conversation, desk))
    if older:
        session.flush()
        return Received(message, True, (), begin_turn(session, conversation, desk))
    is_ours = _take_lease(conversation, desk)
    turn = _to_turn(session, desk, conversation, message, question) if is_ours else None
    return Received(message, True, (), turn)


def begin_turn(session: Session, conversation: Conversation, desk: Desk) -> Turn | None:
    """Takes the lease of a locked conversation if it is free and a message is due."""
    if not _take_lease(conversation, desk):
        return None
    return _next_turn(session, desk, conversation, tried=())


def settle_turn(
    session: Session,
    desk: Desk,
    turn: Turn,
    answer: Sequence[Reply] | SafetyFlag,
    tried: Collection[str],
) -> tuple[Sequence[Message], Turn | None]:
    """Stores the replies and marks the message answered, at once; then what is next.

    A danger that only the assistant heard is answered here as one that the screen hears.
    Whoever lost the lease meanwhile stores nothing: somebody else has the turn.
    """
    held = _find_held(session, desk, turn)
    if held is None:
        return _settle_too_late(session, desk, turn, answer), None
    conversation, message, others = held
    is_danger = isinstance(answer, SafetyFlag)
    if isinstance(answer, SafetyFlag):
        stored = [_answer_danger(session, conversation, desk, message, answer)]
    elif turn.only_facts:
        stored = []
    else:
        lead = desk.texting.find_lead(session, conversation, message, answer)
        told = tell_opening(answer, _now())
        stored = say_replies(session, conversation, message, told, lead=lead)
    was_told = message.told_waiting_at is not None
    if is_danger:
        mark_told(message, now=_now())
    else:
        mark_answered(message)
    for other in others:
        if other.seq < message.seq:
            leave_to_person(other)
    if was_told:
        session.flush()
        stored = list(list_replies(session, message.id))
    if is_danger:
        session.flush()
        return stored, replace(turn, only_facts=True)
    if others:
        session.flush()
        return stored, _next_turn(session, desk, conversation, tried)
    release_lease(conversation)
    return stored, None


def _settle_too_late(
    session: Session, desk: Desk, turn: Turn, answer: Sequence[Reply] | SafetyFlag
) -> list[Message]:
    """What a colleague who took over meanwhile leaves of an answer: the notice about a danger.

    Nothing else is said. The question in it is kept for when the conversation is handed back.
    """
    conversation = find_conversation(session, turn.conversation_id, lock=True)
    message = find_message(session, turn.message_id)
    if conversation is None or message is None or message.status != "failed":
        return []
    if isinstance(answer, SafetyFlag):
        said = list_replies(session, message.id)
        if any((reply.topic or "").startswith("safety:") for reply in said):
            return []
        return [_answer_danger(session, conversation, desk, message, answer)]
    asked = [reply for reply in answer if reply.asks is not None]
    if asked:
        keep_question(session, conversation.id, asdict(asked[-1]))
    return []


def fail_turn(session: Session, desk: Desk, turn: Turn, tried: Collection[str]) -> Turn | None:
    """Notes that the assistant gave no answer; after the third time a person is asked to look."""
    held = _find_held(session, desk, turn)
    if held is None:
        return None
    conversation, message, _others = held
    now = _now()
    message.attempts += 1
    wait = BACKOFF[min(message.attempts, len(BACKOFF)) - 1]
    message.next_attempt_at = now + timedelta(seconds=wait)
    if message.attempts == FAILURES_BEFORE_PERSON and not turn.only_facts:
        _say_notice(session, conversation, desk, "person_asked", answers=message)
        message.told_waiting_at = message.told_waiting_at or now
        record_handover(
            session, conversation.id, reason="assistant gave up", priority="urgent", now=now
        )
    if now - message.at > TRIED_FOR:
        leave_to_person(message)
    session.flush()
    return _next_turn(session, desk, conversation, tried)


def tell_waiting(session: Session, desk: Desk, conversation_id: str, message_id: str) -> bool:
    """Tells the parent once that this message is kept. True when it was told now."""
    conversation = find_conversation(session, conversation_id, lock=True)
    message = find_message(session, message_id)
    if conversation is None or message is None:
        return False
    if message.status != "waiting" or message.told_waiting_at is not None:
        return False
    message.told_waiting_at = _now()
    _say_notice(session, conversation, desk, "delayed", answers=message)
    return True


def _next_turn(
    session: Session, desk: Desk, conversation: Conversation, tried: Collection[str]
) -> Turn | None:
    """The message to answer next, in order; with none, the lease is given back.

    One that failed less than three times holds up those behind it until it is due. One that
    failed more often does not: it is tried once more first, then passed over.
    """
    now = _now()
    waiting = list_waiting(session, conversation.id)
    if conversation.mode in ("staff", "closed"):
        # A person has taken over meanwhile; what still waits is theirs to answer.
        for message in waiting:
            leave_to_person(message)
        waiting = []
    for message in waiting:
        was_given_up = message.attempts >= FAILURES_BEFORE_PERSON
        is_due = message.next_attempt_at is None or message.next_attempt_at <= now
        if message.id not in tried and (is_due or (was_given_up and message is not waiting[-1])):
            question = read_last_question(session, conversation.id)
            return _to_turn(session, desk, conversation, message, question)
        if not was_given_up:
            break
    release_lease(conversation)
    return None


def _channel_of(session: Session, conversation: Conversation) -> str:
    is_by_phone = conversation.channel == "sms" and find_number(session, conversation.id)
    return "web" if is_by_phone else conversation.channel


def _to_turn(
    session: Session,
    desk: Desk,
    conversation: Conversation,
    message: Message,
    question: LastQuestion,
) -> Turn:
    text = message.text
    if message.channel == "sms":
        text = desk.texting.hear(message.text)
        if question.asks == "phone" and means_own_number(text):
            text = f"{text} {find_number(session, conversation.id) or ''}".strip()
    return Turn(
        conversation_id=conversation.id,
        channel=message.channel,
        message_id=message.id,
        text=read_choice(text, question),
        only_facts=message.status == "told",
    )


def _take_lease(conversation: Conversation, desk: Desk) -> bool:
    now = _now()
    return take_lease(conversation, owner=desk.name, until=now + desk.lease, now=now)


def _find_held(
    session: Session, desk: Desk, turn: Turn
) -> tuple[Conversation, Message, list[Message]] | None:
    """The conversation, the message of the turn and the others that wait, if still ours."""
    conversation = find_conversation(session, turn.conversation_id, lock=True)
    if conversation is None or conversation.lease_owner != desk.name:
        return None
    waiting = {message.id: message for message in list_waiting(session, conversation.id)}
    message = waiting.pop(turn.message_id, None)
    if message is None:
        release_lease(conversation)
        return None
    return conversation, message, list(waiting.values())


def _screen(text: str, question: LastQuestion) -> SafetyFlag | None:
    try:
        return screen_for_safety(text, asked=question.asks)
    except Exception as error:
        # The message is kept and the assistant answers it; losing it would be worse.
        log.error("safety screen failed", error=type(error).__name__)
        return None


def _answer_danger(
    session: Session, conversation: Conversation, desk: Desk, message: Message, flag: SafetyFlag
) -> Message:
    record_safety_event(
        session,
        conversation,
        category=flag.id,
        priority=HANDOVER_PRIORITIES[flag.priority],
        message_id=message.id,
        now=message.at,
    )
    return _say_notice(
        session,
        conversation,
        desk,
        f"safety.{flag.id}",
        topic=f"safety:{flag.id}",
        answers=message,
    )


def _say_notice(
    session: Session,
    conversation: Conversation,
    desk: Desk,
    identifier: str,
    *,
    topic: str | None = None,
    answers: Message | None = None,
) -> Message:
    notice = desk.notices[identifier]
    return say_notice(session, conversation, notice, topic=topic, answers=answers)


def _now() -> datetime:
    return datetime.now(UTC)
