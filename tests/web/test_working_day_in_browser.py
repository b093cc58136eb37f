"""A caseworker's day in a real browser, by keyboard alone: in with a second factor, a referral from
new to closed, a chat and a texted conversation taken over and handed back. axe on every state.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from frontdesk.notices import load_notices
from frontdesk.settings import FrontDeskSettings
from store.database import Database
from store.texts.phone_numbers import find_conversation_of_number
from tests.integration.colleagues import database_of, employ
from tests.integration.front_desk import FrontDesk, wait_until
from tests.integration.outbox import PARENT, begin
from tests.integration.rasa_stand_in import QUESTION
from tests.integration.referred_family import TODAY, refer_family
from tests.integration.takeovers import ask_for_person
from tests.integration.twilio_answers import ACCOUNT, NUMBER
from tests.integration.twilio_stand_in import PUBLIC_URL, TwilioStandIn
from tests.web.conftest import SCREENSHOTS
from tests.web.quick_desk import run_quick_desk
from tests.web.test_every_state import look_closely
from tests.web.test_staff_in_browser import StaffSide, sign_in, tab_to, type_into
from tests.web.test_staff_queue_in_browser import press, unfold
from tests.web.test_takeover_in_browser import open_chat

NOTICES = load_notices()
CHANGE_LETTER = 'a[href$="/answers/decision_date"]'
CONVERSATION = 'a[href^="/staff/conversations/"]'
CLAIM, HAND_BACK = '#standing form[action$="/claim"] button', 'form[action$="/hand-back"] button'


@pytest.fixture
def twilio() -> Iterator[TwilioStandIn]:
    stand_in = TwilioStandIn()
    yield stand_in
    stand_in.stop()


@pytest.fixture
def side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, twilio: TwilioStandIn
) -> Iterator[StaffSide]:
    """A front desk that chats and texts, with two referrals of one family."""
    monkeypatch.chdir(tmp_path)
    texting = {
        "public_url": PUBLIC_URL,
        "twilio_account_sid": ACCOUNT,
        "twilio_auth_token": twilio.token,
        "twilio_from": NUMBER,
        "twilio_api_base_url": twilio.url,
    }
    with (
        run_quick_desk(tmp_path, today=TODAY, **texting) as desk,
        database_of(FrontDeskSettings(env="test", var=tmp_path)) as kept,
    ):
        twilio.front_desk = desk.url
        reference, _again = refer_family(kept), refer_family(kept)
        yield StaffSide(desk.url, kept, reference, employ(kept))


def see(page: Page, name: str) -> None:
    look_closely(page, name)
    page.screenshot(path=SCREENSHOTS / f"staff-day-{name.replace(' ', '-')}.png", full_page=True)


def test_caseworker_works_a_whole_day_with_the_keyboard_alone(
    browser: Browser, side: StaffSide, twilio: TwilioStandIn
) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    sign_in(page, side)
    see(page, "queue")
    work_from_new_to_closed(page, side)
    desk = FrontDesk(side.url, None)  # type: ignore[arg-type]
    parent, chat = open_chat(browser, desk)
    ask_for_person(side.kept, chat)
    take_over(page, side, chat)
    expect(parent.get_by_text("Jo from our team is here")).to_be_visible()
    answer(page, "Hello, how can I help?")
    expect(parent.get_by_text("Hello, how can I help?")).to_be_visible()
    see(page, "own chat")
    press(page, HAND_BACK)
    expect(parent.get_by_text("This is the automatic assistant again")).to_be_visible()
    expect(page.locator(CLAIM)).to_be_visible()
    see(page, "chat handed back")
    begin(twilio)
    texts = conversation_of_texts(side.kept)
    ask_for_person(side.kept, texts)
    take_over(page, side, texts)
    answer(page, "Can I ring you today?")
    wait_until(lambda: "Can I ring you today?" in twilio.bodies_to(PARENT))
    twilio.text(PARENT, "yes at noon")
    expect(page.get_by_text("yes at noon")).to_be_visible()
    see(page, "own texts")
    press(page, HAND_BACK)
    back = NOTICES["handed_back"].text_for("sms")
    wait_until(lambda: twilio.bodies_to(PARENT)[-2:] == [back, QUESTION])
    assert complaints == []
    parent.context.close()
    page.context.close()


def work_from_new_to_closed(page: Page, side: StaffSide) -> None:
    page.goto(f"{side.url}/staff/referrals/{side.reference}")
    press(page, "#claim")
    expect(page.get_by_text("You", exact=True)).to_be_visible()
    unfold(page, "#step-called")
    press(page, "#step-called button")
    expect(page.locator(".event-step", has_text="Family called:")).to_have_count(1)
    press(page, CHANGE_LETTER)
    expect(page.get_by_role("heading", name="Change: Date on the letter")).to_be_visible()
    see(page, "answer")
    type_into(page, "#note", "The letter says so")
    page.locator("#value").fill("2026-11-02")
    press(page, "#save")
    expect(page.locator(".event-answer")).to_contain_text("2 November 2026")
    press(page, "#confirm-requirement")
    expect(page.get_by_text("Confirmed by Jo Bloggs")).to_be_visible()
    unfold(page, ".merge")
    type_into(page, ".merge textarea", "Both parents wrote")
    see(page, "case")
    press(page, ".merge button")
    expect(page.get_by_role("heading", name="Merged into this case")).to_be_visible()
    see(page, "case with a merged one")
    unfold(page, "#close-case")
    tab_to(page, "#case-outcome")
    page.keyboard.type("Went")
    press(page, "#close-case button")
    expect(page.locator(".event-step", has_text="Went to mediation")).to_have_count(1)
    see(page, "case closed")
    page.set_viewport_size({"width": 390, "height": 844})
    see(page, "case closed on a phone")
    page.set_viewport_size({"width": 1280, "height": 900})


def take_over(page: Page, side: StaffSide, conversation: str) -> None:
    page.goto(f"{side.url}/staff/cases/{conversation}")
    see(page, "case without a referral")
    press(page, CONVERSATION)
    page.wait_for_url("**/staff/conversations/*")
    press(page, CLAIM)
    expect(page.get_by_text("You answer.")).to_be_visible()


def answer(page: Page, words: str) -> None:
    type_into(page, "#text", words)
    press(page, "#reply button.main")
    expect(page.locator("#text")).to_have_value("")


def conversation_of_texts(kept: Database) -> str:
    with kept.writing() as session:
        found = find_conversation_of_number(session, PARENT)
        assert found is not None
        return found.id
