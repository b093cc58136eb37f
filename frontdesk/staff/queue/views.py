"""Saved views: the page that lists them, and the forms that save, rename, delete and choose one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from frontdesk.service import AtService, Service
from frontdesk.staff.addresses import RowId
from frontdesk.staff.forms import Form, read_form
from frontdesk.staff.queue.filters import EVERYTHING, filters_in_address
from frontdesk.staff.queue.page import View, list_shown_views
from frontdesk.staff.rendering import render_staff_page, send_to
from frontdesk.staff.rights import Caseworker, SignedIn, is_manager
from frontdesk.staff.texts import load_staff_texts
from store.audit import record_audit
from store.queue.saved_views import (
    TooManyViews,
    choose_first_view,
    choose_shortcuts,
    delete_view,
    find_view,
    list_views,
    may_change,
    read_habits,
    save_view,
)
from store.tables import SavedView

VIEWS = "/staff/views"
LONGEST_NAME = 60

router = APIRouter()


class NotSaved(Exception):
    """Nothing was changed; `why` names the text of `data/staff/views.yml` that says so."""

    def __init__(self, why: str, status: int = 422) -> None:
        self.why, self.status = why, status


@router.get(VIEWS)
async def show_views(who: Caseworker, service: AtService) -> Response:
    """The colleague's views and the team's, each with what may be done with it."""
    views, changeable, first = await service.transactions.read(_read_views, who)
    return render_staff_page(
        service,
        "queue_views.html",
        who,
        texts=load_staff_texts("views"),
        views=views,
        changeable=changeable,
        first=first,
        longest=LONGEST_NAME,
        everything=EVERYTHING,
    )


@router.post(VIEWS)
async def save_filters(request: Request, who: Caseworker, service: AtService) -> Response:
    """Keeps the present filters under a name."""
    form = await read_form(request)
    filters = filters_in_address(form["filters"], who)

    def save(session: Session) -> None:
        name, is_shared = _read_name(form), form["shared"] == "1"
        if not filters.chosen:
            raise NotSaved("nothing_chosen")
        if is_shared and not is_manager(who):
            raise NotSaved("not_shared", 403)
        now = datetime.now(UTC)
        try:
            view = save_view(
                session,
                who.staff_id,
                name=name,
                filters=filters.chosen,
                is_shared=is_shared,
                now=now,
            )
        except TooManyViews:
            raise NotSaved("too_many") from None
        if form["first"] == "1":
            choose_first_view(session, who.staff_id, view.id)
        record_audit(session, actor=who.actor, action="view saved", now=now)

    return await _do(save, service, who, then=filters.address)


@router.post(VIEWS + "/{view_id}/rename")
async def rename(view_id: RowId, request: Request, who: Caseworker, service: AtService) -> Response:
    """Gives a view another name."""
    form = await read_form(request)

    def change(session: Session) -> None:
        _find_own(session, view_id, who).name = _read_name(form)
        record_audit(session, actor=who.actor, action="view renamed", now=datetime.now(UTC))

    return await _do(change, service, who)


@router.post(VIEWS + "/{view_id}/delete")
async def delete(view_id: RowId, who: Caseworker, service: AtService) -> Response:
    """Takes a view away."""

    def change(session: Session) -> None:
        delete_view(session, _find_own(session, view_id, who))
        record_audit(session, actor=who.actor, action="view deleted", now=datetime.now(UTC))

    return await _do(change, service, who)


@router.post(VIEWS + "/{view_id}/first")
async def put_first(
    view_id: RowId, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Makes a view the colleague's first page, or no longer."""
    form = await read_form(request)

    def change(session: Session) -> None:
        if find_view(session, view_id, who.staff_id) is None:
            raise NotSaved("unknown", 404)
        choose_first_view(session, who.staff_id, view_id if form["first"] == "1" else None)

    return await _do(change, service, who)


@router.post("/staff/queue/shortcuts")
async def switch_shortcuts(request: Request, who: Caseworker, service: AtService) -> Response:
    """Turns the single-key shortcuts of the queue on or off for this colleague."""
    form = await read_form(request)

    def change(session: Session) -> None:
        choose_shortcuts(session, who.staff_id, has_shortcuts=form["on"] == "1")

    return await _do(change, service, who, then=filters_in_address(form["filters"], who).address)


async def _do(
    change: Callable[[Session], None], service: Service, who: SignedIn, *, then: str = VIEWS
) -> Response:
    try:
        await service.transactions.write(change)
    except NotSaved as stopped:
        texts = load_staff_texts("views")
        return render_staff_page(
            service,
            "told.html",
            who,
            status=stopped.status,
            texts=texts["problems"][stopped.why],
            back=VIEWS,
            back_says=texts["title"],
        )
    return send_to(service, then)


def _read_views(session: Session, who: SignedIn) -> tuple[list[View], set[int], int | None]:
    changeable = {
        view.id
        for view in list_views(session, who.staff_id)
        if may_change(view, who.staff_id, is_manager=is_manager(who))
    }
    return list_shown_views(session, who), changeable, read_habits(session, who.staff_id).first_view


def _find_own(session: Session, view_id: int, who: SignedIn) -> SavedView:
    view = find_view(session, view_id, who.staff_id)
    if view is None:
        raise NotSaved("unknown", 404)
    if not may_change(view, who.staff_id, is_manager=is_manager(who)):
        raise NotSaved("not_yours", 403)
    return view


def _read_name(form: Form) -> str:
    name = " ".join(form["name"].split())
    if not name or len(name) > LONGEST_NAME:
        raise NotSaved("no_name")
    return name
