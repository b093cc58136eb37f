"""A colleague's own account: where they are signed in, their passkeys and recovery codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from frontdesk.service import AtService, Service
from frontdesk.staff.accounts.browsers import name_browser
from frontdesk.staff.addresses import RowId
from frontdesk.staff.forms import read_form
from frontdesk.staff.rendering import render_staff_page, send_to
from frontdesk.staff.rights import Caseworker, SignedIn
from frontdesk.staff.sign_in.passkeys import find_website
from frontdesk.staff.sign_in.second_factor import find_step
from frontdesk.staff.texts import load_staff_texts
from store.accounts.passkeys import list_passkeys
from store.accounts.recovery_codes import count_recovery_codes, renew_recovery_codes
from store.accounts.sessions import SessionLine, end_session, list_sessions
from store.accounts.sign_in_tries import Count
from store.accounts.staff import get_staff, use_totp_step
from store.audit import record_audit
from store.tables import Passkey, Staff

router = APIRouter()
FRESH = timedelta(minutes=10)
"""How long a sign-in proves by itself who sits there, for what opens the account later."""


@dataclass(frozen=True)
class _Account:
    """What the page shows."""

    sessions: Sequence[SessionLine]
    passkeys: Sequence[Passkey]
    codes_left: int
    keeps_ways_in: bool
    has_app: bool


@router.get("/staff/account")
async def show_account(request: Request, who: Caseworker, service: AtService) -> Response:
    """The sessions and passkeys, each with a button that ends it, and how many codes are left."""
    return await show_account_page(request, who, service)


@router.post("/staff/account/sessions/{session_id}/end")
async def end_own_session(session_id: RowId, who: Caseworker, service: AtService) -> Response:
    """Ends one of the colleague's own sessions."""
    await service.transactions.write(_end, who, session_id)
    return send_to(service, "/staff/account")


@router.post("/staff/account/recovery-codes")
async def make_recovery_codes(request: Request, who: Caseworker, service: AtService) -> Response:
    """New codes in place of the old, for whoever holds the second factor too."""
    form, texts = await read_form(request), load_staff_texts("account")
    counted = await count_proof(who, service)
    codes = await service.transactions.write(_renew, who, form["code"])
    if codes is None:
        return await show_account_page(request, who, service, code_problem=texts["wrong_code"])
    await service.sign_in_limits.take_back(counted)
    return render_staff_page(
        service, "recovery_codes.html", who, texts=load_staff_texts("set_up"), codes=codes
    )


async def show_account_page(
    request: Request,
    who: SignedIn,
    service: Service,
    *,
    code_problem: str = "",
    passkey_problem: str = "",
) -> Response:
    """The page, with what is wrong beside the form that it is about."""
    account = await service.transactions.read(_read, who)
    settings = service.settings
    return render_staff_page(
        service,
        "account.html",
        who,
        status=422 if code_problem or passkey_problem else 200,
        texts=load_staff_texts("account"),
        account=account,
        sessions=[(line, name_browser(line.browser)) for line in account.sessions],
        takes_passkeys=find_website(request, settings) is not None,
        is_only_elsewhere=settings.oidc_only,
        is_fresh=is_fresh(who),
        code_problem=code_problem,
        passkey_problem=passkey_problem,
    )


def is_fresh(who: SignedIn) -> bool:
    """Whether they have signed in just now."""
    return datetime.now(UTC) - who.session.created_at < FRESH


def keeps_ways_in(member: Staff) -> bool:
    """Whether we keep ways in for this account at all.

    Not for one that only the provider of single sign-on lets in: a passkey would still open it
    after the provider has closed it.
    """
    return member.password_hash is not None


async def count_proof(who: SignedIn, service: Service) -> Sequence[Count]:
    """Counts a code typed by somebody signed in, and returns what to take back. Raises Problem."""
    return await service.sign_in_limits.count(
        account=who.actor,
        address="account page",
        known_browser=str(who.session.id),
        advice=load_staff_texts("sign_in")["too_many"],
    )


def _read(session: Session, who: SignedIn) -> _Account:
    member = get_staff(session, who.staff_id)
    return _Account(
        sessions=list_sessions(session, who.staff_id, now=datetime.now(UTC)),
        passkeys=list_passkeys(session, who.staff_id),
        codes_left=count_recovery_codes(session, who.staff_id),
        keeps_ways_in=keeps_ways_in(member),
        has_app=member.totp_secret is not None,
    )


def _end(session: Session, who: SignedIn, session_id: int) -> None:
    now = datetime.now(UTC)
    end_session(session, session_id, who.staff_id, now=now)
    record_audit(session, actor=who.actor, action="ended a session", now=now)


def _renew(session: Session, who: SignedIn, typed: str) -> list[str] | None:
    """The new codes; None without the app's code, or a fresh sign-in where there is no app."""
    now = datetime.now(UTC)
    member = get_staff(session, who.staff_id)
    if member.totp_secret is not None:
        step = find_step(member.totp_secret, typed, now)
        if step is None or not use_totp_step(session, who.staff_id, step):
            return None
    elif not is_fresh(who) or not keeps_ways_in(member):
        return None
    record_audit(session, actor=who.actor, action="made recovery codes", now=now)
    return renew_recovery_codes(session, who.staff_id)
