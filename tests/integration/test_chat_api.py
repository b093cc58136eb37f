from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest
from fastapi.routing import iter_route_contexts

from frontdesk.app import PUBLIC_ROUTES, build_app
from frontdesk.notices import load_notices
from frontdesk.settings import FrontDeskSettings
from tests.integration.front_desk import FrontDesk, Parent, run_front_desk, wait_until
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn
from tests.integration.test_staff_rights import OF_NOBODY

MESSAGE_MEMBERS = {"id", "seq", "from", "text", "at", "choices", "asks", "topic"}


def test_a_parent_is_greeted(parent: Parent) -> None:
    assert parent.greeting["from"] == "assistant"
    assert parent.greeting["seq"] == 1
    assert parent.greeting["text"] == load_notices()["greeting"].web
    assert set(parent.greeting) == MESSAGE_MEMBERS


def test_a_parent_gets_the_replies_to_a_message(parent: Parent, rasa: RasaStandIn) -> None:
    rasa.messages = [
        {"text": "Thank you.", "buttons": [], "asks": None, "topic": None},
        {
            "text": "Is that right?",
            "buttons": [{"title": "Yes", "payload": "yes"}],
            "asks": "child_age",
            "topic": "summary",
        },
    ]
    response = parent.send("my son is nine")
    assert response.status_code == 200
    first, second = response.json()["messages"]
    assert (first["seq"], second["seq"]) == (3, 4)
    assert set(first) == MESSAGE_MEMBERS and first["choices"] == []
    assert second["choices"] == [{"label": "Yes", "say": "yes"}]
    assert (second["asks"], second["topic"]) == ("child_age", "summary")
    history = parent.read(after=1)
    assert [m["from"] for m in history["messages"]] == ["parent", "assistant", "assistant"]
    assert history["mode"] == "assistant"
    [turn] = rasa.turns
    assert turn == {
        "conversation": parent.conversation_id,
        "channel": "web",
        "message_id": history["messages"][0]["id"],
        "text": "my son is nine",
        "pending": None,
        "only_facts": False,
        "suspected": None,
        "answered": [],
        "after_notice": None,
        "sent_before_asked": False,
    }


def test_the_same_message_again_gets_the_same_replies(parent: Parent, rasa: RasaStandIn) -> None:
    message_id = str(uuid4())
    first, again = parent.send("hello", message_id), parent.send("hello", message_id)
    assert first.json() == again.json() and again.status_code == 200
    assert len(rasa.turns) == 1 and len(parent.read()["messages"]) == 3


def test_a_message_sent_ten_times_at_once_counts_once(parent: Parent, rasa: RasaStandIn) -> None:
    rasa.seconds = 0.1
    message_id = str(uuid4())
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(parent.send, ["hello"] * 10, [message_id] * 10))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1
    assert len(rasa.turns) == 1 and len(parent.read()["messages"]) == 3


def test_messages_sent_at_once_are_answered_one_at_a_time(
    parent: Parent, rasa: RasaStandIn
) -> None:
    rasa.seconds = 0.05
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(parent.send, [f"message {n}" for n in range(6)]))
    assert {answer.status_code for answer in answers} == {200}
    assert rasa.most_at_once == 1
    history = parent.read()["messages"]
    assert [m["seq"] for m in history] == list(range(1, 14))
    assert rasa.texts == [m["text"] for m in history if m["from"] == "parent"]


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("Yes, please", "yes"),
        ("yes, please.", "yes"),
        ("2", "no"),
        ("3", "3"),
        ("/restart", "restart"),
        ("  //inform{}", "inform{}"),
        ("/", "?"),
    ],
)
def test_the_assistant_hears_what_was_chosen_and_no_commands(
    parent: Parent, rasa: RasaStandIn, typed: str, heard: str
) -> None:
    rasa.messages = [
        {
            "text": "Shall we?",
            "buttons": [
                {"title": "Yes, please", "payload": "yes"},
                {"title": "No", "payload": "no"},
            ],
        }
    ]
    parent.send("hello")
    parent.send(typed)
    assert rasa.texts == ["hello", heard]
    assert parent.texts("parent") == ["hello", typed]


def test_choices_are_numbered_in_a_text_message(front_desk: FrontDesk, rasa: RasaStandIn) -> None:
    rasa.messages = [
        {"text": "Shall we?", "buttons": [{"title": "Yes", "payload": "yes"}]},
        {"text": "How old?", "asks": "child_age", "buttons": [{"title": "Skip", "payload": "s"}]},
    ]
    parent = front_desk.greet_parent("sms")
    texts = [m["text"] for m in parent.send("hello").json()["messages"]]
    assert texts == ["Shall we?\nReply 1 for Yes", "How old?\nOr reply: Skip"]
    parent.send("1")
    assert rasa.texts[-1] == "1", "an age, not the choice"


def test_danger_is_answered_without_the_assistant(parent: Parent, rasa: RasaStandIn) -> None:
    rasa.stop()
    response = parent.send("I want to die")
    [reply] = response.json()["messages"]
    assert response.status_code == 200
    assert reply["topic"] == "safety:suicidal_adult"
    assert reply["text"] == load_notices()["safety.suicidal_adult"].web
    assert rasa.turns == []
    assert parent.read()["mode"] == "waiting"


def test_the_conversation_goes_on_after_danger(parent: Parent, rasa: RasaStandIn) -> None:
    parent.send("I want to die")
    assert parent.send("carry on").json()["messages"][0]["text"] == QUESTION
    assert rasa.texts == ["carry on"]


