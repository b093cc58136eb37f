"""Copies of one referral: PDF and JSON for our file, PDF for the council.

Any colleague who may see a referral may take a copy of it; each is in the audit trail.
"""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, date, datetime
from typing import Literal

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import Response

from frontdesk.papers import Paper, make_pdf
from frontdesk.service import AtService, Service
from frontdesk.staff.reading.one_referral import SeenReferral, find_seen, note_sight, see_referral
from frontdesk.staff.referral.file_copy import write_for_council, write_for_file
from frontdesk.staff.referral.page import show_unknown
from frontdesk.staff.rendering import render_staff_page, staff_headers
from frontdesk.staff.rights import Caseworker, Reader, SafeguardingLead, SignedIn
from frontdesk.staff.texts import load_staff_texts

CopyKind = Literal["our-file", "our-file-safeguarding", "for-council"]

router = APIRouter()


@router.get("/staff/referrals/{reference}/copy.pdf")
async def download_copy(reference: str, who: Caseworker, service: AtService) -> Response:
    """The referral for our own file, without what was heard of a danger, whoever asks."""
    seen = await take_copy(service, reference, who)
    if seen is None:
        return show_unknown(service, who)
    paper = write_for_file(seen, made_by=who.name, now=_now())
    return await send_paper(service, seen, paper, "our-file")


@router.get("/staff/referrals/{reference}/safeguarding/copy.pdf")
async def download_safeguarding(
    reference: str, who: SafeguardingLead, service: AtService
) -> Response:
    """The same with the safeguarding record, where the safeguarding lead asks for it."""
    today = service.settings.current_date()
    seen = await service.transactions.write(
        see_referral, reference, who, today, "safeguarding copied", with_messages=False
    )
    if seen is None:
        return show_unknown(service, who)
    paper = write_for_file(seen, made_by=who.name, now=_now(), with_safeguarding=True)
    return await send_paper(service, seen, paper, "our-file-safeguarding")


@router.get("/staff/referrals/{reference}/copy.json")
async def download_json(reference: str, who: Caseworker, service: AtService) -> Response:
    """The referral as `referral.schema.json` says."""
    seen = await take_copy(service, reference, who)
    if seen is None:
        return show_unknown(service, who)
    name = f'attachment; filename="referral-{seen.reference}.json"'
    headers = staff_headers(service) | {"Content-Disposition": name}
    text = json.dumps(seen.document, indent=2, ensure_ascii=False)
    return Response(text, media_type="application/json", headers=headers)


@router.get("/staff/referrals/{reference}/council.pdf")
async def download_for_council(reference: str, who: Caseworker, service: AtService) -> Response:
    """For the council; refused without the family's yes (DP-05)."""
    service.limits.count("address", who.actor)
    today = service.settings.current_date()
    seen = await service.transactions.write(_take_for_council, reference, who, today)
    if seen is None:
        return show_unknown(service, who)
    if not seen.may_tell_council:
        return _refuse(service, who, seen)
    paper = write_for_council(seen, made_by=who.name, now=_now())
    return await send_paper(service, seen, paper, "for-council")


async def take_copy(service: Service, reference: str, who: Reader) -> SeenReferral | None:
    """The referral as it leaves the house, and an entry in the audit trail."""
    service.limits.count("address", who.actor)
    reader = Reader(who.actor, sees_safeguarding=False)
    return await service.transactions.write(
        see_referral,
        reference,
        reader,
        service.settings.current_date(),
        "referral copied",
        with_messages=False,
    )


async def send_paper(
    service: Service, seen: SeenReferral, paper: Paper, copy: CopyKind
) -> Response:
    """The paper as a PDF. Its name says the reference and for whom it is, so none is mixed up."""
    pdf = await asyncio.to_thread(make_pdf, paper)
    name = f'attachment; filename="referral-{seen.reference}-{copy}.pdf"'
    headers = staff_headers(service) | {"Content-Disposition": name}
    return Response(pdf, media_type="application/pdf", headers=headers)


def _take_for_council(
    session: Session, reference: str, who: SignedIn, today: date
) -> SeenReferral | None:
    reader = Reader(who.actor, sees_safeguarding=False)
    seen = find_seen(session, reference, reader, today, with_messages=False)
    if seen is not None and seen.may_tell_council:
        note_sight(session, seen, reader, "council copy exported")
    return seen


def _refuse(service: Service, who: SignedIn, seen: SeenReferral) -> Response:
    return render_staff_page(
        service,
        "told.html",
        who,
        status=409,
        texts=load_staff_texts("exports")["refused"],
        back=f"/staff/referrals/{seen.reference}",
        back_says=load_staff_texts("case")["back_to_case"],
    )


def _now() -> datetime:
    return datetime.now(UTC)
