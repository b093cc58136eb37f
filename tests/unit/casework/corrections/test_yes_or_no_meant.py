"""A yes or no is turned round where that is all somebody says, and never by "no offence"."""

from __future__ import annotations

import pytest

from casework.corrections.said_instead import yes_or_no_meant
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact

TURNS_IT_ROUND = {
    "sorry I meant no": False,
    "I meant no, sorry": False,
    "i put yes but i meant no": False,
    "typo. no": False,
    "oops wrong button, yes": True,
    "sorry, that should have been a yes": True,
    "I meant to tap yes": True,
    "yes not no": True,
}
SPEAKS_OF_SOMETHING_ELSE = [
    "i meant no offence",
    "i meant no disrespect sorry",
    "it should be no later than 3 November",
    "it should be no problem",
    "there should be no delay",
    "they meant no more help for him",
    "the letter should say no but i cant find it",
    "the letter should say no",
    "he should have said no",
    "that should be yes but they wont",
    "no not no",
]


@pytest.mark.parametrize(("words", "is_yes"), TURNS_IT_ROUND.items())
def test_parent_can_say_that_the_other_answer_was_meant(words: str, is_yes: bool) -> None:
    assert yes_or_no_meant(words) is is_yes


@pytest.mark.parametrize("words", SPEAKS_OF_SOMETHING_ELSE)
def test_no_beside_other_words_is_no_answer_turned_round(words: str) -> None:
    assert yes_or_no_meant(words) is None


@pytest.mark.parametrize("words", ["i meant no offence", "the letter should say no"])
def test_yes_to_telling_the_council_outlives_a_no_of_something_else(words: str) -> None:
    parent = at("decision_date")
    parent.say(words)
    assert parent.draft.referral.consent.share_with_council.given is True


def test_day_by_which_it_should_be_is_heard_and_takes_no_consent_back() -> None:
    parent = at("decision_date")
    parent.say("it should be no later than 3 November", fact("date", "2026-11-03"))
    assert parent.draft.referral.consent.share_with_council.given is True
    assert str(parent.draft.referral.decision.letter_date) == "2026-11-03"
