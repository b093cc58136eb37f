"""How they would like to meet and who comes along, in words that rule something out."""

from __future__ import annotations

import pytest

from casework.answers import read_answer
from casework.answers.reading import Answer
from casework.referral.draft import Draft
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, fact, said


def told(question: str, words: str, heard: str | None = None) -> Answer:
    entities = [] if heard is None else [fact("meeting", heard)]
    answer = read_answer(question, said(words, *entities), Draft(), TODAY)
    assert answer is not None
    return answer


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("anything but zoom", None),
        ("anything but online", "online"),
        ("anything except the phone", "phone"),
        ("not online please", None),
        ("don't want video", None),
        ("not face to face", None),
        ("i cant travel", None),
        ("phone or online", None),
        ("online or phone not in person", "online"),
        ("phone or teams", None),
    ],
)
def test_way_to_meet_that_is_ruled_out_or_one_of_two_is_left_to_the_team(
    words: str, heard: str | None
) -> None:
    answer = told("meeting_format", words, heard)
    assert (answer.facts[0].value, answer.keeps) == ("no_preference", words)


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("online", "online"),
        ("zoom please", "online"),
        ("in person", "in_person"),
        ("face to face not online", "in_person"),
        ("by phone, i can't do zoom", "phone"),
        ("i dont mind", "no_preference"),
        ("any", "no_preference"),
    ],
)
def test_way_to_meet_that_is_wanted_is_stored(words: str, way: str) -> None:
    answer = told("meeting_format", words)
    assert (answer.facts[0].value, answer.facts[0].is_sure, answer.keeps) == (way, True, None)


def test_way_ruled_out_at_another_question_is_not_stored() -> None:
    parent = at("phone")
    parent.say("anything but online", fact("meeting", "online"))
    assert parent.draft.referral.access.meeting is None


@pytest.mark.parametrize(
    "words", ["nobody", "no", "no one", "alone", "just me", "on my own", "no my mum cant come"]
)
def test_who_comes_alone_brings_nobody(words: str) -> None:
    assert told("supporters", words).facts[0].value == []


@pytest.mark.parametrize(
    "words", ["my mum", "no one yet but maybe my friend", "maybe my friend or my sister"]
)
def test_who_may_come_is_kept_as_typed(words: str) -> None:
    assert told("supporters", words).facts[0].value == [words]


def test_bare_yes_is_asked_who_it_is_and_doubt_is_doubt() -> None:
    assert told("supporters", "yes").problem == "utter_help_supporters"
    assert told("supporters", "dont know yet").is_unsure
