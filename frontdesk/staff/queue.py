"""The first page after signing in: the queue, with its filters and the search."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlencode

import phonenumbers
from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from casework.councils import all_councils, match_council
from frontdesk.service import AtService, Service
from frontdesk.staff.forms import read_form
from frontdesk.staff.queue_lines import ShownLine, show_line
from frontdesk.staff.reasons import kinds_for, reasons_of
from frontdesk.staff.rendering import render_staff_page, send_to
from frontdesk.staff.rights import Caseworker, SignedIn
from frontdesk.staff.texts import load_staff_texts
from store.audit import record_audit
from store.queue import Wanted, find_cases, list_queue
from store.references import ALPHABET, normalise_reference
from store.staff import name_staff

A_PAGE = 50
MOST_PAGES = 200
CHANNELS = ("web", "sms", "staff")

router = APIRouter()


@dataclass(frozen=True)
class Filters:
    """What the form above the queue says; anything that it does not offer counts as not chosen."""

    who: str
    reason: str
    council: str
    channel: str
    urgent: str
    outside: str
    snoozed: str

    def in_address(self) -> str:
        """These filters as the query of an address, for the links between pages."""
        return urlencode({name: value for name, value in vars(self).items() if value})


def read_filters(request: Request, reader: SignedIn) -> Filters:
    """The filters in the address."""
    given = request.query_params
    offered: dict[str, set[str]] = {
        "who": {"mine", "unassigned"},
        "reason": set(kinds_for(reader)),
        "council": {council.gss for council in all_councils()},
        "channel": set(CHANNELS),
        "urgent": {"1"},
        "outside": {"1"},
        "snoozed": {"1"},
    }
    return Filters(
        **{
            name: given.get(name, "") if given.get(name) in values else ""
            for name, values in offered.items()
        }
    )


@router.get("/staff")
async def show_queue(request: Request, who: Caseworker, service: AtService) -> Response:
    """A page of the queue."""
    filters = read_filters(request, who)
    asked = request.query_params.get("page", "1")
    is_page = asked.isdecimal() and len(asked) <= 3
    page = min(max(int(asked), 1), MOST_PAGES) if is_page else 1
    lines = await service.transactions.read(
        _read_queue, who, filters, page, service.settings.current_date()
    )
    return _render(service, who, filters, lines[:A_PAGE], page=page, is_last=len(lines) <= A_PAGE)


@router.post("/staff/search")
async def search(request: Request, who: Caseworker, service: AtService) -> Response:
    """What was found. Posted, so that no phone number or email stands in an address or a log."""
    form = await read_form(request)
    words = form["words"].strip()
    council = match_council(words) if words else None
    if council is not None and council.kind == "exact" and council.council is not None:
        return send_to(service, f"/staff?council={council.council.gss}")
    lines = await service.transactions.write(_search, who, words, service.settings.current_date())
    empty = Filters(**dict.fromkeys(Filters.__dataclass_fields__, ""))
    return _render(service, who, empty, lines, words=words)


def _read_queue(
    session: Session, who: SignedIn, filters: Filters, page: int, today: date
) -> list[ShownLine]:
    wanted = Wanted(
        held_by=who.staff_id if filters.who == "mine" else None,
        is_unassigned=filters.who == "unassigned",
        reasons=reasons_of(filters.reason) if filters.reason else (),
        council_gss=filters.council or None,
        channel=filters.channel or None,
        is_urgent=bool(filters.urgent),
        is_outside=bool(filters.outside),
        is_snoozed=bool(filters.snoozed),
    )
    lines = list_queue(
        session,
        wanted,
        reader=who.staff_id,
        today=today,
        now=datetime.now(UTC),
        limit=A_PAGE + 1,
        offset=(page - 1) * A_PAGE,
    )
    names = name_staff(session)
    return [show_line(line, names, who, today) for line in lines]


def _search(session: Session, who: SignedIn, words: str, today: date) -> list[ShownLine]:
    reference = normalise_reference(words)
    is_reference = len(reference) == 9 and set(reference) <= set(ALPHABET) | {"-"}
    email = words if "@" in words else None
    phone = _read_phone(words)
    found = find_cases(
        session,
        reference=reference if is_reference else None,
        phone=phone,
        email=email,
        reader=who.staff_id,
    )
    by = {"reference": is_reference, "contact.phone": phone, "contact.email": email}
    record_audit(
        session,
        actor=who.actor,
        action="searched",
        now=datetime.now(UTC),
        fields=[name for name, is_used in by.items() if is_used],
    )
    names = name_staff(session)
    return [show_line(line, names, who, today) for line in found]


def _read_phone(words: str) -> str | None:
    try:
        number = phonenumbers.parse(words, "GB")
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _render(
    service: Service,
    who: SignedIn,
    filters: Filters,
    lines: list[ShownLine],
    *,
    page: int = 1,
    is_last: bool = True,
    words: str | None = None,
) -> Response:
    return render_staff_page(
        service,
        "queue.html",
        who,
        texts=load_staff_texts("queue"),
        lines=lines,
        filters=filters,
        kinds=kinds_for(who),
        councils=sorted(all_councils(), key=lambda council: council.name),
        channels=CHANNELS,
        page=page,
        is_last=is_last,
        words=words,
    )
