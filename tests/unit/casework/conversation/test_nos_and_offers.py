"""A no to telling the council, a family's "not yet", and a yes to an offer beside a consent."""

from __future__ import annotations

import pytest

from tests.unit.casework.parents import Parent, fact


@pytest.mark.parametrize(
    "words",
    [
        "please do not speak to them",
        "dont speak to them please",
        "no please don't contact them",
        "don't tell them yet",
        "please dont ring them",
        "no, don't talk to them please",
    ],
)
def test_parent_can_say_not_to_speak_to_them_where_the_council_was_asked_about(words: str) -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.say("yes", intent="affirm")
    parent.say(words)
    assert parent.draft.referral.consent.share_with_council.given is False
    assert parent.draft.referral.contact.best_time is None
    assert parent.asked == "role"


@pytest.mark.parametrize(
    "words",
    [
        "dont speak to them please, my husband works there",
        "please don't tell them. my ex works for the council",
        "no don't contact them, my sister works there",
    ],
)
def test_reason_beside_a_no_to_telling_the_council_leaves_it_a_no(words: str) -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.say("yes", intent="affirm")
    parent.say(words)
    assert parent.draft.referral.consent.share_with_council.given is False
    assert parent.asked == "role"


def test_do_not_speak_to_him_is_kept_for_who_reaches_them() -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.say("yes", intent="affirm")
    parent.say("yes but please do not speak to my husband")
    assert "husband" in (parent.draft.referral.contact.best_time or "")


def _professional() -> Parent:
    senco = Parent()
    senco.say("I am a SENCO and want to refer a family", fact("referrer_role", "school"))
    senco.agree()
    assert senco.asked == "permission"
    return senco


@pytest.mark.parametrize(
    "words",
    [
        "Not yet, I am meeting mum on Tuesday",
        "not yet I'm seeing dad next week",
        "no not yet, she is thinking about it",
        "not at the moment, they are away",
        "I'm seeing mum on Friday",
        "we are still to ask them",
        "sorry, not just yet",
        "I am waiting to hear back from dad",
    ],
)
def test_professional_who_has_no_yes_yet_is_told_to_get_it_first(words: str) -> None:
    senco = _professional()
    senco.say(words, fact("date", "2026-11-24"))
    permission = senco.draft.referral.referrer.permission
    assert permission is not None and permission.given is False
    assert "utter_permission_needed" in senco.heard


@pytest.mark.parametrize("words", ["ok", "Ok thanks", "will do", "right, got it", "thank you", "k"])
def test_taking_note_of_that_is_no_yes_of_the_family(words: str) -> None:
    senco = _professional()
    senco.say("not yet")
    senco.say(words)
    permission = senco.draft.referral.referrer.permission
    assert permission is not None and permission.given is False


def test_yes_of_the_family_can_still_come_afterwards() -> None:
    senco = _professional()
    senco.say("not yet")
    senco.say("mum said yes today", fact("permission", "yes"))
    permission = senco.draft.referral.referrer.permission
    assert permission is not None and permission.given is True


def test_professional_is_not_pitied() -> None:
    senco = Parent()
    senco.say("I am a SENCO and want to refer a family", fact("referrer_role", "school"))
    assert "utter_lets_start" not in senco.heard
    mother = Parent()
    mother.say("I am his mum and want help", fact("referrer_role", "parent"))
    assert "utter_lets_start" in mother.heard


_COMPLAINT = "i am cross with how your mediator spoke to me"


@pytest.mark.parametrize("words", ["yes", "yes please", "yeah", "Yep"])
def test_yes_to_a_manager_is_no_yes_to_keeping(words: str) -> None:
    parent = Parent()
    parent.say(_COMPLAINT, intent="ask_complain_about_us", confidence=0.95)
    assert parent.outcome is not None
    assert parent.heard[-1] == "utter_faq_complain_about_us"
    parent.say(words, intent="affirm")
    assert parent.draft.referral.consent.store.given is None
    assert parent.outcome.handovers
    assert parent.asked == "consent"


def test_no_to_a_manager_is_no_refusal_of_keeping() -> None:
    parent = Parent()
    parent.say(_COMPLAINT, intent="ask_complain_about_us", confidence=0.95)
    parent.say("no", intent="deny")
    assert not parent.draft.progress.has_declined
    assert parent.asked == "consent"
