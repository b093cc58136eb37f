"""What happens to a message inside one transaction: kept, screened, answered or tried again.

Every function works on a session of its caller; none waits for the network.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog
from sqlalchemy.orm import Session

from casework.safety import SafetyFlag, screen_for_safety
from frontdesk.choices import list_choices, read_choice
from frontdesk.notices import Notice
from frontdesk.rasa import Reply
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
    read_last_question,
)
from store.models import Conversation, Message
from store.safety_events import record_safety_event

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


@dataclass(frozen=True)
class Received:
    """A message that is kept. `replies` so far; `turn` when it is this process's to take."""

    message: Message
    is_new: bool
    replies: Sequence[Message]
    turn: Turn | None


@dataclass(frozen=True)
class Desk:
    """Who works here: the name on leases, how long they last, and what may be said."""

    name: str
    lease: timedelta
    notices: dict[str, Notice]


def greet(session: Session, conversation: Conversation, desk: Desk) -> Message:
    """Stores the greeting as the first message."""
    return _say_notice(session, conversation, desk, "greeting")


def receive_message(
    session: Session, conversation: Conversation, desk: Desk, *, client_message_id: str, text: str
) -> Received:
    """Keeps a parent's message in a locked conversation, and answers it here where that is due.

    A message that speaks of danger is answered in the transaction that stores it: before older
    ones, whoever holds the conversation, and whether or not the assistant runs.
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
        client_message_id=client_message_id,
        status="waiting",
    )
    replies = []
    if flag is not None:
        replies = [_answer_danger(session, conversation, desk, message, flag)]
    elif conversation.mode == "closed":
        replies = [_say_notice(session, conversation, desk, "closed", reply_to=message.id)]
    if replies or conversation.mode == "staff":
        mark_answered(message)
        return Received(message, True, replies, None)
    if older:
        session.flush()
        return Received(message, True, (), begin_turn(session, conversation, desk))
    is_ours = _take_lease(conversation, desk)
    return Received(
        message, True, (), _to_turn(conversation, message, question) if is_ours else None
    )


def begin_turn(session: Session, conversation: Conversation, desk: Desk) -> Turn | None:
    """Takes the lease of a locked conversation if it is free and a message is due."""
    if not _take_lease(conversation, desk):
        return None
    return _next_turn(session, conversation, tried=())


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
        return (), None
    conversation, message, others = held
    if isinstance(answer, SafetyFlag):
        stored = [_answer_danger(session, conversation, desk, message, answer)]
    else:
        stored = [_add_reply(session, conversation, message, reply) for reply in answer]
    was_told = message.told_waiting_at is not None
    mark_answered(message)
    for other in others:
        if other.seq < message.seq:
            leave_to_person(other)
    if was_told:
        session.flush()
        stored = list(list_replies(session, message.id))
    if others:
        session.flush()
        return stored, _next_turn(session, conversation, tried)
    release_lease(conversation)
    return stored, None


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
    if message.attempts == FAILURES_BEFORE_PERSON:
        _say_notice(session, conversation, desk, "person_asked", reply_to=message.id)
        message.told_waiting_at = message.told_waiting_at or now
        record_handover(
            session, conversation.id, reason="assistant gave up", priority="urgent", now=now
        )
    if now - message.at > TRIED_FOR:
        leave_to_person(message)
    session.flush()
    return _next_turn(session, conversation, tried)


def tell_waiting(session: Session, desk: Desk, conversation_id: str, message_id: str) -> bool:
    """Tells the parent once that this message is kept. True when it was told now."""
    conversation = find_conversation(session, conversation_id, lock=True)
    message = find_message(session, message_id)
    if conversation is None or message is None:
        return False
    if message.status != "waiting" or message.told_waiting_at is not None:
        return False
    message.told_waiting_at = _now()
    _say_notice(session, conversation, desk, "delayed", reply_to=message.id)
    return True


def _next_turn(session: Session, conversation: Conversation, tried: Collection[str]) -> Turn | None:
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
            return _to_turn(conversation, message, read_last_question(session, conversation.id))
        if not was_given_up:
            break
    release_lease(conversation)
    return None


def _to_turn(conversation: Conversation, message: Message, question: LastQuestion) -> Turn:
    return Turn(
        conversation_id=conversation.id,
        channel=conversation.channel,
        message_id=message.id,
        text=read_choice(message.text, question),
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
        reply_to=message.id,
    )


def _say_notice(
    session: Session,
    conversation: Conversation,
    desk: Desk,
    identifier: str,
    *,
    topic: str | None = None,
    reply_to: str | None = None,
) -> Message:
    notice = desk.notices[identifier]
    # A notice's own words say what to do next, so its choices are not listed in a text message.
    return add_message(
        session,
        conversation,
        sender="assistant",
        text=notice.text_for(conversation.channel),
        now=_now(),
        choices=notice.choices,
        topic=topic,
        reply_to=reply_to,
    )


def _add_reply(
    session: Session, conversation: Conversation, message: Message, reply: Reply
) -> Message:
    text = reply.text
    if conversation.channel == "sms" and reply.choices:
        text = list_choices(text, reply.choices, asks=reply.asks)
    return add_message(
        session,
        conversation,
        sender="assistant",
        text=text,
        now=_now(),
        choices=reply.choices,
        asks=reply.asks,
        topic=reply.topic,
        reply_to=message.id,
    )


def _now() -> datetime:
    return datetime.now(UTC)
