from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY

Values = Callable[[str, str], set[str | int]]


@pytest.mark.parametrize(
    ("words", "email"),
    [
        ("Mrs H Whitcombe, SENCO, office@stmarys.example.org", {"office@stmarys.example.org"}),
        ("im Jo Lane, social worker, jo@leeds.example.org", {"jo@leeds.example.org"}),
        ("contact Mrs Hill, SENCO, hill@x.example.org", set()),
        ("his teacher, senco@x.example.org", set()),
    ],
)
def test_address_is_theirs_who_signs_with_a_job(
    words: str, email: set[str], values: Callable[[str, str], set[str | int]]
) -> None:
    assert values(words, "email") == email


@pytest.mark.parametrize(
    "words",
    [
        "I want to report Mrs Galloway, deputy head",
        "Mr Bolton the caseworker never rings",
        "Dr. J. Preston from camhs saw him",
        "mr and mrs york are his grandparents",
        "his teacher miss kent said so",
        "Cllr Lincoln said to ask you",
    ],
)
def test_person_with_a_title_is_no_place(words: str, values: Values) -> None:
    assert values(words, "council") == set()


def test_place_beside_a_person_of_that_name_is_still_one(values: Values) -> None:
    assert values("the deputy head Mr Wigan in Wigan", "council") == {"Wigan"}
    assert values("the LA is Bolton, Mrs Bury is the officer", "council") == {"Bolton"}


def test_side_of_the_county_is_kept_with_its_name(values: Values) -> None:
    assert values("Council = Northants, the west one. She is 6", "council") == {
        "Northants, the west one"
    }


@pytest.mark.parametrize(
    "words",
    [
        "They refused to assess my son in March",
        "we had no reply by March",
        "my lad's 17, 18 in March",
        "from March he will have no place",
        "his dad is in Cornwall",
        "my parents are in Norfolk",
        "grandparents live in Kent",
        "my sister is in Leeds and she had the same",
        "my friend in Surrey had the same",
        "My solicitor is in Manchester",
        "there was a tribunal in Manchester",
        "he goes to respite in Bolton",
        "his social worker is from Leeds",
        "my mum is in Wales",
    ],
)
def test_month_and_where_others_are_is_not_the_home(reader: FactReader, words: str) -> None:
    assert not [fact for fact in reader.read(words, TODAY) if fact.entity == "council"]


@pytest.mark.parametrize(
    ("words", "place", "is_sure"),
    [
        ("We live in March", "March", False),
        ("I'm in March, Cambs", "March, Cambs", True),
        ("we're moving to Kent next month", "Kent", False),
        ("we're in Kent but moving to Essex soon", "Kent", True),
        ("I'm his dad in Bolton", "Bolton", True),
        ("me and his dad live in Kent", "Kent", True),
        ("my mum and I live in Leeds", "Leeds", True),
        ("he lives with his dad in Leeds", "Leeds", True),
        ("my son is with his mother in Devon", "Devon", True),
        ("he lives at his dad's in Crewe", "Crewe", True),
        ("my son is in Leeds", "Leeds", True),
        ("his dad is in Cornwall, we are in Devon", "Devon", True),
    ],
)
def test_home_is_where_the_writer_or_the_child_lives(
    reader: FactReader, words: str, place: str, is_sure: bool
) -> None:
    places = [fact for fact in reader.read(words, TODAY) if fact.entity == "council"]
    assert [(fact.value, fact.sure) for fact in places] == [(place, is_sure)]
