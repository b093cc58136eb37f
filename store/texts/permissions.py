"""Whether a queued text may go out now: what is stored about its number, put to `may_text`."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.texts.times import Texted, Verdict, is_answer, may_text, start_of_day
from store.encryption import blind_index
from store.tables import Message, OutgoingText, PhoneNumber, Referral
from store.texts.suppressions import is_suppressed

WENT_OUT = ("sending", "sent", "delivered", "unknown")


def judge_text(
    session: Session, text: OutgoingText, message: Message, number: str, *, now: datetime
) -> Verdict:
    """Whether this text may go to this number (E.164) now.

    What replies to one of their texts is an answer. So is what is said within the hour after the
    last of them: a greeting, what our team writes. Everything else we start.
    """
    wrote_at = _last_wrote_at(session, text.conversation_id)
    answers = message.reply_to is not None or any(
        is_answer(moment, asked_at=wrote_at) for moment in (message.at, now)
    )
    if answers:
        contact = Texted(
            is_safe_to_text=None,
            has_opted_out=not text.is_let_through and is_suppressed(session, number),
        )
        return may_text(now, started_by_us=False, contact=contact, sent_today=0)
    contact = Texted(
        _is_safe(session, text.conversation_id, number), is_suppressed(session, number)
    )
    sent_today = _count_started(session, number, since=start_of_day(now))
    return may_text(now, started_by_us=True, contact=contact, sent_today=sent_today)


def wake_texts(session: Session, conversation_id: str, *, now: datetime) -> None:
    """Lets texts that wait for the morning be judged again: somebody has just written."""
    session.execute(
        sa.update(OutgoingText)
        .where(
            OutgoingText.conversation_id == conversation_id,
            OutgoingText.state == "waiting",
            OutgoingText.attempts == 0,
            OutgoingText.next_attempt_at > now,
        )
        .values(next_attempt_at=now)
        .execution_options(synchronize_session=False)
    )


def _last_wrote_at(session: Session, conversation_id: str) -> datetime | None:
    return session.scalar(
        sa.select(Message.at)
        .where(Message.conversation_id == conversation_id, Message.sender == "parent")
        .order_by(Message.seq.desc())
        .limit(1)
    )


def _is_safe(session: Session, conversation_id: str, number: str) -> bool | None:
    """The answer to `safe_contact`, where it was given for this very number."""
    document = session.scalar(
        sa.select(Referral.document).where(Referral.conversation_id == conversation_id)
    )
    contact = (document or {}).get("contact") or {}
    if contact.get("phone") not in (None, number):
        return None
    answer = contact.get("safe_to_text")
    return answer if isinstance(answer, bool) else None


def _count_started(session: Session, number: str, *, since: datetime) -> int:
    """How many texts we started went out to this number since then."""
    return (
        session.scalar(
            sa.select(sa.func.count())
            .select_from(OutgoingText)
            .join(Message, Message.id == OutgoingText.message_id)
            .join(PhoneNumber, PhoneNumber.conversation_id == OutgoingText.conversation_id)
            .where(
                PhoneNumber.number_index == blind_index(number),
                OutgoingText.state.in_(WENT_OUT),
                OutgoingText.sending_since >= since,
                Message.reply_to.is_(None),
            )
        )
        or 0
    )
