"""Requests that Twilio did not make, or made to somebody else: 403, and no trace but a counter."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

import httpx
import pytest
import sqlalchemy as sa
from pydantic import SecretStr
from twilio.request_validator import (
    HMAC_SHA256,
    SIGNATURE_HEADER,
    SIGNATURE_SETTINGS_HEADER,
    RequestValidator,
)

from frontdesk.settings import FrontDeskSettings
from store.base import Base
from store.database import open_database
from store.tables import Message
from tests.integration.front_desk import FrontDesk, run_front_desk, wait_until
from tests.integration.rasa_stand_in import QUESTION
from tests.integration.twilio_stand_in import TwilioStandIn

PARENT = "+447700900123"
TEXT, STATUS = "/sms/twilio", "/sms/twilio/status"
Headers = dict[str, str]
Fields = dict[str, str]
Forged = tuple[str, Fields, Headers]


def sign_for(url: str, fields: Fields, headers: Headers, token: str) -> Headers:
    signature = RequestValidator(token).compute_signature(url, fields)
    return {**headers, SIGNATURE_HEADER: signature}


def forge(kind: str, path: str, twilio: TwilioStandIn) -> Forged:
    fields = twilio.inbound(PARENT, "Please send the money", MessageStatus="delivered")
    headers = twilio.sign(path, fields)
    right_url = f"{twilio.public_url}{path}"
    forgeries: dict[str, Callable[[], Forged]] = {
        "no signature": lambda: (path, fields, without(headers, SIGNATURE_HEADER)),
        "an empty signature": lambda: (path, fields, {**headers, SIGNATURE_HEADER: ""}),
        "a made-up signature": lambda: (path, fields, {**headers, SIGNATURE_HEADER: "A" * 28}),
        "a signature that is no text": lambda: (path, fields, {**headers, SIGNATURE_HEADER: "é"}),
        "another account's token": lambda: (
            path, fields, sign_for(right_url, fields, headers, "another token")),
        "a token that was rotated away": lambda: (
            path, fields, sign_for(right_url, fields, headers, "the token of last year")),
        "an empty token": lambda: (path, fields, sign_for(right_url, fields, headers, "")),
        "altered words": lambda: (path, {**fields, "Body": "Please send the monex"}, headers),
        "another sender": lambda: (path, {**fields, "From": "+447700900456"}, headers),
        "a field more": lambda: (path, {**fields, "NumMedia2": "1"}, headers),
        "a field less": lambda: (path, without(fields, "To"), headers),
        "a new message id": lambda: (path, {**fields, "MessageSid": "SM" + "1" * 32}, headers),
        "fields moved into each other": lambda: (path, move_words(path, fields), headers),
        "signed for another page": lambda: (
            path, fields, sign_for(f"{twilio.public_url}/other", fields, headers, twilio.token)),
        "signed for another service": lambda: (
            path, fields, sign_for(f"https://evil.example.org{path}", fields, headers,
                                   twilio.token)),
        "signed for plain http": lambda: (
            path, fields, sign_for(right_url.replace("https", "http"), fields, headers,
                                   twilio.token)),
        "a query that was not signed": lambda: (f"{path}?text=1.0", fields, headers),
        "an older algorithm than it says": lambda: (
            path, fields, {**headers, SIGNATURE_SETTINGS_HEADER: f"algorithm={HMAC_SHA256}"}),
        "an algorithm nobody knows": lambda: (
            path, fields, {**headers, SIGNATURE_SETTINGS_HEADER: "key=1,algorithm=none"}),
        "no account": lambda: signed_again(path, without(fields, "AccountSid"), twilio),
        "another account": lambda: signed_again(
            path, {**fields, "AccountSid": "AC" + "6" * 32}, twilio),
    }  # fmt: skip
    return forgeries[kind]()


KINDS = (
    "no signature",
    "an empty signature",
    "a made-up signature",
    "a signature that is no text",
    "another account's token",
    "a token that was rotated away",
    "an empty token",
    "altered words",
    "another sender",
    "a field more",
    "a field less",
    "a new message id",
    "fields moved into each other",
    "signed for another page",
    "signed for another service",
    "signed for plain http",
    "a query that was not signed",
    "an older algorithm than it says",
    "an algorithm nobody knows",
    "no account",
    "another account",
)


def move_words(path: str, fields: Fields) -> Fields:
    """Other fields with the same signature: a part of the words has become a part of the name."""
    name = "Body" if path == TEXT else "MessageStatus"
    return {**without(fields, name), name + fields[name][:4]: fields[name][4:]}


def without(fields: dict[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in fields.items() if key != name}


def signed_again(path: str, fields: Fields, twilio: TwilioStandIn) -> Forged:
    return path, fields, twilio.sign(path, fields)


def post(desk: FrontDesk, path: str, fields: Fields, headers: Headers) -> httpx.Response:
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    return desk.client.post(path, content=urlencode(fields), headers=raw)


def count_rows(settings: FrontDeskSettings) -> int:
    database = open_database(settings)
    with database.reading() as session:
        rows = sum(
            session.scalar(sa.select(sa.func.count()).select_from(table)) or 0
            for table in Base.metadata.sorted_tables
        )
    database.close()
    return rows


@pytest.mark.parametrize("path", [TEXT, STATUS])
@pytest.mark.parametrize("kind", KINDS)
def test_what_twilio_did_not_sign_for_us_is_refused_and_leaves_no_trace(
    texting_desk: FrontDesk,
    texting_settings: FrontDeskSettings,
    twilio: TwilioStandIn,
    kind: str,
    path: str,
) -> None:
    response = post(texting_desk, *forge(kind, path, twilio))
    assert response.status_code == 403
    assert response.headers["content-type"] == "application/problem+json"
    assert count_rows(texting_settings) == 0
    assert twilio.messages == []


@pytest.mark.parametrize(
    ("missing", "named"),
    [
        ({"twilio_auth_token": None}, "TWILIO_AUTH_TOKEN"),
        ({"public_url": None}, "INTAKE_PUBLIC_URL"),
    ],
)
def test_without_a_token_or_an_address_nothing_is_let_in_and_the_log_says_why_once(
    texting_settings: FrontDeskSettings,
    twilio: TwilioStandIn,
    capsys: pytest.CaptureFixture[str],
    missing: dict[str, None],
    named: str,
) -> None:
    settings = texting_settings.model_copy(update=missing)
    with run_front_desk(settings) as desk:
        twilio.front_desk = desk.url
        for _ in range(3):
            assert twilio.text(PARENT, "hello").status_code == 403
    assert count_rows(settings) == 0
    refused = [line for line in capsys.readouterr().out.splitlines() if "are refused" in line]
    assert len(refused) == 1 and named in refused[0]


@pytest.mark.parametrize(
    ("ours", "named"),
    [
        (None, {"To": "+447700900777"}),
        ("MG" + "1" * 32, {"MessagingServiceSid": "MG" + "2" * 32}),
    ],
)
def test_a_text_to_a_number_that_is_not_ours_is_refused(
    texting_settings: FrontDeskSettings,
    twilio: TwilioStandIn,
    ours: str | None,
    named: dict[str, str],
) -> None:
    sender = ours or texting_settings.twilio_from
    with run_front_desk(texting_settings.model_copy(update={"twilio_from": sender})) as desk:
        twilio.front_desk = desk.url
        assert twilio.text(PARENT, "hello", **named).status_code == 403
        assert count_rows(texting_settings) == 0


def test_a_text_to_any_number_of_our_messaging_service_is_kept(
    texting_settings: FrontDeskSettings, twilio: TwilioStandIn
) -> None:
    service = "MG" + "1" * 32
    with run_front_desk(texting_settings.model_copy(update={"twilio_from": service})) as desk:
        twilio.front_desk = desk.url
        named = {"To": "+447700900777", "MessagingServiceSid": service}
        assert twilio.text(PARENT, "hello", **named).status_code == 200


def test_a_request_played_again_changes_nothing(
    texting_desk: FrontDesk, texting_settings: FrontDeskSettings, twilio: TwilioStandIn
) -> None:
    fields = twilio.inbound(PARENT, "hello")
    assert twilio.post(TEXT, fields).status_code == 200
    wait_until(lambda: QUESTION in twilio.bodies_to(PARENT))
    wait_until(lambda: all_sent(texting_settings))
    before = count_rows(texting_settings)
    assert twilio.post(TEXT, fields).status_code == 200
    assert count_rows(texting_settings) == before and len(twilio.messages) == 2


def all_sent(settings: FrontDeskSettings) -> bool:
    database = open_database(settings)
    with database.reading() as session:
        states = set(session.scalars(sa.text("SELECT state FROM texts")))
        waiting = session.scalars(sa.select(Message.id).where(Message.status == "waiting")).all()
    database.close()
    return states == {"sent"} and not waiting


def test_while_one_token_takes_over_from_another_both_are_right(
    texting_settings: FrontDeskSettings, twilio: TwilioStandIn
) -> None:
    both = SecretStr(f"{twilio.token}, the next token")
    with run_front_desk(texting_settings.model_copy(update={"twilio_auth_token": both})) as desk:
        twilio.front_desk = desk.url
        assert twilio.text(PARENT, "hello").status_code == 200
        sender_token, twilio.token = twilio.token, "the next token"
        assert twilio.text(PARENT, "hello again").status_code == 200
        assert twilio.text(PARENT, "and again", scheme=HMAC_SHA256).status_code == 200
        twilio.token = sender_token
        wait_until(lambda: twilio.bodies_to(PARENT).count(QUESTION) == 3)


@pytest.mark.parametrize(
    ("public_url", "signed_url"),
    [
        ("https://intake.example.org", "https://intake.example.org:443/sms/twilio"),
        ("https://intake.example.org:443", "https://intake.example.org/sms/twilio"),
        ("https://intake.example.org:8443", "https://intake.example.org:8443/sms/twilio"),
        ("https://intake.example.org:8443", "https://intake.example.org/sms/twilio"),
        ("http://intake.example.org", "http://intake.example.org:80/sms/twilio"),
        ("https://example.org/intake", "https://example.org/intake/sms/twilio"),
        ("https://intake.example.org", "https://intake.example.org/sms/twilio/"),
        ("https://intake.example.org", "https://intake.example.org/sms/twilio?a=%20b&c=1"),
    ],
)
def test_the_address_may_be_written_as_twilio_writes_it(
    texting_settings: FrontDeskSettings, twilio: TwilioStandIn, public_url: str, signed_url: str
) -> None:
    settings = texting_settings.model_copy(update={"public_url": public_url})
    fields = twilio.inbound(PARENT, "hello")
    headers = sign_for(signed_url, fields, twilio.sign(TEXT, fields), twilio.token)
    path = TEXT + signed_url.partition(TEXT)[2]
    with run_front_desk(settings) as desk:
        assert post(desk, path, fields, headers).status_code == 200


def test_a_body_that_is_too_long_is_not_read(
    texting_desk: FrontDesk, texting_settings: FrontDeskSettings, twilio: TwilioStandIn
) -> None:
    assert twilio.text(PARENT, "x" * 70_000).status_code == 413
    assert twilio.text(PARENT, "x", **{f"Field{n}": "1" for n in range(300)}).status_code == 403
    assert count_rows(texting_settings) == 0


def test_the_log_says_at_the_start_what_no_text_can_be_taken_without(
    texting_settings: FrontDeskSettings, capsys: pytest.CaptureFixture[str]
) -> None:
    with run_front_desk(texting_settings.model_copy(update={"public_url": None})):
        pass
    [line] = [line for line in capsys.readouterr().out.splitlines() if "texts are refused" in line]
    assert "INTAKE_PUBLIC_URL" in line and "TWILIO_AUTH_TOKEN" not in line
