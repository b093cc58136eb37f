"""Which clauses of a message of danger tell of something else."""

from __future__ import annotations

import pytest

from casework.message import Entity, Message
from casework.safety.harmless_words import harmless_clauses, leading_words


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("3 november. he tried to kill himself that night", ["3 november"]),
        ("no, and i want to die", ["no"]),
        (
            "the plan named the wrong place and she is cutting herself",
            ["the plan named the wrong "],
        ),
        ("my ex hits me", []),
        ("he was dragged out by two teachers", []),
        ("breaks please, he is suicidal so a quiet room", ["breaks please", "a quiet room"]),
    ],
)
def test_only_clauses_without_danger_are_left(text: str, harmless: list[str]) -> None:
    found = [clause.text for clause in harmless_clauses(Message(text))]
    assert len(found) == len(harmless)
    assert all(said.startswith(words) for said, words in zip(found, harmless, strict=True))


def test_what_was_found_in_a_clause_stays_with_it() -> None:
    text = "he hit me on 20 november. the letter is of 3 november"
    days = (
        Entity("date", "2026-11-20", start=13, end=24),
        Entity("date", "2026-11-03", start=text.rindex("3 nov"), end=len(text)),
    )
    [clause] = harmless_clauses(Message(text, entities=days))
    [day] = clause.all_of("date")
    assert day.value == "2026-11-03"
    assert clause.text[day.start : day.end] == "3 november"


def test_the_words_before_the_danger_are_read_whole_and_then_the_first_clause() -> None:
    said = [words.text for words in leading_words(Message("yes, Urdu. my husband beats me"))]
    assert said == ["yes, Urdu", "yes"]


def test_nothing_leads_where_the_danger_comes_first() -> None:
    assert leading_words(Message("my husband beats me. yes, Urdu")) == []
