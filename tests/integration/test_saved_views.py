"""Saved views of the queue, the colleague's first page, shortcuts, and what its script asks for."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

import httpx
import pytest

from store.accounts.staff import Role
from store.database import Database
from store.handling.handovers import record_handover
from store.tables import AuditEntry
from tests.integration.colleagues import StaffBrowser, employ
from tests.integration.test_staff_queue import begin

URGENT = "urgent=1&channel=sms"


def save(browser: StaffBrowser, name: str, filters: str = URGENT, **more: str) -> httpx.Response:
    return post(browser, "/staff/views", name=name, filters=filters, **more)


def post(browser: StaffBrowser, path: str, **fields: str) -> httpx.Response:
    fields["form_token"] = browser.form_token("/staff?everything=1")
    return browser.client.post(path, data=fields)


def test_colleague_saves_a_view_renames_it_and_deletes_it(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    saved = save(staff_browser, "  Texts   today ")
    assert saved.headers["location"] == "/staff?channel=sms&urgent=1"
    page = staff_browser.look(saved.headers["location"])
    assert 'aria-current="page">Texts today' in page and "Save these filters" not in page
    post(staff_browser, "/staff/views/1/rename", name="Late texts")
    page = staff_browser.look("/staff/views")
    assert "Late texts" in page and "Texts today" not in page
    post(staff_browser, "/staff/views/1/delete")
    assert "You have no saved views yet" in staff_browser.look("/staff/views")
    with kept.reading() as session:
        said = " ".join(entry.action for entry in session.query(AuditEntry))
    assert "view saved view renamed view deleted" in said


@pytest.mark.parametrize(
    ("name", "filters", "says"),
    [
        (" ", URGENT, "The view needs a name"),
        ("x" * 61, URGENT, "The view needs a name"),
        ("Mine", "who=everybody", "No filter is chosen"),
    ],
)
def test_view_that_says_nothing_is_not_saved(
    staff_browser: StaffBrowser, kept: Database, name: str, filters: str, says: str
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    answer = save(staff_browser, name, filters)
    assert answer.status_code == 422 and says in answer.text


def test_queue_opens_with_the_first_page_that_was_chosen_and_everything_is_a_link_away(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    save(staff_browser, "Texts", first="1")
    assert staff_browser.client.get("/staff").headers["location"] == "/staff?channel=sms&urgent=1"
    assert staff_browser.client.get("/staff?everything=1").status_code == 200
    post(staff_browser, "/staff/views/1/first", first="0")
    assert staff_browser.client.get("/staff").status_code == 200
    post(staff_browser, "/staff/views/1/first", first="1")
    post(staff_browser, "/staff/views/1/delete")
    assert staff_browser.client.get("/staff").status_code == 200


def test_managers_share_views_and_nobody_else_changes_them(
    open_browser: Callable[[], StaffBrowser], kept: Database
) -> None:
    roles: tuple[Role, ...] = ("manager", "caseworker", "administrator")
    manager, jo, administrator = (open_browser() for _ in roles)
    for role, browser in zip(roles, (manager, jo, administrator), strict=True):
        browser.sign_in_quickly(kept, employ(kept, f"{role}@example.org", role=role))
    save(manager, "Everything by text", shared="1")
    save(manager, "My own")
    page = jo.look("/staff/views")
    assert "Everything by text" in page and "My own" not in page and "Delete" not in page
    assert save(jo, "For all", shared="1").status_code == 403
    for path in ("rename", "delete"):
        assert post(jo, f"/staff/views/1/{path}", name="x").status_code == 403
        assert post(jo, f"/staff/views/2/{path}", name="x").status_code == 404
    assert post(jo, "/staff/views/1/first", first="1").status_code == 303
    assert post(jo, "/staff/views/2/first", first="1").status_code == 404
    assert post(administrator, "/staff/views/1/delete").status_code == 303
    assert jo.client.get("/staff").status_code == 200


def test_view_about_safety_says_nothing_to_who_may_not_know(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="manager"))
    answer = save(staff_browser, "Danger", "reason=safety")
    assert answer.status_code == 422 and "No filter is chosen" in answer.text


def test_colleague_turns_single_keys_off_and_it_is_remembered(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    assert 'data-on="1"' in staff_browser.look("/staff?channel=sms")
    answer = post(staff_browser, "/staff/queue/shortcuts", on="0", filters="channel=sms")
    assert answer.headers["location"] == "/staff?channel=sms"
    page = staff_browser.look("/staff?channel=sms")
    assert 'data-on="0"' in page and "Turn single keys on" in page


def test_page_learns_what_came_and_who_took_what(
    open_browser: Callable[[], StaffBrowser], kept: Database
) -> None:
    jo, sam = open_browser(), open_browser()
    jo.sign_in_quickly(kept, employ(kept))
    sam.sign_in_quickly(kept, employ(kept, "sam@example.org"))
    now = datetime.now(UTC)
    old = begin(kept, "callback_wanted", at=now)
    found = re.search(r'data-asks="([^"]+)" data-known="([^"]*)"', jo.look("/staff?everything=1"))
    assert found is not None and found[2].startswith(old)
    asks = found[1].replace("&amp;", "&")
    first = jo.client.get(asks).json()
    assert first == {"fresh": [found[2]], "held": {}}
    new = begin(kept, "asked_for_person", at=datetime.now(UTC))
    post(sam, f"/staff/cases/{old}/claim")
    news = jo.client.get(asks).json()
    assert [key.split("@")[0] for key in news["fresh"] if key != found[2]] == [new]
    assert news["held"] == {old: "Jo Bloggs"}
    assert sam.client.get(asks).json()["held"] == {old: "You"}
    with kept.writing() as session:
        at = datetime.now(UTC)
        record_handover(session, old, reason="asked_for_person", priority="soon", now=at)
    assert len(set(jo.client.get(asks).json()["fresh"]) - {found[2]}) == 2
    assert jo.client.get("/staff/queue/news?since=yesterday&page=x").status_code == 200
