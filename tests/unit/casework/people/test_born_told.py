"""A birth that is told in figures alone, or in part."""

from __future__ import annotations

from datetime import date

import pytest

from casework.people.ages_told import age_by_year, birth_in_figures, with_year_told
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("words", ["03052014", "030514", "dob 03052014"])
def test_birth_is_read_from_figures_that_run_together(words: str) -> None:
    assert birth_in_figures(words) == date(2014, 5, 3)


@pytest.mark.parametrize("words", ["310214", "07700 900123", "9", "12 05", "485 777 3456"])
def test_other_figures_are_no_birth(words: str) -> None:
    assert birth_in_figures(words) is None


@pytest.mark.parametrize(
    ("words", "age"), [("born 2014", 12), ("may 2014", 12), ("born in december 2014", 11)]
)
def test_age_is_reckoned_from_the_year(words: str, age: int) -> None:
    assert age_by_year(words, TODAY) == age


def test_age_by_the_year_alone_is_asked_about() -> None:
    parent = at("child_age")
    parent.say("born in 2014")
    assert parent.asked == "child_age"
    parent.say("yes")
    assert parent.draft.referral.child.age == 12


def test_day_of_a_birth_stays_in_the_year_that_is_told() -> None:
    assert with_year_told("2026-05-03", "May 3 2014") == "2014-05-03"
    parent = at("child_age")
    parent.say("May 3 2014", fact("date", "2026-05-03"))
    assert parent.draft.referral.child.date_of_birth == date(2014, 5, 3)


def test_ten_or_eleven_is_no_child_born_this_month() -> None:
    parent = at("child_age")
    parent.say("10/11", fact("date", "2026-11-10", sure=False))
    assert parent.draft.progress.unconfirmed is None


@pytest.mark.parametrize("words", ["i was 17 when i had him", "since he was 4", "4 june"])
def test_age_of_long_ago_is_not_the_childs(words: str) -> None:
    parent = at("child_age")
    parent.say(words)
    assert parent.draft.referral.child.age is None


def test_mothers_age_then_is_not_the_childs_now() -> None:
    parent = at("child_age")
    parent.say("i was 17 when i had him, he is 9", fact("age", 9, "child"))
    assert parent.draft.referral.child.age == 9


@pytest.mark.parametrize(
    ("day", "words"),
    [("2014-05-03", "03/05/14, got his plan in 2019"), ("2016-02-29", "29/2/16, plan 2019")],
)
def test_day_that_tells_its_own_year_is_not_moved_to_that_of_a_plan(day: str, words: str) -> None:
    assert with_year_told(day, words) == day


@pytest.mark.parametrize("words", ["9 junior school", "9 juniors"])
def test_age_beside_the_juniors_is_no_day_of_june(words: str) -> None:
    parent = at("child_age")
    parent.say(words)
    assert parent.draft.referral.child.age == 9
