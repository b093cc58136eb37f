"""Setting an account up with the link that `./intake staff add` prints: password, second factor.

Looking at the page uses nothing up, since programs that preview links do so too. Each look shows
a fresh secret, which only the form brings back: what somebody else saw before opens nothing.
"""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from casework.opening_hours import service_details
from frontdesk.problems import Problem
from frontdesk.service import AtService, Service
from frontdesk.staff.cookies import mark_browser, remember_session
from frontdesk.staff.forms import Form, begin_entry, check_form, entry_token, keep_entry, read_form
from frontdesk.staff.passwords import LONGEST, SHORTEST, hash_password
from frontdesk.staff.rendering import render_staff_page
from frontdesk.staff.second_factor import draw_square, find_step, in_groups, is_secret, make_secret
from frontdesk.staff.texts import load_staff_texts
from store.encryption import blind_index
from store.models import Staff
from store.recovery_codes import renew_recovery_codes
from store.staff import find_by_sign_up, set_up_account
from store.staff_sessions import begin_session

router = APIRouter()


@router.get("/staff/set-up/{code}")
async def show_set_up(code: str, request: Request, service: AtService) -> Response:
    """The page with the three things to do."""
    return await _show_form(request, service, code, secret=make_secret())


@router.post("/staff/set-up/{code}")
async def set_up(code: str, request: Request, service: AtService) -> Response:
    """Keeps password and second factor, signs in, and shows the recovery codes once."""
    form = await read_form(request)
    secret = form["secret"] if is_secret(form["secret"]) else make_secret()
    try:
        await check_form(request, entry_token(begin_entry(request, service)))
        step = _check(form, secret)
    except Problem as problem:
        return await _show_form(
            request,
            service,
            code,
            secret=secret,
            problem=problem.detail,
            status=problem.status_code,
        )
    done = await service.transactions.write(
        _keep,
        code,
        await hash_password(form["password"]),
        secret,
        step,
        request.headers.get("user-agent", ""),
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


def _check(form: Form, secret: str) -> int:
    """The step of the code. Raises Problem 422 for what cannot be kept."""
    texts = load_staff_texts("set_up")["problem"]
    if not SHORTEST <= len(form["password"]) <= LONGEST:
        raise Problem(422, texts["length"].format(shortest=SHORTEST))
    if form["password"] != form["password_again"]:
        raise Problem(422, texts["differ"])
    step = find_step(secret, form["code"], datetime.now(UTC))
    if step is None:
        raise Problem(422, texts["code"])
    return step


def _keep(
    session: Session, code: str, password_hash: str, secret: str, step: int, browser: str
) -> tuple[str, str, list[str]] | None:
    now = datetime.now(UTC)
    member = set_up_account(
        session, code, password_hash=password_hash, totp_secret=secret, totp_step=step, now=now
    )
    if member is None:
        return None
    codes = renew_recovery_codes(session, member.id)
    token = begin_session(session, member, browser=browser, now=now)
    return blind_index(member.email) or "", token, codes


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
    )
    keep_entry(page, service, entry)
    return page


def _draw(member: Staff, secret: str) -> str:
    return draw_square(secret, member.email, service_details().name)


def _show_no_good(service: Service) -> Response:
    texts = load_staff_texts("set_up")["no_good"]
    return render_staff_page(service, "told.html", None, status=404, texts=texts)
