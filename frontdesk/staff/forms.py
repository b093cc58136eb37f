"""Forms of the staff side: read by hand, and refused where another website may have sent them.

Two things have to be right: the browser says that a page of ours sent it, and the form carries
the token of its session (a form before sign-in: of its cookie).
"""

from __future__ import annotations

import hmac
import secrets
from urllib.parse import parse_qs

from fastapi import Request
from starlette.responses import Response

from frontdesk.callers import refuse_other_websites
from frontdesk.problems import Problem
from frontdesk.service import Service
from frontdesk.staff.cookies import ENTRY, ENTRY_SECONDS, read_cookie, set_cookie
from store.encryption import keyed_hash

FIELD = "form_token"
HEADER = "x-form-token"
"""Where a script gives the token."""


class Form:
    """The fields of a posted form; one that is missing is empty."""

    def __init__(self, fields: dict[str, list[str]]) -> None:
        self._fields = fields

    def __getitem__(self, name: str) -> str:
        return self._fields.get(name, [""])[0]

    def all(self, name: str) -> list[str]:
        """Every value of a field that may be given more than once."""
        return self._fields.get(name, [])


async def read_form(request: Request) -> Form:
    """The form of this request, as browsers send it."""
    body = (await request.body()).decode("utf-8", "replace")
    return Form(parse_qs(body, keep_blank_values=True))


async def check_form(request: Request, token: str) -> None:
    """Raises Problem 403 for a form that is not one of ours with this token."""
    refuse_other_websites(request)
    given = request.headers.get(HEADER) or (await read_form(request))[FIELD]
    if not hmac.compare_digest(given.encode(), token.encode()):
        raise Problem(403, "This form is too old or not ours. Please load the page again.")


def begin_entry(request: Request, service: Service) -> str:
    """The secret of the forms that are there before anybody is signed in."""
    return read_cookie(request, service, ENTRY) or secrets.token_urlsafe(24)


def keep_entry(response: Response, service: Service, entry: str) -> None:
    """Lets the browser hold that secret, for an hour."""
    set_cookie(response, service, ENTRY, entry, seconds=ENTRY_SECONDS)


def entry_token(entry: str) -> str:
    """What a form before sign-in has to carry."""
    return keyed_hash("staff entry form", entry)
