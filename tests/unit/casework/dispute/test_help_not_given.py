"""Help in a plan that nobody gives: no appeal follows from it, unless its wording is wrong too."""

from __future__ import annotations

import pytest

from casework.dispute.help_not_given import is_cut_from_plan
from tests.unit.casework.parents import Parent, fact

ITS_SECTION = (fact("section", "F"), fact("dispute", "section_f", sure=False))
NOT_GIVEN = fact("dispute", "not_delivered")


def mum_who_is_asked_what_is_wrong() -> Parent:
    parent = Parent()
    parent.say("mum, York", fact("referrer_role", "parent"), fact("council", "York"))
    parent.agree()
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "section F isnt followed",
        "the hours in section F are not given",
        "they dont do what section F says",
        "section f not delivered since september",
    ],
)
def test_mum_whose_section_f_is_not_followed_is_not_told_that_she_can_appeal(words: str) -> None:
    parent = mum_who_is_asked_what_is_wrong()
    parent.say(words, *ITS_SECTION, NOT_GIVEN)
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.dispute.kinds == ["not_delivered"]
    assert parent.draft.referral.requirement.certificate == "not_applicable"


@pytest.mark.parametrize(
    "words",
    [
        "section F is vague and they dont do it either",
        "the wording of section F is wrong and its not followed",
        "section F isnt enough and its not given",
        "section F isnt followed and its vague",
    ],
)
def test_mum_who_also_says_that_the_wording_is_wrong_still_needs_a_certificate(words: str) -> None:
    parent = mum_who_is_asked_what_is_wrong()
    parent.say(words, *ITS_SECTION, NOT_GIVEN)
    parent.say("yes", intent="affirm")
    assert "section_f" in parent.draft.referral.dispute.kinds
    assert parent.draft.referral.requirement.certificate == "required"


@pytest.mark.parametrize(
    "words",
    [
        "section F isnt followed and its vague",
        "they don't deliver section F and it's too vague to enforce",
        "they dont do section F. its not specific",
        "section F isnt followed, the wording is woolly",
    ],
)
def test_mum_whose_section_f_is_not_followed_and_vague_is_asked_whether_it_is_both(
    words: str,
) -> None:
    parent = mum_who_is_asked_what_is_wrong()
    parent.say(words, fact("section", "F"), NOT_GIVEN)
    assert parent.heard[-1] == "utter_confirm_issue"
    parent.say("yes", intent="affirm")
    assert parent.asked == "decision_date"
    assert set(parent.draft.referral.dispute.kinds) == {"section_f", "not_delivered"}
    assert parent.draft.referral.requirement.certificate == "required"


def test_school_that_is_wrong_is_not_made_exempt_by_help_that_is_not_given() -> None:
    parent = mum_who_is_asked_what_is_wrong()
    parent.say(
        "wrong school and section F isnt followed",
        *ITS_SECTION,
        fact("section", "I"),
        fact("dispute", "i_named_only"),
        NOT_GIVEN,
    )
    assert set("FI") <= set(parent.draft.referral.dispute.sections)
    assert parent.draft.referral.requirement.certificate != "not_required"


def test_mum_who_says_at_the_letter_that_help_is_not_given_is_asked_whether_it_is_that() -> None:
    parent = mum_who_is_asked_what_is_wrong()
    parent.say("section F", fact("section", "F"), fact("dispute", "section_f"))
    assert parent.asked == "decision_date"
    parent.say(
        "its not about a letter, they arent giving it", fact("dispute", "not_delivered", sure=False)
    )
    assert parent.heard[-1] == "utter_confirm_issue"
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.dispute.kinds == ["not_delivered"]
    assert "utter_route_not_delivered" in parent.heard


@pytest.mark.parametrize("words", ["help not given", "the help isnt given", "hours not provided"])
def test_parent_can_answer_what_is_wrong_with_help_not_given(words: str) -> None:
    parent = mum_who_is_asked_what_is_wrong()
    parent.say(words)
    assert parent.draft.progress.stated_kinds == ["not_delivered"]


@pytest.mark.parametrize(
    "words",
    [
        "her ehcp is final but no OT in it",
        "The final plan has no speech therapy in Section F",
        "no the OT isnt written in it at all",
        "they left the OT out",
        "the plan doesn't mention OT",
        "final plan contains no speech and language therapy",
        "salt is not in section F",
        "the physio was left out",
        "no therapy in the plan",
        "the hours are not written in the plan",
    ],
)
def test_help_that_the_plan_does_not_hold_can_be_appealed(words: str) -> None:
    parent = mum_who_is_asked_what_is_wrong()
    parent.say(words, fact("plan_status", "final"), fact("dispute", "not_delivered", sure=False))
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.dispute.kinds == ["section_f"]
    assert parent.draft.referral.requirement.certificate == "required"


@pytest.mark.parametrize(
    "words",
    [
        "he gets no OT in school",
        "OT in the plan is not given",
        "no OT in place since september",
        "the plan says OT and there is no OT",
        "they dont do the hours in his plan",
        "the help isnt happening",
    ],
)
def test_help_that_the_plan_holds_is_not_given(words: str) -> None:
    parent = mum_who_is_asked_what_is_wrong()
    parent.say(words, fact("plan_status", "final"), fact("dispute", "not_delivered", sure=False))
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.dispute.kinds == ["not_delivered"]


@pytest.mark.parametrize(
    "words",
    [
        "plan hours being cut",
        "hours cut in the plan",
        "his therapy was taken out of the new plan",
        "new plan came and theyve cut his 1:1",
        "theyve cut his hours in the amended plan",
    ],
)
def test_help_cut_from_the_plan_itself_can_be_appealed(words: str) -> None:
    assert is_cut_from_plan(words)


@pytest.mark.parametrize(
    "words", ["hours cut by school, plan still says 20", "the plan is fine, nobody gives the help"]
)
def test_help_cut_by_the_school_is_not_cut_from_the_plan(words: str) -> None:
    assert not is_cut_from_plan(words)


@pytest.mark.parametrize(
    "words",
    ["the plan says 20 hours but school has cut the hours", "school halved his 1:1 in the plan"],
)
def test_help_that_the_school_cut_still_stands_in_the_plan(words: str) -> None:
    assert not is_cut_from_plan(words)
