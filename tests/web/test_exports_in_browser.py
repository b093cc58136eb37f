"""Lists, tokens and the audit trail in a real browser: by keyboard, and axe in every look."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from store.database import Database
from tests.integration.colleagues import Colleague, employ, open_staff_session
from tests.web.test_every_state import LOOKS, look_closely
from tests.web.test_staff_in_browser import StaffSide, staff_side, tab_to, type_into

__all__ = ["staff_side"]


def open_as(page: Page, side: StaffSide, colleague: Colleague, path: str) -> None:
    """Signed in as if through the page, which takes a while."""
    token = open_staff_session(side.kept, colleague)
    page.context.add_cookies([{"name": "staff", "value": token, "url": side.url}])
    page.goto(f"{side.url}{path}")


def employ_administrator(kept: Database) -> Colleague:
    return employ(kept, email="ada@example.org", role="administrator")


def test_administrator_makes_a_token_takes_a_list_and_finds_both_in_the_trail_by_keyboard(
    browser: Browser, staff_side: StaffSide
) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    open_as(page, staff_side, employ_administrator(staff_side.kept), "/staff/tokens")
    type_into(page, "#name", "Case system")
    tab_to(page, "[value='referrals:list']")
    page.keyboard.press("Space")
    tab_to(page, "form[action='/staff/tokens'] button")
    page.keyboard.press("Enter")
    expect(page.locator("code.secret")).to_contain_text("intake_")
    page.goto(f"{staff_side.url}/staff/exports")
    tab_to(page, "[name=names]")
    page.keyboard.press("Space")
    tab_to(page, ".export button")
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    file = Path(started.value.path()).read_text("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(file, newline=""))
    assert row["reference"] == staff_side.reference and row["child_name"] == "Zoë"
    page.goto(f"{staff_side.url}/staff/audit")
    tab_to(page, "#kind")
    page.keyboard.type("Taken")
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr").first).to_contain_text("rows=1")
    assert complaints == []
    context.close()


@pytest.mark.parametrize("look", LOOKS)
def test_lists_tokens_and_the_trail_can_be_used_by_everybody(
    browser: Browser, staff_side: StaffSide, look: str
) -> None:
    context = browser.new_context(**LOOKS[look])
    page = context.new_page()
    open_as(page, staff_side, employ_administrator(staff_side.kept), "/staff/tokens")
    look_closely(page, "tokens, none")
    page.locator("#name").fill("Case system")
    page.locator("form[action='/staff/tokens'] button").click()
    look_closely(page, "tokens, wrong")
    page.locator("#name").fill("Case system with a long name that says what it is for")
    page.locator("[value='referrals:list']").check()
    page.locator("form[action='/staff/tokens'] button").click()
    look_closely(page, "token made")
    for path in ("tokens", "exports", f"referrals/{staff_side.reference}", "audit", "audit?ref=X"):
        page.goto(f"{staff_side.url}/staff/{path}")
        look_closely(page, path)
    page.goto(f"{staff_side.url}/staff/referrals/{staff_side.reference}/council.pdf")
    look_closely(page, "no copy for the council")
    context.close()
