"""Twilio's webhooks: a text that came, and how far one of ours has come."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import parse_qsl

import structlog
from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from frontdesk.problems import Problem
from frontdesk.service import AtService, Service
from frontdesk.sms.receiving import keep_text, read_text
from frontdesk.sms.signature import Fields
from store.handling.handovers import record_handover
from store.texts.outbox import OPTED_OUT, Receipt, receive_receipt

log = structlog.get_logger()
NOTHING_TO_SAY = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'
MOST_FIELDS = 200
# Always sent. What is signed has no mark between name and value, so that part of a field's words
# could be moved into its name; then one of these is missing.
FIELDS_OF_A_TEXT = frozenset({"MessageSid", "AccountSid", "From", "To", "Body"})
FIELDS_OF_A_RECEIPT = frozenset({"MessageSid", "AccountSid", "MessageStatus"})

router = APIRouter(prefix="/sms", include_in_schema=False)


@router.post("/twilio")
@router.post("/twilio/")
async def receive_text(request: Request, service: AtService) -> Response:
    """Keeps a text and answers at once; the reply goes out by the Messages API."""
    fields = await _read_signed_fields(request, service, FIELDS_OF_A_TEXT)
    if not _is_to_us(fields, service.settings.twilio_from):
        service.counts.count("text to a number that is not ours")
        raise Problem(403, "The text is not to our number.")
    text = read_text(fields)
    if text is None:
        service.counts.count("text from somebody who cannot be answered")
        return Response(NOTHING_TO_SAY, media_type="text/xml")
    kept = await service.transactions.write(keep_text, service.desk, service.limits, text)
    if kept is not None:
        service.events.publish(kept.conversation_id)
        if kept.turn is not None:
            service.turns.begin(kept.turn)
    return Response(NOTHING_TO_SAY, media_type="text/xml")


@router.post("/twilio/status")
@router.post("/twilio/status/")
async def receive_status(request: Request, service: AtService) -> Response:
    """Keeps how far a text has come."""
    fields = await _read_signed_fields(request, service, FIELDS_OF_A_RECEIPT)
    await service.transactions.write(
        _keep_receipt, fields, request.query_params.get("text"), datetime.now(UTC)
    )
    return Response(status_code=204)


async def _read_signed_fields(request: Request, service: Service, needed: frozenset[str]) -> Fields:
    """The form's fields. Raises Problem 403 unless Twilio signed them for our account."""
    body = (await request.body()).decode("utf-8", "replace")
    try:
        fields = Fields(parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        fields = Fields()
    signatures = service.signatures
    is_signed = signatures.are_right(
        request.scope["raw_path"].decode("ascii", "replace"),
        request.scope["query_string"].decode("ascii", "replace"),
        fields,
        request.headers,
    )
    ours = service.settings.twilio_account_sid
    is_ours = ours is None or fields.get("AccountSid") == ours
    if not (is_signed and is_ours and needed <= set(fields)):
        service.counts.count("request that Twilio did not sign for us")
        raise Problem(403, "The signature is missing or wrong.")
    return fields


def _is_to_us(fields: Fields, sender: str | None) -> bool:
    """Whether a text came to what we send from: a number, or a messaging service that Twilio names.

    Our answer would come from another number than they wrote to.
    """
    if sender is None:
        return True
    if sender.startswith("MG"):
        return fields.get("MessagingServiceSid", sender) == sender
    return fields.get("To") == sender


def _keep_receipt(
    session: Session, fields: Fields, reference: str | None, now: datetime
) -> Receipt | None:
    code = fields.get("ErrorCode", "")
    receipt = receive_receipt(
        session,
        sid=fields.get("MessageSid", ""),
        reference=reference,
        step=fields.get("MessageStatus", ""),
        error_code=int(code) if code.isdecimal() else None,
        now=now,
    )
    if receipt is None or receipt.state != "failed":
        return receipt
    log.warning("text not delivered", code=receipt.error_code)
    if receipt.error_code != OPTED_OUT:
        record_handover(
            session,
            receipt.conversation_id,
            reason="text not delivered",
            priority="soon",
            now=now,
        )
    return receipt
