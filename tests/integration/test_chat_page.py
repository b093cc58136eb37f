from __future__ import annotations

import re
from html import unescape

import httpx
import pytest

from casework.conversation.other_languages import language_of
from frontdesk.notices import load_notices
from store.conversations.tokens import make_token
from tests.integration.front_desk import FrontDesk
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn


def fields_of(page: httpx.Response) -> dict[str, str]:
    found = re.search(r'name="client_message_id" value="([^"]+)"', page.text)
    assert found
    return {"client_message_id": found[1]}


def messages_on(page: httpx.Response) -> list[str]:
    texts = re.findall(r'<p class="text"[^>]*>(.*?)</p>', page.text, re.S)
    return [unescape(text) for text in texts]


def test_a_visit_shows_the_greeting_and_keeps_nothing(front_desk: FrontDesk) -> None:
    page = front_desk.client.get("/")
    assert messages_on(page) == [load_notices()["greeting"].web]
    assert "data-conversation" not in page.text
    assert 'role="log"' in page.text and '<label for="text">' in page.text
    assert "03330 062 835" in page.text and 'href="tel:999"' in page.text


def test_a_parent_can_chat_without_javascript(front_desk: FrontDesk, rasa: RasaStandIn) -> None:
    rasa.messages = [{"text": QUESTION, "buttons": [{"title": "Skip <it>", "payload": "skip"}]}]
    page = front_desk.client.get("/")
    answer = front_desk.client.post("/", data={**fields_of(page), "text": "<b>hello</b>"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/#newest")
    page = front_desk.client.get("/")
    assert messages_on(page)[1:] == ["<b>hello</b>", QUESTION]
    assert "<b>" not in page.text
    assert '<button type="submit" name="say" value="skip">' in page.text
    front_desk.client.post("/", data={**fields_of(page), "say": "skip", "text": "half a wor"})
    assert rasa.texts == ["<b>hello</b>", "skip"]


def test_the_first_message_posted_twice_begins_one_conversation(
    front_desk: FrontDesk, rasa: RasaStandIn
) -> None:
    form = {**fields_of(front_desk.client.get("/")), "text": "hello"}
    for _ in range(2):
        assert front_desk.client.post("/", data=form).status_code == 303
    assert len(messages_on(front_desk.client.get("/"))) == 3
    assert rasa.texts == ["hello"]


def test_the_cookie_opens_the_api_to_the_page_and_to_nobody_else(front_desk: FrontDesk) -> None:
    page = front_desk.client.get("/")
    set_cookie = page.headers["set-cookie"]
    assert "HttpOnly" in set_cookie and "SameSite=Lax" in set_cookie
    front_desk.client.post("/", data={**fields_of(page), "text": "hello"})
    found = re.search(r'data-conversation="([^"]+)"', front_desk.client.get("/").text)
    assert found
    path = f"/api/conversations/{found[1]}/messages"
    assert front_desk.client.get(path).status_code == 200
    assert httpx.get(front_desk.url + path, trust_env=False).status_code == 401


def test_somebody_elses_conversation_id_in_a_cookie_opens_nothing(
    front_desk: FrontDesk, rasa: RasaStandIn
) -> None:
    other = front_desk.greet_parent()
    other.send("private words")
    cookie = {"Cookie": f"intake={other.conversation_id}.{make_token()}"}
    page = httpx.get(front_desk.url, headers=cookie, trust_env=False)
    assert "private words" not in page.text
    form = {**fields_of(page), "text": "hello"}
    httpx.post(front_desk.url, data=form, headers=cookie, trust_env=False)
    assert other.texts("parent") == ["private words"]
    assert len({turn["conversation"] for turn in rasa.turns}) == 2


def test_leaving_from_a_frame_without_a_script_leaves_the_whole_page(front_desk: FrontDesk) -> None:
    [link] = re.findall(r'<a class="leave"[^>]*>', front_desk.client.get("/").text)
    assert 'target="_top"' in link


def test_leaving_forgets_the_conversation_and_shows_something_else(front_desk: FrontDesk) -> None:
    front_desk.client.post(
        "/", data={**fields_of(front_desk.client.get("/")), "text": "he reads my phone"}
    )
    answer = front_desk.client.get("/leave")
    assert answer.status_code == 303 and answer.headers["location"].startswith("https://www.bbc")
    assert len(messages_on(front_desk.client.get("/"))) == 1


@pytest.mark.parametrize(("text", "status"), [("  ", 422), ("x" * 2_001, 413)])
def test_a_message_that_cannot_be_kept_is_explained_on_the_page(
    front_desk: FrontDesk, text: str, status: int
) -> None:
    page = front_desk.client.get("/")
    answer = front_desk.client.post("/", data={**fields_of(page), "text": text})
    assert answer.status_code == status
    assert "<title>Problem: " in answer.text and 'aria-describedby="problem count"' in answer.text


def test_pages_allow_no_foreign_or_inline_code(front_desk: FrontDesk) -> None:
    for path in ("/", "/privacy"):
        page = front_desk.client.get(path)
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert not re.search(r"<script(?![^>]* src=\"/assets/)|style=|<style|\son\w+=", page.text)
        for asset in re.findall(r'(?:src|href)="(/assets/[^"]+)"', page.text):
            assert front_desk.client.get(asset).status_code == 200


def test_a_message_in_urdu_runs_from_right_to_left(
    front_desk: FrontDesk, rasa: RasaStandIn
) -> None:
    urdu = language_of("urd")
    words, label = urdu.text_for("offer", "web"), urdu.choices["call"]
    rasa.messages = [{"text": words, "buttons": [{"title": label, "payload": label}]}]
    page = front_desk.client.get("/")
    front_desk.client.post("/", data={**fields_of(page), "text": "مدد کریں"})
    page = front_desk.client.get("/")
    assert messages_on(page)[-1] == words
    assert '<p class="text" dir="rtl" lang="ur">' in page.text
    assert f'value="{label}" lang="ur" dir="rtl">{label}</button>' in page.text
    assert '<p class="text" dir="auto">مدد کریں</p>' in page.text
