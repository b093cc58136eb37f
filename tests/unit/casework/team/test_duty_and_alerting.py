"""Who is on duty, who is told next, and how long people have."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from casework.law.deadlines import LONDON
from casework.team.alerting import choose_told, has_told_everybody, is_told_at_once, wait_for_answer
from casework.team.duty import Change, Rota, Shift, find_on_duty

LEAD, SECOND_LEAD, ANA, BEN, MANAGER, ADMIN = range(1, 7)
ROLES = {
    LEAD: "safeguarding_lead",
    SECOND_LEAD: "safeguarding_lead",
    ANA: "caseworker",
    BEN: "caseworker",
    MANAGER: "manager",
    ADMIN: "administrator",
}
MONDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 22)
MONDAY_NOON = datetime(2026, 11, 23, 12, tzinfo=LONDON)
MONDAY_NIGHT = datetime(2026, 11, 23, 22, tzinfo=LONDON)
ROTA = Rota(
    shifts=(
        Shift("team", 0, "open", ANA),
        Shift("safeguarding", 0, "open", LEAD),
        Shift("safeguarding", 0, "closed", SECOND_LEAD),
    )
)


def told(kind, step, rota=ROTA, now=MONDAY_NOON, already=frozenset()):  # type: ignore[no-untyped-def]
    found = choose_told(kind, step, rota, ROLES, now, already=already)
    assert found is not None
    return set(found.staff), found.step


def test_week_says_who_is_on_duty_by_day_and_by_night() -> None:
    assert find_on_duty(ROTA, "safeguarding", MONDAY_NOON) == {LEAD}
    assert find_on_duty(ROTA, "safeguarding", MONDAY_NIGHT) == {SECOND_LEAD}
    assert find_on_duty(ROTA, "team", MONDAY_NIGHT) == set()


def test_days_and_hours_are_those_of_clocks_in_england() -> None:
    half_past_midnight_in_summer = datetime(2026, 7, 5, 23, 30, tzinfo=UTC)
    assert find_on_duty(ROTA, "safeguarding", half_past_midnight_in_summer) == {SECOND_LEAD}
    last_minute = datetime(2026, 7, 6, 15, 59, tzinfo=UTC)
    assert find_on_duty(ROTA, "safeguarding", last_minute) == {LEAD}


def test_bank_holiday_is_out_of_hours_all_day() -> None:
    spring_bank_holiday = datetime(2026, 5, 25, 12, tzinfo=LONDON)
    assert find_on_duty(ROTA, "safeguarding", spring_bank_holiday) == {SECOND_LEAD}


def test_colleague_who_is_away_is_replaced_by_whoever_covers() -> None:
    rota = Rota(
        shifts=ROTA.shifts,
        changes=(
            Change("away", SUNDAY, MONDAY, LEAD),
            Change("cover", MONDAY, MONDAY, SECOND_LEAD, "safeguarding"),
        ),
    )
    assert find_on_duty(rota, "safeguarding", MONDAY_NOON) == {SECOND_LEAD}
    assert find_on_duty(rota, "team", MONDAY_NOON) == {ANA}


def test_danger_goes_to_the_lead_on_duty_then_all_leads_then_managers() -> None:
    assert told("safety", 0) == ({LEAD}, 0)
    assert told("safety", 1, already=frozenset({LEAD})) == ({LEAD, SECOND_LEAD}, 1)
    leads = frozenset({LEAD, SECOND_LEAD})
    assert told("safety", 2, already=leads) == ({MANAGER, ADMIN}, 2)
    everybody = leads | {MANAGER, ADMIN}
    assert told("safety", 3, already=everybody) == (set(everybody), 3)
    assert [has_told_everybody(step) for step in range(4)] == [False, False, True, True]


def test_caseworker_on_safeguarding_duty_by_mistake_is_never_told_of_danger() -> None:
    rota = Rota(shifts=(Shift("safeguarding", 0, "open", ANA),))
    assert told("safety", 0, rota) == ({LEAD, SECOND_LEAD}, 1)


def test_urgent_case_goes_to_the_team_on_duty_then_all_caseworkers_then_managers() -> None:
    assert told("urgent", 0) == ({ANA}, 0)
    assert told("urgent", 1, already=frozenset({ANA})) == ({ANA, BEN}, 1)
    assert told("urgent", 2, already=frozenset({ANA, BEN})) == ({MANAGER, ADMIN}, 2)


def test_named_people_are_the_last_resort_instead_of_all_managers() -> None:
    rota = Rota(last_resort=frozenset({BEN}))
    assert told("safety", 2, rota) == ({BEN}, 2)


def test_last_resort_whose_people_are_all_away_is_told_all_the_same() -> None:
    away = tuple(Change("away", MONDAY, MONDAY, one) for one in (MANAGER, ADMIN))
    assert told("urgent", 2, Rota(changes=away)) == ({MANAGER, ADMIN}, 2)


def test_nobody_on_duty_means_the_next_people_at_once() -> None:
    assert told("urgent", 0, Rota()) == ({ANA, BEN}, 1)
    assert choose_told("urgent", 0, Rota(), {LEAD: "safeguarding_lead"}, MONDAY_NOON) is None
    only_admin = choose_told("safety", 0, Rota(), {ADMIN: "administrator"}, MONDAY_NOON)
    assert only_admin is not None and only_admin.staff == {ADMIN}


def test_step_that_tells_nobody_new_is_passed_over() -> None:
    both = Rota(shifts=tuple(Shift("team", 0, "open", one) for one in (ANA, BEN)))
    already = frozenset({ANA, BEN})
    assert told("urgent", 1, both, already=already) == ({MANAGER, ADMIN}, 2)


@pytest.mark.parametrize(
    ("reason", "priority", "now", "is_safety", "at_once"),
    [
        ("safety:distress", "soon", MONDAY_NIGHT, True, True),
        ("new_referral", "urgent", MONDAY_NIGHT, False, True),
        ("new_referral", "routine", MONDAY_NOON, False, False),
        ("asked_for_person", "soon", MONDAY_NOON, False, True),
        ("asked_for_person", "soon", MONDAY_NIGHT, False, False),
    ],
)
def test_danger_what_is_urgent_and_who_waits_now_are_told_at_once(
    reason: str, priority: str, now: datetime, is_safety: bool, at_once: bool
) -> None:
    assert is_told_at_once(reason, priority, now, is_safety=is_safety) is at_once


@pytest.mark.parametrize(
    ("now", "answer_by"),
    [
        (datetime(2026, 11, 23, 12), datetime(2026, 11, 23, 12, 30)),
        (datetime(2026, 11, 20, 16, 50), datetime(2026, 11, 23, 9, 20)),
        (datetime(2026, 11, 22, 3), datetime(2026, 11, 23, 9, 30)),
        (datetime(2026, 12, 24, 17), datetime(2026, 12, 29, 9, 30)),
    ],
)
def test_minutes_for_what_is_urgent_count_while_we_are_open(
    now: datetime, answer_by: datetime
) -> None:
    here = now.replace(tzinfo=LONDON)
    assert wait_for_answer("urgent", 30, here) == answer_by.replace(tzinfo=LONDON)


def test_minutes_for_danger_count_by_the_clock() -> None:
    late = datetime(2026, 11, 21, 23, 55, tzinfo=UTC)
    assert wait_for_answer("safety", 10, late) == datetime(2026, 11, 22, 0, 5, tzinfo=UTC)
