"""Colleagues of the charity at a front desk: with an account, a phone, a browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import unescape

import httpx
import pyotp
import pytest
from argon2 import PasswordHasher

from frontdesk.settings import FrontDeskSettings
from store.accounts.recovery_codes import renew_recovery_codes
from store.accounts.sessions import begin_session
from store.accounts.staff import Role, add_staff, find_staff, set_up_account
from store.database import Database, open_database
from tests.integration.front_desk import FrontDesk

PASSWORD = "correct horse battery"
SHOWS_PAGES = {"Accept": "text/html"}
QUICK_HASH = PasswordHasher(time_cost=1, memory_cost=1024).hash(PASSWORD)
_FORM_TOKEN = re.compile(r'name="form_token" value="([^"]+)"')


@dataclass
class Colleague:
    """An account that was set up, and the phone that shows its codes."""

    email: str
    secret: str
    recovery_codes: list[str]
    steps_used: int = field(default=0)

    def next_code(self) -> str:
        """A code that was not used: that of now, then the one after it."""
        self.steps_used += 1
        assert self.steps_used <= 2
        moment = datetime.now(UTC) + timedelta(seconds=30 * (self.steps_used - 1))
        return pyotp.TOTP(self.secret).at(moment)


def employ(
    database: Database,
    email: str = "jo@example.org",
    *,
    role: Role = "caseworker",
    password_hash: str = QUICK_HASH,
) -> Colleague:
    """Adds a colleague whose account is set up."""
    now, secret = datetime.now(UTC), pyotp.random_base32()
    with database.writing() as session:
        sign_up = add_staff(session, name="Jo Bloggs", email=email, role=role, now=now)
        member = set_up_account(
            session,
            sign_up.code,
            password_hash=password_hash,
            totp_secret=secret,
            totp_step=int(now.timestamp()) // 30 - 10,
            now=now,
        )
        assert member is not None
        return Colleague(email, secret, renew_recovery_codes(session, member.id))


def open_staff_session(database: Database, colleague: Colleague) -> str:
    """The token of a session of this colleague."""
    with database.writing() as session:
        member = find_staff(session, colleague.email)
        assert member is not None
        return begin_session(session, member, browser="Firefox", now=datetime.now(UTC))


@contextmanager
def database_of(settings: FrontDeskSettings) -> Iterator[Database]:
    """The database behind a front desk."""
    database = open_database(settings)
    yield database
    database.close()


class StaffBrowser:
    """A browser at the staff side, with cookies of its own."""

    def __init__(self, desk: FrontDesk) -> None:
        self.client = httpx.Client(
            base_url=desk.url, headers=SHOWS_PAGES, trust_env=False, verify=False, timeout=30
        )

    def look(self, path: str) -> str:
        response = self.client.get(path, follow_redirects=True)
        return unescape(response.text)

    def form_token(self, path: str) -> str:
        found = _FORM_TOKEN.search(self.look(path))
        assert found, path
        return found[1]

    def sign_in(
        self, email: str, code: str, *, password: str = PASSWORD, then: str = "/staff"
    ) -> httpx.Response:
        fields = {"email": email, "password": password, "code": code, "then": then}
        token = self.form_token("/staff/sign-in")
        return self.client.post("/staff/sign-in", data={**fields, "form_token": token})

    def sign_in_quickly(self, database: Database, colleague: Colleague) -> None:
        """Signed in as if through the page, which takes a while."""
        self.client.cookies.set("staff", open_staff_session(database, colleague))

    @property
    def is_signed_in(self) -> bool:
        return self.client.get("/staff").status_code == 200


@pytest.fixture
def kept(front_desk: FrontDesk, desk_settings: FrontDeskSettings) -> Iterator[Database]:
    """The database behind the front desk."""
    with database_of(desk_settings) as database:
        yield database


@pytest.fixture
def jo(kept: Database) -> Colleague:
    """A caseworker."""
    return employ(kept)


@pytest.fixture
def open_browser(front_desk: FrontDesk) -> Iterator[Callable[[], StaffBrowser]]:
    """Opens browsers at the staff side."""
    opened: list[StaffBrowser] = []

    def open_one() -> StaffBrowser:
        opened.append(StaffBrowser(front_desk))
        return opened[-1]

    yield open_one
    for browser in opened:
        browser.client.close()


@pytest.fixture
def staff_browser(open_browser: Callable[[], StaffBrowser]) -> StaffBrowser:
    """One browser at the staff side."""
    return open_browser()
