"""Who comes with them: people are kept in the family's words, and what tells of nobody is not."""

from __future__ import annotations

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


def asked_who_comes() -> Parent:
    parent = at("summary")
    parent.say("change who comes with me")
    assert parent.asked == "supporters"
    return parent


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("yes Rachel", "Rachel"),
        ("yes my advocate", "my advocate"),
        ("maybe my sister", "maybe my sister"),
        ("Hope", "Hope"),
        ("Will from sendiass", "Will from sendiass"),
        ("my support dog", "my support dog"),
        ("just me and my sister", "just me and my sister"),
        ("no just my husband", "no just my husband"),
        ("nobody apart from my mum", "nobody apart from my mum"),
        ("it will be my husband", "my husband"),
        ("my sister who lives in Leeds", "my sister who lives in Leeds"),
        ("mum is at work but will come", "mum is at work but will come"),
    ],
)
def test_person_who_comes_along_is_kept(words: str, who: str) -> None:
    parent = asked_who_comes()
    parent.say(words)
    assert parent.draft.referral.supporters == [who]


@pytest.mark.parametrize(
    "words", ["just me", "no", "nobody", "on my own", "by myself sadly", "no my mum cant come"]
)
def test_parent_who_comes_alone_has_nobody(words: str) -> None:
    parent = asked_who_comes()
    parent.say(words)
    assert parent.draft.referral.supporters == []
    assert parent.asked == "summary"


@pytest.mark.parametrize(
    "words",
    [
        "they have changed their mind",
        "what sort of people",
        "later",
        "the council won't listen to me",
        "my parents are in Norfolk",
        "my mum is too far to come",
        "it is unfair on us",
    ],
)
def test_words_that_tell_of_nobody_are_nobody(words: str) -> None:
    parent = asked_who_comes()
    parent.say(words)
    assert parent.draft.referral.supporters == []
    assert parent.asked == "supporters"


def test_what_is_told_in_place_of_a_person_is_kept_for_the_team() -> None:
    parent = asked_who_comes()
    stockport = Entity("council", "stockport", None, True, 0, 9)
    parent.say("Stockport have changed their mind", stockport)
    assert "changed their mind" in str(parent.draft.referral.dispute.in_own_words)


def test_address_of_who_comes_along_is_not_the_parents() -> None:
    parent = asked_who_comes()
    parent.say("rachel@example.org", fact("email", "rachel@example.org"))
    assert parent.draft.referral.contact.email is None
    assert parent.draft.referral.supporters == ["rachel@example.org"]


@pytest.mark.parametrize(
    ("held", "words", "who"),
    [
        ("my friend Rachel", "its Rachael not Rachel", "my friend Rachael"),
        ("Rachel", "sorry Rachael", "Rachael"),
        ("my mum", "sorry my dad not my mum", "my dad"),
        ("my mum", "change mum to dad", "my dad"),
    ],
)
def test_who_comes_along_is_put_right_at_the_review(held: str, words: str, who: str) -> None:
    parent = asked_who_comes()
    parent.say(held)
    parent.say(words, fact("person_name", "Rachael", "self"))
    assert parent.draft.referral.supporters == [who]
    assert parent.draft.referral.referrer.name == "Craig Sumner"


@pytest.mark.parametrize(
    "words", ["actually not my mum", "my sister not me", "thursdays not fridays"]
)
def test_other_words_put_nobody_in_their_place(words: str) -> None:
    parent = asked_who_comes()
    parent.say("my mum")
    parent.say(words)
    assert parent.draft.referral.supporters == ["my mum"]
