from __future__ import annotations

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from frontdesk.settings import FrontDeskSettings
from store.accounts.changes import disable_staff, reset_staff
from store.accounts.passkeys import (
    NewPasskey,
    add_passkey,
    hold_passkeys,
    list_passkeys,
    remove_passkey,
)
from store.accounts.staff import add_staff, find_staff
from store.database import Database
from store.tables import AuditEntry, Passkey, SignInChallenge, StaffSession
from tests.integration.colleagues import PASSWORD, Colleague, StaffBrowser, employ
from tests.integration.front_desk import FrontDesk, run_front_desk
from tests.integration.soft_passkey import (
    ACCOUNT,
    PRESENT,
    SoftPasskey,
    add,
    ask,
    ask_to_sign_in,
    give,
    sign_in,
)


@pytest.fixture
def here(front_desk: FrontDesk) -> FrontDesk:
    """The front desk by the name that passkeys can be bound to; an address will not do."""
    return FrontDesk(front_desk.url.replace("127.0.0.1", "localhost"), front_desk.client)


@pytest.fixture
def browser(here: FrontDesk) -> Iterator[StaffBrowser]:
    opened = StaffBrowser(here)
    yield opened
    opened.client.close()


@pytest.fixture
def passkey(here: FrontDesk) -> SoftPasskey:
    return SoftPasskey(here.url)


@pytest.fixture
def owned(
    browser: StaffBrowser, kept: Database, jo: Colleague, passkey: SoftPasskey
) -> SoftPasskey:
    """Jo's passkey, in a browser that is signed out again."""
    browser.sign_in_quickly(kept, jo)
    assert add(browser, passkey).status_code == 303
    browser.client.cookies.clear()
    return passkey


def actions(kept: Database) -> list[str]:
    with kept.reading() as session:
        return [entry.action for entry in session.query(AuditEntry).order_by(AuditEntry.id)]


def test_colleague_adds_a_passkey_and_signs_in_with_it_alone(
    browser: StaffBrowser, owned: SoftPasskey, kept: Database
) -> None:
    options = ask_to_sign_in(browser)
    assert options["userVerification"] == "required" and not options.get("allowCredentials")
    response = give(browser, owned.get(options), then=ACCOUNT)
    assert (response.status_code, response.headers["location"]) == (303, ACCOUNT)
    page = browser.look(ACCOUNT)
    assert "Jo Bloggs" in page and "blue key" in page and "never" not in page
    assert actions(kept)[-2:] == ["passkey added", "signed in with a passkey"]


def test_what_a_passkey_is_asked_for_tells_no_stranger_who_it_is(
    browser: StaffBrowser, kept: Database, jo: Colleague
) -> None:
    browser.sign_in_quickly(kept, jo)
    options = ask(browser, ACCOUNT, f"{ACCOUNT}/passkeys/options").json()
    assert options["rp"]["id"] == "localhost"
    chosen = options["authenticatorSelection"]
    assert (chosen["residentKey"], chosen["userVerification"]) == ("required", "required")
    assert len(options["user"]["id"]) >= 40 and "@" not in options["user"]["id"]


def test_an_answer_is_good_once_and_for_the_browser_that_was_asked(
    browser: StaffBrowser, here: FrontDesk, owned: SoftPasskey
) -> None:
    answer = owned.get(ask_to_sign_in(browser))
    other = StaffBrowser(here)
    assert give(other, answer).status_code == 422
    other.client.close()
    assert give(browser, answer).status_code == 303
    browser.client.cookies.delete("staff")
    assert give(browser, answer).status_code == 422


def test_an_answer_that_took_too_long_is_refused_and_forgotten(
    browser: StaffBrowser, owned: SoftPasskey, kept: Database
) -> None:
    answer = owned.get(ask_to_sign_in(browser))
    with kept.writing() as session:
        for row in session.query(SignInChallenge):
            row.expires_at = datetime.now(UTC) - timedelta(seconds=1)
    assert give(browser, answer).status_code == 422


