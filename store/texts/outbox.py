"""The outbox of texts: queued with the message, sent in order, each at most once.

A text is `waiting`; then `sending`, on disk before the request to the provider goes out; then
`sent` (the provider has it), `delivered`, `failed`, `suppressed` (its number asked for no texts),
`withheld` (nobody said that texts to it are safe) or `unknown` (nobody can say whether the provider
has it; it is never sent again). One that is found `sending` after its lease is in doubt: it is
looked up at the provider before anything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.texts.counting import count_segments, split_text
from store.handling.handovers import record_handover
from store.tables import Message, OutgoingText, PhoneNumber
from store.texts.permissions import judge_text
from store.texts.suppressions import is_suppressed, suppress

# Twilio refuses a longer Body (error 21617).
LONGEST_BODY = 1_600
OPTED_OUT = 21610
WITHHELD = "text withheld"
# Words about danger wait for nothing: they overtake what is held up before them, and they answer a
# number that asked for no texts too.
SAFETY = "safety:"
IN_QUEUE = ("waiting", "sending")
# The provider's words for how far a text has come, in order; a later word wins.
STEPS = ("accepted", "scheduled", "queued", "sending", "sent", "failed", "undelivered", "delivered")
STATES_OF_STEPS = {"failed": "failed", "undelivered": "failed", "delivered": "delivered"}

GivenUp = Literal["failed", "suppressed", "unknown"]


@dataclass(frozen=True)
class TextToSend:
    """A text that this process may send now. One in doubt may be with the provider already.

    `known_sids` are the provider's ids of the conversation's other texts.
    """

    id: int
    conversation_id: str
    reference: str
    number: str
    body: str
    is_in_doubt: bool
    is_suppressed: bool
    attempts: int
    created_at: datetime
    sending_since: datetime
    known_sids: frozenset[str]


@dataclass(frozen=True)
class Receipt:
    """A text that a delivery receipt told something new of."""

    conversation_id: str
    state: str
    error_code: int | None


def queue_text(session: Session, message: Message) -> None:
    """Queues a message for the phone of its conversation, in parts where it is very long.

    Nothing is queued where no phone is known: a conversation in the terminal, say.
    """
    if session.get(PhoneNumber, message.conversation_id) is None:
        return
    session.flush()
    is_about_danger = (message.topic or "").startswith(SAFETY)
    for part, body in enumerate(split_text(message.text, LONGEST_BODY)):
        session.add(
            OutgoingText(
                message_id=message.id,
                part=part,
                conversation_id=message.conversation_id,
                segments=count_segments(body).segments,
                is_urgent=is_about_danger,
                is_let_through=is_about_danger,
                state="waiting",
                attempts=0,
                next_attempt_at=message.at,
                created_at=message.at,
            )
        )
        session.flush()


def let_through(session: Session, message_id: str) -> None:
    """Lets a message go to its number even if that is suppressed: the answer to STOP or HELP."""
    session.flush()
    session.execute(
        sa.update(OutgoingText)
        .where(OutgoingText.message_id == message_id)
        .values(is_let_through=True)
    )


def word_text(session: Session, message_id: str, words: str) -> None:
    """Gives the text of a message other words than the message keeps: those with a code in them.

    They are forgotten as soon as the text needs them no more.
    """
    session.flush()
    session.execute(
        sa.update(OutgoingText)
        .where(OutgoingText.message_id == message_id)
        .values(words=words, segments=count_segments(words).segments)
    )


def has_due_texts(session: Session, *, now: datetime) -> bool:
    """Whether there is anything to send or to look up."""
    return session.scalar(_due(now, 1)) is not None


def take_due_texts(
    session: Session, *, owner: str, now: datetime, lease_until: datetime, limit: int
) -> list[TextToSend]:
    """Takes up to `limit` texts, of each conversation the next one, and marks them `sending`.

    One about danger is taken too while another of its conversation is held up.
    """
    taken = []
    due = session.scalars(_due(now, limit).with_for_update(skip_locked=True)).all()
    for text in due:
        message = session.get_one(Message, text.message_id)
        phone = session.get(PhoneNumber, text.conversation_id)
        if phone is None:
            _end(text, "failed")
            continue
        is_in_doubt = text.state == "sending"
        gets_none = not text.is_let_through and is_suppressed(session, phone.number)
        if not is_in_doubt:
            verdict = judge_text(session, text, message, phone.number, now=now)
            if verdict.may == "never":
                _end(text, "suppressed" if gets_none else "withheld")
                if not gets_none:
                    _tell_of_withheld(session, text, now)
                continue
            if verdict.until is not None:
                text.next_attempt_at = verdict.until
                continue
            text.state, text.sending_since = "sending", now
        text.attempts += 1
        text.lease_owner, text.next_attempt_at = owner, lease_until
        taken.append(
            TextToSend(
                id=text.id,
                conversation_id=text.conversation_id,
                reference=f"{text.message_id}.{text.part}",
                number=phone.number,
                body=text.words or split_text(message.text, LONGEST_BODY)[text.part],
                is_in_doubt=is_in_doubt,
                is_suppressed=gets_none,
                attempts=text.attempts,
                created_at=text.created_at,
                sending_since=text.sending_since or now,
                known_sids=_known_sids(session, text) if is_in_doubt else frozenset(),
            )
        )
    return taken


def mark_sent(session: Session, text_id: int, sid: str) -> None:
    """Notes that the provider has the text. A receipt that came first is not overridden."""
    text = session.get(OutgoingText, text_id)
    if text is not None and text.provider_sid is None:
        text.provider_sid, text.lease_owner = sid, None
        _end(text, STATES_OF_STEPS.get(text.receipt or "", "sent"))


def put_text_off(
    session: Session, text_id: int, *, owner: str, until: datetime, is_in_doubt: bool
) -> None:
    """Lets the text be tried again from then on; one in doubt is looked up first."""
    text = _find_held(session, text_id, owner)
    if text is not None:
        text.state = "sending" if is_in_doubt else "waiting"
        text.lease_owner, text.next_attempt_at = None, until


def give_text_up(
    session: Session, text_id: int, *, owner: str, state: GivenUp, error_code: int | None = None
) -> bool:
    """Ends the text's way without its having been sent. True when it was still ours to end."""
    text = _find_held(session, text_id, owner)
    if text is None:
        return False
    text.error_code, text.lease_owner = error_code, None
    _end(text, state)
    return True


