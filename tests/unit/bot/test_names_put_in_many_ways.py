"""Names that parents put beside a small sign, a bracket or a place of the same name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.bot.conftest import Heard


@pytest.mark.parametrize(
    ("words", "role", "name"),
    [
        ("hi im carly benton my lad is theo hes 10", "self", "Carly Benton"),
        ("sian here (Siân Prosser). No to assessing our Gethin", "self", "Siân Prosser"),
        ("me = his mum Bex Olufemi, kid = Rafferty, 6", "self", "Bex Olufemi"),
        ("our son Duncan is 20. put me: Irene Tuffnell", "self", "Irene Tuffnell"),
        ("put me down as Joan Birch please. my son Max is 8", "self", "Joan Birch"),
    ],
)
def test_parent_who_names_themself_so_is_heard(
    hear: Callable[[str], Heard], words: str, role: str, name: str
) -> None:
    assert ("person_name", role, name) in hear(words)


@pytest.mark.parametrize("words", ["Correction: 20, not 19.", "Typo: 9", "Autocorrect! 9 not 8"])
def test_word_that_puts_right_is_no_name(hear: Callable[[str], Heard], words: str) -> None:
    assert all(entity != "person_name" for entity, *_ in hear(words))


def test_wife_of_a_man_named_is_not_called_so(hear: Callable[[str], Heard]) -> None:
    heard = hear("I'm Graham Tuffnell's wife but I do the paperwork")
    assert ("person_name", "self", "Graham Tuffnell") not in heard


@pytest.mark.parametrize(
    ("words", "age"),
    [("19 in September just gone", 19), ("16 back in may", 16), ("9 just gone", 9)],
)
def test_birthday_that_was_tells_the_age(
    hear: Callable[[str], Heard], words: str, age: int
) -> None:
    assert ("age", "child", age) in hear(words)


@pytest.mark.parametrize(
    ("words", "role", "name"),
    [
        ("I am Bobbys nan he lives with me. From Jean", "child", "Bobby"),
        ("I am Bobbys nan he lives with me. From Jean", "self", "Jean"),
        ("Im Kaydens mum, they refused to assess him", "child", "Kayden"),
        ("I'm Lilys dad", "child", "Lily"),
        ("I am James mum", "child", "James"),
        ("kaydens 9", "child", "Kayden"),
        ("er names Morwenna", "child", "Morwenna"),
        ("is name's Bertie", "child", "Bertie"),
    ],
)
def test_name_beside_a_mark_left_out_is_heard(
    hear: Callable[[str], Heard], words: str, role: str, name: str
) -> None:
    assert ("person_name", role, name) in hear(words)


@pytest.mark.parametrize("words", ["I'm Chris mum of 3", "I'm Jess, mum to Alfie", "Im Agnes"])
def test_writer_whose_name_ends_in_s_stays_the_writer(
    hear: Callable[[str], Heard], words: str
) -> None:
    assert any(fact[:2] == ("person_name", "self") for fact in hear(words))


def test_who_is_sorry_is_not_called_apologies(hear: Callable[[str], Heard]) -> None:
    heard = hear("Apologies, he turned 15 last week. I lose track.")
    assert all(entity != "person_name" for entity, *_ in heard)