@pytest.mark.parametrize("change", ["origin", "host", "flags", "count", "handle", "key"])
def test_a_passkey_that_signs_something_else_is_refused(
    browser: StaffBrowser, owned: SoftPasskey, change: str, kept: Database
) -> None:
    owned.count = 7
    assert sign_in(browser, owned).status_code == 303
    browser.client.cookies.delete("staff")
    wrong = {
        "origin": "https://example.org",
        "host": "example.org",
        "flags": PRESENT,
        "count": 7,  # one before the next: a copy of the passkey
        "handle": "c29tZWJvZHkgZWxzZQ",
        "key": SoftPasskey("").key,
    }[change]
    setattr(owned, change, wrong)
    refused = sign_in(browser, owned)
    assert refused.status_code == 422 and "does not open an account" in refused.text
    assert not browser.is_signed_in
    with kept.reading() as session:
        jo = find_staff(session, "jo@example.org")
        assert jo is not None and jo.failed_attempts == 1
    assert (actions(kept)[-1] == "passkey refused: count not higher") is (change == "count")


@pytest.mark.parametrize(
    "credential",
    ["", "null", "[]", "{", '{"id": "x"}', '{"id": "x", "response": {"clientDataJSON": "e30"}}',
     '{"id": 1, "response": {"clientDataJSON": "%%"}}', "[" * 5000],
)  # fmt: skip
def test_what_is_no_passkey_is_refused(browser: StaffBrowser, credential: str) -> None:
    assert give(browser, credential).status_code == 422


def test_parts_of_an_answer_that_are_not_right_are_refused(
    browser: StaffBrowser, owned: SoftPasskey
) -> None:
    for part in ("authenticatorData", "signature", "userHandle"):
        for value in (None, "", "AAAA", "ü", 7, {}):
            answer = json.loads(owned.get(ask_to_sign_in(browser)))
            answer["response"][part] = value
            refused = give(browser, json.dumps(answer))
            assert refused.status_code in (422, 429), (part, value)


def test_wrong_passkeys_count_as_wrong_tries_and_the_right_one_does_not(
    browser: StaffBrowser, here: FrontDesk, owned: SoftPasskey
) -> None:
    for _ in range(6):
        assert sign_in(browser, owned).status_code == 303
        browser.client.cookies.clear()
    guesser = StaffBrowser(here)
    copy = SoftPasskey(here.url, credential_id=owned.credential_id, handle=owned.handle)
    tries = [sign_in(guesser, copy).status_code for _ in range(6)]
    assert tries == [422] * 5 + [429]
    guesser.client.close()


def test_a_disabled_or_reset_account_is_not_opened_by_its_passkey(
    browser: StaffBrowser, owned: SoftPasskey, kept: Database
) -> None:
    for end in (disable_staff, reset_staff):
        with kept.writing() as session:
            jo = find_staff(session, "jo@example.org")
            assert jo is not None
            end(session, jo, now=datetime.now(UTC))
        assert sign_in(browser, owned).status_code == 422
    with kept.reading() as session:
        assert session.query(Passkey).count() == 0


def test_a_removed_passkey_opens_nothing_and_nobody_removes_anothers(
    browser: StaffBrowser, here: FrontDesk, owned: SoftPasskey, kept: Database
) -> None:
    sam = StaffBrowser(here)
    sam.sign_in_quickly(kept, employ(kept, "sam@example.org"))
    token = sam.form_token(ACCOUNT)
    sam.client.post(f"{ACCOUNT}/passkeys/1/remove", data={"form_token": token})
    sam.client.close()
    assert sign_in(browser, owned).status_code == 303
    token = browser.form_token(ACCOUNT)
    removed = browser.client.post(f"{ACCOUNT}/passkeys/1/remove", data={"form_token": token})
    assert removed.status_code == 303 and "blue key" not in browser.look(ACCOUNT)
    browser.client.cookies.clear()
    assert sign_in(browser, owned).status_code == 422


