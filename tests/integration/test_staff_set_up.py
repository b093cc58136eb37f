from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pyotp
import pytest

from frontdesk.settings import FrontDeskSettings
from store.accounts.changes import disable_staff
from store.accounts.staff import add_staff, find_staff
from store.database import Database
from store.tables import Staff
from tests.integration.colleagues import PASSWORD, StaffBrowser
from tests.integration.front_desk import FrontDesk

ROOT = Path(__file__).parents[2]
EMAIL = "jo@example.org"


@pytest.fixture
def link(kept: Database) -> str:
    with kept.writing() as session:
        now = datetime.now(UTC)
        sign_up = add_staff(session, name="Jo Bloggs", email=EMAIL, role="caseworker", now=now)
    return f"/staff/set-up/{sign_up.code}"


def fill_in(staff_browser: StaffBrowser, link: str, **changes: str) -> httpx.Response:
    page = staff_browser.look(link)
    secret = re.search(r'name="secret" value="([A-Z2-7]{32})"', page)
    token = re.search(r'name="form_token" value="([^"]+)"', page)
    assert secret and token, page
    fields = {
        "form_token": token[1],
        "secret": secret[1],
        "password": PASSWORD,
        "password_again": PASSWORD,
        "code": pyotp.TOTP(secret[1]).now(),
    }
    return staff_browser.client.post(link, data=fields | changes)


def test_colleague_sets_the_account_up_and_is_signed_in_with_codes_to_keep(
    staff_browser: StaffBrowser, link: str
) -> None:
    page = staff_browser.look(link)
    assert "Hello Jo Bloggs" in page and "<svg" in page
    done = fill_in(staff_browser, link)
    assert done.status_code == 200
    codes = re.findall(r"<li><code>([A-Z0-9-]{14})</code>", done.text)
    assert len(set(codes)) == 8
    assert staff_browser.is_signed_in
    staff_browser.client.cookies.clear()
    assert staff_browser.sign_in(EMAIL, codes[0]).status_code == 303


def test_the_code_that_set_the_account_up_does_not_sign_in_again(
    staff_browser: StaffBrowser, link: str
) -> None:
    secret = pyotp.random_base32()
    code = pyotp.TOTP(secret).now()
    assert fill_in(staff_browser, link, secret=secret, code=code).status_code == 200
    staff_browser.client.cookies.clear()
    assert staff_browser.sign_in(EMAIL, code).status_code == 422


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"password": "short", "password_again": "short"}, "at least 12 characters"),
        ({"password_again": "correct horse batterie"}, "not the same"),
        ({"code": "000000"}, "not the code of now"),
        ({"form_token": "of another page"}, "load the page again"),
    ],
)
def test_what_cannot_be_kept_is_said_and_the_key_stays_the_same(
    staff_browser: StaffBrowser, link: str, changes: dict[str, str], says: str
) -> None:
    secret = pyotp.random_base32()
    refused = fill_in(staff_browser, link, secret=secret, **changes)
    assert refused.status_code in (403, 422)
    assert says in refused.text and secret in refused.text and PASSWORD not in refused.text
    assert not staff_browser.is_signed_in
    code = pyotp.TOTP(secret).now()
    assert fill_in(staff_browser, link, secret=secret, code=code).status_code == 200


def test_looking_at_the_link_uses_nothing_up_and_tells_nothing_that_opens_later(
    front_desk: FrontDesk, staff_browser: StaffBrowser, link: str
) -> None:
    onlooker = StaffBrowser(front_desk)
    seen = re.search(r'name="secret" value="([A-Z2-7]{32})"', onlooker.look(link))
    onlooker.client.close()
    assert seen and fill_in(staff_browser, link).status_code == 200
    staff_browser.client.cookies.clear()
    assert staff_browser.sign_in(EMAIL, pyotp.TOTP(seen[1]).now()).status_code == 422


