"""Parents who are deaf or cannot use the phone: offered a signer, never a phone call."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


@pytest.fixture
def parent() -> Parent:
    return Parent()


@pytest.mark.parametrize(
    "words",
    [
        "I'm deaf",
        "hi i am profoundly deaf and need help with my son",
        "Deaf parent here, they refused to assess",
        "i cant use the phone",
        "I can't hear on the phone",
        "we are both deaf",
        "me and my husband are deaf",
    ],
)
def test_deaf_parent_is_offered_a_signer_and_ways_without_a_phone(
    parent: Parent, words: str
) -> None:
    parent.say(words)
    assert "utter_signer_offered" in parent.heard
    assert parent.draft.referral.contact.safe_to_call is False


def test_parent_who_signs_has_the_signer_noted(parent: Parent) -> None:
    parent.say("BSL please", fact("sign", "bsl"), intent="ask_interpreter_or_bsl")
    assert parent.heard.count("utter_signer_offered") == 1
    assert "utter_faq_interpreter_or_bsl" not in parent.heard
    assert parent.draft.referral.interpreter.sign == ["bsl"]


@pytest.mark.parametrize(
    "words",
    [
        "my son is deaf",
        "I am mum of a deaf boy",
        "it fell on deaf ears",
        "he cant use the stairs",
        "i dont use facebook",
        "my son was born deaf",
        "she struggles in class being deaf",
        "he is 15 and cant use the phone",
        "my daughter is a deaf bsl user",
    ],
)
def test_parent_of_a_deaf_child_may_be_rung(parent: Parent, words: str) -> None:
    parent.say(words)
    assert "utter_signer_offered" not in parent.heard
    assert parent.draft.referral.contact.safe_to_call is None


def test_deaf_parent_is_asked_for_an_email_and_no_number(parent: Parent) -> None:
    parent.say("I'm deaf")
    parent.agree()
    answers = {
        "role": ("mum", fact("referrer_role", "parent")),
        "council": ("Stockport", fact("council", "Stockport")),
        "issue": ("refused to assess", fact("dispute", "refuse_assess")),
        "plan": ("no plan", fact("plan_status", "none")),
        "decision_date": ("16 october 2026", fact("date", "2026-10-16")),
        "certificate_held": ("no",),
        "appeal_lodged": ("no",),
        "route_wanted": ("mediation", fact("route", "mediation")),
        "name": ("Craig Sumner",),
        "child_name": ("Holly",),
        "child_age": ("8",),
    }
    while parent.asked in answers:
        words, *facts = answers[parent.asked]
        parent.say(words, *facts)
    assert parent.asked == "email"
    parent.say("craig@example.org", fact("email", "craig@example.org"))
    assert parent.asked == "access_needs"
    assert "phone" not in parent.questions


def test_deaf_parent_who_has_no_email_is_asked_where_to_text(parent: Parent) -> None:
    parent.say("I'm deaf")
    parent.agree()
    parent.draft.progress.asked_email = False
    parent.draft.progress.pending = "phone"
    parent.say("07700 900123", fact("phone", "+447700900123"))
    contact = parent.draft.referral.contact
    assert contact.phone == "+447700900123"
    assert (contact.safe_to_text, contact.safe_to_call) == (True, False)


def test_deaf_parent_who_wants_a_person_is_written_to(parent: Parent) -> None:
    parent.say("I'm deaf")
    parent.say("I would like a person to help")
    assert "utter_handover_message_noted" in parent.heard
    assert "utter_handover" not in parent.heard


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("we use makaton at home with him", "makaton"),
        ("the EHCP says makaton every day", "makaton"),
        ("her first language is BSL and school has no signer", "bsl"),
        ("she needs a bsl interpreter at the meeting", "bsl"),
        ("we need a note taker", "notetaker"),
    ],
)
def test_parent_of_a_child_who_signs_may_be_rung(parent: Parent, words: str, sign: str) -> None:
    parent.say(words, fact("sign", sign))
    assert parent.draft.referral.contact.safe_to_call is None
    assert "utter_signer_offered" not in parent.heard


@pytest.mark.parametrize(
    "words", ["I use BSL", "we need a BSL interpreter please", "my first language is BSL"]
)
def test_parent_who_signs_is_not_rung(parent: Parent, words: str) -> None:
    outcome = parent.say(words, fact("sign", "bsl"))
    assert parent.draft.referral.contact.safe_to_call is False
    assert "safe_contact" in outcome.changed


@pytest.mark.parametrize(
    "words",
    [
        "we use BSL at home with him",
        "my son is deaf, i need a BSL interpreter",
        "do you have a signer for his meeting",
    ],
)
def test_parent_whose_signer_may_be_for_a_child_is_asked_later(parent: Parent, words: str) -> None:
    parent.say(words, fact("sign", "bsl"))
    assert parent.draft.referral.contact.safe_to_call is None
    waiting = [w for w in parent.draft.progress.to_confirm if w.field == "safe_contact"]
    assert [w.value for w in waiting] == [{"safe_to_call": False}]
    assert "utter_signer_offered" in parent.heard


def test_that_a_deaf_parent_is_not_rung_is_on_record_as_a_change(parent: Parent) -> None:
    assert "safe_contact" in parent.say("I'm deaf").changed


def test_of_a_deaf_parent_who_withdrew_nothing_more_is_taken(parent: Parent) -> None:
    parent.draft.progress.is_submitted = True
    parent.draft.referral.consent.store.given = False
    outcome = parent.say("I'm deaf")
    assert "utter_signer_offered" in parent.heard
    assert parent.draft.referral.contact.safe_to_call is None
    assert outcome.changed == ()


def test_parent_who_is_not_safe_to_ring_is_told_of_interpreters_and_no_signer(
    parent: Parent,
) -> None:
    parent.draft.referral.contact.safe_to_call = False
    parent.say("can I get an interpreter?", intent="ask_interpreter_or_bsl")
    assert "utter_faq_interpreter_or_bsl" in parent.heard
    assert "utter_signer_offered" not in parent.heard


def test_parent_who_may_be_neither_rung_nor_texted_is_not_asked_where_to_text(
    parent: Parent,
) -> None:
    parent.agree()
    contact = parent.draft.referral.contact
    contact.safe_to_call = contact.safe_to_text = False
    parent.draft.progress.pending = "phone"
    parent.say("why", intent="why")
    assert not {"utter_why_phone_for_texts", "utter_ask_phone_for_texts"} & set(parent.heard)


@pytest.mark.parametrize("words", ["BSL", "BSL please", "yes BSL"])
def test_deaf_parent_who_says_which_signer_is_not_asked_again(words: str) -> None:
    parent = at("interpreter")
    parent.say("I'm deaf", fact("interpreter", "yes", sure=False))
    assert parent.heard[-1] == "utter_confirm_interpreter"
    parent.say(words, fact("sign", "bsl"))
    interpreter = parent.draft.referral.interpreter
    assert (interpreter.needed, interpreter.sign) == (True, ["bsl"])
    assert parent.asked == "summary"


def test_deaf_parent_who_says_no_to_a_signer_is_believed() -> None:
    parent = at("interpreter")
    parent.say("I'm deaf", fact("interpreter", "yes", sure=False))
    parent.say("no I lip read", intent="deny")
    assert parent.draft.referral.interpreter.needed is not True


@pytest.mark.parametrize(
    "words",
    [
        "im deaf, can they text me not call",
        "I'm deaf so text only please",
        "I am deaf. texts are ok",
    ],
)
def test_deaf_parent_who_may_be_texted_is_asked_for_the_number(parent: Parent, words: str) -> None:
    parent.say(words)
    assert parent.draft.progress.asked_email is False
    assert parent.draft.referral.contact.safe_to_call is False


def test_deaf_parent_who_wants_no_texts_is_asked_for_an_email(parent: Parent) -> None:
    parent.say("I'm deaf, no texts please")
    assert parent.draft.progress.asked_email is True


@pytest.mark.parametrize("guess", [("contact_preferred", "email"), ("contact_ok", "yes", "email")])
def test_address_asked_for_as_a_safe_one_is_safe_whatever_was_guessed(
    guess: tuple[str, ...],
) -> None:
    parent = at("phone")
    parent.say("I am deaf")
    parent.draft.progress.pending = "email"
    parent.say("craig@example.org", fact("email", "craig@example.org"), fact(*guess, sure=False))
    assert parent.draft.referral.contact.safe_to_email is True