def test_a_browser_left_open_adds_no_passkey_without_a_code(
    browser: StaffBrowser, kept: Database, jo: Colleague, passkey: SoftPasskey
) -> None:
    browser.sign_in_quickly(kept, jo)
    with kept.writing() as session:
        for row in session.query(StaffSession):
            row.created_at -= timedelta(minutes=11)
    path = f"{ACCOUNT}/passkeys/options"
    refused = ask(browser, ACCOUNT, path, code="000000")
    assert refused.status_code == 422 and "not the code" in refused.json()["detail"]
    for code in (jo.next_code(), jo.recovery_codes[0]):
        assert ask(browser, ACCOUNT, path, code=code).status_code == 200
        assert ask(browser, ACCOUNT, path, code=code).status_code == 422


def test_a_browser_left_open_removes_no_passkey_without_a_code(
    browser: StaffBrowser, owned: SoftPasskey, kept: Database, jo: Colleague
) -> None:
    browser.sign_in_quickly(kept, jo)
    with kept.writing() as session:
        for row in session.query(StaffSession):
            row.created_at -= timedelta(minutes=11)
    fields = {"form_token": browser.form_token(ACCOUNT)}
    path = f"{ACCOUNT}/passkeys/1/remove"
    assert "To remove one, type a code" in browser.look(ACCOUNT)
    for typed in ({}, {"code": "000000"}):
        refused = browser.client.post(path, data=fields | typed)
        assert refused.status_code == 422 and "not the code" in refused.text
    removed = browser.client.post(path, data=fields | {"code": jo.recovery_codes[0]})
    assert removed.status_code == 303
    with kept.reading() as session:
        assert session.query(Passkey).count() == 0


def test_of_two_who_remove_the_last_two_passkeys_at_once_one_sees_what_is_left(
    database: Database,
) -> None:
    now = datetime.now(UTC)
    with database.writing() as session:
        add_staff(session, name="Jo", email="jo@example.org", role="caseworker", now=now)
        for name in ("a", "b"):
            assert add_passkey(session, 1, NewPasskey(name, name, 0), name=name, now=now)

    def remove(which: int) -> None:
        with database.writing() as session:
            ids = [passkey.id for passkey in hold_passkeys(session, 1)]
            time.sleep(0.2)
            if len(ids) > 1:
                remove_passkey(session, ids[which], 1)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(remove, (0, 1)))
    with database.reading() as session:
        left = [passkey.name for passkey in list_passkeys(session, 1)]
    assert len(left) == 1


def test_new_colleague_whose_passkey_is_anothers_has_no_account_with_one_factor(
    browser: StaffBrowser, owned: SoftPasskey, kept: Database
) -> None:
    with kept.writing() as session:
        now = datetime.now(UTC)
        sign_up = add_staff(
            session, name="Sam", email="sam@example.org", role="caseworker", now=now
        )
    link = f"/staff/set-up/{sign_up.code}"
    fields = {"password": PASSWORD, "password_again": PASSWORD}
    options = ask(browser, link, f"{link}/passkey-options", **fields).json()
    fields |= {"form_token": browser.form_token(link), "credential": owned.create(options)}
    assert browser.client.post(link, data=fields).status_code == 422
    with kept.reading() as session:
        sam = find_staff(session, "sam@example.org")
        assert sam is not None and not sam.is_set_up and sam.sign_up_hash is not None


def test_the_same_passkey_is_kept_once(
    browser: StaffBrowser, owned: SoftPasskey, kept: Database, jo: Colleague
) -> None:
    browser.sign_in_quickly(kept, jo)
    assert add(browser, owned).status_code == 422
    options = ask(browser, ACCOUNT, f"{ACCOUNT}/passkeys/options").json()
    assert len(options["excludeCredentials"]) == 1


