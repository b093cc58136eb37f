"""The worst day: thousands of texts, each many times, and a front desk killed again and again."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from frontdesk.notices import load_notices
from store.database import Database, open_database
from store.settings import StoreSettings
from store.tables import Message, OutgoingText
from tests.integration.front_desk import FrontDeskProcess, wait_until
from tests.integration.rasa_stand_in import RasaStandIn
from tests.integration.twilio_stand_in import TwilioStandIn

NUMBERS = 200
TEXTS_A_NUMBER = 10
KILLS = 5
AT_ONCE = 8
SEED = 20261122
PATIENCE_S = 240.0
NOTICES = load_notices()
GREETING, DELAYED = NOTICES["greeting"].sms, NOTICES["delayed"].sms


class Echo(RasaStandIn):
    """Answers each message with its own words, so that every answer says what it answers."""

    def take_turn(self, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        status, answer = super().take_turn(body)
        return status, {**answer, "messages": [{"text": f"You said: {body['text']}"}]}


class Insisting:
    """Posts each text until it is taken, as Twilio does."""

    def __init__(self, twilio: TwilioStandIn, url: str) -> None:
        self.twilio = twilio
        self.client = httpx.Client(
            base_url=url, trust_env=False, timeout=20, limits=httpx.Limits(max_connections=AT_ONCE)
        )
        self.taken = 0

    def post(self, fields: dict[str, str]) -> None:
        content = str(httpx.QueryParams(fields))
        headers = self.twilio.sign("/sms/twilio", fields)
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            try:
                status = self.client.post("/sms/twilio", content=content, headers=headers)
            except httpx.HTTPError:
                time.sleep(0.1)
                continue
            assert status.status_code == 200, status.status_code
            self.taken += 1
            return
        raise AssertionError("the front desk did not come back")


@pytest.mark.long
def test_of_two_thousand_texts_each_is_answered_once_and_in_order(
    tmp_path: Path,
    twilio: TwilioStandIn,
    free_port: int,
    processes: list[FrontDeskProcess],
) -> None:
    rasa = Echo()
    chance = random.Random(SEED)
    twilio.faults.shares = {"429": 0.01, "500": 0.005, "reset after accepting": 0.01}
    twilio.receipts = ("delivered",)
    environment = {
        "INTAKE_VAR": str(tmp_path / "var"),
        "INTAKE_RASA_URL": rasa.url,
        "INTAKE_ACTIONS_URL": rasa.url,
        "INTAKE_RATE_LIMIT": "off",
        **twilio.environment,
    }
    log = tmp_path / "front_desk.log"
    processes.append(FrontDeskProcess(free_port, environment, log))
    twilio.front_desk = processes[0].url

    distinct = [
        twilio.inbound(f"+4477009{number:05}", f"text {n} of {number}")
        for number in range(NUMBERS)
        for n in range(TEXTS_A_NUMBER)
    ]
    posts = [fields for fields in distinct for _ in range(chance.randint(1, 3))]
    chance.shuffle(posts)
    insisting = Insisting(twilio, processes[0].url)
    total = len(distinct) + NUMBERS

    def has_taken(so_many: int) -> bool:
        return len(twilio.messages) >= so_many

    def kill_now_and_then() -> None:
        for kill in range(1, KILLS + 1):
            so_many = total * kill // (KILLS + 1)
            wait_until(partial(has_taken, so_many), seconds=PATIENCE_S)
            processes[-1].kill()
            processes.append(FrontDeskProcess(free_port, environment, log))

    killing = threading.Thread(target=kill_now_and_then)
    killing.start()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(insisting.post, posts))
    killing.join(PATIENCE_S)
    assert not killing.is_alive() and len(processes) == KILLS + 1

    database = open_database(StoreSettings(env="test", var=tmp_path / "var"))
    wait_until(lambda: is_all_sent(database), seconds=PATIENCE_S)
    with database.reading() as session:
        stored = session.scalars(
            sa.select(Message).order_by(Message.conversation_id, Message.seq)
        ).all()
        outbox = {text.message_id: text for text in session.scalars(sa.select(OutgoingText)).all()}
    database.close()
    rasa.stop()

    from_parents = [message for message in stored if message.sender == "parent"]
    assert Counter(m.client_message_id for m in from_parents) == Counter(
        fields["MessageSid"] for fields in distinct
    )
    answers = [m for m in stored if m.sender != "parent" and m.text.startswith("You said: ")]
    assert Counter(m.reply_to for m in answers) == Counter(m.id for m in from_parents)
    assert {outbox[m.id].state for m in stored if m.sender != "parent"} <= {"sent", "delivered"}
    for number in range(NUMBERS):
        of_number = [m for m in stored if m.text.endswith(f" of {number}")]
        heard = [m.text for m in of_number if m.sender == "parent"]
        said = [m.text for m in of_number if m.sender != "parent"]
        assert said == [f"You said: {words}" for words in heard], "answered in order"
        got = twilio.bodies_to(f"+4477009{number:05}")
        assert [body for body in got if body.startswith("You said: ")] == said, "sent in order"
        once = [body for body in got if body != DELAYED]
        assert len(once) == len(set(once)) == len(said) + 1, "nothing is sent twice"
        assert got.count(GREETING) == 1
    assert insisting.taken == len(posts)


def is_all_sent(database: Database) -> bool:
    with database.reading() as session:
        waiting = session.scalar(
            sa.select(sa.func.count()).select_from(Message).where(Message.status == "waiting")
        )
        on_the_way = session.scalar(
            sa.select(sa.func.count())
            .select_from(OutgoingText)
            .where(OutgoingText.state.in_(("waiting", "sending")))
        )
    return not waiting and not on_the_way
