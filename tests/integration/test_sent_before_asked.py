"""Nobody answers a question that was not asked when they wrote: "yes" sent twice agrees once."""

from __future__ import annotations

import pytest

from tests.integration.front_desk import FrontDesk, Parent, wait_until
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn


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
    assert [(turn["text"], turn["after_notice"]) for turn in rasa.turns] == [
        ("yes", None),
        (heard, "not asked yet"),
    ]


def test_what_is_sent_after_the_question_answers_it(parent: Parent, rasa: RasaStandIn) -> None:
    parent.send("hello")
    assert QUESTION in parent.texts()
    parent.send("yes")
    assert (rasa.turns[-1]["text"], rasa.turns[-1]["after_notice"]) == ("yes", None)


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
    assert (rasa.turns[-1]["text"], rasa.turns[-1]["after_notice"]) == ("9", None)


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
    assert (rasa.turns[-1]["text"], rasa.turns[-1]["after_notice"]) == ("yes", "not asked yet")
