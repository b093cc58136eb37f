"""Each text is sent once and in order, whatever breaks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from frontdesk.notices import load_notices
from frontdesk.settings import FrontDeskSettings
from frontdesk.sms import sending
from store.database import Database, open_database
from store.settings import StoreSettings
from tests.integration.front_desk import (
    FrontDesk,
    FrontDeskProcess,
    run_front_desk,
    wait_until,
)
from tests.integration.outbox import GREETING, PARENT, begin, reasons, say_as_staff, states, texts
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn
from tests.integration.twilio_stand_in import TwilioStandIn

SERVICE = "MG" + "7" * 32


@pytest.fixture
def kept(texting_settings: FrontDeskSettings) -> Iterator[Database]:
    database = open_database(texting_settings)
    yield database
    database.close()


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "BACKOFF", (0.1,))


@pytest.mark.parametrize("fault", ["429", "500", "reset", "hang"])
def test_what_passes_is_tried_again_and_nothing_overtakes(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database, fault: str
) -> None:
    twilio.faults.next.extend([fault, fault])
    twilio.faults.hang_seconds = 1.2
    twilio.text(PARENT, "hello")
    wait_until(lambda: states(kept) == ["sent", "sent"])
    assert twilio.bodies_to(PARENT) == [GREETING, QUESTION]
    assert len(twilio.requests) == 4


@pytest.mark.parametrize(
    "fault", ["reset after accepting", "500 after accepting", "hang after accepting"]
)
def test_a_text_whose_answer_was_lost_is_looked_up_and_not_sent_twice(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database, fault: str
) -> None:
    twilio.faults.next.append(fault)
    twilio.faults.hang_seconds = 1.2
    twilio.text(PARENT, "hello")
    wait_until(lambda: states(kept) == ["sent", "sent"])
    assert twilio.bodies_to(PARENT) == [GREETING, QUESTION]
    assert texts(kept)[0].provider_sid == twilio.messages[0].sid


def test_the_same_words_sent_before_are_not_taken_for_the_text_in_doubt(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database
) -> None:
    begin(twilio)
    say_as_staff(kept, "Are you there?")
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 3)
    twilio.faults.next.append("reset")
    say_as_staff(kept, "Are you there?")
    wait_until(lambda: twilio.bodies_to(PARENT).count("Are you there?") == 2)


def test_a_receipt_settles_a_text_in_doubt_before_anybody_looks(
    texting_settings: FrontDeskSettings, twilio: TwilioStandIn, kept: Database
) -> None:
    twilio.faults.list_fails = True
    twilio.faults.next.append("reset after accepting")
    twilio.receipts = ("sent", "delivered")
    with run_front_desk(texting_settings) as desk:
        twilio.front_desk = desk.url
        twilio.text(PARENT, "hello")
        wait_until(lambda: states(kept) == ["delivered", "delivered"])
    assert twilio.bodies_to(PARENT) == [GREETING, QUESTION]


def test_what_nobody_can_know_is_not_sent_again_and_a_person_is_told(
    texting_desk: FrontDesk,
    twilio: TwilioStandIn,
    kept: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sending, "LOOKED_FOR", timedelta(seconds=1))
    twilio.faults.list_fails = True
    twilio.faults.next.append("reset after accepting")
    twilio.text(PARENT, "hello")
    wait_until(lambda: states(kept) == ["unknown", "sent"])
    assert twilio.bodies_to(PARENT) == [GREETING, QUESTION]
    assert reasons(kept) == {"text perhaps not sent"}


def test_two_front_desks_send_each_text_once_and_in_order(
    texting_settings: FrontDeskSettings,
    twilio: TwilioStandIn,
    rasa: RasaStandIn,
    postgres_url: str,
) -> None:
    rasa.messages = [{"text": f"part {n}"} for n in range(6)]
    on_postgres = texting_settings.model_copy(update={"database_url": postgres_url})
    with run_front_desk(on_postgres) as one, run_front_desk(on_postgres):
        twilio.front_desk = one.url
        numbers = [f"+4477009001{n:02}" for n in range(8)]
        for number in numbers:
            twilio.text(number, "hello")
        wait_until(lambda: len(twilio.messages) == 7 * len(numbers))
        for number in numbers:
            assert twilio.bodies_to(number) == [GREETING, *(f"part {n}" for n in range(6))]


def test_words_about_danger_overtake_a_text_that_is_held_up(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database
) -> None:
    twilio.faults.next.append("429")
    twilio.faults.retry_after = "3600"
    twilio.text(PARENT, "hello")
    wait_until(lambda: twilio.requests)
    twilio.text(PARENT, "my son wants to kill himself")
    wait_until(lambda: twilio.messages)
    assert twilio.bodies_to(PARENT) == [load_notices()["safety.suicidal_child"].sms]
    wait_until(lambda: states(kept) == ["waiting", "waiting", "sent"])


@pytest.mark.parametrize("fault", ["hang after accepting", "hang"])
def test_a_front_desk_killed_while_it_sends_sends_each_text_once(
    tmp_path: Path,
    rasa: RasaStandIn,
    twilio: TwilioStandIn,
    free_port: int,
    processes: list[FrontDeskProcess],
    fault: str,
) -> None:
    environment = {
        "INTAKE_VAR": str(tmp_path / "var"),
        "INTAKE_RASA_URL": rasa.url,
        "INTAKE_ACTIONS_URL": rasa.url,
        **twilio.environment,
    }
    log = tmp_path / "front_desk.log"
    processes.append(FrontDeskProcess(free_port, environment, log))
    twilio.front_desk = processes[0].url
    twilio.faults.next.append(fault)
    twilio.faults.hang_seconds = 30
    assert twilio.text(PARENT, "our secret words").status_code == 200
    wait_until(lambda: twilio.requests)
    processes[0].kill()
    processes.append(FrontDeskProcess(free_port, environment, log))
    kept = open_database(StoreSettings(env="test", var=tmp_path / "var"))
    wait_until(lambda: states(kept) == ["sent", "sent"])
    kept.close()
    assert twilio.bodies_to(PARENT) == [GREETING, QUESTION]
    written = log.read_text()
    assert PARENT not in written and "secret" not in written and QUESTION not in written
