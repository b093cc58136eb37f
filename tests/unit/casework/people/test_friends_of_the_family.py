"""A friend or relative who writes for a family: the family has to agree, and they are called so."""

from __future__ import annotations

import pytest

from casework.message import Entity
from casework.referral.summary import summary_rows
from tests.unit.casework.parents import Parent, fact

FRIEND = "a friend or relative helping the family"


def asked_who_they_are() -> Parent:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.agree()
    assert parent.asked == "role"
    return parent


def shown_as(parent: Parent) -> str:
    return next(row.value for row in summary_rows(parent.draft) if row.field == "role")


@pytest.mark.parametrize(
    "words",
    [
        "a friend",
        "neighbour",
        "I'm a family friend",
        "just a friend helping out",
        "im a friend of the family",
        "I'm helping my neighbour fill this in",
        "im her sister, she is the mum",
        "i am the mum's best friend, she cant read",
        "filling this in for my sister",
        "im Sara's friend, helping her with the form",
        "on here for my mate",
        "someone else - a friend",
        "writing for my mum",
    ],
)
def test_friend_of_the_family_is_shown_as_one_and_asked_for_its_yes(words: str) -> None:
    parent = asked_who_they_are()
    parent.say(words)
    referrer = parent.draft.referral.referrer
    assert (referrer.role, referrer.relationship) == ("other_professional", FRIEND)
    assert shown_as(parent) == FRIEND
    assert parent.asked == "permission"


@pytest.mark.parametrize(
    ("words", "role", "facts"),
    [
        ("im a mum, my sister is helping me", "parent", (fact("referrer_role", "parent"),)),
        ("his aunt", "carer", (fact("referrer_role", "carer"),)),
        ("social worker", "other_professional", (fact("referrer_role", "other_professional"),)),
        (
            "I am a social worker and a friend of the family",
            "other_professional",
            (fact("referrer_role", "other_professional"),),
        ),
        ("mum. a friend told me of you", "parent", (fact("referrer_role", "parent"),)),
        ("from his school", "school", (fact("referrer_role", "school"),)),
    ],
)
def test_others_are_shown_as_what_they_are(
    words: str, role: str, facts: tuple[Entity, ...]
) -> None:
    parent = asked_who_they_are()
    parent.say(words, *facts)
    assert parent.draft.referral.referrer.role == role
    assert parent.draft.referral.referrer.relationship is None
    assert shown_as(parent) != FRIEND


def test_friend_who_begins_with_the_familys_story_is_no_parent() -> None:
    parent = Parent()
    parent.say(
        "hi im filling this in for my friend, her son was refused an assessment",
        fact("dispute", "refuse_assess"),
        fact("referrer_role", "parent", sure=False),
    )
    parent.agree()
    assert shown_as(parent) == FRIEND
    assert parent.asked == "permission"


def test_friends_words_give_the_friend_no_name() -> None:
    parent = asked_who_they_are()
    parent.say("im Sara's friend, helping her", fact("person_name", "Sara", "self"))
    assert parent.draft.referral.referrer.name is None


def test_parent_who_was_taken_for_a_friend_is_called_a_parent_again() -> None:
    parent = asked_who_they_are()
    parent.say("a friend")
    parent.say("no I'm his mum", fact("referrer_role", "parent"))
    assert shown_as(parent) == "a parent"
    assert parent.draft.referral.referrer.relationship is None
