"""A colleague's own passkeys: added, named and removed on the account page.

A passkey opens the account for good, so adding one wants more than a browser left open: a sign-in
of the last ten minutes, or a code. So does removing one: it could be the colleague's own way in.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, Response

from frontdesk.problems import NO_STORE, Problem
from frontdesk.service import AtService, Service
from frontdesk.staff.accounts.browsers import name_browser
from frontdesk.staff.accounts.own_account import (
    count_proof,
    is_fresh,
    keeps_ways_in,
    show_account_page,
)
from frontdesk.staff.addresses import RowId
from frontdesk.staff.forms import read_form
from frontdesk.staff.rendering import send_to
from frontdesk.staff.rights import Caseworker, SignedIn
from frontdesk.staff.sign_in.passkeys import (
    Given,
    NotRight,
    Website,
    ask_for_new,
    check_new,
    find_website,
    read_given,
)
from frontdesk.staff.sign_in.second_factor import use_code
from frontdesk.staff.texts import load_staff_texts
from store.accounts.passkeys import (
    add_passkey,
    handle_of,
    hold_passkeys,
    list_passkeys,
    remove_passkey,
)
from store.accounts.sign_in_challenges import make_challenge, take_challenge
from store.accounts.staff import get_staff
from store.audit import record_audit

router = APIRouter()


@router.post("/staff/account/passkeys/options")
async def ask_for_new_passkey(request: Request, who: Caseworker, service: AtService) -> Response:
    """What the script asks the browser for, once it is clear who sits there."""
    website, form = _website(request, service), await read_form(request)
    texts = load_staff_texts("account")["passkeys"]["problem"]
    counted = [] if is_fresh(who) else await count_proof(who, service)
    options = await service.transactions.write(_begin, who, website, form["code"])
    if options is None:
        raise Problem(422, texts["code"])
    await service.sign_in_limits.take_back(counted)
    return JSONResponse(options, headers=NO_STORE)


@router.post("/staff/account/passkeys")
async def add_own_passkey(request: Request, who: Caseworker, service: AtService) -> Response:
    """Keeps the passkey that the browser has made."""
    website, form = _website(request, service), await read_form(request)
    name = form["name"].strip() or name_browser(request.headers.get("user-agent", ""))
    try:
        given = read_given(form["credential"])
        is_added = await service.transactions.write(_add, who, website, given, name)
    except NotRight:
        is_added = False
    if not is_added:
        texts = load_staff_texts("account")["passkeys"]["problem"]
        return await show_account_page(request, who, service, passkey_problem=texts["not_added"])
    return send_to(service, "/staff/account")


@router.post("/staff/account/passkeys/{passkey_id}/remove")
async def remove_own_passkey(
    passkey_id: RowId, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Ends one of the colleague's own passkeys, but not the last of their second factors."""
    typed = (await read_form(request))["code"]
    counted = [] if is_fresh(who) else await count_proof(who, service)
    problem = await service.transactions.write(_remove, who, passkey_id, typed)
    if problem != "code":
        await service.sign_in_limits.take_back(counted)
    if problem is not None:
        texts = load_staff_texts("account")["passkeys"]["problem"]
        return await show_account_page(request, who, service, passkey_problem=texts[problem])
    return send_to(service, "/staff/account")


def _website(request: Request, service: Service) -> Website:
    website = find_website(request, service.settings)
    if website is None or service.settings.oidc_only:
        raise Problem(404, load_staff_texts("sign_in")["no_passkeys_here"])
    return website


def _begin(session: Session, who: SignedIn, website: Website, typed: str) -> dict[str, Any] | None:
    now = datetime.now(UTC)
    member = get_staff(session, who.staff_id)
    if not keeps_ways_in(member):
        return None
    if not is_fresh(who) and not use_code(session, member, typed, now):
        return None
    return ask_for_new(
        website,
        make_challenge(session, "passkey added", _browser_of(who), now=now),
        handle=handle_of(member.id),
        email=member.email,
        name=member.name,
        known=[passkey.credential_id for passkey in list_passkeys(session, member.id)],
    )


def _add(session: Session, who: SignedIn, website: Website, given: Given, name: str) -> bool:
    now = datetime.now(UTC)
    browser = _browser_of(who)
    if take_challenge(session, given.challenge, "passkey added", browser, now=now) is None:
        return False
    new = check_new(given, website)
    if not add_passkey(session, who.staff_id, new, name=name, now=now):
        return False
    record_audit(session, actor=who.actor, action="passkey added", now=now)
    return True


def _remove(
    session: Session, who: SignedIn, passkey_id: int, typed: str
) -> Literal["code", "last"] | None:
    """What speaks against it; None where it is done."""
    now = datetime.now(UTC)
    member = get_staff(session, who.staff_id)
    ids = {passkey.id for passkey in hold_passkeys(session, who.staff_id)}
    if ids == {passkey_id} and member.totp_secret is None:
        return "last"
    if not is_fresh(who) and not use_code(session, member, typed, now):
        return "code"
    if remove_passkey(session, passkey_id, who.staff_id):
        record_audit(session, actor=who.actor, action="passkey removed", now=now)
    return None


def _browser_of(who: SignedIn) -> str:
    return f"session {who.session.id}"
