"""Names and ages that nothing introduces: "with Otto's feeding pump", "my Lowri"."""

from __future__ import annotations

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY


def _people(reader: FactReader, words: str) -> set[tuple[str | None, str | int, bool]]:
    heard = reader.read(words, TODAY)
    return {(fact.role, fact.value, fact.sure) for fact in heard if fact.entity == "person_name"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Zebediah's therapies stopped and he is 9", "Zebediah"),
        ("never asked my Zebediah, who is 9", "Zebediah"),
    ],
)
def test_childs_name_in_passing_is_asked_about(reader: FactReader, words: str, name: str) -> None:
    assert _people(reader, words) == {("child", name, False)}


@pytest.mark.parametrize(
    "words",
    [
        "they want Oscar in a mainstream and he is 11",
        "we can't leave Oscar's oxygen at home, he is 4",
        "I type this for our mum, its about my little brother Oscar whos 6",
    ],
)
def test_childs_name_in_passing_is_kept_where_two_readers_hear_it(
    reader: FactReader, words: str
) -> None:
    assert _people(reader, words) == {("child", "Oscar", True)}


@pytest.mark.parametrize(
    "words",
    [
        "I spoke to Oscar at the council about him, he is 7",
        "he has been out of school since April",
        "I've lost my Nectar points",
        "They've named Ash Grove in his plan",
    ],
)
def test_what_is_no_childs_name_is_left(reader: FactReader, words: str) -> None:
    assert not {name for role, name, _ in _people(reader, words) if role == "child"}


def test_writer_can_put_the_name_first(reader: FactReader) -> None:
    assert ("self", "Maeve O'Dowd", True) in _people(reader, "Maeve O'Dowd is my name")


def test_one_of_twins_is_picked_out(reader: FactReader) -> None:
    words = "twins Ivy and Oscar. Oscar's the one with the plan. he's 11"
    heard = {(fact.entity, fact.value) for fact in reader.read(words, TODAY)}
    assert {("person_name", "Oscar"), ("age", 11)} <= heard
    assert ("person_name", "Ivy") not in heard


def test_short_form_of_a_name_is_no_second_child(reader: FactReader) -> None:
    heard = reader.read("my son is Benjamin but we call him Benji, he's ten", TODAY)
    assert "several_children" not in {fact.entity for fact in heard}
    assert {fact.value for fact in heard if fact.entity == "age"} == {10}
