"""Which of several days is the letter's: the last decision, never a stamp or a request."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.dispute.test_letter_days import day, letter_of
from tests.unit.casework.parents import fact


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("first letter 3 september, second letter 3 november", "3 september", "3 november"),
        ("they refused on 3 september then again on 3 november", "3 september", "3 november"),
    ],
)
def test_of_two_letters_the_last_one_is_asked_about(text: str, first: str, second: str) -> None:
    parent = at("decision_date")
    days = (day(text, first, "2026-09-03", "decision"), day(text, second, "2026-11-03", "decision"))
    parent.say(text, *days)
    assert letter_of(parent) is None
    waiting = parent.draft.progress.unconfirmed
    assert waiting is not None and waiting.value == "2026-11-03"


def test_letter_counts_and_not_the_plan_that_came_with_it() -> None:
    text = "the final plan is dated 3 november and the letter 5 november"
    parent = at("decision_date")
    days = [day(text, f"{number} november", f"2026-11-0{number}", "decision") for number in (3, 5)]
    parent.say(text, *days)
    assert letter_of(parent) == date(2026, 11, 5)


@pytest.mark.parametrize(
    "text", ["no date on the letter but the envelope is stamped 3 november", "postmark 3 november"]
)
def test_stamp_on_the_envelope_is_not_the_date_of_the_letter(text: str) -> None:
    parent = at("decision_date")
    parent.say(text, day(text, "3 november", "2026-11-03", "decision"))
    assert letter_of(parent) is None
    assert text in (parent.draft.referral.dispute.in_own_words or "")


def test_day_of_a_sisters_letter_is_asked_about_first() -> None:
    text = "my sisters letter was 2 october and ours was later"
    parent = at("decision_date")
    parent.say(text, day(text, "2 october", "2026-10-02", "decision"))
    assert letter_of(parent) is None


@pytest.mark.parametrize("text", ["we applied 3 november", "we asked them on 3 november"])
def test_day_they_applied_is_not_offered_as_the_letters(text: str) -> None:
    parent = at("name")
    parent.draft.referral.decision.letter_date = None
    parent.draft.progress.answered = [
        one for one in parent.draft.progress.answered if one != "decision_date"
    ]
    parent.say(text, day(text, "3 november", "2026-11-03"))
    assert "utter_confirm_decision_date" not in parent.heard


def test_letter_that_is_found_after_all_is_asked_about() -> None:
    text = "actually i do have it 9 october"
    parent = at("decision_date")
    parent.say("no letter", fact("no_date", "none"))
    assert parent.draft.referral.decision.made is False
    parent.say(text, day(text, "9 october", "2026-10-09"))
    waiting = parent.draft.progress.unconfirmed
    assert waiting is not None and waiting.value == "2026-10-09"
