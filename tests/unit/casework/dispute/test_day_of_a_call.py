"""A day told with no paper, or a paper with no day: neither is a sure date of the letter."""

from __future__ import annotations

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


@pytest.mark.parametrize(
    "words",
    [
        "they said no on the phone on 3 november",
        "i spoke to them on the phone on 3 november",
        "they texted me on 3 november",
        "they called me on 3 november",
        "the lady told us on 3 november",
    ],
)
def test_day_of_a_call_is_no_date_of_the_letter(words: str) -> None:
    parent = at("decision_date")
    parent.say(words, fact("date", "2026-11-03", "decision"))
    assert parent.draft.referral.decision.letter_date is None
    assert parent.heard == ["utter_help_decision_date"]
    parent.say(words, fact("date", "2026-11-03", "decision"))
    assert parent.heard[-1] == "utter_confirm_decision_date"


def test_call_without_a_letter_is_no_decision() -> None:
    parent = at("decision_date")
    heard: list[Entity] = [fact("date", "2026-11-03"), fact("no_date", "no_letter")]
    parent.say("they rang me on 3 november no letter", *heard)
    assert parent.draft.referral.decision.made is False


def test_day_of_a_call_told_early_is_asked_about() -> None:
    parent = Parent()
    parent.say(
        "they refused to assess my son, told me on the phone on 3 november",
        fact("dispute", "refuse_assess"),
        fact("date", "2026-11-03", "decision"),
    )
    assert parent.draft.referral.decision.letter_date is None


@pytest.mark.parametrize(
    "words",
    [
        "letter dated 3 november, they rang first",
        "3 november, i emailed them about it",
        "it says 3 november",
        "3 november",
        "the email was 3 november after they phoned",
    ],
)
def test_day_of_a_paper_is_taken_whoever_rang(words: str) -> None:
    parent = at("decision_date")
    parent.say(words, fact("date", "2026-11-03"))
    assert str(parent.draft.referral.decision.letter_date) == "2026-11-03"


@pytest.mark.parametrize("words", ["2 days ago", "10 days ago", "3 days back", "3 weeks ago"])
def test_days_ago_are_asked_about(words: str) -> None:
    parent = at("decision_date")
    parent.say(words, fact("date", "2026-11-11"))
    assert parent.draft.referral.decision.letter_date is None
    assert parent.heard[-1] == "utter_confirm_decision_date"


@pytest.mark.parametrize(
    "words",
    [
        "theres no date on the letter",
        "no date on it",
        "no date",
        "it isnt dated",
        "its not dated",
        "the letter is undated",
        "the letter doesnt have a date",
        "they havent put a date on it",
        "cant see a date on it",
    ],
)
def test_letter_without_a_date_is_a_decision_all_the_same(words: str) -> None:
    parent = at("decision_date")
    parent.say(words)
    referral = parent.draft.referral
    assert referral.decision.made is not False
    assert words in (referral.dispute.in_own_words or "")
    assert parent.asked == "certificate_held"


@pytest.mark.parametrize("words", ["no letter yet", "no", "nothing yet", "no date yet, no letter"])
def test_no_letter_is_still_no_decision(words: str) -> None:
    parent = at("decision_date")
    parent.say(words)
    assert parent.draft.referral.decision.made is False
