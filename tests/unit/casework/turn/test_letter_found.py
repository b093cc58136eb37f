"""Parents look for the letter while the questions go on, and tell its date when they find it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact

DAY = fact("date", "2026-11-04")


def without_letter(question: str) -> Parent:
    """Somebody who did not know the date of the letter, and is asked something else since."""
    parent = at("decision_date")
    parent.say("not sure")
    for _ in range(9):
        if parent.asked == question:
            return parent
        parent.say({"route_wanted": "not sure", "name": "Jo Marsh"}.get(parent.asked or "", "no"))
    raise AssertionError(parent.asked)


@pytest.mark.parametrize("question", ["certificate_held", "route_wanted", "name", "child_name"])
@pytest.mark.parametrize(
    "words",
    [
        "ok found it, 4th november",
        "ok its 4th november 2026",
        "i found it. 4th november",
        "4 november",
        "oh here it is, 04/11/2026",
        "the letter is dated 4 nov",
    ],
)
def test_date_that_a_parent_has_found_is_asked_about_at_once(question: str, words: str) -> None:
    parent = without_letter(question)
    parent.say(words, DAY)
    assert parent.heard[-1] == "utter_confirm_decision_date"
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.decision.letter_date == date(2026, 11, 4)
    assert parent.asked == question


def test_date_that_is_not_the_letters_is_not_asked_for_again() -> None:
    parent = without_letter("certificate_held")
    parent.say("4 november", DAY)
    parent.say("no", intent="deny")
    assert parent.asked == "certificate_held"
    assert parent.draft.referral.decision.letter_date is None


@pytest.mark.parametrize(
    "words",
    ["yes 4 november", "i have, 4 november", "KIDS sent it 4 november", "we rang them 4 november"],
)
def test_date_told_of_the_certificate_is_not_taken_for_the_letters(words: str) -> None:
    parent = without_letter("certificate_held")
    parent.say(words, DAY)
    assert "utter_confirm_decision_date" not in parent.heard


def test_bare_date_at_the_certificate_is_no_letters_where_that_was_told() -> None:
    parent = at("certificate_held")
    parent.say("4 november", DAY)
    assert parent.draft.referral.decision.letter_date == date(2026, 10, 16)
    assert parent.asked == "certificate_held"
