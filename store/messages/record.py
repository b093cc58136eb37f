"""Messages: the record of a conversation, and the inbox of what still needs an answer.

A parent's message is `waiting` until it is `answered`. It is `told` while it is answered with a
notice and the assistant has yet to take its facts. It is `failed` when it was left to a person: the
assistant gave up on it and has answered a later one since, or a day has passed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.figures.question_steps import note_question
from store.figures.rows import keep_figures
from store.tables import Conversation, Message
from store.texts.outbox import queue_text

TAKEN_UP_AT_ONCE = 50
LOOKED_THROUGH = 4

# The queries of every turn, built once: building one costs three times what running it does.
_CONVERSATION = Message.conversation_id == sa.bindparam("conversation_id")
_SENT_AS = sa.select(Message).where(
    _CONVERSATION, Message.client_message_id == sa.bindparam("client_message_id")
)
_FOR_ASSISTANT = Message.status.in_(("waiting", "told"))
_WAITING = sa.select(Message).where(_CONVERSATION, _FOR_ASSISTANT).order_by(Message.seq)
_AT_ARRIVAL = sa.select(
    sa.select(Message.id)
    .where(_CONVERSATION, Message.client_message_id == sa.bindparam("client_message_id"))
    .scalar_subquery(),
    sa.exists().where(_CONVERSATION, _FOR_ASSISTANT),
)
_NEWEST_TO_PARENT = (
    sa.select(Message.seq, Message.asks, Message.choices)
    .where(_CONVERSATION, Message.sender != "parent")
    .order_by(Message.seq.desc())
    .limit(LOOKED_THROUGH)
)


@dataclass(frozen=True)
class LastQuestion:
    """Which field the parent was last asked for, and what may be chosen."""

    asks: str | None
    choices: list[dict[str, str]]
    seq: int = 0
    """Its place in the conversation."""


def add_message(
    session: Session,
    conversation: Conversation,
    *,
    sender: str,
    text: str,
    now: datetime,
    by: str | None = None,
    more: str | None = None,
    channel: str | None = None,
    choices: Sequence[dict[str, str]] = (),
    asks: str | None = None,
    topic: str | None = None,
    client_message_id: str | None = None,
    reply_to: str | None = None,
    status: str | None = None,
) -> Message:
    """Adds the next message of a locked conversation; `seq` counts without gaps.

    `more` is the rest of a text that was cut short; `channel` where it goes or came from, else the
    conversation's own; `by` the first name of the colleague who writes. A message to a parent who
    texts is queued for their phone in the same transaction.
    """
    conversation.last_seq += 1
    conversation.last_message_at = now
    message = Message(
        id=str(uuid4()),
        conversation_id=conversation.id,
        seq=conversation.last_seq,
        sender=sender,
        by=by,
        text=text,
        more=more,
        channel=channel or conversation.channel,
        choices=list(choices) or None,
        asks=asks,
        topic=topic,
        at=now,
        client_message_id=client_message_id,
        reply_to=reply_to,
        status=status,
        attempts=0,
        next_attempt_at=now if status == "waiting" else None,
    )
    session.add(message)
    if message.channel == "sms" and sender != "parent":
        queue_text(session, message)
    if asks is not None and sender == "assistant":
        note_question(session, conversation.id, asks, channel=message.channel, now=now)
    if sender == "staff":
        keep_figures(session, conversation.id)
    return message


def find_parent_message(
    session: Session, conversation_id: str, client_message_id: str
) -> Message | None:
    """The message that the parent's side sent under this id."""
    sent_as = {"conversation_id": conversation_id, "client_message_id": client_message_id}
    return session.scalars(_SENT_AS, sent_as).first()


def look_at_inbox(
    session: Session, conversation_id: str, client_message_id: str
) -> tuple[Message | None, Sequence[Message]]:
    """What came under this id before, and the messages that wait; mostly there is neither."""
    sent_as = {"conversation_id": conversation_id, "client_message_id": client_message_id}
    already, has_waiting = session.execute(_AT_ARRIVAL, sent_as).one()
    waiting = list_waiting(session, conversation_id) if has_waiting else ()
    return (None if already is None else find_message(session, already)), waiting


def find_message(session: Session, message_id: str) -> Message | None:
    """The message of this id."""
    return session.get(Message, message_id)


def list_replies(session: Session, message_id: str) -> Sequence[Message]:
    """What was said to this message, in order."""
    return session.scalars(
        sa.select(Message).where(Message.reply_to == message_id).order_by(Message.seq)
    ).all()


def list_messages(session: Session, conversation_id: str, *, after: int = 0) -> Sequence[Message]:
    """All messages of a conversation with a `seq` above `after`, in order."""
    return session.scalars(
        sa.select(Message)
        .where(Message.conversation_id == conversation_id, Message.seq > after)
        .order_by(Message.seq)
    ).all()


