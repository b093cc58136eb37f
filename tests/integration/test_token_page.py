"""Administrators make, see and end the tokens of programs."""

from __future__ import annotations

import re

import httpx

from store.database import Database
from store.tables import AuditEntry
from tests.integration.colleagues import StaffBrowser, employ
from tests.integration.front_desk import FrontDesk

PATH = "/staff/tokens"


def make(browser: StaffBrowser, name: str, *scopes: str) -> httpx.Response:
    fields = {"form_token": browser.form_token(PATH), "name": name, "scope": list(scopes)}
    return browser.client.post(PATH, data=fields)


def test_a_token_is_made_shown_once_used_and_ended(
    staff_browser: StaffBrowser, kept: Database, front_desk: FrontDesk
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="administrator"))
    page = make(staff_browser, "case <system>", "referrals:list")
    found = re.search(r"intake_[\w-]{43}", page.text)
    assert page.status_code == 200 and found and page.headers["cache-control"] == "no-store"
    listed = staff_browser.look(PATH)
    assert found[0] not in listed and "case <system>" in listed and "Never" in listed
    assert "List referrals, without names" in listed and "In force" in listed
    headers = {"Authorization": f"Bearer {found[0]}"}
    assert front_desk.client.get("/api/staff/referrals", headers=headers).status_code == 200
    assert "Never" not in staff_browser.look(PATH)
    ended = staff_browser.client.post(
        f"{PATH}/1/revoke", data={"form_token": staff_browser.form_token(PATH)}
    )
    assert ended.status_code == 303
    assert front_desk.client.get("/api/staff/referrals", headers=headers).status_code == 401
    assert "In force" not in staff_browser.look(PATH) and "Ended" in staff_browser.look(PATH)
    with kept.reading() as session:
        told = [(one.actor, one.action) for one in session.query(AuditEntry)]
    assert ("staff 1", "added api token 1") in told
    assert told[-1] == ("staff 1", "revoked api token 1")


def test_a_token_needs_a_name_and_something_that_it_may_do(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="administrator"))
    for response in (
        make(staff_browser, " ", "referrals:read"),
        make(staff_browser, "case system"),
        make(staff_browser, "x" * 81, "referrals:read"),
        make(staff_browser, "case system", "everything"),
    ):
        assert response.status_code == 422 and "tick what it may do" in response.text
    assert "There are no tokens yet." in staff_browser.look(PATH)


def test_no_administrator_gives_away_what_only_the_safeguarding_lead_may_see(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="administrator"))
    assert 'value="safeguarding:read"' not in staff_browser.look(PATH)
    assert make(staff_browser, "case system", "safeguarding:read").status_code == 422


def test_tokens_are_for_administrators(staff_browser: StaffBrowser, kept: Database) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="manager"))
    assert staff_browser.client.get(PATH).status_code == 403
    assert f'"{PATH}"' not in staff_browser.look("/staff")
