"""Parents' browsers at a front desk, with cookies of their own, and time that passes for them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from html import unescape
from uuid import uuid4

import httpx
import pytest

from frontdesk.settings import FrontDeskSettings
from tests.integration.front_desk import FrontDesk

PRIVATE = "my son Zoltan was excluded"
SHOWS_PAGES = {"Accept": "text/html"}


class Browser:
    """A browser with cookies of its own."""

    def __init__(self, desk: FrontDesk) -> None:
        self.client = httpx.Client(
            base_url=desk.url, headers=SHOWS_PAGES, trust_env=False, verify=False, timeout=30
        )

    def look(self, path: str = "/") -> str:
        return unescape(self.client.get(path).text)

    def say(self, text: str) -> httpx.Response:
        return self.client.post("/", data={"client_message_id": str(uuid4()), "text": text})

    def get_code(self) -> str:
        return shown_code(self.client.post("/save"))

    def come_back(self, code: str, form_id: str | None = None) -> httpx.Response:
        return self.client.post("/resume", data={"code": code, "form_id": form_id or str(uuid4())})

    @property
    def cookie(self) -> str:
        return self.client.cookies["intake"]


def shown_code(page: httpx.Response) -> str:
    found = re.search(r'<p class="code">([A-Z0-9]{4}-[A-Z0-9]{4})</p>', page.text)
    assert found, page.text
    return found[1]


def leave_alone(settings: FrontDeskSettings, minutes: int = 20) -> None:
    """As if that many minutes had passed for every browser."""
    with sqlite3.connect(settings.var / "intake.db") as connection:
        for token, until in connection.execute(
            "SELECT token_hash, open_until FROM conversation_tokens WHERE open_until IS NOT NULL"
        ).fetchall():
            moved = datetime.fromisoformat(until) - timedelta(minutes=minutes)
            connection.execute(
                "UPDATE conversation_tokens SET open_until = ? WHERE token_hash = ?",
                (moved.isoformat(" ", "microseconds"), token),
            )


@pytest.fixture
def browsers(front_desk: FrontDesk) -> Iterator[Callable[[], Browser]]:
    """Opens browsers, on phones and elsewhere."""
    opened: list[Browser] = []

    def open_browser() -> Browser:
        opened.append(Browser(front_desk))
        return opened[-1]

    yield open_browser
    for browser in opened:
        browser.client.close()


@pytest.fixture
def parent_at(browsers: Callable[[], Browser]) -> Browser:
    browser = browsers()
    browser.say(PRIVATE)
    assert PRIVATE in browser.look()
    return browser
