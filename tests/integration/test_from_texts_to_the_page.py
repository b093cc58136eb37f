"""A parent begins by text and goes on at the page: a code for it comes by text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from frontdesk.settings import FrontDeskSettings
from tests.integration.browsers import Browser
from tests.integration.front_desk import FrontDesk, run_front_desk, wait_until
from tests.integration.outbox import PARENT, begin, code_in
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn
from tests.integration.twilio_stand_in import TwilioStandIn

PLAIN_URL = "http://intake.example.org"


@pytest.fixture
def desk(texting_settings: FrontDeskSettings, twilio: TwilioStandIn) -> Iterator[FrontDesk]:
    """One whose cookies a browser also sends over plain HTTP, as here."""
    twilio.public_url = PLAIN_URL
    settings = texting_settings.model_copy(update={"public_url": PLAIN_URL})
    with run_front_desk(settings) as desk:
        twilio.front_desk = desk.url
        yield desk


def test_who_begins_by_text_goes_on_at_the_page_and_back(
    desk: FrontDesk, twilio: TwilioStandIn, rasa: RasaStandIn
) -> None:
    begin(twilio)
    twilio.text(PARENT, "Website")
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 3)
    told = twilio.bodies_to(PARENT)[2]
    assert "http" not in told and "/" not in told
    browser = Browser(desk)
    assert browser.come_back(code_in(told)).status_code == 200
    page = browser.look()
    assert code_in(told) not in page
    assert page.count(QUESTION) == 2 and "Welcome back" in page
    browser.say("he is nine")
    wait_until(lambda: len(rasa.turns) == 2)
    assert len(twilio.bodies_to(PARENT)) == 3
    assert browser.look().count(QUESTION) == 3
    twilio.text(PARENT, "and he likes trains")
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 4)
    assert [turn["channel"] for turn in rasa.turns] == ["sms", "web", "sms"]
    assert len({turn["conversation"] for turn in rasa.turns}) == 1


@pytest.mark.parametrize("before", [[], ["HELP"]])
def test_a_number_that_has_told_nothing_gets_no_code(
    desk: FrontDesk, twilio: TwilioStandIn, rasa: RasaStandIn, before: list[str]
) -> None:
    for words in [*before, "WEBSITE"]:
        twilio.text(PARENT, words)
    wait_until(lambda: rasa.texts == ["WEBSITE"])
    wait_until(lambda: QUESTION in twilio.bodies_to(PARENT))
    assert not any("your code" in body for body in twilio.bodies_to(PARENT))


def test_a_review_that_came_in_parts_is_whole_on_the_page(
    desk: FrontDesk, twilio: TwilioStandIn, rasa: RasaStandIn
) -> None:
    rows = "\n".join(f"{number}. Answer: what was said before" for number in range(1, 25))
    buttons = [{"title": "Yes, send it", "payload": "yes, send it"}]
    rasa.messages = [{"text": f"{rows}\n\nReply OK.", "asks": "summary", "buttons": buttons}]
    twilio.text(PARENT, "that is all")
    wait_until(lambda: any("Reply OK." in body for body in twilio.bodies_to(PARENT)))
    said = len(twilio.bodies_to(PARENT))
    twilio.text(PARENT, "WEBSITE")
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == said + 1)
    browser = Browser(desk)
    browser.come_back(code_in(twilio.bodies_to(PARENT)[-1]))
    asked_again = browser.look().rsplit("Welcome back", 1)[1]
    assert all(f"{number}. Answer" in asked_again for number in range(1, 25))
    assert not re.search(r"\(\d/\d\)", asked_again)
