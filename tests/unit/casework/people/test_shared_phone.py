"""A phone that somebody else answers, a number that is to go, and the one way that is wanted."""

from __future__ import annotations

import pytest

from casework.people.shared_phone import is_shared
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.corrections.test_family_number import phone_in
from tests.unit.casework.parents import Parent, fact

NUMBER = "+447700900701"


@pytest.mark.parametrize(
    "words",
    [
        "07700 900701 but my husband answers it, he dont know im doing this",
        "07700 900701 its my mums phone",
        "its my partner lisas number 07700 900701",
        "07700 900701 my son sometimes picks up",
        "07700 900701, it's shared",
        "07700 900701 he checks it",
        "my mums mobile 07700 900701",
    ],
)
def test_number_that_somebody_else_answers_is_not_safe_by_itself(words: str) -> None:
    parent = at("phone")
    parent.say(words, fact("phone", NUMBER))
    assert parent.draft.referral.contact.phone == NUMBER
    assert parent.draft.referral.contact.safe_to_call is None
    assert parent.asked == "safe_contact"
    assert words in (parent.draft.referral.dispute.in_own_words or "")


@pytest.mark.parametrize(
    "words",
    [
        "07700 900701, nobody else answers it",
        "07700 900701, only i answer it",
        "07700 900701",
        "07700 900701, school has it too",
        "07700 900701 they check it every year",
    ],
)
def test_ones_own_number_is_safe_to_ring(words: str) -> None:
    parent = at("phone")
    parent.say(words, fact("phone", NUMBER))
    assert parent.draft.referral.contact.safe_to_call is True
    assert parent.asked != "safe_contact"


@pytest.mark.parametrize("question", ["access_needs", "interpreter"])
def test_who_says_later_that_somebody_answers_it_is_asked_how_to_be_reached(question: str) -> None:
    parent = at(question)
    parent.say("my husband answers that phone")
    assert parent.draft.referral.contact.safe_to_call is None
    assert parent.asked == "safe_contact"


@pytest.mark.parametrize(
    "words",
    [
        "take off that phone number, he answers it",
        "delete my number",
        "remove my phone number please",
        "can you take my number off",
        "please dont keep my number",
        "get rid of the number",
        "i want my number deleted",
    ],
)
@pytest.mark.parametrize("question", ["access_needs", "summary"])
def test_number_is_deleted_when_asked(words: str, question: str) -> None:
    parent = at("phone")
    parent.say("07700 900701 and my husband answers it", fact("phone", NUMBER))
    while parent.asked != question:
        parent.say("no", intent="deny")
    parent.say(words, intent="withdraw")
    contact = parent.draft.referral.contact
    assert (contact.phone, contact.safe_to_call) == (None, None)
    assert "900701" not in parent.draft.model_dump_json()
    assert parent.asked == "email"
    assert parent.draft.referral.consent.store.given is True


@pytest.mark.parametrize(
    "words",
    [
        "how do i delete my number?",
        "take down my number",
        "delete the second number",
        "number 6 no",
    ],
)
def test_number_stays_where_nobody_asked_to_delete_it(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    assert parent.draft.referral.contact.phone == NUMBER


def test_who_wants_texts_only_is_not_put_down_for_calls() -> None:
    parent = at("phone")
    parent.say(
        "just want text on 07700 900701 please not landline",
        fact("phone", NUMBER),
        fact("contact_preferred", "text", sure=False),
    )
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.safe_to_text) == (False, True)


def test_texts_only_at_the_summary_takes_the_calls_out() -> None:
    parent: Parent = at("summary")
    parent.say(
        "texts or whatsapp only, evenings",
        fact("contact_ok", "yes", "text"),
        fact("contact_ok", "no", "call"),
        fact("best_time", "evenings"),
    )
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.safe_to_text) == (False, True)
    assert contact.best_time == "evenings"


def test_no_to_texts_stands_when_the_phone_turns_out_to_be_somebody_elses() -> None:
    parent = at("access_needs")
    parent.draft.referral.contact.safe_to_text = False
    parent.say("that's my mum's phone")
    assert parent.asked == "safe_contact"
    parent.say("yes", intent="affirm")
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.safe_to_text) == (True, False)


def test_better_number_of_somebody_else_is_asked_about_before_it_replaces_ones_own() -> None:
    words = "my mum's number is better 07700 900124"
    parent = at("access_needs")
    parent.say(words, phone_in(words, "07700 900124", "+447700900124"))
    assert parent.heard[-1] == "utter_confirm_phone"
    assert parent.draft.referral.contact.phone == NUMBER


@pytest.mark.parametrize("words", ["its my grandson, jayden, hes 9", "it's my granddaughter"])
def test_grandchild_is_nobody_whose_phone_it_is(words: str) -> None:
    assert not is_shared(words)


@pytest.mark.parametrize("words", ["my granddad answers it", "my grandad answers it"])
def test_granddad_who_answers_shares_the_phone(words: str) -> None:
    assert is_shared(words)
