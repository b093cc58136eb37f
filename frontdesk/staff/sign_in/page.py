"""Signing in: email, password and second factor at once, so that no answer tells which is wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from frontdesk.callers import network_of
from frontdesk.problems import Problem
from frontdesk.service import AtService, Service
from frontdesk.staff.cookies import (
    forget_session,
    mark_browser,
    read_mark,
    remember_session,
)
from frontdesk.staff.forms import (
    Form,
    begin_entry,
    check_form,
    entry_token,
    keep_entry,
    read_form,
)
from frontdesk.staff.refusing import HOME, own_page
from frontdesk.staff.rendering import render_staff_page, send_to
from frontdesk.staff.rights import Caseworker, read_signed_in
from frontdesk.staff.sign_in.passkeys import find_website
from frontdesk.staff.sign_in.passwords import LONGEST, is_password
from frontdesk.staff.sign_in.second_factor import use_code
from frontdesk.staff.texts import load_staff_texts
from store.accounts.sessions import begin_session, end_session
from store.accounts.staff import actor_of, count_failure, find_staff
from store.audit import record_audit
from store.encryption import blind_index

router = APIRouter()


@router.get("/staff/sign-in")
async def show_sign_in(
    request: Request, service: AtService, then: Annotated[str, Query(max_length=200)] = HOME
) -> Response:
    """The form; who is signed in goes on."""
    if await read_signed_in(request, service) is not None:
        return send_to(service, own_page(then))
    return show_form(request, service, then=then)


@router.post("/staff/sign-in")
async def sign_in(request: Request, service: AtService) -> Response:
    """Begins a session where all three are right. Wrong in any way looks and lasts the same."""
    form = await read_form(request)
    try:
        await check_form(request, entry_token(begin_entry(request, service)))
        refuse_if_elsewhere(service)
        token = await _check_all(request, service, form)
    except Problem as problem:
        return show_problem(request, service, form, problem)
    return let_in(service, form, token, account_of(form["email"]))


@router.post("/staff/sign-out")
async def sign_out(who: Caseworker, service: AtService) -> Response:
    """Ends this session."""
    await service.transactions.write(_end, who.session.id, who.staff_id)
    response = send_to(service, "/staff/sign-in")
    forget_session(response, service)
    return response


async def _check_all(request: Request, service: Service, form: Form) -> str:
    """The token of the new session. Raises Problem."""
    account = account_of(form["email"])
    counted = await service.sign_in_limits.count(
        account=account,
        address=network_of(request),
        known_browser=read_mark(request, service, account),
        advice=load_staff_texts("sign_in")["too_many"],
    )
    found = await service.transactions.read(find_staff, form["email"])
    password_hash = found.password_hash if found is not None else None
    is_right = await is_password(form["password"][:LONGEST], password_hash)
    browser = request.headers.get("user-agent", "")
    token = await service.transactions.write(_finish, form, browser, is_password_right=is_right)
    if token is None:
        raise Problem(422, load_staff_texts("sign_in")["wrong"])
    await service.sign_in_limits.take_back(counted)
    return token


def _finish(session: Session, form: Form, browser: str, *, is_password_right: bool) -> str | None:
    """Looks at the second factor and begins the session, or counts a failure."""
    now = datetime.now(UTC)
    member = find_staff(session, form["email"])
    if (
        member is None
        or member.disabled_at is not None
        or not is_password_right
        or not use_code(session, member, form["code"], now)
    ):
        count_failure(session, form["email"])
        return None
    token = begin_session(session, member, browser=browser, now=now)
    record_audit(session, actor=actor_of(member.id), action="signed in", now=now)
    return token


def _end(session: Session, session_id: int, staff_id: int) -> None:
    now = datetime.now(UTC)
    end_session(session, session_id, staff_id, now=now)
    record_audit(session, actor=actor_of(staff_id), action="signed out", now=now)


def refuse_if_elsewhere(service: Service) -> None:
    """Raises Problem 403 where the provider of single sign-on is the only way in."""
    if service.settings.oidc_only:
        raise Problem(403, load_staff_texts("sign_in")["only_elsewhere"])


def let_in(service: Service, form: Form, token: str, account: str) -> Response:
    """Goes on to the page that was wanted, signed in, in a browser that is known from now on."""
    response = send_to(service, own_page(form["then"]))
    remember_session(response, service, token)
    mark_browser(response, service, account)
    return response


def show_problem(request: Request, service: Service, form: Form, problem: Problem) -> Response:
    """The form again, with what is wrong."""
    page = show_form(
        request,
        service,
        then=form["then"],
        email=form["email"],
        problem=problem.detail,
        status=problem.status_code,
    )
    page.headers.update(problem.headers or {})
    return page


def show_form(
    request: Request,
    service: Service,
    *,
    then: str,
    email: str = "",
    problem: str = "",
    status: int = 200,
) -> Response:
    """Every way to sign in that there is here."""
    entry = begin_entry(request, service)
    settings = service.settings
    page = render_staff_page(
        service,
        "sign_in.html",
        None,
        status=status,
        texts=load_staff_texts("sign_in"),
        then=own_page(then),
        email=email,
        problem=problem,
        form_token=entry_token(entry),
        elsewhere=settings.oidc_label if settings.provider_account is not None else "",
        is_only_elsewhere=settings.oidc_only,
        takes_passkeys=find_website(request, settings) is not None,
    )
    keep_entry(page, service, entry)
    return page


def account_of(email: str) -> str:
    """What stands for the account in counts, whether or not there is one."""
    return blind_index(email) or ""
