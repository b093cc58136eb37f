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


def asked_of_the_council() -> Parent:
    parent = asked_to_agree()
    parent.say("yes", intent="affirm")
    assert parent.asked == "share_with_council"
    return parent


def may_be_told(parent: Parent) -> bool | None:
    return parent.draft.referral.consent.share_with_council.given


@pytest.mark.parametrize(
    "words",
    [
        "no thats fine tell them",
        "no its ok you can talk to them",
        "no i dont mind please tell the council",
        "no im fine with that",
        "no i meant yes",
    ],
)
def test_parent_who_lets_us_tell_the_council_after_a_no_has_said_yes(words: str) -> None:
    parent = asked_of_the_council()
    parent.say(words, intent="deny")
    assert may_be_told(parent) is True


@pytest.mark.parametrize(
    "words",
    [
        "no i dont mind",
        "no thats fine",
        "no thats fine if you need to",
        "no ok",
        "not really happy but if i have to",
        "no not keen but fine",
    ],
)
def test_what_may_be_either_about_the_council_is_asked_again(words: str) -> None:
    parent = asked_of_the_council()
    parent.say(words, intent="deny")
    assert may_be_told(parent) is None
    assert parent.asked == "share_with_council"


@pytest.mark.parametrize(
    "words",
    [
        "no. can i change my mind later",
        "no thanks can I change it later?",
        "no but can i say yes later",
        "no its fine dont tell them",
        "no thats ok leave it",
        "no thanks",
        "not comfortable with that",
        "no, my husband works there",
    ],
)
def test_no_to_telling_the_council_stands_whatever_is_asked_beside_it(words: str) -> None:
    parent = asked_of_the_council()
    parent.say(words)
    assert may_be_told(parent) is False


@pytest.mark.parametrize(
    "words",
    [
        "Not really comfortable but ok if i have to",
        "not really happy about it but ok",
        "no im not happy but fine",
        "id rather you didnt but if you must",
    ],
)
def test_parent_who_gives_way_is_asked_again_and_nothing_is_forgotten(words: str) -> None:
    parent = asked_to_agree()
    assert not parent.say(words, intent="deny").must_delete
    assert parent.asked == "consent"


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


@pytest.mark.parametrize(
    "words", ["you can talk to them", "yes you can talk to them", "ok you can ring them"]
)
def test_yes_that_says_talk_to_them_is_of_the_council_and_of_nobody_else(words: str) -> None:
    parent = asked_of_the_council()
    parent.say(words)
    assert may_be_told(parent) is True
    assert parent.draft.referral.contact.best_time is None
