"""Who said no to keeping and then says yes is asked once more; consent is never taken so."""

from __future__ import annotations

import pytest

from tests.unit.casework.parents import Parent


def declined() -> Parent:
    parent = Parent()
    parent.say("I want to make a referral", intent="start_referral")
    parent.say("no", intent="deny")
    assert parent.draft.progress.has_declined
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "yes",
        "yes that is ok",
        "actually yes you can",
        "ok then go on you can keep it",
        "yes you can keep my details, i changed my mind",
        "sorry i pressed the wrong one. yes its ok",
        "can i change my answer to yes",
        "i meant yes",
    ],
)
def test_parent_who_says_yes_after_a_no_is_asked_once_more(words: str) -> None:
    parent = declined()
    parent.say(words)
    assert parent.heard == ["utter_ask_consent"]
    assert parent.draft.referral.consent.store.given is None
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.consent.store.given is True


@pytest.mark.parametrize(
    "words", ["ok", "ok thanks", "no i still dont want you to keep it", "what if i change my mind"]
)
def test_no_stands_where_nobody_takes_it_back(words: str) -> None:
    parent = declined()
    parent.say(words)
    assert parent.draft.progress.has_declined


@pytest.mark.parametrize("words", ["no", "i dont want you to keep anything"])
def test_no_said_again_is_understood(words: str) -> None:
    parent = declined()
    parent.say(words, intent="deny")
    assert parent.heard == ["utter_no_consent"]
