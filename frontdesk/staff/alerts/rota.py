"""The rota, for managers: the week of each duty, absence and cover, and who is told last."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from casework.team.alerting import KIND_OF, ROLES_OF, AlertKind, choose_told, find_fit_on_duty
from casework.team.duty import DUTIES, PERIODS, Change, Duty, Rota, Shift
from casework.team.opening_hours import WEEKDAYS, service_details, show_time
from frontdesk.service import AtService, Service
from frontdesk.staff.addresses import RowId, read_day
from frontdesk.staff.forms import Form, read_form
from frontdesk.staff.rendering import render_staff_page, send_to
from frontdesk.staff.rights import Manager, SignedIn
from frontdesk.staff.texts import load_staff_texts
from store.alerting.rota import (
    Reachable,
    add_change,
    list_changes_from,
    list_reachable,
    read_rota,
    remove_change,
    replace_last_resort,
    replace_week,
)
from store.tables import RotaChange

PATH = "/staff/rota"
LONGEST = timedelta(days=366)

router = APIRouter(prefix=PATH)


@dataclass(frozen=True)
class Seen:
    """What the page shows."""

    rota: Rota
    colleagues: dict[int, Reachable]
    changes: list[RotaChange]
    now: dict[str, tuple[list[str], list[str]]]
    """Who has each duty now, and who would be told now where nobody has."""

    def can_have(self, duty: Duty) -> dict[int, str]:
        """Who may be on this duty, by id."""
        return {
            staff_id: colleague.name
            for staff_id, colleague in self.colleagues.items()
            if duty != "safeguarding" or colleague.role in ROLES_OF[duty]
        }


@router.get("")
async def show_rota(who: Manager, service: AtService) -> Response:
    """The whole rota, with who is on duty now."""
    return await _show(who, service)


@router.post("/week")
async def save_week(request: Request, who: Manager, service: AtService) -> Response:
    """Puts the ticked shifts of one duty in the place of all it had."""
    form = await read_form(request)
    duty = next((one for one in DUTIES if one == form["duty"]), None)
    if duty is None:
        return await _show(who, service, problem="who")
    await service.transactions.write(_save_week, duty, form.all("shift"), who)
    return send_to(service, PATH)


@router.post("/last-resort")
async def save_last_resort(request: Request, who: Manager, service: AtService) -> Response:
    """Names who is told when nobody else has looked."""
    form = await read_form(request)
    await service.transactions.write(_save_last_resort, form.all("staff"), who)
    return send_to(service, PATH)


@router.post("/changes")
async def save_change(request: Request, who: Manager, service: AtService) -> Response:
    """Keeps an absence or a cover."""
    form = await read_form(request)
    problem = await service.transactions.write(_save_change, form, who)
    return await _show(who, service, problem=problem) if problem else send_to(service, PATH)


@router.post("/changes/{change_id}/remove")
async def take_change_back(change_id: RowId, who: Manager, service: AtService) -> Response:
    """Takes an absence or a cover back; one that is gone already stays gone."""
    await service.transactions.write(_remove_change, change_id, who)
    return send_to(service, PATH)


async def _show(who: SignedIn, service: Service, problem: str = "") -> Response:
    today = service.settings.current_date()
    seen = await service.transactions.read(_read, today)
    texts = load_staff_texts("rota")
    return render_staff_page(
        service,
        "rota.html",
        who,
        status=422 if problem else 200,
        texts=texts,
        seen=seen,
        duties=DUTIES,
        days=_describe_days(texts),
        minutes=_say_minutes(service.settings.minutes_to_answer, texts["chain"]),
        usual_hours=service_details().usual_hours,
        today=today,
        problem=texts["problems"][problem] if problem else "",
    )


def _say_minutes(minutes: Mapping[AlertKind, int], texts: dict[str, str]) -> dict[str, str]:
    return {
        kind: texts["one_minute" if count == 1 else "some_minutes"].format(minutes=count)
        for kind, count in minutes.items()
    }


def _describe_days(texts: dict[str, Any]) -> list[dict[str, Any]]:
    """The days of the week: each with its shifts and what they are called."""
    days = []
    for number, name in enumerate(WEEKDAYS):
        hours = service_details().hours.get(name)
        shifts = {"closed": texts["out_of_hours" if hours else "all_day"]}
        if hours is not None:
            said = f"{show_time(hours.opens)} to {show_time(hours.closes)}"
            shifts = {"open": texts["while_open"].format(hours=said), **shifts}
        days.append({"number": number, "name": texts["weekdays"][number], "shifts": shifts})
    return days


def _read(session: Session, today: date) -> Seen:
    rota, colleagues, now = read_rota(session), list_reachable(session), datetime.now(UTC)
    roles = {staff_id: colleague.role for staff_id, colleague in colleagues.items()}

    def name_all(staff: Collection[int]) -> list[str]:
        return [colleagues[one].name for one in sorted(staff) if one in colleagues]

    on_now = {}
    for duty in DUTIES:
        told = choose_told(KIND_OF[duty], 0, rota, roles, now)
        instead = name_all(told.staff) if told is not None else []
        on_now[str(duty)] = (name_all(find_fit_on_duty(KIND_OF[duty], rota, roles, now)), instead)
    return Seen(rota, colleagues, list(list_changes_from(session, today)), on_now)


def _save_week(session: Session, duty: Duty, ticked: list[str], who: SignedIn) -> None:
    offered = Seen(Rota(), list_reachable(session), [], {}).can_have(duty)
    shifts = {
        Shift(duty, weekday, period, staff_id)
        for weekday in range(len(WEEKDAYS))
        for period in PERIODS
        for staff_id in offered
        if f"{weekday}-{period}-{staff_id}" in ticked
    }
    replace_week(session, duty, shifts, by=who.staff_id, now=datetime.now(UTC))


def _save_last_resort(session: Session, ticked: list[str], who: SignedIn) -> None:
    staff = {staff_id for staff_id in list_reachable(session) if str(staff_id) in ticked}
    replace_last_resort(session, staff, by=who.staff_id, now=datetime.now(UTC))


def _save_change(session: Session, form: Form, who: SignedIn) -> str:
    """Keeps the change, or returns which problem there is with it."""
    colleagues = list_reachable(session)
    staff_id = next((one for one in colleagues if str(one) == form["staff"]), None)
    duty = next((one for one in DUTIES if one == form["what"]), None)
    if staff_id is None or (duty is None and form["what"] != "away"):
        return "who"
    first, last = read_day(form["first"]), read_day(form["last"])
    if first is None or last is None or not timedelta(0) <= last - first <= LONGEST:
        return "days"
    if duty == "safeguarding" and colleagues[staff_id].role not in ROLES_OF[duty]:
        return "lead"
    change = Change("away" if duty is None else "cover", first, last, staff_id, duty)
    add_change(session, change, by=who.staff_id, now=datetime.now(UTC))
    return ""


def _remove_change(session: Session, change_id: int, who: SignedIn) -> None:
    remove_change(session, change_id, by=who.staff_id, now=datetime.now(UTC))
