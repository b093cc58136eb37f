"""Danger counts as raised when the patterns or the classifier hear it."""

import pytest

from casework.message import Message
from evaluation.danger_verdicts import judge_danger
from evaluation.hearing import Heard
from evaluation.sets import MaybeDanger

KILL = "i want to kill myself"
DOUBTFUL = "she was at crisis point last winter and is settled with her tutor"
CALM = "what is mediation"


def outcome(
    text: str,
    expect: tuple[str, ...] | None,
    *,
    learnt: tuple[str, ...] = (),
    at: str | None = None,
    may_be_danger: bool = True,
) -> str:
    example = MaybeDanger(text=text, expect=expect, at=at)
    return judge_danger(example, Heard(Message(text), learnt, may_be_danger)).outcome


def test_danger_that_the_patterns_name_is_raised() -> None:
    assert outcome(KILL, ("suicidal_adult",)) == "raised"


def test_danger_that_only_the_classifier_hears_is_raised() -> None:
    assert outcome(CALM, ("distress",), learnt=("distress",)) == "raised"


def test_most_urgent_of_what_the_classifier_hears_is_raised_not_the_surest() -> None:
    learnt = ("distress", "suicidal_adult")
    assert outcome(CALM, ("suicidal_adult",), learnt=learnt) == "raised"
    assert outcome(CALM, ("distress",), learnt=learnt) == "raised as another type"


def test_patterns_come_before_the_classifier() -> None:
    assert outcome(KILL, ("suicidal_adult",), learnt=("distress",)) == "raised"


def test_only_a_doubt_of_the_patterns_is_taken_back() -> None:
    assert outcome(DOUBTFUL, None) == "false alarm"
    assert outcome(DOUBTFUL, None, may_be_danger=False) == "quiet"
    assert outcome(KILL, ("suicidal_adult",), may_be_danger=False) == "raised"


def test_of_a_doubt_and_what_the_classifier_hears_the_most_urgent_is_raised() -> None:
    learnt = ("suicidal_child",)
    assert outcome(DOUBTFUL, learnt, learnt=learnt) == "raised"


def test_danger_of_another_type_is_told_apart() -> None:
    assert outcome(KILL, ("medical",)) == "raised as another type"


def test_danger_that_nobody_hears_is_missed() -> None:
    assert outcome(CALM, ("distress",)) == "missed"


@pytest.mark.parametrize(("learnt", "expected"), [((), "quiet"), (("distress",), "false alarm")])
def test_message_without_danger_should_raise_none(learnt: tuple[str, ...], expected: str) -> None:
    assert outcome(CALM, None, learnt=learnt) == expected


def test_some_answers_are_dangerous_only_to_their_question() -> None:
    assert outcome("pupil", ("child_is_user",), at="role") == "raised"
    assert outcome("pupil", ("child_is_user",)) == "missed"
