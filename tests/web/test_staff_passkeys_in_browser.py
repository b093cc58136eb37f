"""Passkeys in a real browser (Chromium's virtual authenticator), by keyboard; axe on each state."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from frontdesk.settings import FrontDeskSettings
from store.accounts.staff import add_staff
from store.database import Database
from tests.integration.colleagues import PASSWORD, Colleague, database_of, employ
from tests.integration.provider_stand_in import CLIENT, SECRET, ProviderStandIn
from tests.web.quick_desk import run_quick_desk
from tests.web.test_every_state import LOOKS, look_closely
from tests.web.test_staff_in_browser import tab_to, type_into
from tests.web.test_staff_queue_in_browser import press


@dataclass
class Desk:
    """A front desk at localhost, since passkeys are bound to a name."""

    url: str
    kept: Database
    boss: Colleague


@pytest.fixture
def provider() -> Iterator[ProviderStandIn]:
    stand_in = ProviderStandIn({"sub": "1", "email": "boss@example.org", "email_verified": True})
    yield stand_in
    stand_in.stop()


@pytest.fixture
def desk(
    tmp_path: Path, provider: ProviderStandIn, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    monkeypatch.chdir(tmp_path)
    with (
        run_quick_desk(
            tmp_path,
            oidc_issuer=provider.url,
            oidc_client_id=CLIENT,
            oidc_client_secret=SECRET,
        ) as running,
        database_of(FrontDeskSettings(env="test", var=tmp_path)) as kept,
    ):
        boss = employ(kept, "boss@example.org", role="administrator")
        yield Desk(running.url.replace("127.0.0.1", "localhost"), kept, boss)


@contextmanager
def window(browser: Browser, **look: Any) -> Iterator[tuple[Page, CDPSession]]:
    """A page whose machine has a passkey store that knows its owner."""
    context = browser.new_context(**look)
    page = context.new_page()
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    yield page, devices
    context.close()


def sign_in(page: Page, desk: Desk, then: str = "/staff") -> None:
    page.goto(f"{desk.url}{then}")
    page.locator("#email").fill(desk.boss.email)
    page.locator("#password").fill(PASSWORD)
    page.locator("#code").fill(desk.boss.recovery_codes.pop())
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(f"{desk.url}{then}")


def test_administrator_adds_a_colleague_who_chooses_a_passkey_and_signs_in_with_it_by_keyboard(
    browser: Browser, desk: Desk
) -> None:
    with window(browser) as (page, _devices):
        sign_in(page, desk)
        press(page, "nav a[href='/staff/accounts']")
        page.wait_for_url("**/staff/accounts")
        type_into(page, "#name", "Sam Ali")
        type_into(page, "#email", "sam@example.org")
        press(page, "form button.main")
        link = page.locator("#link").input_value()
        press(page, "header button[type=submit]")
        page.wait_for_url("**/staff/sign-in")
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(link)
        type_into(page, "#password", PASSWORD)
        type_into(page, "#password-again", PASSWORD)
        press(page, "[data-passkey] button")
        expect(page.get_by_role("listitem").locator("code")).to_have_count(8)
        page.goto(f"{desk.url}/staff/account")
        expect(page.get_by_role("row").get_by_role("button", name="Remove")).to_have_count(1)
        press(page, "header button[type=submit]")
        page.wait_for_url("**/staff/sign-in")
        press(page, "[data-passkey] button")
        expect(page.get_by_role("heading", level=1)).to_have_text("Queue")
        expect(page.get_by_text("Sam Ali").first).to_be_visible()
        assert complaints == []


def test_who_turns_the_passkey_down_is_told_and_can_use_password_and_code(
    browser: Browser, desk: Desk
) -> None:
    with window(browser) as (page, _devices):
        page.goto(f"{desk.url}/staff/sign-in")
        tab_to(page, "[data-passkey] button")
        page.keyboard.press("Enter")
        expect(page.locator("[data-passkey] [role=alert]")).to_contain_text("No passkey was used")
        assert page.evaluate("document.activeElement.closest('[data-passkey]') !== null")
        sign_in(page, desk)


def test_without_script_password_and_code_are_all_there_is(browser: Browser, desk: Desk) -> None:
    with window(browser, java_script_enabled=False) as (page, _devices):
        page.goto(f"{desk.url}/staff/sign-in")
        expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()
        sign_in(page, desk, "/staff/account")
        expect(page.get_by_text("with scripts allowed")).to_be_visible()
        expect(page.get_by_role("button", name="Add a passkey")).to_be_hidden()


def test_single_sign_on_leads_there_and_back_in_a_real_browser(
    browser: Browser, desk: Desk, provider: ProviderStandIn
) -> None:
    new = "ada@example.org"
    with desk.kept.writing() as session:
        add_staff(session, name="Ada", email=new, role="administrator", now=datetime.now(UTC))
    provider.person = {"sub": "2", "email": new, "email_verified": True}
    with window(browser) as (page, _devices):
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(f"{desk.url}/staff/accounts")
        press(page, "main a.main")
        expect(page.get_by_role("heading", level=1)).to_have_text("Accounts")
        assert page.url == f"{desk.url}/staff/accounts" and complaints == []


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_of_accounts_can_be_used_by_everybody(
    browser: Browser, desk: Desk, look: str
) -> None:
    employ(desk.kept, "lee@example.org", role="safeguarding_lead")
    employ(desk.kept, "a-very-long-name-of-somebody@a-long-domain.example.org")
    with window(browser, **LOOKS[look]) as (page, _devices):
        page.goto(f"{desk.url}/staff/sign-in")
        look_closely(page, "sign in, with every way in")
        page.get_by_role("button", name="Sign in with a passkey").click()
        expect(page.locator("[data-passkey] [role=alert]")).not_to_be_empty()
        look_closely(page, "sign in, no passkey used")
        sign_in(page, desk, "/staff/account")
        look_closely(page, "account without passkeys")
        page.locator("#passkey-name").fill("A laptop with quite a long name for a narrow page")
        page.get_by_role("button", name="Add a passkey").click()
        expect(page.get_by_role("row").get_by_role("button", name="Remove")).to_have_count(1)
        look_closely(page, "account with a passkey")
        page.get_by_role("button", name="Add a passkey").click()
        expect(page.locator("[data-passkey] [role=alert]")).not_to_be_empty()
        look_closely(page, "the same passkey again")
        for path in ("accounts", "accounts/1", "accounts/3"):
            page.goto(f"{desk.url}/staff/{path}")
            look_closely(page, path)
        page.goto(f"{desk.url}/staff/accounts")
        page.locator("#name").fill("Jo")
        page.locator("#email").fill("lee@example.org")
        page.locator("form button.main").click()
        look_closely(page, "address taken")
        page.locator("#email").fill("new@example.org")
        page.locator("form button.main").click()
        look_closely(page, "link")
        page.goto(page.locator("#link").input_value())
        look_closely(page, "set up with a choice")
