"""What stands around the box, posted as a form and asked for by the script of the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from html import unescape
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy.orm import Session

from casework.referral.draft import Draft
from casework.team.opening_hours import service_details
from frontdesk.settings import FrontDeskSettings
from store.conversations.opening import find_conversation
from store.database import open_database
from store.messages.record import add_message
from store.referrals.drafts import save_draft
from tests.integration.front_desk import FrontDesk, run_front_desk, wait_until
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn

NEEDS = ("No needs", "no needs"), ("Step-free", "step-free please"), ("Breaks", "breaks please")


def ask(rasa: RasaStandIn, asks: str, *buttons: tuple[str, str], text: str = "What is it?") -> None:
    shown = [{"title": title, "payload": payload} for title, payload in buttons]
    rasa.messages = [{"text": text, "asks": asks, "buttons": shown}]


def post(desk: FrontDesk, **fields: str | list[str]) -> httpx.Response:
    form = {"client_message_id": str(uuid4()), **fields}
    return desk.client.post("/", data=form, follow_redirects=True)


def send_by_script(desk: FrontDesk, text: str, message_id: str | None = None) -> httpx.Response:
    form = {"client_message_id": message_id or str(uuid4()), "text": text}
    return desk.client.post("/", data=form, headers={"Accept": "application/json"})


def read_messages(desk: FrontDesk, conversation: str) -> list[dict[str, Any]]:
    path = f"/api/conversations/{conversation}/messages"
    found: list[dict[str, Any]] = desk.client.get(path).json()["messages"]
    return found


def change(
    settings: FrontDeskSettings, conversation: str, work: Callable[[Session], object]
) -> None:
    database = open_database(settings)
    with database.writing() as session:
        work(session)
    database.close()


def conversation_on(page: httpx.Response) -> str:
    found = re.search(r'data-conversation="([^"]+)"', page.text)
    assert found
    return found[1]


def test_box_is_named_after_the_question_and_takes_words(
    front_desk: FrontDesk, rasa: RasaStandIn
) -> None:
    ask(rasa, "phone", ("I'd rather use email", "email please"))
    page = post(front_desk, text="hello")
    assert '<label for="text">Your phone number</label>' in page.text
    assert 'type="tel"' in page.text and 'autocomplete="tel"' in page.text
    assert "novalidate" in page.text
    assert '<a id="words" class="button" href="/?words=1#text">' in page.text
    in_words = front_desk.client.get("/?words=1")
    assert "<textarea" in in_words.text and 'inputmode="tel"' not in in_words.text


def test_question_is_the_legend_of_its_choices(front_desk: FrontDesk, rasa: RasaStandIn) -> None:
    ask(rasa, "plan", ("No plan", "there is no plan"), text='Has he a "plan" <b>now</b>?')
    page = post(front_desk, text="hello")
    legend = re.search(r"<legend[^>]*>(.*?)</legend>", page.text, re.S)
    assert legend and unescape(legend[1]) == 'Has he a "plan" <b>now</b>?'
    assert "<b>" not in page.text
    assert page.text.index("</fieldset>") < page.text.index('<label for="text">')


def test_date_in_three_fields_is_said_in_words(front_desk: FrontDesk, rasa: RasaStandIn) -> None:
    ask(rasa, "decision_date")
    page = post(front_desk, text="hello")
    assert '<details class="date">' in page.text
    post(front_desk, day="16", month="10", year="2026")
    assert rasa.texts[-1] == "16 October 2026"


def test_date_that_is_none_is_explained_and_what_was_filled_in_stays(
    front_desk: FrontDesk, rasa: RasaStandIn
) -> None:
    ask(rasa, "decision_date")
    post(front_desk, text="hello")
    page = post(front_desk, day="31", month="2", year="2026")
    assert page.status_code == 422
    assert "That is not a full date." in page.text and "<title>Problem: " in page.text
    assert '<details class="date" open>' in page.text and 'value="31"' in page.text
    assert re.search(r'id="date-problem" class="problem" role="alert">That is not', page.text)
    box = re.search(r'<input id="text"[^>]*>', page.text)
    assert box and "aria-invalid" not in box[0]
    assert rasa.texts == ["hello"]


def test_several_ticks_are_one_message(front_desk: FrontDesk, rasa: RasaStandIn) -> None:
    ask(rasa, "access_needs", *NEEDS)
    page = post(front_desk, text="hello")
    assert page.text.count('type="checkbox"') == 2
    assert '<button type="submit" name="say" value="no needs">' in page.text
    post(front_desk, tick=["step-free please", "breaks please"], ticked="1")
    assert rasa.texts[-1] == "step-free please, breaks please"
    assert post(front_desk, ticked="1").status_code == 422


def test_controls_say_what_is_written_on_them(front_desk: FrontDesk, rasa: RasaStandIn) -> None:
    ask(rasa, "council")
    page = post(front_desk, text="hello")
    for words in ("Why do you ask?", "Skip this question", "Talk to a person"):
        assert f'name="say" value="{words}">{words}</button>' in page.text
    post(front_desk, say="Why do you ask?")
    assert rasa.texts[-1] == "Why do you ask?"


def test_review_can_be_seen_on_a_page_of_its_own(front_desk: FrontDesk, rasa: RasaStandIn) -> None:
    ask(rasa, "summary", ("Yes, send it", "yes"))
    assert 'href="/review"' in post(front_desk, text="hello").text


def test_way_to_the_end_is_shown_once_the_parent_has_agreed(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings
) -> None:
    page = post(front_desk, text="hello")
    assert "questions left" not in page.text
    conversation = conversation_on(page)

    def agree(session: Session) -> None:
        draft = Draft()
        draft.referral.consent.store.given = True
        draft.progress.answered = ["consent", "role"]
        save_draft(
            session,
            conversation,
            channel="web",
            document=draft.referral.model_dump(mode="json"),
            progress=draft.progress.model_dump(mode="json"),
            turn_id="turn",
            outcome={},
            changed_fields=["consent"],
            now=datetime.now(UTC),
        )

    change(desk_settings, conversation, agree)
    page = front_desk.client.get("/")
    assert re.search(r"About \d+ questions left", page.text)
    assert 'value="Go back"' in page.text


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("staff", "You are now writing with our team."),
        ("waiting", "We have asked our team for a person. You can go on meanwhile."),
        ("closed", "This chat is closed. You can still ring us."),
    ],
)
def test_page_says_who_is_writing(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings, mode: str, words: str
) -> None:
    conversation = conversation_on(post(front_desk, text="hello"))

    def hand_over(session: Session) -> None:
        found = find_conversation(session, conversation)
        assert found is not None
        found.mode = mode
        add_message(session, found, sender="staff", text="I am here", now=datetime.now(UTC))

    change(desk_settings, conversation, hand_over)
    page = front_desk.client.get("/")
    # While the office is closed, it also says when somebody is there.
    assert re.search(rf'role="status">{re.escape(words)}( We open [^<]+)?</p>', page.text)
    assert '<p class="who">Our team said:</p>' in page.text
    assert '<label for="text">Your message</label>' in page.text


def test_script_is_told_at_once_that_the_first_message_is_kept(
    front_desk: FrontDesk, rasa: RasaStandIn
) -> None:
    rasa.seconds = 0.2
    message_id = str(uuid4())
    answers = [send_by_script(front_desk, "hello", message_id) for _ in range(2)]
    conversation = answers[0].json()["conversation_id"]
    assert [answer.json() for answer in answers] == [{"conversation_id": conversation}] * 2
    assert [message["text"] for message in read_messages(front_desk, conversation)][1:] == ["hello"]
    wait_until(lambda: len(read_messages(front_desk, conversation)) == 3)
    assert read_messages(front_desk, conversation)[2]["text"] == QUESTION
    assert rasa.texts == ["hello"]


def test_script_is_told_what_is_wrong_as_a_problem(front_desk: FrontDesk) -> None:
    answer = send_by_script(front_desk, "x" * 2_001)
    assert answer.status_code == 413
    assert answer.json()["detail"] == "Please use up to 2,000 characters in one message."


def test_script_gets_the_same_composer_without_the_page(
    front_desk: FrontDesk, rasa: RasaStandIn
) -> None:
    assert front_desk.client.get("/composer").status_code == 401
    ask(rasa, "email")
    page = post(front_desk, text="hello")
    part = front_desk.client.get("/composer")
    assert part.headers["cache-control"] == "no-store"
    ids = re.compile(r'value="[0-9a-f-]{36}"')
    assert ids.sub("", part.text).strip() in ids.sub("", page.text)
    assert "<html" not in part.text
    assert httpx.get(f"{front_desk.url}/composer", trust_env=False).status_code == 401


def test_every_page_tells_how_to_reach_us_and_when(front_desk: FrontDesk) -> None:
    for path in ("/", "/privacy"):
        footer = unescape(front_desk.client.get(path).text.partition("<footer>")[2])
        assert "Monday to Friday, 9am to 5pm" in footer
        assert re.search(r"We (?:are open now|open \w+)", footer)
        assert f'<a href="tel:+443330062835">{service_details().phone}</a>' in footer


def test_pages_wear_the_colours_of_the_charity(desk_settings: FrontDeskSettings) -> None:
    settings = desk_settings.model_copy(update={"colour": "#6b1450"})
    with run_front_desk(settings) as desk:
        address = re.search(r'href="(/theme\.css\?v=\w+)"', desk.client.get("/").text)
        assert address
        theme = desk.client.get(address[1])
    assert theme.headers["content-type"].startswith("text/css")
    assert "immutable" in theme.headers["cache-control"]
    assert "--strong:#6b1450" in theme.text and "--strong:#8fd0ee" in theme.text


def test_first_load_is_small_and_style_and_script_are_kept(front_desk: FrontDesk) -> None:
    """At most 30 KB over the wire, headers counted."""
    page = front_desk.client.get("/")
    parts = [page]
    for address in sorted(set(re.findall(r'(?:src|href)="(/[^"]+\?v=\w+)"', page.text))):
        part = front_desk.client.get(address)
        assert part.status_code == 200 and "immutable" in part.headers["cache-control"]
        parts.append(part)
    assert len(parts) > 3
    for part in parts:
        is_small = part.num_bytes_downloaded < 500
        assert is_small or part.headers["content-encoding"] == "gzip", part.url
    on_the_wire = sum(
        part.num_bytes_downloaded
        + sum(len(name) + len(value) + 4 for name, value in part.headers.raw)
        for part in parts
    )
    assert on_the_wire <= 30_000
    old = front_desk.client.get("/assets/chat.css?v=before")
    assert old.headers["cache-control"] == "no-cache" and old.headers["etag"]


def test_stream_of_events_is_not_held_up_by_compression(
    front_desk: FrontDesk, rasa: RasaStandIn
) -> None:
    parent = front_desk.greet_parent()
    headers = {**parent.headers, "Accept-Encoding": "gzip"}
    with front_desk.client.stream("GET", f"{parent.path}/events", headers=headers) as stream:
        assert "content-encoding" not in stream.headers
        lines = stream.iter_lines()
        assert any("event: message" in line for line in lines)
        parent.send("hello")
        assert any('"text":"hello"' in line for line in lines)
