from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pyotp
import pytest
from joserfc.jwk import OctKey, RSAKey
from pydantic import SecretStr

from frontdesk.settings import FrontDeskSettings
from frontdesk.staff.forms import entry_token
from store.accounts.changes import disable_staff, enable_staff, reset_staff
from store.accounts.staff import add_staff, find_staff, list_colleagues
from store.database import Database
from store.tables import AuditEntry, Staff
from tests.integration.colleagues import (
    PASSWORD,
    Colleague,
    StaffBrowser,
    employ,
)
from tests.integration.provider_stand_in import CLIENT, SECRET, ProviderStandIn

GO, RETURN = "/staff/sign-in/elsewhere", "/staff/sign-in/elsewhere/return"
JO = {"sub": "0f-jo", "email": "Jo@Example.org", "email_verified": True}


@pytest.fixture
def provider() -> Iterator[ProviderStandIn]:
    stand_in = ProviderStandIn(person=dict(JO))
    yield stand_in
    stand_in.stop()


@pytest.fixture
def chosen() -> dict[str, Any]:
    """Settings that a test puts over those of a front desk with single sign-on."""
    return {}


@pytest.fixture
def desk_settings(
    desk_settings: FrontDeskSettings, provider: ProviderStandIn, chosen: dict[str, Any]
) -> FrontDeskSettings:
    return desk_settings.model_copy(
        update={
            "oidc_issuer": provider.url,
            "oidc_client_id": CLIENT,
            "oidc_client_secret": SecretStr(SECRET),
            **chosen,
        }
    )


@pytest.fixture
def jo(kept: Database) -> Colleague:
    """A caseworker whose account nobody has set up yet."""
    with kept.writing() as session:
        now = datetime.now(UTC)
        add_staff(session, name="Jo Bloggs", email="jo@example.org", role="caseworker", now=now)
    return Colleague("jo@example.org", pyotp.random_base32(), [])


def go(browser: StaffBrowser, then: str = "/staff") -> str:
    """To the provider, and the address that it sends the browser back to."""
    sent = browser.client.get(GO, params={"then": then})
    assert sent.status_code == 303, sent.text
    with httpx.Client(trust_env=False) as outside:
        return outside.get(sent.headers["location"]).headers["location"]


def come_back(browser: StaffBrowser, address: str) -> httpx.Response:
    """As a browser does: with the lax cookies only, since another website leads here."""
    return browser.client.get(address, headers={"Sec-Fetch-Site": "cross-site"})


def sign_in(browser: StaffBrowser, then: str = "/staff") -> httpx.Response:
    return come_back(browser, go(browser, then))


def actions(kept: Database) -> list[tuple[str, str]]:
    with kept.reading() as session:
        return [(each.actor, each.action) for each in session.query(AuditEntry)]


def test_colleague_signs_in_with_the_work_account(
    staff_browser: StaffBrowser, kept: Database, jo: Colleague, provider: ProviderStandIn
) -> None:
    page = staff_browser.look("/staff/sign-in?then=/staff/account")
    assert "Sign in with your work account" in page and f"{GO}?then=/staff/account" in page
    back = sign_in(staff_browser, then="/staff/account")
    assert back.status_code == 200 and 'content="0; url=/staff/account"' in back.text
    assert "Jo Bloggs" in staff_browser.look("/staff/account")
    assert actions(kept)[-1] == ("staff 1", "signed in with single sign-on")
    trip = [c for c in back.headers.get_list("set-cookie") if c.startswith("staff-trip=")]
    assert "Max-Age=0" in trip[0]


def test_once_matched_a_person_is_known_by_the_providers_own_name(
    staff_browser: StaffBrowser, kept: Database, jo: Colleague, provider: ProviderStandIn
) -> None:
    assert sign_in(staff_browser).status_code == 200
    provider.person |= {"email": "jo.married@example.org", "email_verified": False}
    assert sign_in(staff_browser).status_code == 200
    provider.person = {**JO, "sub": "0f-the-next-person-with-this-address"}
    assert sign_in(staff_browser).status_code == 403


