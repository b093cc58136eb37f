"""Which conversation this browser may see: the cookie that opens it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

from fastapi import Request
from starlette.responses import Response

from frontdesk.access import COOKIE
from frontdesk.service import Service
from store.conversations import make_token


@dataclass(frozen=True)
class Visitor:
    """The cookie: an id and a token, made before there is a conversation.

    The conversation begins with the first message, so that a visit alone leaves nothing behind
    and the first message posted twice still begins one conversation.
    """

    conversation_id: str
    token: str

    @classmethod
    def new(cls) -> Visitor:
        """Somebody who has not been here."""
        return cls(str(uuid4()), make_token())

    @classmethod
    def from_cookie(cls, request: Request) -> Visitor | None:
        """The visitor this browser was before, if its cookie can be read."""
        identifier, _dot, token = request.cookies.get(COOKIE, "").partition(".")
        try:
            return cls(str(UUID(identifier)), token) if token else None
        except ValueError:
            return None

    def remember(self, response: Response, service: Service) -> None:
        """Sets the cookie until the browser is closed."""
        response.set_cookie(
            COOKIE,
            f"{self.conversation_id}.{self.token}",
            httponly=True,
            samesite="lax",
            secure=(service.settings.public_url or "").startswith("https://"),
        )
