"""What a colleague changes in a referral: answers, coverage, requirement, certificate issued.

Each goes with the revision that the page showed, or is checked as the answer it is: nobody
confirms what they have not seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.corrections.by_colleagues import NotAnAnswer, put_certificate
from casework.referral.draft import Draft
from casework.referral.record import CoverageStatus
from store.cases.clocks import CERTIFICATE_TAKEN_BACK
from store.handling.steps import add_step
from store.handling.trail import record_case_audit
from store.handling.upkeep import refresh_case
from store.referrals.answer_changes import record_answer_changes
from store.referrals.drafts import StoredDraft, to_draft, to_stored_draft, write_document
from store.tables import Case, Handover
from store.tables import Referral as Row


class ChangedMeanwhile(Exception):
    """The referral is not any more what the colleague saw."""


CONFIRMED_COVERAGE: tuple[CoverageStatus, ...] = ("listed", "other_provider", "not_listed")


def change_answer(
    session: Session,
    conversation_id: str,
    field: str,
    correct: Callable[[Draft], Draft],
    *,
    reason: str,
    revision: int,
    by: int,
    now: datetime,
) -> bool:
    """Puts an answer of a referral that was sent right; `correct` gives the draft that is to be.

    What it was and became is kept encrypted beside the reason; the audit names the field. False
    where there is no such referral. Raises ChangedMeanwhile where the referral has another
    `revision` by now, and what `correct` raises.
    """
    row = _lock_row(session, conversation_id)
    if row is None or row.status == "draft":
        return False
    if row.revision != revision:
        raise ChangedMeanwhile
    stored = to_stored_draft(row)
    before = to_draft(stored)
    after = correct(before)
    step = add_step(session, conversation_id, "answer_changed", by=by, now=now, note=reason)
    changed = record_answer_changes(
        session, conversation_id, before, after, by=by, now=now, step_id=step
    )
    write_document(row, _merged(stored, after), now)
    row.progress = after.progress.model_dump(mode="json")
    _keep_priority(session, conversation_id, before, after)
    session.flush()
    fields = sorted({field, *changed})
    confirmed_by = [draft.referral.requirement.confirmed_by for draft in (before, after)]
    if confirmed_by[0] != confirmed_by[1]:
        fields.append("requirement.confirmed_by")
    record_case_audit(session, conversation_id, by, "answer changed", fields, now=now)
    if before.referral.certificate.held and not after.referral.certificate.held:
        add_step(session, conversation_id, CERTIFICATE_TAKEN_BACK, by=by, now=now)
    refresh_case(session, conversation_id)
    return True


def confirm_requirement(
    session: Session, conversation_id: str, *, name: str, revision: int, by: int, now: datetime
) -> bool:
    """Notes who has checked what the law asks for. False where there is no referral.

    Raises ChangedMeanwhile where the referral has another `revision` by now.
    """

    def confirm(draft: Draft) -> Draft:
        draft.referral.requirement.confirmed_by = name
        return draft

    fields = ["requirement.confirmed_by"]
    return _change(
        session, conversation_id, confirm, "requirement confirmed", fields, by, now, revision
    )


def confirm_coverage(
    session: Session,
    conversation_id: str,
    coverage: CoverageStatus,
    *,
    revision: int,
    by: int,
    now: datetime,
) -> bool:
    """Notes whether the council is one of ours. False where there is no referral.

    Raises ChangedMeanwhile where the referral has another `revision` by now.
    """

    def confirm(draft: Draft) -> Draft:
        referral = draft.referral
        referral.council.coverage = coverage
        reasons = [
            reason for reason in referral.handover.reasons if not reason.startswith("coverage_")
        ]
        if coverage != "listed":
            reasons.append(f"coverage_{coverage}")
        referral.handover.reasons = reasons
        return draft

    fields = ["council.coverage", "handover.reasons"]
    return _change(
        session, conversation_id, confirm, "coverage confirmed", fields, by, now, revision
    )


def note_certificate(
    session: Session, conversation_id: str, issued_on: date, *, today: date, by: int, now: datetime
) -> bool:
    """Puts the certificate into the referral and counts the dates anew.

    So it does in referrals that were merged into this case, where it can be theirs: else their
    dates would go on counting.

    From then on the date to appeal is counted, a month from the certificate where that is later
    (SEND Regulations 2014, through casework/law/deadlines.py). What was confirmed falls as with any
    other answer. False where there is no referral. Raises NotAnAnswer of
    casework.corrections.by_colleagues for a day that no certificate of this referral can have.
    """

    def note(draft: Draft) -> Draft:
        return put_certificate(draft, issued_on, today)

    def change(part: str) -> bool:
        fields = ["certificate.held", "certificate.date", "deadlines"]
        return _change(session, part, note, "certificate issued", fields, by, now)

    for part in _list_merged_sent(session, conversation_id):
        with suppress(NotAnAnswer):
            change(part)
    return change(conversation_id)


def _list_merged_sent(session: Session, conversation_id: str) -> Sequence[str]:
    return session.scalars(
        sa.select(Case.conversation_id)
        .join(Row, Row.conversation_id == Case.conversation_id)
        .where(Case.merged_into == conversation_id, Row.submitted_at.is_not(None))
        .order_by(Case.conversation_id)
    ).all()


def _change(
    session: Session,
    conversation_id: str,
    change: Callable[[Draft], Draft],
    action: str,
    fields: list[str],
    by: int,
    now: datetime,
    revision: int | None = None,
) -> bool:
    row = _lock_row(session, conversation_id)
    if row is None:
        return False
    if revision is not None and row.revision != revision:
        raise ChangedMeanwhile
    stored = to_stored_draft(row)
    draft = change(to_draft(stored))
    record_answer_changes(session, conversation_id, to_draft(stored), draft, by=by, now=now)
    write_document(row, _merged(stored, draft), now)
    row.progress = draft.progress.model_dump(mode="json")
    _keep_priority(session, conversation_id, to_draft(stored), draft)
    session.flush()
    record_case_audit(session, conversation_id, by, action, fields, now=now)
    refresh_case(session, conversation_id)
    return True


def _keep_priority(session: Session, conversation_id: str, before: Draft, after: Draft) -> None:
    """The referral that waits for a person is as urgent as its dates are now, and no more."""
    priority = after.referral.handover.priority
    if priority == before.referral.handover.priority:
        return
    session.execute(
        sa.update(Handover)
        .where(
            Handover.conversation_id == conversation_id,
            Handover.reason == "new_referral",
            Handover.status == "open",
        )
        .values(priority=priority)
        .execution_options(synchronize_session="fetch")
    )


def _lock_row(session: Session, conversation_id: str) -> Row | None:
    return session.scalars(
        sa.select(Row).where(Row.conversation_id == conversation_id).with_for_update()
    ).first()


def _merged(stored: StoredDraft, draft: Draft) -> dict[str, Any]:
    """The document as it was, with what the store and the bot wrote beside the referral's parts."""
    return {**stored.document, **draft.referral.to_document()}
