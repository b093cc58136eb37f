"""One referral is for one child: said once and early, and two children are never mixed."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.dispute.test_letter_days import day
from tests.unit.casework.parents import Parent, fact

ONE_CHILD = "utter_one_child_at_a_time"


@pytest.mark.parametrize(
    "words",
    [
        "I have twins, both refused an EHCP",
        "its about my twins",
        "both my boys got refused",
        "both of my girls were turned down",
        "hi two children with the same problem",
        "can I do both children here? they were both refused",
    ],
)
def test_parent_of_two_is_told_at_once_that_one_referral_is_for_one(words: str) -> None:
    parent = Parent()
    parent.say(words, fact("dispute", "refuse_plan"))
    assert ONE_CHILD in parent.heard
    parent.agree()
    parent.say("mum of the twins", fact("referrer_role", "parent"))
    assert ONE_CHILD not in parent.heard


@pytest.mark.parametrize(
    "words",
    [
        "one of my twins was refused an EHCP",
        "my son is a twin and was refused",
        "it's about my son, I have two boys",
        "both the school and the council said no",
        "two weeks ago they refused him",
    ],
)
def test_parent_who_writes_about_one_child_is_told_nothing_of_that(words: str) -> None:
    parent = Parent()
    parent.say(words, fact("dispute", "refuse_plan"))
    assert ONE_CHILD not in parent.heard


@pytest.mark.parametrize(
    "words",
    [
        "my other twin's letter is dated 4 November 2026",
        "her sister's letter was 4 november",
        "sorry, the second twin's letter is 4 november 2026",
        "no, the other child is 4 november",
        "his brothers letter came 4 november",
    ],
)
@pytest.mark.parametrize("question", ["certificate_held", "route_wanted", "phone", "summary"])
def test_letter_of_the_other_child_never_replaces_the_first(question: str, words: str) -> None:
    parent = at(question)
    before = parent.draft.referral.decision.letter_date
    assert before is not None
    parent.say(words, fact("date", "2026-11-04", "decision"))
    assert parent.draft.referral.decision.letter_date == before
    assert parent.draft.progress.unconfirmed is None


def test_letter_of_the_other_child_does_not_answer_for_the_first() -> None:
    parent = at("decision_date")
    parent.say("my other twin's letter is 4 november 2026", fact("date", "2026-11-04", "decision"))
    assert parent.draft.referral.decision.letter_date is None
    assert "utter_another_child_later" in parent.heard
    assert parent.asked == "decision_date"
    assert "other twin" in (parent.draft.referral.dispute.in_own_words or "")


def test_parent_with_a_letter_for_each_gives_the_first() -> None:
    parent = at("decision_date")
    text = "his was 3 november and his sister's letter was 4 november"
    parent.say(
        text,
        day(text, "3 november", "2026-11-03", "decision"),
        day(text, "4 november", "2026-11-04", "decision"),
    )
    letter = parent.draft.referral.decision.letter_date
    assert letter is not None and letter.day == 3


@pytest.mark.parametrize(
    "words",
    [
        "oh wait its a final plan. no sorry im thinking of his sister. him = assesment",
        "final plan. sorry thats his sister",
        "we have a final plan, no i meant his brother",
        "final plan - sorry, mixing him up with his twin",
    ],
)
def test_plan_taken_back_as_a_sisters_is_not_kept(words: str) -> None:
    parent = at("phone")
    assert parent.draft.referral.plan == "none"
    parent.say(words, fact("plan_status", "final"))
    assert parent.draft.referral.plan == "none"
    assert parent.draft.referral.dispute.kinds == ["refuse_assess"]


def test_sister_who_has_a_plan_herself_is_no_reason_to_drop_what_is_told() -> None:
    parent = at("phone")
    parent.say(
        "his sister is at the same school. my number is 07700 900701",
        fact("phone", "+447700900701"),
    )
    assert parent.draft.referral.contact.phone == "+447700900701"
