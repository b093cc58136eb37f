from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from frontdesk.settings import FrontDeskSettings
from tests.integration.browsers import browsers, parent_at
from tests.integration.colleagues import jo, kept, open_browser, staff_browser
from tests.integration.databases import (
    copy_migrated,
    database,
    empty_database,
    empty_postgres_url,
    kind_of_database,
    migrated_postgres,
    migrated_sqlite,
    postgres_server,
    postgres_url,
)
from tests.integration.front_desk import FrontDesk, FrontDeskProcess, Parent, run_front_desk
from tests.integration.rasa_stand_in import RasaStandIn
from tests.integration.twilio_answers import ACCOUNT, NUMBER
from tests.integration.twilio_stand_in import PUBLIC_URL, TwilioStandIn
from tools.free_ports import find_free_port

__all__ = [
    "browsers",
    "database",
    "empty_database",
    "empty_postgres_url",
    "jo",
    "kept",
    "kind_of_database",
    "migrated_postgres",
    "migrated_sqlite",
    "open_browser",
    "parent_at",
    "postgres_server",
    "postgres_url",
    "staff_browser",
]


@pytest.fixture
def now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def rasa() -> Iterator[RasaStandIn]:
    stand_in = RasaStandIn()
    yield stand_in
    stand_in.stop()


@pytest.fixture
def desk_settings(
    tmp_path: Path, rasa: RasaStandIn, migrated_sqlite: Path, monkeypatch: pytest.MonkeyPatch
) -> FrontDeskSettings:
    monkeypatch.chdir(tmp_path)
    copy_migrated(migrated_sqlite, tmp_path / "var")
    return FrontDeskSettings(
        env="test",
        var=tmp_path / "var",
        rasa_url=rasa.url,
        actions_url=rasa.url,
        rate_limit="off",
    )


@pytest.fixture
def front_desk(desk_settings: FrontDeskSettings) -> Iterator[FrontDesk]:
    with run_front_desk(desk_settings) as desk:
        yield desk


@pytest.fixture
def parent(front_desk: FrontDesk) -> Parent:
    return front_desk.greet_parent()


@pytest.fixture
def twilio() -> Iterator[TwilioStandIn]:
    stand_in = TwilioStandIn()
    yield stand_in
    stand_in.stop()


@pytest.fixture
def texting_settings(desk_settings: FrontDeskSettings, twilio: TwilioStandIn) -> FrontDeskSettings:
    return desk_settings.model_copy(
        update={
            "public_url": PUBLIC_URL,
            "twilio_account_sid": ACCOUNT,
            "twilio_auth_token": SecretStr(twilio.token),
            "twilio_from": NUMBER,
            "twilio_api_base_url": twilio.url,
        }
    )


@pytest.fixture
def texting_desk(texting_settings: FrontDeskSettings, twilio: TwilioStandIn) -> Iterator[FrontDesk]:
    with run_front_desk(texting_settings) as desk:
        twilio.front_desk = desk.url
        yield desk


@pytest.fixture
def free_port() -> int:
    return find_free_port()


@pytest.fixture
def processes() -> Iterator[list[FrontDeskProcess]]:
    started: list[FrontDeskProcess] = []
    yield started
    for process in started:
        process.stop()
