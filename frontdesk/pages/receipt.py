"""The receipt: the reference, what happens next, the dates; to print, to download, by email."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from casework.dispute.result import date_to_act_by
from casework.law.deadlines import LONDON
from casework.people.family_view import rows_for_family
from casework.referral.record import Contact, Referral
from casework.referral.show import show_date
from frontdesk.callers import network_of
from frontdesk.pages.own_draft import OwnDraft, read_own_draft
from frontdesk.pages.rendering import page_headers, render_page
from frontdesk.pages.texts import load_texts
from frontdesk.pages.visitor import Visitor
from frontdesk.papers import Paper, Row, Section, make_pdf
from frontdesk.service import AtService, Service
from store.encryption import blind_index
from store.outgoing_emails import Queued, queue_email

router = APIRouter()


@router.get("/receipt")
async def show_receipt(request: Request, service: AtService, email: str = "") -> Response:
    """What was sent and what comes next; before it is sent, the way back to the answers."""
    own = await _read_sent(request, service)
    if own is None:
        return RedirectResponse("/review", 303, headers=page_headers(service.settings))
    paper = _write_paper(own, service)
    return render_page(
        service,
        "receipt.html",
        texts=load_texts("receipt"),
        reference=own.reference,
        paper=paper,
        masked_email=_mask(own.draft.referral.contact) if service.settings.mail_server else None,
        email_says=load_texts("receipt")["email_says"].get(email),
    )


@router.get("/receipt.pdf")
async def download_receipt(request: Request, service: AtService) -> Response:
    """The same as a tagged PDF, under a name that tells nothing."""
    own = await _read_sent(request, service)
    if own is None:
        return RedirectResponse("/review", 303, headers=page_headers(service.settings))
    service.limits.count("address", network_of(request))
    pdf = await asyncio.to_thread(make_pdf, _write_paper(own, service))
    name = load_texts("receipt")["file_name"]
    disposition = f'attachment; filename="{name}.pdf"'
    headers = page_headers(service.settings) | {"Content-Disposition": disposition}
    return Response(pdf, media_type="application/pdf", headers=headers)


@router.post("/receipt/email")
async def email_receipt(request: Request, service: AtService) -> Response:
    """Queues an email with the reference, if the address is given and safe to write to."""
    service.limits.count("address", network_of(request))
    own = await _read_sent(request, service)
    headers = page_headers(service.settings)
    contact = own.draft.referral.contact if own is not None else None
    if own is None or contact is None or _mask(contact) is None:
        return RedirectResponse("/receipt", 303, headers=headers)
    queued = await service.transactions.write(_queue_receipt, own)
    return RedirectResponse(f"/receipt?email={queued}", 303, headers=headers)


async def _read_sent(request: Request, service: Service) -> OwnDraft | None:
    visitor = Visitor.from_cookie(request)
    own = await service.transactions.read(read_own_draft, visitor) if visitor else None
    return own if own is not None and own.submitted_at is not None else None


def _write_paper(own: OwnDraft, service: Service) -> Paper:
    texts = load_texts("receipt")
    referral = own.draft.referral
    assert own.submitted_at is not None
    sent = texts["sent"].format(date=show_date(own.submitted_at.astimezone(LONDON).date()))
    steps = texts["steps_professional" if referral.is_third_party else "steps"]
    dates = _say_dates(referral, service.settings.current_date())
    rows = [Row(row.label, row.value) for row in rows_for_family(own.draft)]
    return Paper(
        title=texts["paper_title"],
        service=texts["service"],
        opening=[f"{texts['reference']}: {own.reference}", sent],
        columns=(texts["question"], texts["answer"]),
        sections=[
            Section(texts["what_next"], steps),
            *([Section(texts["dates"], dates)] if dates else []),
            Section(texts["contact"], [texts["contact_us"]]),
            Section(texts["answers"], rows=rows),
        ],
    )


def _say_dates(referral: Referral, today: date) -> list[str]:
    texts = load_texts("receipt")
    act_by = date_to_act_by(referral)
    if act_by is None:
        return []
    if act_by < today:
        return [texts["passed"]]
    return [texts["act_by"].format(date=show_date(act_by)), texts["guide"]]


def _mask(contact: Contact) -> str | None:
    """The address with most of its name hidden; None where there is none or it is not safe."""
    if contact.email is None or contact.safe_to_email is False:
        return None
    name, _at, domain = contact.email.partition("@")
    return f"{name[:1]}…@{domain}"


def _queue_receipt(session: Session, own: OwnDraft) -> Queued:
    """One email a day to one address, however often the button is pressed."""
    email = load_texts("receipt")["email"]
    address = own.draft.referral.contact.email
    assert address is not None
    return queue_email(
        session,
        key=f"receipt {own.reference} {datetime.now(LONDON).date()} {blind_index(address)}",
        conversation_id=own.conversation_id,
        to=address,
        subject=email["subject"],
        body=email["body"].format(reference=own.reference),
        now=datetime.now(UTC),
    )
