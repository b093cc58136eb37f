"""A few words as the whole answer to what it is about are heard, and mostly asked about."""

from __future__ import annotations

import pytest

from casework.dispute.heard_right import heard_right
from casework.dispute.told_in_short import kind_in_short
from casework.message import Message
from casework.referral.draft import Draft


@pytest.mark.parametrize(
    "words",
    ["wont amend", "council wont amend it", "refused to alter the plan", "no amendments made"],
)
def test_parent_says_in_two_words_that_the_plan_is_not_amended(words: str) -> None:
    assert kind_in_short(words, None) == ("refuse_amend", True)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("wont change it", "refuse_amend"),
        ("no changes", "refuse_amend"),
        ("not enough hours", "section_f"),
        ("more speech therapy", "section_f"),
        ("the hours", "section_f"),
        ("he had 25 hours now its 12", "section_f"),
        ("the amount of support", "section_f"),
        ("its about how your people treated me", "complaint_kids"),
        ("one of your lot was rude on the phone", "complaint_kids"),
        ("its you im complaining about", "complaint_kids"),
        ("the lady from kids shouted at me", "complaint_kids"),
        ("your service let me down", "complaint_kids"),
        ("not doing what it says", "not_delivered"),
        ("they ignore the plan", "not_delivered"),
        ("they wont do what it says", "not_delivered"),
        ("they aint doing it", "not_delivered"),
        ("school hasnt read it", "not_delivered"),
        ("nobody is following the plan", "not_delivered"),
        ("school isnt giving any of it", "not_delivered"),
        ("no answer", "no_decision"),
        ("they havent replied", "no_decision"),
        ("the review", "annual_review_late"),
        ("type of school", "i_type_only"),
        ("which school", "i_named_only"),
        ("its the plan they said no to", "refuse_plan"),
        ("to assessing him", "refuse_assess"),
    ],
)
def test_parent_who_answers_in_few_words_is_asked_whether_it_is_that(words: str, kind: str) -> None:
    assert kind_in_short(words, None) == (kind, False)


@pytest.mark.parametrize("words", ["refused", "they said no", "turned us down", "knocked back"])
def test_no_to_a_family_without_a_plan_is_mostly_no_assessment(words: str) -> None:
    assert kind_in_short(words, "none") == ("refuse_assess", False)
    assert kind_in_short(words, None) is None


def test_too_little_help_without_a_plan_is_help_at_school() -> None:
    assert kind_in_short("not enough help", "none") == ("sen_support", False)
    assert kind_in_short("which school", "none") is None


@pytest.mark.parametrize(
    "words",
    [
        "school",
        "they sent it",
        "the school hasnt read the report",
        "help",
        "can they refuse to amend?",
        "my son is nine and he loves trains and we live in a flat near the park",
        "the school has been brilliant",
    ],
)
def test_words_that_tell_no_kind_are_left_to_be_asked_about(words: str) -> None:
    assert kind_in_short(words, "final") is None


def test_short_words_tell_a_kind_only_where_it_was_asked() -> None:
    draft = Draft()
    draft.progress.pending = "best_time"
    assert heard_right(Message("no answer"), draft).all_of("dispute") == []
