"""What a colleague has typed when their session ends, and the queue on a narrow screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.integration.colleagues import open_staff_session
from tests.integration.test_staff_queue import begin
from tests.web.test_staff_in_browser import StaffSide, sign_in, staff_side

__all__ = ["staff_side"]

NOTE = "The mother asked to be rung after school."


def come_back(page: Page, staff: StaffSide) -> None:
    """Signed in again, as if through the page."""
    token = open_staff_session(staff.kept, staff.jo)
    page.context.add_cookies([{"name": "staff", "value": token, "url": staff.url}])


def test_note_is_back_in_its_box_after_signing_in_again(
    browser: Browser, staff_side: StaffSide
) -> None:
    page = browser.new_context().new_page()
    sign_in(page, staff_side)
    here = f"{staff_side.url}/staff/referrals/{staff_side.reference}"
    page.goto(here)
    page.get_by_text("Add a note").click()
    page.locator("#note").fill(NOTE)
    page.context.clear_cookies()
    page.locator("form:has(#note) button").click()
    expect(page.get_by_role("heading", name="Sign in", exact=True)).to_be_visible()
    come_back(page, staff_side)
    page.reload()
    page.wait_for_url(here)
    expect(page.locator("#note")).to_have_value(NOTE)
    expect(page.locator("#note")).to_be_focused()
    expect(page.get_by_text("What you typed here was not saved.")).to_be_visible()
    page.locator("form:has(#note) button").click()
    expect(page.locator(".event-note", has_text=NOTE)).to_have_count(1)
    page.reload()
    expect(page.locator("#note")).to_have_value("")
    page.context.close()


def test_what_one_colleague_typed_is_not_shown_to_the_next(
    browser: Browser, staff_side: StaffSide
) -> None:
    page = browser.new_context().new_page()
    sign_in(page, staff_side)
    page.evaluate(
        "sessionStorage.setItem('unsent', JSON.stringify({who: '99', wasRefused: true,"
        "action: 'x', fields: {note: 'secret'}}))"
    )
    page.reload()
    assert page.evaluate("sessionStorage.getItem('unsent')") == "null"
    page.context.close()


@pytest.mark.parametrize("width", [390, 320])
def test_everything_of_a_case_is_on_a_narrow_screen(
    browser: Browser, staff_side: StaffSide, width: int
) -> None:
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    begin(staff_side.kept, "asked_for_person")
    sign_in(page, staff_side)
    for says in ("Asked for a person", "Claim"):
        box = page.locator("tbody").get_by_text(says).first.bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()
