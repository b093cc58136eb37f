from __future__ import annotations

from datetime import date

import pytest

from casework.team.periods import (
    NotAPeriod,
    Period,
    Preset,
    count_by_week,
    first_day_within,
    period_of,
)

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("preset", "today", "first", "last"),
    [
        ("this_month", SUNDAY, date(2026, 11, 1), SUNDAY),
        ("last_month", SUNDAY, date(2026, 10, 1), date(2026, 10, 31)),
        ("last_month", date(2026, 3, 31), date(2026, 2, 1), date(2026, 2, 28)),
        ("last_month", date(2026, 1, 5), date(2025, 12, 1), date(2025, 12, 31)),
        ("this_year", SUNDAY, date(2026, 4, 1), SUNDAY),
        ("this_year", date(2026, 3, 31), date(2025, 4, 1), date(2026, 3, 31)),
        ("this_year", date(2026, 4, 1), date(2026, 4, 1), date(2026, 4, 1)),
        ("last_12_weeks", SUNDAY, date(2026, 8, 31), SUNDAY),
        ("last_12_weeks", date(2026, 11, 23), date(2026, 9, 7), date(2026, 11, 23)),
    ],
)
def test_manager_gets_the_period_that_its_name_says(
    preset: Preset, today: date, first: date, last: date
) -> None:
    assert period_of(preset, today) == Period(first, last)


def test_last_twelve_weeks_are_twelve() -> None:
    assert len(period_of("last_12_weeks", SUNDAY).weeks) == 12


@pytest.mark.parametrize("last", [date(2026, 11, 21), date(2030, 1, 1)])
def test_period_that_ends_before_it_begins_or_never_is_none(last: date) -> None:
    with pytest.raises(NotAPeriod):
        Period(SUNDAY, last)


def test_weeks_without_any_referral_are_counted_as_none() -> None:
    period = Period(date(2026, 11, 4), date(2026, 11, 22))
    by_day = {date(2026, 11, 4): 2, date(2026, 11, 8): 1, date(2026, 11, 16): 3}
    assert count_by_week(period, by_day) == {
        date(2026, 11, 2): 3,
        date(2026, 11, 9): 0,
        date(2026, 11, 16): 3,
    }


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 11, 20), date(2026, 11, 18)),
        (date(2026, 11, 23), date(2026, 11, 19)),
        # Over Christmas: 25 and 28 December 2026 are bank holidays in England.
        (date(2026, 12, 29), date(2026, 12, 23)),
        # Monday 31 August 2026 is one.
        (date(2026, 9, 1), date(2026, 8, 27)),
    ],
)
def test_two_working_days_are_counted_past_weekends_and_bank_holidays(
    today: date, first: date
) -> None:
    assert first_day_within(today, 2) == first
