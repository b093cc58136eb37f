"""Errors as RFC 9457 problem documents, in one place; never a stack trace, never an input."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = structlog.get_logger()
ShowProblem = Callable[[Request, int, str | None, dict[str, str]], Response | None]
"""Makes a page of a status, our own words for it (where we have any) and headers.

None where nobody looks at the answer.
"""
# FastAPI's own `max_body_size` answers in plain text, so the limit is kept here.
LONGEST_BODY = 64 * 1024
NO_STORE = {"Cache-Control": "no-store"}


class ProblemDocument(BaseModel):
    """The body of every error (application/problem+json)."""

    type: str
    title: str
    status: int
    detail: str


class Problem(HTTPException):
    """An error that the caller is told about. `detail` is for people and holds no input."""

    def __init__(self, status: int, detail: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(status, detail, headers)


class ProblemResponse(JSONResponse):
    """A problem document."""

    media_type = "application/problem+json"


def respond_with_problem(
    status: int, detail: str, headers: dict[str, str] | None = None, **members: Any
) -> ProblemResponse:
    """The response for one problem; the type is `about:blank`, so the title is the status's."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **members,
    }
    return ProblemResponse(body, status_code=status, headers=NO_STORE | (headers or {}))


def install_problems(app: FastAPI, show: ShowProblem) -> None:
    """Makes every error of the app a problem document, or what `show` makes for people."""

    @app.exception_handler(HTTPException)
    async def from_http(request: Request, error: HTTPException) -> Response:
        headers = dict(error.headers or {})
        words = error.detail if isinstance(error, Problem) else None
        return show(request, error.status_code, words, headers) or respond_with_problem(
            error.status_code, str(error.detail), headers
        )

    @app.exception_handler(RequestValidationError)
    async def from_validation(request: Request, error: RequestValidationError) -> Response:
        page = show(request, 422, None, {})
        if page is not None:
            return page
        problems = error.errors()
        if any(problem["type"] == "json_invalid" for problem in problems):
            return respond_with_problem(400, "The body is not JSON.")
        # Where and what kind only: the input may be what a parent wrote.
        errors = [
            {"where": ".".join(str(part) for part in problem["loc"]), "what": problem["msg"]}
            for problem in problems
        ]
        return respond_with_problem(422, "Something in the request is not right.", errors=errors)

    app.add_middleware(LastResort, show=show)


class LastResort:
    """Turns what nobody expected into a 500, and stops bodies over 64 KiB."""

    def __init__(self, app: ASGIApp, show: ShowProblem) -> None:
        self._app = app
        self._show = show

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        has_started = False
        received = 0

        async def count_received() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > LONGEST_BODY:
                raise Problem(413, "The request is too long.")
            return message

        async def note_start(message: Message) -> None:
            nonlocal has_started
            has_started = has_started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, count_received, note_start)
        except Exception as error:
            # Where, not what: the message of an exception may hold data.
            frames = traceback.extract_tb(error.__traceback__)[-6:]
            log.error(
                "request failed",
                error=type(error).__name__,
                where=[f"{frame.name}:{frame.lineno}" for frame in frames],
            )
            if has_started:
                raise ConnectionAbortedError("response broke off") from None
            page = self._show(Request(scope), 500, None, {})
            response = page or respond_with_problem(500, "Something went wrong on our side.")
            await response(scope, receive, send)
