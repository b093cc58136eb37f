"""The queue that says what is new and never moves, worked with single keys alone."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.integration.colleagues import open_staff_session
from tests.integration.test_staff_queue import begin
from tests.web.test_every_state import LOOKS, look_closely
from tests.web.test_staff_in_browser import StaffSide, staff_side

__all__ = ["staff_side"]

EVERYTHING = "/staff?everything=1"


def open_queue(browser: Browser, side: StaffSide, **look: object) -> Page:
    for reason in ("callback_wanted", "asked_for_person"):
        begin(side.kept, reason, at=datetime.now(UTC))
    context = browser.new_context(**look)  # type: ignore[arg-type]
    token = open_staff_session(side.kept, side.jo)
    context.add_cookies([{"name": "staff", "value": token, "url": side.url}])
    page = context.new_page()
    page.set_default_timeout(8000)
    page.goto(f"{side.url}{EVERYTHING}")
    return page


def test_new_cases_are_told_of_and_the_list_stays_where_it_is(
    browser: Browser, staff_side: StaffSide
) -> None:
    page = open_queue(browser, staff_side)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    before = page.locator(".queue").bounding_box()
    rows = page.locator(".queue tbody tr")
    expect(page.locator("#news-says")).to_have_text("")
    begin(staff_side.kept, "callback_wanted", at=datetime.now(UTC))
    expect(page.locator("#news-says")).to_have_text("1 new case.")
    expect(page).to_have_title("(1) Queue · Intake desk")
    begin(staff_side.kept, "callback_wanted", at=datetime.now(UTC))
    expect(page.locator("#news-says")).to_have_text("2 new cases.")
    assert page.locator(".queue").bounding_box() == before
    expect(rows).to_have_count(3)
    look_closely(page, "queue with news")
    page.get_by_role("link", name="Show them").press("Enter")
    expect(rows).to_have_count(5)
    expect(page).to_have_title("Queue · Intake desk")
    assert complaints == []
    page.context.close()


def test_queue_is_worked_with_single_keys_until_they_are_turned_off(
    browser: Browser, staff_side: StaffSide
) -> None:
    page = open_queue(browser, staff_side)
    names = page.locator(".queue tbody th a")
    page.keyboard.press("j")
    expect(names.nth(0)).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(names.nth(2)).to_be_focused()
    page.keyboard.press("k")
    expect(names.nth(1)).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#words")).to_be_focused()
    page.keyboard.type("jack co?")
    expect(page.locator("#words")).to_have_value("jack co?")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    look_closely(page, "shortcuts")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url(f"**/staff/referrals/{staff_side.reference}")
    page.go_back()
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.wait_for_url(re.compile("/staff/(referrals|cases)/"))
    page.goto(f"{staff_side.url}{EVERYTHING}")
    expect(page.locator(".queue tbody tr").nth(0)).to_contain_text("You")
    page.keyboard.press("?")
    page.get_by_role("button", name="Turn single keys off").press("Enter")
    page.wait_for_url(re.compile("everything=1$"))
    expect(page.locator("#shortcuts-open")).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator(".at-hand")).to_have_count(0)
    page.get_by_role("button", name="Keyboard shortcuts").press("Enter")
    expect(page.get_by_text("Single keys are turned off.")).to_be_visible()
    page.context.close()


def test_queue_without_script_has_a_link_that_loads_it_again(
    browser: Browser, staff_side: StaffSide
) -> None:
    page = open_queue(browser, staff_side, java_script_enabled=False)
    begin(staff_side.kept, "callback_wanted", at=datetime.now(UTC))
    page.get_by_role("link", name="Load this page again").click()
    expect(page.locator(".queue tbody tr")).to_have_count(4)
    expect(page.get_by_role("button", name="Keyboard shortcuts")).to_have_count(0)
    page.context.close()


@pytest.mark.parametrize("look", LOOKS)
def test_saved_views_can_be_used_by_everybody(
    browser: Browser, staff_side: StaffSide, look: str
) -> None:
    page = open_queue(browser, staff_side, **LOOKS[look])
    page.goto(f"{staff_side.url}/staff?who=unassigned")
    page.locator("#save-view summary").press("Enter")
    look_closely(page, "queue, view to be saved")
    page.locator("#view-name").fill("Nobody has them yet")
    page.get_by_label("Make it my first page").check()
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    expect(page.get_by_role("link", name="Nobody has them yet")).to_have_attribute(
        "aria-current", "page"
    )
    look_closely(page, "queue with views")
    page.goto(f"{staff_side.url}/staff/views")
    page.locator("summary").press("Enter")
    look_closely(page, "saved views")
    page.context.close()
