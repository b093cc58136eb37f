"""The accounts of all colleagues, for administrators: added, given another role, begun anew, ended.

What an administrator may not do here, and why, is in store/accounts/changes.py (`find_refusal`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from casework.people.email_addresses import is_email
from frontdesk.service import AtService, Service
from frontdesk.staff.addresses import RowId
from frontdesk.staff.forms import read_form
from frontdesk.staff.rendering import render_staff_page, send_to
from frontdesk.staff.rights import Administrator, SignedIn
from frontdesk.staff.texts import load_staff_texts
from store.accounts.changes import (
    Change,
    change_role,
    disable_staff,
    enable_staff,
    find_refusal,
    has_active,
    is_last_lead,
    reset_staff,
)
from store.accounts.staff import (
    GIVEN_ON_PAGES,
    ROLES,
    EmailTaken,
    Role,
    SignUp,
    actor_of,
    add_staff,
    find_account,
    list_staff,
    state_of,
)
from store.tables import Staff

router = APIRouter()
LIST = "/staff/accounts"
LONGEST_NAME = 80
LONGEST_EMAIL = 254


@dataclass(frozen=True)
class _Refused:
    """What is said to an administrator who may not; names a text of `problem`."""

    why: str


Done = SignUp | _Refused | None


@router.get("/staff/accounts")
async def show_accounts(who: Administrator, service: AtService) -> Response:
    """Every account, and a form to add one."""
    return await _show_list(who, service)


@router.post("/staff/accounts")
async def add_account(request: Request, who: Administrator, service: AtService) -> Response:
    """Adds an account and shows its link, once."""
    form = await read_form(request)
    name, email, role = form["name"].strip(), form["email"].strip(), form["role"]
    typed = {"name": name, "email": email, "role": role}
    done: Done = _Refused("not whole")
    is_whole = 0 < len(name) <= LONGEST_NAME and len(email) <= LONGEST_EMAIL and is_email(email)
    if is_whole and role in GIVEN_ON_PAGES:
        done = await service.transactions.write(_add, who, name, email, role)
    if isinstance(done, SignUp):
        return _show_link(request, who, service, done, name)
    assert done is not None
    return await _show_list(who, service, problem=done.why, typed=typed)


@router.get("/staff/accounts/{staff_id}")
async def show_one_account(staff_id: RowId, who: Administrator, service: AtService) -> Response:
    """One account with what can be changed of it."""
    return await _show_one(who, service, staff_id)


@router.post("/staff/accounts/{staff_id}/role")
async def give_role(
    staff_id: RowId, request: Request, who: Administrator, service: AtService
) -> Response:
    """Gives an account another role, which counts at once."""
    role = (await read_form(request))["role"]
    if role not in ROLES:
        return await _show_one(who, service, staff_id, problem="not whole")

    def change(session: Session, member: Staff, now: datetime) -> Done:
        change_role(session, member, role, now=now, by=who.actor)
        return None

    return await _change(request, who, service, staff_id, "role", change, role)


@router.post("/staff/accounts/{staff_id}/reset")
async def reset_account(
    staff_id: RowId, request: Request, who: Administrator, service: AtService
) -> Response:
    """Ends every way in and shows a new link, once."""

    def change(session: Session, member: Staff, now: datetime) -> Done:
        return reset_staff(session, member, now=now, by=who.actor)

    return await _change(request, who, service, staff_id, "reset", change)


@router.post("/staff/accounts/{staff_id}/disable")
async def disable_account(
    staff_id: RowId, request: Request, who: Administrator, service: AtService
) -> Response:
    """Lets nobody in with an account; whoever is signed in with it is out at once.

    The only safeguarding lead's is disabled by somebody who has said that they are sure.
    """
    is_sure = (await read_form(request))["sure"] == "1"

    def change(session: Session, member: Staff, now: datetime) -> Done:
        if not is_sure and is_last_lead(session, member):
            return _Refused("last lead")
        disable_staff(session, member, now=now, by=who.actor)
        return None

    return await _change(request, who, service, staff_id, "disable", change)


@router.post("/staff/accounts/{staff_id}/enable")
async def enable_account(
    staff_id: RowId, request: Request, who: Administrator, service: AtService
) -> Response:
    """Lets a disabled account in again."""

    def change(session: Session, member: Staff, now: datetime) -> Done:
        enable_staff(session, member, now=now, by=who.actor)
        return None

    return await _change(request, who, service, staff_id, "enable", change)


async def _change(
    request: Request,
    who: SignedIn,
    service: Service,
    staff_id: int,
    what: Change,
    change: Callable[[Session, Staff, datetime], Done],
    role: Role | None = None,
) -> Response:
    def run(session: Session) -> tuple[str, Done] | None:
        member = find_account(session, staff_id)
        if member is None:
            return None
        refusal = find_refusal(session, what, member, by=who.staff_id, role=role)
        if refusal is not None:
            return member.name, _Refused(refusal)
        return member.name, change(session, member, datetime.now(UTC))

    found = await service.transactions.write(run)
    if found is None:
        return _show_unknown(who, service)
    name, done = found
    if isinstance(done, _Refused):
        return await _show_one(who, service, staff_id, problem=done.why)
    if done is not None:
        return _show_link(request, who, service, done, name)
    return send_to(service, f"{LIST}/{staff_id}")


def _add(session: Session, who: SignedIn, name: str, email: str, role: Role) -> Done:
    try:
        return add_staff(
            session, name=name, email=email, role=role, now=datetime.now(UTC), by=who.actor
        )
    except EmailTaken:
        return _Refused("taken")


async def _show_list(
    who: SignedIn, service: Service, *, problem: str = "", typed: dict[str, str] | None = None
) -> Response:
    texts = load_staff_texts("accounts")
    members, has_lead = await service.transactions.read(_read_list)
    now = datetime.now(UTC)
    return render_staff_page(
        service,
        "accounts.html",
        who,
        status=422 if problem else 200,
        texts=texts,
        lines=[(member, state_of(member, now)) for member in members],
        has_lead=has_lead,
        roles=GIVEN_ON_PAGES,
        typed=typed or {"name": "", "email": "", "role": GIVEN_ON_PAGES[0]},
        problem=texts["problem"][problem] if problem else "",
    )


def _read_list(session: Session) -> tuple[Sequence[Staff], bool]:
    return list_staff(session), has_active(session, "safeguarding_lead")


async def _show_one(
    who: SignedIn, service: Service, staff_id: int, *, problem: str = ""
) -> Response:
    texts = load_staff_texts("accounts")
    member, has_lead, is_last = await service.transactions.read(_read_one, staff_id)
    if member is None:
        return _show_unknown(who, service)
    return render_staff_page(
        service,
        "one_account.html",
        who,
        status=422 if problem else 200,
        texts=texts,
        member=member,
        actor=actor_of(member.id),
        state=state_of(member, datetime.now(UTC)),
        roles=[role for role in ROLES if role in GIVEN_ON_PAGES or role == member.role],
        has_lead=has_lead,
        is_last_lead=is_last,
        is_own=member.id == who.staff_id,
        problem=texts["problem"][problem] if problem else "",
    )


def _read_one(session: Session, staff_id: int) -> tuple[Staff | None, bool, bool]:
    member = find_account(session, staff_id)
    has_lead = has_active(session, "safeguarding_lead")
    return member, has_lead, member is not None and is_last_lead(session, member)


def _show_link(
    request: Request, who: SignedIn, service: Service, sign_up: SignUp, name: str
) -> Response:
    home = service.settings.public_url or str(request.base_url).rstrip("/")
    return render_staff_page(
        service,
        "account_link.html",
        who,
        texts=load_staff_texts("accounts"),
        name=name,
        link=f"{home}/staff/set-up/{sign_up.code}",
        until=sign_up.expires_at,
        elsewhere=service.settings.oidc_label if service.settings.oidc_only else "",
    )


def _show_unknown(who: SignedIn, service: Service) -> Response:
    texts = load_staff_texts("accounts")
    return render_staff_page(
        service,
        "told.html",
        who,
        status=404,
        texts=texts["unknown"],
        back=LIST,
        back_says=texts["title"],
    )
