"""Yes or no to telling the council, said later than it was asked."""

from __future__ import annotations

import pytest

from casework.consent.telling_later import reads_as_telling_council


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
