"""What the assistant could not answer: whose sentences may be read, and how long."""

from __future__ import annotations

from datetime import timedelta

from store.conversations.opening import find_conversation
from store.database import Database
from store.erasing.retention import load_retention, purge
from store.handling.handovers import record_handover
from store.messages.missed import count_missed, list_missed, note_miss
from store.messages.record import add_message
from store.messages.safety_events import record_safety_event
from store.referrals.consents import record_consent
from tests.integration.test_figures import WEDNESDAY, talk


def miss(database: Database, text: str, *, after: str = "council") -> str:
    family = talk(database, after)
    with database.writing() as session:
        conversation = find_conversation(session, family)
        assert conversation is not None
        message = add_message(session, conversation, sender="parent", text=text, now=WEDNESDAY)
        note_miss(session, message)
        note_miss(session, message)
    return family


def shown(database: Database) -> tuple[dict[str, int], list[str]]:
    begin, end = WEDNESDAY - timedelta(days=1), WEDNESDAY + timedelta(days=1)
    with database.reading() as session:
        counts = count_missed(session, begin, end)
        assert count_missed(session, end, end + timedelta(days=1)) == {}
        return counts, [each.text for each in list_missed(session, begin, end, limit=9)]


def test_sentences_of_people_in_danger_or_who_said_no_are_never_shown(database: Database) -> None:
    miss(database, "what is a wibble")
    in_danger = miss(database, "it is that again", after="role")
    handed_over = miss(database, "same as before")
    withdrawn = miss(database, "forget me")
    assert shown(database)[0] == {"council": 3, "role": 1}
    with database.writing() as session:
        conversation = find_conversation(session, in_danger)
        assert conversation is not None
        record_safety_event(
            session,
            conversation,
            category="distress",
            priority="urgent",
            message_id="another",
            now=WEDNESDAY,
        )
        record_handover(
            session, handed_over, reason="safety:distress", priority="urgent", now=WEDNESDAY
        )
        record_consent(
            session,
            withdrawn,
            kind="store",
            given=False,
            notice_version="1",
            channel="web",
            by="parent",
            now=WEDNESDAY,
        )
    assert shown(database) == ({"council": 1}, ["what is a wibble"])


def test_sentence_goes_with_its_conversation(database: Database) -> None:
    miss(database, "what is a wibble")
    later = WEDNESDAY + timedelta(days=2)
    purge(database, load_retention(), now=later, erase_tracker=lambda _conversation: None)
    assert shown(database) == ({}, [])
