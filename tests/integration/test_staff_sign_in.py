from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from argon2 import PasswordHasher

from frontdesk.settings import FrontDeskSettings
from store.accounts.changes import disable_staff
from store.accounts.staff import find_staff
from store.database import Database
from store.tables import AuditEntry
from tests.integration.colleagues import PASSWORD, Colleague, StaffBrowser, employ
from tests.integration.front_desk import run_front_desk


def test_colleague_signs_in_with_password_and_code_and_out_again(
    jo: Colleague, open_browser: Callable[[], StaffBrowser], kept: Database
) -> None:
    browser = open_browser()
    assert not browser.is_signed_in
    response = browser.sign_in("  JO@Example.org ", jo.next_code())
    assert (response.status_code, response.headers["location"]) == (303, "/staff")
    page = browser.look("/staff")
    assert "Jo Bloggs" in page and "Caseworker" in page
    token = browser.form_token("/staff")
    assert browser.client.post("/staff/sign-out", data={"form_token": token}).status_code == 303
    assert not browser.is_signed_in
    with kept.reading() as session:
        done = [(entry.actor, entry.action) for entry in session.query(AuditEntry)]
    assert done[-2:] == [("staff 1", "signed in"), ("staff 1", "signed out")]


def test_after_signing_in_the_page_that_was_wanted_comes_and_no_other_website(
    jo: Colleague, open_browser: Callable[[], StaffBrowser]
) -> None:
    browser = open_browser()
    asked = browser.client.get("/staff/account")
    assert asked.headers["location"] == "/staff/sign-in?then=%2Fstaff%2Faccount"
    response = browser.sign_in(jo.email, jo.next_code(), then="/staff/account")
    assert response.headers["location"] == "/staff/account"
    for elsewhere in ("https://example.org/", "//example.org", "/staff//example.org", "/"):
        again = open_browser()
        code = jo.recovery_codes.pop()
        response = again.sign_in(jo.email, code, then=elsewhere)
        assert response.headers["location"] == "/staff", elsewhere


def test_whatever_is_wrong_the_answer_is_the_same(
    jo: Colleague, open_browser: Callable[[], StaffBrowser], kept: Database
) -> None:
    employ(kept, "gone@example.org")
    with kept.writing() as session:
        gone = find_staff(session, "gone@example.org")
        assert gone is not None
        disable_staff(session, gone, now=datetime.now(UTC))
    browser = open_browser()
    wrong_code = "000000" if jo.next_code() != "000000" else "000001"
    answers = [
        browser.sign_in(jo.email, jo.next_code(), password="wrong horse battery"),
        browser.sign_in(jo.email, wrong_code),
        browser.sign_in("nobody@example.org", "123456"),
        browser.sign_in("gone@example.org", "123456"),
        browser.sign_in("", ""),
    ]
    assert {answer.status_code for answer in answers} == {422}
    typed = re.compile(r'type="email" value="[^"]*"')
    assert len({typed.sub("", answer.text) for answer in answers}) == 1
    assert "not right" in answers[0].text


def test_it_takes_no_longer_to_refuse_a_colleague_than_a_stranger(
    kept: Database, open_browser: Callable[[], StaffBrowser]
) -> None:
    """The hash of a password is most of the time; a stranger's try goes through one too."""
    slow_hash, browser = PasswordHasher().hash(PASSWORD), open_browser()
    browser.sign_in("first@example.org", "000000")
    taken: dict[str, list[float]] = {"stranger": [], "colleague": []}
    for number in range(5):
        employ(kept, f"colleague{number}@example.org", password_hash=slow_hash)
        for who, times in taken.items():
            begun = time.perf_counter()
            browser.sign_in(f"{who}{number}@example.org", "000000", password="wrong horse battery")
            times.append(time.perf_counter() - begun)
    # The quickest of each: another process on the machine only ever adds.
    assert 0.5 < min(taken["stranger"]) / min(taken["colleague"]) < 2


def test_a_code_is_taken_once(jo: Colleague, open_browser: Callable[[], StaffBrowser]) -> None:
    code = jo.next_code()
    assert open_browser().sign_in(jo.email, code).status_code == 303
    assert open_browser().sign_in(jo.email, code).status_code == 422
    assert open_browser().sign_in(jo.email, jo.next_code()).status_code == 303


