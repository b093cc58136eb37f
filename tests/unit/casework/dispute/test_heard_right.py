"""What was heard of a plan and its help, put right by what the words and the referral tell."""

from __future__ import annotations

import pytest

from casework.dispute.heard_right import heard_right
from casework.dispute.topic_that_fits import topic_that_fits
from casework.message import Entity, Message
from casework.referral.draft import Draft
from casework.referral.fields import put
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, Parent, fact, said


def with_final_plan(question: str) -> Parent:
    parent = at(question)
    put(parent.draft, "plan", "final", today=TODAY)
    return parent


@pytest.mark.parametrize(
    "words", ["not got one", "havent got one", "no not got that", "nope got none", "dont have one"]
)
def test_no_certificate_does_not_take_the_plan_away(words: str) -> None:
    parent = with_final_plan("certificate_held")
    parent.say(words, fact("plan_status", "none"))
    assert parent.draft.referral.plan == "final"
    assert parent.draft.referral.certificate.held is False


@pytest.mark.parametrize(
    "words", ["no i do have a plan. its an ehcp", "he has got a plan", "we have her ehcp here"]
)
def test_plan_that_is_said_to_be_there_is_not_taken_for_none(words: str) -> None:
    parent = with_final_plan("phone")
    parent.say(words, fact("plan_status", "none", sure=False))
    assert parent.draft.referral.plan == "final"
    assert parent.draft.progress.unconfirmed is None


@pytest.mark.parametrize("words", ["he hasn't got a plan", "there is no ehcp", "we have no plan"])
def test_parent_can_say_at_any_question_that_there_is_no_plan(words: str) -> None:
    parent = with_final_plan("phone")
    parent.say(words, fact("plan_status", "none"))
    assert parent.draft.referral.plan == "none"


@pytest.mark.parametrize("words", ["not got one", "no", "none"])
def test_parent_can_say_there_is_none_where_the_plan_is_asked_for(words: str) -> None:
    draft = Draft()
    draft.progress.pending = "plan"
    assert heard_right(said(words, fact("plan_status", "none")), draft).entities


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("early_years_college", "i have an ehcp and college wont do the help"),
        ("early_years_college", "nursery don't do what's in his plan"),
        ("sen_support", "she has a plan and school are not giving any support"),
        ("sen_support", "final plan but nobody does the hours, they never happen"),
    ],
)
def test_family_with_a_plan_is_not_advised_to_ask_for_an_assessment(kind: str, words: str) -> None:
    heard = heard_right(said(words, fact("plan_status", "final"), fact("dispute", kind)), Draft())
    assert [(one.value, one.is_sure) for one in heard.all_of("dispute")] == [
        ("not_delivered", False)
    ]


def test_family_without_a_plan_keeps_its_help_at_college() -> None:
    message = said("college wont help him", fact("dispute", "early_years_college"))
    assert heard_right(message, Draft()) == message


@pytest.mark.parametrize(
    "words",
    [
        "he dont get his one to one. she says they stopped the whole thing",
        "they dont give the help, now they've cancelled everything",
        "no help and they ended the whole plan",
    ],
)
def test_end_of_a_plan_beside_help_not_given_is_asked_about(words: str) -> None:
    parent = Parent()
    parent.say(
        words,
        fact("plan_status", "final"),
        fact("dispute", "not_delivered"),
        fact("referrer_role", "parent"),
        fact("council", "York"),
    )
    parent.agree()
    assert parent.heard[-1] == "utter_confirm_issue"
    parent.say("both")
    assert {"cease_plan", "not_delivered"} <= set(parent.draft.referral.dispute.kinds)
    assert parent.asked == "decision_date"


@pytest.mark.parametrize("words", ["both", "yes", "its both really"])
def test_end_of_a_plan_told_later_is_added_to_help_not_given(words: str) -> None:
    parent = Parent()
    parent.say("he dont get his one to one", fact("dispute", "not_delivered"))
    parent.agree()
    parent.say("mum, york", fact("referrer_role", "parent"), fact("council", "york"))
    parent.say("she says they stopped the whole thing tho")
    assert parent.heard[-1] == "utter_confirm_issue"
    parent.say(words)
    assert set(parent.draft.progress.stated_kinds) == {"cease_plan", "not_delivered"}


@pytest.mark.parametrize("words", ["they stopped his OT", "they stopped doing the OT"])
def test_help_that_stopped_is_no_end_of_the_plan(words: str) -> None:
    message = said(words, fact("dispute", "not_delivered"))
    assert heard_right(message, Draft()) == message


@pytest.mark.parametrize(
    "words",
    [
        "The plan says he should have one to one every day and he only gets two mornings",
        "it says she should get OT weekly, she gets none",
        "section F says he needs to have a TA, theres no TA",
        "its stated in the ehcp he must have salt, never happens",
    ],
)
def test_help_that_stands_in_the_plan_is_not_wrong_as_written(words: str) -> None:
    parent = Parent()
    parent.say(
        words,
        fact("plan_status", "final"),
        fact("dispute", "section_f", sure=False),
        fact("dispute", "not_delivered", sure=False),
        fact("referrer_role", "parent"),
        fact("council", "York"),
    )
    parent.agree()
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.dispute.kinds == ["not_delivered"]
    assert parent.draft.referral.requirement.certificate == "not_applicable"


