"""The cookies of the staff side: the session, the mark of a known browser, a form before sign-in.

On https each has the prefix `__Host-`: the browser takes it from this very host only (RFC 6265bis).
"""

from __future__ import annotations

import hmac
import secrets
from typing import Literal

from fastapi import Request
from starlette.responses import Response

from frontdesk.service import Service
from store.accounts.sessions import LONGEST
from store.encryption import keyed_hash

SESSION = "staff"
KNOWN_BROWSER = "staff-browser"
ENTRY = "staff-entry"
TRIP = "staff-trip"
KNOWN_SECONDS = 90 * 24 * 3600
ENTRY_SECONDS = 3600
TRIP_SECONDS = 600


def read_cookie(request: Request, service: Service, name: str) -> str | None:
    """The value of a cookie of ours; None where there is none."""
    return request.cookies.get(_full_name(service, name)) or None


def set_cookie(
    response: Response,
    service: Service,
    name: str,
    value: str,
    *,
    seconds: int,
    same_site: Literal["strict", "lax"] = "strict",
) -> None:
    """Sets a cookie that no script reads and no other website sends.

    A lax one comes with a link from another website too, never with a form of it.
    """
    response.set_cookie(
        _full_name(service, name),
        value,
        max_age=seconds,
        path="/",
        secure=service.settings.is_https,
        httponly=True,
        samesite=same_site,
    )


def remember_session(response: Response, service: Service, token: str) -> None:
    """The cookie of a session; the store ends it earlier where the browser is left alone."""
    set_cookie(response, service, SESSION, token, seconds=int(LONGEST.total_seconds()))


def forget_session(response: Response, service: Service) -> None:
    """Takes the session's cookie back."""
    set_cookie(response, service, SESSION, "", seconds=0)


def keep_trip(response: Response, service: Service, trip: str) -> None:
    """Lets the browser hold what it went to the provider of single sign-on with."""
    set_cookie(response, service, TRIP, trip, seconds=TRIP_SECONDS, same_site="lax")


def read_trip(request: Request, service: Service) -> str | None:
    """What this browser went to the provider with."""
    return read_cookie(request, service, TRIP)


def forget_trip(response: Response, service: Service) -> None:
    """Takes that back."""
    set_cookie(response, service, TRIP, "", seconds=0, same_site="lax")


def mark_browser(response: Response, service: Service, account: str) -> None:
    """Makes this browser known for an account: somebody has signed in with it."""
    nonce = secrets.token_urlsafe(12)
    value = f"{nonce}.{_mark_of(nonce, account)}"
    set_cookie(response, service, KNOWN_BROWSER, value, seconds=KNOWN_SECONDS)


def read_mark(request: Request, service: Service, account: str) -> str | None:
    """Which known browser of this account it is; None where nobody signed in to it with this."""
    nonce, _dot, mark = (read_cookie(request, service, KNOWN_BROWSER) or "").partition(".")
    is_mark = hmac.compare_digest(mark.encode(), _mark_of(nonce, account).encode())
    return nonce if nonce and is_mark else None


def _mark_of(nonce: str, account: str) -> str:
    return keyed_hash("staff known browser", f"{nonce} {account}")


def _full_name(service: Service, name: str) -> str:
    return f"__Host-{name}" if service.settings.is_https else name
