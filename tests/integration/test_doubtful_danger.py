"""Words that may only sound like danger: they do, unless the assistant is sure that it is none."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa

from casework.safety.screen import screen_for_safety
from frontdesk.notices import load_notices
from frontdesk.settings import FrontDeskSettings
from store.database import open_database
from store.settings import StoreSettings
from store.tables import Conversation, SafetyEvent
from tests.integration.front_desk import (
    QUICK,
    FrontDesk,
    FrontDeskProcess,
    Parent,
    run_front_desk,
    wait_until,
)
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn

DOUBTFUL = "She was at crisis point last winter and is settled with her new tutor"
CERTAIN = "Since the letter came my son says that he wants to die"
NOTICE = load_notices()["safety.distress"]


def count_events(settings: StoreSettings) -> int:
    database = open_database(settings)
    with database.reading() as session:
        count = session.scalar(sa.select(sa.func.count()).select_from(SafetyEvent))
    database.close()
    return count or 0


def test_the_words_leave_a_doubt() -> None:
    doubtful, certain = (screen_for_safety(text, asked=None) for text in (DOUBTFUL, CERTAIN))
    assert doubtful is not None and doubtful.is_doubtful
    assert certain is not None and not certain.is_doubtful


def test_what_is_harmless_is_answered_like_any_message(
    parent: Parent, rasa: RasaStandIn, desk_settings: FrontDeskSettings
) -> None:
    rasa.clears_doubts = True
    [reply] = parent.send(DOUBTFUL).json()["messages"]
    assert reply["text"] == QUESTION
    assert [turn["suspected"] for turn in rasa.turns] == ["distress"]
    assert count_events(desk_settings) == 0


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_what_is_not_surely_harmless_gets_the_notice_at_once(
    front_desk: FrontDesk, rasa: RasaStandIn, desk_settings: FrontDeskSettings, channel: str
) -> None:
    parent = front_desk.greet_parent(channel)
    [reply] = parent.send(DOUBTFUL).json()["messages"]
    assert reply["topic"] == "safety:distress"
    wait_until(lambda: rasa.facts_of == [DOUBTFUL])
    assert count_events(desk_settings) == 1


def test_certain_danger_does_not_wait_for_the_assistant(parent: Parent, rasa: RasaStandIn) -> None:
    rasa.clears_doubts = True
    [reply] = parent.send(CERTAIN).json()["messages"]
    assert reply["topic"] == "safety:suicidal_child"
    assert rasa.turns == []


def test_while_rasa_is_down_a_doubt_is_a_danger(
    parent: Parent, rasa: RasaStandIn, desk_settings: FrontDeskSettings
) -> None:
    rasa.stop()
    [reply] = parent.send(DOUBTFUL).json()["messages"]
    assert reply["topic"] == "safety:distress"
    assert count_events(desk_settings) == 1
    assert parent.texts().count(NOTICE.text_for("web")) == 1


def test_behind_a_message_that_waits_a_doubt_is_a_danger(parent: Parent, rasa: RasaStandIn) -> None:
    rasa.stop()
    parent.send("hello")
    [reply] = parent.send(DOUBTFUL).json()["messages"]
    assert reply["topic"] == "safety:distress"
    rasa.clears_doubts = True
    rasa.start()
    wait_until(lambda: rasa.facts_of == [DOUBTFUL])
    assert rasa.texts == ["hello"]
    assert parent.texts().count(NOTICE.text_for("web")) == 1


def test_a_doubt_that_is_not_cleared_in_time_is_a_danger(
    desk_settings: FrontDeskSettings, rasa: RasaStandIn
) -> None:
    rasa.clears_doubts = True
    rasa.seconds = 2.5
    with run_front_desk(desk_settings, replace(QUICK, doubt=0.2, answer=5.0)) as desk:
        parent = desk.greet_parent()
        begun = time.monotonic()
        [reply] = parent.send(DOUBTFUL).json()["messages"]
        assert reply["topic"] == "safety:distress"
        assert time.monotonic() - begun < rasa.seconds
        wait_until(lambda: rasa.facts_of == [DOUBTFUL])
        assert QUESTION not in parent.texts()
    assert count_events(desk_settings) == 1


def test_a_desk_too_busy_to_keep_its_lease_says_the_notice_once(
    desk_settings: FrontDeskSettings, rasa: RasaStandIn
) -> None:
    rasa.seconds, rasa.seconds_of_facts = 0.4, 1.0
    always_late = replace(QUICK, lease=0.0)
    with run_front_desk(desk_settings, always_late) as desk:
        parent = desk.greet_parent()
        parent.send(DOUBTFUL)
        wait_until(lambda: rasa.facts_of != [])
        assert len(rasa.turns) > 1
        assert parent.texts().count(NOTICE.text_for("web")) == 1
    assert count_events(desk_settings) == 1


@pytest.mark.parametrize("mode", ["staff", "closed"])
def test_without_an_assistant_a_doubt_is_a_danger(
    parent: Parent, rasa: RasaStandIn, desk_settings: FrontDeskSettings, mode: str
) -> None:
    rasa.clears_doubts = True
    database = open_database(desk_settings)
    with database.writing() as session:
        session.execute(sa.update(Conversation).values(mode=mode))
    database.close()
    [reply] = parent.send(DOUBTFUL).json()["messages"]
    assert reply["topic"] == "safety:distress"
    assert rasa.turns == []


def test_the_same_message_again_gets_the_same_notice(parent: Parent, rasa: RasaStandIn) -> None:
    first = parent.send(DOUBTFUL, "7c9b4f6e-0d5b-4c0e-9e56-2f3c1b7a8d90")
    again = parent.send(DOUBTFUL, "7c9b4f6e-0d5b-4c0e-9e56-2f3c1b7a8d90")
    assert first.json() == again.json()
    assert len(rasa.turns) == 1


def test_a_front_desk_killed_in_doubt_settles_it_once_after_a_restart(
    tmp_path: Path, rasa: RasaStandIn, free_port: int, processes: list[FrontDeskProcess]
) -> None:
    environment = {
        "INTAKE_VAR": str(tmp_path / "var"),
        "INTAKE_RASA_URL": rasa.url,
        "INTAKE_ACTIONS_URL": rasa.url,
    }
    rasa.seconds = 0.4
    log = tmp_path / "front_desk.log"
    processes.append(FrontDeskProcess(free_port, environment, log))
    with httpx.Client(base_url=processes[0].url, timeout=30, trust_env=False) as client:
        parent = FrontDesk(processes[0].url, client).greet_parent()

        def send_and_lose_the_connection() -> None:
            with pytest.raises(httpx.HTTPError):
                parent.send(DOUBTFUL)

        sending = threading.Thread(target=send_and_lose_the_connection)
        sending.start()
        wait_until(lambda: rasa.turns)
        processes[0].kill()
        sending.join(30)
        rasa.stop()
        processes.append(FrontDeskProcess(free_port, environment, log))
        wait_until(lambda: NOTICE.text_for("web") in parent.texts())
        assert parent.texts().count(NOTICE.text_for("web")) == 1
    assert count_events(StoreSettings(env="test", var=tmp_path / "var")) == 1