def test_a_recovery_code_stands_in_for_the_phone_once(
    jo: Colleague, open_browser: Callable[[], StaffBrowser]
) -> None:
    code = jo.recovery_codes[0].lower().replace("-", " ")
    assert open_browser().sign_in(jo.email, code, password="wrong horse battery").status_code == 422
    assert open_browser().sign_in(jo.email, code).status_code == 303
    assert open_browser().sign_in(jo.email, code).status_code == 422


def test_guessing_is_slowed_and_the_colleagues_own_browser_still_works(
    jo: Colleague, open_browser: Callable[[], StaffBrowser]
) -> None:
    own, guesser = open_browser(), open_browser()
    assert own.sign_in(jo.email, jo.next_code()).status_code == 303
    own.client.cookies.delete("staff")
    tries = [guesser.sign_in(jo.email, "000000", password="a guess at it") for _ in range(6)]
    assert [answer.status_code for answer in tries] == [422] * 5 + [429]
    assert 0 < int(tries[-1].headers["retry-after"]) <= 15 * 60
    # The same address: a strange browser waits, the one that has been here before does not.
    assert open_browser().sign_in(jo.email, jo.recovery_codes[0]).status_code == 429
    assert own.sign_in(jo.email, jo.recovery_codes[1]).status_code == 303


def test_a_stranger_is_slowed_like_a_colleague(open_browser: Callable[[], StaffBrowser]) -> None:
    browser = open_browser()
    tries = [browser.sign_in("nobody@example.org", "000000") for _ in range(6)]
    assert [answer.status_code for answer in tries] == [422] * 5 + [429]


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://example.org"}, {"Sec-Fetch-Site": "cross-site"},
     {"Sec-Fetch-Site": "same-site"}, {"Origin": "null"}],
)  # fmt: skip
def test_forms_of_other_websites_are_refused(
    jo: Colleague,
    open_browser: Callable[[], StaffBrowser],
    kept: Database,
    headers: dict[str, str],
) -> None:
    browser = open_browser()
    browser.sign_in_quickly(kept, jo)
    fields = {"form_token": browser.form_token("/staff")}
    refused = browser.client.post("/staff/sign-out", data=fields, headers=headers)
    assert refused.status_code == 403
    assert browser.is_signed_in


@pytest.mark.parametrize("fields", [{}, {"form_token": ""}, {"form_token": "ünknown"}])
def test_a_form_without_its_token_is_refused(
    jo: Colleague,
    open_browser: Callable[[], StaffBrowser],
    kept: Database,
    fields: dict[str, str],
) -> None:
    browser = open_browser()
    browser.sign_in_quickly(kept, jo)
    assert browser.client.post("/staff/sign-out", data=fields).status_code == 403
    assert browser.client.post("/staff/sign-in", data=fields).status_code == 403
    assert browser.is_signed_in


def test_cookies_are_for_this_host_over_https_and_no_script(
    desk_settings: FrontDeskSettings, kept: Database, jo: Colleague
) -> None:
    secure = desk_settings.model_copy(update={"public_url": "https://chat.example.org"})
    with run_front_desk(secure) as desk:
        page = desk.client.get("/staff/sign-in")
        cookie = page.headers["set-cookie"]
        entry = cookie.partition("=")[2].partition(";")[0]
        token = page.text.partition('name="form_token" value="')[2].partition('"')[0]
        response = desk.client.post(
            "/staff/sign-in",
            data={
                "email": jo.email,
                "password": PASSWORD,
                "code": jo.next_code(),
                "form_token": token,
            },
            headers={"Cookie": f"__Host-staff-entry={entry}", "Origin": "https://chat.example.org"},
        )
    cookies = [cookie, *response.headers.get_list("set-cookie")]
    assert [each.partition("=")[0] for each in cookies] == [
        "__Host-staff-entry", "__Host-staff", "__Host-staff-browser",
    ]  # fmt: skip
    for each in cookies:
        assert {"HttpOnly", "Secure", "Path=/", "SameSite=strict"} <= set(each.split("; "))
        assert "Domain" not in each


def test_a_link_from_an_email_leads_to_the_page_though_its_cookie_is_strict(
    open_browser: Callable[[], StaffBrowser],
) -> None:
    page = open_browser().client.get("/staff/account", headers={"Sec-Fetch-Site": "cross-site"})
    assert page.status_code == 200
    assert 'content="0; url=/staff/account"' in page.text
