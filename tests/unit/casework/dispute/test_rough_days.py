"""A day told roughly is no date that a letter bears; it is kept in the family's own words."""

from __future__ import annotations

import pytest

from casework.dispute.rough_days import tells_rough_day
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact

ROUGHLY = [
    "about a month ago",
    "around 3 weeks ago",
    "a couple of weeks ago",
    "last month",
    "2 months ago",
    "a month or so ago",
    "few weeks ago i think",
    "roughly 6 weeks ago",
    "maybe a month",
    "over a month ago",
    "like a month ago",
]


@pytest.mark.parametrize("words", ROUGHLY)
def test_parent_who_tells_a_rough_day_is_asked_for_the_date_on_the_letter(words: str) -> None:
    parent = at("decision_date")
    parent.say(words, fact("date", "2026-10-21", sure=False))
    assert parent.heard[-1] == "utter_help_decision_date"
    assert parent.asked == "decision_date"
    assert words in (parent.draft.referral.dispute.in_own_words or "")
    parent.say("16 october 2026", fact("date", "2026-10-16"))
    assert str(parent.draft.referral.decision.letter_date) == "2026-10-16"


def test_parent_who_has_no_other_day_goes_on() -> None:
    parent = at("decision_date")
    parent.say("about a month ago", fact("date", "2026-10-21", sure=False))
    parent.say("i said about a month ago", fact("date", "2026-10-21", sure=False))
    assert parent.draft.referral.decision.letter_date is None
    assert parent.asked == "certificate_held"


@pytest.mark.parametrize(
    "words",
    ["3 weeks ago i think", "last week", "yesterday", "16 october", "about the 16th of october"],
)
def test_day_that_can_be_counted_is_not_rough(words: str) -> None:
    assert not tells_rough_day(words)
