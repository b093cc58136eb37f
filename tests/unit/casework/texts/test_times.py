"""When we may text a number of our own accord: safe, not at night, three times a day at most."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.texts.times import (
    LONDON,
    MOST_A_DAY,
    NEVER,
    SEND,
    Texted,
    is_answer,
    is_quiet,
    may_text,
    start_of_day,
)

SAFE = Texted(is_safe_to_text=True)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
_ANY_TIME = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))


@pytest.mark.parametrize("safe", [True, False, None])
@given(now=_ANY_TIME, sent=st.integers(0, 50))
def test_an_answer_goes_at_any_hour_and_however_many_there_were(
    safe: bool | None, now: datetime, sent: int
) -> None:
    assert may_text(now, started_by_us=False, contact=Texted(safe), sent_today=sent) == SEND


@pytest.mark.parametrize("started_by_us", [True, False])
@given(now=_ANY_TIME)
def test_who_opted_out_gets_nothing(started_by_us: bool, now: datetime) -> None:
    contact = Texted(True, has_opted_out=True)
    assert may_text(now, started_by_us=started_by_us, contact=contact, sent_today=0) == NEVER


@pytest.mark.parametrize("safe", [False, None])
def test_we_never_start_where_nobody_said_that_texts_are_safe(safe: bool | None) -> None:
    assert may_text(NOON, started_by_us=True, contact=Texted(safe), sent_today=0) == NEVER


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-11-20T21:00+00:00", "2026-11-21T08:00+00:00"),
        ("2026-11-20T23:30+00:00", "2026-11-21T08:00+00:00"),
        ("2026-11-21T07:59+00:00", "2026-11-21T08:00+00:00"),
        # Summer time: 20:30 UTC is 21:30 in London, 7:30 UTC is 8:30.
        ("2026-07-01T20:30+00:00", "2026-07-02T08:00+01:00"),
        ("2026-07-01T06:30+00:00", "2026-07-01T08:00+01:00"),
        # The night on which the clocks go forward.
        ("2026-03-28T22:00+00:00", "2026-03-29T08:00+01:00"),
        ("2026-10-24T22:00+01:00", "2026-10-25T08:00+00:00"),
    ],
)
def test_a_text_of_ours_waits_at_night_until_eight_in_london(now: str, until: str) -> None:
    verdict = may_text(datetime.fromisoformat(now), started_by_us=True, contact=SAFE, sent_today=0)
    assert verdict.may == "wait_until"
    assert verdict.until == datetime.fromisoformat(until)


@pytest.mark.parametrize("hour", [8, 12, 20])
def test_a_text_of_ours_goes_by_day(hour: int) -> None:
    now = datetime(2026, 7, 1, hour, 59, tzinfo=LONDON)
    assert may_text(now, started_by_us=True, contact=SAFE, sent_today=MOST_A_DAY - 1) == SEND


def test_the_fourth_text_of_a_day_waits_until_the_next_morning() -> None:
    verdict = may_text(NOON, started_by_us=True, contact=SAFE, sent_today=MOST_A_DAY)
    assert verdict.until == datetime(2026, 11, 21, 8, tzinfo=UTC)


@given(now=_ANY_TIME, sent=st.integers(0, 6))
def test_what_waits_may_be_sent_by_day_at_the_end_of_the_wait(now: datetime, sent: int) -> None:
    verdict = may_text(now, started_by_us=True, contact=SAFE, sent_today=sent)
    assert (verdict.until is not None) == (verdict.may == "wait_until")
    if verdict.until is not None:
        assert now < verdict.until <= now + timedelta(days=2)
        assert may_text(verdict.until, started_by_us=True, contact=SAFE, sent_today=0) == SEND
    else:
        assert not is_quiet(now)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        may_text(datetime(2026, 1, 1), started_by_us=True, contact=SAFE, sent_today=0)


def test_what_our_team_writes_within_the_hour_is_an_answer() -> None:
    assert is_answer(NOON, asked_at=NOON - timedelta(minutes=50))
    assert not is_answer(NOON, asked_at=NOON - timedelta(hours=2))
    assert not is_answer(NOON, asked_at=None)


def test_today_begins_at_midnight_in_london() -> None:
    night = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert start_of_day(night) == datetime(2026, 7, 1, 23, tzinfo=UTC)
