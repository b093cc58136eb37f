"""Danger that the front desk's own screen does not hear and the assistant does."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
import sqlalchemy as sa

from casework.safety.screen import screen_for_safety
from frontdesk.notices import load_notices
from frontdesk.settings import FrontDeskSettings
from store.database import Database, open_database
from store.settings import StoreSettings
from store.tables import Handover, SafetyEvent
from tests.integration.front_desk import (
    QUICK,
    FrontDesk,
    FrontDeskProcess,
    Parent,
    run_front_desk,
    wait_until,
)
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn

HINT = "I have said what I needed to say to everyone"
NOTICE = load_notices()["safety.suicidal_adult"]


def read_events(database: Database) -> list[tuple[str, str, str]]:
    with database.reading() as session:
        return [
            (event.category, event.priority, event.message_id)
            for event in session.scalars(sa.select(SafetyEvent))
        ]


def test_the_front_desk_alone_does_not_hear_the_hint() -> None:
    assert screen_for_safety(HINT, asked=None) is None


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_a_parent_gets_the_notice_and_a_person_is_asked(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings, rasa: RasaStandIn, channel: str
) -> None:
    rasa.danger = "suicidal_adult"
    parent = front_desk.greet_parent(channel)
    response = parent.send(HINT)
    [reply] = response.json()["messages"]
    assert response.status_code == 200
    assert reply["topic"] == "safety:suicidal_adult"
    assert reply["text"] == NOTICE.text_for(channel)
    assert [choice["label"] for choice in reply["choices"]] == [
        choice["label"] for choice in NOTICE.choices
    ]
    assert parent.read()["mode"] == "waiting"
    database = open_database(desk_settings)
    assert read_events(database) == [("suicidal_adult", "immediate", rasa.turns[0]["message_id"])]
    with database.reading() as session:
        [handover] = session.scalars(sa.select(Handover)).all()
    database.close()
    assert (handover.reason, handover.priority) == ("safety:suicidal_adult", "immediate")


def test_the_same_message_again_gets_the_same_notice(parent: Parent, rasa: RasaStandIn) -> None:
    rasa.danger = "distress"
    message_id = str(uuid4())
    first, again = parent.send(HINT, message_id), parent.send(HINT, message_id)
    assert first.json() == again.json()
    assert len(rasa.turns) == 1


def test_the_question_waits_until_the_parent_carries_on(parent: Parent, rasa: RasaStandIn) -> None:
    parent.send("hello")
    rasa.danger = "distress"
    parent.send(HINT)
    rasa.danger = None
    assert parent.send("carry on").json()["messages"][0]["text"] == QUESTION
    assert rasa.facts_of == [HINT]
    assert rasa.texts == ["hello", HINT, "carry on"]


def test_a_type_of_danger_unknown_here_is_tried_again(
    desk_settings: FrontDeskSettings, rasa: RasaStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("frontdesk.settling.BACKOFF", (0.05,))
    rasa.danger = "boredom"
    with run_front_desk(desk_settings, replace(QUICK, told=5.0, answer=0.2)) as desk:
        parent = desk.greet_parent()
        assert parent.send(HINT).status_code == 202
        rasa.danger = "suicidal_adult"
        wait_until(lambda: NOTICE.text_for("web") in parent.texts())


def test_a_front_desk_killed_meanwhile_gives_the_notice_once_after_a_restart(
    tmp_path: Path, rasa: RasaStandIn, free_port: int, processes: list[FrontDeskProcess]
) -> None:
    log = tmp_path / "front_desk.log"
    environment = {
        "INTAKE_VAR": str(tmp_path / "var"),
        "INTAKE_RASA_URL": rasa.url,
        "INTAKE_ACTIONS_URL": rasa.url,
    }
    rasa.danger = "suicidal_adult"
    rasa.seconds = 0.8
    processes.append(FrontDeskProcess(free_port, environment, log))
    with httpx.Client(base_url=processes[0].url, timeout=30, trust_env=False) as client:
        parent = FrontDesk(processes[0].url, client).greet_parent()

        def send_and_lose_the_connection() -> None:
            with pytest.raises(httpx.HTTPError):
                parent.send(HINT)

        sending = threading.Thread(target=send_and_lose_the_connection)
        sending.start()
        wait_until(lambda: rasa.turns)
        processes[0].kill()
        sending.join(30)
        processes.append(FrontDeskProcess(free_port, environment, log))
        wait_until(lambda: NOTICE.text_for("web") in parent.texts())
        assert parent.texts().count(NOTICE.text_for("web")) == 1
    database = open_database(StoreSettings(env="test", var=tmp_path / "var"))
    assert len(read_events(database)) == 1
    database.close()
    assert HINT not in log.read_text()
