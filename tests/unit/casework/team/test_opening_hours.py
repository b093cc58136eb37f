from __future__ import annotations

from datetime import date, datetime, time

import pytest
from pydantic import ValidationError

from casework.team.opening_hours import (
    LONDON,
    Hours,
    ServiceDetails,
    describe_opening,
    is_open,
    next_opening,
    service_details,
    show_time,
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def with_hours(**changes: object) -> ServiceDetails:
    return ServiceDetails.model_validate({**service_details().model_dump(), **changes})


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-11-20T09:00", "We are open now, until 5pm."),
        ("2026-11-20T16:59", "We are open now, until 5pm."),
        ("2026-11-20T08:59", "We open today at 9am."),
        ("2026-11-19T17:00", "We open tomorrow at 9am."),
        ("2026-11-20T17:00", "We open Monday at 9am."),
        ("2026-11-21T12:00", "We open Monday at 9am."),
        ("2026-11-22T23:59", "We open tomorrow at 9am."),
        # Good Friday to Easter Monday, and a Christmas whose Boxing Day is made up for on Monday.
        ("2026-04-02T18:00", "We open Tuesday at 9am."),
        ("2026-12-24T18:00", "We open Tuesday at 9am."),
        ("2026-08-31T10:00", "We open tomorrow at 9am."),
    ],
)
def test_parent_is_told_when_somebody_is_there(now: str, words: str) -> None:
    assert describe_opening(at(now)) == words


def test_times_are_those_of_clocks_in_england_in_summer_too() -> None:
    assert is_open(datetime.fromisoformat("2026-07-06T08:30:00+00:00"))
    assert not is_open(datetime.fromisoformat("2026-07-06T16:30:00+00:00"))
    assert not is_open(datetime.fromisoformat("2026-11-23T08:30:00+00:00"))


def test_a_day_far_off_is_named_with_its_date() -> None:
    closed = with_hours(closed_on=[date(2026, 11, day) for day in range(23, 31)])
    assert describe_opening(at("2026-11-21T12:00"), closed) == (
        "We open on Tuesday 1 December 2026 at 9am."
    )


def test_nobody_is_promised_where_we_stay_closed() -> None:
    never = with_hours(hours={"monday": {"opens": "09:00", "closes": "10:00"}}).model_copy(
        update={"hours": {}}
    )
    assert next_opening(at("2026-11-21T12:00"), never) is None
    assert describe_opening(at("2026-11-21T12:00"), never) == "We are closed just now."


def test_week_is_told_in_one_line() -> None:
    assert service_details().usual_hours == "Monday to Friday, 9am to 5pm"
    uneven = with_hours(
        hours={
            "monday": {"opens": "09:30", "closes": "12:00"},
            "tuesday": {"opens": "09:30", "closes": "12:00"},
            "thursday": {"opens": "13:00", "closes": "17:15"},
        }
    )
    assert uneven.usual_hours == "Monday to Tuesday, 9.30am to midday; Thursday, 1pm to 5.15pm"


def test_phone_number_can_be_dialled() -> None:
    assert service_details().phone_link == "+443330062835"


def test_midnight_is_a_time_too() -> None:
    assert show_time(time(0, 5)) == "12.05am"


def test_a_day_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValidationError):
        Hours(opens=time(17), closes=time(9))
