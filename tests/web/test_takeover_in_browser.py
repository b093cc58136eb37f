"""A colleague takes a chat over in a real browser: both write, and the assistant comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from frontdesk.settings import FrontDeskSettings
from store.accounts.staff import find_staff
from store.database import Database
from tests.integration.colleagues import Colleague, database_of, employ, open_staff_session
from tests.integration.front_desk import FrontDesk
from tests.integration.rasa_stand_in import QUESTION
from tests.web.conftest import SCREENSHOTS
from tests.web.quick_desk import run_quick_desk
from tests.web.test_every_state import LOOKS, look_closely


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FrontDesk]:
    monkeypatch.chdir(tmp_path)
    with run_quick_desk(tmp_path) as running:
        yield running


@pytest.fixture
def kept(desk: FrontDesk, tmp_path: Path) -> Iterator[Database]:
    with database_of(FrontDeskSettings(env="test", var=tmp_path)) as database:
        yield database


@pytest.fixture
def priya(kept: Database) -> Colleague:
    colleague = employ(kept, "priya@example.org")
    with kept.writing() as session:
        member = find_staff(session, colleague.email)
        assert member is not None
        member.name = "Priya Shah"
    return colleague


def open_staff_page(
    browser: Browser, desk: FrontDesk, kept: Database, priya: Colleague, **look: object
) -> Page:
    context = browser.new_context(**look)  # type: ignore[arg-type]
    token = open_staff_session(kept, priya)
    context.add_cookies([{"name": "staff", "value": token, "url": desk.url}])
    return context.new_page()


def open_chat(browser: Browser, desk: FrontDesk) -> tuple[Page, str]:
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.goto(desk.url)
    page.locator("#text").fill("Hello")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text(QUESTION).first).to_be_visible()
    conversation = page.locator("#log").get_attribute("data-conversation")
    assert conversation is not None
    return page, conversation


def test_colleague_takes_a_chat_over_writes_and_hands_it_back(
    browser: Browser, desk: FrontDesk, kept: Database, priya: Colleague
) -> None:
    parent, conversation = open_chat(browser, desk)
    staff = open_staff_page(browser, desk, kept, priya)
    complaints: list[str] = []
    staff.on("console", lambda message: complaints.append(message.text))
    staff.goto(f"{desk.url}/staff/conversations/{conversation}")
    staff.get_by_role("button", name="Take this conversation over").press("Enter")
    expect(parent.get_by_text("Priya from our team is here")).to_be_visible()
    expect(parent.get_by_text("Priya from our team said:").first).to_be_attached()
    parent.locator("#text").fill("My son has no school place")
    parent.get_by_role("button", name="Send", exact=True).click()
    expect(staff.get_by_text("My son has no school place")).to_be_visible()
    staff.locator("#text").focus()
    staff.keyboard.type("I am sorry. ")
    staff.locator("#canned").select_option("tell_more")
    staff.get_by_role("button", name="Put it in").press("Enter")
    expect(staff.locator("#text")).to_have_value(
        "I am sorry.\nThank you for telling me. Can you say a bit more about what you need?"
    )
    staff.screenshot(path=SCREENSHOTS / "staff-conversation-desktop.png", full_page=True)
    staff.get_by_role("button", name="Send to the parent").press("Enter")
    expect(parent.get_by_text("Can you say a bit more")).to_be_visible()
    parent.screenshot(path=SCREENSHOTS / "chat-with-colleague-phone.png", full_page=True)
    expect(staff.locator("#text")).to_be_focused()
    staff.get_by_role("button", name="Hand back to the assistant").press("Enter")
    expect(parent.get_by_text("This is the automatic assistant again")).to_be_visible()
    expect(parent.get_by_text(QUESTION)).to_have_count(2)
    expect(staff.get_by_role("button", name="Take this conversation over")).to_be_visible()
    assert complaints == []
    parent.context.close()
    staff.context.close()


def test_without_the_script_a_colleague_answers_too(
    browser: Browser, desk: FrontDesk, kept: Database, priya: Colleague
) -> None:
    parent, conversation = open_chat(browser, desk)
    staff = open_staff_page(browser, desk, kept, priya, java_script_enabled=False)
    staff.goto(f"{desk.url}/staff/conversations/{conversation}")
    staff.get_by_role("button", name="Take this conversation over").click()
    parent.locator("#text").fill("Can you help?")
    parent.get_by_role("button", name="Send", exact=True).click()
    expect(parent.locator("#unsent li")).to_have_count(0)
    staff.get_by_role("button", name="Check for new messages").click()
    expect(staff.get_by_text("Can you help?")).to_be_visible()
    staff.locator("#canned").select_option("one_moment")
    staff.get_by_role("button", name="Put it in").click()
    expect(staff.locator("#text")).to_have_value(
        "Thank you for waiting. I am reading what you wrote. I will answer in a few minutes."
    )
    staff.get_by_role("button", name="Send to the parent").click()
    expect(parent.get_by_text("I will answer in a few minutes")).to_be_visible()
    parent.context.close()
    staff.context.close()


@pytest.mark.parametrize("look", LOOKS)
def test_the_conversation_can_be_used_by_everybody(
    browser: Browser, desk: FrontDesk, kept: Database, priya: Colleague, look: str
) -> None:
    parent, conversation = open_chat(browser, desk)
    staff = open_staff_page(browser, desk, kept, priya, **LOOKS[look])
    staff.goto(f"{desk.url}/staff/conversations/{conversation}")
    look_closely(staff, "conversation of the assistant")
    staff.get_by_role("button", name="Take this conversation over").click()
    expect(staff.get_by_text("You answer.")).to_be_visible()
    parent.locator("#text").fill("I want to kill myself")
    parent.get_by_role("button", name="Send", exact=True).click()
    expect(staff.get_by_text("This speaks of a danger.")).to_be_visible()
    look_closely(staff, "conversation of their own, with a danger")
    name = look.replace(" ", "-")
    staff.screenshot(path=SCREENSHOTS / f"staff-conversation-danger-{name}.png", full_page=True)
    staff.get_by_role("button", name="Close the chat").click()
    expect(staff.get_by_text("This chat is closed. Nobody answers.")).to_be_visible()
    look_closely(staff, "conversation that is closed")
    parent.context.close()
    staff.context.close()
