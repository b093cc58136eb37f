"""What the council has not decided: the dispute itself, or only some other matter."""

from __future__ import annotations

from datetime import date

import pytest

from casework.dispute.undecided import contradicts_letter, doubts_decision, says_undecided
from casework.referral.draft import Draft
from tests.unit.casework.dispute.test_letter_days import ending_plan, letter_of
from tests.unit.casework.parents import fact, said


@pytest.mark.parametrize(
    "words",
    [
        "they havent decided who will do his therapy",
        "they've not decided what school he goes to after",
        "the council still havent made a decision on his budget",
        "they still havent decided on the short breaks so ring me",
        "they've not decided where to meet so i dont know",
        "the council never decided to do mediation",
        "they havent decided his hours yet",
        "the panel has not made up their mind about respite",
        "they havent decided yet which college",
        "theres no decision yet about the therapist",
        "nothing decided on the taxi",
    ],
)
def test_family_keeps_its_letter_where_the_council_has_yet_to_decide_something_else(
    words: str,
) -> None:
    parent = ending_plan()
    parent.say("1 november 2026", fact("date", "2026-11-01"))
    parent.say(words)
    assert letter_of(parent) == date(2026, 11, 1)
    assert parent.asked != "decision_date"


@pytest.mark.parametrize(
    "words",
    [
        "they have not decided whether to assess",
        "they havent decided about the plan yet",
        "they still havent decided if they will cease it",
        "the council hasn't made a decision on his plan",
        "council have not decided anything",
        "its not the final plan, they havent decided",
        "no decision yet, just a letter to say they got it",
    ],
)
def test_family_is_believed_that_the_council_has_not_decided_about_the_plan(words: str) -> None:
    assert says_undecided(said(words), Draft())


@pytest.mark.parametrize(
    "words",
    [
        "3 November 2026. no decision letter just the final plan",
        "3 November 2026, its not a decision just the plan they sent",
        "they sent the final plan with no decision letter, 3 november 2026",
        "not a decision letter, only his amended ehcp 3 november 2026",
        "they said its only a proposal at first, letter came 3 November 2026",
    ],
)
def test_who_dates_a_final_plan_that_came_without_a_letter_is_asked(words: str) -> None:
    parent = ending_plan()
    day = fact("date", "2026-11-03", "decision", sure="came" not in words)
    parent.say(words, day)
    assert parent.draft.referral.decision.made is None
    assert parent.heard[-1] == "utter_confirm_decision_date"
    parent.say("yes")
    assert letter_of(parent) == date(2026, 11, 3)


def test_who_has_only_the_final_plan_is_told_that_its_date_counts() -> None:
    parent = ending_plan()
    parent.say("no decision letter just the final plan")
    assert parent.draft.referral.decision.made is None
    assert "utter_help_decision_date" in parent.heard


@pytest.mark.parametrize(
    "words",
    [
        "they are proposing to cease it, letter 3 November 2026",
        "no decision yet just the draft plan",
        "not a decision, waiting for the final plan",
        "its only a consultation, no final plan",
    ],
)
def test_draft_and_proposal_are_no_final_plan(words: str) -> None:
    assert says_undecided(said(words), Draft())
    assert not doubts_decision(said(words), Draft())


def test_final_plan_is_not_taken_for_no_answer() -> None:
    words = "its not a decision just the plan they sent"
    assert contradicts_letter(["no_decision"], words, Draft())
    assert not contradicts_letter(["no_decision"], "no answer, nothing", Draft())


def test_budget_that_is_not_decided_is_no_late_answer_for_who_has_a_letter() -> None:
    parent = ending_plan()
    parent.say("1 november 2026", fact("date", "2026-11-01"))
    parent.say("they havent made a decision on his budget", fact("dispute", "no_decision"))
    assert parent.draft.progress.stated_kinds == ["cease_plan"]
