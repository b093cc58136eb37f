from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from store.accounts.changes import disable_staff, reset_staff
from store.accounts.staff import find_staff
from store.database import Database
from store.tables import StaffSession
from tests.integration.colleagues import Colleague, StaffBrowser, employ


def move_sessions(database: Database, *, begun: timedelta, seen: timedelta) -> None:
    now = datetime.now(UTC)
    with database.writing() as session:
        for row in session.query(StaffSession):
            row.created_at, row.last_seen_at = now - begun, now - seen


def test_a_stolen_cookie_opens_nothing_once_its_owner_has_signed_out(
    jo: Colleague, open_browser: Callable[[], StaffBrowser]
) -> None:
    browser, thief = open_browser(), open_browser()
    browser.sign_in(jo.email, jo.next_code())
    thief.client.cookies.set("staff", browser.client.cookies["staff"])
    assert thief.is_signed_in
    browser.client.post("/staff/sign-out", data={"form_token": browser.form_token("/staff")})
    assert not thief.is_signed_in


def test_a_session_ends_when_it_is_left_alone_or_old(
    jo: Colleague, open_browser: Callable[[], StaffBrowser], kept: Database
) -> None:
    browser = open_browser()
    browser.sign_in_quickly(kept, jo)
    move_sessions(kept, begun=timedelta(hours=9, minutes=59), seen=timedelta(minutes=29))
    assert browser.is_signed_in
    move_sessions(kept, begun=timedelta(hours=9), seen=timedelta(minutes=31))
    assert not browser.is_signed_in
    move_sessions(kept, begun=timedelta(hours=10, minutes=1), seen=timedelta(0))
    assert not browser.is_signed_in


def test_a_page_keeps_the_session_open_and_a_script_does_not(
    jo: Colleague, open_browser: Callable[[], StaffBrowser], kept: Database
) -> None:
    browser = open_browser()
    browser.sign_in_quickly(kept, jo)
    for mode, keeps in (("cors", False), ("navigate", True)):
        move_sessions(kept, begun=timedelta(hours=1), seen=timedelta(minutes=20))
        browser.client.get("/staff", headers={"Sec-Fetch-Mode": mode})
        with kept.reading() as session:
            [row] = session.query(StaffSession)
            was_moved_on = datetime.now(UTC) - row.last_seen_at < timedelta(minutes=1)
        assert was_moved_on is keeps, mode


def test_disabled_or_reset_colleague_is_out_at_once_everywhere(
    jo: Colleague, open_browser: Callable[[], StaffBrowser], kept: Database
) -> None:
    for end in (reset_staff, disable_staff):
        browser = open_browser()
        browser.sign_in_quickly(kept, jo)
        assert browser.is_signed_in
        with kept.writing() as session:
            member = find_staff(session, jo.email)
            assert member is not None
            end(session, member, now=datetime.now(UTC))
        assert not browser.is_signed_in
        assert open_browser().sign_in(jo.email, jo.next_code()).status_code == 422


def test_colleague_ends_another_session_of_theirs_and_nobody_elses(
    jo: Colleague, open_browser: Callable[[], StaffBrowser], kept: Database
) -> None:
    here, there, other = open_browser(), open_browser(), open_browser()
    sam = employ(kept, "sam@example.org")
    for browser, colleague in ((here, jo), (there, jo), (other, sam)):
        browser.sign_in_quickly(kept, colleague)
    token = here.form_token("/staff/account")
    with kept.reading() as session:
        ids = [row.id for row in session.query(StaffSession).order_by(StaffSession.id)]
    for session_id in ids[1:]:
        here.client.post(f"/staff/account/sessions/{session_id}/end", data={"form_token": token})
    assert (here.is_signed_in, there.is_signed_in, other.is_signed_in) == (True, False, True)


def test_new_recovery_codes_want_the_phone_and_end_the_old_ones(
    jo: Colleague, open_browser: Callable[[], StaffBrowser], kept: Database
) -> None:
    browser = open_browser()
    browser.sign_in_quickly(kept, jo)
    fields = {"form_token": browser.form_token("/staff/account"), "code": "000000"}
    path = "/staff/account/recovery-codes"
    assert browser.client.post(path, data=fields).status_code == 422
    shown = browser.client.post(path, data={**fields, "code": jo.next_code()})
    assert shown.status_code == 200 and shown.text.count("<li><code>") == 8
    assert open_browser().sign_in(jo.email, jo.recovery_codes[0]).status_code == 422