def test_facts_told_with_danger_are_handed_on_once_and_nothing_else_is_said(
    parent: Parent, rasa: RasaStandIn
) -> None:
    parent.send("hello")
    rasa.status = 503
    words = "my ex hits me, dont text me"
    [notice] = parent.send(words).json()["messages"]
    assert notice["topic"].startswith("safety:")
    rasa.status = 200
    wait_until(lambda: rasa.facts_of)
    assert parent.send("carry on").json()["messages"][0]["text"] == QUESTION
    assert rasa.facts_of == [words]
    assert rasa.texts == ["hello", "carry on"]
    assert parent.texts()[-3:] == [QUESTION, notice["text"], QUESTION]


def test_a_conversation_opens_only_to_its_token(front_desk: FrontDesk, parent: Parent) -> None:
    other = front_desk.greet_parent()
    for path in ("messages", "events"):
        get = f"{parent.path}/{path}"
        assert front_desk.client.get(get).status_code == 401
        wrong = front_desk.client.get(get, headers={"Authorization": "Bearer wrong"})
        assert wrong.status_code == 401 and wrong.headers["WWW-Authenticate"] == "Bearer"
        assert front_desk.client.get(get, headers=other.headers).status_code == 404
    post = front_desk.client.post(
        f"{parent.path}/messages",
        json={"client_message_id": str(uuid4()), "text": "hello"},
        headers=other.headers,
    )
    assert post.status_code == 404
    assert post.headers["content-type"] == "application/problem+json"
    assert len(parent.read()["messages"]) == 1


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"client_message_id": str(uuid4()), "text": "x" * 2_001}, 413),
        ({"client_message_id": str(uuid4()), "text": "x" * 100_000}, 413),
        ({"client_message_id": str(uuid4()), "text": "  \n"}, 422),
        ({"client_message_id": "not a uuid", "text": "private words"}, 422),
        ({"text": "private words"}, 422),
        ([], 422),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_problem_document(
    parent: Parent, body: Any, status: int
) -> None:
    response = parent.client.post(f"{parent.path}/messages", json=body, headers=parent.headers)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert {"type", "title", "status", "detail"} <= set(response.json())
    assert "private words" not in response.text
    assert len(parent.read()["messages"]) == 1


def test_a_body_that_is_not_json_is_a_bad_request(parent: Parent) -> None:
    response = parent.client.post(
        f"{parent.path}/messages",
        content=b"{",
        headers={**parent.headers, "Content-Type": "application/json"},
    )
    assert response.status_code == 400
    assert response.json()["status"] == 400


def test_the_longest_message_and_any_letters_are_kept(parent: Parent, rasa: RasaStandIn) -> None:
    assert parent.send("ż" * 2_000).status_code == 200
    assert parent.send("nul \x00 and 👩‍👧").status_code == 200
    half_an_emoji = parent.client.post(
        f"{parent.path}/messages",
        content=b'{"client_message_id": "%s", "text": "\\ud83d"}' % str(uuid4()).encode(),
        headers={**parent.headers, "Content-Type": "application/json"},
    )
    assert half_an_emoji.status_code == 200
    assert parent.texts("parent") == ["ż" * 2_000, "nul \x00 and 👩‍👧", "?"]


def test_too_many_messages_have_to_wait(desk_settings: FrontDeskSettings) -> None:
    limited = desk_settings.model_copy(update={"rate_limit": "2,9"})
    with run_front_desk(limited) as desk:
        parent = desk.greet_parent()
        statuses = [parent.send("hello").status_code for _ in range(3)]
        refused = parent.send("hello")
        assert statuses == [200, 200, 429]
        assert 1 <= int(refused.headers["Retry-After"]) <= 60
        assert refused.headers["content-type"] == "application/problem+json"
        other = desk.greet_parent()
        assert other.send("hello").status_code == 200
        assert [other.send("hello").status_code for _ in range(3)][-1] == 429
        assert desk.client.post("/api/conversations", json={}).status_code == 429
        assert len(parent.read()["messages"]) == 5


@pytest.mark.parametrize(("proxies", "last"), [("127.0.0.1", 201), ("192.0.2.1", 429)])
def test_families_behind_our_own_proxy_are_counted_each_by_their_address(
    desk_settings: FrontDeskSettings, proxies: str, last: int
) -> None:
    ours = desk_settings.model_copy(update={"rate_limit": "2,2", "trusted_proxies": proxies})
    with run_front_desk(ours) as desk:
        statuses = [
            desk.client.post(
                "/api/conversations", json={}, headers={"X-Forwarded-For": f"198.51.100.{number}"}
            ).status_code
            for number in range(3)
        ]
    assert statuses == [201, 201, last]


def test_an_error_nobody_expected_is_a_problem_without_a_trace(
    parent: Parent, desk_settings: FrontDeskSettings
) -> None:
    import sqlite3

    with sqlite3.connect(desk_settings.var / "intake.db") as connection:
        connection.execute("UPDATE messages SET text = 'not a token'")
    response = parent.client.get(f"{parent.path}/messages", headers=parent.headers)
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert "Traceback" not in response.text and "InvalidToken" not in response.text


def test_every_route_wants_a_token_or_is_public_for_a_reason(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings
) -> None:
    routes = list(iter_route_contexts(build_app(desk_settings).routes))
    assert set(PUBLIC_ROUTES) <= {route.path for route in routes}
    assert all(PUBLIC_ROUTES.values())
    closed = [route for route in routes if route.path not in PUBLIC_ROUTES]
    assert closed
    for route in closed:
        assert route.path is not None and route.methods
        for method in route.methods:
            path = route.path.format(**OF_NOBODY)
            body = {"client_message_id": str(uuid4()), "text": "hello"}
            response = front_desk.client.request(method, path, json=body)
            assert response.status_code == 401, (method, path)
