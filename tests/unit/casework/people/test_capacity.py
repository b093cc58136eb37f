"""Parents of young people of 16 and more: whose right it is, and who acts where they cannot."""

from __future__ import annotations

import pytest

from casework.people.capacity import KIND
from casework.referral.fields import put
from casework.turn.topics import read_topics
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, Parent, fact, said


def parent_of(age: int, *, question: str = "certificate_held") -> Parent:
    parent = at(question)
    put(parent.draft, "child_age", {"age": age}, today=TODAY)
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "he cannot speak for himself",
        "she cant speak for herself",
        "he lacks capacity",
        "he doesn't have mental capacity",
        "she has no capacity to decide",
        "he's non verbal and cant make decisions",
        "im his deputy",
        "she has a mental age of 4",
        "he wouldnt cope, he can't sign anything",
        "we have power of attorney",
        "she cannot agree to anything",
        "the college says he lacks capacity",
        "hes in college but doesnt have the capacity to choose",
        "she has no capacity for making decisions",
        "he left college, he has no capacity",
    ],
)
def test_parent_of_one_who_cannot_choose_may_go_on_and_a_person_checks(words: str) -> None:
    parent = parent_of(17)
    parent.say(words)
    assert "utter_parent_for_who_cannot_choose" in parent.heard
    assert "utter_parent_for_young_person" not in parent.heard
    assert KIND in parent.draft.progress.stated_kinds
    assert "refuse_assess" in parent.draft.progress.stated_kinds
    assert parent.draft.referral.handover.needed
    assert parent.asked == "certificate_held"


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("he cannot speak for himself", 8),
        ("we can't decide", 17),
        ("i cant talk on the phone right now", 17),
        ("the school has no capacity", 8),
        ("he can speak for himself", 17),
        ("I can't agree to that", 18),
        ("the college says it has no capacity for him", 17),
        ("the college hasn't got capacity", 17),
        ("rang the college, they have no capacity", 17),
        ("no course has capacity. the unit doesn't have capacity left", 17),
        ("they have no capacity for her this year", 17),
        ("the sixth form lacks capacity to take him", 17),
        ("he can't speak to the head because she is off", 17),
        ("she can't talk with the officer till monday", 17),
        ("she can't decide which college yet", 17),
        ("he can't choose a school because they refuse", 17),
    ],
)
def test_nothing_is_made_of_other_words(words: str, age: int) -> None:
    parent = parent_of(age)
    parent.say(words)
    assert KIND not in parent.draft.progress.stated_kinds


def test_who_tells_of_it_first_is_still_asked_what_it_is_about() -> None:
    parent = Parent()
    parent.say(
        "my daughter is 17, she lacks capacity",
        fact("age", 17, "child"),
        fact("referrer_role", "parent"),
    )
    parent.agree()
    parent.say("Stockport", fact("council", "Stockport"))
    assert parent.asked == "issue"
    parent.say("they stopped her plan", fact("dispute", "cease_plan"))
    assert set(parent.draft.progress.stated_kinds) == {"cease_plan", KIND}


@pytest.mark.parametrize(
    "words",
    [
        "who signs, her or me?",
        "who signs it him or me",
        "do i sign or does my daughter?",
        "is it me or my son who has to agree?",
        "whos name does it go in, mine or his",
        "does she have to sign?",
        "does it have to be her who does this",
        "who has to ask, me or him?",
        "can i sign for him",
        "does my son need to consent or do i",
    ],
)
def test_who_asks_whose_right_it_is_gets_an_answer(words: str) -> None:
    assert read_topics(said(words, intent="ask_interpreter_or_bsl")).topics == ("young_person",)
    parent = parent_of(16)
    parent.say(words, intent="ask_interpreter_or_bsl")
    assert "utter_faq_young_person" in parent.heard


@pytest.mark.parametrize(
    "words",
    [
        "me or his dad will come",
        "is it for him?",
        "does he get a signer?",
        "can you ring me or text me",
        "what do i sign?",
    ],
)
def test_other_questions_are_not_taken_for_it(words: str) -> None:
    assert read_topics(said(words, intent="inform")).topics != ("young_person",)


def test_parent_of_one_of_16_in_year_11_is_not_told_that_the_right_is_theirs() -> None:
    parent = parent_of(16)
    parent.say("no")
    assert "utter_parent_for_young_person" not in parent.heard


def test_young_person_of_16_is_not_sent_away() -> None:
    parent = Parent()
    parent.say("hi", intent="greet")
    parent.agree()
    parent.say(
        "i am 16 and still in year 11", fact("referrer_role", "young_person"), fact("age", 16)
    )
    assert parent.asked == "council"


def test_age_of_mind_is_no_second_child() -> None:
    parent = parent_of(19)
    parent.say("she has the mind of a 3 year old", fact("several_children", "yes"), fact("age", 3))
    assert "utter_one_child_at_a_time" not in parent.heard
