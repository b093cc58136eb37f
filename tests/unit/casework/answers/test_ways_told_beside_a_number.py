"""What a parent says of a way to reach them counts before what a question implies."""

from __future__ import annotations

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact

NUMBER = "+447700900199"


def test_number_of_somebody_who_is_best_texted_is_not_put_down_as_safe_to_ring() -> None:
    parent = at("phone")
    parent.say(
        "07700 900199 but best to text as I'm hard of hearing",
        fact("phone", NUMBER),
        fact("contact_preferred", "text"),
    )
    contact = parent.draft.referral.contact
    assert (contact.preferred, contact.safe_to_text) == ("text", True)
    assert contact.safe_to_call is None


def test_number_alone_is_safe_to_ring() -> None:
    parent = at("phone")
    parent.say("07700 900199", fact("phone", NUMBER))
    assert parent.draft.referral.contact.safe_to_call is True


def test_address_that_was_asked_for_as_a_safe_one_is_safe() -> None:
    parent = at("phone")
    parent.say("I don't have a phone")
    parent.say("lena@example.com", fact("email", "lena@example.com"))
    assert parent.draft.referral.contact.safe_to_email is True


@pytest.mark.parametrize(
    "words",
    [
        "lena@example.com but he reads it",
        "lena@example.com my ex has the password",
        "lena@example.com its a shared inbox",
        "lena@example.com, not private though",
        "lena@example.com my husband can see it",
    ],
)
def test_address_that_somebody_else_reads_is_not_safe(words: str) -> None:
    parent = at("phone")
    parent.say("I don't have a phone")
    parent.say(words, fact("email", "lena@example.com"))
    contact = parent.draft.referral.contact
    assert contact.email == "lena@example.com"
    assert contact.safe_to_email is not True


@pytest.mark.parametrize(
    "words", ["lena@example.com nobody else reads it", "lena@example.com, he can't see it"]
)
def test_address_that_nobody_else_reads_is_safe(words: str) -> None:
    parent = at("phone")
    parent.say("I don't have a phone")
    parent.say(words, fact("email", "lena@example.com"))
    assert parent.draft.referral.contact.safe_to_email is True


GUESSED = Entity("contact_ok", "no", "call", is_sure=False)


def test_refusal_that_was_only_guessed_takes_nothing_from_a_plain_yes() -> None:
    parent = at("phone")
    parent.draft.progress.by_text = True
    parent.say("07700 900199", fact("phone", NUMBER))
    assert parent.asked == "safe_contact"
    parent.say(
        "Yes, that is quite safe, thank you. Do leave a message.",
        Entity("contact_ok", "yes", "voicemail"),
        GUESSED,
    )
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.safe_to_leave_voicemail) == (True, True)


def test_refusal_that_may_be_meant_is_asked_about() -> None:
    parent = at("phone")
    parent.draft.progress.by_text = True
    parent.say("07700 900199", fact("phone", NUMBER))
    parent.say("yes text is ok but my hearing is bad", Entity("contact_ok", "yes", "text"), GUESSED)
    assert parent.asked == "safe_contact"
    assert parent.draft.referral.contact.safe_to_text is None


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("text is alright but not when hes home", "not when hes home"),
        ("ring me but only when he's at work", "only when he's at work"),
        ("call is fine only if I'm alone", "only if I'm alone"),
    ],
)
def test_when_somebody_else_is_there_is_kept_beside_the_way(words: str, when: str) -> None:
    parent = at("phone")
    parent.say("07700 900199", fact("phone", NUMBER))
    parent.say(words, Entity("contact_ok", "yes", "text" if "text" in words else "call"))
    assert when in str(parent.draft.referral.contact.best_time)
