"""A council's no without its object: asked about as what can be appealed, never hidden."""

from __future__ import annotations

import pytest

from casework.message import Entity
from tests.unit.casework.parents import Parent, fact

NO_PLAN = (fact("plan_status", "none"), fact("dispute", "sen_support"))


def parent_who_opens_with(words: str, *facts: Entity) -> Parent:
    parent = Parent()
    parent.say(words, *facts, intent="ask_no_plan_school_help")
    opening = list(parent.heard)
    parent.agree()
    parent.say("mum, oldham", fact("referrer_role", "parent"), fact("council", "oldham"))
    parent.questions = []
    parent.all_topics = opening
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "hasn't got a plan, senco says wait. we asked council and they said no cos hes ok in maths",
        "no plan. we applied to the council and got turned down",
        "he has no plan, we asked for an assessment and they refused",
        "no plan, the council refused because he is doing fine",
        "no plan yet, council said no to us",
        "school asked the LA and they knocked him back, no plan",
        "applied for an ehcp and it was rejected, no plan",
        "no plan. put in for an assessment, declined",
        "no plan, the panel turned it down",
        "no plan and the local authority said a flat no",
    ],
)
def test_parent_refused_by_the_council_is_not_told_to_ask_for_an_assessment(words: str) -> None:
    parent = parent_who_opens_with(words, *NO_PLAN)
    assert "utter_faq_no_plan_school_help" not in parent.all_topics
    assert parent.heard[-1] == "utter_confirm_issue"
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.dispute.kinds == ["refuse_assess"]
    assert parent.draft.referral.requirement.certificate == "required"


@pytest.mark.parametrize(
    "words",
    [
        "no plan. asked the school for help and they said no",
        "no plan, we have not asked the council yet",
        "no plan, should we ask the council? the senco said no",
        "no plan. asked the council for a taxi and they said no",
        "no plan. the council said no problem",
    ],
)
def test_no_of_another_or_to_another_thing_is_no_refusal(words: str) -> None:
    parent = parent_who_opens_with(words, *NO_PLAN)
    assert "refuse_assess" not in parent.draft.progress.stated_kinds
    assert parent.heard[-1] != "utter_confirm_issue"


def test_family_assessed_already_is_asked_about_the_refusal_of_a_plan_alone() -> None:
    parent = parent_who_opens_with(
        "They did the assessment in the summer and then the council wrote and said no plan needed",
        fact("dispute", "refuse_assess", sure=False),
        fact("dispute", "refuse_plan", sure=False),
    )
    assert parent.draft.progress.unconfirmed is not None
    assert parent.draft.progress.unconfirmed.value == ["refuse_plan"]
    assert "utter_faq_refused_plan" in parent.all_topics


@pytest.mark.parametrize(
    "words",
    [
        "no they said no in writing on 20 october",
        "the review was done, they said no",
        "sorry no the council refused",
        "actually they have said no to any change",
    ],
)
def test_no_after_a_review_that_was_thought_late_can_be_appealed(words: str) -> None:
    parent = Parent()
    parent.say(
        "his last review was in march and nothing since. mum leeds",
        fact("referrer_role", "parent"),
        fact("council", "leeds"),
        fact("plan_status", "final"),
        fact("dispute", "annual_review_late"),
    )
    parent.agree()
    parent.say(words, fact("date", "2026-10-20", "decision"))
    parent.say("yes", intent="affirm")
    assert "refuse_amend" in parent.draft.referral.dispute.kinds
    assert parent.draft.referral.requirement.certificate == "required"


def test_review_that_is_still_awaited_is_late() -> None:
    parent = Parent()
    words = "the annual review is late and they said nothing"
    parent.say(words, fact("plan_status", "final"), fact("dispute", "annual_review_late"))
    parent.agree()
    assert parent.draft.progress.stated_kinds == ["annual_review_late"]
