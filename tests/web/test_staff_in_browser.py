"""A colleague in a real browser: signs in with a second factor, by keyboard; axe on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Browser, Page, expect

from frontdesk.settings import FrontDeskSettings
from store.accounts.staff import add_staff
from store.database import Database
from tests.integration.colleagues import PASSWORD, Colleague, database_of, employ
from tests.integration.referred_family import OTHER, TODAY, refer_family
from tests.web.quick_desk import run_quick_desk
from tests.web.test_every_state import LOOKS, look_closely
from tests.web.test_keyboard_only import FOCUS_IS_HIDDEN

MOST_TABS = 80


@dataclass
class StaffSide:
    """A front desk with a referral and somebody who may see it."""

    url: str
    kept: Database
    reference: str
    jo: Colleague

    def new_link(self) -> str:
        with self.kept.writing() as session:
            sign_up = add_staff(
                session,
                name="Sam Ali",
                email=f"{datetime.now(UTC).timestamp()}@example.org",
                role="caseworker",
                now=datetime.now(UTC),
            )
        return f"{self.url}/staff/set-up/{sign_up.code}"


@pytest.fixture
def staff_side(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StaffSide]:
    monkeypatch.chdir(tmp_path)
    with (
        run_quick_desk(tmp_path, today=TODAY) as desk,
        database_of(FrontDeskSettings(env="test", var=tmp_path)) as kept,
    ):
        jo = employ(kept, role="safeguarding_lead")
        reference = refer_family(kept, is_in_danger=True)
        yield StaffSide(desk.url, kept, reference, jo)


def tab_to(page: Page, selector: str) -> None:
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_IS_HIDDEN) is None
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def type_into(page: Page, selector: str, words: str) -> None:
    tab_to(page, selector)
    page.keyboard.type(words)


def sign_in(page: Page, side: StaffSide, then: str = "/staff") -> None:
    page.goto(f"{side.url}{then}")
    type_into(page, "#email", side.jo.email)
    type_into(page, "#password", PASSWORD)
    type_into(page, "#code", side.jo.next_code())
    page.keyboard.press("Enter")
    page.wait_for_url(f"{side.url}{then}")


def test_colleague_reads_a_referral_with_the_keyboard_alone(
    browser: Browser, staff_side: StaffSide
) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    sign_in(page, staff_side)
    tab_to(page, "tbody a")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Referral {staff_side.reference}")
    expect(page.get_by_text(OTHER)).to_be_visible()
    tab_to(page, "header button")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{staff_side.url}/staff/sign-in")
    page.go_back()
    expect(page.get_by_text(OTHER)).to_have_count(0)
    assert complaints == []
    page.close()


def test_new_colleague_sets_the_account_up_with_the_keyboard_alone(
    browser: Browser, staff_side: StaffSide
) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(staff_side.new_link())
    type_into(page, "#password", PASSWORD)
    type_into(page, "#password-again", PASSWORD)
    secret = re.sub(r"\s", "", page.locator(".secret").inner_text())
    type_into(page, "#code", pyotp.TOTP(secret).now())
    page.keyboard.press("Enter")
    expect(page.get_by_role("listitem")).to_have_count(8)
    tab_to(page, "a.main")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Queue")
    assert complaints == []
    context.close()


@pytest.mark.parametrize("look", LOOKS)
def test_every_staff_page_can_be_used_by_everybody(
    browser: Browser, staff_side: StaffSide, look: str
) -> None:
    context = browser.new_context(**LOOKS[look])
    page = context.new_page()
    page.goto(f"{staff_side.url}/staff/sign-in")
    look_closely(page, "sign in")
    page.locator("#email").fill("nobody@example.org")
    page.locator("#password").fill("wrong")
    page.locator("#code").fill("000000")
    page.get_by_role("button", name="Sign in").click()
    look_closely(page, "sign in, wrong")
    page.goto(staff_side.new_link())
    look_closely(page, "set up")
    page.goto(f"{staff_side.url}/staff/set-up/old")
    look_closely(page, "set up, old link")
    sign_in(page, staff_side)
    look_closely(page, "queue")
    referral = f"/staff/referrals/{staff_side.reference}"
    for path in (referral, f"{referral}/safeguarding", "/staff/account", f"{referral}X"):
        page.goto(f"{staff_side.url}{path}")
        look_closely(page, path)
    page.goto(f"{staff_side.url}/staff/account")
    page.locator("#code").fill(staff_side.jo.next_code())
    page.get_by_role("button", name="Make new recovery codes").click()
    look_closely(page, "recovery codes")
    context.close()
