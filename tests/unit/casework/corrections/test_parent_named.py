"""Who refers a family tells the mother's name, which is not their own."""

from __future__ import annotations

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact

MOTHER = "Ms Selam Dawit"


def social_worker(question: str) -> Parent:
    parent = at(question)
    parent.draft.referral.referrer.role = "other_professional"
    parent.say("the family has agreed", fact("permission", "yes"))
    return parent


def name_in(words: str, name: str = MOTHER, *, sure: bool = False) -> Entity:
    start = words.index(name)
    return Entity("person_name", name, "self", sure, start, start + len(name))


@pytest.mark.parametrize("question", ["route_wanted", "name", "child_name"])
@pytest.mark.parametrize(
    "words",
    [
        f"mother is {MOTHER}",
        f"mum: {MOTHER}",
        f"the mother, {MOTHER}, speaks Tigrinya",
        f"I'm referring {MOTHER}",
        f"mother's name is {MOTHER}",
        f"{MOTHER} is the mother",
        f"{MOTHER}, mum",
        f"i am writing on behalf of {MOTHER}",
        f"she is called {MOTHER}, the parent".replace("she is called", "parent called"),
        f"this is for {MOTHER}",
    ],
)
def test_name_of_the_mother_is_not_the_writers(question: str, words: str) -> None:
    parent = social_worker(question)
    before = parent.draft.referral.referrer.name
    parent.say(words, name_in(words))
    waiting = parent.draft.progress.unconfirmed
    assert parent.draft.referral.referrer.name == before
    assert waiting is None or waiting.field != "name"
    assert MOTHER in str(parent.draft.referral.dispute.in_own_words)


@pytest.mark.parametrize(
    "words",
    [
        "Priya Nair",
        "I'm Priya Nair",
        "my name is Priya Nair, social worker",
        "Priya Nair, parent support worker",
        "it's Priya Nair",
        "hi, Priya Nair here",
    ],
)
def test_own_name_of_who_refers_is_theirs(words: str) -> None:
    parent = social_worker("name")
    parent.say(words, name_in(words, "Priya Nair", sure=True))
    assert parent.draft.referral.referrer.name == "Priya Nair"


def test_parent_who_names_themself_as_the_mum_is_called_so() -> None:
    parent = at("name")
    parent.say("Kelly Dawes, mum", name_in("Kelly Dawes, mum", "Kelly Dawes", sure=True))
    assert parent.draft.referral.referrer.name == "Kelly Dawes"


def test_friend_who_says_that_is_me_is_called_by_the_name_alone() -> None:
    parent = at("name")
    words = "Sharon Bell, thats me"
    parent.say(words, name_in(words, "Sharon Bell"))
    assert parent.draft.referral.referrer.name == "Sharon Bell"
