"""Names and ages with the small words that people put around them."""

from __future__ import annotations

import pytest

from casework.answers.name_words import clean_name
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Kelly Robson pet", "Kelly Robson"),
        ("Jo Marsh, love", "Jo Marsh"),
        ("sandra entwistle mate x", "Sandra Entwistle"),
        ("Courtney Love", "Courtney Love"),
        ("kelly love", "Kelly Love"),
        (
            "Maria da Conceição Fernandes de Albuquerque e Vasconcelos",
            "Maria da Conceição Fernandes de Albuquerque e Vasconcelos",
        ),
        ("Ahmed bin Rashid al Maktoum", "Ahmed bin Rashid al Maktoum"),
    ],
)
def test_parent_is_called_by_their_name_alone(words: str, name: str) -> None:
    assert clean_name(words) == name


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("7, no tell a lie 8, it was his birthday thursday", 8),
        ("12 no 13 sorry", 13),
        ("9 scrap that 10", 10),
        ("not 8, 9", 9),
        ("9 not 8", 9),
        ("13 last week", 13),
        ("19 in September just gone", 19),
        ("14 two weeks ago", 14),
        ("she turned 9 in august", 9),
    ],
)
def test_age_is_the_one_that_is_meant(words: str, age: int) -> None:
    parent = at("child_age")
    parent.say(words)
    assert parent.draft.referral.child.age == age
    assert parent.asked == "phone"


@pytest.mark.parametrize("words", ["10 in december", "10 next month", "9 soon"])
def test_birthday_to_come_is_asked_about(words: str) -> None:
    parent = at("child_age")
    parent.say(words)
    waiting = parent.draft.progress.unconfirmed
    assert waiting is not None
    assert waiting.value == {"age": int(words.split()[0]) - 1}


@pytest.mark.parametrize("words", ["he got adhd. im 22", "i'm 24 myself", "I am 21 so not old"])
def test_parents_own_age_is_never_the_childs_unasked(words: str) -> None:
    parent = at("child_age")
    parent.draft.referral.child.age = None
    number = int("".join(letter for letter in words if letter.isdigit()))
    parent.say(words, fact("age", number, "self"))
    assert parent.draft.referral.child.age != number


@pytest.mark.parametrize(
    "words", ["also my daughter Lily who is 7", "ps my daughter Lily needs one too"]
)
@pytest.mark.parametrize("question", ["summary", "phone"])
def test_another_child_told_besides_changes_nothing_of_this_one(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words, fact("person_name", "Lily", "child"), fact("age", 7, "child"))
    child = parent.draft.referral.child
    assert (child.name, child.age) == ("Holly", 8)
    assert words in str(parent.draft.referral.dispute.in_own_words)
    assert parent.asked == question


@pytest.mark.parametrize("words", ["also his name is Samuel", "also he is 9 not 8"])
def test_answer_put_right_besides_is_this_childs(words: str) -> None:
    parent = at("summary")
    named = fact("person_name", "Samuel", "child")
    parent.say(words, *([named] if "name" in words else [fact("age", 9, "child")]))
    child = parent.draft.referral.child
    assert child.name == "Samuel" or child.age == 9
