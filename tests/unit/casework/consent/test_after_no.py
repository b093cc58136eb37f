"""A "no" that refuses nothing: who says "no I'm ok with that, go on" agrees to our keeping it."""

from __future__ import annotations

import pytest

from tests.unit.casework.parents import Parent, fact


def asked_to_agree() -> Parent:
    parent = Parent()
    parent.say("mum, they wont assess him", fact("referrer_role", "parent"))
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "No I'm ok with that. go on",
        "no no I meant its ok!!",
        "no im ok with it carry on",
        "no its fine keep it",
        "nah its ok go on",
        "no go ahead",
        "No. I meant yes",
        "no sorry i meant its fine",
        "no im alright with that",
        "no im happy with it keep going",
    ],
)
def test_parent_who_agrees_after_a_no_has_agreed(words: str) -> None:
    parent = asked_to_agree()
    parent.say(words, intent="deny")
    assert parent.draft.referral.consent.store.given is True


@pytest.mark.parametrize("words", ["no thats fine", "no i dont mind", "no. its ok", "no ok"])
def test_what_may_be_either_is_asked_again_and_forgets_nothing(words: str) -> None:
    parent = asked_to_agree()
    outcome = parent.say(words, intent="deny")
    assert not outcome.must_delete
    assert parent.asked == "consent"


@pytest.mark.parametrize(
    "words",
    [
        "no im fine thanks",
        "no thank you im ok",
        "no i'm not ok with that",
        "no its ok dont bother",
        "no thats ok leave it",
        "no carry on without it",
        "no way keep it",
        "no keep it to yourself",
        "no im not happy with that go on then",
    ],
)
def test_parent_who_refuses_has_refused(words: str) -> None:
    outcome = asked_to_agree().say(words, intent="deny")
    assert outcome.must_delete
