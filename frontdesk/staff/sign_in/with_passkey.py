"""Signing in with a passkey alone: it is both factors, and says by itself whose it is."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, Response

from frontdesk.callers import network_of
from frontdesk.problems import NO_STORE, Problem
from frontdesk.service import AtService, Service
from frontdesk.staff.cookies import read_mark
from frontdesk.staff.forms import Form, begin_entry, check_form, entry_token, read_form
from frontdesk.staff.sign_in.page import account_of, let_in, refuse_if_elsewhere, show_problem
from frontdesk.staff.sign_in.passkeys import (
    Given,
    NotRight,
    Website,
    ask_for_known,
    check_known,
    find_website,
    read_given,
)
from frontdesk.staff.texts import load_staff_texts
from store.accounts.passkeys import find_passkey, handle_of, use_passkey
from store.accounts.sessions import begin_session
from store.accounts.sign_in_challenges import make_challenge, take_challenge
from store.accounts.staff import actor_of, count_failure, get_staff
from store.audit import record_audit
from store.tables import Staff

router = APIRouter()


@router.post("/staff/sign-in/passkey/options")
async def ask_for_passkey(request: Request, service: AtService) -> Response:
    """What the script asks the browser for, with a challenge that is good once."""
    entry = begin_entry(request, service)
    await check_form(request, entry_token(entry))
    website = _website(request, service)
    await service.sign_in_limits.count_begun(
        address=network_of(request), advice=load_staff_texts("sign_in")["too_many"]
    )
    challenge = await service.transactions.write(
        make_challenge, "passkey sign-in", entry, now=datetime.now(UTC)
    )
    return JSONResponse(ask_for_known(website, challenge), headers=NO_STORE)


@router.post("/staff/sign-in/passkey")
async def sign_in_with_passkey(request: Request, service: AtService) -> Response:
    """Begins a session for whoever holds the passkey. Wrong in any way looks the same."""
    form, entry = await read_form(request), begin_entry(request, service)
    try:
        await check_form(request, entry_token(entry))
        token, account = await _check(request, service, form, entry)
    except Problem as problem:
        return show_problem(request, service, form, problem)
    return let_in(service, form, token, account)


async def _check(request: Request, service: Service, form: Form, entry: str) -> tuple[str, str]:
    """The token of the new session and what stands for the account. Raises Problem."""
    website, texts = _website(request, service), load_staff_texts("sign_in")
    wrong = Problem(422, texts["wrong_passkey"])
    try:
        given = read_given(form["credential"])
    except NotRight:
        raise wrong from None
    owner = await service.transactions.read(_find_owner, given.credential_id)
    account = account_of(owner.email) if owner is not None else ""
    counted = await service.sign_in_limits.count(
        account=account,
        address=network_of(request),
        known_browser=read_mark(request, service, account) if account else None,
        advice=texts["too_many"],
    )
    browser = request.headers.get("user-agent", "")
    token = await service.transactions.write(_finish, given, website, entry, browser)
    if token is None:
        raise wrong
    await service.sign_in_limits.take_back(counted)
    return token, account


def _website(request: Request, service: Service) -> Website:
    refuse_if_elsewhere(service)
    website = find_website(request, service.settings)
    if website is None:
        raise Problem(404, load_staff_texts("sign_in")["no_passkeys_here"])
    return website


def _find_owner(session: Session, credential_id: str) -> Staff | None:
    passkey = find_passkey(session, credential_id)
    return get_staff(session, passkey.staff_id) if passkey is not None else None


def _finish(
    session: Session, given: Given, website: Website, entry: str, browser: str
) -> str | None:
    """Looks at what the passkey signed and begins the session, or counts a failure."""
    now = datetime.now(UTC)
    is_ours = take_challenge(session, given.challenge, "passkey sign-in", entry, now=now)
    passkey = find_passkey(session, given.credential_id)
    if passkey is None or is_ours is None:
        return None
    member = get_staff(session, passkey.staff_id)
    if member.disabled_at is not None:
        return None
    try:
        sign_count = check_known(
            given, website, public_key=passkey.public_key, handle=handle_of(member.id)
        )
    except NotRight:
        count_failure(session, member.email)
        return None
    actor = actor_of(member.id)
    if not use_passkey(session, passkey, sign_count=sign_count, now=now):
        count_failure(session, member.email)
        record_audit(session, actor=actor, action="passkey refused: count not higher", now=now)
        return None
    token = begin_session(session, member, browser=browser, now=now)
    record_audit(session, actor=actor, action="signed in with a passkey", now=now)
    return token
