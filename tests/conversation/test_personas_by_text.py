"""Whole referrals by text: real processes, and a stand-in that texts and is texted like Twilio."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sqlalchemy as sa
import yaml

from casework.texts.counting import is_gsm7
from casework.texts.parts import fits
from evaluation.expectations import matches, value_at
from frontdesk.settings import FrontDeskSettings
from store.database import Database
from store.tables import OutgoingText
from tests.conversation.parents import PLAIN_ANSWERS
from tests.conversation.service import Service
from tests.integration.colleagues import database_of
from tests.integration.front_desk import wait_until
from tests.integration.test_texts_worst_day import is_all_sent
from tests.integration.twilio_stand_in import TwilioStandIn

HERE = Path(__file__).parent
PERSONAS = {
    persona["id"]: persona
    for persona in map(json.loads, (HERE / "personas.jsonl").read_text().splitlines())
}
BY_TEXT = [each for each in PERSONAS.values() if each["channel"] == "sms"]
SCHEMA = json.loads((HERE / "referral.schema.json").read_text())
RESPONSES = HERE.parents[1] / "data" / "responses"
ANSWERED_WITHIN_S = 60.0
MOST_TEXTS = 60
CONFIRMING = "confirming"
TEXT_ANSWERS = {**PLAIN_ANSWERS, "summary": "OK", CONFIRMING: "1"}


class Phone:
    """A parent with nothing but a phone: what is asked is known by its words alone."""

    def __init__(self, twilio: TwilioStandIn, kept: Database, number: str) -> None:
        self.twilio, self.kept, self.number = twilio, kept, number

    @property
    def got(self) -> list[str]:
        return self.twilio.bodies_to(self.number)

    def text(self, words: str) -> list[str]:
        """Sends a text and returns what comes back, once it is answered and all of it is sent.

        A minute has gone by since they got the last: who answers sooner cannot have read it.
        """
        with self.kept.writing() as session:
            a_minute_ago = datetime.now(UTC) - timedelta(minutes=1)
            session.execute(sa.update(OutgoingText).values(sending_since=a_minute_ago))
        before = len(self.got)
        assert self.twilio.text(self.number, words).status_code == 200
        wait_until(lambda: is_all_sent(self.kept), seconds=ANSWERED_WITHIN_S)
        assert len(self.got) > before, "no text came back"
        return self.got[before:]


def read_questions() -> dict[str, list[str]]:
    """How each question begins, by what it asks for."""
    begins: dict[str, list[str]] = {}
    for path in RESPONSES.glob("*.yml"):
        for name, variants in yaml.safe_load(path.read_text("utf-8"))["responses"].items():
            if name.startswith("utter_ask_"):
                texts = [each["text"].strip() for each in variants if each.get("channel") == "sms"]
                begins[name.removeprefix("utter_ask_")] = [
                    re.sub(r"\{.*", "", text)[:60].strip() for text in texts
                ]
    begins["summary"] = ["Is all this right?"]
    return begins


QUESTIONS = read_questions()


def find_question(texts: list[str]) -> str | None:
    """What the newest text asks for."""
    for text in reversed(texts):
        if "Is that right?\nReply 1 for Yes" in text:
            return CONFIRMING
        for asks, begins in QUESTIONS.items():
            if any(begin and begin in text for begin in begins):
                return asks
    return None


def refer_by_text(phone: Phone, persona: Mapping[str, Any]) -> list[str]:
    """Answers what is asked until a reference comes; returns everything that was asked."""
    asked: list[str] = []
    replies = phone.text(persona["opening"])
    for _ in range(MOST_TEXTS):
        if any(re.search(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", each) for each in replies):
            return asked
        question = find_question(replies)
        assert question is not None, replies
        asked.append(question)
        told = persona["facts"].get(question)
        words = told[0] if told else TEXT_ANSWERS.get(question, "skip")
        replies = phone.text(words)
    raise AssertionError(f"no receipt after {asked}")


def find_referral_by_text(service: Service) -> list[dict[str, Any]]:
    lines = [line for line in service.run("referrals", "list").splitlines() if " sms " in line]
    return [
        json.loads(service.run("referrals", "show", line.split()[0], "--json")) for line in lines
    ]


@pytest.fixture(scope="module")
def twilio() -> Iterator[TwilioStandIn]:
    stand_in = TwilioStandIn()
    yield stand_in
    stand_in.stop()


@pytest.fixture(scope="module")
def texting(tmp_path_factory: pytest.TempPathFactory, twilio: TwilioStandIn) -> Iterator[Service]:
    service = Service(tmp_path_factory.mktemp("texting"), twilio.environment)
    twilio.front_desk = service.url
    service.start()
    yield service
    service.stop()


@pytest.fixture(scope="module")
def kept(texting: Service) -> Iterator[Database]:
    """What the service keeps."""
    with database_of(FrontDeskSettings(env="test", var=texting.folder)) as database:
        yield database


@pytest.mark.parametrize("persona", BY_TEXT, ids=[each["style"] for each in BY_TEXT])
def test_parent_with_a_phone_alone_makes_a_whole_referral(
    persona: dict[str, Any], texting: Service, kept: Database, twilio: TwilioStandIn
) -> None:
    phone = Phone(twilio, kept, "+447700900702")
    asked = refer_by_text(phone, persona)
    assert asked[-1] in ("summary", "share_with_council", "anything_else")
    assert "summary" in asked
    [referral] = find_referral_by_text(texting)
    jsonschema.Draft202012Validator(
        SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    ).validate(referral)
    assert (referral["status"], referral["channel"]) == ("submitted", "sms")
    wrong = {
        path: value_at(referral, path)
        for path, expected in persona["expect"].items()
        if not matches(value_at(referral, path), expected)
    }
    assert not wrong
    for text in phone.got:
        assert is_gsm7(text) and fits(text), text


def test_parent_changes_answer_four_of_the_review_by_its_number_and_sends_it(
    texting: Service, kept: Database, twilio: TwilioStandIn
) -> None:
    phone = Phone(twilio, kept, "+447700900703")
    persona = {**BY_TEXT[0], "facts": {**BY_TEXT[0]["facts"], "phone": ["07700900703"]}}
    changed: list[str] = []

    class Changing(Phone):
        def text(self, words: str) -> list[str]:
            if words == "OK" and not changed:
                number = next(
                    found[1]
                    for text in self.got[-6:]
                    for found in [re.search(r"(?m)^(\d+)\. Age", text)]
                    if found
                )
                changed.append(number)
                assert find_question(super().text(number)) == "child_age"
                again = super().text("14")
                assert find_question(again) == "summary", again
                assert any(re.search(rf"(?m)^{number}\. Age: 14$", text) for text in again)
            return super().text(words)

    refer_by_text(Changing(twilio, kept, phone.number), persona)
    assert changed
    ages = {each["child"]["age"] for each in find_referral_by_text(texting)}
    assert 14 in ages