def test_new_colleague_takes_a_passkey_in_place_of_the_app_and_gets_recovery_codes(
    browser: StaffBrowser, kept: Database, passkey: SoftPasskey
) -> None:
    with kept.writing() as session:
        now = datetime.now(UTC)
        sign_up = add_staff(
            session, name="Sam", email="sam@example.org", role="caseworker", now=now
        )
    link = f"/staff/set-up/{sign_up.code}"
    fields = {"password": PASSWORD, "password_again": "another thing"}
    refused = ask(browser, link, f"{link}/passkey-options", **fields)
    assert refused.status_code == 422 and "not the same" in refused.json()["detail"]
    fields["password_again"] = PASSWORD
    options = ask(browser, link, f"{link}/passkey-options", **fields).json()
    strange = SoftPasskey("https://example.org").create(options)
    token = browser.form_token(link)
    fields |= {"form_token": token, "credential": strange}
    assert browser.client.post(link, data=fields).status_code == 422
    options = ask(browser, link, f"{link}/passkey-options", **fields).json()
    done = browser.client.post(link, data=fields | {"credential": passkey.create(options)})
    assert done.status_code == 200 and done.text.count("<li><code>") == 8
    code = done.text.partition("<li><code>")[2].partition("<")[0]
    assert browser.is_signed_in
    # The only second factor stays; recovery codes are made anew by a fresh sign-in.
    token = browser.form_token(ACCOUNT)
    path = f"{ACCOUNT}/passkeys/1/remove"
    assert browser.client.post(path, data={"form_token": token}).status_code == 422
    browser.client.cookies.clear()
    assert sign_in(browser, passkey).status_code == 303
    browser.client.cookies.clear()
    assert browser.sign_in("sam@example.org", "000000").status_code == 422
    assert browser.sign_in("sam@example.org", code).status_code == 303
    token = browser.form_token(ACCOUNT)
    path = f"{ACCOUNT}/recovery-codes"
    made = browser.client.post(path, data={"form_token": token})
    assert made.status_code == 200 and made.text.count("<li><code>") == 8
    with kept.writing() as session:
        for row in session.query(StaffSession):
            row.created_at -= timedelta(minutes=11)
    assert browser.client.post(path, data={"form_token": token}).status_code == 422


def test_there_are_no_passkeys_at_an_address_without_a_name(
    front_desk: FrontDesk, kept: Database, jo: Colleague
) -> None:
    browser = StaffBrowser(front_desk)
    assert "with a passkey" not in browser.look("/staff/sign-in")
    asked = ask(browser, "/staff/sign-in", "/staff/sign-in/passkey/options")
    assert asked.status_code == 404
    browser.sign_in_quickly(kept, jo)
    assert ask(browser, ACCOUNT, f"{ACCOUNT}/passkeys/options").status_code == 404
    browser.client.close()


def test_passkeys_are_bound_to_the_public_address(
    desk_settings: FrontDeskSettings, kept: Database, jo: Colleague
) -> None:
    public = desk_settings.model_copy(update={"public_url": "https://chat.example.org"})
    with run_front_desk(public) as desk:
        page = desk.client.get("/staff/sign-in", headers={"Accept": "text/html"})
        token = page.text.partition('name="form_token" value="')[2].partition('"')[0]
        entry = page.headers["set-cookie"].partition(";")[0]
        options = desk.client.post(
            "/staff/sign-in/passkey/options",
            data={"form_token": token},
            headers={"Cookie": entry, "Host": "evil.example.org"},
        )
    assert options.json()["rpId"] == "chat.example.org"


def test_nothing_that_names_a_passkey_is_kept_in_the_clear(
    browser: StaffBrowser, owned: SoftPasskey, desk_settings: FrontDeskSettings
) -> None:
    options = ask_to_sign_in(browser)
    answer = json.loads(owned.get(options))
    files = [path.read_bytes() for path in desk_settings.var.glob("intake.db*")]
    for words in (answer["id"], "blue key", options["challenge"], owned.handle):
        assert not any(words.encode() in content for content in files), words
