"""Names of officers and of other families' children, told beside a family's own."""

from __future__ import annotations

import pytest

from casework.message import Entity
from casework.people.names_told import settle_names
from tests.unit.casework.parents import Parent, fact, said


def name_in(words: str, name: str, *, heard: str | None = None, sure: bool = True) -> Entity | None:
    """What the words come to of a name that was heard as the child's, or half of it."""
    start = words.index(name)
    heard = heard or name
    entity = Entity("person_name", heard, "child", sure, start, start + len(heard))
    return settle_names(said(words, entity)).first("person_name", "child")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("they refused a plan. the panel chair, his name is Alan Price, said no", "Alan Price"),
        ("my friend got one for her boy, his name is Tyler Day. they refused mine", "Tyler Day"),
        ("Leeds. the officer never rings, her name is Jo Black", "Jo Black"),
        ("spoke to a lady at the council, her name is Jo Black", "Jo Black"),
        ("a woman from Leeds rang me. her name is Pat Moss", "Pat Moss"),
        ("a man from the panel, his name is Ray Cole, told me no", "Ray Cole"),
        ("our neighbours son got his straight away, his name is Jack Dunn", "Jack Dunn"),
        ("the doctor wrote a letter, her name is Anna Voss", "Anna Voss"),
        ("the new officer is useless. his name is Ian Webb", "Ian Webb"),
        ("my sister's lad has one too, his name is Leo Marsh", "Leo Marsh"),
    ],
)
def test_name_of_an_officer_or_of_anothers_child_is_asked_about(words: str, name: str) -> None:
    told = name_in(words, name)
    assert told is None or not told.is_sure


def test_name_that_was_half_heard_is_no_surer_for_its_surname() -> None:
    words = "refused to assess. the EP was rude, her name was Jo Black"
    told = name_in(words, "Jo Black", heard="Jo", sure=False)
    assert told is not None
    assert not told.is_sure


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("refused to assess. his name is Mason Hill", "Mason Hill"),
        ("my son has autism, his name is Tobias Reed", "Tobias Reed"),
        ("they refused my daughter, her name is Ivy", "Ivy"),
        ("the school said no. his name is Mason Hill", "Mason Hill"),
        ("the EP saw my lad, his name is Mason Hill", "Mason Hill"),
        ("My lad was seen by the EP. My son's name is Mason Hill", "Mason Hill"),
        ("her full name is Ava Rose", "Ava Rose"),
        ("I'm the SENCO, his name is Tyler Day", "Tyler Day"),
        ("im his class teacher. his name is Tyler Day", "Tyler Day"),
        ("my boy, his name is Tom Kerr, is 8", "Tom Kerr"),
    ],
)
def test_name_of_the_child_is_taken(words: str, name: str) -> None:
    told = name_in(words, name)
    assert told is not None
    assert (told.value, told.is_sure) == (name, True)


def test_name_of_an_officer_is_not_kept_for_the_childs() -> None:
    parent = Parent()
    parent.say("mum of a boy of 9", fact("referrer_role", "parent"))
    parent.agree()
    assert parent.asked == "council"
    words = "Leeds. the officer never rings, her name is Jo Black"
    start = words.index("Jo")
    parent.say(
        words,
        fact("council", "Leeds"),
        Entity("person_name", "Jo Black", "child", True, start, len(words)),
    )
    assert parent.draft.referral.child.name is None
