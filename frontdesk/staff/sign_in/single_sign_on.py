"""Single sign-on: the provider says who somebody is, an account here says what they may do.

It never makes an account. The first time a person is matched with the account of the email address
that the provider has verified, where nobody has set it up yet; from then on by the provider's own
name for them, so that an address that is given to somebody else later opens nothing. An account
that was set up with a password is reset first: its address may be somebody else's by now.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlsplit

import structlog
from fastapi import APIRouter, Query, Request
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from frontdesk.callers import network_of
from frontdesk.problems import Problem
from frontdesk.service import AtService, Service
from frontdesk.staff.cookies import forget_trip, keep_trip, read_trip, remember_session
from frontdesk.staff.refusing import HOME, own_page
from frontdesk.staff.rendering import render_staff_page, staff_headers
from frontdesk.staff.sign_in.page import show_form
from frontdesk.staff.sign_in.provider import NotVouchedFor, Person, Provider, ProviderUnavailable
from frontdesk.staff.texts import load_staff_texts
from store.accounts.sessions import begin_session
from store.accounts.sign_in_challenges import make_challenge, take_challenge
from store.accounts.staff import actor_of, find_by_provider, find_staff, match_with_provider
from store.audit import record_audit
from store.tables import Staff

log = structlog.get_logger()
router = APIRouter()
RETURN = "/staff/sign-in/elsewhere/return"
NOBODY = "somebody unknown"


@router.get("/staff/sign-in/elsewhere")
async def go_to_provider(
    request: Request, service: AtService, then: Annotated[str, Query(max_length=200)] = HOME
) -> Response:
    """Sends the browser to the provider. A link: browsers let no form of ours lead elsewhere."""
    texts = load_staff_texts("sign_in")
    try:
        provider = _provider(service)
        await service.sign_in_limits.count_begun(
            address=network_of(request), advice=texts["too_many"]
        )
        trip, nonce, verifier = (secrets.token_urlsafe(length) for length in (24, 24, 64))
        held = {"nonce": nonce, "code_verifier": verifier, "then": own_page(then)}
        state = await service.transactions.write(
            make_challenge, "single sign-on", trip, now=datetime.now(UTC), held=held
        )
        address = await provider.address_of_page(
            state=state, nonce=nonce, code_verifier=verifier, back_to=_back_to(request, service)
        )
    except ProviderUnavailable as error:
        return _show_unavailable(request, service, then, error)
    except Problem as problem:
        return _show(request, service, then, problem.detail, problem.status_code)
    response = RedirectResponse(address, status_code=303, headers=staff_headers(service))
    keep_trip(response, service, trip)
    return response


@router.get(RETURN)
async def come_back_from_provider(
    request: Request,
    service: AtService,
    state: Annotated[str, Query(max_length=200)] = "",
    code: Annotated[str, Query(max_length=4000)] = "",
) -> Response:
    """Begins a session for whom the provider vouches for, if there is an account."""
    then, texts = HOME, load_staff_texts("sign_in")["elsewhere"]
    try:
        provider = _provider(service)
        held = await service.transactions.write(_take, state, read_trip(request, service) or "")
        if held is None:
            return _show(request, service, then, texts["too_late"], 422)
        then = held["then"]
        if not code:
            return _show(request, service, then, texts["not_done"], 422)
        person = await provider.find_person(
            code=code,
            nonce=held["nonce"],
            code_verifier=held["code_verifier"],
            back_to=_back_to(request, service),
        )
        browser = request.headers.get("user-agent", "")
        token = await service.transactions.write(_begin, provider.account.issuer, person, browser)
    except ProviderUnavailable as error:
        return _show_unavailable(request, service, then, error)
    except NotVouchedFor as error:
        log.warning("single sign-on refused", why=str(error))
        return _show(request, service, then, texts["refused"], 403)
    except Problem as problem:
        return _show(request, service, then, problem.detail, problem.status_code)
    if token is None:
        return _show(request, service, then, texts["no_account"], 403)
    # The strict cookie comes with the next request, from our own page.
    page = render_staff_page(
        service, "carry_on.html", None, texts=load_staff_texts("sign_in"), then=then
    )
    remember_session(page, service, token)
    forget_trip(page, service)
    return page


def _take(session: Session, state: str, trip: str) -> dict[str, str] | None:
    return take_challenge(session, state, "single sign-on", trip, now=datetime.now(UTC))


def _begin(session: Session, issuer: str, person: Person, browser: str) -> str | None:
    """The token of the new session; None where there is no account for this person."""
    now = datetime.now(UTC)
    member = find_by_provider(session, issuer, person.subject)
    if member is None:
        member = _match(session, issuer, person, now)
    if member is None or member.disabled_at is not None:
        _note_refusal(session, person, member, now)
        return None
    token = begin_session(session, member, browser=browser, now=now)
    record_audit(
        session, actor=actor_of(member.id), action="signed in with single sign-on", now=now
    )
    return token


def _note_refusal(session: Session, person: Person, member: Staff | None, now: datetime) -> None:
    """Why nobody was let in, for whoever has to help: the page says the same to everybody."""
    found = member
    if found is None and person.email is not None:
        found = find_staff(session, person.email)
    if person.email is None and member is None:
        why = "no address that the provider has verified"
    elif found is None:
        why = "no account with this address"
    elif found.disabled_at is not None:
        why = "account disabled"
    elif found.single_sign_on_index is not None:
        why = "account is bound to another person at the provider"
    else:
        why = "account was set up with a password"
    record_audit(
        session,
        actor=actor_of(found.id) if found is not None else NOBODY,
        action="single sign-on refused",
        now=now,
        fields=[why],
    )


def _match(session: Session, issuer: str, person: Person, now: datetime) -> Staff | None:
    member = find_staff(session, person.email) if person.email is not None else None
    if member is None or member.disabled_at is not None or member.is_set_up:
        return None
    # The index folds more than a mail server may: "ß" and "ss" are two people's addresses.
    if _plain(member.email) != _plain(person.email or ""):
        return None
    return member if match_with_provider(session, member, issuer, person.subject, now=now) else None


def _plain(email: str) -> str:
    """The address with A to Z in small letters and no other letter changed."""
    return "".join(sign.lower() if sign.isascii() else sign for sign in email.strip())


def _provider(service: Service) -> Provider:
    if service.provider is None:
        raise Problem(404, load_staff_texts("sign_in")["elsewhere"]["none"])
    return service.provider


def _back_to(request: Request, service: Service) -> str:
    home = service.settings.public_url
    if home is None:
        here = urlsplit(str(request.base_url))
        home = f"{here.scheme}://{here.netloc}"
    return f"{home}{RETURN}"


def _show_unavailable(
    request: Request, service: Service, then: str, error: ProviderUnavailable
) -> Response:
    log.error("single sign-on does not answer", why=str(error))
    says = load_staff_texts("sign_in")["elsewhere"]["unavailable"]
    return _show(request, service, then, says, 503)


def _show(request: Request, service: Service, then: str, problem: str, status: int) -> Response:
    page = show_form(request, service, then=then, problem=problem, status=status)
    forget_trip(page, service)
    return page
