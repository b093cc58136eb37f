"""Who is to interpret, a signer that is not needed, and a need that is taken back."""

from __future__ import annotations

import pytest

from casework.message import Entity
from casework.people.help_told import wish_for_interpreter
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.corrections.test_family_number import senco
from tests.unit.casework.parents import fact, said


@pytest.mark.parametrize(
    "words", ["yes urdu, a woman please", "urdu, female interpreter", "Urdu but not a man"]
)
def test_wish_for_who_interprets_is_kept_beside_the_language(words: str) -> None:
    parent = at("interpreter")
    parent.say(words, fact("interpreter", "yes", sure=False))
    interpreter = parent.draft.referral.interpreter
    assert interpreter.language is not None and interpreter.language.name == "Urdu"
    assert interpreter.details or "not a man" in words


def test_wish_told_before_the_language_is_kept_and_the_language_asked() -> None:
    parent = at("interpreter")
    parent.say("somebody who isnt a man")
    assert parent.draft.referral.interpreter.needed is True
    assert "isnt a man" in str(parent.draft.referral.access.details)
    assert parent.asked == "language"


@pytest.mark.parametrize(
    "words",
    ["no I don't need a signer. I just hear better on the left", "dont want an interpreter"],
)
def test_who_needs_no_signer_is_not_put_down_for_one(words: str) -> None:
    parent = at("interpreter")
    parent.say(words, fact("interpreter", "yes"))
    assert parent.draft.referral.interpreter.needed is False


def test_signing_into_the_hand_is_no_bsl() -> None:
    parent = senco("access_needs")
    parent.say("needs a hands-on signer", fact("sign", "bsl"))
    assert parent.draft.referral.interpreter.sign == ["deafblind_manual"]
    parent.say("no not BSL, hands-on deafblind manual", fact("sign", "deafblind_manual"))
    assert parent.draft.referral.interpreter.sign == ["deafblind_manual"]
    assert parent.draft.referral.contact.safe_to_call is True


def test_need_that_is_denied_is_none() -> None:
    words = "quiet room no. captions"
    parent = at("access_needs")
    parent.say(
        words,
        Entity("access_need", "quiet_room", start=0, end=10),
        Entity("access_need", "captions", start=15, end=23),
    )
    assert parent.draft.referral.access.needs == ["captions"]


@pytest.mark.parametrize("words", ["14 no quiet room. I said NO quiet room", "remove quiet room"])
def test_need_is_taken_out_at_the_review(words: str) -> None:
    parent = at("access_needs")
    parent.say(
        "quiet room and breaks", fact("access_need", "quiet_room"), fact("access_need", "breaks")
    )
    parent.say("no")
    parent.say(words)
    assert parent.draft.referral.access.needs == ["breaks"]
    assert parent.asked == "summary"


@pytest.mark.parametrize("words", ["no loud places", "no flashing lights please", "no strangers"])
def test_what_they_cannot_have_is_a_need(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    assert parent.draft.referral.access.details == words


@pytest.mark.parametrize("words", ["no needs thanks", "no parking problems", "no thanks all good"])
def test_no_needs_are_none(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    assert parent.draft.referral.access.needs == []
    assert parent.asked != "access_needs"


@pytest.mark.parametrize(
    "words",
    [
        *("he is a man", "the man from the council", "i am a woman with a son", "im a single man"),
        *("she's a woman", "i spoke to a woman", "a woman came to the house", "the lady at school"),
    ],
)
def test_man_or_woman_who_is_spoken_of_is_no_wish(words: str) -> None:
    assert wish_for_interpreter(said(words), "language") is None


@pytest.mark.parametrize(
    "words", ["a woman please", "must be a woman", "not a man", "i want a man", "she needs a lady"]
)
def test_wish_for_a_man_or_a_woman_is_one(words: str) -> None:
    assert wish_for_interpreter(said(words), "language") is not None


def test_woman_who_is_to_mediate_is_no_interpreter() -> None:
    parent = at("interpreter")
    parent.say("I'd like a woman mediator if possible")
    assert parent.draft.referral.interpreter.needed is None
    assert "woman mediator" in str(parent.draft.referral.access.details)


@pytest.mark.parametrize(
    "words",
    [
        "no but i want a woman mediator",
        "no thanks but id prefer a female mediator",
        "Mother would want a hijab-wearing female mediator if possible, and no prayer times",
    ],
)
def test_wish_for_a_woman_as_mediator_is_kept_where_no_interpreter_is_needed(words: str) -> None:
    parent = at("interpreter")
    parent.say(words)
    assert "mediator" in str(parent.draft.referral.access.details)
    assert parent.draft.referral.interpreter.needed is not True
