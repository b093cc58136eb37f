"""The page for whatever cannot be shown or done: what happened in plain words, and a way on."""

from __future__ import annotations

import structlog
from fastapi import Request
from starlette.responses import Response

from frontdesk.callers import shows_pages
from frontdesk.pages.rendering import render_page
from frontdesk.pages.texts import load_texts

log = structlog.get_logger()


def show_problem(
    request: Request, status: int, words: str | None, headers: dict[str, str]
) -> Response | None:
    """The page for this status, with our own words where there are any; None for a script.

    None too where the page itself cannot be made: then the problem document has to do.
    """
    if not shows_pages(request):
        return None
    texts = load_texts("problem")
    told = texts["statuses"].get(status, texts["other"])
    try:
        page = render_page(
            request.app.state.service,
            "problem.html",
            status=status,
            texts=texts,
            title=told["title"],
            says=words or told["says"],
        )
    except Exception as error:
        log.error("problem page failed", error=type(error).__name__)
        return None
    page.headers.update(headers)
    return page
