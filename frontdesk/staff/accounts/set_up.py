"""Setting an account up with a link: the password, and an authenticator app or a passkey.

`./intake staff add` and the administrators' page show the link.
Looking at the page uses nothing up, since programs that preview links do so too. Each look shows
a fresh secret, which only the form brings back: what somebody else saw before opens nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, Response

from casework.team.opening_hours import service_details
from frontdesk.callers import network_of
from frontdesk.problems import NO_STORE, Problem
from frontdesk.service import AtService, Service
from frontdesk.staff.accounts.browsers import name_browser
from frontdesk.staff.cookies import mark_browser, remember_session
from frontdesk.staff.forms import Form, begin_entry, check_form, entry_token, keep_entry, read_form
from frontdesk.staff.rendering import render_staff_page
from frontdesk.staff.sign_in.page import account_of, refuse_if_elsewhere
from frontdesk.staff.sign_in.passkeys import (
    Given,
    NotRight,
    Website,
    ask_for_new,
    check_new,
    find_website,
    read_given,
)
from frontdesk.staff.sign_in.passwords import LONGEST, SHORTEST, hash_password
from frontdesk.staff.sign_in.second_factor import (
    draw_square,
    find_step,
    in_groups,
    is_secret,
    make_secret,
)
from frontdesk.staff.texts import load_staff_texts
from store.accounts.passkeys import NewPasskey, add_passkey, handle_of
from store.accounts.recovery_codes import renew_recovery_codes
from store.accounts.sessions import begin_session
from store.accounts.sign_in_challenges import make_challenge, take_challenge
from store.accounts.staff import find_by_sign_up, set_up_account
from store.tables import Staff

router = APIRouter()


class _FactorTaken(Exception):
    """The passkey is another account's already, so it proves nobody here."""


@dataclass(frozen=True)
class _App:
    """An authenticator app that has shown the code of a step."""

    secret: str
    step: int


@router.get("/staff/set-up/{code}")
async def show_set_up(code: str, request: Request, service: AtService) -> Response:
    """The page with the three things to do."""
    return await _show_form(request, service, code, secret=make_secret())


@router.post("/staff/set-up/{code}/passkey-options")
async def ask_for_first_passkey(code: str, request: Request, service: AtService) -> Response:
    """What the script asks the browser for, in place of the app's code."""
    entry = begin_entry(request, service)
    await check_form(request, entry_token(entry))
    _check_password(await read_form(request))
    website = find_website(request, service.settings)
    if website is None or service.settings.oidc_only:
        raise Problem(404, load_staff_texts("sign_in")["no_passkeys_here"])
    await service.sign_in_limits.count_begun(
        address=network_of(request), advice=load_staff_texts("sign_in")["too_many"]
    )
    options = await service.transactions.write(_ask_for_first, code, website, entry)
    if options is None:
        raise Problem(404, load_staff_texts("set_up")["no_good"]["says"])
    return JSONResponse(options, headers=NO_STORE)


@router.post("/staff/set-up/{code}")
async def set_up(code: str, request: Request, service: AtService) -> Response:
    """Keeps password and second factor, signs in, and shows the recovery codes once."""
    form, entry = await read_form(request), begin_entry(request, service)
    secret = form["secret"] if is_secret(form["secret"]) else make_secret()
    try:
        await check_form(request, entry_token(entry))
        refuse_if_elsewhere(service)
        _check_password(form)
        factor = await _check_factor(request, service, form, secret, entry)
    except Problem as problem:
        return await _show_form(
            request,
            service,
            code,
            secret=secret,
            problem=problem.detail,
            status=problem.status_code,
        )
    try:
        done = await service.transactions.write(
            _keep,
            code,
            await hash_password(form["password"]),
            factor,
            request.headers.get("user-agent", ""),
        )
    except _FactorTaken:
        texts = load_staff_texts("set_up")["problem"]
        return await _show_form(
            request, service, code, secret=secret, problem=texts["passkey"], status=422
        )
    if done is None:
        return _show_no_good(service)
    account, token, codes = done
    page = render_staff_page(
        service, "recovery_codes.html", None, texts=load_staff_texts("set_up"), codes=codes
    )
    remember_session(page, service, token)
    mark_browser(page, service, account)
    return page


