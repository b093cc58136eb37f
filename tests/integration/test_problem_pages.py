"""What cannot be shown or done is explained to people, and told programs as a document."""

from __future__ import annotations

from uuid import uuid4

import httpx
import pytest

from frontdesk.settings import FrontDeskSettings
from tests.integration.browsers import Browser
from tests.integration.front_desk import FrontDesk, run_front_desk

PHONE = "03330 062 835"


def check_page(answer: httpx.Response, status: int) -> None:
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert PHONE in answer.text and 'href="/#newest"' in answer.text and "<h1>" in answer.text


@pytest.mark.parametrize(
    ("path", "status"), [("/nowhere", 404), ("/assets/nothing.css", 404), ("/openapi.json/x", 404)]
)
def test_person_who_follows_an_old_link_finds_the_way_on(
    parent_at: Browser, path: str, status: int
) -> None:
    check_page(parent_at.client.get(path), status)


def test_form_that_is_too_long_is_explained(parent_at: Browser) -> None:
    form = {"client_message_id": str(uuid4()), "change": "x" * 70_000}
    check_page(parent_at.client.post("/review", data=form), 413)


def test_form_of_another_website_is_explained(parent_at: Browser) -> None:
    answer = parent_at.client.post("/review", headers={"Sec-Fetch-Site": "cross-site"})
    check_page(answer, 403)


@pytest.mark.parametrize("path", ["/review", "/receipt/email"])
def test_too_much_at_once_is_explained_on_every_page(
    desk_settings: FrontDeskSettings, path: str
) -> None:
    with run_front_desk(desk_settings.model_copy(update={"rate_limit": "2,2"})) as desk:
        browser = Browser(desk)
        browser.say("hello")
        form = {"client_message_id": str(uuid4()), "change": "name"}
        answers = [browser.client.post(path, data=form) for _ in range(3)]
        browser.client.close()
    check_page(answers[-1], 429)
    assert int(answers[-1].headers["retry-after"]) > 0


def test_our_own_fault_is_explained_without_details(
    parent_at: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError("my son Zoltan")

    monkeypatch.setattr("frontdesk.pages.review.load_texts", fail)
    answer = parent_at.client.get("/review")
    check_page(answer, 500)
    assert "Zoltan" not in answer.text


def test_program_is_told_by_a_document_that_nothing_keeps(front_desk: FrontDesk) -> None:
    answer = httpx.get(f"{front_desk.url}/nowhere", trust_env=False)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    parent = front_desk.greet_parent()
    answers = [
        front_desk.client.post("/api/conversations", json={}),
        parent.send("hello"),
        front_desk.client.get(f"{parent.path}/messages", headers=parent.headers),
    ]
    assert {answer.headers["cache-control"] for answer in answers} == {"no-store"}
