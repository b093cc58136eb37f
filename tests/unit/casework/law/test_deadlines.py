"""How long parents have, by the letter and the certificate in their hands."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.law.deadlines import (
    Deadlines,
    add_months,
    appeal_by,
    check_certificate_date,
    check_letter_date,
    contact_by,
    count_working_days,
    is_working_day,
    last_working_day,
    left_compulsory_school_age,
    limits,
    mediation_by,
    urgency_of,
    work_out_deadlines,
)

VECTORS = json.loads((Path(__file__).parent / "deadline_vectors.json").read_text("utf-8"))
TODAY = date(2026, 11, 21)
LETTERS = st.dates(date(2014, 9, 1), date(2035, 12, 31))


def deadlines(
    letter=date(2026, 10, 7), certificate_date=None, certificate="required", held=False, live=True
):
    return work_out_deadlines(
        letter_date=letter,
        certificate_date=certificate_date,
        certificate=certificate,
        certificate_held=held,
        live=live,
        today=TODAY,
    )


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: v["note"])
def test_dates_are_those_worked_out_by_hand(vector):
    letter = date.fromisoformat(vector["decision"])
    certificate = vector["certificate"] and date.fromisoformat(vector["certificate"])
    unadjusted, adjusted = appeal_by(letter, certificate)
    assert contact_by(letter).isoformat() == vector["contact_by"]
    assert unadjusted.isoformat() == vector["appeal_raw"]
    assert adjusted.isoformat() == vector["appeal_adjusted"]


@given(LETTERS, st.integers(0, 120))
def test_certificate_never_shortens_the_time(letter, days):
    certificate = letter + timedelta(days=days)
    with_it, last_with_it = appeal_by(letter, certificate)
    without, last_without = appeal_by(letter, None)
    assert with_it >= without
    assert last_with_it >= last_without


@given(LETTERS)
def test_last_day_is_a_working_day_and_leaves_august_and_christmas(letter):
    unadjusted, adjusted = appeal_by(letter, None)
    assert adjusted >= unadjusted
    assert is_working_day(adjusted)
    # Only a limit that ends in the holidays itself leaves them: one that ends on Saturday
    # 24 December runs to the next working day, which may be the 28th.
    if unadjusted.month == 8:
        assert adjusted.month == 9
    if unadjusted.month == 12 and unadjusted.day >= 25:
        assert adjusted.month == 1


@given(LETTERS, st.integers(-300, 300))
def test_months_keep_the_day_or_end_with_the_month(day, months):
    later = add_months(day, months)
    is_last_of_month = (later + timedelta(days=1)).month != later.month
    assert later.day == day.day or (later.day < day.day and is_last_of_month)
    assert (later.year - day.year) * 12 + later.month - day.month == months


def test_parent_without_the_letters_date_is_given_no_date():
    assert deadlines(letter=None, certificate_date=date(2026, 11, 1), held=True) == Deadlines()


def test_parent_with_no_appeal_to_make_is_given_no_date():
    assert deadlines(certificate="not_applicable") == Deadlines()
    assert deadlines(live=False) == Deadlines()


def test_parent_who_needs_a_certificate_counts_to_the_contact_date():
    found = deadlines()
    assert found.contact_by == date(2026, 12, 7)
    assert found.days_left == 16
    assert found.urgency == "soon"


def test_parent_with_a_late_certificate_counts_to_the_appeal_date():
    found = deadlines(date(2026, 9, 1), date(2026, 10, 30), held=True)
    assert found.contact_by == date(2026, 11, 1)
    assert found.appeal_by_unadjusted == date(2026, 11, 30)
    assert found.days_left == 9
    assert found.urgency == "urgent"


def test_parent_with_a_certificate_of_unknown_date_keeps_the_letters_date():
    assert deadlines(held=True).appeal_by_unadjusted == date(2026, 12, 7)


@pytest.mark.parametrize("certificate", ["not_required", "unclear"])
def test_certificate_that_may_not_be_needed_adds_no_time(certificate):
    found = deadlines(date(2026, 9, 1), date(2026, 10, 30), certificate, held=True)
    assert found.appeal_by_unadjusted == date(2026, 11, 1)
    assert found.urgency == "passed"


@pytest.mark.parametrize(
    ("days", "urgency"),
    [(-1, "passed"), (0, "urgent"), (14, "urgent"), (15, "soon"), (30, "soon"), (31, "ok")],
)
def test_urgency_follows_the_days_left(days, urgency):
    assert urgency_of(days) == urgency


@pytest.mark.parametrize(
    ("day", "problem"),
    [
        (TODAY, None),
        (TODAY + timedelta(days=1), "in_future"),
        (date(2014, 9, 1), None),
        (date(2014, 8, 31), "too_old"),
    ],
)
def test_letter_cannot_be_from_the_future_or_from_before_the_law(day, problem):
    assert check_letter_date(day, TODAY) == problem


@pytest.mark.parametrize(
    ("certificate", "letter", "problem"),
    [
        (date(2026, 10, 7), date(2026, 10, 7), None),
        (date(2026, 10, 6), date(2026, 10, 7), "before_letter"),
        (date(2026, 11, 22), date(2026, 10, 7), "in_future"),
        (date(2013, 1, 1), None, "too_old"),
        (date(2026, 10, 6), None, None),
    ],
)
def test_certificate_cannot_be_older_than_the_letter(certificate, letter, problem):
    assert check_certificate_date(certificate, letter, TODAY) == problem


@pytest.mark.parametrize(
    ("born", "today", "has_left"),
    [
        (date(2010, 9, 1), date(2027, 6, 25), False),
        (date(2010, 9, 1), date(2027, 6, 26), True),
        (date(2010, 8, 31), date(2026, 6, 26), False),
        (date(2010, 8, 31), date(2026, 6, 27), True),
        (date(2010, 1, 15), date(2026, 5, 1), False),
        (date(2010, 1, 15), TODAY, True),
    ],
)
def test_school_age_ends_with_the_last_friday_in_june(born, today, has_left):
    assert left_compulsory_school_age(date_of_birth=born, today=today) is has_left


@pytest.mark.parametrize(
    ("age", "today", "has_left"),
    [
        (None, TODAY, None),
        (15, TODAY, False),
        (16, TODAY, None),
        (17, TODAY, True),
        (15, date(2026, 7, 20), None),
        (14, date(2026, 7, 20), False),
        (16, date(2026, 7, 20), True),
    ],
)
def test_age_alone_tells_only_what_is_true_of_everybody_of_that_age(age, today, has_left):
    assert left_compulsory_school_age(age=age, today=today) is has_left


@given(LETTERS, st.dates(date(1998, 1, 1), date(2020, 12, 31)))
def test_age_never_contradicts_the_date_of_birth(today, born):
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    by_age = left_compulsory_school_age(age=age, today=today) if age >= 0 else None
    assert by_age in {None, left_compulsory_school_age(date_of_birth=born, today=today)}


def test_extra_closures_and_review_date_are_in_the_file_of_limits():
    assert limits().extra_closures == frozenset()
    assert limits().last_checked < limits().review_by


def test_council_has_thirty_calendar_days_to_arrange_mediation() -> None:
    assert mediation_by(date(2026, 11, 20)) == date(2026, 12, 20)
    assert mediation_by(date(2027, 2, 1)) == date(2027, 3, 3)


@pytest.mark.parametrize(
    ("today", "day", "left"),
    [
        (date(2026, 11, 23), date(2026, 11, 27), 4),  # Monday to Friday
        (date(2026, 11, 27), date(2026, 11, 30), 1),  # over a weekend
        (date(2026, 11, 27), date(2026, 11, 29), 0),  # nobody works until then
        (date(2026, 12, 24), date(2026, 12, 29), 1),  # Christmas, Boxing Day on Monday
        (date(2026, 11, 27), date(2026, 11, 27), 0),
        (date(2026, 11, 30), date(2026, 11, 27), -1),
        (date(2026, 11, 29), date(2026, 11, 28), 0),  # passed, and no day of work since
    ],
)
def test_working_days_left_leave_out_weekends_and_bank_holidays(
    today: date, day: date, left: int
) -> None:
    assert count_working_days(today, day) == left


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(1, 60), st.integers(1, 60))
def test_order_by_the_last_working_day_is_order_by_working_days_left(
    today: date, first: int, second: int
) -> None:
    days = [today + timedelta(days=first), today + timedelta(days=second)]
    left = [count_working_days(today, day) for day in days]
    last = [max(last_working_day(day), last_working_day(today)) for day in days]
    assert (left[0] < left[1]) == (last[0] < last[1])
