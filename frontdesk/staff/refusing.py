"""What somebody sees who is signed out, or whose role does not go so far."""

from __future__ import annotations

import re
from urllib.parse import quote

from fastapi import FastAPI, Request
from starlette.responses import Response

from frontdesk.callers import shows_pages
from frontdesk.problems import respond_with_problem
from frontdesk.service import Service
from frontdesk.staff.rendering import render_staff_page, send_to
from frontdesk.staff.rights import NotAllowed, SignedOut
from frontdesk.staff.texts import load_staff_texts

HOME = "/staff"
_OWN_PAGE = re.compile(r"/staff(/[A-Za-z0-9_-]+)*")
_PAGE_OF_FORM = re.compile(r"/staff/(?:cases|conversations)/[A-Za-z0-9-]+(?:/answers/[a-z_]+)?")


def own_page(path: str) -> str:
    """The path if it is a page of the staff side, else the first page."""
    return path if _OWN_PAGE.fullmatch(path) else HOME


def page_of(request: Request) -> str:
    """Where somebody goes on after signing in: the page, or that of the case whose form it was.

    The words that were typed are kept by the tab (staff-unsent.js); nothing of them comes here.
    """
    if request.method == "GET":
        return own_page(request.url.path)
    form_of = _PAGE_OF_FORM.match(request.url.path)
    return form_of[0] if form_of is not None else HOME


def install_refusals(app: FastAPI) -> None:
    """Answers with a page where somebody looks at it, and scripts with a problem document."""

    @app.exception_handler(SignedOut)
    async def show_sign_in(request: Request, _error: SignedOut) -> Response:
        service: Service = request.app.state.service
        if not shows_pages(request):
            return respond_with_problem(
                401,
                "Nobody is signed in.",
                {"WWW-Authenticate": "Bearer", "Cache-Control": "no-store"},
            )
        then = page_of(request)
        if request.headers.get("sec-fetch-site") == "cross-site":
            # A link in an email: the strict cookie comes with the next request, from our own page.
            return render_staff_page(
                service, "carry_on.html", None, texts=load_staff_texts("sign_in"), then=then
            )
        return send_to(service, f"/staff/sign-in?then={quote(then, safe='')}")

    @app.exception_handler(NotAllowed)
    async def show_not_allowed(request: Request, error: NotAllowed) -> Response:
        texts = load_staff_texts("layout")["not_allowed"]
        if not shows_pages(request):
            return respond_with_problem(403, texts["title"])
        return render_staff_page(
            request.app.state.service, "told.html", error.who, status=403, texts=texts
        )