def receive_receipt(
    session: Session,
    *,
    sid: str,
    reference: str | None,
    step: str,
    error_code: int | None,
    now: datetime,
) -> Receipt | None:
    """Keeps the provider's word on a text; None when it says nothing new or nothing of ours.

    Receipts may come in any order and before the answer to the request that sent the text: then
    `reference`, which went out with the request, says which text it is.
    """
    text = _find_by_sid(session, sid) or _find_by_reference(session, reference)
    if text is None or text.provider_sid not in (None, sid) or step not in STEPS:
        return None
    text.provider_sid, text.lease_owner = sid, None
    if text.receipt is not None and STEPS.index(step) <= STEPS.index(text.receipt):
        if text.state in IN_QUEUE:
            _end(text, STATES_OF_STEPS.get(text.receipt, "sent"))
        return None
    text.receipt = step
    _end(text, STATES_OF_STEPS.get(step, "sent"))
    text.error_code = error_code if text.state == "failed" else None
    if error_code == OPTED_OUT:
        phone = session.get(PhoneNumber, text.conversation_id)
        if phone is not None:
            suppress(session, phone.number, why="provider says opted out", now=now)
    return Receipt(text.conversation_id, text.state, text.error_code)


def _end(text: OutgoingText, state: str) -> None:
    """Takes a text out of the queue, with the words that only the phone was to get."""
    text.state, text.words = state, None


def _tell_of_withheld(session: Session, text: OutgoingText, now: datetime) -> None:
    """Asks a person to reach them in another way. They wait for nothing: they know of no text."""
    record_handover(
        session, text.conversation_id, reason=WITHHELD, priority="soon", now=now, is_awaited=False
    )


def _due(now: datetime, limit: int) -> sa.Select[OutgoingText]:
    first = (
        sa.select(sa.func.min(OutgoingText.id))
        .where(OutgoingText.state.in_(IN_QUEUE))
        .group_by(OutgoingText.conversation_id)
    )
    return (
        sa.select(OutgoingText)
        .where(
            sa.or_(OutgoingText.id.in_(first), OutgoingText.is_urgent),
            # Of a row that another process took meanwhile, PostgreSQL looks at these again.
            OutgoingText.state.in_(IN_QUEUE),
            OutgoingText.next_attempt_at <= now,
        )
        .order_by(OutgoingText.is_urgent.desc(), OutgoingText.id)
        .limit(limit)
    )


def _find_held(session: Session, text_id: int, owner: str) -> OutgoingText | None:
    """The text, if this process still has it: not erased, not told of by a receipt meanwhile."""
    return session.scalars(
        sa.select(OutgoingText)
        .where(OutgoingText.id == text_id, OutgoingText.lease_owner == owner)
        .with_for_update()
    ).first()


def _find_by_sid(session: Session, sid: str) -> OutgoingText | None:
    return session.scalars(
        sa.select(OutgoingText).where(OutgoingText.provider_sid == sid).with_for_update()
    ).first()


def _find_by_reference(session: Session, reference: str | None) -> OutgoingText | None:
    message_id, _dot, part = (reference or "").partition(".")
    if not part.isdecimal():
        return None
    return session.scalars(
        sa.select(OutgoingText)
        .where(OutgoingText.message_id == message_id, OutgoingText.part == int(part))
        .with_for_update()
    ).first()


def _known_sids(session: Session, text: OutgoingText) -> frozenset[str]:
    sids: Sequence[str | None] = session.scalars(
        sa.select(OutgoingText.provider_sid).where(
            OutgoingText.conversation_id == text.conversation_id,
            OutgoingText.provider_sid.is_not(None),
        )
    ).all()
    return frozenset(sid for sid in sids if sid is not None)
