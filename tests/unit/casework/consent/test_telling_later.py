"""Yes or no to telling the council, said later than it was asked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from casework.consent.telling_later import read_word_on_council, reads_as_telling_council
from casework.words import straighten


@pytest.mark.parametrize(
    "words",
    [
        "Actually don't tell the council yet, my wife wants to think about it",
        "yes send it but dont tell the council",
        "please do not contact the council",
        "ive changed my mind about telling the council",
        "leave the council out of it for now",
        "dont share this with the council please",
        "id rather you didnt tell the council",
        "can you please not tell the council anything",
        "we dont want the council told",
        "dont speak to the council until ive spoken to my wife",
        "council must not know",
    ],
)
def test_no_to_telling_the_council_is_heard_at_any_time(words: str) -> None:
    assert reads_as_telling_council(words) is False


@pytest.mark.parametrize("words", ["and yes tell the council", "you can talk to the council now"])
def test_yes_to_telling_the_council_is_heard_later(words: str) -> None:
    assert reads_as_telling_council(words) is True


@pytest.mark.parametrize(
    "words",
    [
        "they told us dont tell the council",
        "what if i dont tell the council",
        "the council dont tell us anything",
        "dont tell the council about my health",
        "why dont you tell the council",
        "should i not tell the council",
        "i want to talk to the council",
        "will you tell the council?",
        "dont tell my ex",
        "just the council",
    ],
)
def test_other_talk_of_the_council_is_neither(words: str) -> None:
    assert reads_as_telling_council(words) is None


@pytest.mark.parametrize("may_be_them", [False, True])
@pytest.mark.parametrize(
    "words",
    [
        "school is problem, not council",
        "do u do mediation with school, not council",
        "it's the school I've an issue with and not the LA",
        "not the council, it's the school",
        "its his dad im in a fight with, not the council",
        "the council cant be asked",
        "the council cant be rung after 4",
        "the council wont get involved",
        "the council cant hear",
        "i dont want to talk to the council, you do it",
        "I dont want to ring the council, can you",
        "i would rather not speak to the council myself",
        "can i change my mind about the council?",
        "can i change my mind about telling the council",
        "change my mind about the council? no",
    ],
)
def test_council_named_beside_no_wish_takes_nothing_back(words: str, may_be_them: bool) -> None:
    assert reads_as_telling_council(words, may_be_them=may_be_them) is None


@pytest.mark.parametrize(
    "words",
    [
        "not the council",
        "no council",
        "im scared, no council",
        "tell the school, not the council",
        "you can ring school but not the council",
        "you can talk to anyone, not the council",
        "the school is the problem, dont tell the council",
        "the school is the problem, not the council anymore",
        "the council cant know",
        "the council cannot be told",
        "the council cant hear about this",
        "i dont want you to talk to the council",
        "i dont want to share it with the council",
        "can i please change my mind about the council?",
        "i want to change my mind about the council",
        "can i change my mind about the council? i dont want the council told",
    ],
)
def test_wish_to_leave_the_council_out_is_heard_beside_other_things(words: str) -> None:
    assert reads_as_telling_council(words) is False


def test_no_ordinary_message_is_a_word_on_telling_the_council() -> None:
    of_telling = re.compile(
        r"\b(?:councils?|them|they|authority|la|lea|tell\w*|shar\w+|between)\b", re.IGNORECASE
    )
    texts = [
        message["text"]
        for path in sorted(Path("data", "facts").glob("*.yml"))
        for message in yaml.safe_load(path.read_text(encoding="utf-8"))["examples"]
    ]
    ordinary = [text for text in texts if not of_telling.search(text)]
    assert len(ordinary) > 300
    heard = [
        text
        for text in ordinary
        if read_word_on_council(straighten(text), may_be_them=True) is not None
    ]
    assert heard == []
