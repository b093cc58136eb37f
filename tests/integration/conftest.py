from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from pydantic import SecretStr

from frontdesk.settings import FrontDeskSettings
from store.database import Database, open_database
from store.migrate import migrate
from store.settings import StoreSettings
from tests.integration.browsers import browsers, parent_at
from tests.integration.colleagues import jo, kept, open_browser, staff_browser
from tests.integration.front_desk import FrontDesk, FrontDeskProcess, Parent, run_front_desk
from tests.integration.postgres_server import run_postgres
from tests.integration.rasa_stand_in import RasaStandIn
from tests.integration.twilio_answers import ACCOUNT, NUMBER
from tests.integration.twilio_stand_in import PUBLIC_URL, TwilioStandIn

__all__ = ["browsers", "jo", "kept", "open_browser", "parent_at", "staff_browser"]


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    with run_postgres() as url:
        yield url


@pytest.fixture
def empty_postgres_url(postgres_url: str) -> str:
    clean = sa.create_engine(postgres_url)
    with clean.begin() as connection:
        connection.execute(sa.text("DROP SCHEMA public CASCADE"))
        connection.execute(sa.text("CREATE SCHEMA public"))
    clean.dispose()
    return postgres_url


@pytest.fixture(params=["sqlite", "postgres"])
def empty_database(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Database]:
    monkeypatch.chdir(tmp_path)
    url = None
    if request.param == "postgres":
        url = request.getfixturevalue("empty_postgres_url")
    database = open_database(StoreSettings(env="test", var=tmp_path / "var", database_url=url))
    yield database
    database.close()


@pytest.fixture
def database(empty_database: Database) -> Database:
    migrate(empty_database)
    return empty_database


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
    tmp_path: Path, rasa: RasaStandIn, monkeypatch: pytest.MonkeyPatch
) -> FrontDeskSettings:
    monkeypatch.chdir(tmp_path)
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
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def processes() -> Iterator[list[FrontDeskProcess]]:
    started: list[FrontDeskProcess] = []
    yield started
    for process in started:
        process.stop()
