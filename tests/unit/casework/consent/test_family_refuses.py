"""A family's wishes are heard from who refers it, and nothing is lost by one of them."""

from __future__ import annotations

import pytest

from casework.consent.family_refuses import family_takes_back
from tests.unit.casework.people.test_relatives_who_help import friend_at


@pytest.mark.parametrize(
    "words",
    [
        "mum has changed her mind, she'd like a meeting in person",
        "mum doesn't want it but dad does",
    ],
)
def test_family_that_may_take_its_yes_back_is_asked_about_and_nothing_is_lost(words: str) -> None:
    parent = friend_at("interpreter")
    parent.say(words)
    assert parent.asked == "permission"
    assert parent.draft.referral.child.name is not None
    assert "utter_permission_needed" not in parent.heard


@pytest.mark.parametrize("question", ["summary", "access_needs"])
@pytest.mark.parametrize(
    "words",
    [
        "Mum said she doesn't want you to contact the council",
        "she doesn't want you to tell the council",
        "mum isn't happy for you to tell the council",
    ],
)
def test_no_of_the_family_to_telling_the_council_is_heard_from_who_refers_it(
    question: str, words: str
) -> None:
    parent = friend_at(question)
    parent.say(words)
    assert parent.draft.referral.consent.share_with_council.given is False
    assert parent.draft.referral.child.name is not None


@pytest.mark.parametrize(
    "words",
    [
        "We asked for 1:1 and they have not agreed.",
        "The council refused then they changed their mind.",
        "They didn't want it",
        "mum asked the school for a 1:1 and they have not agreed",
    ],
)
def test_council_that_does_not_agree_takes_no_consent_of_the_family_back(words: str) -> None:
    assert not family_takes_back(words)


@pytest.mark.parametrize("words", ["mum says they no longer agree", "dad says they don't want it"])
def test_family_that_is_named_takes_it_back_as_they(words: str) -> None:
    assert family_takes_back(words)
