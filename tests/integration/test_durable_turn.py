from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
import sqlalchemy as sa

from frontdesk.notices import load_notices
from frontdesk.settings import FrontDeskSettings
from store.database import Database, open_database
from store.tables import Conversation, Handover, Message
from tests.integration.front_desk import (
    QUICK,
    FrontDesk,
    FrontDeskProcess,
    Parent,
    run_front_desk,
    wait_until,
)
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn

DELAYED = load_notices()["delayed"].web
PERSON_ASKED = load_notices()["person_asked"].web
# Where two share the work, a busy machine must not look like one of them that died.
PATIENT = replace(QUICK, told=25.0, answer=25.0, lease=10.0, turn=30.0)


def test_while_rasa_is_down_a_message_is_kept_and_answered_later(
    parent: Parent, rasa: RasaStandIn
) -> None:
    rasa.stop()
    message_id = str(uuid4())
    response = parent.send("my son is nine", message_id)
    assert response.status_code == 202
    assert [m["text"] for m in response.json()["messages"]] == [DELAYED]
    rasa.start()
    wait_until(lambda: QUESTION in parent.texts())
    again = parent.send("my son is nine", message_id)
    assert again.status_code == 200
    assert [m["text"] for m in again.json()["messages"]] == [DELAYED, QUESTION]
    assert rasa.texts == ["my son is nine"]


@pytest.mark.parametrize("has_restarted", [False, True])
def test_once_rasa_is_there_again_nobody_waits_for_a_pause_to_end(
    desk_settings: FrontDeskSettings,
    rasa: RasaStandIn,
    monkeypatch: pytest.MonkeyPatch,
    has_restarted: bool,
) -> None:
    monkeypatch.setattr("frontdesk.settling.BACKOFF", (600,))
    quick = replace(QUICK, answer=0.5)
    rasa.stop()
    with run_front_desk(desk_settings, quick) as desk:
        parent = desk.greet_parent()
        assert parent.send("my son is nine").status_code == 202
        if not has_restarted:
            rasa.start()
            wait_until(lambda: QUESTION in parent.texts())
            return
    with run_front_desk(desk_settings, quick) as desk:
        parent = replace(parent, client=desk.client)
        rasa.start()
        wait_until(lambda: QUESTION in parent.texts())


def test_messages_kept_while_rasa_was_down_are_answered_in_order(
    parent: Parent, rasa: RasaStandIn
) -> None:
    rasa.stop()
    for text in ("first", "second"):
        assert parent.send(text).status_code == 202
    rasa.start()
    wait_until(lambda: parent.texts().count(QUESTION) == 2)
    assert rasa.texts == ["first", "second"]
    assert [m["seq"] for m in parent.read()["messages"]] == list(range(1, 8))


def test_a_slow_answer_arrives_by_events_without_sending_again(
    parent: Parent, rasa: RasaStandIn
) -> None:
    rasa.seconds = 2.4
    assert parent.send("hello").status_code == 202
    told, answer = parent.listen(2, after=2)
    assert (told["text"], answer["text"]) == (DELAYED, QUESTION)
    assert len(rasa.turns) == 1


def test_an_answer_after_the_notice_but_in_time_brings_both(
    desk_settings: FrontDeskSettings, rasa: RasaStandIn
) -> None:
    rasa.seconds = 1.5
    with run_front_desk(desk_settings, replace(QUICK, told=0.3, answer=20.0)) as desk:
        response = desk.greet_parent().send("hello")
    assert response.status_code == 200
    assert [m["text"] for m in response.json()["messages"]] == [DELAYED, QUESTION]


@pytest.mark.parametrize("failure", ["error", "nothing to say"])
def test_after_three_failures_a_person_is_asked_and_the_next_message_is_answered(
    desk_settings: FrontDeskSettings,
    rasa: RasaStandIn,
    monkeypatch: pytest.MonkeyPatch,
    failure: str,
) -> None:
    monkeypatch.setattr("frontdesk.settling.BACKOFF", (0.05,))
    with run_front_desk(desk_settings, replace(QUICK, told=25.0, answer=4.0)) as desk:
        parent = desk.greet_parent()
        if failure == "error":
            rasa.status = 503
        else:
            rasa.messages = []
        response = parent.send("hello")
        assert response.status_code == 202
        assert [m["text"] for m in response.json()["messages"]] == [PERSON_ASKED]
        wait_until(lambda: len(rasa.turns) >= 5)
        assert parent.texts().count(PERSON_ASKED) == 1
        assert parent.read()["mode"] == "waiting"
        rasa.status, rasa.messages = 200, [{"text": QUESTION}]
        wait_until(lambda: QUESTION in parent.texts())
        assert parent.send("and then").json()["messages"][-1]["text"] == QUESTION
    database = open_database(desk_settings)
    with database.reading() as session:
        [handover] = session.scalars(sa.select(Handover)).all()
    database.close()
    assert (handover.reason, handover.status) == ("assistant gave up", "open")


