"""A yes or a no right after a notice about a danger goes to no question that came before it."""

from __future__ import annotations

import pytest

from tests.integration.front_desk import FrontDesk, Parent, wait_until
from tests.integration.rasa_stand_in import RasaStandIn


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize(
    ("told", "answer", "heard"),
    [
        ("my husband hits me", "Yes", "carry on"),
        ("my husband hits me", "no", "stop for now"),
        ("i want to die", "yes please", "please ring me"),
        ("i want to die", "no", "carry on"),
        ("my son wants to kill himself", "ok", "carry on"),
    ],
)
def test_it_answers_the_notice(
    front_desk: FrontDesk, rasa: RasaStandIn, channel: str, told: str, answer: str, heard: str
) -> None:
    parent = front_desk.greet_parent(channel)
    [notice] = parent.send(told).json()["messages"]
    assert notice["topic"].startswith("safety:")
    parent.send(answer)
    assert rasa.texts[-1] == heard
    parent.send("yes")
    assert rasa.texts[-1] == "yes"


def test_a_no_before_more_danger_is_the_notices_too(parent: Parent, rasa: RasaStandIn) -> None:
    parent.send("my husband hits me")
    [notice] = parent.send("no, he is outside with a knife").json()["messages"]
    assert notice["topic"] == "safety:immediate_danger"
    wait_until(lambda: len(rasa.facts_of) > 1)
    assert rasa.facts_of[-1] == "he is outside with a knife"


def test_what_is_told_after_the_notice_is_heard_as_it_was_said(
    parent: Parent, rasa: RasaStandIn
) -> None:
    parent.send("my husband hits me")
    parent.send("Luton, and he is 9")
    assert rasa.texts[-1] == "Luton, and he is 9"
