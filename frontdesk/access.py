"""Who may see a conversation: whoever shows the token that opens it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy.orm import Session

from frontdesk.problems import Problem
from store.conversations import find_by_token
from store.models import Conversation

COOKIE = "intake"
_bearer = HTTPBearer(auto_error=False, description="The token of the conversation")


def read_token(
    request: Request,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> str:
    """The token from the Authorization header, else from the page's cookie. Raises Problem 401."""
    if credentials is not None:
        return credentials.credentials
    _identifier, _dot, token = request.cookies.get(COOKIE, "").partition(".")
    if not token or "authorization" in request.headers:
        raise _refusal()
    return token


Token = Annotated[str, Depends(read_token)]


def open_with_token(
    session: Session, conversation_id: str, token: str, *, lock: bool = False
) -> Conversation:
    """The conversation, if this token opens it.

    Raises Problem 401 for a token that opens nothing and 404 for one that opens another.
    """
    conversation = find_by_token(session, token, lock=lock)
    if conversation is None:
        raise _refusal()
    if conversation.id != conversation_id:
        raise Problem(404, "There is no such conversation.")
    return conversation


def _refusal() -> Problem:
    return Problem(401, "This needs the token of the conversation.", {"WWW-Authenticate": "Bearer"})
