"""One referral, to read: what the family needs of us first, then dates, law, answers, messages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import Response

from casework.corrections.by_colleagues import CORRECTABLE
from casework.law.deadlines import count_working_days
from casework.referral.fields import is_given
from casework.referral.summary import SummaryRow, summary_rows
from frontdesk.service import AtService, Service
from frontdesk.staff.case.page import (
    Order,
    PageOfTimeline,
    Work,
    read_work,
    work_context,
)
from frontdesk.staff.reading.one_referral import SeenReferral, see_referral
from frontdesk.staff.rendering import render_staff_page
from frontdesk.staff.rights import Caseworker, SignedIn
from frontdesk.staff.texts import load_staff_texts
from store.alerting.rota import list_reachable
from store.alerting.states import waits_for_lead

NEEDS = ("access_needs", "meeting_format", "interpreter", "language", "supporters")
REACHING = ("safe_contact", "best_time")

PEOPLE = ("name", "phone", "email", "child_name", "child_age")
CONSENTS = ("share_with_council",)

router = APIRouter()


@router.get("/staff/referrals/{reference}")
async def show_referral(
    reference: str,
    who: Caseworker,
    service: AtService,
    page: PageOfTimeline = 1,
    order: Order = "newest",
) -> Response:
    """The page; each look is in the audit trail."""
    seen, work, danger = await service.transactions.write(
        _see, reference, who, service.settings.current_date(), page=page, order=order
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
        danger=danger,
        referral=seen.draft.referral,
        deadlines=seen.document["deadlines"],
        people=_pick(rows, PEOPLE),
        needs=_pick(rows, (*NEEDS, *REACHING)),
        answers=[row for row in rows if row.field not in (*NEEDS, *REACHING, *CONSENTS)],
        is_unclear=is_left_to_a_person(seen.document["requirement"]),
        left=say_left(seen, service.settings.current_date()),
        not_asked=_not_asked(seen),
        consents=_list_consents(seen),
        correctable=CORRECTABLE if seen.document["status"] != "draft" else (),
        not_given=_not_given(seen, rows),
        here=f"/staff/referrals/{seen.reference}",
        exports=load_staff_texts("exports"),
        **work_context(service, work),
    )


def is_left_to_a_person(law: Mapping[str, Any]) -> bool:
    """Whether the rules cannot tell what the law asks for, so that a person decides."""
    asked = ("certificate", "mediation", "disagreement_resolution")
    return any(law[name] == "unclear" for name in asked)


def say_left(seen: SeenReferral, today: date) -> str:
    """How long is left: as the law counts, and how much of it is work."""
    texts, days_left = load_staff_texts("referral"), seen.document["deadlines"]["days_left"]
    if days_left is None or days_left < 0:
        key = "no_date" if days_left is None else "passed"
        return str(texts[key].format(days=abs(days_left or 0)))
    working = count_working_days(today, today + timedelta(days=days_left))
    key = "days_one" if working == 1 else "days"
    return str(texts[key].format(days=days_left, working=working))


def show_unknown(service: Service, who: SignedIn) -> Response:
    """There is no such referral."""
    texts = load_staff_texts("referral")["unknown"]
    return render_staff_page(service, "told.html", who, status=404, texts=texts)


def _see(
    session: Session, reference: str, who: SignedIn, today: date, *, page: int, order: Order
) -> tuple[SeenReferral | None, Work | None, str]:
    seen = see_referral(session, reference, who, today, "referral viewed", with_messages=False)
    conversation_id = seen.document["conversation_id"] if seen is not None else None
    if seen is None or conversation_id is None:
        return seen, None, ""
    work = read_work(session, conversation_id, who, page=page, order=order)
    is_flagged = seen.document["safety"]["flagged"]
    return seen, work, _say_danger(session, conversation_id, who) if is_flagged else ""


def _say_danger(session: Session, conversation_id: str, who: SignedIn) -> str:
    """That somebody may be in danger and, for whoever cannot see more, who has to look at it."""
    texts = load_staff_texts("referral")
    if who.sees_safeguarding:
        return str(texts["safety_seen"])
    if not waits_for_lead(session, conversation_id):
        return f"{texts['safety_seen']} {texts['safety_looked']}"
    leads = [
        colleague.name
        for colleague in list_reachable(session).values()
        if colleague.role == "safeguarding_lead"
    ]
    waiting = texts["safety_waits"].format(names=", ".join(leads))
    return f"{texts['safety_seen']} {waiting if leads else texts['safety_nobody']}"


def _pick(rows: list[SummaryRow], fields: tuple[str, ...]) -> list[SummaryRow]:
    return sorted(
        (row for row in rows if row.field in fields), key=lambda row: fields.index(row.field)
    )


def _not_given(seen: SeenReferral, rows: list[SummaryRow]) -> list[str]:
    """The answers that a referral which was sent does not have, to be filled in by a colleague."""
    if seen.document["status"] == "draft":
        return []
    given = {row.field for row in rows}
    return [
        field for field in CORRECTABLE if field not in given and field not in (*NEEDS, *REACHING)
    ]


def _list_consents(seen: SeenReferral) -> dict[str, str]:
    """What they agreed to: yes, no, or not_asked. Silence is not a yes."""
    consent = seen.draft.referral.consent
    given = {"store": consent.store.given, "share_with_council": consent.share_with_council.given}
    return {
        name: {True: "yes", False: "no", None: "not_asked"}[said] for name, said in given.items()
    }


def _not_asked(seen: SeenReferral) -> list[str]:
    """Which of the needs nobody has asked about: silence is not "none"."""
    referral = seen.draft.referral
    return [
        name
        for name, was_asked in (
            ("access", referral.access.asked),
            ("interpreter", referral.interpreter.asked),
            ("safe_contact", is_given(seen.draft, "safe_contact")),
        )
        if not was_asked
    ]