def test_an_account_that_nobody_set_up_is_opened_and_its_link_ends(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    with kept.writing() as session:
        now = datetime.now(UTC)
        up = add_staff(session, name="Jo", email="jo@example.org", role="manager", now=now)
    assert sign_in(staff_browser).status_code == 200
    assert "Manager" in staff_browser.look("/staff")
    assert staff_browser.client.get(f"/staff/set-up/{up.code}").status_code == 404
    with kept.reading() as session:
        assert list_colleagues(session) == {1: "Jo"}
    # A passkey would open the account after the provider has closed it.
    page = staff_browser.look("/staff/account")
    assert "looked after there" in page and "recovery" not in page.lower()
    fields = {"form_token": staff_browser.form_token("/staff/account")}
    made = staff_browser.client.post("/staff/account/recovery-codes", data=fields)
    assert made.status_code == 422


def test_nobody_gets_an_account_by_signing_in(
    staff_browser: StaffBrowser, kept: Database, jo: Colleague, provider: ProviderStandIn
) -> None:
    for person in (
        {**JO, "email": "stranger@example.org"},
        {**JO, "email_verified": False},
        {"sub": "0f-jo", "email": JO["email"]},
        {"sub": "0f-jo", "email_verified": True},
    ):
        provider.person = person
        refused = sign_in(staff_browser)
        assert refused.status_code == 403 and "no account for you here" in refused.text, person
    assert not staff_browser.is_signed_in
    with kept.reading() as session:
        assert [row.single_sign_on_index for row in session.query(Staff)] == [None]
    provider.person = {**JO, "email_verified": False, "xms_edov": "1"}
    assert sign_in(staff_browser).status_code == 403, "what it says of the address counts"
    provider.person = {"sub": "0f-jo", "email": JO["email"], "xms_edov": "1"}
    assert sign_in(staff_browser).status_code == 200


def test_an_account_with_a_password_is_not_taken_over_by_whoever_has_its_address_now(
    staff_browser: StaffBrowser, kept: Database, provider: ProviderStandIn
) -> None:
    employ(kept)
    assert sign_in(staff_browser).status_code == 403
    with kept.writing() as session:
        member = find_staff(session, "jo@example.org")
        assert member is not None
        reset_staff(session, member, now=datetime.now(UTC))
    assert sign_in(staff_browser).status_code == 200


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("strass@example.org", "straß@example.org"), ("sam@example.org", "ſam@example.org")],
)
def test_two_addresses_that_only_look_alike_are_two_people(
    staff_browser: StaffBrowser, kept: Database, provider: ProviderStandIn, ours: str, theirs: str
) -> None:
    with kept.writing() as session:
        add_staff(session, name="Sam", email=ours, role="caseworker", now=datetime.now(UTC))
    provider.person = {**JO, "email": theirs}
    assert sign_in(staff_browser).status_code == 403
    provider.person = {**JO, "email": ours.upper()}
    assert sign_in(staff_browser).status_code == 200


def test_disabled_stays_disabled_and_a_new_start_is_matched_anew(
    staff_browser: StaffBrowser, kept: Database, jo: Colleague, provider: ProviderStandIn
) -> None:
    def change(how: Callable[..., object]) -> None:
        with kept.writing() as session:
            member = find_staff(session, jo.email)
            assert member is not None
            how(session, member, now=datetime.now(UTC))

    change(disable_staff)
    assert sign_in(staff_browser).status_code == 403
    change(enable_staff)
    assert sign_in(staff_browser).status_code == 200
    change(disable_staff)
    assert not staff_browser.is_signed_in
    assert sign_in(staff_browser).status_code == 403
    change(reset_staff)
    provider.person = {**JO, "sub": "0f-jo-again"}
    assert sign_in(staff_browser).status_code == 200


def test_what_came_back_is_good_once_and_for_the_browser_that_went(
    open_browser: Callable[[], StaffBrowser], jo: Colleague
) -> None:
    browser, victim = open_browser(), open_browser()
    address = go(browser)
    assert come_back(victim, address).status_code == 422
    assert not victim.is_signed_in
    assert come_back(browser, address).status_code == 200
    browser.client.cookies.delete("staff")
    assert come_back(browser, address).status_code == 422
    assert come_back(browser, f"{RETURN}?state=x&code=y").status_code == 422
    assert come_back(browser, RETURN).status_code == 422


def test_who_turns_back_at_the_provider_is_told_so(
    staff_browser: StaffBrowser, jo: Colleague, provider: ProviderStandIn
) -> None:
    provider.refuses = "access_denied"
    told = sign_in(staff_browser)
    assert told.status_code == 422 and "not signed in there" in told.text


def test_an_id_token_that_is_not_for_this_sign_in_proves_nothing(
    staff_browser: StaffBrowser, jo: Colleague, provider: ProviderStandIn
) -> None:
    other, wrong = "another service", list[dict[str, Any]]()
    wrong += [{name: None} for name in ("iss", "aud", "exp", "iat", "nonce", "sub")]
    wrong += [{"iss": "https://login.example.org"}, {"sub": ""}, {"at_hash": "AAAA"}]
    wrong += [{"aud": other}, {"aud": [CLIENT, other]}, {"azp": other}]
    wrong += [{"aud": [CLIENT, other], "azp": other}, {"nonce": "of another sign-in"}]
    wrong += [{"exp": int(time.time()) - 120}]
    for claims in wrong:
        provider.claims = claims
        refused = sign_in(staff_browser)
        assert refused.status_code == 403 and "could not be checked" in refused.text, claims
    assert not staff_browser.is_signed_in


