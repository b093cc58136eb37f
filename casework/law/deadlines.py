"""How long there is: to contact a mediation adviser, to appeal, to claim, to arrange mediation.

Rules L11, L14, L21-L24, L32 and L33; the numbers are in `data/knowledge/deadlines.yml`. Every date
is a calendar date in England.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import yaml
from holidays import HolidayBase, country_holidays
from pydantic import BaseModel, ConfigDict, Field

from casework.law.decisions import Certificate

DEADLINES_FILE = Path(__file__).resolve().parents[2] / "data" / "knowledge" / "deadlines.yml"

LONDON = ZoneInfo("Europe/London")

URGENT_DAYS = 14
SOON_DAYS = 30
"""Bands of `deadlines.urgency` (contract/referral.schema.json)."""

Urgency = Literal["passed", "urgent", "soon", "ok", "unknown"]

DateProblem = Literal["in_future", "too_old", "before_letter"]


class MonthLimits(BaseModel):
    """Time limits in calendar months."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    contact_from_letter: int = Field(gt=0)
    appeal_from_letter: int = Field(gt=0)
    appeal_from_certificate: int = Field(gt=0)
    discrimination_claim_from_act: int = Field(gt=0)


class DayLimits(BaseModel):
    """Time limits in calendar days."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    mediation_from_council_told: int = Field(gt=0)


class Limits(BaseModel):
    """The content of `data/knowledge/deadlines.yml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    source: str
    last_checked: date
    review_by: date
    signed_off_by: str | None
    earliest_letter: date
    months: MonthLimits
    days: DayLimits
    extra_closures: frozenset[date]


@dataclass(frozen=True)
class Deadlines:
    """The dates of one referral; all None and "unknown" where no date is known or none applies.

    `appeal_by_unadjusted` is the date to aim for, `appeal_by` the last day once August, Christmas,
    weekends and bank holidays are counted in. `days_left` counts calendar days to the earliest
    date that still binds.
    """

    contact_by: date | None = None
    appeal_by_unadjusted: date | None = None
    appeal_by: date | None = None
    days_left: int | None = None
    urgency: Urgency = "unknown"


@cache
def limits() -> Limits:
    """The limits of `data/knowledge/deadlines.yml`, read once.

    Raises pydantic.ValidationError where the file is not as it should be.
    """
    return Limits.model_validate(yaml.safe_load(DEADLINES_FILE.read_text(encoding="utf-8")))


def add_months(day: date, months: int) -> date:
    """The same day number that many months later (or earlier, if negative).

    Where that month has no such day, its last day: the corresponding date rule (L24). Never 30 or
    60 days.
    """
    year, month_index = divmod(day.year * 12 + day.month - 1 + months, 12)
    month = month_index + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def contact_by(letter: date) -> date:
    """The last day to contact a mediation adviser (SEND Regulations 2014 reg 33).

    Nothing is known to extend it over a weekend, August or Christmas, so nothing does.
    """
    return add_months(letter, limits().months.contact_from_letter)


def appeal_by(letter: date, certificate: date | None) -> tuple[date, date]:
    """The date to aim for, and the last day once holidays are counted in (L21-L23).

    Whichever is later: two months from the letter or one month from the certificate. So an early
    certificate never shortens the time.
    """
    months = limits().months
    unadjusted = add_months(letter, months.appeal_from_letter)
    if certificate is not None:
        unadjusted = max(unadjusted, add_months(certificate, months.appeal_from_certificate))
    return unadjusted, _last_day_for_tribunal(unadjusted)


def _last_day_for_tribunal(day: date) -> date:
    if day.month == 8:
        day = date(day.year, 9, 1)
    elif day.month == 12 and day.day >= 25:
        day = date(day.year + 1, 1, 2)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def is_working_day(day: date) -> bool:
    """True for a Monday to Friday that is no bank holiday in England and no extra closure."""
    return day.weekday() < 5 and day not in _bank_holidays() and day not in limits().extra_closures


@cache
def _bank_holidays() -> HolidayBase:
    return country_holidays("GB", subdiv="ENG")


def mediation_by(council_told: date) -> date:
    """The last day on which the council may arrange mediation for (SEND Regulations 2014 reg 36).

    Calendar days from the day on which the council was told (L14; C19 names the other readings).
    """
    return council_told + timedelta(days=limits().days.mediation_from_council_told)


def last_working_day(day: date) -> date:
    """The last day of work on which something can be done by `day`: itself or one before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


@lru_cache(maxsize=4096)
def count_working_days(today: date, day: date) -> int:
    """Working days after today up to `day`; where it has passed, those since, as a negative."""
    if day < today:
        return -count_working_days(day, today)
    return sum(
        is_working_day(today + timedelta(days=ahead)) for ahead in range(1, (day - today).days + 1)
    )


def work_out_deadlines(
    *,
    letter_date: date | None,
    certificate_date: date | None,
    certificate: Certificate,
    certificate_held: bool | None,
    live: bool,
    today: date,
) -> Deadlines:
    """The dates that bind, from the letter and the certificate.

    Without a letter date there is no date at all; nor where there is no appeal (`certificate` is
    "not_applicable") or nothing that can still be appealed (`live` is false). A certificate adds
    its month only where it is required: whether one taken out freely lengthens a school-only
    appeal is not known, so the letter's two months are shown (section 1a).
    """
    if letter_date is None or not live or certificate == "not_applicable":
        return Deadlines()
    extends = certificate == "required" and certificate_held is True
    unadjusted, adjusted = appeal_by(letter_date, certificate_date if extends else None)
    must_contact = certificate == "required" and certificate_held is not True
    contact = contact_by(letter_date)
    days_left = ((contact if must_contact else unadjusted) - today).days
    return Deadlines(
        contact_by=contact,
        appeal_by_unadjusted=unadjusted,
        appeal_by=adjusted,
        days_left=days_left,
        urgency=urgency_of(days_left),
    )


def urgency_of(days_left: int) -> Urgency:
    """The band of the contract: passed (below 0), urgent (to 14), soon (to 30), ok."""
    if days_left < 0:
        return "passed"
    if days_left <= URGENT_DAYS:
        return "urgent"
    return "soon" if days_left <= SOON_DAYS else "ok"


def check_letter_date(day: date, today: date) -> DateProblem | None:
    """What is wrong with the date of a decision letter, or None."""
    if day > today:
        return "in_future"
    return "too_old" if day < limits().earliest_letter else None


def check_certificate_date(
    certificate: date, letter: date | None, today: date
) -> DateProblem | None:
    """What is wrong with the date of a certificate, or None. The letter always comes first."""
    problem = check_letter_date(certificate, today)
    if problem is None and letter is not None and certificate < letter:
        return "before_letter"
    return problem


def left_compulsory_school_age(
    *, date_of_birth: date | None = None, age: int | None = None, today: date
) -> bool | None:
    """True once past the last Friday in June of the school year of the 16th birthday (L33).

    That day itself still counts as school age (Education Act 1996 s.8). With only an age in
    completed years, None where some people of that age have left and others have not.
    """
    if date_of_birth is not None:
        return today > _school_leaving_date(date_of_birth)
    if age is None:
        return None
    oldest = add_months(today, -12 * (age + 1)) + timedelta(days=1)
    youngest = add_months(today, -12 * age)
    if today > _school_leaving_date(youngest):
        return True
    return None if today > _school_leaving_date(oldest) else False


def _school_leaving_date(born: date) -> date:
    year = born.year + (17 if born.month >= 9 else 16)
    last_of_june = date(year, 6, 30)
    return last_of_june - timedelta(days=(last_of_june.weekday() - 4) % 7)
