"""Reads one conversation for a colleague: what they may see of it, and how things stand.

What speaks of a danger is the safeguarding lead's. But whoever writes with a parent must not be
blind to what is written to them: a danger that comes up during a colleague's own claim is shown to
that colleague, and noted (docs/decisions/0011-who-answers-now.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from casework.referral.summary import SummaryRow, summary_rows
from frontdesk.staff.reading.dangers import Dangers, read_dangers
from frontdesk.staff.rights import SignedIn
from frontdesk.takeover import channel_of_parent
from store.accounts.staff import name_staff
from store.audit import record_audit
from store.conversations.opening import find_conversation
from store.handling.steps import list_notes
from store.messages.record import list_messages
from store.referrals.drafts import load_draft, to_draft
from store.tables import Conversation, Message
from store.takeover.claims import Claimed, find_claim
from store.takeover.presence import Present, is_noted, list_present, note_presence
from store.texts.outlook import TextOutlook, foresee_text

DANGER_SEEN = "danger seen in own claim"
"""In the audit trail; for all but the lead it reads as a look (store/audit.py)."""
NEEDS = (
    "safe_contact",
    "access_needs",
    "interpreter",
    "language",
    "meeting_format",
    "supporters",
    "best_time",
)


@dataclass(frozen=True)
class SeenLine:
    """A message as this colleague may see it; without its text where it is not for them."""

    seq: int
    sender: str
    by: str | None
    channel: str
    at: datetime
    text: str | None
    is_danger: bool


@dataclass(frozen=True)
class Standing:
    """Who answers now, who else is here, and where a reply would go."""

    conversation_id: str
    mode: str
    held: Claimed | None
    is_mine: bool
    present: Sequence[Present]
    channel: str
    outlook: TextOutlook | None


@dataclass(frozen=True)
class Family:
    """What whoever writes has to have in sight; `not_asked` names what nobody has asked about."""

    reference: str | None
    needs: Sequence[SummaryRow]
    not_asked: Sequence[str]


@dataclass(frozen=True)
class Note:
    """What was noted, by whom and when."""

    name: str
    text: str
    at: datetime


@dataclass(frozen=True)
class SeenConversation:
    """A conversation as a colleague may see it."""

    standing: Standing
    family: Family
    lines: Sequence[SeenLine]
    notes: Sequence[Note]


def see_conversation(
    session: Session, conversation_id: str, who: SignedIn
) -> SeenConversation | None:
    """All of it, with an entry in the audit trail; None where there is none."""
    conversation = find_conversation(session, conversation_id)
    if conversation is None:
        return None
    note_presence(session, conversation_id, who.staff_id, is_replying=False, now=_now())
    standing = read_standing(session, conversation, who)
    lines = _read_lines(session, standing, who, after=0)
    # One entry, whichever: a second one of the same moment would tell that there was a danger.
    seen = DANGER_SEEN if _shows_danger(lines, who) else "conversation viewed"
    _record(session, conversation_id, who, seen)
    return SeenConversation(
        standing,
        _read_family(session, conversation_id),
        lines,
        _read_notes(session, conversation_id),
    )


def see_news(
    session: Session, conversation_id: str, who: SignedIn, *, after: int, is_replying: bool
) -> tuple[Standing, Sequence[SeenLine]] | None:
    """How things stand and what was said since; notes that this colleague is here."""
    conversation = find_conversation(session, conversation_id)
    if conversation is None:
        return None
    now = _now()
    if not is_noted(session, conversation_id, who.staff_id, is_replying=is_replying, now=now):
        note_presence(session, conversation_id, who.staff_id, is_replying=is_replying, now=now)
    standing = read_standing(session, conversation, who)
    lines = _read_lines(session, standing, who, after=after)
    if _shows_danger(lines, who):
        _record(session, conversation_id, who, DANGER_SEEN)
    return standing, lines


def read_standing(session: Session, conversation: Conversation, who: SignedIn) -> Standing:
    """Who answers now, who else is here, and what would become of a reply."""
    held = find_claim(session, conversation.id)
    channel = channel_of_parent(session, conversation)
    is_by_text = channel == "sms"
    return Standing(
        conversation_id=conversation.id,
        mode=conversation.mode,
        held=held,
        is_mine=held is not None and held.staff_id == who.staff_id,
        present=list_present(session, conversation.id, but=who.staff_id, now=_now()),
        channel=channel,
        outlook=foresee_text(session, conversation.id, now=_now()) if is_by_text else None,
    )


def _read_lines(
    session: Session, standing: Standing, who: SignedIn, *, after: int
) -> Sequence[SeenLine]:
    dangers = read_dangers(session, [standing.conversation_id])
    messages = list_messages(session, standing.conversation_id, after=after)
    return [_to_line(message, dangers, standing, who) for message in messages]


def _shows_danger(lines: Sequence[SeenLine], who: SignedIn) -> bool:
    """Whether somebody who is not safeguarding lead is shown a danger, in their own claim."""
    return not who.sees_safeguarding and any(line.is_danger and line.text for line in lines)


def _to_line(message: Message, dangers: Dangers, standing: Standing, who: SignedIn) -> SeenLine:
    is_danger = dangers.is_in(message)
    is_during_own_claim = (
        standing.is_mine and standing.held is not None and message.at >= standing.held.claimed_at
    )
    is_shown = not is_danger or who.sees_safeguarding or is_during_own_claim
    return SeenLine(
        seq=message.seq,
        sender=message.sender,
        by=message.by,
        channel=message.channel,
        at=message.at,
        text=message.text if is_shown else None,
        is_danger=is_danger,
    )


def _read_notes(session: Session, conversation_id: str) -> list[Note]:
    names = name_staff(session)
    return [
        Note(names.get(step.by, ""), step.note, step.at)
        for step in list_notes(session, conversation_id)
        if step.note is not None
    ]


def _read_family(session: Session, conversation_id: str) -> Family:
    stored = load_draft(session, conversation_id)
    if stored is None:
        return Family(None, [], ["access", "interpreter", "safe_contact"])
    draft = to_draft(stored)
    rows = {row.field: row for row in summary_rows(draft)}
    asked = {
        "access": draft.referral.access.asked,
        "interpreter": draft.referral.interpreter.asked,
        "safe_contact": "safe_contact" in rows,
    }
    return Family(
        stored.reference,
        [rows[field] for field in NEEDS if field in rows],
        [name for name, was_asked in asked.items() if not was_asked],
    )


def _record(session: Session, conversation_id: str, who: SignedIn, action: str) -> None:
    record_audit(
        session, actor=who.actor, action=action, now=_now(), conversation_id=conversation_id
    )


def _now() -> datetime:
    return datetime.now(UTC)