def _check_password(form: Form) -> None:
    """Raises Problem 422 for one that cannot be kept."""
    texts = load_staff_texts("set_up")["problem"]
    if not SHORTEST <= len(form["password"]) <= LONGEST:
        raise Problem(422, texts["length"].format(shortest=SHORTEST))
    if form["password"] != form["password_again"]:
        raise Problem(422, texts["differ"])


async def _check_factor(
    request: Request, service: Service, form: Form, secret: str, entry: str
) -> _App | NewPasskey:
    """The second factor that was chosen. Raises Problem 422."""
    texts = load_staff_texts("set_up")["problem"]
    website = find_website(request, service.settings)
    if form["credential"] and website is not None:
        try:
            given = read_given(form["credential"])
            if await service.transactions.write(_is_ours, given, entry):
                return check_new(given, website)
        except NotRight:
            pass
        raise Problem(422, texts["passkey"])
    step = find_step(secret, form["code"], datetime.now(UTC))
    if step is None:
        raise Problem(422, texts["code"])
    return _App(secret, step)


def _is_ours(session: Session, given: Given, entry: str) -> bool:
    now = datetime.now(UTC)
    return take_challenge(session, given.challenge, "passkey set up", entry, now=now) is not None


def _ask_for_first(
    session: Session, code: str, website: Website, entry: str
) -> dict[str, Any] | None:
    now = datetime.now(UTC)
    member = find_by_sign_up(session, code, now=now)
    if member is None:
        return None
    return ask_for_new(
        website,
        make_challenge(session, "passkey set up", entry, now=now),
        handle=handle_of(member.id),
        email=member.email,
        name=member.name,
        known=[],
    )


def _keep(
    session: Session, code: str, password_hash: str, factor: _App | NewPasskey, browser: str
) -> tuple[str, str, list[str]] | None:
    now = datetime.now(UTC)
    app = factor if isinstance(factor, _App) else None
    member = set_up_account(
        session,
        code,
        password_hash=password_hash,
        totp_secret=app.secret if app is not None else None,
        totp_step=app.step if app is not None else None,
        now=now,
    )
    if member is None:
        return None
    if isinstance(factor, NewPasskey) and not add_passkey(
        session, member.id, factor, name=name_browser(browser), now=now
    ):
        # Nothing of it is kept: an account has two factors or is not set up.
        raise _FactorTaken
    codes = renew_recovery_codes(session, member.id)
    token = begin_session(session, member, browser=browser, now=now)
    return account_of(member.email), token, codes


async def _show_form(
    request: Request,
    service: Service,
    code: str,
    *,
    secret: str,
    problem: str = "",
    status: int = 200,
) -> Response:
    member = await service.transactions.read(find_by_sign_up, code, now=datetime.now(UTC))
    if member is None:
        return _show_no_good(service)
    if service.settings.oidc_only:
        texts = load_staff_texts("set_up")["elsewhere"]
        return render_staff_page(service, "told.html", None, texts=texts)
    entry = begin_entry(request, service)
    page = render_staff_page(
        service,
        "set_up.html",
        None,
        status=status,
        texts=load_staff_texts("set_up"),
        code=code,
        member=member,
        shortest=SHORTEST,
        secret=secret,
        secret_in_groups=in_groups(secret),
        square=_draw(member, secret),
        problem=problem,
        form_token=entry_token(entry),
        takes_passkeys=find_website(request, service.settings) is not None,
    )
    keep_entry(page, service, entry)
    return page


def _draw(member: Staff, secret: str) -> str:
    return draw_square(secret, member.email, service_details().name)


def _show_no_good(service: Service) -> Response:
    texts = load_staff_texts("set_up")["no_good"]
    return render_staff_page(service, "told.html", None, status=404, texts=texts)
