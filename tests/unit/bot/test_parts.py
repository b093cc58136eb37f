"""Where one question of a message ends and the next begins."""

import pytest

from bot.nlu.parts import AT_MOST, split_into_parts


def clauses_of(text: str) -> list[str]:
    return [part.text for part in split_into_parts(text) if part.is_clause]


def sentences_of(text: str) -> list[str]:
    return [part.text for part in split_into_parts(text) if not part.is_clause]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("is it free and how long does it take", ["is it free", "how long does it take"]),
        ("Do you cover Norfolk, and is it free?", ["Do you cover Norfolk", "is it free?"]),
        ("my son is 9, can he come", ["my son is 9", "can he come"]),
        ("does the council come also do i", ["does the council come", "do i"]),
        (
            "section F is vague and the school ignores it",
            ["section F is vague", "the school ignores it"],
        ),
    ],
)
def test_people_who_type_no_marks_ask_in_clauses(text: str, clauses: list[str]) -> None:
    assert clauses_of(text) == clauses
    assert sentences_of(text) == []


@pytest.mark.parametrize("text", ["Who comes? Where is it?", "Who comes?\nWhere is it?"])
def test_each_sentence_is_a_part(text: str) -> None:
    assert sentences_of(text) == ["Who comes?", "Where is it?"]
    assert clauses_of(text) == []


def test_clauses_know_their_sentence() -> None:
    parts = split_into_parts("Hello all. My son is 9, can he come?")
    assert [(part.sentence, part.is_clause) for part in parts] == [
        (0, False),
        (1, False),
        (1, True),
        (1, True),
    ]


@pytest.mark.parametrize("text", ["", "hi", "is it free", "bread and butter", "?!", "..."])
def test_message_that_says_one_thing_has_no_parts(text: str) -> None:
    assert split_into_parts(text) == []


def test_very_long_story_has_a_handful_of_parts() -> None:
    assert len(split_into_parts("He is nine now. " * 50)) == AT_MOST
