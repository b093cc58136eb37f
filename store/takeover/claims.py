"""Claims: which colleague answers a conversation, and how long the parent has waited for them.

Who answers is `Conversation.mode`: while it is `staff` there is one row in `claims`, and nobody but
that colleague writes. docs/decisions/0011-who-answers-now.md has the table of states.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.cases.lines import list_open
from store.conversations.opening import release_lease
from store.handling.handovers import close_handover
from store.handling.holding import hold_case
from store.messages.record import leave_to_person, list_waiting
from store.tables import Claim, Conversation, Staff

RETURNED_AT_ONCE = 50
ANSWERED_BY_WRITING = ("asked_for_person", "assistant gave up", "assistant_failed", "claim ran out")
"""Reasons for a handover that are settled once a colleague has written with the parent."""
OUTCOME = "answered"


@dataclass(frozen=True)
class Claimed:
    """Who answers a conversation, since when, and since when the parent waits for them."""

    staff_id: int
    name: str
    claimed_at: datetime
    waits_since: datetime | None

    @property
    def first_name(self) -> str:
        """What a parent is told of the name."""
        return first_name_of(self.name)


def first_name_of(name: str) -> str:
    """The first word of a name."""
    return (name.split() or [""])[0]


def find_claim(session: Session, conversation_id: str) -> Claimed | None:
    """Who answers this conversation; None where no colleague does."""
    row = session.execute(
        sa.select(Claim, Staff.name)
        .join(Staff, Staff.id == Claim.staff_id)
        .where(Claim.conversation_id == conversation_id)
    ).first()
    if row is None:
        return None
    claim, name = row
    return Claimed(claim.staff_id, name, claim.claimed_at, claim.waits_since)


def put_claim(session: Session, conversation: Conversation, staff_id: int, now: datetime) -> None:
    """Gives a locked conversation to a colleague, in place of whoever had it, with its case.

    A turn that is under way loses its lease, so that its reply is not stored; what still waits is
    the colleague's to answer.
    """
    claim = session.get(Claim, conversation.id)
    if claim is None:
        claim = Claim(conversation_id=conversation.id)
        session.add(claim)
    claim.staff_id, claim.claimed_at, claim.waits_since = staff_id, now, now
    conversation.mode = "staff"
    release_lease(conversation)
    for message in list_waiting(session, conversation.id):
        leave_to_person(message)
    session.flush()
    hold_case(session, conversation.id, staff_id, now=now)


def end_claim(session: Session, conversation: Conversation, *, mode: str) -> dict[str, Any] | None:
    """Ends the claim of a locked conversation, which is in this mode from now on.

    Returns the question that the assistant was about to ask when it fell silent.
    """
    conversation.mode = mode
    claim = session.get(Claim, conversation.id)
    if claim is None:
        return None
    question = claim.question
    session.delete(claim)
    session.flush()
    return question


def settle_handovers(session: Session, conversation_id: str, *, by: int, now: datetime) -> None:
    """Closes the requests for a person that this colleague has fulfilled by writing.

    Asked once more after that, somebody is asked once more.
    """
    for handover in list_open(session, conversation_id):
        if handover.reason in ANSWERED_BY_WRITING:
            close_handover(
                session,
                handover.id,
                conversation_id,
                outcome=OUTCOME,
                note=None,
                by=by,
                now=now,
            )


def note_parent_waits(session: Session, conversation_id: str, *, since: datetime) -> None:
    """Notes that the parent has written and waits for the colleague; the first time counts."""
    session.execute(
        sa.update(Claim)
        .where(Claim.conversation_id == conversation_id, Claim.waits_since.is_(None))
        .values(waits_since=since)
    )


def note_staff_wrote(session: Session, conversation_id: str) -> None:
    """Notes that the colleague has written: nobody waits for them now."""
    session.execute(
        sa.update(Claim).where(Claim.conversation_id == conversation_id).values(waits_since=None)
    )


def keep_question(session: Session, conversation_id: str, question: dict[str, Any]) -> None:
    """Keeps what the assistant would have asked, had nobody claimed the conversation meanwhile."""
    claim = session.get(Claim, conversation_id)
    if claim is not None:
        claim.question = question
        session.flush()


def list_run_out(session: Session, *, waits_since: datetime) -> Sequence[str]:
    """Conversations whose parent has waited for the colleague since then or longer."""
    return session.scalars(
        sa.select(Claim.conversation_id)
        .where(Claim.waits_since <= waits_since)
        .order_by(Claim.waits_since)
        .limit(RETURNED_AT_ONCE)
    ).all()
