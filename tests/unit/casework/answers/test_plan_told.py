"""Whether there is a plan: held, asked for, only wished for, or about to be taken away."""

from __future__ import annotations

import pytest

from casework.answers import read_answer
from casework.answers.reading import Answer
from casework.referral.draft import Draft
from tests.unit.casework.parents import TODAY, said


def told(words: str) -> Answer:
    answer = read_answer("plan", said(words), Draft(), TODAY)
    assert answer is not None
    return answer


@pytest.mark.parametrize(
    ("words", "plan"),
    [
        ("not yet they are assessing him", "requested"),
        ("no its being assessed", "requested"),
        ("no, they are doing the assessment now", "requested"),
        ("she is under assessment", "requested"),
        ("we've applied", "requested"),
        ("school are applying", "requested"),
        ("they've agreed to assess", "requested"),
        ("had one but they took it off her", "ended"),
        ("amended one just came", "final"),
        ("proposed amended plan", "draft"),
        ("no they refused to assess him", "none"),
        ("no, they are not assessing him", "none"),
        ("not had one", "none"),
        ("he hasn't got one", "none"),
        ("no", "none"),
        ("yes", "final"),
        ("he has one", "final"),
        ("got one in 2022 after the assessment", "final"),
        ("draft", "draft"),
        ("they ended it", "ended"),
    ],
)
def test_state_of_the_plan_is_read(words: str, plan: str) -> None:
    fact = told(words).facts[0]
    assert (fact.value, fact.is_sure) == (plan, True)


@pytest.mark.parametrize(
    ("words", "plan"),
    [
        ("we are waiting for the final one", "draft"),
        ("he should have one", "none"),
        ("we think he should have one", "none"),
        ("she ought to have one", "none"),
        ("They said he needs one but hasn't got one", "none"),
        ("hasn't got one but needs one", "none"),
        ("he deserves a plan", "none"),
    ],
)
def test_plan_that_is_waited_or_wished_for_is_asked_about(words: str, plan: str) -> None:
    fact = told(words).facts[0]
    assert (fact.value, fact.is_sure) == (plan, False)


@pytest.mark.parametrize("words", ["yes but its ending", "yes but they want to take it off him"])
def test_plan_that_is_to_end_is_asked_about_as_such(words: str) -> None:
    plan, issue = told(words).facts
    assert plan.value == "final"
    assert (issue.value, issue.is_sure) == (["cease_plan"], False)


def test_refusal_beside_a_no_is_kept_for_the_team() -> None:
    assert told("no they wont give him one").keeps == "no they wont give him one"
    assert told("no").keeps is None
