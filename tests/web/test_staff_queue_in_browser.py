"""The queue in a real browser: a referral from new to closed by keyboard; axe on every state."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.integration.test_staff_queue import begin
from tests.web.test_every_state import LOOKS, look_closely
from tests.web.test_staff_in_browser import StaffSide, sign_in, staff_side, tab_to

__all__ = ["staff_side"]


def press(page: Page, selector: str) -> None:
    tab_to(page, selector)
    page.keyboard.press("Enter")


def unfold(page: Page, details: str) -> None:
    press(page, f"{details} > summary")


def test_colleague_works_a_referral_from_new_to_closed_with_the_keyboard_alone(
    browser: Browser, staff_side: StaffSide
) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    sign_in(page, staff_side)
    press(page, "tbody button")
    expect(page.get_by_text("You", exact=True)).to_be_visible()
    for step, says in (("called", "Family called:"), ("certificate_issued", "Certificate issued:")):
        unfold(page, f"#step-{step}")
        press(page, f"#step-{step} button")
        expect(page.locator(".event-step", has_text=says)).to_have_count(1)
    tab_to(page, "#decided")
    page.keyboard.type("Mediation is open still")
    press(page, "#confirm-requirement")
    expect(page.get_by_text("Confirmed by Jo Bloggs")).to_be_visible()
    unfold(page, ".close-one")
    tab_to(page, ".close-one select")
    page.keyboard.type("Passed")
    tab_to(page, ".close-one textarea")
    page.keyboard.type("Told the social worker")
    press(page, ".close-one button")
    expect(page.locator(".event-ended")).to_contain_text("Told the social worker")
    unfold(page, "#close-case")
    tab_to(page, "#case-outcome")
    page.keyboard.type("Went")
    press(page, "#close-case button")
    expect(page.locator(".event-step", has_text="Went to mediation")).to_have_count(1)
    press(page, "nav a")
    expect(page.get_by_text("Nothing waits for a person here.")).to_be_visible()
    assert complaints == []
    context.close()


@pytest.mark.parametrize("look", LOOKS)
def test_queue_and_cases_can_be_used_by_everybody(
    browser: Browser, staff_side: StaffSide, look: str
) -> None:
    context = browser.new_context(**LOOKS[look])
    page = context.new_page()
    conversation = begin(staff_side.kept, "asked_for_person", channel="sms")
    for _ in range(51):
        begin(staff_side.kept, "callback_wanted")
    sign_in(page, staff_side)
    look_closely(page, "queue, first page")
    page.get_by_role("link", name="Less urgent").click()
    look_closely(page, "queue, last page")
    page.goto(f"{staff_side.url}/staff?who=mine")
    look_closely(page, "queue, nothing")
    page.locator("#words").fill("07700 900701")
    page.get_by_role("button", name="Search").click()
    look_closely(page, "search")
    for path in (f"cases/{conversation}", f"referrals/{staff_side.reference}"):
        page.goto(f"{staff_side.url}/staff/{path}")
        for summary in page.locator("summary").all():
            summary.click()
        look_closely(page, f"{path}, unfolded")
    page.locator("#case-outcome").evaluate("list => list.options[0].value = 'guessed'")
    page.locator("#close-case button").click()
    look_closely(page, "form that is not right")
    context.close()
