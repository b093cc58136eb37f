"""A parent is given a code to come back unasked, once something is kept."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable

from frontdesk.settings import FrontDeskSettings
from tests.integration.browsers import Browser, leave_alone
from tests.integration.test_review_and_receipt import keep_draft

CODE = re.compile(r'<strong class="own-code">([A-Z0-9]{4}-[A-Z0-9]{4})</strong>')


def agree(browser: Browser, settings: FrontDeskSettings, *, is_sent: bool = False) -> None:
    """As if the parent had just agreed that the chat is kept."""
    keep_draft(settings, browser.cookie.split(".")[0], is_sent=is_sent)


def test_parent_who_agreed_is_shown_a_code_once_and_comes_back_with_it(
    parent_at: Browser, browsers: Callable[[], Browser], desk_settings: FrontDeskSettings
) -> None:
    assert not CODE.search(parent_at.look())
    agree(parent_at, desk_settings)
    [code] = CODE.findall(parent_at.look())
    assert not CODE.search(parent_at.look()) and not CODE.search(parent_at.look("/composer"))
    leave_alone(desk_settings)
    assert "You have been away" in parent_at.look()
    assert parent_at.come_back(code).status_code == 200


def test_script_gets_the_code_with_the_next_question(
    parent_at: Browser, desk_settings: FrontDeskSettings
) -> None:
    agree(parent_at, desk_settings)
    assert len(CODE.findall(parent_at.look("/composer"))) == 1
    assert not CODE.search(parent_at.look())


def test_parent_who_has_a_code_keeps_it(
    parent_at: Browser, browsers: Callable[[], Browser], desk_settings: FrontDeskSettings
) -> None:
    code = parent_at.get_code()
    agree(parent_at, desk_settings)
    assert not CODE.search(parent_at.look())
    assert browsers().come_back(code).status_code == 200


def test_parent_who_has_sent_everything_is_given_no_first_code(
    parent_at: Browser, desk_settings: FrontDeskSettings
) -> None:
    agree(parent_at, desk_settings, is_sent=True)
    assert not CODE.search(parent_at.look())


def test_first_code_is_in_no_message_and_nowhere_in_the_clear(
    parent_at: Browser, desk_settings: FrontDeskSettings
) -> None:
    agree(parent_at, desk_settings)
    [code] = CODE.findall(parent_at.look())
    conversation = parent_at.cookie.split(".")[0]
    messages = parent_at.client.get(f"/api/conversations/{conversation}/messages").text
    with sqlite3.connect(desk_settings.var / "intake.db") as connection:
        stored = "\n".join(connection.iterdump()).upper()
    for written in (code, code.replace("-", "")):
        assert written not in messages and written not in stored
