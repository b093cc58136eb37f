"""The safeguarding record of a referral: for the safeguarding lead and for nobody else."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from casework.referral.summary import summary_rows
from frontdesk.service import AtService
from frontdesk.staff.reading.one_referral import see_referral
from frontdesk.staff.referral.page import show_unknown
from frontdesk.staff.rendering import render_staff_page
from frontdesk.staff.rights import SafeguardingLead
from frontdesk.staff.texts import load_staff_texts

SHOWN = ("name", "phone", "email", "safe_contact", "best_time", "child_name", "child_age")

router = APIRouter()


@router.get("/staff/referrals/{reference}/safeguarding")
async def show_safeguarding(reference: str, who: SafeguardingLead, service: AtService) -> Response:
    """What was heard, when, and in which message."""
    seen = await service.transactions.write(
        see_referral, reference, who, service.settings.current_date(), "safeguarding viewed"
    )
    if seen is None:
        return show_unknown(service, who)
    texts_by_id = {message.id: message.text for message in seen.messages}
    says = load_staff_texts("referral")
    people = [row for row in summary_rows(seen.draft) if row.field in SHOWN]
    return render_staff_page(
        service,
        "safeguarding.html",
        who,
        people=people,
        has_safe_contact=any(row.field == "safe_contact" for row in people),
        labels=says["labels"],
        not_asked=says["not_asked"]["says"],
        texts=load_staff_texts("safeguarding"),
        seen=seen,
        records=[(record, texts_by_id.get(record.message_id)) for record in seen.safety],
    )
