"""What an administrator changes of colleagues' accounts, and what nobody can."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import httpx
import pytest

from frontdesk.settings import FrontDeskSettings
from frontdesk.staff.sign_in.guessing import BY_ACCOUNT, BY_ADDRESS
from store.accounts.changes import change_role, disable_staff, find_refusal
from store.accounts.sessions import find_session
from store.accounts.sign_in_challenges import forget_old_challenges, make_challenge, take_challenge
from store.accounts.sign_in_tries import Count, count_try, forget_old_tries, take_try_back
from store.accounts.staff import GIVEN_ON_PAGES, Role, add_staff, find_by_sign_up, get_staff
from store.database import Database
from store.tables import AuditEntry, SignInChallenge, SignInTry
from tests.integration.colleagues import Colleague, StaffBrowser, employ, open_staff_session
from tests.integration.front_desk import run_front_desk

ACCOUNTS = "/staff/accounts"
WINDOW = timedelta(minutes=15)


@pytest.fixture
def boss(kept: Database, staff_browser: StaffBrowser) -> StaffBrowser:
    """The browser of an administrator, who is staff 1."""
    staff_browser.sign_in_quickly(kept, employ(kept, "boss@example.org", role="administrator"))
    return staff_browser


@pytest.fixture
def jo(boss: StaffBrowser, kept: Database) -> Colleague:
    """A caseworker, who is staff 2."""
    return employ(kept)


def post(browser: StaffBrowser, path: str, **fields: str) -> httpx.Response:
    fields["form_token"] = browser.form_token("/staff/account")
    return browser.client.post(path, data=fields)


def changes(kept: Database) -> list[tuple[str, str]]:
    with kept.reading() as session:
        found = session.query(AuditEntry).order_by(AuditEntry.id)
        return [(entry.actor, entry.action) for entry in found]


def test_administrator_adds_a_colleague_and_sees_the_link_once(
    boss: StaffBrowser, kept: Database
) -> None:
    fields = {"name": " Sam Ali ", "email": "sam@example.org", "role": "manager"}
    shown = post(boss, ACCOUNTS, **fields)
    link = re.search(r"http://[^<\s]+(/staff/set-up/[\w-]{32})", shown.text)
    assert shown.status_code == 200 and link and "The link for Sam Ali" in shown.text
    assert "Hello Sam Ali" in boss.look(link[1])
    page = boss.look(ACCOUNTS)
    assert "To be set up" in page and "/staff/set-up/" not in page
    assert changes(kept)[-1] == ("staff 1", "added staff 2")
    again = post(boss, ACCOUNTS, **{**fields, "email": "SAM@example.org"})
    assert again.status_code == 422 and "account with this email" in again.text


@pytest.mark.parametrize(
    "change",
    [{"name": " "}, {"email": "sam"}, {"role": "boss"}, {"role": "safeguarding_lead"},
     {"name": "x" * 81}],
)  # fmt: skip
def test_what_is_no_account_is_not_added_and_stays_in_the_form(
    boss: StaffBrowser, change: dict[str, str]
) -> None:
    fields = {"name": "Sam", "email": "sam@example.org", "role": "manager", **change}
    refused = post(boss, ACCOUNTS, **fields)
    assert refused.status_code == 422 and f'value="{fields["email"]}"' in refused.text


def test_a_role_counts_from_the_next_page_on(
    boss: StaffBrowser,
    jo: Colleague,
    kept: Database,
    open_browser: Callable[[], StaffBrowser],
) -> None:
    own = open_browser()
    own.sign_in_quickly(kept, jo)
    assert own.client.get(ACCOUNTS).status_code == 403
    assert post(boss, f"{ACCOUNTS}/2/role", role="administrator").status_code == 303
    assert own.client.get(ACCOUNTS).status_code == 200
    assert post(boss, f"{ACCOUNTS}/2/role", role="caseworker").status_code == 303
    assert own.client.get(ACCOUNTS).status_code == 403
    assert post(boss, f"{ACCOUNTS}/2/role", role="nothing").status_code == 422
    assert changes(kept)[-2:] == [
        ("staff 1", "made administrator: staff 2"),
        ("staff 1", "made caseworker: staff 2"),
    ]


def test_disabled_colleague_is_out_at_once_and_in_again_when_let(
    boss: StaffBrowser,
    jo: Colleague,
    kept: Database,
    open_browser: Callable[[], StaffBrowser],
) -> None:
    own = open_browser()
    own.sign_in_quickly(kept, jo)
    assert post(boss, f"{ACCOUNTS}/2/disable").status_code == 303
    assert not own.is_signed_in and "Disabled" in boss.look(f"{ACCOUNTS}/2")
    assert own.sign_in(jo.email, jo.next_code()).status_code == 422
    assert post(boss, f"{ACCOUNTS}/2/enable").status_code == 303
    assert own.sign_in(jo.email, jo.next_code()).status_code == 303
    shown = post(boss, f"{ACCOUNTS}/2/reset")
    assert shown.status_code == 200 and "/staff/set-up/" in shown.text
    assert not own.is_signed_in
    assert [action for _actor, action in changes(kept) if "staff 2" in action] == [
        "added staff 2", "disabled staff 2", "enabled staff 2", "reset staff 2",
    ]  # fmt: skip


def test_nobody_changes_their_own_account_there(boss: StaffBrowser, jo: Colleague) -> None:
    for change, fields in (
        ("role", {"role": "caseworker"}), ("reset", {}), ("disable", {}), ("enable", {}),
    ):  # fmt: skip
        refused = post(boss, f"{ACCOUNTS}/1/{change}", **fields)
        assert refused.status_code == 422 and "your own account" in refused.text, change
    assert boss.is_signed_in and "your own account" in boss.look(f"{ACCOUNTS}/1")


def test_nobody_becomes_safeguarding_lead_on_the_pages(
    boss: StaffBrowser, jo: Colleague, kept: Database
) -> None:
    assert "reaches nobody" in boss.look(ACCOUNTS)
    employ(kept, "lee@example.org", role="safeguarding_lead")
    assert "reaches nobody" not in boss.look(ACCOUNTS)
    assert post(boss, f"{ACCOUNTS}/2/role", role="safeguarding_lead").status_code == 422
    assert post(boss, f"{ACCOUNTS}/3/reset").status_code == 422
    page = boss.look(f"{ACCOUNTS}/3")
    assert "/3/reset" not in page and "/3/disable" in page


def test_the_last_safeguarding_lead_is_disabled_only_by_somebody_who_says_they_are_sure(
    boss: StaffBrowser, jo: Colleague, kept: Database
) -> None:
    employ(kept, "lee@example.org", role="safeguarding_lead")
    assert "the only safeguarding lead" in boss.look(f"{ACCOUNTS}/3")
    assert "the only safeguarding lead" not in boss.look(f"{ACCOUNTS}/2")
    asked = post(boss, f"{ACCOUNTS}/3/disable")
    assert asked.status_code == 422 and "is not disabled yet" in asked.text
    assert "In use" in boss.look(f"{ACCOUNTS}/3")
    assert post(boss, f"{ACCOUNTS}/3/disable", sure="1").status_code == 303
    for page in (ACCOUNTS, f"{ACCOUNTS}/3"):
        assert "reaches nobody" in boss.look(page)
    employ(kept, "mo@example.org", role="safeguarding_lead")
    employ(kept, "nia@example.org", role="safeguarding_lead")
    assert post(boss, f"{ACCOUNTS}/4/disable").status_code == 303


def test_of_two_administrators_who_disable_each_other_one_stays(
    database: Database, now: datetime
) -> None:
    for number in (1, 2):
        employ(database, f"boss{number}@example.org", role="administrator")

    def disable_other(own: int) -> bool:
        with database.writing() as session:
            other = get_staff(session, 3 - own)
            if find_refusal(session, "disable", other, by=own) is not None:
                return False
            disable_staff(session, other, now=now)
            return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(disable_other, (1, 2))) == [False, True]


@pytest.mark.parametrize("role", ["caseworker", "manager", "safeguarding_lead"])
def test_whoever_is_no_administrator_any_more_changes_nothing(
    database: Database, now: datetime, role: Role
) -> None:
    for number in (1, 2):
        employ(database, f"boss{number}@example.org", role="administrator")
    with database.writing() as session:
        change_role(session, get_staff(session, 1), role, now=now)
        other = get_staff(session, 2)
        assert find_refusal(session, "disable", other, by=1) == "not administrator"


def test_administrator_cannot_come_back_as_a_lead_whose_role_was_away(
    database: Database, now: datetime
) -> None:
    employ(database, "boss@example.org", role="administrator")
    employ(database, "lee@example.org", role="safeguarding_lead")
    with database.writing() as session:
        lee = get_staff(session, 2)
        for role in GIVEN_ON_PAGES:
            assert find_refusal(session, "role", lee, by=1, role=role) == "safeguarding lead"
        assert find_refusal(session, "reset", lee, by=1) == "safeguarding lead"
        assert find_refusal(session, "disable", lee, by=1) is None


def test_whoever_becomes_lead_begins_anew_so_that_no_link_or_password_of_before_opens_it(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        seen = add_staff(session, name="J", email="j@example.org", role="caseworker", now=now)
        begun = change_role(session, get_staff(session, 1), "safeguarding_lead", now=now)
        assert find_by_sign_up(session, seen.code, now=now) is None
        assert begun is not None and find_by_sign_up(session, begun.code, now=now) is not None
    sam = employ(database, "sam@example.org")
    token = open_staff_session(database, sam)
    with database.writing() as session:
        member = get_staff(session, 2)
        assert change_role(session, member, "safeguarding_lead", now=now) is not None
        assert not member.is_set_up and member.totp_secret is None
        assert find_session(session, token, now=now) is None
        assert change_role(session, member, "safeguarding_lead", now=now) is None


def test_wrong_tries_are_counted_by_every_front_desk_together(
    jo: Colleague,
    open_browser: Callable[[], StaffBrowser],
    desk_settings: FrontDeskSettings,
    kept: Database,
) -> None:
    for _ in range(3):
        assert open_browser().sign_in(jo.email, "000000", password="a guess").status_code == 422
    with run_front_desk(desk_settings) as second:
        elsewhere = StaffBrowser(second)
        tries = [elsewhere.sign_in(jo.email, "000000", password="x").status_code for _ in range(3)]
        assert tries == [422, 422, 429]
        elsewhere.client.close()
    with kept.reading() as session:
        assert all(re.fullmatch("[0-9a-f]{64}", row.key_hash) for row in session.query(SignInTry))


def test_a_count_ends_with_its_window_and_is_deleted(database: Database, now: datetime) -> None:
    narrow, wide = Count("narrow", 2), Count("wide", BY_ACCOUNT)
    with database.writing() as session:
        for _ in range(2):
            assert count_try(session, [narrow, wide], window=WINDOW, now=now) is None
        later = now + timedelta(minutes=5)
        assert count_try(session, [narrow, wide], window=WINDOW, now=later) == timedelta(minutes=10)
        assert sorted(row.count for row in session.query(SignInTry)) == [2, 3]
        take_try_back(session, [narrow, wide])
        take_try_back(session, [narrow, wide])
        assert count_try(session, [narrow, wide], window=WINDOW, now=later) is None
        assert count_try(session, [narrow], window=WINDOW, now=now + WINDOW) is None
        forget_old_tries(session, now=now + WINDOW)
        assert session.query(SignInTry).count() == 1


def test_of_many_tries_at_the_same_moment_none_is_forgotten(
    database: Database, now: datetime
) -> None:
    counts = [Count("pair", 5), Count("address", BY_ADDRESS)]

    def try_once(_number: int) -> bool:
        with database.writing() as session:
            return count_try(session, counts, window=WINDOW, now=now) is None

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(try_once, range(12))) == 5


def test_a_challenge_is_good_once_for_one_browser_and_purpose(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        held = {"nonce": "n"}
        made = make_challenge(session, "single sign-on", "firefox", now=now, held=held)
        assert take_challenge(session, made, "passkey sign-in", "firefox", now=now) is None
        assert take_challenge(session, made, "single sign-on", "chrome", now=now) is None
        assert take_challenge(session, made, "single sign-on", "firefox", now=now) == held
        assert take_challenge(session, made, "single sign-on", "firefox", now=now) is None
        made = make_challenge(session, "single sign-on", "firefox", now=now)
        late = now + timedelta(minutes=10)
        assert take_challenge(session, made, "single sign-on", "firefox", now=late) is None
        forget_old_challenges(session, now=late)
        assert session.query(SignInChallenge).count() == 0
