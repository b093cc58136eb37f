"""What is told at once, to whom, and to whom next when nobody has looked in time.

The chain: who is on duty, then everybody of the role, then the last resort. Safeguarding goes to
safeguarding leads alone until the last resort, which learns of an urgent case and no more. A step
that has nobody, or nobody new, is passed over: an alert that reaches no one would be no alert.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from casework.law.deadlines import LONDON
from casework.team.duty import Duty, Rota, find_away, find_on_duty
from casework.team.opening_hours import hours_of, is_open, next_opening

AlertKind = Literal["safety", "urgent"]
Step = Literal["on_duty", "all_of_role", "last_resort"]
STEPS: tuple[Step, ...] = ("on_duty", "all_of_role", "last_resort")
AT_ONCE = ("immediate", "urgent")
WAITS_FOR_PERSON = "asked_for_person"
DUTY_OF: dict[AlertKind, Duty] = {"safety": "safeguarding", "urgent": "team"}
KIND_OF: dict[Duty, AlertKind] = {duty: kind for kind, duty in DUTY_OF.items()}
ROLES_OF: dict[Duty, tuple[str, ...]] = {
    "safeguarding": ("safeguarding_lead",),
    "team": ("caseworker",),
}
LAST_RESORT = ("manager", "administrator")
_A_YEAR_OF_OPENINGS = 400


@dataclass(frozen=True)
class Told:
    """Whom an alert goes to, and which step of the chain that is."""

    staff: frozenset[int]
    step: int


def is_told_at_once(reason: str, priority: str, now: datetime, *, is_safety: bool) -> bool:
    """Whether a person is told of this at once rather than in the next digest.

    Whoever asked for a person while we are open sits in front of the page now; who asked at night
    was told when we open, and the first digest of the day names them.
    """
    return is_safety or priority in AT_ONCE or (reason == WAITS_FOR_PERSON and is_open(now))


def find_fit_on_duty(
    kind: AlertKind, rota: Rota, roles: Mapping[int, str], now: datetime
) -> frozenset[int]:
    """Who is on the duty of such alerts now and may be: a role may have changed since the rota.

    `roles` are those of the colleagues who can sign in, by id.
    """
    return find_on_duty(rota, DUTY_OF[kind], now) & _fit_for(kind, roles)


def choose_told(
    kind: AlertKind,
    step: int,
    rota: Rota,
    roles: Mapping[int, str],
    now: datetime,
    *,
    already: frozenset[int] = frozenset(),
) -> Told | None:
    """Whom to tell at this step, or at the first after it that has somebody who is not told yet.

    `roles` are those of the colleagues who can sign in, by id, `already` whom earlier rounds have
    told. Past the last step everybody is told again. None where there is nobody at all.
    """
    for number in range(step, len(STEPS)):
        staff = _people_of(STEPS[number], kind, rota, roles, now)
        if staff - already:
            return Told(staff, number)
    everybody = _people_of("all_of_role", kind, rota, roles, now) | _people_of(
        "last_resort", kind, rota, roles, now
    )
    return Told(everybody, len(STEPS)) if everybody else None


def has_told_everybody(step: int) -> bool:
    """Whether the chain has come to its end with this step."""
    return step >= len(STEPS) - 1


def wait_for_answer(kind: AlertKind, minutes: int, now: datetime) -> datetime:
    """When the next people are told unless somebody has looked.

    For safeguarding these are minutes by the clock; for the rest, minutes of our opening hours.
    """
    left = timedelta(minutes=minutes)
    if kind == "safety":
        return now + left
    moment = now
    for _ in range(_A_YEAR_OF_OPENINGS):
        if not is_open(moment):
            opening = next_opening(moment)
            if opening is None:
                break
            moment = opening
        local = moment.astimezone(LONDON)
        hours = hours_of(local.date())
        assert hours is not None
        today = datetime.combine(local.date(), hours.closes, LONDON) - local
        if left < today:
            return moment + left
        left -= today
        moment += today
    return now + timedelta(minutes=minutes)


def _people_of(
    step: Step, kind: AlertKind, rota: Rota, roles: Mapping[int, str], now: datetime
) -> frozenset[int]:
    here = frozenset(roles) - find_away(rota, now)
    if step == "on_duty":
        return find_fit_on_duty(kind, rota, roles, now)
    if step == "all_of_role":
        return _of_roles(roles, ROLES_OF[DUTY_OF[kind]]) & here
    named = (rota.last_resort & frozenset(roles)) or _of_roles(roles, LAST_RESORT)
    # All of them rather than nobody, should they all be away.
    return (named & here) or named


def _fit_for(kind: AlertKind, roles: Mapping[int, str]) -> frozenset[int]:
    return _of_roles(roles, ROLES_OF["safeguarding"]) if kind == "safety" else frozenset(roles)


def _of_roles(roles: Mapping[int, str], wanted: tuple[str, ...]) -> frozenset[int]:
    return frozenset(staff_id for staff_id, role in roles.items() if role in wanted)
