"""Names and numbers of others are not the writer's, and a name told in part keeps the rest."""

from __future__ import annotations

import pytest

from casework.answers.name_words import clean_name
from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.people.test_names_of_others import named


def reached(name: str, words: str, typed: str, value: str) -> Entity:
    start = words.index(typed)
    return Entity(name, value, None, True, start, start + len(typed))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("dads name is Paul", "Paul"),
        ("can my nan come with me? her names Joy", "Joy"),
        ("they rang my husband instead of me, Pete", "Pete"),
    ],
)
def test_parent_is_not_called_like_their_family(words: str, name: str) -> None:
    parent = at("summary")
    parent.say(words, named(words, name, "self", sure=True))
    assert parent.draft.referral.referrer.name == "Craig Sumner"
    assert parent.draft.progress.unconfirmed is None


def test_nan_who_comes_keeps_her_name_and_the_child_theirs() -> None:
    parent = at("summary")
    words = "my nan can come. her name is Joy"
    nan = Entity("supporter", "nan", None, True, 3, 6)
    parent.say(words, nan, named(words, "Joy", "child", sure=True))
    assert parent.draft.referral.supporters == ["nan Joy"]
    assert parent.draft.referral.child.name == "Holly"


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("my mum will come with me", "mum"),
        ("My Mum Will Come With Me", "mum"),
        ("MY MUM WILL COME", "mum"),
        ("my husband will be there", "husband"),
        ("my sister may come along", "sister"),
        ("my advocate hopes to come, she knows the case", "advocate"),
        ("my friend mark will come", "friend Mark"),
        ("my brother will is coming", "brother Will"),
        ("my brother Will will come", "brother Will"),
        ("my sister meera will come", "sister Meera"),
        ("my friend Oluchi Obi is coming", "friend Oluchi Obi"),
    ],
)
def test_what_somebody_will_do_is_not_their_name(words: str, who: str) -> None:
    parent = at("route_wanted")
    kin = who.split()[0]
    start = words.casefold().index(kin)
    parent.say(words, Entity("supporter", kin, None, True, start, start + len(kin)))
    assert parent.draft.referral.supporters == [who]


def test_son_who_will_not_go_to_school_is_not_called_will() -> None:
    parent = at("route_wanted")
    words = "my son will not go to school"
    parent.say(words, Entity("person_name", "Will", "child", False, 7, 11))
    assert parent.draft.progress.to_confirm == []


@pytest.mark.parametrize(
    "words", ["Yes. only my surname is Marsh", "send it, my last name is Marsh not Tranter"]
)
def test_surname_put_right_is_read_again_before_it_is_sent(words: str) -> None:
    parent = at("summary")
    assert not parent.say(words).must_submit
    assert parent.draft.referral.referrer.name == "Craig Marsh"


def test_parent_may_be_called_something_without_being_rung() -> None:
    parent = at("summary")
    words = "please call me Raj"
    call = Entity("contact_preferred", "phone", None, True, 0, 14)
    parent.say(words, call, named(words, "Raj", "self", sure=True))
    assert parent.draft.referral.contact.preferred is None
    waiting = parent.draft.progress.unconfirmed
    assert waiting is not None and waiting.value == "Raj Sumner"


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("add Marcus number 07700900889", "07700900889"),
        ("maybe the social worker too, Marcus 07700900889", "07700900889"),
        ("my husband Marcus 07700900889", "07700900889"),
    ],
)
def test_number_of_another_is_kept_in_the_words_only(words: str, typed: str) -> None:
    parent = at("summary")
    phone = reached("phone", words, typed, "+447700900889")
    parent.say(words, named(words, "Marcus", "self", sure=True), phone)
    assert parent.draft.referral.contact.phone == "+447700900701"
    assert parent.draft.referral.referrer.name == "Craig Sumner"
    assert typed in str(parent.draft.referral.dispute.in_own_words)


@pytest.mark.parametrize("words", ["my number is 07700900889", "Craig 07700900889"])
def test_own_number_is_put_right(words: str) -> None:
    parent = at("summary")
    parent.say(words, reached("phone", words, "07700900889", "+447700900889"))
    assert parent.draft.referral.contact.phone == "+447700900889"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Nasreen Akhtar Mother", "Nasreen Akhtar"),
        ("Deirdre Walsh but Dee", "Deirdre Walsh"),
    ],
)
def test_name_ends_where_something_else_is_told(typed: str, name: str) -> None:
    assert clean_name(typed) == name
