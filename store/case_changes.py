"""What a colleague changes in a referral: coverage, requirement, and the certificate issued."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.draft import Draft
from casework.referral import CoverageStatus, Referral
from casework.result import update_result
from store.cases import record_case_audit, refresh_case
from store.drafts import StoredDraft, load_draft, to_draft, write_document
from store.models import Referral as Row

CONFIRMED_COVERAGE: tuple[CoverageStatus, ...] = ("listed", "other_provider", "not_listed")


def confirm_requirement(
    session: Session, conversation_id: str, *, name: str, by: int, now: datetime
) -> bool:
    """Notes who has checked what the law asks for. False where there is no referral."""

    def confirm(draft: Draft) -> None:
        draft.referral.requirement.confirmed_by = name

    fields = ["requirement.confirmed_by"]
    return _change(session, conversation_id, confirm, "requirement confirmed", fields, by, now)


def confirm_coverage(
    session: Session, conversation_id: str, coverage: CoverageStatus, *, by: int, now: datetime
) -> bool:
    """Notes whether the council is one of ours. False where there is no referral."""

    def confirm(draft: Draft) -> None:
        referral = draft.referral
        referral.council.coverage = coverage
        reasons = [
            reason for reason in referral.handover.reasons if not reason.startswith("coverage_")
        ]
        if coverage != "listed":
            reasons.append(f"coverage_{coverage}")
        referral.handover.reasons = reasons

    fields = ["council.coverage", "handover.reasons"]
    return _change(session, conversation_id, confirm, "coverage confirmed", fields, by, now)


def note_certificate(
    session: Session, conversation_id: str, issued_on: date, *, today: date, by: int, now: datetime
) -> bool:
    """Puts the certificate into the referral and counts the dates anew.

    From then on the date to appeal is counted, a month from the certificate where that is later
    (SEND Regulations 2014, through casework/deadlines.py). A requirement that reads differently
    with the certificate has to be confirmed again. False where there is no referral.
    """

    def note(draft: Draft) -> None:
        referral = draft.referral
        before = _law_of(referral)
        referral.certificate.held, referral.certificate.date = True, issued_on
        update_result(draft, today)
        if _law_of(referral) != before:
            referral.requirement.confirmed_by = None

    fields = ["certificate.held", "certificate.date", "deadlines"]
    return _change(session, conversation_id, note, "certificate issued", fields, by, now)


def _law_of(referral: Referral) -> dict[str, Any]:
    asked = {"certificate", "mediation", "disagreement_resolution", "rule"}
    return referral.requirement.model_dump(include=asked)


def _change(
    session: Session,
    conversation_id: str,
    change: Callable[[Draft], None],
    action: str,
    fields: list[str],
    by: int,
    now: datetime,
) -> bool:
    row = session.scalars(
        sa.select(Row).where(Row.conversation_id == conversation_id).with_for_update()
    ).first()
    stored = load_draft(session, conversation_id)
    if row is None or stored is None:
        return False
    draft = to_draft(stored)
    change(draft)
    write_document(row, _merged(stored, draft), now)
    session.flush()
    record_case_audit(session, conversation_id, by, action, fields, now=now)
    refresh_case(session, conversation_id)
    return True


def _merged(stored: StoredDraft, draft: Draft) -> dict[str, Any]:
    """The document as it was, with what the store and the bot wrote beside the referral's parts."""
    return {**stored.document, **draft.referral.to_document()}
