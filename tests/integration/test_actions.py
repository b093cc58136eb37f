"""The action server over its own protocol: each turn once, and nothing where it should not be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from actions.server import KEY_HEADER, build_app
from actions.settings import ActionSettings
from store.conversations.opening import open_conversation
from store.conversations.tokens import make_token
from store.database import Database, open_database
from store.erasing.erasers import TABLE_ERASERS
from store.referrals.drafts import load_draft
from store.tables import (
    Alert,
    AnswerChange,
    AuditEntry,
    Consent,
    Conversation,
    Handover,
    Referral,
)

NOW = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)


class Desk:
    """Posts turns as Rasa does and carries the slots from one to the next."""

    def __init__(self, client: TestClient, database: Database, key: str) -> None:
        self.client = client
        self.database = database
        self.key = key
        self.slots: dict[str, Any] = {}
        self.is_only_for_facts = False
        with database.writing() as session:
            opened = open_conversation(
                session, channel="web", locale="en", token=make_token(), now=NOW
            )
            self.conversation = opened.id

    def post(self, text: str, message_id: str, entities: list[dict[str, Any]]) -> Any:
        """One call of the action with the slots as they are; they are not changed."""
        about = {
            "conversation": self.conversation,
            "channel": "web",
            "message_id": message_id,
            "only_facts": self.is_only_for_facts,
        }
        latest = {
            "text": text,
            "intent_ranking": [{"name": "inform", "confidence": 0.9}],
            "entities": entities,
            "metadata": about,
        }
        tracker = {"sender_id": self.conversation, "slots": self.slots, "latest_message": latest}
        call = {"next_action": "validate_referral_form", "tracker": tracker}
        return self.client.post("/webhook", json=call, headers={KEY_HEADER: self.key})

    def say(self, text: str, *facts: tuple[str, Any], twice: bool = True) -> list[dict[str, Any]]:
        """Take a turn; unless told otherwise take it again with the old slots, as after a crash
        between the action's commit and Rasa's save, and hold that the answer is the same."""
        entities = [
            {"entity": name.split(":")[0], "value": value, "role": [*name.split(":"), None][1]}
            for name, value in facts
        ]
        message_id = str(uuid4())
        answer = self.post(text, message_id, entities)
        assert answer.status_code == 200, answer.text
        if twice:
            again = self.post(text, message_id, entities).json()
            assert again["responses"] == answer.json()["responses"]
            assert _without_heard(again) == _without_heard(answer.json())
        for event in answer.json()["events"]:
            self.slots[event["name"]] = event["value"]
        assert self.slots["turn_done"] == message_id
        responses: list[dict[str, Any]] = answer.json()["responses"]
        return responses

    def rows(self, model: Any) -> list[Any]:
        """Everything in a table."""
        with self.database.reading() as session:
            return list(session.scalars(sa.select(model)))

    def reach_the_review(self) -> None:
        """Answer everything, each turn taken twice."""
        self.say(
            "my daughter Holly, 8, Stockport refused an assessment",
            ("referrer_role", "parent"),
            ("person_name:child", "Holly"),
            ("age:child", 8),
            ("council", "Stockport"),
            ("dispute", "refuse_assess"),
        )
        for words, *facts in (
            ("yes",),
            ("yes",),
            ("16 october 2026", ("date", "2026-10-16")),
            ("no",),
            ("mediation", ("route", "mediation")),
            ("Craig Sumner",),
            ("07700 900701", ("phone", "+447700900701")),
            ("no",),
            ("no",),
        ):
            self.say(words, *facts)
        assert self.slots["asking"] == "summary"


def _without_heard(answer: dict[str, Any]) -> dict[str, Any]:
    """The slots set, but for the times inside a draft that nothing keeps yet."""
    return {e["name"]: e["value"] for e in answer["events"] if e["name"] != "heard"}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.chdir(tmp_path)
    settings = ActionSettings(env="test", var=tmp_path / "var", today=NOW.date())
    with TestClient(build_app(settings)) as client:
        database = open_database(settings)
        yield Desk(client, database, settings.keys.internal_key)
        database.close()


def test_parent_who_says_that_somebody_is_unsafe_reaches_the_safeguarding_lead_once(
    desk: Desk,
) -> None:
    desk.say("mum here", ("referrer_role", "parent"))
    desk.say("it is about safety", ("dispute", "safeguarding"))
    desk.say("yes")
    desk.say("my daughter is 8", ("age:child", 8))
    found = [(row.reason, row.priority) for row in desk.rows(Handover)]
    assert found == [("safety:safeguarding", "immediate")]
    assert [row.kind for row in desk.rows(Alert)] == ["safety"]


def test_a_call_without_the_key_is_refused(desk: Desk) -> None:
    desk.key = "wrong"
    assert desk.post("hello", "1", []).status_code == 401
    assert desk.client.get("/health").status_code == 200


def test_an_error_tells_nothing_of_what_was_said(desk: Desk) -> None:
    desk.slots["heard"] = {"referral": "not a referral"}
    answer = desk.post("my name is Zebedee", "1", [])
    assert answer.status_code == 500
    assert answer.json() == {"error": "the action failed"}


def test_every_turn_taken_twice_has_one_answer_and_one_referral(desk: Desk) -> None:
    desk.reach_the_review()
    receipt = desk.say("yes")
    assert receipt[0]["metadata"]["topic"] == "receipt"
    [referral] = desk.rows(Referral)
    assert referral.status == "submitted"
    assert receipt[0]["reference"] == referral.reference
    assert sorted((c.kind, c.given) for c in desk.rows(Consent)) == [
        ("share_with_council", True),
        ("special_category", True),
        ("store", True),
    ]
    assert [handover.reason for handover in desk.rows(Handover)] == ["new_referral"]
    submitted = [row for row in desk.rows(AuditEntry) if row.action == "referral submitted"]
    assert len(submitted) == 1


def test_what_is_told_after_sending_is_a_change_that_somebody_looks_at(desk: Desk) -> None:
    desk.reach_the_review()
    desk.say("yes")
    said = desk.say("he cannot read and his dad must not be told")
    assert [each["response"] for each in said] == ["utter_added_for_team"]
    [referral] = desk.rows(Referral)
    assert "must not be told" in referral.document["dispute"]["in_own_words"]
    [change] = [row for row in desk.rows(AnswerChange) if row.field == "in_own_words"]
    assert change.by is None and "must not be told" in (change.now or "")
    assert "told_more" in [handover.reason for handover in desk.rows(Handover)]
    assert [row.mode for row in desk.rows(Conversation)] == ["assistant"]
    audited = [row for row in desk.rows(AuditEntry) if row.action == "referral changed"]
    assert any("in_own_words" in (row.fields or []) for row in audited)


def test_the_story_rides_along_until_consent_and_is_kept_with_it(desk: Desk) -> None:
    story = "The council refused to assess my son, who has been at home since March"
    desk.say(story, ("dispute", "refuse_assess"))
    assert desk.rows(Referral) == []
    assert desk.slots["heard"]["referral"]["dispute"]["in_own_words"] == story
    desk.say("yes")
    [referral] = desk.rows(Referral)
    assert referral.document["dispute"]["in_own_words"] == story


def test_nothing_is_kept_before_consent(desk: Desk) -> None:
    desk.say("my son Max is 8", ("person_name:child", "Max"), ("age:child", 8))
    assert desk.rows(Referral) == []
    assert desk.rows(AuditEntry) == []
    assert desk.slots["heard"]["referral"]["child"]["name"] == "Max"


def test_facts_beside_danger_are_kept_and_nothing_is_said(desk: Desk) -> None:
    desk.say("hello")
    desk.is_only_for_facts = True
    assert desk.say("no texts, my ex reads them, ok?", ("contact_ok:text", "no")) == []
    assert desk.rows(Referral) == [] and desk.slots["asking"] == "consent"
    desk.is_only_for_facts = False
    desk.say("yes")
    desk.is_only_for_facts = True
    assert desk.say("yes ring me", ("phone", "+447700900123")) == []
    [referral] = desk.rows(Referral)
    contact = referral.document["contact"]
    assert (contact["safe_to_text"], contact["phone"]) == (False, "+447700900123")
    assert referral.document["consent"]["share_with_council"]["given"] is None


def test_a_refusal_leaves_only_itself(desk: Desk) -> None:
    desk.say("my son Max is 8", ("person_name:child", "Max"), ("age:child", 8))
    desk.say("no")
    assert desk.rows(Referral) == []
    assert all(consent.given is False for consent in desk.rows(Consent))
    assert all(consent.notice_version for consent in desk.rows(Consent))
    assert desk.slots["heard"]["referral"]["child"]["name"] is None


def test_family_details_wait_for_the_permission(desk: Desk) -> None:
    desk.say(
        "I am a teacher, pupil Sam is 8",
        ("referrer_role", "school"),
        ("person_name:child", "Sam"),
        ("age:child", 8),
    )
    desk.say("yes")
    [kept] = desk.rows(Referral)
    assert kept.document["child"]["name"] is None
    desk.say("yes")
    desk.say("yes, mum said yes")
    [kept] = desk.rows(Referral)
    assert kept.document["child"]["name"] == "Sam"
    assert desk.slots["heard"] is None


def test_withdrawing_after_the_referral_is_kept_beside_it(desk: Desk) -> None:
    desk.reach_the_review()
    desk.say("yes")
    desk.say("withdraw")
    [referral] = desk.rows(Referral)
    assert referral.status == "submitted"
    assert referral.document["consent"]["store"]["given"] is False
    assert desk.slots["heard"] is None, "nothing moves into Rasa's database"
    assert ("store", False) in [(c.kind, c.given) for c in desk.rows(Consent)]


def test_a_turn_that_commits_late_does_not_undo_the_next_one(desk: Desk) -> None:
    desk.say("my son Max is 8", ("person_name:child", "Max"), ("age:child", 8))
    before = dict(desk.slots)
    desk.say("yes")
    desk.say("yes")
    after, desk.slots = desk.slots, before
    late = desk.post("yes", str(uuid4()), [])
    desk.slots = after
    assert late.status_code == 500
    with desk.database.reading() as session:
        stored = load_draft(session, desk.conversation)
    assert stored is not None
    assert stored.document["consent"]["share_with_council"]["given"] is True


def test_an_erased_conversation_does_not_come_back(desk: Desk) -> None:
    desk.reach_the_review()
    with desk.database.writing() as session:
        for eraser in TABLE_ERASERS:
            eraser.erase(session, desk.conversation)
    assert desk.post("yes", str(uuid4()), []).status_code in (200, 500)
    desk.slots = {}
    desk.post("yes, I agree", str(uuid4()), [])
    assert desk.rows(Referral) == []
    assert desk.rows(Consent) == []


def test_audit_rows_hold_names_of_fields_and_no_answers(desk: Desk) -> None:
    desk.reach_the_review()
    rows = [json.dumps([row.action, row.fields]) for row in desk.rows(AuditEntry)]
    assert any("phone" in row for row in rows)
    for told in ("Holly", "Craig", "07700", "+4477"):
        assert not any(told in row for row in rows)
