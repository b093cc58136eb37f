"""A parent chats on the page, with and without JavaScript, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conversation.parents import find_referral
from tests.conversation.service import Service
from tests.web.conftest import SCREENSHOTS

PHONE = {"width": 390, "height": 844}
ANSWERS = (
    "they have refused to assess my daughter",
    "yes",
    "yes",
    "Stockport",
    "16 October 2026",
    "no",
    "mediation",
    "Craig Sumner",
    "Holly",
    "8",
    "07700 900701",
    "no",
    "no",
)


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, java_script_enabled=request.param)
    opened = context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("console", lambda m: problems.append(m.text) if m.type == "error" else None)
    yield opened
    context.close()
    assert problems == []


def say(page: Page, text: str) -> None:
    before = page.locator("#messages .message").count()
    page.locator("#text").fill(text)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(f"#messages .message:nth-child({before + 2})")).to_be_visible(
        timeout=20_000
    )


def test_parent_makes_a_referral_on_the_page(page: Page, service: Service) -> None:
    page.goto(service.url)
    for number, words in enumerate(ANSWERS):
        say(page, words)
        if number == 0:
            page.screenshot(path=SCREENSHOTS / "consent-phone.png", full_page=True)
    expect(page.get_by_text("Is all this right?")).to_be_visible()
    page.get_by_role("button", name="Yes, send it").click()
    expect(page.get_by_text("Your reference is")).to_be_visible(timeout=20_000)
    page.screenshot(path=SCREENSHOTS / "receipt-phone.png", full_page=True)
    conversation = page.locator("#log").get_attribute("data-conversation")
    assert conversation is not None
    referral = find_referral(service, conversation)
    assert referral is not None
    assert referral["status"] == "submitted"
    assert referral["child"]["name"] == "Holly"


def test_what_a_parent_types_is_shown_as_text(page: Page, service: Service) -> None:
    page.goto(service.url)
    say(page, "<b>hello</b> <script>document.title = 'x'</script>")
    expect(page.get_by_text("<b>hello</b>")).to_be_visible()
    assert page.title() != "x"


def test_the_page_names_the_phone_number_and_the_way_out(page: Page, service: Service) -> None:
    page.goto(service.url)
    expect(page.get_by_role("link", name="03330 062 835")).to_be_visible()
    expect(page.get_by_role("link", name="999")).to_be_visible()
    expect(page.get_by_role("link", name="Leave this page now")).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
