"""A colleague's own account: where they are signed in, and their recovery codes."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from frontdesk.service import AtService, Service
from frontdesk.staff.browsers import name_browser
from frontdesk.staff.forms import read_form
from frontdesk.staff.rendering import render_staff_page, send_to
from frontdesk.staff.rights import Caseworker, SignedIn
from frontdesk.staff.second_factor import find_step
from frontdesk.staff.texts import load_staff_texts
from store.audit import record_audit
from store.recovery_codes import count_recovery_codes, renew_recovery_codes
from store.staff import get_staff, use_totp_step
from store.staff_sessions import SessionLine, end_session, list_sessions

router = APIRouter()


@router.get("/staff/account")
async def show_account(who: Caseworker, service: AtService) -> Response:
    """The sessions, each with a button that ends it, and how many codes are left."""
    return await _show(who, service)


@router.post("/staff/account/sessions/{session_id}/end")
async def end_own_session(session_id: int, who: Caseworker, service: AtService) -> Response:
    """Ends one of the colleague's own sessions."""
    await service.transactions.write(_end, who, session_id)
    return send_to(service, "/staff/account")


@router.post("/staff/account/recovery-codes")
async def make_recovery_codes(request: Request, who: Caseworker, service: AtService) -> Response:
    """New codes in place of the old, for whoever holds the second factor too."""
    form = await read_form(request)
    limits = service.sign_in_limits
    counted = limits.count(
        account=who.actor,
        address="recovery codes",
        known_browser=str(who.session.id),
        advice=load_staff_texts("sign_in")["too_many"],
    )
    codes = await service.transactions.write(_renew, who, form["code"])
    if codes is None:
        return await _show(who, service, problem=load_staff_texts("account")["wrong_code"])
    limits.take_back(counted)
    return render_staff_page(
        service, "recovery_codes.html", who, texts=load_staff_texts("set_up"), codes=codes
    )


async def _show(who: SignedIn, service: Service, problem: str = "") -> Response:
    sessions, codes_left = await service.transactions.read(_read, who)
    return render_staff_page(
        service,
        "account.html",
        who,
        status=422 if problem else 200,
        texts=load_staff_texts("account"),
        sessions=[(line, name_browser(line.browser)) for line in sessions],
        codes_left=codes_left,
        problem=problem,
    )


def _read(session: Session, who: SignedIn) -> tuple[list[SessionLine], int]:
    lines = list_sessions(session, who.staff_id, now=datetime.now(UTC))
    return list(lines), count_recovery_codes(session, who.staff_id)


def _end(session: Session, who: SignedIn, session_id: int) -> None:
    now = datetime.now(UTC)
    end_session(session, session_id, who.staff_id, now=now)
    record_audit(session, actor=who.actor, action="ended a session", now=now)


def _renew(session: Session, who: SignedIn, typed: str) -> list[str] | None:
    now = datetime.now(UTC)
    secret = get_staff(session, who.staff_id).totp_secret
    step = find_step(secret, typed, now) if secret is not None else None
    if step is None or not use_totp_step(session, who.staff_id, step):
        return None
    record_audit(session, actor=who.actor, action="made recovery codes", now=now)
    return renew_recovery_codes(session, who.staff_id)
