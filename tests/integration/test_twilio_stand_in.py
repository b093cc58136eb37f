"""The stand-in is as Twilio's own library expects Twilio to be, and signs as it checks."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.request_validator import HMAC_SHA1, HMAC_SHA256, SIGNATURE_HEADER, RequestValidator
from twilio.rest import Client

from tests.integration.twilio_answers import ACCOUNT, NUMBER
from tests.integration.twilio_stand_in import TwilioStandIn

PARENT = "+447700900123"
LANDLINE = "+442079460123"


def open_client(twilio: TwilioStandIn, token: str | None = None) -> Client:
    client = Client(ACCOUNT, token or twilio.token)
    client.api.base_url = twilio.url
    return client


def test_twilios_library_sends_through_it_and_reads_what_was_sent(twilio: TwilioStandIn) -> None:
    client = open_client(twilio)
    sent = client.messages.create(to=PARENT, from_=NUMBER, body="Hello £5")
    assert (sent.status, sent.to, sent.body, sent.num_segments) == (
        "queued",
        PARENT,
        "Hello £5",
        "1",
    )
    client.messages.create(to=LANDLINE, from_=NUMBER, body="Hello")
    for count in range(4):
        client.messages.create(to=PARENT, from_=NUMBER, body=f"{count}")
    listed = client.messages.list(to=PARENT, page_size=2)
    assert [message.body for message in listed] == ["3", "2", "1", "0", "Hello £5"]
    newest = twilio.messages[-1]
    newest.status = "sent"
    [found] = client.messages.list(date_sent_after=newest.at - timedelta(minutes=1))
    assert found.body == "3" and client.messages.list(date_sent_before=datetime(2020, 1, 1)) == []
    assert listed[-1].sid == sent.sid and listed[-1].date_created is not None


@pytest.mark.parametrize(
    ("to", "sender", "body", "code"),
    [
        ("nobody", NUMBER, "Hello", 21211),
        (PARENT, "", "Hello", 21603),
        (PARENT, "+447700900998", "Hello", 21606),
        (PARENT, NUMBER, "", 21602),
        (PARENT, NUMBER, "x" * 1_601, 21617),
        (LANDLINE, NUMBER, "Hello", 21614),
        ("+447700900456", NUMBER, "Hello", 21610),
    ],
)
def test_it_refuses_with_twilios_error_codes(
    twilio: TwilioStandIn, to: str, sender: str, body: str, code: int
) -> None:
    twilio.landlines.add(LANDLINE)
    twilio.opted_out.add("+447700900456")
    with pytest.raises(TwilioRestException) as refused:
        open_client(twilio).messages.create(to=to, from_=sender, body=body)
    assert (refused.value.status, refused.value.code) == (400, code)
    assert twilio.messages == []


def test_it_refuses_a_wrong_token_and_too_many_requests(twilio: TwilioStandIn) -> None:
    with pytest.raises(TwilioRestException) as refused:
        open_client(twilio, "wrong").messages.create(to=PARENT, from_=NUMBER, body="Hello")
    assert (refused.value.status, refused.value.code) == (401, 20003)
    twilio.faults.next.append("429")
    with pytest.raises(TwilioRestException) as refused:
        open_client(twilio).messages.create(to=PARENT, from_=NUMBER, body="Hello")
    assert (refused.value.status, refused.value.code) == (429, 20429)


@pytest.mark.parametrize("scheme", [HMAC_SHA1, HMAC_SHA256])
def test_twilios_library_takes_its_signatures(twilio: TwilioStandIn, scheme: str) -> None:
    fields = twilio.inbound(PARENT, "Hello & goodbye")
    headers = twilio.sign("/sms/twilio", fields, scheme=scheme)
    validator, url = RequestValidator(twilio.token), f"{twilio.public_url}/sms/twilio"
    assert validator.validate(url, fields, headers[SIGNATURE_HEADER], scheme)
    assert not validator.validate(url, {**fields, "Body": "x"}, headers[SIGNATURE_HEADER], scheme)