def test_only_the_providers_published_keys_sign(
    staff_browser: StaffBrowser, jo: Colleague, provider: ProviderStandIn
) -> None:
    assert sign_in(staff_browser).status_code == 200
    provider.turn_keys()
    assert sign_in(staff_browser).status_code == 200
    provider.key = RSAKey.generate_key(2048, {"kid": "first"})
    assert sign_in(staff_browser).status_code == 403
    # The secret that both sides know does not sign, whatever the header says.
    provider.key = OctKey.import_key(SECRET * 2, {"kid": "first"})
    provider.algorithm = "HS256"
    assert sign_in(staff_browser).status_code == 403
    asked = [path for path in provider.asked if path == "/keys"]
    assert len(asked) == 2  # read again once a minute at most


def test_an_id_token_without_a_signature_is_refused(
    staff_browser: StaffBrowser,
    jo: Colleague,
    provider: ProviderStandIn,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    give_token = provider.give_token

    def unsigned(given: dict[str, str], login: str) -> tuple[int, dict[str, Any]]:
        status, answer = give_token(given, login)
        claims = answer["id_token"].split(".")[1]
        header = base64.urlsafe_b64encode(json.dumps({"alg": "none"}).encode()).decode()
        return status, answer | {"id_token": f"{header.rstrip('=')}.{claims}."}

    monkeypatch.setattr(provider, "give_token", unsigned)
    assert sign_in(staff_browser).status_code == 403
    for answer in ({}, {"id_token": 7}, {"id_token": "x"}, {"id_token": "a.b.c"}):
        monkeypatch.setattr(
            provider, "give_token", lambda _given, _login, answer=answer: (200, answer)
        )
        assert sign_in(staff_browser).status_code == 403


def test_a_provider_that_does_not_answer_is_told_and_password_and_code_still_work(
    staff_browser: StaffBrowser, kept: Database, provider: ProviderStandIn
) -> None:
    jo = employ(kept)
    provider.is_down = True
    told = staff_browser.client.get(GO)
    assert told.status_code == 503 and "does not answer" in told.text
    assert staff_browser.sign_in(jo.email, jo.next_code()).status_code == 303


def test_a_provider_that_names_itself_otherwise_is_not_used(
    staff_browser: StaffBrowser, jo: Colleague, provider: ProviderStandIn
) -> None:
    provider.url, real = "https://login.example.org", provider.url
    assert staff_browser.client.get(GO).status_code == 503
    provider.url = real


@pytest.mark.parametrize("chosen", [{"oidc_second_factor": "mfa urn:charity:two"}])
def test_a_second_factor_at_the_provider_can_be_wanted(
    staff_browser: StaffBrowser, jo: Colleague, provider: ProviderStandIn
) -> None:
    for claims, status in (
        ({}, 403),
        ({"amr": ["pwd"], "acr": "1"}, 403),
        ({"amr": ["pwd", "mfa"]}, 200),
        ({"acr": "urn:charity:two"}, 200),
    ):
        provider.claims = claims
        assert sign_in(staff_browser).status_code == status, claims


@pytest.mark.parametrize("chosen", [{"oidc_only": True, "oidc_label": "Sign in at KIDS"}])
def test_it_can_be_the_only_way_in(
    open_browser: Callable[[], StaffBrowser], kept: Database, jo: Colleague
) -> None:
    browser = open_browser()
    page = browser.look("/staff/sign-in")
    assert "Sign in at KIDS" in page and 'name="password"' not in page
    token = entry_token(browser.client.cookies["staff-entry"])
    fields = {"email": jo.email, "password": PASSWORD, "code": jo.next_code()}
    refused = browser.client.post("/staff/sign-in", data={**fields, "form_token": token})
    assert refused.status_code == 403 and "work account only" in refused.text
    for path in ("/staff/sign-in/passkey", "/staff/sign-in/passkey/options"):
        assert browser.client.post(path, data={"form_token": token}).status_code == 403
    with kept.writing() as session:
        now = datetime.now(UTC)
        up = add_staff(session, name="Sam", email="sam@example.org", role="caseworker", now=now)
    assert "You need no password" in browser.look(f"/staff/set-up/{up.code}")
    set_up = browser.client.post(f"/staff/set-up/{up.code}", data={"form_token": token})
    assert "You need no password" in set_up.text
    assert sign_in(browser).status_code == 200
    assert "looked after there" in browser.look("/staff/account")
    by_password = open_browser()
    by_password.sign_in_quickly(kept, employ(kept, "kim@example.org"))
    assert not by_password.is_signed_in and browser.is_signed_in
