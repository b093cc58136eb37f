"""Several things told in one breath, or one after another: none takes another's place."""

from __future__ import annotations

import pytest

from casework.message import Entity
from tests.unit.casework.dispute.test_help_not_given import mum_who_is_asked_what_is_wrong
from tests.unit.casework.parents import Parent, fact


def test_dad_who_does_not_agree_goes_on_beside_what_it_is_about() -> None:
    parent = mum_who_is_asked_what_is_wrong()
    parent.say("he doesnt agree with this", fact("dispute", "parents_disagree", sure=False))
    parent.say("yes", intent="affirm")
    parent.say("they named the wrong school", fact("dispute", "i_named_only"), fact("section", "I"))
    assert set(parent.draft.progress.stated_kinds) == {"i_named_only", "parents_disagree"}


def test_dad_who_does_not_agree_takes_no_place_of_what_was_told_before() -> None:
    parent = mum_who_is_asked_what_is_wrong()
    parent.say("refused to assess", fact("dispute", "refuse_assess"))
    parent.say("his dad doesnt agree", fact("dispute", "parents_disagree"))
    assert set(parent.draft.progress.stated_kinds) == {"refuse_assess", "parents_disagree"}


def test_yes_that_and_the_school_keeps_both() -> None:
    parent = mum_who_is_asked_what_is_wrong()
    parent.say("the OT bit", fact("dispute", "section_f", sure=False))
    assert parent.heard[-1] == "utter_confirm_issue"
    parent.say("yes that and the school", intent="affirm")
    assert "I" in parent.draft.referral.dispute.sections
    assert "section_f" in parent.draft.progress.stated_kinds


@pytest.mark.parametrize(
    "words",
    [
        "only the school… also they cut his OT. so maybe other parts?",
        "only the school but the hours too",
        "just the school. and they stopped his therapy as well",
    ],
)
def test_only_the_school_and_something_else_is_more_than_the_school(words: str) -> None:
    parent = mum_who_is_asked_what_is_wrong()
    parent.say("wrong school", fact("section", "I"), fact("dispute", "i_named_only"))
    assert parent.asked == "school_only_check"
    parent.say(words)
    assert parent.draft.progress.school_only in (None, "other_parts")
    assert parent.draft.referral.requirement.certificate == "required"


@pytest.mark.parametrize(
    "words", ["only the school", "only the school, the help is fine", "just the school, too far"]
)
def test_only_the_school_is_still_only_the_school(words: str) -> None:
    parent = mum_who_is_asked_what_is_wrong()
    parent.say("wrong school", fact("section", "I"), fact("dispute", "i_named_only"))
    parent.say(words)
    assert parent.draft.progress.school_only == "only_school"


def test_plan_that_is_wrong_is_not_guessed_to_be_the_needs() -> None:
    parent = mum_who_is_asked_what_is_wrong()
    parent.say("the plan is wrong", fact("dispute", "section_b", sure=False))
    assert parent.draft.progress.stated_kinds == ["plan_content"]
    assert parent.draft.progress.unconfirmed is None


def asked_for_the_certificate() -> Parent:
    parent = mum_who_is_asked_what_is_wrong()
    parent.say("refused to assess", fact("dispute", "refuse_assess"))
    parent.say("1 october 2026", fact("date", "2026-10-01"))
    assert parent.asked == "certificate_held"
    return parent


def test_dates_of_certificate_and_letter_told_in_one_breath_are_each_its_own() -> None:
    parent = asked_for_the_certificate()
    words = "it arrived today, dated 18 nov, council letter 1 oct"
    days = (("today", "2026-11-21"), ("18 nov", "2026-11-18"), ("1 oct", "2026-10-01"))
    parent.say(
        words,
        *(
            Entity(
                "date",
                day,
                "decision",
                start=words.index(typed),
                end=words.index(typed) + len(typed),
            )
            for typed, day in days
        ),
    )
    referral = parent.draft.referral
    assert referral.certificate.held is True
    assert str(referral.certificate.date) == "2026-11-18"
    assert str(referral.decision.letter_date) == "2026-10-01"


@pytest.mark.parametrize("words", ["it arrived yesterday", "letter come yesterday", "on Tuesday"])
def test_day_the_letter_came_is_not_taken_for_its_date(words: str) -> None:
    parent = mum_who_is_asked_what_is_wrong()
    parent.say("refused to assess", fact("dispute", "refuse_assess"))
    parent.say(words, fact("date", "2026-11-20", "decision"))
    assert parent.draft.referral.decision.letter_date is None
    assert parent.heard[-1] == "utter_confirm_decision_date"
