"""No needs and something more: a need after all is kept, and what only rounds it off is let go."""

from __future__ import annotations

import pytest

from casework.answers.no_needs import read_no_needs
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact


@pytest.mark.parametrize(
    ("words", "details"),
    [
        ("No needs, though I'm a bit deaf in one ear.", "I'm a bit deaf in one ear"),
        ("no I'm fit as a fiddle. Tyler cant sit long", "Tyler cant sit long"),
        (
            "no thank you, just tell me in plain words, i get muddled",
            "tell me in plain words, i get muddled",
        ),
        ("none for me but tyler cant sit still", "tyler cant sit still"),
        ("not really. i dont do stairs great mind", "i dont do stairs great mind"),
        ("no but i have a baby so will need breaks", "i have a baby so will need breaks"),
        ("nothing special, my hearing isnt great", "my hearing isnt great"),
        ("no needs. i panic in crowds", "i panic in crowds"),
        ("nope, only that i use a stick", "only that i use a stick"),
    ],
)
def test_need_beside_a_no_is_a_need(words: str, details: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    access = parent.draft.referral.access
    assert (access.needs, access.details) == (["other"], details)
    assert parent.asked == "interpreter"


@pytest.mark.parametrize("words", ["no needs. he has autism tho", "none. Kyle has adhd tho"])
def test_what_the_child_has_is_kept_and_is_no_need(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    access = parent.draft.referral.access
    assert access.needs == [] and access.details is not None
    assert parent.asked == "interpreter"


@pytest.mark.parametrize(
    "words",
    ["no needs thanks", "no i'm fine dear", "no needs i can hear fine", "nope all good", "no. ta"],
)
def test_what_rounds_a_no_off_is_no_need(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    access = parent.draft.referral.access
    assert (access.asked, access.needs, access.details) == (True, [], None)


def test_no_needs_and_no_interpreter_answers_both() -> None:
    parent = at("access_needs")
    parent.say("no needs, no interpreter", fact("interpreter", "no"))
    assert parent.draft.referral.access.asked
    assert parent.asked == "summary"


@pytest.mark.parametrize("words", ["no stairs please", "no loud places", "no quiet room"])
def test_no_to_a_thing_is_not_no_needs(words: str) -> None:
    assert read_no_needs(words) is None
