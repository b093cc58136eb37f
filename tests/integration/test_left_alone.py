"""A browser that is left alone hides what was said in it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest

from frontdesk.notices import load_notices
from frontdesk.settings import FrontDeskSettings
from tests.integration.browsers import PRIVATE, Browser, leave_alone
from tests.integration.front_desk import FrontDesk
from tests.integration.rasa_stand_in import RasaStandIn


def test_browser_left_alone_shows_nothing_until_the_code_is_given(
    parent_at: Browser, desk_settings: FrontDeskSettings
) -> None:
    code = parent_at.get_code()
    leave_alone(desk_settings, minutes=19)
    assert PRIVATE in parent_at.look()
    leave_alone(desk_settings)
    for path in ("/", "/save", "/review", "/receipt"):
        page = parent_at.look(path)
        assert "You have been away" in page and PRIVATE not in page
        assert "03330 062 835" in page and "Begin a new chat" in page
    parent_at.come_back(code)
    assert PRIVATE in parent_at.look()


def test_looking_at_the_page_and_writing_keep_it_open(
    parent_at: Browser, desk_settings: FrontDeskSettings
) -> None:
    for sign in (lambda: parent_at.look(), lambda: parent_at.say("yes"), parent_at.get_code):
        leave_alone(desk_settings, minutes=15)
        sign()
        leave_alone(desk_settings, minutes=15)
        assert PRIVATE in parent_at.look()


def test_polls_of_the_script_do_not_keep_it_open(
    parent_at: Browser, desk_settings: FrontDeskSettings
) -> None:
    conversation = parent_at.cookie.split(".")[0]
    path = f"/api/conversations/{conversation}/messages"
    leave_alone(desk_settings, minutes=15)
    assert parent_at.client.get(path).status_code == 200
    by_script = {"Sec-Fetch-Mode": "cors", "Accept": "*/*"}
    assert parent_at.client.get("/composer", headers=by_script).status_code == 200
    assert parent_at.client.get("/here").json()["open_seconds"] <= 5 * 60
    leave_alone(desk_settings, minutes=6)
    assert parent_at.client.get(path).status_code == 401
    assert parent_at.client.get("/composer", headers=by_script).status_code == 401
    assert parent_at.client.get("/here").json() == {"is_locked": True}


def test_before_there_is_a_chat_there_is_nothing_to_hide(browsers: Callable[[], Browser]) -> None:
    browser = browsers()
    assert browser.client.get("/here").status_code == 204
    browser.look()
    assert browser.client.post("/here").status_code == 204
    assert "nothing to save yet" in browser.look("/save")
    assert "nothing to save yet" in browser.client.post("/save").text


def test_event_stream_ends_when_the_browser_is_locked(
    parent_at: Browser, desk_settings: FrontDeskSettings
) -> None:
    conversation = parent_at.cookie.split(".")[0]
    with parent_at.client.stream("GET", f"/api/conversations/{conversation}/events") as stream:
        lines = stream.iter_lines()
        next(lines)
        leave_alone(desk_settings)
        assert [line for line in lines if line.startswith("data")]
    assert parent_at.client.get(f"/api/conversations/{conversation}/events").status_code == 401


def test_bearer_token_of_the_api_is_never_locked(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings
) -> None:
    parent = front_desk.greet_parent()
    parent.send("hello")
    leave_alone(desk_settings, minutes=600)
    assert parent.send("still here").status_code == 200


def test_cookie_that_is_locked_does_not_open_as_a_bearer_token(
    parent_at: Browser, desk_settings: FrontDeskSettings
) -> None:
    conversation, token = parent_at.cookie.split(".")[:2]
    leave_alone(desk_settings)
    headers = {"Authorization": f"Bearer {token}"}
    path = f"/api/conversations/{conversation}/messages"
    assert parent_at.client.get(path, headers=headers).status_code == 401


def test_words_sent_too_late_are_given_back_and_not_kept(
    parent_at: Browser, desk_settings: FrontDeskSettings, rasa: RasaStandIn
) -> None:
    leave_alone(desk_settings)
    page = parent_at.say("a long <letter>")
    assert page.status_code == 401 and "a long &lt;letter&gt;</textarea>" in page.text
    assert PRIVATE not in page.text and rasa.texts == [PRIVATE]


@pytest.mark.parametrize(
    ("form", "given_back"),
    [
        ({"say": "there is no plan"}, "there is no plan"),
        (
            {"ticked": "1", "tick": ["step-free please", "breaks please"]},
            "step-free please, breaks",
        ),
        ({"day": "41", "month": "May", "year": "2026"}, "41 May 2026"),
        ({"text": "one", "unsent": ["two", "three"]}, "one\ntwo\nthree</textarea>"),
    ],
)
def test_everything_sent_too_late_is_given_back(
    parent_at: Browser,
    desk_settings: FrontDeskSettings,
    form: dict[str, str | list[str]],
    given_back: str,
) -> None:
    leave_alone(desk_settings)
    page = parent_at.client.post("/", data={"client_message_id": str(uuid4()), **form})
    assert page.status_code == 401 and given_back in page.text


def test_what_the_script_could_not_send_stands_in_the_box(parent_at: Browser) -> None:
    form = {"client_message_id": str(uuid4()), "text": "one", "unsent": ["two", "three"]}
    page = parent_at.client.post("/", data=form)
    assert '<p class="text" dir="auto">one</p>' in page.text
    assert 'value="two three"' in page.text


def test_parent_without_a_code_can_begin_a_new_chat(
    parent_at: Browser, desk_settings: FrontDeskSettings
) -> None:
    leave_alone(desk_settings)
    assert parent_at.client.post("/new-chat").headers["location"] == "/"
    assert load_notices()["greeting"].web.strip() in parent_at.look()
    parent_at.say("hello again")
    assert PRIVATE not in parent_at.look() and "hello again" in parent_at.look()


def test_coming_back_elsewhere_hides_the_chat_in_the_browser_before(
    parent_at: Browser, browsers: Callable[[], Browser]
) -> None:
    browsers().come_back(parent_at.get_code())
    assert PRIVATE not in parent_at.look() and "You have been away" in parent_at.look()


def test_leaving_ends_the_token_of_the_browser(parent_at: Browser) -> None:
    cookie = parent_at.cookie
    left = parent_at.client.get("/leave")
    assert left.status_code == 303 and "intake" not in parent_at.client.cookies
    stolen = parent_at.client.get("/", headers={"Cookie": f"intake={cookie}"})
    assert PRIVATE not in stolen.text and "You have been away" not in stolen.text
