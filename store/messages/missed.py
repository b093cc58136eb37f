"""What the assistant could not answer: which messages, and their words for whoever may see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.cases.lines import SAFETY
from store.messages.record import find_question
from store.tables import Consent, Handover, Message, MissedMessage, SafetyEvent


@dataclass(frozen=True)
class Missed:
    """The words of a message that was not understood, as they were written."""

    question: str | None
    text: str
    at: datetime


def note_miss(session: Session, message: Message) -> None:
    """Notes that the answer to this message was that it was not understood. Once a message."""
    if session.get(MissedMessage, message.id) is not None:
        return
    question = find_question(session, message.conversation_id, before=message.seq)
    session.add(
        MissedMessage(
            message_id=message.id,
            conversation_id=message.conversation_id,
            question=question.asks if question is not None else None,
            at=message.at,
        )
    )


def count_missed(session: Session, begin: datetime, end: datetime) -> dict[str, int]:
    """How many messages were not understood, by the question before them; "" for none."""
    rows = session.execute(
        sa.select(MissedMessage.question, sa.func.count())
        .where(*_may_be_shown(begin, end))
        .group_by(MissedMessage.question)
    )
    return {question or "": count for question, count in rows}


def list_missed(
    session: Session, begin: datetime, end: datetime, *, limit: int
) -> Sequence[Missed]:
    """The newest of them with their words, which nobody may see before they are redacted."""
    rows = session.execute(
        sa.select(MissedMessage.question, Message.text, MissedMessage.at)
        .join(Message, Message.id == MissedMessage.message_id)
        .where(*_may_be_shown(begin, end))
        .order_by(MissedMessage.at.desc(), MissedMessage.message_id)
        .limit(limit)
    )
    return [Missed(row.question, row.text, row.at) for row in rows]


def _may_be_shown(begin: datetime, end: datetime) -> tuple[sa.ColumnElement[Any], ...]:
    """Not from a conversation in which a danger was heard, nor one whose parent said no."""
    in_danger = sa.select(SafetyEvent.conversation_id)
    handed_over = sa.select(Handover.conversation_id).where(Handover.reason.startswith(SAFETY))
    refused = sa.select(Consent.conversation_id).where(
        Consent.kind == "store", Consent.given.is_(False)
    )
    return (
        MissedMessage.at >= begin,
        MissedMessage.at < end,
        MissedMessage.conversation_id.not_in(in_danger),
        MissedMessage.conversation_id.not_in(handed_over),
        MissedMessage.conversation_id.not_in(refused),
    )
