"""When the team can be reached, and how: `data/knowledge/service.yml`.

Times are those of clocks in England. Bank holidays in England are closed; school holidays are not.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Literal, Self

import phonenumbers
import yaml
from holidays import HolidayBase, country_holidays
from pydantic import BaseModel, ConfigDict, Field, model_validator

from casework.law.deadlines import LONDON
from casework.referral.show import show_date

SERVICE_FILE = Path(__file__).resolve().parents[2] / "data" / "knowledge" / "service.yml"

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
_LOOKED_AHEAD = 60


class Hours(BaseModel):
    """From when to when on one day."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    opens: time
    closes: time

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.opens >= self.closes:
            raise ValueError("closes before it opens")
        return self


class ServiceDetails(BaseModel):
    """The content of `data/knowledge/service.yml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    source: str
    last_checked: date
    review_by: date
    signed_off_by: str | None
    name: str
    phone: str
    email: str
    hours: dict[Weekday, Hours] = Field(min_length=1)
    closed_on: frozenset[date]

    @property
    def phone_link(self) -> str:
        """What a `tel:` link dials: "+443330062835"."""
        number = phonenumbers.parse(self.phone, "GB")
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)

    @property
    def usual_hours(self) -> str:
        """The week in words: "Monday to Friday, 9am to 5pm"; days that differ are told apart."""
        runs: list[tuple[list[str], Hours]] = []
        before = None
        for number, name in enumerate(WEEKDAYS):
            hours = self.hours.get(name)
            if hours is None:
                continue
            if runs and before == number - 1 and runs[-1][1] == hours:
                runs[-1][0].append(name.title())
            else:
                runs.append(([name.title()], hours))
            before = number
        return "; ".join(
            f"{days[0]} to {days[-1]}, {_in_words(hours)}"
            if len(days) > 1
            else f"{days[0]}, {_in_words(hours)}"
            for days, hours in runs
        )


@cache
def service_details() -> ServiceDetails:
    """The details of `data/knowledge/service.yml`, read once."""
    with SERVICE_FILE.open(encoding="utf-8") as file:
        return ServiceDetails.model_validate(yaml.safe_load(file))


def hours_of(day: date, details: ServiceDetails | None = None) -> Hours | None:
    """When we are open on this day; None when we are closed."""
    details = details or service_details()
    if day in details.closed_on or day in _bank_holidays():
        return None
    return details.hours.get(WEEKDAYS[day.weekday()])


def is_open(now: datetime, details: ServiceDetails | None = None) -> bool:
    """True while somebody is there. `now` has a time zone."""
    local = now.astimezone(LONDON)
    hours = hours_of(local.date(), details)
    return hours is not None and hours.opens <= local.time() < hours.closes


def next_opening(now: datetime, details: ServiceDetails | None = None) -> datetime | None:
    """When we open next, in England's time; None if that is not within two months."""
    local = now.astimezone(LONDON)
    for ahead in range(_LOOKED_AHEAD):
        day = local.date() + timedelta(days=ahead)
        hours = hours_of(day, details)
        if hours is not None:
            opening = datetime.combine(day, hours.opens, LONDON)
            if opening > local:
                return opening
    return None


def describe_opening(now: datetime, details: ServiceDetails | None = None) -> str:
    """Whether we are there: "We are open now, until 5pm." or "We open Monday at 9am."

    A day more than six days off is named with its date.
    """
    local = now.astimezone(LONDON)
    if is_open(now, details):
        hours = hours_of(local.date(), details)
        assert hours is not None
        return f"We are open now, until {show_time(hours.closes)}."
    opening = next_opening(now, details)
    if opening is None:
        return "We are closed just now."
    days = (opening.date() - local.date()).days
    if days == 0:
        when = "today"
    elif days == 1:
        when = "tomorrow"
    else:
        when = f"{opening:%A}"
    if days > 6:
        when = f"on {opening:%A} {show_date(opening.date())}"
    return f"We open {when} at {show_time(opening.time())}."


def show_time(moment: time) -> str:
    """The time as people say it: 9am, 5.30pm, midday."""
    if (moment.hour, moment.minute) == (12, 0):
        return "midday"
    minutes = f".{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def _in_words(hours: Hours) -> str:
    return f"{show_time(hours.opens)} to {show_time(hours.closes)}"


@cache
def _bank_holidays() -> HolidayBase:
    return country_holidays("GB", subdiv="ENG")