def test_a_link_works_once_for_three_days_and_not_for_a_disabled_account(
    staff_browser: StaffBrowser, link: str, kept: Database
) -> None:
    with kept.writing() as session:
        member = find_staff(session, EMAIL)
        assert member is not None
        member.sign_up_expires_at = datetime.now(UTC) - timedelta(seconds=1)
    assert staff_browser.client.get(link).status_code == 404
    with kept.writing() as session:
        session.get_one(Staff, 1).sign_up_expires_at = datetime.now(UTC) + timedelta(days=1)
    assert fill_in(staff_browser, link).status_code == 200
    for method in ("GET", "POST"):
        assert staff_browser.client.request(method, link).status_code == 404, method
    with kept.writing() as session:
        now = datetime.now(UTC)
        sign_up = add_staff(
            session, name="Sam", email="sam@example.org", role="caseworker", now=now
        )
        sam = find_staff(session, "sam@example.org")
        assert sam is not None
        disable_staff(session, sam, now=now)
    assert staff_browser.client.get(f"/staff/set-up/{sign_up.code}").status_code == 404


def test_nothing_about_a_colleague_is_kept_in_the_clear(
    staff_browser: StaffBrowser, link: str, kept: Database, desk_settings: FrontDeskSettings
) -> None:
    secret = pyotp.random_base32()
    done = fill_in(staff_browser, link, secret=secret, code=pyotp.TOTP(secret).now())
    codes = re.findall(r"<li><code>([A-Z0-9-]{14})</code>", done.text)
    token = staff_browser.client.cookies["staff"]
    files = [path.read_bytes() for path in desk_settings.var.glob("intake.db*")]
    for words in (
        EMAIL,
        "Jo Bloggs",
        PASSWORD,
        secret,
        token,
        link[-32:],
        codes[0].replace("-", ""),
    ):
        assert not any(words.encode() in content for content in files), words


def run_intake(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cli", "staff", *arguments],
        cwd=ROOT,
        env={"INTAKE_VAR": str(folder), "INTAKE_ENV": "test", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_link_of_the_command_line_opens_the_page_of_the_service(
    staff_browser: StaffBrowser, desk_settings: FrontDeskSettings
) -> None:
    added = run_intake(desk_settings.var, "add", EMAIL, "--name", "Jo Bloggs")
    link = added.stdout.splitlines()[0].partition("8000")[2]
    assert fill_in(staff_browser, link).status_code == 200
    assert "Caseworker" in staff_browser.look("/staff")


def test_accounts_are_added_listed_reset_and_disabled_on_the_command_line(
    tmp_path: Path,
) -> None:
    added = run_intake(tmp_path, "add", EMAIL, "--name", "Jo Bloggs", "--role", "manager")
    assert added.returncode == 0, added.stderr
    assert re.match(r"http://localhost:8000/staff/set-up/[\w-]{32}\n", added.stdout)
    again = run_intake(tmp_path, "add", "Jo@Example.org", "--name", "Jo")
    assert again.returncode == 1 and "already" in again.stderr
    assert run_intake(tmp_path, "add", "not an address", "--name", "Jo").returncode == 1
    assert (
        run_intake(tmp_path, "add", "x@example.org", "--name", "X", "--role", "x").returncode == 2
    )
    assert "to be set up" in run_intake(tmp_path, "list").stdout
    assert run_intake(tmp_path, "disable", EMAIL).returncode == 0
    assert "disabled" in run_intake(tmp_path, "list").stdout
    assert run_intake(tmp_path, "enable", EMAIL).returncode == 0
    changed = run_intake(tmp_path, "role", EMAIL, "safeguarding_lead")
    assert changed.returncode == 0 and "Nobody who can sign in" in changed.stderr
    assert "safeguarding_lead" in run_intake(tmp_path, "list").stdout
    reset = run_intake(tmp_path, "reset", EMAIL)
    assert "/staff/set-up/" in reset.stdout and reset.stdout != added.stdout
    assert run_intake(tmp_path, "reset", "nobody@example.org").returncode == 1
    token = run_intake(tmp_path, "token", "case system").stdout.strip()
    listed = run_intake(tmp_path, "tokens").stdout
    assert token.startswith("intake_") and token not in listed and "referrals:read" in listed
    assert run_intake(tmp_path, "revoke", "1").returncode == 0
    assert run_intake(tmp_path, "revoke", "1").returncode == 1