def test_a_message_that_always_fails_does_not_hold_up_the_next(
    desk_settings: FrontDeskSettings, rasa: RasaStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("frontdesk.settling.BACKOFF", (0.05, 0.05, 60))
    take_turn = rasa.take_turn
    monkeypatch.setattr(
        rasa,
        "take_turn",
        lambda body: (500, {}) if body["text"] == "poison" else take_turn(body),
    )
    with run_front_desk(desk_settings, replace(QUICK, answer=0.6)) as desk:
        parent = desk.greet_parent()
        assert parent.send("poison").status_code == 202
        wait_until(lambda: PERSON_ASKED in parent.texts())
        assert parent.send("hello").status_code == 200
        assert rasa.texts == ["hello"]
    database = open_database(desk_settings)
    with database.reading() as session:
        statuses = session.scalars(
            sa.select(Message.status).where(Message.sender == "parent").order_by(Message.seq)
        ).all()
    database.close()
    assert statuses == ["failed", "answered"]


def test_events_resume_after_the_last_one_seen(parent: Parent) -> None:
    parent.send("hello")
    assert [m["seq"] for m in parent.listen(3)] == [1, 2, 3]
    assert [m["seq"] for m in parent.listen(1, last_event_id=2)] == [3]
    assert parent.listen(1, last_event_id=2) == parent.read(after=2)["messages"]


def test_an_open_stream_gets_what_is_said_meanwhile(parent: Parent) -> None:
    heard: list[dict[str, object]] = []
    listening = threading.Thread(target=lambda: heard.extend(parent.listen(3)))
    listening.start()
    parent.send("hello")
    listening.join(30)
    assert [m["seq"] for m in heard] == [1, 2, 3]


def test_a_silent_stream_is_kept_open_with_pings(parent: Parent) -> None:
    with parent.client.stream("GET", f"{parent.path}/events", headers=parent.headers) as response:
        assert any(line == ": ping" for line in response.iter_lines())


def test_two_front_desks_answer_a_message_once_and_show_it_on_both(
    desk_settings: FrontDeskSettings, rasa: RasaStandIn
) -> None:
    rasa.seconds = 0.3
    with (
        run_front_desk(desk_settings, PATIENT) as one,
        run_front_desk(desk_settings, PATIENT) as two,
    ):
        here = one.greet_parent()
        there = replace(here, client=two.client)
        message_id = str(uuid4())
        heard: list[dict[str, object]] = []
        listening = threading.Thread(target=lambda: heard.extend(there.listen(3)))
        listening.start()
        answers: list[httpx.Response] = []
        sending = threading.Thread(target=lambda: answers.append(here.send("hi", message_id)))
        sending.start()
        answers.append(there.send("hi", message_id))
        sending.join(30)
        listening.join(30)
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    assert len(rasa.turns) == 1
    assert [m["seq"] for m in heard] == [1, 2, 3]


def test_on_postgres_too_a_message_counts_once_and_order_is_kept(
    desk_settings: FrontDeskSettings, rasa: RasaStandIn, postgres_url: str
) -> None:
    rasa.seconds = 0.05
    on_postgres = desk_settings.model_copy(update={"database_url": postgres_url})
    with run_front_desk(on_postgres, PATIENT) as one, run_front_desk(on_postgres, PATIENT) as two:
        here = one.greet_parent()
        there = replace(here, client=two.client)
        message_id = str(uuid4())
        with ThreadPoolExecutor(12) as pool:
            same = [pool.submit(p.send, "hello", message_id) for p in (here, there) * 3]
            others = [pool.submit(p.send, f"{n}") for n, p in enumerate((here, there) * 3)]
        assert len({future.result().text for future in same}) == 1
        assert {future.result().status_code for future in same + others} == {200}
        history = here.read()["messages"]
    assert rasa.most_at_once == 1 and len(rasa.turns) == 7
    assert [m["seq"] for m in history] == list(range(1, 16))
    assert rasa.texts == [m["text"] for m in history if m["from"] == "parent"]


def test_a_front_desk_killed_in_the_middle_of_a_turn_answers_it_once_after_a_restart(
    tmp_path: Path, rasa: RasaStandIn, free_port: int, processes: list[FrontDeskProcess]
) -> None:
    log = tmp_path / "front_desk.log"
    environment = {
        "INTAKE_VAR": str(tmp_path / "var"),
        "INTAKE_RASA_URL": rasa.url,
        "INTAKE_ACTIONS_URL": rasa.url,
    }
    rasa.seconds = 0.8
    processes.append(FrontDeskProcess(free_port, environment, log))
    with httpx.Client(base_url=processes[0].url, timeout=30, trust_env=False) as client:
        parent = FrontDesk(processes[0].url, client).greet_parent()
        message_id = str(uuid4())

        def send_and_lose_the_connection() -> None:
            with pytest.raises(httpx.HTTPError):
                parent.send("Our secret: he is nine", message_id)

        sending = threading.Thread(target=send_and_lose_the_connection)
        sending.start()
        wait_until(lambda: rasa.turns)
        processes[0].kill()
        sending.join(30)
        processes.append(FrontDeskProcess(free_port, environment, log))
        wait_until(lambda: QUESTION in parent.texts())
        again = parent.send("Our secret: he is nine", message_id)
        assert again.status_code == 200
        assert again.json()["messages"][-1]["text"] == QUESTION
        assert parent.texts().count(QUESTION) == 1
        assert len({turn["message_id"] for turn in rasa.turns}) == 1
        parent.client.get(f"{parent.path}/messages?after=x", headers=parent.headers)
    written = log.read_text()
    assert "secret" not in written and QUESTION not in written
    assert parent.token not in written and parent.conversation_id not in written


def test_what_waits_when_a_person_takes_over_is_left_to_them(
    desk_settings: FrontDeskSettings, rasa: RasaStandIn
) -> None:
    rasa.stop()
    with run_front_desk(desk_settings, replace(QUICK, answer=0.2)) as desk:
        parent = desk.greet_parent()
        parent.send("hello")
        database = open_database(desk_settings)
        with database.writing() as session:
            session.execute(sa.update(Conversation).values(mode="staff"))
        rasa.start()
        wait_until(lambda: all_settled(database))
        database.close()
        assert parent.send("are you there").json() == {"messages": []}
    assert rasa.turns == []


def all_settled(database: Database) -> bool:
    with database.reading() as session:
        return not session.scalars(sa.select(Message.id).where(Message.status == "waiting")).all()
