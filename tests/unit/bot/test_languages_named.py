"""Languages that are only named, and the kinds of one that need an interpreter of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.reader import FactReader

Values = Callable[[str, str], set[str | int]]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Bengali (Sylheti)", {"syl"}),
        ("bengali sylheti please", {"syl"}),
        ("Kurdish Kurmanji", {"kmr"}),
        ("Kurdish, Sorani", {"ckb"}),
        ("chinese - cantonese", {"yue"}),
        ("punjabi mirpuri", {"pnb"}),
        ("pashto or dari", {"pus", "prs"}),
        ("yes, punjabi or urdu both fine", {"pan", "urd"}),
        ("Kurdish (Sorani) and Arabic", {"ckb", "ara"}),
        ("portugese", {"por"}),
    ],
)
def test_language_is_the_nearest_that_is_named(words: str, codes: set[str], values: Values) -> None:
    assert values(words, "language") == codes


@pytest.mark.parametrize("words", ["we are polish", "french and german lessons", "i am polish"])
def test_nation_or_a_lesson_is_no_language(words: str, values: Values) -> None:
    assert values(words, "language") == set()


def test_language_of_the_interpreter_asked_for_is_sure(reader: FactReader) -> None:
    found = reader.read("can i have an urdu interpreter please")
    assert [fact.sure for fact in found if fact.entity == "language"] == [True]


@pytest.mark.parametrize(
    ("words", "signs"),
    [
        ("my lad uses makaton and pecs", set()),
        ("he uses makaton and i need an urdu interpreter", set()),
        ("my son needs a makaton signer", {"makaton"}),
        ("he uses bsl so we need an interpreter", {"bsl"}),
        ("i use makaton", {"makaton"}),
    ],
)
def test_signs_of_the_child_are_no_wish_for_a_signer(
    words: str, signs: set[str], values: Values
) -> None:
    assert values(words, "sign") == signs
