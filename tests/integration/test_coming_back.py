"""A parent comes back to the chat with a code."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from limits import RateLimitItemPerMinute

from frontdesk.notices import load_notices
from frontdesk.settings import FrontDeskSettings
from frontdesk.wrong_codes import BY_NETWORK
from store.conversations.resume_codes import normalise_code
from tests.integration.browsers import PRIVATE, Browser, leave_alone, shown_code
from tests.integration.front_desk import FrontDesk
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn


def change_database(settings: FrontDeskSettings, words: str, *values: object) -> int:
    with sqlite3.connect(settings.var / "intake.db") as connection:
        return connection.execute(words, values).rowcount


def test_parent_carries_on_in_another_browser_with_the_code(
    parent_at: Browser, browsers: Callable[[], Browser]
) -> None:
    code = parent_at.get_code()
    phone = browsers()
    assert PRIVATE not in phone.look()
    back = phone.come_back(code)
    assert back.status_code == 200 and "Welcome back" in back.text
    page = phone.look()
    assert PRIVATE in page and page.count(QUESTION) == 1
    assert load_notices()["welcome_back"].web not in page


@pytest.mark.parametrize("shape", ["{0}-{1}", "{0}{1}", " {0} {1} ", "{0}–{1}", "lower"])
def test_code_is_taken_however_it_is_typed(
    parent_at: Browser, browsers: Callable[[], Browser], shape: str
) -> None:
    code = parent_at.get_code()
    typed = code.lower() if shape == "lower" else shape.format(*code.split("-"))
    assert browsers().come_back(typed).status_code == 200


def test_code_works_once_and_the_next_one_is_shown(
    parent_at: Browser, browsers: Callable[[], Browser]
) -> None:
    code = parent_at.get_code()
    fresh = shown_code(browsers().come_back(code))
    assert fresh != code
    again = browsers().come_back(code)
    assert again.status_code == 422 and PRIVATE not in again.text
    assert browsers().come_back(fresh).status_code == 200


def test_double_click_or_lost_answer_locks_nobody_out(
    parent_at: Browser, browsers: Callable[[], Browser]
) -> None:
    code, form = parent_at.get_code(), str(uuid4())
    phone = browsers()
    phone.come_back(code, form)
    phone.client.cookies.clear()
    second = phone.come_back(code, form)
    assert second.status_code == 200
    assert PRIVATE in phone.look()


def test_new_code_ends_the_one_before(parent_at: Browser, browsers: Callable[[], Browser]) -> None:
    first, second = parent_at.get_code(), parent_at.get_code()
    assert browsers().come_back(first).status_code == 422
    assert browsers().come_back(second).status_code == 200


def test_code_ends_after_fourteen_days(
    parent_at: Browser, browsers: Callable[[], Browser], desk_settings: FrontDeskSettings
) -> None:
    code = parent_at.get_code()
    past = datetime.now(UTC) - timedelta(seconds=1)
    assert change_database(desk_settings, "UPDATE resume_codes SET expires_at = ?", past)
    assert browsers().come_back(code).status_code == 422


def test_preview_of_the_link_uses_nothing_up(
    parent_at: Browser, front_desk: FrontDesk, browsers: Callable[[], Browser]
) -> None:
    page = parent_at.client.post("/save")
    code, phone = shown_code(page), browsers()
    assert f"{front_desk.url}/r/{code}" in page.text
    for _ in range(3):
        linked = phone.client.get(f"/r/{code}")
        assert f'name="code" value="{code}"' in linked.text and PRIVATE not in linked.text
        assert linked.headers["referrer-policy"] == "strict-origin"
    assert phone.come_back(code).status_code == 200


def test_link_with_an_unknown_code_looks_like_one_with_a_known_code(
    parent_at: Browser, front_desk: FrontDesk, browsers: Callable[[], Browser]
) -> None:
    code = parent_at.get_code()
    known, unknown = (browsers().look(f"/r/{each}") for each in (code, "AAAA-CCCC"))
    without_ids = [re.sub(r'form_id" value="[^"]+"', "", page) for page in (known, unknown)]
    assert without_ids[0].replace(code, "AAAA-CCCC") == without_ids[1]
    assert front_desk.client.get("/r/nonsense").status_code == 303


def test_code_is_kept_as_a_hash_and_its_use_is_noted_without_content(
    parent_at: Browser, browsers: Callable[[], Browser], desk_settings: FrontDeskSettings
) -> None:
    code = parent_at.get_code()
    browsers().come_back(code)
    with sqlite3.connect(desk_settings.var / "intake.db") as connection:
        rows = connection.execute("SELECT * FROM resume_codes").fetchall()
        noted = connection.execute(
            "SELECT actor, action, fields FROM audit WHERE action = 'came back'"
        ).fetchall()
    letters = normalise_code(code)
    assert letters is not None and len(rows) == 1
    assert letters not in str(rows).upper() and code not in str(rows)
    assert noted == [("parent, web", "came back", "[]")]


def test_guessing_is_stopped_kindly_even_for_a_right_code(
    parent_at: Browser, browsers: Callable[[], Browser]
) -> None:
    code, guesser = parent_at.get_code(), browsers()
    for _ in range(BY_NETWORK.amount):
        assert guesser.come_back("AAAA-AAAA").status_code == 422
    stopped = guesser.come_back(code)
    assert stopped.status_code == 429 and int(stopped.headers["retry-after"]) > 0
    assert "too many wrong codes" in stopped.text and "03330 062 835" in stopped.text


def test_right_code_opens_however_many_wrong_ones_others_try(
    parent_at: Browser, browsers: Callable[[], Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("frontdesk.wrong_codes.BY_ALL", RateLimitItemPerMinute(1, 15, "by all"))
    code, guesser = parent_at.get_code(), browsers()
    for _ in range(3):
        assert guesser.come_back("AAAA-AAAA").status_code == 422
    assert browsers().come_back(code).status_code == 200


def test_right_codes_are_not_counted_as_guesses(
    parent_at: Browser, browsers: Callable[[], Browser]
) -> None:
    code = parent_at.get_code()
    for _ in range(BY_NETWORK.amount + 2):
        code = shown_code(browsers().come_back(code))


def test_what_is_no_code_is_explained_and_not_counted(browsers: Callable[[], Browser]) -> None:
    browser = browsers()
    for _ in range(BY_NETWORK.amount + 1):
        page = browser.come_back('"><b>ABC')
    assert page.status_code == 422
    assert "<title>Problem: " in page.text and 'aria-describedby="problem code-hint"' in page.text
    assert "<b>" not in page.text


def test_person_reading_or_typing_keeps_it_open(
    parent_at: Browser, desk_settings: FrontDeskSettings
) -> None:
    leave_alone(desk_settings, minutes=19)
    standing = parent_at.client.post("/here").json()
    assert standing["open_seconds"] > 19 * 60 and standing["stay"] and standing["says"]
    leave_alone(desk_settings, minutes=19)
    assert PRIVATE in parent_at.look()


def test_question_is_asked_again_after_a_notice(
    browsers: Callable[[], Browser], parent_at: Browser, rasa: RasaStandIn
) -> None:
    parent_at.say("there is a fire and my child is hurt, he is not breathing")
    assert "999" in parent_at.look()
    assert rasa.texts == [PRIVATE]
    phone = browsers()
    fresh = shown_code(phone.come_back(parent_at.get_code()))
    assert phone.look().count(QUESTION) == 2
    assert load_notices()["welcome_back"].web.strip() in phone.look()
    laptop = browsers()
    laptop.come_back(fresh)
    assert laptop.look().count(QUESTION) == 2


def test_another_website_cannot_put_a_parent_into_its_own_conversation(
    parent_at: Browser, browsers: Callable[[], Browser]
) -> None:
    code, phone = parent_at.get_code(), browsers()
    for by_other in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        page = phone.client.post("/resume", data={"code": code}, headers=by_other)
        assert f'name="code" value="{code}"' in page.text and "set-cookie" not in page.headers
    assert phone.come_back(code).status_code == 200
