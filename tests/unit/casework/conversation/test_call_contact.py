"""Parents with little English: rung only where it is safe, and nothing taken after withdrawal."""

from __future__ import annotations

from typing import Any

import pytest

from casework.conversation.other_languages import language_of
from tests.unit.casework.parents import Parent, fact

POLISH = fact("written_language", "pol")
NUMBER = fact("phone", "+447700900123")
OPENING = "Dzień dobry, nie mówię po angielsku"


@pytest.fixture
def parent() -> Parent:
    return Parent()


def words(parent: Parent) -> list[str]:
    assert parent.outcome is not None
    return [say.values["words"] for say in parent.outcome.says if "words" in say.values]


@pytest.mark.parametrize("answer", [("tak",), ("07700 900123", NUMBER)])
def test_number_typed_unasked_is_rung_once_they_say_that_it_is_safe(
    parent: Parent, answer: tuple[Any, ...]
) -> None:
    parent.say("nie mówię po angielsku 07700 900123", POLISH, NUMBER)
    assert parent.asked == "consent"
    parent.say("tak")
    assert parent.asked == "phone"
    assert "safe_to_call" not in parent.draft.referral.contact.model_dump(exclude_none=True)
    outcome = parent.say(*answer)
    assert parent.asked is None
    assert [h.reason for h in outcome.handovers] == ["callback_wanted"]
    assert parent.draft.referral.contact.safe_to_call is True


def test_number_that_is_not_safe_to_ring_is_forgotten(parent: Parent) -> None:
    parent.say("nie mówię po angielsku 07700 900123", POLISH, NUMBER)
    parent.say("tak")
    outcome = parent.say("nie")
    assert parent.draft.referral.contact.phone is None
    assert words(parent) == [language_of("pol").text_for("ring", "web")]
    assert outcome.handovers == ()


def test_parent_for_whom_a_call_is_not_safe_is_promised_none(parent: Parent) -> None:
    parent.draft.referral.contact.safe_to_call = False
    parent.draft.referral.contact.safe_to_text = False
    parent.say(OPENING, POLISH)
    outcome = parent.say("07700 900123", NUMBER)
    outcome = parent.say("tak")
    assert [h.reason for h in outcome.handovers] == ["callback_wanted"]
    assert "Polish" in str(outcome.handovers[0].note)
    assert "Do not ring" in str(outcome.handovers[0].note)
    assert words(parent) == [language_of("pol").text_for("ring", "web")]
    contact = parent.draft.referral.contact
    assert (contact.phone, contact.safe_to_call, contact.safe_to_text) == (None, False, False)


def test_parent_afraid_at_home_is_not_rung_before_they_are_asked_what_is_safe(
    parent: Parent,
) -> None:
    parent.draft.referral.safety.categories = ["domestic_abuse"]
    parent.say("nie mówię 07700 900123", POLISH, NUMBER)
    outcome = parent.say("Proszę zadzwonić")
    assert "Do not ring" in str(outcome.handovers[0].note)
    assert words(parent) == [language_of("pol").text_for("ring", "web")]
    assert parent.draft.referral.contact.phone is None


def test_parent_who_may_be_emailed_and_not_rung_is_contacted(parent: Parent) -> None:
    parent.draft.referral.contact.safe_to_call = False
    parent.say(OPENING, POLISH)
    parent.say("ana@example.org", fact("email", "ana@example.org"))
    outcome = parent.say("tak")
    assert words(parent) == [language_of("pol").text_for("thanks", "web")]
    assert "Do not ring" in str(outcome.handovers[0].note)


def test_parent_who_types_that_a_number_is_for_texts_is_not_rung(parent: Parent) -> None:
    for said_and_facts in ((OPENING, POLISH), ("tak",), ("tak",)):
        parent.say(*said_and_facts)
    outcome = parent.say("07700 900123 text only", NUMBER)
    assert parent.draft.referral.contact.safe_to_call is False
    assert "Do not ring" in str(outcome.handovers[0].note)


@pytest.mark.parametrize("words_of_withdrawn", [OPENING, "I speak Polish, little english"])
def test_parent_who_withdrew_is_told_where_to_ring_and_nothing_is_taken(
    parent: Parent, words_of_withdrawn: str
) -> None:
    parent.draft.progress.is_submitted = True
    parent.draft.progress.has_declined = True
    parent.draft.referral.consent.store.given = False
    before = parent.draft.referral.model_dump()
    heard = POLISH if words_of_withdrawn == OPENING else fact("language", "pol")
    parent.say(words_of_withdrawn, heard, fact("age", 7, "child"))
    assert words(parent) == [language_of("pol").text_for("offer", "web")]
    outcome = parent.say("07700 900123", NUMBER)
    assert words(parent) == [language_of("pol").text_for("ring", "web")]
    assert parent.draft.referral.model_dump() == before
    assert (outcome.handovers, outcome.changed, outcome.consents) == ((), (), ())
    parent.say("In English")
    assert parent.heard == ["utter_withdrawn"]


@pytest.mark.parametrize(
    "words_beside", ["maz nie moze wiedziec", "po 15", "nie zostawiac wiadomosci, on slucha"]
)
def test_number_with_words_that_nobody_has_read_is_no_plain_yes(
    parent: Parent, words_beside: str
) -> None:
    for said_and_facts in ((OPENING, POLISH), ("tak",), ("tak",)):
        parent.say(*said_and_facts)
    assert parent.asked == "phone"
    outcome = parent.say(f"07700 900123, {words_beside}", NUMBER, POLISH)
    contact = parent.draft.referral.contact
    assert (contact.phone, contact.safe_to_call) == ("+447700900123", None)
    assert contact.best_time == words_beside
    assert contact.safe_to_leave_voicemail is False
    assert "have the words beside the number read" in str(outcome.handovers[0].note)
    assert words(parent) == [language_of("pol").text_for("thanks", "web")]


def test_what_is_told_in_their_language_is_kept_before_and_after_the_call(parent: Parent) -> None:
    parent.say("syn ma 8 lat, gmina odmowila planu", POLISH)
    for said_and_facts in (("tak",), ("tak",), ("07700 900123", NUMBER)):
        parent.say(*said_and_facts)
    outcome = parent.say("dzwonic po 15, syn Kacper 8 lat, maz nie mieszka", POLISH)
    kept = str(parent.draft.referral.dispute.in_own_words)
    assert "gmina odmowila planu" in kept and "dzwonic po 15" in kept
    assert [h.reason for h in outcome.handovers] == ["told_more"]
