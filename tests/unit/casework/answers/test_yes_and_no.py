"""A yes keeps a family's data or sends their referral, so what only sounds like one is none."""

from __future__ import annotations

import pytest

from casework.words import reads_as_yes
from tests.unit.casework.parents import Parent, fact


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "Yes please",
        "yep thats fine",
        "yeah go ahead",
        "ok",
        "ok thats fine with me",
        "it is",
        "i do",
        "we have",
        "i have got one",
        "all correct thanks",
        "no problem",
        "yes he is 9",
        "looks good, send it",
        "I agree",
        "of course",
        "👍",
    ],
)
def test_a_yes_is_heard_however_it_is_put(text: str) -> None:
    assert reads_as_yes(text)


@pytest.mark.parametrize(
    "text",
    [
        "it is wrong",
        "ok wait",
        "ok but the age is wrong",
        "it is Tom with an h",
        "fine but when will you ring",
        "yes one more thing he hates taxis",
        "we have no food and no heating",
        "i have anxiety can i have breaks",
        "they have been awful to us",
        "it is the council",
        "fine words from them but no help",
        "I agree with my son he hates it there",
        "okay but not yet",
        "ok i will think about it",
        "yeah no",
        "yeah right, like the council ever listens",
        "ok wait, who sees this?",
        "yes i have a question first",
        "no worries, how long does it take?",
        "i have a letter from them",
        "right what does it cost",
        "SEND tribunal",
        "sure they said it on the tenth",
    ],
)
def test_what_only_begins_like_a_yes_is_none(text: str) -> None:
    assert not reads_as_yes(text)


def test_consent_is_not_taken_from_ordinary_words() -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.say("we have been fighting tooth and nail")
    assert parent.draft.referral.consent.store.given is None
    assert parent.asked == "consent"


def test_parent_can_correct_the_letter_date_at_the_next_question() -> None:
    parent = Parent()
    parent.say(
        "council refused to assess, letter is dated 13 October",
        fact("dispute", "refuse_assess"),
        fact("date", "2026-10-13", "decision"),
    )
    parent.say("yes", intent="affirm")
    assert parent.asked == "share_with_council"
    parent.say("no sorry 3 October", fact("date", "2026-10-03"))
    assert parent.draft.referral.decision.letter_date is not None
    assert parent.draft.referral.decision.letter_date.isoformat() == "2026-10-03"
    assert parent.draft.referral.consent.share_with_council.given is None
    assert parent.asked == "share_with_council"


@pytest.mark.parametrize("text", ["remove my phone number", "how do i delete everything"])
def test_taking_one_thing_out_is_not_withdrawing_it_all(text: str) -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.agree()
    parent.say("no", intent="deny")
    outcome = parent.say(text, intent="withdraw", confidence=0.95)
    assert not outcome.must_delete
    assert parent.draft.referral.consent.store.given is True
