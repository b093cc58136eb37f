"""The page of figures for managers, and each of its tables as a CSV file.

The counting runs beside the line of short transactions (`Transactions`): with many referrals it
takes a good part of a second, and no parent has to wait behind it.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from casework.law.deadlines import LONDON
from casework.referral.show import show_date
from casework.safety.redaction import MASK, redact
from casework.safety.screen import screen_for_safety
from casework.team.periods import PRESETS, NotAPeriod, Period, begin_of, period_of
from casework.team.suppression import Cell
from frontdesk.service import AtService, Service
from frontdesk.staff.addresses import read_day
from frontdesk.staff.csv_cells import BYTE_ORDER_MARK, write_rows
from frontdesk.staff.figures.charts import draw, say_cell
from frontdesk.staff.figures.contact import target_working_days
from frontdesk.staff.figures.tables import ShownTable, build_tables, name_question
from frontdesk.staff.rendering import render_staff_page, staff_headers
from frontdesk.staff.rights import Manager, SignedIn
from frontdesk.staff.texts import load_staff_texts
from store.audit import record_audit
from store.database import Database
from store.figures.counting import Figures, read_figures
from store.messages.missed import Missed, count_missed, list_missed

SENTENCES = 60
SENTENCES_FILE = "sentences"
_WORDS = re.compile(r"\w")

router = APIRouter()


@dataclass(frozen=True)
class Sentence:
    """A message that was not understood, redacted."""

    day: str
    question: str
    text: str


@dataclass(frozen=True)
class Looked:
    """What the database has for a period."""

    figures: Figures
    missed: Mapping[str, int]
    messages: Sequence[Missed]


@router.get("/staff/figures")
async def show_figures(request: Request, who: Manager, service: AtService) -> Response:
    """The figures of the period in the address, else of the last twelve weeks."""
    today, problem = service.settings.current_date(), None
    try:
        period = read_period(request, today)
    except NotAPeriod:
        period = period_of("last_12_weeks", today)
        problem = load_staff_texts("figures")["period"]["not_right"]
    looked = await _look(service, period, today)
    await service.transactions.write(_note, who, "figures viewed", [])
    tables = build_tables(looked.figures, looked.missed, period, who)
    missed = next(table for table in tables if table.id == "missed")
    return render_staff_page(
        service,
        "figures.html",
        who,
        status=422 if problem else 200,
        texts=load_staff_texts("figures"),
        problem=problem,
        period=period,
        presets=PRESETS,
        chosen=request.query_params.get("period"),
        query=urlencode({"from": period.first.isoformat(), "to": period.last.isoformat()}),
        tables=[(table, draw(table)) for table in tables],
        sentences=[] if missed.is_too_small else _read_sentences(looked.messages),
        say=say_cell,
    )


@router.get("/staff/figures/{table}.csv")
async def download_table(
    table: str, request: Request, who: Manager, service: AtService
) -> Response:
    """One table of the period in the address, as it is shown."""
    today, texts = service.settings.current_date(), load_staff_texts("figures")
    try:
        period = read_period(request, today)
    except NotAPeriod:
        return Response(status_code=422, headers=staff_headers(service))
    if table not in texts["tables"] and table != SENTENCES_FILE:
        return Response(status_code=404, headers=staff_headers(service))
    looked = await _look(service, period, today)
    tables = {built.id: built for built in build_tables(looked.figures, looked.missed, period, who)}
    if table == SENTENCES_FILE:
        sentences = [] if tables["missed"].is_too_small else _read_sentences(looked.messages)
        rows = [list(texts["sentences"]["columns"])]
        rows += [[each.day, each.question, each.text] for each in sentences]
    else:
        rows = _to_rows(tables[table])
    await service.transactions.write(_note, who, "figures exported", [table])
    name = f"{table}-{period.first}-{period.last}.csv"
    return Response(
        BYTE_ORDER_MARK + write_rows(rows),
        media_type="text/csv; charset=utf-8",
        headers=staff_headers(service) | {"Content-Disposition": f'attachment; filename="{name}"'},
    )


def read_period(request: Request, today: date) -> Period:
    """The period in the address: a preset, or two days. Raises NotAPeriod."""
    given = request.query_params
    if "from" in given or "to" in given:
        first, last = (read_day(given.get(name, "")) for name in ("from", "to"))
        if first is None or last is None:
            raise NotAPeriod
        return Period(first, last)
    for preset in PRESETS:
        if preset == given.get("period"):
            return period_of(preset, today)
    return period_of("last_12_weeks", today)


async def _look(service: Service, period: Period, today: date) -> Looked:
    return await asyncio.to_thread(_read, service.database, period, today)


def _read(database: Database, period: Period, today: date) -> Looked:
    begin, end = begin_of(period.first), begin_of(period.last + timedelta(days=1))
    with database.reading() as session:
        return Looked(
            read_figures(session, period, today=today, target=target_working_days()),
            count_missed(session, begin, end),
            list_missed(session, begin, end, limit=SENTENCES),
        )


def _read_sentences(messages: Sequence[Missed]) -> list[Sentence]:
    """Redacted; what the screen for danger would stop at is left out, and what is hidden whole."""
    sentences = [
        Sentence(
            show_date(each.at.astimezone(LONDON).date()),
            name_question(each.question),
            redact(each.text),
        )
        for each in messages
        if screen_for_safety(each.text, asked=each.question) is None
    ]
    return [each for each in sentences if _WORDS.search(each.text.replace(MASK, ""))]


def _to_rows(table: ShownTable) -> list[list[str | int | None]]:
    def write(cell: Cell) -> str | int:
        return cell if isinstance(cell, int) else say_cell(cell)

    rows: list[list[str | int | None]] = [list(table.columns)]
    if not table.is_too_small:
        rows += [[label, *(write(cell) for cell in cells)] for label, cells in table.rows]
    if table.total is not None:
        rows.append([load_staff_texts("figures")["total"], write(table.total)])
    return rows


def _note(session: Session, who: SignedIn, action: str, fields: list[str]) -> None:
    record_audit(session, actor=who.actor, action=action, now=datetime.now(UTC), fields=fields)
