"""Cases of one family that came twice: offered as duplicates, merged by a person, taken apart.

The case that is merged keeps everything that it has: its messages, its referral, what waits in it.
It only stops being a line of the queue, and its referral is closed; what is open in it counts in
the case that it is part of (`refresh_case`). So nothing is moved, and undoing it can neither lose
nor double anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from store.cases.family import find_whole, list_parts, lock_cases
from store.cases.lines import LIVE, add_case, find_case
from store.cases.name_index import fold_name
from store.handling.holding import hold_case
from store.handling.steps import add_step
from store.handling.upkeep import refresh_case
from store.tables import Case, Claim, Conversation, PhoneNumber, Referral

OFFERED = 20


class NotMerged(Exception):
    """These cases cannot be merged or taken apart as they stand now."""


class OtherWayRound(NotMerged):
    """The part has a referral that is worked on and the whole has not: its dates would be lost."""


@dataclass(frozen=True)
class Duplicate:
    """A case or draft that may be of the same family, and what it has in common."""

    conversation_id: str
    reference: str | None
    status: str | None
    created_at: datetime
    has_same_phone: bool
    has_same_email: bool
    has_same_child: bool


@dataclass(frozen=True)
class MergedPart:
    """A case that is part of another now."""

    conversation_id: str
    reference: str | None


def find_duplicates(session: Session, conversation_id: str) -> list[Duplicate]:
    """Other cases with the same phone number or email, the newest first.

    A number counts wherever it is: given as an answer, or texting. Whether the child has the same
    name is looked up among those found.
    """
    parts = list_parts(session, conversation_id)
    own = session.scalars(sa.select(Referral).where(Referral.conversation_id.in_(parts))).all()
    phones = {row.phone_index for row in own if row.phone_index is not None}
    emails = {row.email_index for row in own if row.email_index is not None}
    children = {_name_of_child(row) for row in own} - {""}
    phones |= set(
        session.scalars(
            sa.select(PhoneNumber.number_index).where(PhoneNumber.conversation_id.in_(parts))
        )
    )
    if not phones and not emails:
        return []
    texting = set(
        session.scalars(
            sa.select(PhoneNumber.conversation_id)
            .where(PhoneNumber.number_index.in_(phones), PhoneNumber.conversation_id.not_in(parts))
            .order_by(PhoneNumber.added_at.desc())
            .limit(OFFERED)
        )
    )
    # Without the empty lists: with one among them SQLite would look through every referral.
    matches = [
        column.in_(values)
        for column, values in (
            (Referral.phone_index, phones),
            (Referral.email_index, emails),
            (Referral.conversation_id, texting),
        )
        if values
    ]
    rows = session.scalars(
        sa.select(Referral)
        .where(Referral.conversation_id.not_in(parts), sa.or_(*matches))
        .order_by(Referral.created_at.desc())
        .limit(OFFERED)
    ).all()
    found = [
        Duplicate(
            conversation_id=row.conversation_id,
            reference=row.reference,
            status=row.status,
            created_at=row.created_at,
            has_same_phone=row.phone_index in phones or row.conversation_id in texting,
            has_same_email=row.email_index in emails,
            has_same_child=_name_of_child(row) in children,
        )
        for row in rows
        if row.conversation_id is not None
    ]
    without_referral = session.execute(
        sa.select(Conversation.id, Conversation.created_at)
        .join(Case, Case.conversation_id == Conversation.id)
        .where(Conversation.id.in_(texting - {each.conversation_id for each in found}))
    )
    found += [
        Duplicate(row.id, None, None, row.created_at, True, False, False)
        for row in without_referral
    ]
    merged = set(
        session.scalars(
            sa.select(Case.conversation_id).where(
                Case.conversation_id.in_([each.conversation_id for each in found]),
                Case.merged_into.is_not(None),
            )
        )
    )
    return [each for each in found if each.conversation_id not in merged]


def merge_cases(
    session: Session, conversation_id: str, *, into: str, reason: str, by: int, now: datetime
) -> None:
    """Makes a case part of another; their conversations are locked first, then they are (0011).

    Raises NotMerged where they are one already, where one of them is merged elsewhere or has cases
    merged into it that would have to follow, where two colleagues answer in them, and where they
    have nothing in common: whoever asks for that has taken the wrong case. Raises OtherWayRound
    where the whole would have no referral to count the part's dates with.
    """
    lock_cases(session, into, conversation_id)
    if conversation_id == into or conversation_id not in {
        each.conversation_id for each in find_duplicates(session, into)
    }:
        raise NotMerged
    refresh_case(session, into)
    for each in sorted((conversation_id, into)):
        find_case(session, each, lock=True)
    case, whole = _case_to_merge(session, conversation_id, now), find_case(session, into)
    if whole is None or whole.merged_into is not None or case.merged_into is not None:
        raise NotMerged
    if len(list_parts(session, conversation_id)) > 1:
        raise NotMerged
    referral = _find_referral(session, conversation_id)
    if referral is not None and not _can_count_for(_find_referral(session, into), referral):
        raise OtherWayRound
    answering = _list_answering(session, [*list_parts(session, into), conversation_id])
    if len(answering) > 1:
        raise NotMerged
    holder = next(iter(answering), whole.held_by or case.held_by)
    case.merged_into = into
    case.is_open = False
    case.snoozed_until = whole.snoozed_until = None
    if referral is not None:
        case.status_before_merge = referral.status
        if referral.status in LIVE:
            referral.status = "closed"
        _note_change(referral)
    session.flush()
    if holder is not None:
        hold_case(session, into, holder, now=now)
    add_step(session, conversation_id, "merged", note=reason, by=by, now=now)
    add_step(session, into, "merged_in", note=reason, by=by, now=now)
    refresh_case(session, into)


def undo_merge(
    session: Session, conversation_id: str, *, reason: str, by: int, now: datetime
) -> None:
    """Makes a merged case one of its own again, as it was. Raises NotMerged where it is none."""
    lock_cases(session, conversation_id)
    into = find_whole(session, conversation_id)
    for each in sorted((conversation_id, into)):
        find_case(session, each, lock=True)
    case = find_case(session, conversation_id)
    if case is None or case.merged_into is None:
        raise NotMerged
    separate_case(session, case)
    add_step(session, conversation_id, "unmerged", note=reason, by=by, now=now)
    add_step(session, into, "unmerged_from", note=reason, by=by, now=now)
    refresh_case(session, conversation_id)
    refresh_case(session, into)


def separate_case(session: Session, case: Case) -> None:
    """Makes a merged case one of its own: its referral, and who has it, as before the merge.

    Whoever answers its conversation by now has it. It is not brought in step.
    """
    referral = _find_referral(session, case.conversation_id)
    before = case.status_before_merge
    if referral is not None:
        if before in LIVE and referral.status == "closed":
            referral.status = before
        _note_change(referral)
    case.merged_into = case.status_before_merge = None
    case.held_by = next(iter(_list_answering(session, [case.conversation_id])), case.held_by)
    session.flush()


def list_merged(session: Session, conversation_id: str) -> Sequence[MergedPart]:
    """The cases that are part of this one."""
    rows = session.execute(
        sa.select(Case.conversation_id, Referral.reference)
        .outerjoin(Referral, Referral.conversation_id == Case.conversation_id)
        .where(Case.merged_into == conversation_id)
        .order_by(Case.conversation_id)
    )
    return [MergedPart(row.conversation_id, row.reference) for row in rows]


def _case_to_merge(session: Session, conversation_id: str, now: datetime) -> Case:
    """The case; a draft that nobody waits for has none yet and gets one."""
    return find_case(session, conversation_id) or add_case(session, conversation_id, now=now)


def _list_answering(session: Session, conversation_ids: Sequence[str]) -> set[int]:
    """The colleagues who answer one of these conversations: whoever answers has the case."""
    return set(
        session.scalars(
            sa.select(Claim.staff_id).where(Claim.conversation_id.in_(conversation_ids))
        )
    )


def _find_referral(session: Session, conversation_id: str) -> Referral | None:
    return session.scalars(
        sa.select(Referral).where(Referral.conversation_id == conversation_id).with_for_update()
    ).first()


def _can_count_for(whole: Referral | None, part: Referral) -> bool:
    """Whether dates of the part go on counting in the whole, also where the part is sent later."""
    return whole is not None and (whole.status in LIVE or part.status not in LIVE)


def _note_change(referral: Referral) -> None:
    """Lets programs that ask for what has changed learn of it, also where the status stays."""
    flag_modified(referral, "status")


def _name_of_child(row: Referral) -> str:
    name = (row.document.get("child") or {}).get("name") or ""
    return " ".join(fold_name(str(name)))