def find_question(session: Session, conversation_id: str, *, before: int) -> Message | None:
    """The newest message below that `seq` which asks for something; None where none did."""
    return session.scalars(
        sa.select(Message)
        .where(
            Message.conversation_id == conversation_id,
            Message.asks.is_not(None),
            Message.seq < before,
        )
        .order_by(Message.seq.desc())
        .limit(1)
    ).first()


def find_last_channel(session: Session, conversation_id: str) -> str | None:
    """The channel that the parent wrote by last; None where they never wrote."""
    return session.scalar(
        sa.select(Message.channel)
        .where(Message.conversation_id == conversation_id, Message.sender == "parent")
        .order_by(Message.seq.desc())
        .limit(1)
    )


def find_before(session: Session, message: Message) -> Message | None:
    """The message before this one in its conversation, whoever wrote it."""
    return session.scalars(
        sa.select(Message).where(
            Message.conversation_id == message.conversation_id, Message.seq == message.seq - 1
        )
    ).first()


def find_said_before(session: Session, message: Message) -> Message | None:
    """What the parent wrote before this message of theirs."""
    return session.scalars(
        sa.select(Message)
        .where(
            Message.conversation_id == message.conversation_id,
            Message.sender == "parent",
            Message.seq < message.seq,
        )
        .order_by(Message.seq.desc())
        .limit(1)
    ).first()


def read_last_question(session: Session, conversation_id: str) -> LastQuestion:
    """The field last asked for, and the newest choices given with that question or after it.

    Notices may have come in between, so the newest few messages are looked through.
    """
    newest = session.execute(_NEWEST_TO_PARENT, {"conversation_id": conversation_id})
    choices: list[dict[str, str]] = []
    for row in newest:
        choices = choices or row.choices or []
        if row.asks:
            return LastQuestion(row.asks, choices, row.seq)
    return LastQuestion(None, choices)


@dataclass(frozen=True)
class LastAbout:
    """The newest message about a kind of topic, and whether nothing was said since."""

    topic: str
    is_newest: bool


def read_last_about(
    session: Session, conversation_id: str, topic: str, *, before: int
) -> LastAbout | None:
    """What was said last below that `seq` about a topic that begins like this."""
    said = (
        sa.select(Message.topic)
        .where(
            Message.conversation_id == conversation_id,
            Message.sender != "parent",
            Message.seq < before,
        )
        .order_by(Message.seq.desc())
        .limit(1)
    )
    about = session.scalar(said.where(Message.topic.startswith(topic)))
    return None if about is None else LastAbout(about, about == session.scalar(said))


def list_waiting(session: Session, conversation_id: str) -> Sequence[Message]:
    """The parent's messages that the assistant has not taken, oldest first."""
    return session.scalars(_WAITING, {"conversation_id": conversation_id}).all()


def list_conversations_to_take_up(session: Session, *, now: datetime) -> Sequence[str]:
    """Conversations with a message that waits, is due for another try and is in nobody's hands."""
    query = (
        sa.select(Message.conversation_id)
        .join(Conversation)
        .where(
            _FOR_ASSISTANT,
            Message.next_attempt_at <= now,
            sa.or_(Conversation.lease_until.is_(None), Conversation.lease_until <= now),
        )
        .group_by(Message.conversation_id)
        .order_by(sa.func.min(Message.at))
        .limit(TAKEN_UP_AT_ONCE)
    )
    return session.scalars(query).all()


def list_untold(session: Session, *, stored_before: datetime) -> Sequence[tuple[str, str]]:
    """(conversation, message) of what waits since before then without the parent being told."""
    rows = session.execute(
        sa.select(Message.conversation_id, Message.id)
        .where(
            Message.status == "waiting",
            Message.told_waiting_at.is_(None),
            Message.at <= stored_before,
        )
        .order_by(Message.at)
        .limit(TAKEN_UP_AT_ONCE)
    )
    return [(row.conversation_id, row.id) for row in rows]


def make_waiting_due(session: Session, *, now: datetime) -> None:
    """Lets every message that waits be tried again now, whenever its next try was planned for."""
    session.execute(
        sa.update(Message)
        .where(_FOR_ASSISTANT, Message.next_attempt_at > now)
        .values(next_attempt_at=now)
    )


def mark_answered(message: Message) -> None:
    """Takes a message out of the inbox, in the transaction that stores its replies."""
    message.status = "answered"
    message.next_attempt_at = None


def mark_told(message: Message, *, now: datetime) -> None:
    """Counts a message as answered by a notice, whose facts the assistant is to take at once."""
    message.status = "told"
    message.attempts = 0
    message.next_attempt_at = now


def leave_to_person(message: Message) -> None:
    """Takes a message out of the inbox unanswered: a person has been asked to look."""
    message.status = "failed"
    message.next_attempt_at = None
