"""A no that begins like a yes, and a no in strong words, is a no."""

from __future__ import annotations

import pytest

from casework.consent.leading import agrees_in_part
from casework.consent.said import reads_as_agreement, reads_as_refusal
from tests.unit.casework.parents import Parent


@pytest.mark.parametrize(
    "words",
    [
        "Absolutely not. I don't want anything kept.",
        "absolutely not",
        "definitely not, thanks",
        "of course not",
        "not a chance",
        "I refuse",
        "I do not give permission",
        "I won't agree to that",
        "I'd prefer you didn't",
        "I'm not comfortable with that",
    ],
)
def test_strong_no_keeps_nothing_and_tells_nobody(words: str) -> None:
    assert reads_as_refusal(words, "consent")
    assert reads_as_refusal(words, "share_with_council")
    assert not reads_as_agreement(words, "consent")
    assert not agrees_in_part(words, "consent")


@pytest.mark.parametrize(
    "words", ["I want nothing kept", "you can't keep it", "I'd rather not have it stored"]
)
def test_no_to_keeping_in_its_own_words_is_one(words: str) -> None:
    assert reads_as_refusal(words, "consent")


@pytest.mark.parametrize("words", ["absolutely", "Absolutely, why not", "definitely", "of course"])
def test_strong_yes_is_still_one(words: str) -> None:
    assert reads_as_agreement(words, "consent")
    assert not reads_as_refusal(words, "consent")


def test_nothing_is_kept_of_who_says_absolutely_not() -> None:
    parent = Parent()
    parent.say("hello i need help")
    parent.say("Absolutely not. I don't want anything kept.")
    assert "utter_no_consent" in parent.heard
    assert parent.draft.referral.consent.store.given is None
