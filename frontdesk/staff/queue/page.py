"""The first page after signing in: the queue, with its filters, saved views and the search."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import phonenumbers
from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from casework.places.councils import Council, all_councils, match_council
from frontdesk.service import AtService, Service
from frontdesk.staff.forms import read_form
from frontdesk.staff.queue.filters import CHANNELS, EVERYTHING, Filters, read_filters, to_wanted
from frontdesk.staff.queue.lines import ShownLine, show_line
from frontdesk.staff.queue.live import A_PAGE, POLLS_EACH, read_page
from frontdesk.staff.reasons import kinds_for
from frontdesk.staff.rendering import render_staff_page, send_to
from frontdesk.staff.rights import Caseworker, SignedIn, is_manager
from frontdesk.staff.texts import load_staff_texts
from store.accounts.staff import name_staff
from store.audit import record_audit
from store.cases.mentions import count_mentions
from store.queue.news import list_newcomers
from store.queue.pages import find_cases, list_queue
from store.queue.saved_views import Habits, find_view, list_views, read_habits
from store.references import ALPHABET, normalise_reference

router = APIRouter()


@dataclass(frozen=True)
class View:
    """A saved view as the reader may use it."""

    id: int
    name: str
    filters: Filters
    is_shared: bool


@dataclass(frozen=True)
class ShownQueue:
    """A page of the queue, or what was found, with what stands around it."""

    lines: list[ShownLine]
    views: list[View] = field(default_factory=list)
    habits: Habits = field(default_factory=Habits)
    mentions: int = 0
    known: str = ""
    """The newest cases at the moment of loading: those are no news."""


@router.get("/staff")
async def show_queue(request: Request, who: Caseworker, service: AtService) -> Response:
    """A page of the queue; without an address of its own, the colleague's first page."""
    filters = read_filters(request.query_params, who)
    if not request.query_params:
        first = await service.transactions.read(_find_first_page, who)
        if first is not None and first.filters.chosen:
            return send_to(service, first.filters.address)
    page = read_page(request)
    now = datetime.now(UTC)
    shown = await service.transactions.read(
        _read_queue, who, filters, page, service.settings.current_date(), now
    )
    is_last = len(shown.lines) <= A_PAGE
    return _render(service, who, filters, shown, page=page, is_last=is_last, loaded_at=now)


@router.post("/staff/search")
async def search(request: Request, who: Caseworker, service: AtService) -> Response:
    """What was found. Posted, so that no name, number or email stands in an address or a log."""
    words = (await read_form(request))["words"].strip()
    matched = match_council(words) if words else None
    is_council = matched is not None and matched.kind == "exact"
    council = matched.council if matched is not None and is_council else None
    shown = await service.transactions.write(_search, who, words, service.settings.current_date())
    if council is not None and not shown.lines:
        return send_to(service, Filters(council=council.gss).address)
    return _render(service, who, Filters(), shown, words=words, council=council)


def list_shown_views(session: Session, who: SignedIn) -> list[View]:
    """The colleague's views and the team's, each with the filters that this colleague may use."""
    return [
        View(view.id, view.name, read_filters(view.filters, who), view.is_shared)
        for view in list_views(session, who.staff_id)
    ]


def _find_first_page(session: Session, who: SignedIn) -> View | None:
    chosen = read_habits(session, who.staff_id).first_view
    view = find_view(session, chosen, who.staff_id) if chosen is not None else None
    if view is None:
        return None
    return View(view.id, view.name, read_filters(view.filters, who), view.is_shared)


def _read_queue(
    session: Session, who: SignedIn, filters: Filters, page: int, today: date, now: datetime
) -> ShownQueue:
    wanted = to_wanted(filters, who)
    lines = list_queue(
        session,
        wanted,
        reader=who.staff_id,
        today=today,
        now=now,
        limit=A_PAGE + 1,
        offset=(page - 1) * A_PAGE,
    )
    newest = list_newcomers(session, wanted, since=now, today=today, now=now)
    names = name_staff(session)
    return ShownQueue(
        [show_line(line, names, who, today) for line in lines],
        list_shown_views(session, who),
        read_habits(session, who.staff_id),
        count_mentions(session, who.staff_id),
        " ".join(one.key for one in newest),
    )


def _search(session: Session, who: SignedIn, words: str, today: date) -> ShownQueue:
    reference = normalise_reference(words)
    is_reference = len(reference) == 9 and set(reference) <= set(ALPHABET) | {"-"}
    email = words if "@" in words else None
    # Eight signs are too few for a number, and a reference of many figures may read as one.
    phone = None if is_reference else _read_phone(words)
    name = words if words and email is None and phone is None else None
    found = find_cases(
        session,
        reference=reference if is_reference else None,
        phone=phone,
        email=email,
        name=name,
        reader=who.staff_id,
    )
    by = {"reference": is_reference, "contact.phone": phone, "contact.email": email, "name": name}
    record_audit(
        session,
        actor=who.actor,
        action="searched",
        now=datetime.now(UTC),
        fields=[each for each, is_used in by.items() if is_used],
    )
    names = name_staff(session)
    return ShownQueue(
        [show_line(line, names, who, today) for line in found],
        list_shown_views(session, who),
        read_habits(session, who.staff_id),
        count_mentions(session, who.staff_id),
    )


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
    shown: ShownQueue,
    *,
    page: int = 1,
    is_last: bool = True,
    words: str | None = None,
    council: Council | None = None,
    loaded_at: datetime | None = None,
) -> Response:
    current = next((view for view in shown.views if view.filters == filters), None)
    return render_staff_page(
        service,
        "queue.html",
        who,
        texts=load_staff_texts("queue"),
        views_texts=load_staff_texts("views"),
        lines=shown.lines[:A_PAGE] if words is None else shown.lines,
        filters=filters,
        everything=EVERYTHING,
        kinds=kinds_for(who),
        councils=sorted(all_councils(), key=lambda each: each.name),
        channels=CHANNELS,
        page=page,
        is_last=is_last,
        words=words,
        council=council,
        views=shown.views,
        current=current if words is None and filters.chosen else None,
        may_share=is_manager(who),
        has_shortcuts=shown.habits.has_shortcuts,
        since=loaded_at.isoformat() if loaded_at is not None else "",
        known=shown.known,
        mentions=shown.mentions,
        has_email=service.settings.mail_server is not None,
        every=int(1000 * POLLS_EACH * service.timing.look),
    )
