"""Two cases that may be of one family, side by side, for whoever decides on merging them.

Separated parents may share a number. What tells them apart has to be seen before their words come
into one line of time: who they are, who it is about, which council, what each agreed to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from casework.referral.draft import Draft
from casework.referral.show import show_date, show_phone
from frontdesk.staff.rights import SignedIn
from frontdesk.staff.texts import load_staff_texts
from store.audit import record_audit
from store.handling.merging import Duplicate
from store.referrals.drafts import load_draft, to_draft

COMPARED = ("adult", "phone", "child", "born", "council", "store", "share_with_council")


@dataclass(frozen=True)
class Compared:
    """One fact of both cases; None where it is not known."""

    name: str
    here: str | None
    there: str | None


@dataclass(frozen=True)
class LikelyFamily:
    """A case that is offered for merging, and what stands in both."""

    other: Duplicate
    rows: Sequence[Compared]
    has_other_adult: bool
    has_other_child: bool


def compare_families(
    session: Session, conversation_id: str, others: Sequence[Duplicate], who: SignedIn
) -> list[LikelyFamily]:
    """Each of the others beside this case; each look into another one is in the audit trail."""
    if not others:
        return []
    here = _read_facts(session, conversation_id)
    return [_compare(session, here, other, who) for other in others]


def _compare(
    session: Session, here: dict[str, str | None], other: Duplicate, who: SignedIn
) -> LikelyFamily:
    there = _read_facts(session, other.conversation_id)
    if any(there.values()):
        record_audit(
            session,
            actor=who.actor,
            action="referral viewed",
            now=datetime.now(UTC),
            conversation_id=other.conversation_id,
            fields=["name", "phone", "child.name", "council", "consent"],
        )
    return LikelyFamily(
        other,
        [Compared(name, here[name], there[name]) for name in COMPARED],
        has_other_adult=_differ(here["adult"], there["adult"]),
        has_other_child=_differ(here["child"], there["child"]),
    )


def _differ(here: str | None, there: str | None) -> bool:
    """Whether both are known and are not the same: a first name alone may be the same person."""
    if here is None or there is None:
        return False
    return " ".join(here.split()).casefold() != " ".join(there.split()).casefold()


def _read_facts(session: Session, conversation_id: str) -> dict[str, str | None]:
    stored = load_draft(session, conversation_id)
    return dict.fromkeys(COMPARED) if stored is None else _facts_of(to_draft(stored))


def _facts_of(draft: Draft) -> dict[str, str | None]:
    referral, says = draft.referral, load_staff_texts("referral")["consents"]
    born, age = referral.child.date_of_birth, referral.child.age
    said = {True: says["yes"], False: says["no"], None: says["not_asked"]}
    consent = referral.consent
    return {
        "adult": referral.referrer.name,
        "phone": show_phone(referral.contact.phone) if referral.contact.phone else None,
        "child": referral.child.name,
        "born": show_date(born) if born else str(age) if age is not None else None,
        "council": referral.council.name,
        "store": said[consent.store.given],
        "share_with_council": said[consent.share_with_council.given],
    }
