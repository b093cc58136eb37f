"""Hides a conversation in a browser that has been left alone.

What the person does counts: pages loaded and forms posted. What scripts fetch by themselves, event
streams and polls do not. The store holds the lock (a locked token opens nothing), so a page that
forgets to ask here shows a new chat and nothing of the old one.
"""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import parse_qs

from fastapi import Depends, FastAPI, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from frontdesk.callers import shows_pages
from frontdesk.pages.rendering import render_page
from frontdesk.pages.resume_form import describe_resume
from frontdesk.pages.said import read_unsent
from frontdesk.pages.visitor import Visitor
from frontdesk.problems import respond_with_problem
from frontdesk.service import AtService, Service
from store.conversations.tokens import MOVED_ON_AFTER, TokenState, keep_open, look_up_token


class LockedOut(Exception):
    """The cookie's conversation is hidden until its code is given."""

    def __init__(self, unsent: str) -> None:
        self.unsent = unsent


async def refuse_locked(request: Request, service: AtService) -> None:
    """Notes a sign of the person. Raises LockedOut where the conversation is hidden."""
    visitor = Visitor.from_cookie(request)
    if visitor is None:
        return
    standing, open_until = await service.transactions.read(look_up_token, visitor.token)
    if standing == "locked":
        raise LockedOut(await _read_unsent(request))
    if open_until is not None and _is_by_person(request):
        until = datetime.now(UTC) + service.desk.idle
        if until - open_until > MOVED_ON_AFTER:
            await service.transactions.write(keep_open, visitor.token, until=until)


Unlocked = Depends(refuse_locked)


def check_standing(
    session: Session, token: str, *, until: datetime | None
) -> tuple[TokenState, int]:
    """How a browser stands and for how many seconds; with `until`, kept open that long first."""
    if until is not None:
        keep_open(session, token, until=until)
    standing, open_until = look_up_token(session, token)
    if open_until is None:
        return standing, 0
    return standing, max(0, int((open_until - datetime.now(UTC)).total_seconds()))


def install_lock(app: FastAPI) -> None:
    """Answers with the page that asks for the code, and scripts with a 401."""

    @app.exception_handler(LockedOut)
    async def show_locked(request: Request, locked: LockedOut) -> Response:
        service: Service = request.app.state.service
        if not shows_pages(request):
            return respond_with_problem(401, "This chat is hidden until its code is given.")
        return render_page(
            service,
            "resume.html",
            status=401 if request.method == "POST" else 200,
            **describe_resume(is_locked=True, unsent=locked.unsent),
        )


async def _read_unsent(request: Request) -> str:
    """What a form of the locked page would have said, so that its words are not lost."""
    if request.method != "POST":
        return ""
    return read_unsent(parse_qs((await request.body()).decode("utf-8", "replace")))


def _is_by_person(request: Request) -> bool:
    """A page loaded, or a form posted, by a script too."""
    return request.method == "POST" or shows_pages(request)