@pytest.mark.parametrize(
    "words",
    [
        "I said help is not given, the plan itself is alright",
        "help is not given, nothing wrong with the plan",
        "the plan is fine, they dont do it",
        "we agree with the plan, no one gives the help",
    ],
)
def test_plan_that_is_fine_is_in_dispute_in_no_part(words: str) -> None:
    parent = Parent()
    parent.say(
        words,
        fact("plan_status", "final"),
        fact("dispute", "not_delivered"),
        fact("dispute", "refuse_plan"),
        fact("section", "F"),
    )
    parent.agree()
    assert parent.draft.referral.dispute.kinds == ["not_delivered"]
    assert parent.draft.referral.plan == "final"


@pytest.mark.parametrize("words", ["14 weeks ago i think. no appeal no", "its been months"])
def test_weeks_gone_by_do_not_wipe_the_date_of_a_letter(words: str) -> None:
    parent = at("route_wanted")
    day = parent.draft.referral.decision.letter_date
    assert day is not None
    parent.say(words, fact("dispute", "no_decision"))
    assert parent.draft.referral.decision.letter_date == day
    assert parent.draft.referral.dispute.kinds == ["refuse_assess"]


@pytest.mark.parametrize(
    ("topic", "words", "facts", "fits"),
    [
        (
            "school_only",
            "certificate only. final plan, section B, 4 October",
            [fact("section", "B")],
            "school_and_more",
        ),
        (
            "no_plan_school_help",
            "they refused to assess him, no plan",
            [fact("dispute", "refuse_assess")],
            "refused_assessment",
        ),
        ("missed_deadline", "letter i lost. date maybe end september", [], "appeal_deadline"),
        ("missed_deadline", "i think im past that", [], "missed_deadline"),
        ("missed_deadline", "is it too late? it was end september", [], "missed_deadline"),
        ("school_only", "is it needed for only the school?", [], "school_only"),
        ("school_only", "all in the plan is spot on bar the placement", [], "school_only"),
        (
            "draft_plan",
            "three drafts, no final in sight. can we meet before they finalise?",
            [fact("plan_status", "final", sure=False)],
            "draft_plan",
        ),
        ("school_only", "we agree with B and F", [fact("section", "B")], "school_only"),
        ("council_is_late", "they have not answered", [], "council_is_late"),
        (
            "help_not_given",
            "the final plan has no OT in it",
            [fact("plan_status", "final")],
            "plan_needs_or_help_wrong",
        ),
        ("help_not_given", "they dont give the OT", [], "help_not_given"),
    ],
)
def test_answer_fits_what_is_told(topic: str, words: str, facts: list[Entity], fits: str) -> None:
    message = said(words, *facts)
    assert topic_that_fits(topic, message, Draft()) == fits


@pytest.mark.parametrize(
    "words",
    [
        "dont have one",
        "never had one",
        "we didnt get one",
        "do not have it",
        "havent seen one",
        "you've got that backwards, there isnt one",
    ],
)
def test_family_without_a_certificate_is_not_said_to_hold_one(words: str) -> None:
    parent = at("certificate_held")
    parent.say(words)
    assert parent.draft.referral.certificate.held is not True


@pytest.mark.parametrize("words", ["yes got it", "have one", "got one dated", "we have it here"])
def test_family_with_a_certificate_is_said_to_hold_one(words: str) -> None:
    parent = at("certificate_held")
    parent.say(words)
    assert parent.draft.referral.certificate.held is True


def heard_at(start: int, end: int, name: str, value: str) -> Entity:
    return Entity(name, value, None, True, start, end)


@pytest.mark.parametrize("words", ["Help, they named the wrong school", "help!! its wrong school"])
def test_call_for_help_puts_no_help_in_dispute(words: str) -> None:
    parent = Parent()
    parent.say(
        words,
        heard_at(0, 20, "dispute", "section_f"),
        heard_at(0, 20, "section", "F"),
        heard_at(11, 25, "dispute", "b_f_i"),
        heard_at(11, 25, "section", "I"),
    )
    parent.agree()
    assert parent.draft.referral.dispute.sections == ["I"]
    assert "section_f" not in parent.draft.progress.stated_kinds


def test_help_that_is_wrong_stays_in_dispute() -> None:
    parent = Parent()
    parent.say(
        "help is wrong, school is wrong",
        heard_at(0, 13, "dispute", "section_f"),
        heard_at(0, 13, "section", "F"),
        heard_at(15, 30, "section", "I"),
    )
    parent.agree()
    assert parent.draft.referral.dispute.sections == ["F", "I"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("college does nothing for him, no reader no notes", "early_years_college"),
        ("nursery wont put anything in place", "early_years_college"),
        ("they had his notes from school and the college gives nothing", "early_years_college"),
        ("school does nothing, he goes to college next year", "sen_support"),
    ],
)
def test_college_or_nursery_that_does_not_help_is_no_school(words: str, kind: str) -> None:
    message = Message(words, entities=(fact("dispute", "sen_support"),))
    heard = heard_right(message, Draft()).all_of("dispute")
    assert [one.value for one in heard] == [kind]
