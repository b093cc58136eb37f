"""The cookie of a page is one that we made, or none."""

from __future__ import annotations

from uuid import uuid4

import httpx
import pytest

from frontdesk.settings import FrontDeskSettings
from store.conversations.tokens import make_token
from tests.integration.front_desk import FrontDesk, run_front_desk
from tests.integration.rasa_stand_in import RasaStandIn


def form(text: str) -> dict[str, str]:
    return {"client_message_id": str(uuid4()), "text": text}


def post(desk: FrontDesk, cookie: str) -> httpx.Response:
    return httpx.post(
        desk.url, data=form("private words"), headers={"Cookie": cookie}, trust_env=False
    )


def test_nobody_can_choose_the_token_that_opens_a_parents_chat(
    front_desk: FrontDesk, rasa: RasaStandIn
) -> None:
    chosen = str(uuid4())
    answer = post(front_desk, f"intake={chosen}.evil")
    assert chosen not in answer.headers["set-cookie"]
    assert rasa.turns[0]["conversation"] != chosen
    for token in ("evil", make_token()):
        path = f"{front_desk.url}/api/conversations/{chosen}/messages"
        read = httpx.get(path, headers={"Authorization": f"Bearer {token}"}, trust_env=False)
        assert read.status_code == 401


@pytest.mark.parametrize(
    "planted",
    [
        f"{uuid4()}.{make_token()[:-1]}",
        f"{uuid4()}.{make_token()}.other",
        f"{uuid4()}.{make_token()[:-4]}\\015\\012",
        f'"{uuid4()}.{make_token()}\\015\\012x: y"',
        f"{uuid4()}é.{make_token()}",
    ],
    ids=["short", "two dots", "cut", "with a header", "not ASCII"],
)
def test_planted_cookie_breaks_no_page(front_desk: FrontDesk, planted: str) -> None:
    for path in ("/", "/review", "/save", "/resume"):
        page = httpx.get(
            front_desk.url + path,
            headers={"Cookie": f"intake={planted}".encode("latin-1")},
            trust_env=False,
        )
        assert page.status_code == 200
        assert planted not in page.headers.get("set-cookie", "")


def test_on_https_only_this_very_host_can_set_the_cookie(desk_settings: FrontDeskSettings) -> None:
    settings = desk_settings.model_copy(update={"public_url": "https://chat.example.org"})
    planted = f"{uuid4()}.{make_token()}"
    with run_front_desk(settings) as desk:
        answer = post(desk, f"intake={planted}")
        assert answer.headers["set-cookie"].startswith("__Host-intake=")
        assert planted not in answer.headers["set-cookie"]
        ours = answer.headers["set-cookie"].split(";")[0]
        page = httpx.get(desk.url, headers={"Cookie": ours}, trust_env=False)
        assert "private words" in page.text
