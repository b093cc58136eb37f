"""Only the school, or more: who is exempt from a certificate says so, and nobody by accident."""

from __future__ import annotations

import pytest

from casework.dispute.help_not_given import is_lacking
from casework.dispute.only_the_school import is_only_the_school
from tests.unit.casework.parents import Parent, fact


def asked_whether_only_the_school() -> Parent:
    parent = Parent()
    parent.say(
        "mum, Newham, final plan, wrong school",
        fact("referrer_role", "parent"),
        fact("council", "Newham"),
        fact("plan_status", "final"),
        fact("dispute", "i_named_only"),
    )
    parent.agree()
    assert parent.asked == "school_only_check"
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "both, school and they've left the OT out of F. dont remember date",
        "just the school. no actually the OT hours was cut and all",
        "both",
        "only the school but they didn't put the speech therapy in",
        "the OT is missing, not sure what else",
        "school and they took the help out",
        "they left his speech therapy out",
        "salt has been removed, dunno why",
    ],
)
def test_help_left_out_of_the_plan_is_more_than_the_school(words: str) -> None:
    parent = asked_whether_only_the_school()
    parent.say(words)
    assert parent.draft.progress.school_only == "other_parts"
    assert parent.draft.referral.requirement.certificate == "required"


@pytest.mark.parametrize(
    "words", ["both, school and the OT left out of F", "the hours have been cut too"]
)
def test_help_left_out_puts_section_f_in_dispute(words: str) -> None:
    parent = asked_whether_only_the_school()
    parent.say(words)
    assert parent.draft.referral.dispute.sections == ["F", "I"]


@pytest.mark.parametrize(
    "words",
    [
        "we disagree with section I only",
        "just the school",
        "I don't mind the rest of it",
        "the rest is fine",
        "everything else is ok",
        "we're happy with the rest",
        "nothing else",
        "only section I",
    ],
)
def test_parent_can_say_that_it_is_only_the_school(words: str) -> None:
    parent = asked_whether_only_the_school()
    parent.say(words, fact("section", "I"))
    assert parent.draft.progress.school_only == "only_school"


@pytest.mark.parametrize(
    "words",
    [
        "the rest is rubbish",
        "nothing else is right",
        "everything else is wrong",
        "we are not happy with the rest",
        "the rest of it is terrible too",
    ],
)
def test_complaint_about_the_rest_exempts_nobody(words: str) -> None:
    assert not is_only_the_school(words)
    parent = asked_whether_only_the_school()
    parent.say(words)
    assert parent.draft.progress.school_only != "only_school"


def test_parent_can_put_right_that_it_is_only_the_school_later() -> None:
    parent = asked_whether_only_the_school()
    parent.say("other parts too")
    assert parent.draft.progress.school_only == "other_parts"
    parent.say("sorry no, its only the school", fact("only", "school"))
    assert parent.draft.progress.school_only == "other_parts"
    assert parent.heard[-1] == "utter_confirm_school_only_check"
    parent.say("yes", intent="affirm")
    assert parent.draft.progress.school_only == "only_school"


def test_school_half_heard_before_stays_beside_the_help_said_instead_of_a_yes() -> None:
    parent = Parent()
    parent.say(
        "They've named the wrong school!!!",
        fact("plan_status", "final", sure=False),
        fact("dispute", "i_named_only", sure=False),
    )
    parent.agree()
    parent.say("mum", fact("referrer_role", "parent"))
    parent.say("kent", fact("council", "kent"))
    assert parent.asked == "issue"
    parent.say("section F is rubbish", fact("section", "F"), fact("dispute", "section_f"))
    assert {"b_f_i", "section_f"} <= set(parent.draft.referral.dispute.kinds)
    assert parent.draft.referral.requirement.certificate == "required"


@pytest.mark.parametrize(
    "words",
    [
        "Is it true that its only the school",
        "only the school?",
        "is it only the school",
        "what if its only the school",
    ],
)
def test_question_about_only_the_school_exempts_nobody(words: str) -> None:
    parent = asked_whether_only_the_school()
    parent.say(words, intent="ask_school_only")
    assert parent.draft.progress.school_only is None


@pytest.mark.parametrize(
    "words", ["only the kind of school", "just the type of school", "only the sort of placement"]
)
def test_kind_of_school_alone_is_only_the_school(words: str) -> None:
    parent = asked_whether_only_the_school()
    parent.say(words)
    assert parent.draft.progress.school_only == "only_school"
    assert "i_type_only" in parent.draft.progress.stated_kinds


def test_kind_of_help_is_no_kind_of_school() -> None:
    assert not is_only_the_school("just the type of help he gets")


def test_report_left_out_of_the_list_is_no_help_left_out() -> None:
    assert not is_lacking("the plan has no OT report")
    assert is_lacking("there is no OT in the plan")


@pytest.mark.parametrize(
    "words",
    [
        "only that there is no school written, other parts is ok. yes i want him in a school",
        "no school in it, rest ok",
        "the other bits are fine, its the school",
        "just the school, all the other parts look right",
        "the rest of the plan is good",
    ],
)
def test_parent_who_says_the_rest_is_fine_means_only_the_school(words: str) -> None:
    assert is_only_the_school(words)


@pytest.mark.parametrize(
    "words",
    [
        "I don't think the rest is fine",
        "only the school, but other parts too",
        "not sure the other parts are ok",
        "the rest is not ok",
    ],
)
def test_parent_who_doubts_the_rest_does_not_mean_only_the_school(words: str) -> None:
    assert not is_only_the_school(words)


@pytest.mark.parametrize(
    "words",
    [
        *("my ex thinks its only the school", "the council say its only the school"),
        *("the senco says its just the school", "just the school for now", "no its the school"),
    ],
)
def test_nobody_is_exempt_by_what_others_think_or_only_so_far(words: str) -> None:
    parent = asked_whether_only_the_school()
    parent.say(words)
    assert parent.draft.progress.school_only is None
    assert parent.asked == "school_only_check"


def test_help_that_is_lacking_there_is_more_than_the_school() -> None:
    parent = asked_whether_only_the_school()
    parent.say("just the school, he has no 1:1 there")
    assert parent.draft.progress.school_only != "only_school"
