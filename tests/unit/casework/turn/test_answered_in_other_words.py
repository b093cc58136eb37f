"""To "I read that as … Is that right?" an answer in other words settles it as a yes does."""

from __future__ import annotations

import pytest

from casework.dispute.borne_out import kinds_agreed, kinds_borne_out
from casework.message import Entity
from tests.unit.casework.parents import Parent, fact


def unsure(kind: str) -> Entity:
    return fact("dispute", kind, sure=False)


def parent_asked_about(*kinds: str) -> Parent:
    """A parent whose dispute was read as these kinds, and who was asked whether that is right."""
    parent = Parent()
    parent.say("hello")
    parent.agree()
    parent.say("mum", fact("referrer_role", "parent"))
    while parent.asked != "issue":
        parent.say("luton", fact("council", "luton"))
    parent.say("it went like this", *(unsure(kind) for kind in kinds))
    assert parent.heard[-1] == "utter_confirm_issue"
    return parent


def kinds_of(parent: Parent) -> list[str]:
    return parent.draft.progress.stated_kinds


def test_parent_who_tells_one_of_two_refusals_was_refused_that() -> None:
    parent = parent_asked_about("refuse_assess", "refuse_plan")
    parent.say("they looked at her and just wont write it", unsure("refuse_plan"))
    assert kinds_of(parent) == ["refuse_plan"]
    assert parent.draft.progress.unconfirmed is None


def test_parent_who_repeats_that_the_assessment_is_done_was_refused_the_plan() -> None:
    parent = parent_asked_about("refuse_plan")
    words = "no ehcp even tho assesment all done"
    parent.say(words, unsure("refuse_assess"), unsure("refuse_plan"))
    assert kinds_of(parent) == ["refuse_plan"]


def test_parent_who_adds_another_part_in_other_words_keeps_both() -> None:
    parent = parent_asked_about("section_f")
    parent.say("the amount of it and the description", unsure("section_f"), unsure("section_b"))
    assert kinds_of(parent) == ["section_f", "section_b"]


def test_parent_who_tells_something_else_is_asked_about_that() -> None:
    parent = parent_asked_about("no_decision")
    parent.say("well it was more of a letter", unsure("refuse_plan"))
    assert parent.heard[-1] == "utter_confirm_issue"
    assert parent.draft.progress.unconfirmed is not None
    assert parent.draft.progress.unconfirmed.value == ["refuse_plan"]


def test_yes_with_other_words_keeps_what_was_asked_about() -> None:
    parent = parent_asked_about("section_f", "i_named_only")
    parent.say("yes the hours", unsure("section_f"))
    assert set(kinds_of(parent)) == {"section_f", "i_named_only"}


@pytest.mark.parametrize("words", ["all three", "both", "everything", "the whole lot"])
def test_all_of_several_kinds_is_a_yes(words: str) -> None:
    parent = parent_asked_about("section_b", "section_f")
    parent.say(words)
    assert kinds_of(parent) == ["section_b", "section_f"]


def test_reading_is_not_asked_a_third_time_of_who_cannot_say_it_otherwise() -> None:
    parent = parent_asked_about("section_f")
    parent.say("im not good at this sort of form")
    parent.say("its that thing I already put before")
    assert parent.draft.progress.unconfirmed is None
    assert parent.asked != "issue"
    assert "that thing I already put" in (parent.draft.referral.dispute.in_own_words or "")


def test_education_part_is_not_dropped_without_a_yes() -> None:
    assert kinds_borne_out(["section_f", "social_only"], ["social_only"]) is None
    assert kinds_borne_out(["section_f", "social_only"], ["section_f"]) == ["section_f"]


def test_parents_who_differ_bear_out_nothing_else() -> None:
    assert kinds_borne_out(["section_f", "parents_disagree"], ["parents_disagree"]) is None


def test_yes_that_tells_the_decision_leaves_no_other_decision() -> None:
    asked = ["refuse_assess", "refuse_plan"]
    assert kinds_agreed(asked, ["refuse_plan"]) == ["refuse_plan"]
    assert kinds_agreed(["no_decision", "refuse_plan"], ["refuse_plan"]) == ["refuse_plan"]
    assert kinds_agreed(["section_f"], ["transport"]) == ["section_f", "transport"]
