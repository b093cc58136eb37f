"""Who asks to be reached so wishes it: a number beside it is never safe in another way."""

from __future__ import annotations

import pytest

from casework.people.asks_to_be_reached import asks_to_be_reached_then
from casework.people.contact_told import ways_told
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact, said

NUMBER = fact("phone", "+447700900123")
TEXT_NOT_RING = (
    fact("contact_ok", "yes", "text"),
    fact("contact_ok", "no", "call"),
    fact("contact_preferred", "text"),
)


@pytest.mark.parametrize(
    "words",
    [
        "ok its 07700 900123 but can u text not ring, i got a newborn",
        "07700 900123 can you text me instead of ringing please",
        "07700 900123, could you email rather than call",
        "07700 900123 will you ring not text",
        "07700 900123. can you not ring me",
        "can you ring after 3",
        "07700 900123, can you ring me after 3?",
    ],
)
def test_who_asks_to_be_reached_in_a_way_asks_nothing(words: str) -> None:
    assert asks_to_be_reached_then(words)


@pytest.mark.parametrize(
    "words",
    [
        "07700 900123 will you ring me soon?",
        "07700 900123 can you call the school",
        "can you text the council",
        "07700 900123. can you text not call? and is it free?",
        "07700 900123, how long will it take",
        "can you tell me what happens next",
        "can you email him",
        "will you ring?",
    ],
)
def test_question_of_something_else_is_one(words: str) -> None:
    assert not asks_to_be_reached_then(words)


@pytest.mark.parametrize(
    "words",
    [
        "ok its 07700 900123 but can u text not ring, i got a newborn",
        "07700 900123. can you text not call? and is it free?",
    ],
)
def test_number_beside_such_a_wish_is_not_safe_to_ring(words: str) -> None:
    parent = at("phone")
    parent.say(words, NUMBER, *TEXT_NOT_RING, intent="ask_how_to_contact")
    contact = parent.draft.referral.contact
    assert contact.phone == NUMBER.value
    assert (contact.safe_to_call, contact.safe_to_text) == (False, True)


def test_number_beside_another_question_is_safe_to_ring() -> None:
    parent = at("phone")
    parent.say("07700 900123, how long will it take", NUMBER, intent="ask_how_soon")
    assert parent.draft.referral.contact.safe_to_call is True


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("07700 900123 text me before you ring", "text me before you ring"),
        ("its 07700 900123, txt first so i know who it is", "txt first so i know who it is"),
        ("07700 900123, message first please", "message first please"),
    ],
)
def test_who_wants_a_text_first_is_kept_so(words: str, kept: str) -> None:
    parent = at("phone")
    parent.say(words, NUMBER, fact("contact_ok", "yes", "text"))
    assert kept in str(parent.draft.referral.contact.best_time)


def test_first_thing_is_no_text_first() -> None:
    parent = at("phone")
    parent.say("07700 900123 text first thing", NUMBER, fact("contact_ok", "yes", "text"))
    assert parent.draft.referral.contact.best_time is None


@pytest.mark.parametrize(
    "words", ["text is fine, call only if urgent", "you can text, ring only in an emergency"]
)
def test_call_in_an_emergency_is_not_liked_best(words: str) -> None:
    named = (
        fact("contact_ok", "yes", "text"),
        fact("contact_ok", "yes", "call"),
        fact("contact_preferred", "phone"),
    )
    assert "preferred" not in ways_told(said(words, *named))[0]
    parent = at("phone")
    parent.say(f"07700 900123 {words}", NUMBER, *named)
    kept = str(parent.draft.referral.contact.best_time)
    assert "urgent" in kept or "emergency" in kept
