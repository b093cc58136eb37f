"""Where somebody else checks or answers the phone, what is safe is asked and the reason is kept."""

from __future__ import annotations

import pytest

from casework.people.shared_phone import others_see_phone
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact

SEEN = [
    "but my phone gets checked so dont leave messages",
    "mum answers my phone sometimes",
    "better to text than ring but delete after",
    "my dad reads my texts",
    "he goes through my phone",
    "its a shared phone",
    "my phone is always being checked",
    "someone else opens my messages",
    "its not just my phone",
    "we share a phone",
]


@pytest.mark.parametrize("words", SEEN)
def test_parent_whose_phone_others_see_is_asked_what_is_safe(words: str) -> None:
    parent = at("phone")
    number = fact("phone", "+447700900888")
    parent.say(f"07700 900888 {words}", number, fact("contact_ok", "no", "voicemail"))
    contact = parent.draft.referral.contact
    assert parent.asked == "safe_contact"
    assert (contact.phone, contact.safe_to_call) == ("+447700900888", None)
    assert contact.safe_to_leave_voicemail is False
    assert words in (parent.draft.referral.dispute.in_own_words or "")
    parent.say("text only", fact("contact_ok", "yes", "text"))
    assert parent.asked != "safe_contact"


@pytest.mark.parametrize("words", SEEN)
@pytest.mark.parametrize("question", ["access_needs", "interpreter"])
def test_parent_may_tell_it_after_the_number(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words)
    assert parent.asked == "safe_contact"
    assert words in (parent.draft.referral.dispute.in_own_words or "")


@pytest.mark.parametrize(
    "words",
    [
        "nobody checks my phone",
        "my mum doesnt read my messages",
        "i checked my phone",
        "the school has my number",
        "can you delete it after you finish",
        "my phone is broken",
        "check my email",
    ],
)
def test_a_phone_of_ones_own_is_no_reason_to_ask(words: str) -> None:
    assert not others_see_phone(words)
