"""A list of cases as CSV, for managers: a page that explains the columns, and the file.

The file is written while it is sent, a few hundred rows a transaction, so that a long one holds up
nobody and needs no memory. That an export began is in the audit trail before its first row is
sent, and how many rows went out at its end, also where the browser broke off.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from casework.places.councils import all_councils
from casework.team.periods import begin_of
from frontdesk.service import AtService, Service
from frontdesk.staff.addresses import read_day
from frontdesk.staff.csv_cells import BYTE_ORDER_MARK, write_rows
from frontdesk.staff.queue.case_columns import columns, put_in_columns
from frontdesk.staff.queue.filters import CHANNELS, Filters, read_filters, to_wanted
from frontdesk.staff.reasons import kinds_for
from frontdesk.staff.rendering import render_staff_page, staff_headers
from frontdesk.staff.rights import Manager, SignedIn
from frontdesk.staff.texts import load_staff_texts
from store.accounts.staff import name_staff
from store.audit import record_audit
from store.queue.long_lists import ChosenCases, read_case_rows

ROWS_AT_ONCE = 200

router = APIRouter()


@dataclass(frozen=True)
class Choice:
    """What the form says: the queue's filters, a period, and what goes into the file."""

    filters: Filters
    first_day: date | None
    last_day: date | None
    with_closed: bool
    with_names: bool

    def in_audit(self) -> list[str]:
        """The choice as the audit trail keeps it: codes and days, nothing about a person."""
        said: dict[str, object] = dict(vars(self.filters))
        said |= {"from": self.first_day, "to": self.last_day}
        said |= {"with_closed": self.with_closed, "with_names": self.with_names}
        return [f"{name}={value}" for name, value in said.items() if value]


@router.get("/staff/exports")
async def show_exports(request: Request, who: Manager, service: AtService) -> Response:
    """What can be chosen, and what each column holds."""
    return render_staff_page(
        service,
        "exports.html",
        who,
        texts=load_staff_texts("exports"),
        queue=load_staff_texts("queue"),
        choice=read_choice(request, who),
        kinds=kinds_for(who),
        councils=sorted(all_councils(), key=lambda council: council.name),
        channels=CHANNELS,
        columns=list(columns(with_names=False)),
        columns_with_names=list(columns(with_names=True)),
        today=service.settings.current_date(),
    )


@router.get("/staff/exports/cases.csv")
async def download_cases(request: Request, who: Manager, service: AtService) -> Response:
    """The file: UTF-8 with the mark that Excel looks for, one row a case.

    A filter that cannot be read is refused: left out, it would make the file larger than wanted.
    """
    choice = read_choice(request, who)
    if _find_unread(request, choice):
        return render_staff_page(
            service,
            "told.html",
            who,
            status=422,
            texts=load_staff_texts("exports")["not_read"],
            back="/staff/exports",
            back_says=load_staff_texts("exports")["title"],
        )
    service.limits.count("address", who.actor)
    names = await service.transactions.write(_begin, who, choice)
    return CaseFile(service, who, choice, names)


def read_choice(request: Request, who: SignedIn) -> Choice:
    """The choice in the address; what the form does not offer counts as not chosen."""
    given = request.query_params
    return Choice(
        filters=read_filters(given, who),
        first_day=read_day(given.get("from", "")),
        last_day=read_day(given.get("to", "")),
        with_closed=given.get("closed") == "1",
        with_names=given.get("names") == "1",
    )


def _find_unread(request: Request, choice: Choice) -> list[str]:
    """The filters in the address that say something which the choice does not hold."""
    held: dict[str, object] = vars(choice.filters) | {
        "from": choice.first_day,
        "to": choice.last_day,
        "closed": choice.with_closed,
        "names": choice.with_names,
    }
    return [name for name, said in request.query_params.items() if said and not held.get(name)]


def _begin(session: Session, who: SignedIn, choice: Choice) -> dict[int, str]:
    record_audit(
        session,
        actor=who.actor,
        action="list export begun",
        now=datetime.now(UTC),
        fields=choice.in_audit(),
    )
    return name_staff(session)


def _end(session: Session, who: SignedIn, choice: Choice, count: int) -> None:
    record_audit(
        session,
        actor=who.actor,
        action="list exported",
        now=datetime.now(UTC),
        fields=[f"rows={count}", *choice.in_audit()],
    )


class CaseFile(StreamingResponse):
    """The file, and at its end an entry that says how many rows went out, however it ended."""

    def __init__(
        self, service: Service, who: SignedIn, choice: Choice, names: dict[int, str]
    ) -> None:
        self._service = service
        self._who = who
        self._choice = choice
        self._names = names
        self._count = 0
        self._is_noted = False
        today = service.settings.current_date()
        self._chosen = _to_query(choice, who, today)
        attached = {"Content-Disposition": f'attachment; filename="cases-{today}.csv"'}
        super().__init__(
            self._write(),
            media_type="text/csv; charset=utf-8",
            headers=staff_headers(service) | attached,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Sends the file."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            if not self._is_noted:
                await asyncio.shield(asyncio.ensure_future(self._note_end()))

    async def _write(self) -> AsyncIterator[bytes]:
        header = write_rows([list(columns(with_names=self._choice.with_names))])
        yield (BYTE_ORDER_MARK + header).encode()
        last: str | None = ""
        while last is not None:
            lines, last, count = await self._service.transactions.read(self._read_lines, last)
            # Counted before they go: rows that may have arrived are in the trail.
            self._count += count
            yield lines.encode()
        await self._note_end()

    async def _note_end(self) -> None:
        await self._service.transactions.write(_end, self._who, self._choice, self._count)
        self._is_noted = True

    def _read_lines(self, session: Session, after: str) -> tuple[str, str | None, int]:
        """The next lines, where they end (None: at the end of the list) and how many they are."""
        rows = read_case_rows(session, self._chosen, after=after, limit=ROWS_AT_ONCE)
        cells = [
            put_in_columns(
                row,
                self._names,
                self._chosen.today,
                self._who,
                with_names=self._choice.with_names,
            )
            for row in rows
        ]
        return write_rows(cells), rows[-1].conversation_id if rows else None, len(rows)


def _to_query(choice: Choice, who: SignedIn, today: date) -> ChosenCases:
    end = choice.last_day + timedelta(days=1) if choice.last_day else None
    return ChosenCases(
        wanted=to_wanted(choice.filters, who),
        today=today,
        now=datetime.now(UTC),
        came_from=begin_of(choice.first_day) if choice.first_day else None,
        came_before=begin_of(end) if end else None,
        with_closed=choice.with_closed,
    )
