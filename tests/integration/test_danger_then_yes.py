"""A yes or a no right after a notice about a danger goes to no question that came before it."""

from __future__ import annotations

import pytest

from tests.integration.front_desk import FrontDesk, Parent, wait_until
from tests.integration.rasa_stand_in import RasaStandIn


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize(
    ("told", "answer", "notice"),
    [
        ("my husband hits me", "Yes", "domestic_abuse"),
        ("my husband hits me", "not really", "domestic_abuse"),
        ("i want to die", "yes ring please", "suicidal_adult"),
        ("my son wants to kill himself", "yes", "suicidal_child"),
    ],
)
def test_the_assistant_is_told_which_notice_it_answers(
    front_desk: FrontDesk, rasa: RasaStandIn, channel: str, told: str, answer: str, notice: str
) -> None:
    parent = front_desk.greet_parent(channel)
    [said] = parent.send(told).json()["messages"]
    assert said["topic"] == f"safety:{notice}"
    parent.send(answer)
    assert (rasa.turns[-1]["text"], rasa.turns[-1]["after_notice"]) == (answer, notice)
    parent.send("yes")
    assert (rasa.turns[-1]["text"], rasa.turns[-1]["after_notice"]) == ("yes", None)


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_a_number_picks_no_choice_of_a_notice_that_lists_none(
    front_desk: FrontDesk, rasa: RasaStandIn, channel: str
) -> None:
    parent = front_desk.greet_parent(channel)
    parent.send("i cant cope with this anymore")
    parent.send("3")
    assert rasa.texts[-1] == "carry on"


def test_a_choice_of_the_notice_is_heard_by_its_words(parent: Parent, rasa: RasaStandIn) -> None:
    parent.send("i cant cope with this anymore")
    parent.send("Please ring me")
    assert rasa.texts[-1] == "please ring me"


def test_a_missing_child_who_is_back_is_noted(parent: Parent, rasa: RasaStandIn) -> None:
    parent.send("my son ran off an hour ago and we cant find him")
    first, *_ = parent.send("he's back").json()["messages"]
    assert first["text"].startswith("Thank you for telling me")
    assert rasa.texts[-1] == "carry on"


def test_a_no_before_more_danger_is_the_notices_too(parent: Parent, rasa: RasaStandIn) -> None:
    parent.send("my husband hits me")
    [notice] = parent.send("no, he is outside with a knife").json()["messages"]
    assert notice["topic"] == "safety:immediate_danger"
    wait_until(lambda: len(rasa.facts_of) > 1)
    assert rasa.facts_of[-1] == "no, he is outside with a knife"


def test_who_is_not_alone_is_in_danger(parent: Parent) -> None:
    parent.send("my husband hits me")
    [notice] = parent.send("no hes in the next room").json()["messages"]
    assert notice["topic"] == "safety:immediate_danger"


def test_who_wants_no_calls_is_offered_none(parent: Parent) -> None:
    [notice] = parent.send("no calls please my husband hits me").json()["messages"]
    assert "Please ring me" not in [choice["label"] for choice in notice["choices"]]


def test_what_is_told_after_the_notice_is_heard_as_it_was_said(
    parent: Parent, rasa: RasaStandIn
) -> None:
    parent.send("my husband hits me")
    parent.send("Luton, and he is 9")
    assert rasa.texts[-1] == "Luton, and he is 9"


@pytest.mark.parametrize(
    "text", ["its not safe to talk", "No, it's not safe to talk here right now"]
)
def test_who_only_says_that_it_is_not_safe_gets_no_second_notice(
    parent: Parent, rasa: RasaStandIn, text: str
) -> None:
    parent.send("my husband hits me")
    parent.send(text)
    assert (rasa.turns[-1]["text"], rasa.turns[-1]["after_notice"]) == (text, "domestic_abuse")
