"""Who may do what: each route of the staff side names its rule, and a test finds any without.

    @router.get("/staff")
    async def show_list(who: Caseworker, service: AtService) -> Response: ...

A rule also refuses forms that are not ours, so that no route has to think of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy.orm import Session

from frontdesk.callers import network_of, shows_pages
from frontdesk.problems import Problem
from frontdesk.service import AtService, Service
from frontdesk.staff.cookies import SESSION, read_cookie
from frontdesk.staff.forms import check_form
from store.accounts.api_tokens import Scope, find_api_token, note_use
from store.accounts.sessions import OpenSession, find_session, keep_session_open
from store.accounts.staff import Role, actor_of

LADDER: tuple[Role, ...] = ("caseworker", "manager", "administrator")
"""Whoever stands higher may do what those below may. Safeguarding stands beside it."""

_bearer = HTTPBearer(
    auto_error=False, scheme_name="StaffToken", description="A token of ./intake staff token"
)
READS_ONLY = {"GET", "HEAD"}
# That somebody is there is noted when it has been this long, so not with every page.
NOTED_AFTER = timedelta(minutes=1)


class SignedOut(Exception):
    """Nobody is signed in with this browser."""


class NotAllowed(Exception):
    """Somebody is signed in, and this is not for their role."""

    def __init__(self, who: SignedIn) -> None:
        self.who = who


@dataclass(frozen=True)
class Reader:
    """A colleague or a program that reads: its name in the audit trail, and what it may see."""

    actor: str
    sees_safeguarding: bool


@dataclass(frozen=True)
class SignedIn(Reader):
    """A colleague who is signed in."""

    staff_id: int
    name: str
    role: str
    session: OpenSession

    @property
    def form_token(self) -> str:
        """What every form has to carry."""
        return self.session.form_token


class Rule:
    """Lets in whoever has this role or one above it."""

    def __init__(self, least: Role) -> None:
        self.least = least

    async def __call__(self, request: Request, service: AtService) -> SignedIn:
        """Who is signed in. Raises SignedOut, NotAllowed, and Problem 403 for a strange form."""
        who = await read_signed_in(request, service)
        if who is None:
            raise SignedOut
        if not self.allows(who.role):
            raise NotAllowed(who)
        if request.method not in READS_ONLY:
            await check_form(request, who.form_token)
        return who

    def allows(self, role: str) -> bool:
        """Whether somebody with this role is let in."""
        return role in LADDER[LADDER.index(self.least) :] or (
            self.least == "caseworker" and role == "safeguarding_lead"
        )


class SafeguardingRule(Rule):
    """Lets the safeguarding lead in, and nobody else, however high they stand."""

    def __init__(self) -> None:
        super().__init__("safeguarding_lead")

    def allows(self, role: str) -> bool:
        """Whether this is the safeguarding lead."""
        return role == "safeguarding_lead"


class AuditRule(Rule):
    """Lets managers in, and the safeguarding lead: each sees their own part of the trail."""

    def __init__(self) -> None:
        super().__init__("manager")

    def allows(self, role: str) -> bool:
        """Whether this is the safeguarding lead, a manager or above."""
        return role == "safeguarding_lead" or super().allows(role)


class ApiRule:
    """Lets in a program whose token has this scope, and colleagues whom the rule lets in."""

    def __init__(self, rule: Rule, scope: Scope) -> None:
        self.rule = rule
        self.scope = scope

    async def __call__(
        self,
        request: Request,
        service: AtService,
        credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    ) -> Reader:
        """Who reads. Raises Problem 401, 403 and 429, besides what the rule raises."""
        if "authorization" not in request.headers:
            return await self.rule(request, service)
        token = credentials.credentials if credentials is not None else ""
        holder = await service.transactions.read(find_api_token, token)
        service.limits.count("address", holder.actor if holder else network_of(request))
        if holder is None:
            raise Problem(
                401,
                "This token opens nothing: it is wrong, or was revoked.",
                {"WWW-Authenticate": 'Bearer error="invalid_token"'},
            )
        now = datetime.now(UTC)
        if holder.is_to_be_noted(now):
            await service.transactions.write(note_use, holder.id, now=now)
        if self.scope not in holder.scopes:
            raise Problem(403, f"This token has not the scope {self.scope}.")
        return Reader(holder.actor, "safeguarding:read" in holder.scopes)


Caseworker = Annotated[SignedIn, Depends(Rule("caseworker"))]
Manager = Annotated[SignedIn, Depends(Rule("manager"))]
Administrator = Annotated[SignedIn, Depends(Rule("administrator"))]
SafeguardingLead = Annotated[SignedIn, Depends(SafeguardingRule())]
ReferralReader = Annotated[Reader, Depends(ApiRule(Rule("caseworker"), "referrals:read"))]
ListReader = Annotated[Reader, Depends(ApiRule(Rule("manager"), "referrals:list"))]
AuditReader = Annotated[SignedIn, Depends(AuditRule())]


def is_manager(who: SignedIn) -> bool:
    """Whether this colleague looks after what is the team's: a manager, or above one."""
    return who.role in LADDER[LADDER.index("manager") :]


async def read_signed_in(request: Request, service: Service) -> SignedIn | None:
    """Who is signed in with this browser; a page loaded or a form posted keeps it open."""
    token = read_cookie(request, service, SESSION)
    if token is None:
        return None
    found = await service.transactions.read(find_session, token, now=datetime.now(UTC))
    if found is None or (service.settings.oidc_only and not found.is_of_provider):
        # Sessions of passwords end with the passwords, the moment that is the only way in.
        return None
    now = datetime.now(UTC)
    if _is_by_person(request) and now - found.last_seen_at > NOTED_AFTER:
        await service.transactions.write(_note_person, found.id, now)
    return SignedIn(
        actor=actor_of(found.staff_id),
        sees_safeguarding=found.role == "safeguarding_lead",
        staff_id=found.staff_id,
        name=found.name,
        role=found.role,
        session=found,
    )


def _is_by_person(request: Request) -> bool:
    return request.method not in READS_ONLY or shows_pages(request)


def _note_person(session: Session, session_id: int, now: datetime) -> None:
    keep_session_open(session, session_id, now=now)
