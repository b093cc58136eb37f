"""Which conversation this browser may see: the cookie that opens it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from fastapi import Request
from starlette.responses import Response

from frontdesk.access import cookie_name, read_cookie
from frontdesk.service import Service
from store.conversations.tokens import make_token

KEPT_FOR = timedelta(days=14)
_FRAMED = "framed"


@dataclass(frozen=True)
class Visitor:
    """The cookie: an id and a token, made before there is a conversation.

    The conversation begins with the first message, so that a visit alone leaves nothing behind
    and the first message posted twice still begins one conversation.
    """

    conversation_id: str
    token: str
    is_framed_elsewhere: bool = False
    """Whether the page sits in a frame on another website, where only a partitioned cookie lives.

    Only the first request from there says so; the cookie remembers it.
    """

    @classmethod
    def new(cls, request: Request, before: Visitor | None = None) -> Visitor:
        """Somebody who has not been here, or in place of whom this browser was before."""
        is_framed = is_framed_elsewhere(request) or bool(before and before.is_framed_elsewhere)
        return cls(str(uuid4()), make_token(), is_framed)

    @classmethod
    def from_cookie(cls, request: Request) -> Visitor | None:
        """The visitor this browser was before, if its cookie is one of ours."""
        cookie = read_cookie(request)
        if cookie is None:
            return None
        return cls(cookie["id"], cookie["token"], cookie["mark"] == _FRAMED)

    def remember(self, response: Response, service: Service) -> None:
        """Sets the cookie, for fourteen days from now."""
        mark = f".{_FRAMED}" if self.is_framed_elsewhere else ""
        _set_cookie(
            response,
            f"{self.conversation_id}.{self.token}{mark}",
            service,
            seconds=int(KEPT_FOR.total_seconds()),
            is_partitioned=self.is_framed_elsewhere,
        )


def is_framed_elsewhere(request: Request) -> bool:
    """Whether a page of another website has just put this one in a frame."""
    headers = request.headers
    return (
        headers.get("sec-fetch-dest") == "iframe" and headers.get("sec-fetch-site") == "cross-site"
    )


def forget_visitor(response: Response, service: Service) -> None:
    """Takes the cookie back, from a frame on another website too."""
    _set_cookie(response, "", service, seconds=0, is_partitioned=False)
    if service.settings.is_https:
        _set_cookie(response, "", service, seconds=0, is_partitioned=True)


def _set_cookie(
    response: Response, value: str, service: Service, *, seconds: int, is_partitioned: bool
) -> None:
    """Writes the header by hand: http.cookies knows `Partitioned` from Python 3.14 on only."""
    is_https = service.settings.is_https
    name = cookie_name(is_https=is_https)
    parts = [f"{name}={value}", f"Max-Age={seconds}", "Path=/", "HttpOnly"]
    if is_https:
        parts.append("Secure")
    if is_https and is_partitioned:
        parts += ["SameSite=None", "Partitioned"]
    else:
        parts.append("SameSite=Lax")
    response.headers.append("set-cookie", "; ".join(parts))
