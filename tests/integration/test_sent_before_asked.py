"""Nobody answers a question that was not asked when they wrote: "yes" sent twice agrees once."""

from __future__ import annotations

from dataclasses import replace
from time import sleep

import pytest

from frontdesk.settings import FrontDeskSettings
from tests.integration.front_desk import QUICK, FrontDesk, Parent, run_front_desk, wait_until
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn
from tests.integration.twilio_stand_in import TwilioStandIn

NUMBER = "+447700900123"


def exchange(twilio: TwilioStandIn, text: str, reply: str, count: int) -> None:
    """Sends a text and waits until that reply has come so many times."""
    twilio.text(NUMBER, text)
    wait_until(lambda: twilio.bodies_to(NUMBER).count(reply) == count)


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize(
    ("second", "heard"),
    [("yes", "carry on"), (" yes ", "carry on"), ("1", "1"), ("yes thats fine", "yes thats fine")],
)
def test_what_was_sent_before_the_question_says_so(
    front_desk: FrontDesk, rasa: RasaStandIn, channel: str, second: str, heard: str
) -> None:
    parent = front_desk.greet_parent(channel)
    rasa.stop()
    for text in ("yes", second):
        parent.send(text)
    rasa.start()
    wait_until(lambda: len(rasa.texts) == 2)
    assert [(turn["text"], turn["sent_before_asked"]) for turn in rasa.turns] == [
        ("yes", False),
        (heard, True),
    ]


def test_what_is_sent_after_the_question_answers_it(parent: Parent, rasa: RasaStandIn) -> None:
    parent.send("hello")
    assert QUESTION in parent.texts()
    parent.send("yes")
    assert (rasa.turns[-1]["text"], rasa.turns[-1]["sent_before_asked"]) == ("yes", False)


def test_a_question_put_once_more_is_answered_by_what_was_sent_between(
    front_desk: FrontDesk, rasa: RasaStandIn
) -> None:
    parent = front_desk.greet_parent("web")
    parent.send("hello")
    assert QUESTION in parent.texts()
    rasa.stop()
    for text in ("hang on", "9"):
        parent.send(text)
    rasa.start()
    wait_until(lambda: len(rasa.texts) == 3)
    assert (rasa.turns[-1]["text"], rasa.turns[-1]["sent_before_asked"]) == ("9", False)


@pytest.mark.parametrize("asks", ["summary", "share_with_council"])
def test_nobody_agrees_to_what_they_had_not_read(
    front_desk: FrontDesk, rasa: RasaStandIn, asks: str
) -> None:
    parent = front_desk.greet_parent("web")
    rasa.messages = [{"text": "Is it right?", "asks": "summary"}]
    parent.send("hello")
    rasa.messages = [{"text": "Shall we?", "asks": asks}]
    rasa.stop()
    for text in ("he is 8", "yes"):
        parent.send(text)
    rasa.start()
    wait_until(lambda: len(rasa.texts) == 3)
    assert (rasa.turns[-1]["text"], rasa.turns[-1]["sent_before_asked"]) == ("yes", True)


@pytest.mark.parametrize("asks", ["consent", "share_with_council", "permission", "summary"])
def test_nobody_agrees_by_text_before_they_can_have_read_it(
    texting_settings: FrontDeskSettings, twilio: TwilioStandIn, rasa: RasaStandIn, asks: str
) -> None:
    rasa.messages = [{"text": "Shall we?", "asks": asks}]
    with run_front_desk(texting_settings, replace(QUICK, text_read=2.0)) as desk:
        twilio.front_desk = desk.url
        heard = []
        for number, text in enumerate(("hello", "yes", "yes please"), start=1):
            exchange(twilio, text, "Shall we?", number)
            heard.append(rasa.turns[-1]["sent_before_asked"])
            sleep(2.1 * (number == 2))
    # A review that is put once more is a new one, and by then it can have been read too.
    assert heard == [False, True, False]


def test_any_other_question_may_be_answered_as_quickly_as_they_like(
    texting_settings: FrontDeskSettings, twilio: TwilioStandIn, rasa: RasaStandIn
) -> None:
    with run_front_desk(texting_settings, replace(QUICK, text_read=60.0)) as desk:
        twilio.front_desk = desk.url
        for number, text in enumerate(("hello", "9"), start=1):
            exchange(twilio, text, QUESTION, number)
    assert not rasa.turns[-1]["sent_before_asked"]
