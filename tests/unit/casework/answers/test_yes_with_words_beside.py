"""A plain answer stays what it is, whatever ordinary words stand beside it."""

from __future__ import annotations

import pytest

from casework.answers import read_answer
from casework.dispute.only_the_school import says_nothing_else
from casework.people.contact_told import join_times
from casework.people.limits_told import limits_told
from casework.referral.draft import Draft
from tests.unit.casework.answers.test_family_agreed import senco_asked_for_permission
from tests.unit.casework.answers.test_papers_told_in_short import answer_to
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, said


@pytest.mark.parametrize(
    "words",
    [
        "yes refused mediation and got the certificate",
        "I refused mediation and have the certificate",
        "yes i booked it and got the cert",
        "yes got it at the appointment",
        "I got it when I refused mediation",
        "yes it says I refused",
    ],
)
def test_who_refused_mediation_and_got_the_certificate_has_it(words: str) -> None:
    assert answer_to("certificate_held", words) is True


@pytest.mark.parametrize(
    "words", ["I have requested a certificate", "yes I've ordered it", "we have it booked"]
)
def test_who_only_asked_for_the_certificate_has_none(words: str) -> None:
    assert answer_to("certificate_held", words) is False


@pytest.mark.parametrize(
    ("words", "plan", "is_sure"),
    [
        ("yes he has one and needs it", "final", True),
        ("he has one but they are assessing him again", "final", True),
        ("no he needs one", "none", True),
        ("no but he should have one", "none", True),
        ("he needs a plan", "none", False),
        ("he should have got one by now", "none", False),
    ],
)
def test_child_who_has_a_plan_and_needs_it_has_it(words: str, plan: str, is_sure: bool) -> None:
    answer = read_answer("plan", said(words), Draft(), TODAY)
    assert answer is not None
    assert (answer.facts[0].value, answer.facts[0].is_sure) == (plan, is_sure)


@pytest.mark.parametrize(
    "words",
    ["yeah mum has said yes, dad doesn't know", "dad doesn't know yet but mum agreed"],
)
def test_yes_of_one_parent_beside_another_who_does_not_know_is_asked_about(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    waiting = senco.draft.progress.unconfirmed
    assert not senco.draft.referral.has_permission
    assert waiting is not None
    assert waiting.value["given"] is True


@pytest.mark.parametrize("words", ["any way but texts are best", "anything but email is easier"])
def test_way_that_is_best_is_never_the_one_left_out(words: str) -> None:
    answer = read_answer("safe_contact", said(words), Draft(), TODAY)
    told = {} if answer is None else {fact.field: fact.value for fact in answer.facts}
    assert False not in dict(told.get("safe_contact", {})).values()


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("don't ring in the mornings", "dont ring in the mornings"),
        ("my mum might answer", "but my mum might answer"),
    ],
)
def test_what_to_heed_is_kept_once_however_it_is_typed(first: str, again: str) -> None:
    assert join_times(None, [first, again]) == first


@pytest.mark.parametrize("words", ["not until you tell me why", "not until I know more"])
def test_parent_who_asks_why_first_tells_no_time_to_call(words: str) -> None:
    assert limits_told(said(words), asked="phone") == []


def test_who_can_think_of_no_need_after_a_yes_is_helped() -> None:
    parent = at("access_needs")
    parent.say("yes, can't think of any right now")
    assert parent.draft.referral.access.needs == []
    assert parent.asked == "access_needs"


@pytest.mark.parametrize("words", ["nothing else in it is right", "nothing else works for him"])
def test_plan_in_which_nothing_else_is_right_has_more_wrong_than_the_school(words: str) -> None:
    assert not says_nothing_else(words)
