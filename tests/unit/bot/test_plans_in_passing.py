"""A plan that families only mention, and what they say of it beside other facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.nlu.reader import FactReader

TODAY = date(2026, 11, 21)  # a Saturday
Values = Callable[[str, str], set[str | int]]


def told(reader: FactReader, words: str, entity: str) -> set[tuple[str | int, bool]]:
    """Each value of an entity in the words, and whether it is sure."""
    return {(f.value, f.sure) for f in reader.read(words, TODAY) if f.entity == entity}


@pytest.mark.parametrize(
    "words",
    [
        "my boy is 9, he has an EHCP and nobody follows it",
        "she's 12 with an EHCP from Walsall",
        "got a plan, taxi was stopped",
        "his plan says 20 hours and he gets four",
        "it has been in his plan since he was four",
        "her plan was never updated when she moved school",
        "Leo, 11, autistic, EHCP, Hull",
        "he had his ehcp come thru on the 12 of october but its rubbish",
    ],
)
def test_parent_who_mentions_the_plan_there_is_has_a_final_one(
    words: str, reader: FactReader
) -> None:
    assert told(reader, words, "plan_status") == {("final", True)}


@pytest.mark.parametrize(
    "words", ["he had his ehcp reviewed and they ended it", "he had an ehcp come to an end"]
)
def test_parent_whose_plan_was_ended_after_it_came_is_not_told_to_have_one(
    words: str, reader: FactReader
) -> None:
    assert ("final", True) not in told(reader, words, "plan_status")


def test_parent_who_only_says_her_plan_is_asked_which_it_is(reader: FactReader) -> None:
    assert told(reader, "my foster daughter is 12 and her plan is a joke", "plan_status") == {
        ("final", False)
    }


@pytest.mark.parametrize(
    "words",
    [
        "we asked for an EHCP and they turned us down",
        "he needs an EHCP",
        "they will not give him a plan",
        "I work as an EHCP officer",
        "the school wrote a support plan for him",
        "his sister has an EHCP",
        "waiting for the plan",
        "Plan: not have, never",
        "do you have an EHCP form",
    ],
)
def test_plan_that_is_wished_for_or_of_another_is_no_final_one(words: str, values: Values) -> None:
    assert "final" not in values(words, "plan_status")


@pytest.mark.parametrize(
    "words",
    ["my plan got ended in Greenwich", "his EHCP has been ceased", "plan ceased, Torbay"],
)
def test_plan_that_was_ended_is_no_final_one(words: str, values: Values) -> None:
    assert values(words, "plan_status") == {"ended"}


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("he's 16 come Christmas", 15),
        ("she is ten on Tuesday", 9),
        ("my lad turns 20 on New Year's Eve", 19),
        ("she will be 12 next month", 11),
        ("he is going to be 5 years on 2nd December", 4),
        ("supporting a man of 23", 23),
        ("Who is it about: my son. How old: 15.", 15),
        ("my son masks all day. 12. Tameside", 12),
    ],
)
def test_parent_can_tell_an_age_by_the_next_birthday(
    words: str, age: int, reader: FactReader
) -> None:
    assert told(reader, words, "age") == {(age, True)}


@pytest.mark.parametrize(
    "words",
    [
        "I've had Kodi 6 years",
        "my two older sons come along, they're 19 and 22",
        "it ended the summer she turned 16",
        "we have waited 2 years on a list",
    ],
)
def test_years_of_something_else_are_no_age(words: str, values: Values) -> None:
    assert values(words, "age") == set()


def test_birthday_to_come_is_no_day_of_a_letter(reader: FactReader) -> None:
    facts = reader.read("they refused to assess him, he's 10 on the 30th", TODAY)
    assert not [fact for fact in facts if fact.entity == "date" and fact.role == "decision"]


@pytest.mark.parametrize(
    ("words", "day", "is_sure"),
    [
        ("they refused, letter 13/11", "2026-11-13", True),
        ("the final plan was issued on Monday", "2026-11-16", True),
        ("the letter came last Tuesday", "2026-11-17", False),
        ("my plan ended on 1 November, letter 2 October", "2026-10-02", True),
    ],
)
def test_parent_can_tell_the_day_of_the_letter_in_few_words(
    words: str, day: str, is_sure: bool, reader: FactReader
) -> None:
    found = {
        (fact.value, fact.sure)
        for fact in reader.read(words, TODAY)
        if fact.entity == "date" and fact.role == "decision"
    }
    assert found == {(day, is_sure)}


@pytest.mark.parametrize(
    ("words", "entity", "value"),
    [
        ("appeal? not yet", "appeal", "no"),
        ("not gone to tribunal", "appeal", "no"),
        ("Appeal: lodged this week", "appeal", "yes"),
        ("tribunal date is 4 March", "appeal", "yes"),
        ("the judge has my appeal", "appeal", "yes"),
        ("Certificate: not held", "certificate", "no"),
        ("cert yes, the 9th", "certificate", "yes"),
        ("Preference: mediation", "route", "mediation"),
        ("one of our families needs mediation with Suffolk", "route", "mediation"),
        ("mediation please, not just the certificate", "route", "mediation"),
        ("don't mind which route", "route", "unsure"),
        ("happy to do online or in person, no strong feelings", "meeting", "no_preference"),
        ("video calls defeat me, so the telephone, please", "meeting", "phone"),
        ("I can do teams or zoom", "meeting", "online"),
        ("Somali interpreter for the meeting", "interpreter", "yes"),
        ("Arabic please for the meeting", "interpreter", "yes"),
    ],
)
def test_parent_in_a_hurry_is_understood(
    words: str, entity: str, value: str, values: Values
) -> None:
    assert values(words, entity) == {value}


def test_parent_can_name_sections_by_their_letters_alone(values: Values) -> None:
    words = "there are no hours in G, no carers in H, and B's wrong"
    assert values(words, "section") == {"B", "G", "H"}


@pytest.mark.parametrize(
    "words", ["my son is C, he is 14", "he sits in A block", "vitamin B is fine"]
)
def test_letter_of_something_else_is_no_section(words: str, values: Values) -> None:
    assert values(words, "section") == set()


@pytest.mark.parametrize("words", ["ehcp", "EHC plan", "hello, ehcp", "plan"])
def test_plan_that_is_only_what_it_is_about_is_asked_about(words: str, reader: FactReader) -> None:
    assert told(reader, words, "plan_status") == {("final", False)}


@pytest.mark.parametrize("words", ["final plan", "has ehcp", "autism, ehcp, mainstream school"])
def test_plan_that_is_there_in_few_words_is_sure(words: str, reader: FactReader) -> None:
    assert told(reader, words, "plan_status") == {("final", True)}


@pytest.mark.parametrize(
    "words",
    [
        "she has an EHCP, draft or final I'm not sure",
        "it could be a draft or the final, not sure",
        "not sure what stage the plan is at",
    ],
)
def test_parent_who_cannot_tell_draft_from_final_is_unsure(words: str, reader: FactReader) -> None:
    assert {value for value, _ in told(reader, words, "plan_status")} == {"unsure"}
