"""One referral, to read: what the family needs of us first, then dates, law, answers, messages."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import Response

from casework.summary import SummaryRow, summary_rows
from frontdesk.service import AtService, Service
from frontdesk.staff.case_page import Work, read_work, work_context
from frontdesk.staff.one_referral import SeenReferral, see_referral
from frontdesk.staff.rendering import render_staff_page
from frontdesk.staff.rights import Caseworker, SignedIn
from frontdesk.staff.texts import load_staff_texts

NEEDS = ("access_needs", "meeting_format", "interpreter", "language", "supporters")
REACHING = ("safe_contact", "best_time")

router = APIRouter()


@router.get("/staff/referrals/{reference}")
async def show_referral(reference: str, who: Caseworker, service: AtService) -> Response:
    """The page; each look is in the audit trail."""
    seen, work = await service.transactions.write(
        _see, reference, who, service.settings.current_date()
    )
    if seen is None:
        return show_unknown(service, who)
    rows = summary_rows(seen.draft)
    return render_staff_page(
        service,
        "referral.html",
        who,
        texts=load_staff_texts("referral"),
        seen=seen,
        referral=seen.draft.referral,
        deadlines=seen.document["deadlines"],
        needs=_pick(rows, (*NEEDS, *REACHING)),
        answers=[row for row in rows if row.field not in (*NEEDS, *REACHING)],
        not_asked=_not_asked(seen),
        **work_context(service, work),
    )


def show_unknown(service: Service, who: SignedIn) -> Response:
    """There is no such referral."""
    texts = load_staff_texts("referral")["unknown"]
    return render_staff_page(service, "told.html", who, status=404, texts=texts)


def _see(
    session: Session, reference: str, who: SignedIn, today: date
) -> tuple[SeenReferral | None, Work | None]:
    seen = see_referral(session, reference, who, today, "referral viewed")
    conversation_id = seen.document["conversation_id"] if seen is not None else None
    if seen is None or conversation_id is None:
        return seen, None
    return seen, read_work(session, conversation_id, seen.messages, who)


def _pick(rows: list[SummaryRow], fields: tuple[str, ...]) -> list[SummaryRow]:
    return sorted(
        (row for row in rows if row.field in fields), key=lambda row: fields.index(row.field)
    )


def _not_asked(seen: SeenReferral) -> list[str]:
    """Which of the needs nobody has asked about: silence is not "none"."""
    referral = seen.draft.referral
    return [
        name
        for name, was_asked in (
            ("access", referral.access.asked),
            ("interpreter", referral.interpreter.asked),
        )
        if not was_asked
    ]
