"""Two things done at the same moment, as by a double click, are done once and both answered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import httpx
import pytest

from frontdesk.settings import FrontDeskSettings
from tests.integration.front_desk import FrontDesk, run_front_desk
from tests.integration.rasa_stand_in import RasaStandIn

TIMES = 6


@pytest.fixture(params=["sqlite", "postgres"])
def desk(request: pytest.FixtureRequest, desk_settings: FrontDeskSettings) -> Iterator[FrontDesk]:
    url = None
    if request.param == "postgres":
        url = request.getfixturevalue("postgres_url")
    with run_front_desk(desk_settings.model_copy(update={"database_url": url})) as running:
        yield running


def do_at_once(desk: FrontDesk, post: Callable[[httpx.Client], httpx.Response]) -> list[int]:
    """What each of several clients with one cookie gets for the same post."""
    together = Barrier(TIMES)
    cookie = f"intake={desk.client.cookies['intake']}"

    def act(_number: int) -> int:
        with httpx.Client(
            base_url=desk.url, headers={"Cookie": cookie}, trust_env=False, timeout=20
        ) as client:
            client.get("/privacy")
            together.wait()
            return post(client).status_code

    with ThreadPoolExecutor(TIMES) as pool:
        return list(pool.map(act, range(TIMES)))


def test_first_message_posted_several_times_at_once_begins_one_conversation(
    desk: FrontDesk, rasa: RasaStandIn
) -> None:
    desk.client.get("/")
    form = {"client_message_id": str(uuid4()), "text": "hello"}
    assert do_at_once(desk, lambda client: client.post("/", data=form)) == [303] * TIMES
    assert rasa.texts == ["hello"]
    assert len(re.findall('<p class="text"', desk.client.get("/").text)) == 3


def test_first_code_asked_for_several_times_at_once_is_given_each_time(desk: FrontDesk) -> None:
    desk.client.get("/")
    desk.client.post("/", data={"client_message_id": str(uuid4()), "text": "hello"})
    assert do_at_once(desk, lambda client: client.post("/save")) == [200] * TIMES
