"""A letter's day told roughly is kept, and warns who may be short of time; no date is stored."""

from __future__ import annotations

from datetime import date

import pytest

from casework.dispute.rough_days import earliest_day
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, said

WARNS = "utter_time_may_be_short"


@pytest.mark.parametrize(
    "words",
    [
        "like september time idk",
        "end of september",
        "not sure, sometime in september",
        "beginning of october, cant find it",
        "about 2 months ago",
        "a few months ago",
        "ages ago",
        "in may",
    ],
)
def test_parent_who_may_be_short_of_time_is_warned_and_seen_to_first(words: str) -> None:
    parent = at("decision_date")
    parent.say(words)
    assert parent.heard[0] == WARNS
    referral = parent.draft.referral
    assert referral.decision.letter_date is None
    assert words in (referral.dispute.in_own_words or "")
    assert referral.handover.priority == "urgent"
    parent.say("not sure")
    assert parent.asked != "decision_date"
    assert parent.draft.referral.handover.priority == "urgent"


@pytest.mark.parametrize("words", ["early november", "end of october", "about 3 weeks ago"])
def test_parent_with_time_left_is_not_alarmed_and_the_words_are_kept(words: str) -> None:
    parent = at("decision_date")
    parent.say(words)
    assert WARNS not in parent.heard
    assert words in (parent.draft.referral.dispute.in_own_words or "")
    assert parent.draft.referral.handover.priority != "urgent"


def test_parent_who_finds_a_letter_with_time_left_is_urgent_no_more() -> None:
    parent = at("decision_date")
    parent.say("october sometime")
    assert parent.draft.referral.handover.priority == "urgent"
    parent.say("there is no letter yet")
    assert parent.draft.referral.handover.priority != "urgent"


@pytest.mark.parametrize(
    "words",
    ["he started school in september", "it was not september", "the review is in may", "not sure"],
)
def test_month_of_something_else_tells_nothing_of_the_letter(words: str) -> None:
    assert earliest_day(said(words), TODAY) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("september", date(2026, 9, 1)),
        ("mid october", date(2026, 10, 11)),
        ("end of september", date(2026, 9, 21)),
        ("december", date(2025, 12, 1)),
        ("october last year", date(2025, 10, 1)),
        ("last month", date(2026, 10, 1)),
    ],
)
def test_rough_period_begins_at_its_earliest_day(words: str, day: date) -> None:
    assert earliest_day(said(words), TODAY) == day
