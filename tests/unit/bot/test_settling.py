"""Facts of one message settled with one another: corrections, several children, guesses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY, Heard

Values = Callable[[str, str], set[str | int]]


@pytest.mark.parametrize(
    ("words", "entity", "value"),
    [
        ("my daughter is 10 sorry 11", "age", 11),
        ("my girl is 12, no sorry 13, birthday was last week", "age", 13),
        ("my girl is 12 no wait 13", "age", 13),
        ("we live in Leeds, sorry, Bradford", "council", "Bradford"),
        ("letter 3 Nov no wait I've got it here 5 Nov.", "date", "2026-11-05"),
        ("letter 3 Nov, sorry 5 Nov", "date", "2026-11-05"),
        ("letter 5th nov 2026, sorry 6th", "date", "2026-11-06"),
        ("my number is 07700 900111 no wait 07700 900222", "phone", "+447700900222"),
    ],
)
def test_what_the_parent_takes_back_in_the_same_message_is_left_out(
    words: str, entity: str, value: str | int, values: Values
) -> None:
    assert values(words, entity) == {value}


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("letter was 3 oct, sorry cert is 12 nov", {"2026-10-03", "2026-11-12"}),
        ("decision 3 nov. sorry i only opened it 7 nov", {"2026-11-03", "2026-11-07"}),
    ],
)
def test_days_of_two_things_take_nothing_back(
    words: str, days: set[str | int], values: Values
) -> None:
    assert values(words, "date") == days


def test_of_two_children_only_the_first_is_taken_and_it_is_said(
    hear: Callable[[str], Heard],
) -> None:
    heard = hear("my two, Jack 8 and Lily 11, were both refused")
    people = {fact for fact in heard if fact[0] in ("person_name", "age", "several_children")}
    assert people == {
        ("person_name", "child", "Jack"),
        ("age", "child", 8),
        ("several_children", None, "yes"),
    }


def test_age_of_the_second_child_is_never_given_to_the_first(values: Values) -> None:
    words = "my boys Zach and Leo were refused. Leo is 10"
    assert values(words, "person_name") == {"Zach"}
    assert values(words, "age") == set()


@pytest.mark.parametrize(
    "words",
    [
        "one of my sons is 9",
        "one of my three children, my son Sam, is 6",
        "he is 10, his brother is 6",
    ],
)
def test_one_child_among_others_is_one_child(words: str, values: Values) -> None:
    assert values(words, "several_children") == set()
    assert len(values(words, "age")) == 1


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("she is about 6", "age"),
        ("he'll be 7 soon", "age"),
        ("my son turns 11 in a few weeks", "age"),
        ("i am deaf, my son is 9", "interpreter"),
        ("my son has a plan, name is Max", "person_name"),
        ("letter was between 3 and 5 november", "date"),
        ("no ehcp, ehcp refused by york", "dispute"),
    ],
)
def test_a_fuzzy_reading_is_never_sure(words: str, entity: str, reader: FactReader) -> None:
    found = [fact for fact in reader.read(words, TODAY) if fact.entity == entity]
    assert found
    assert not any(fact.sure for fact in found)


@pytest.mark.parametrize(
    ("words", "role", "name"),
    [
        ("she is 12, called Mia", "child", "Mia"),
        ("I'm Tom's dad", "child", "Tom"),
        ("im his mum Tracey Clarke", "self", "Tracey Clarke"),
        ("rhianna aged 5, wirral", "child", "Rhianna"),
        ("my daughter Eleanor Price, born 19 June 2014", "child", "Eleanor Price"),
    ],
)
def test_names_are_heard_wherever_they_stand(
    words: str, role: str, name: str, hear: Callable[[str], Heard]
) -> None:
    assert ("person_name", role, name) in hear(words)


def test_name_of_the_mother_is_not_the_workers_own(hear: Callable[[str], Heard]) -> None:
    heard = hear("hello im from sendiass supporting mum Adaeze, mum Adaeze has agreed")
    assert not any(entity == "person_name" and role == "self" for entity, role, _ in heard)


def test_every_need_of_a_list_is_heard(values: Values) -> None:
    words = "I need a ramp and parking, and breaks"
    assert values(words, "access_need") == {"step_free", "parking", "breaks"}


def test_do_not_phone_is_never_read_as_phone(hear: Callable[[str], Heard]) -> None:
    heard = hear("dont phone me at work, and never text")
    assert ("contact_ok", "call", "yes") not in heard
    assert ("contact_ok", "text", "no") in heard


@pytest.mark.parametrize(
    ("words", "council"),
    [
        ("Not Birmingham, Solihull council", {"Solihull council"}),
        ("we are in cov", {"cov"}),
        ("living in oldham school wont help", {"oldham"}),
    ],
)
def test_home_council_is_heard(words: str, council: set[str], values: Values) -> None:
    assert values(words, "council") == council
