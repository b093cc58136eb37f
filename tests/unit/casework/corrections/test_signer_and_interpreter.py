"""An interpreter who is needed stays one, and a signer whom nobody asked for goes again."""

from __future__ import annotations

import pytest

from casework.corrections.signer_taken_away import denies_signing
from casework.message import Entity
from casework.referral.summary import summary_fields
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact

TIGRINYA = fact("language", "tir")


def with_signer() -> Parent:
    """Somebody at the review for whom BSL was noted beside Tigrinya, and so no calls."""
    parent = at("interpreter")
    parent.say("yes, Tigrinya and a signer", TIGRINYA, fact("sign", "bsl"))
    assert parent.draft.referral.interpreter.sign == ["bsl"]
    assert parent.draft.referral.contact.safe_to_call is False
    while parent.asked != "summary":
        parent.say("no")
    return parent


@pytest.mark.parametrize("question", ["interpreter", "summary"])
@pytest.mark.parametrize(
    "words",
    [
        "NO she DOES need an interpreter, Tigrinya",
        "no that's wrong, interpreter needed Tigrinya",
        "no, she does need one, an interpreter for Tigrinya",
    ],
)
def test_no_beside_the_wish_for_an_interpreter_refuses_none(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words, TIGRINYA, fact("interpreter", "yes"))
    interpreter = parent.draft.referral.interpreter
    assert interpreter.needed is True
    assert interpreter.language is not None and interpreter.language.code == "tir"


def test_interpreter_corrected_by_its_number_is_needed() -> None:
    parent = at("summary")
    number = 1 + summary_fields(parent.draft).index("interpreter")
    parent.say(
        f"{number} is wrong. Interpreter needed Tigrinya", TIGRINYA, fact("interpreter", "yes")
    )
    language = parent.draft.referral.interpreter.language
    assert language is not None and language.code == "tir"


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        ("why does it say BSL, she isn't deaf", ()),
        ("Remove BSL signer", (fact("sign", "bsl"),)),
        ("take the bsl off please", (fact("sign", "bsl"),)),
        ("Yes, Tigrinya only", (TIGRINYA,)),
        ("no signer, just Tigrinya", (TIGRINYA,)),
        ("BSL is wrong", (fact("sign", "bsl"),)),
        ("we dont need a signer", ()),
        ("nobody is deaf", ()),
        ("no need for BSL", ()),
        ("i never asked for sign language", ()),
    ],
)
def test_signer_nobody_asked_for_goes_and_the_language_stays(
    words: str, facts: tuple[Entity, ...]
) -> None:
    parent = with_signer()
    parent.say(words, *facts)
    interpreter = parent.draft.referral.interpreter
    assert interpreter.sign == []
    assert interpreter.needed is True
    assert interpreter.language is not None and interpreter.language.code == "tir"
    assert "utter_changed" in parent.heard
    assert parent.asked == "safe_contact"
    parent.say("yes all are fine")
    assert parent.draft.referral.contact.safe_to_call is True


def test_signer_taken_out_with_no_language_known_is_asked_about_again() -> None:
    parent = at("interpreter")
    parent.say("signer", fact("sign", "bsl"))
    while parent.asked != "summary":
        parent.say("no")
    parent.say("why does it say BSL, she isn't deaf")
    assert parent.draft.referral.interpreter.sign == []
    parent.say("yes all are fine")
    assert parent.asked == "interpreter"


@pytest.mark.parametrize(
    "words",
    [
        "he isn't deaf but I am",
        "not just BSL",
        "I am deaf, I sign BSL",
        "BSL please",
        "no mistake, we need BSL",
        "I'm deaf, my son isn't deaf",
        "signer is right",
    ],
)
def test_signer_who_is_needed_stays(words: str) -> None:
    assert not denies_signing(words)
