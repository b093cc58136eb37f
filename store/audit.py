"""The audit trail: who did what to which fields, never a value. Entries are added, never changed.

The database refuses to change or delete one (migration 0015). Erasing a family leaves its entries:
they name no value and nobody of the family.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.references import normalise_reference
from store.tables import AuditEntry, Referral

Kind = Literal[
    "seen", "changed", "exported", "account", "deleted", "safety_seen", "safety_exported"
]
KINDS: tuple[Kind, ...] = get_args(Kind)
SAFETY_KINDS: tuple[Kind, ...] = ("safety_seen", "safety_exported")
"""Looks at what was heard of a danger: the safeguarding lead's to see."""
WITHOUT_NAME_OF_SAFETY = {
    "safeguarding viewed": "referral viewed",
    "safeguarding copied": "referral copied",
    "danger seen in own claim": "conversation viewed",
}
"""What an entry about safety is called for everybody else."""
_LOOKS: tuple[Kind, ...] = ("seen", "exported", *SAFETY_KINDS)
# The first that fits counts; what none fits has changed something.
_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("safety_exported", re.compile("safeguarding copied")),
    ("safety_seen", re.compile("safeguarding viewed|danger seen in own claim")),
    ("exported", re.compile(r".* (copied|exported)(, .*)?|list export begun")),
    ("seen", re.compile(r".* (viewed|read|listed)(, .*)?|searched")),
    ("deleted", re.compile("erased|draft deleted|purged .*")),
    (
        "account",
        re.compile(
            r"signed (in|out)\b.*|single sign-on refused"
            r"|account set up|ended a session|(made|used) .*recovery code.*"
            r"|(added|reset|disabled|enabled|revoked) (staff|api token) .*|made \w+: staff .*"
            r"|.*passkey.*"
        ),
    ),
)


@dataclass(frozen=True)
class AuditLine:
    """An entry as it is listed, with the reference of its referral where that is still kept."""

    id: int
    at: datetime
    actor: str
    action: str
    kind: str
    fields: Sequence[str]
    reference: str | None
    conversation_id: str | None


def record_audit(
    session: Session,
    *,
    actor: str,
    action: str,
    now: datetime,
    referral_id: str | None = None,
    conversation_id: str | None = None,
    fields: Sequence[str] = (),
) -> None:
    """Adds one entry; `fields` are names of fields such as `contact.phone`."""
    session.add(
        AuditEntry(
            at=now,
            actor=actor,
            action=action,
            kind=kind_of(action),
            referral_id=referral_id,
            conversation_id=conversation_id,
            fields=sorted(fields),
        )
    )


def kind_of(action: str) -> Kind:
    """What an action is filtered by; one that nobody has named yet counts as a change."""
    return next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(action)), "changed")


def list_changes(session: Session, conversation_id: str) -> Sequence[AuditEntry]:
    """What was changed about a conversation and its referral, in order."""
    return session.scalars(
        sa.select(AuditEntry)
        .where(
            AuditEntry.conversation_id == conversation_id,
            AuditEntry.kind.not_in(_LOOKS),
        )
        .order_by(AuditEntry.id)
    ).all()


def list_audit(
    session: Session,
    *,
    kinds: Sequence[str],
    actor: str | None = None,
    but_actor: str | None = None,
    conversation_id: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    before: tuple[datetime, int] | None = None,
    limit: int,
) -> list[AuditLine]:
    """A page of the trail, the newest first; `before` is time and id of the last line seen.

    One walk along an index for each kind, and the newest of all of them: however many entries
    there are, no more than `limit` of a kind are read.
    """
    conditions: list[sa.ColumnElement[bool]] = []
    if actor is not None:
        conditions.append(AuditEntry.actor == actor)
    if but_actor is not None:
        conditions.append(AuditEntry.actor != but_actor)
    if conversation_id is not None:
        conditions.append(AuditEntry.conversation_id == conversation_id)
    if since is not None:
        conditions.append(AuditEntry.at >= since)
    if until is not None:
        conditions.append(AuditEntry.at < until)
    if before is not None:
        conditions.append(sa.tuple_(AuditEntry.at, AuditEntry.id) < before)
    walks = [
        sa.select(AuditEntry.id)
        .where(AuditEntry.kind == kind, *conditions)
        .order_by(AuditEntry.at.desc(), AuditEntry.id.desc())
        .limit(limit)
        .subquery()
        for kind in kinds
    ]
    ids = sa.union_all(*(sa.select(walk.c.id) for walk in walks)).subquery()
    rows = session.execute(
        sa.select(AuditEntry, Referral.reference)
        .join(ids, ids.c.id == AuditEntry.id)
        .outerjoin(Referral, Referral.conversation_id == AuditEntry.conversation_id)
        .order_by(AuditEntry.at.desc(), AuditEntry.id.desc())
        .limit(limit)
    )
    return [
        AuditLine(
            entry.id,
            entry.at,
            entry.actor,
            entry.action,
            entry.kind,
            entry.fields,
            reference,
            entry.conversation_id,
        )
        for entry, reference in rows
    ]


def erased_as(reference: str) -> str:
    """How the entry of an erasure keeps the reference, which is random and names nobody then."""
    return f"reference {reference}"


def find_erased(session: Session, reference: str) -> str | None:
    """The conversation that was erased under this reference; None where none was."""
    written = f'"{erased_as(normalise_reference(reference))}"'
    return session.scalar(
        sa.select(AuditEntry.conversation_id)
        .where(AuditEntry.kind == "deleted", AuditEntry.action == "erased")
        .where(sa.cast(AuditEntry.fields, sa.String).contains(written, autoescape=True))
        .limit(1)
    )


def find_last_action(session: Session, conversation_id: str, *, among: Sequence[str]) -> str | None:
    """The newest of these actions on a conversation; None where none was taken."""
    return session.scalar(
        sa.select(AuditEntry.action)
        .where(AuditEntry.conversation_id == conversation_id, AuditEntry.action.in_(among))
        .order_by(AuditEntry.id.desc())
        .limit(1)
    )
