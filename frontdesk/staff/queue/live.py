"""What the script of the queue asks for: cases that came, and who has taken those it shows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, Response

from frontdesk.service import AtService
from frontdesk.staff.queue.filters import Filters, read_filters, to_wanted
from frontdesk.staff.rendering import staff_headers
from frontdesk.staff.rights import Caseworker, SignedIn
from frontdesk.staff.texts import load_staff_texts
from store.accounts.staff import name_staff
from store.queue.news import list_holders, list_newcomers
from store.queue.pages import list_ids

A_PAGE = 50
MOST_PAGES = 200
POLLS_EACH = 10
"""A queue asks ten times as seldom as the pages of conversations are looked after."""

router = APIRouter()


def read_page(request: Request) -> int:
    """Which page of the queue the address asks for; the first where it makes no sense."""
    asked = request.query_params.get("page", "1")
    is_page = asked.isdecimal() and len(asked) <= 3
    return min(max(int(asked), 1), MOST_PAGES) if is_page else 1


@router.get("/staff/queue/news")
async def show_queue_news(request: Request, who: Caseworker, service: AtService) -> Response:
    """What came since then by these filters, and who has the cases of this page."""
    since = _read_moment(request.query_params.get("since", ""))
    news = await service.transactions.read(
        _read_news,
        who,
        read_filters(request.query_params, who),
        read_page(request),
        since,
        service.settings.current_date(),
    )
    return JSONResponse(news, headers=staff_headers(service))


def _read_news(
    session: Session, who: SignedIn, filters: Filters, page: int, since: datetime, today: date
) -> dict[str, Any]:
    wanted, now = to_wanted(filters, who), datetime.now(UTC)
    fresh = list_newcomers(session, wanted, since=since, today=today, now=now)
    shown = list_ids(
        session, wanted, today=today, now=now, limit=A_PAGE, offset=(page - 1) * A_PAGE
    )
    names = name_staff(session)
    names[who.staff_id] = str(load_staff_texts("queue")["you"])
    return {
        "fresh": [one.key for one in fresh],
        "held": {
            conversation_id: names.get(holder, "")
            for conversation_id, holder in list_holders(session, shown).items()
            if holder is not None
        },
    }


def _read_moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return datetime.now(UTC)
    return moment if moment.tzinfo is not None else datetime.now(UTC)
