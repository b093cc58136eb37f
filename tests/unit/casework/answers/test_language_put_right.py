"""A parent who named the wrong language is taken at their word when they put it right."""

from __future__ import annotations

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_slips import at


@pytest.mark.parametrize(
    "words",
    [
        "sorry mistake, language is Cantonese not Mandarin",
        "its not mandarin, it should be cantonese",
        "wrong language, I meant Cantonese",
        "change Mandarin to Cantonese",
    ],
)
@pytest.mark.parametrize("is_heard", [True, False])
def test_parent_can_put_the_language_right(words: str, is_heard: bool) -> None:
    parent = at("interpreter")
    parent.say("yes Mandarin", Entity("language", "cmn"))
    parent.say(words, *([Entity("language", "yue", is_sure=False)] if is_heard else []))
    language = parent.draft.referral.interpreter.language
    assert language is not None
    assert (language.code, language.name) == ("yue", "Cantonese")


def test_language_at_home_is_not_taken_for_another_wish() -> None:
    parent = at("interpreter")
    parent.say("yes Urdu", Entity("language", "urd"))
    parent.say("the letter was in Polish lol")
    language = parent.draft.referral.interpreter.language
    assert language is not None and language.code == "urd"


@pytest.mark.parametrize("words", ["I lipread, no signer", "I don't need a signer ta"])
def test_parent_who_wants_no_signer_is_not_asked_again(words: str) -> None:
    parent = at("interpreter")
    parent.say(words)
    assert parent.draft.referral.interpreter.needed is False
