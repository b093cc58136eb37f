"""No page of another website posts anything in a parent's name."""

from __future__ import annotations

from uuid import uuid4

import pytest
from fastapi.routing import iter_route_contexts

from frontdesk.pages import router
from tests.integration.browsers import Browser
from tests.integration.rasa_stand_in import RasaStandIn

FORMS = sorted(
    route.path
    for route in iter_route_contexts(router.routes)
    if route.path and "POST" in (route.methods or ()) and route.path != "/resume"
)
"""/resume asks instead (test_coming_back)."""
ELSEWHERE = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
]


def test_there_are_forms_to_try() -> None:
    assert {"/", "/review", "/save", "/receipt/email", "/new-chat", "/here", "/leave"} <= set(FORMS)


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("headers", ELSEWHERE)
def test_form_of_another_website_is_refused(
    parent_at: Browser, rasa: RasaStandIn, path: str, headers: dict[str, str]
) -> None:
    before, cookie = list(rasa.texts), parent_at.cookie
    form = {"client_message_id": str(uuid4()), "text": "not mine", "send": "1"}
    answer = parent_at.client.post(path, data=form, headers=headers)
    assert answer.status_code == 403 and "set-cookie" not in answer.headers
    assert rasa.texts == before and parent_at.cookie == cookie
    assert "not mine" not in parent_at.look()


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}])
def test_our_own_form_is_taken(
    parent_at: Browser, rasa: RasaStandIn, headers: dict[str, str]
) -> None:
    form = {"client_message_id": str(uuid4()), "text": "mine"}
    assert parent_at.client.post("/", data=form, headers=headers).status_code == 303
    assert rasa.texts[-1] == "mine"


def test_older_browser_tells_where_our_form_comes_from(parent_at: Browser) -> None:
    page = parent_at.client.get("/")
    # With "no-referrer" a browser would say `Origin: null` of our own forms.
    assert page.headers["referrer-policy"] == "same-origin"
    form = {"client_message_id": str(uuid4()), "text": "mine"}
    origin = {"Origin": str(parent_at.client.base_url).rstrip("/")}
    assert parent_at.client.post("/", data=form, headers=origin).status_code == 303
