"""Who may see a conversation: whoever shows the token that opens it."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy.orm import Session

from frontdesk.problems import Problem
from store.conversations.tokens import find_by_token
from store.tables import Conversation

COOKIE = "intake"
# An id, a token as we make them (store.conversations.tokens.make_token) and a mark: nothing else
# is a cookie of ours, so that nobody chooses a token for somebody else and nothing strange is sent
# back.
_SHAPE = re.compile(
    r"(?P<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})"
    r"\.(?P<token>[A-Za-z0-9_-]{43})(\.(?P<mark>framed))?"
)
_bearer = HTTPBearer(auto_error=False, description="The token of the conversation")


def cookie_name(*, is_https: bool) -> str:
    """The cookie's name; on https the browser takes it from this very host only (RFC 6265bis)."""
    return f"__Host-{COOKIE}" if is_https else COOKIE


def read_cookie(request: Request) -> re.Match[str] | None:
    """The page's cookie as `id`, `token` and `mark`; None where there is none of ours."""
    name = cookie_name(is_https=request.app.state.service.settings.is_https)
    return _SHAPE.fullmatch(request.cookies.get(name, ""))


async def read_token(
    request: Request,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> str:
    """The token from the Authorization header, else from the page's cookie. Raises Problem 401.

    Asynchronous, since FastAPI gives every other kind of dependency a thread of its own.
    """
    if credentials is not None:
        return credentials.credentials
    cookie = read_cookie(request)
    if cookie is None or "authorization" in request.headers:
        raise _refusal()
    return cookie["token"]


Token = Annotated[str, Depends(read_token)]


def open_with_token(
    session: Session,
    conversation_id: str,
    token: str,
    *,
    lock: bool = False,
    keep_until: datetime | None = None,
) -> Conversation:
    """The conversation, if this token opens it; a browser's token is kept open until `keep_until`.

    Raises Problem 401 for a token that opens nothing and 404 for one that opens another.
    """
    conversation = find_by_token(session, token, lock=lock, keep_until=keep_until)
    if conversation is None:
        raise _refusal()
    if conversation.id != conversation_id:
        raise Problem(404, "There is no such conversation.")
    return conversation


def _refusal() -> Problem:
    return Problem(401, "This needs the token of the conversation.", {"WWW-Authenticate": "Bearer"})
