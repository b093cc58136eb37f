"""A yes to an interpreter is heard in many words, and one that is held back is not."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at


@pytest.mark.parametrize(
    "words",
    [
        "Yes please, for meeting I need. My English is not enough for this",
        "yes i would like that",
        "yeah that would be great",
        "yh my english is not so good",
        "i need one",
        "please for the meeting",
        "I do",
        "yes if possible for the long words",
        "yes please. is it free?",
        "we would need somebody",
        "aye that'd help",
    ],
)
def test_parent_can_want_an_interpreter_in_many_words(words: str) -> None:
    parent = at("interpreter")
    parent.say(words)
    assert parent.draft.referral.interpreter.needed is True
    assert parent.asked == "language"


@pytest.mark.parametrize("words", ["my english is weak", "me english not good"])
def test_little_english_is_asked_about(words: str) -> None:
    parent = at("interpreter")
    parent.say(words)
    assert parent.asked == "interpreter"
    parent.say("yes")
    assert parent.draft.referral.interpreter.needed is True


@pytest.mark.parametrize(
    "words",
    [
        "yes but my sister helps",
        "yes what is it",
        "please send the form",
        "my english is good",
        "send it",
        "thats right",
        "I want it to end in agreement",
        "his father wants mainstream and I want special",
        "me and hubby would like mediation asap",
        "the sendiass lady knows the law and gave me your number",
        "i need someone in my corner",
        "we would like them to agree to assess",
    ],
)
def test_what_holds_back_or_needs_none_wants_no_interpreter(words: str) -> None:
    parent = at("interpreter")
    parent.say(words)
    assert parent.draft.referral.interpreter.needed is not True
