"""Who writes and whom about, in the words of many families: "tata of Lukas", "aa'm his mam"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.bot.conftest import Heard

Values = Callable[[str, str], set[str | int]]


@pytest.mark.parametrize(
    "text",
    [
        "Tomas writing, tata of Lukas (9). Norfolk.",
        "I'm her papa. She is called Anaya",
        "writing as baba of Yusuf, he has 8 years",
        "Wor Alfie, six year old, an' aa'm his mam",
        "Alreet, am Denny's da, we're ower in Byker",
        "his ma here",
        "me and the missus are Alfie's parents",
        "Got two lads, both autistic",
        "we've a wee girl of 4 who isn't talking",
        "me and my wife adopted two brothers, it's the younger one Caleb whos 6",
    ],
)
def test_parents_say_what_they_are_in_their_own_words(values: Values, text: str) -> None:
    assert values(text, "referrer_role") == {"parent"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I teach Year 4 and I'm filling this in for Noah's mum, who is beside me", "school"),
        ("I teach reception, one of my parents asked me to fill this in for her", "school"),
        ("Got a boy in my class who needs a plan", "school"),
        ("I'm the council's case officer for Ryan", "local_authority"),
        ("Case worker in the SEN team at Kirklees, the family want mediation", "local_authority"),
        ("I'm from Barnardo's and supporting mum Leanne", "other_professional"),
        ("EP in private practice, parents want to talk", "other_professional"),
    ],
)
def test_who_writes_for_a_family_is_not_taken_for_the_parent(
    values: Values, text: str, role: str
) -> None:
    assert values(text, "referrer_role") == {role}


@pytest.mark.parametrize(
    "text",
    [
        "I teach Year 4, writing for Noah's mum, who is sat right beside me saying yes go on.",
        "I'm from Barnardo's and supporting mum Leanne, consent form is signed",
        "EP in private practice, parents fully on board with my contacting you",
    ],
)
def test_parent_who_nods_along_has_agreed(values: Values, text: str) -> None:
    assert values(text, "permission") == {"yes"}


def test_young_person_may_tell_their_pronouns(hear: Callable[[str], Heard]) -> None:
    heard = hear("i'm River (they/them), 18, nottingham city. my draft plan got my diagnosis wrong")
    assert ("referrer_role", None, "young_person") in heard
    assert ("person_name", "self", "River") in heard
    assert ("age", "self", 18) in heard


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Child: Skye, d.o.b. 09/02/2017. Rgds, Tunde Bakare", "Tunde Bakare"),
        ("BW Hannah", "Hannah"),
        ("Luv Shaz xx", "Shaz"),
        ("Sat sri akal ji, Harpreet this side, my boy Gurnoor is 7", "Harpreet"),
        ("Sgt Dave Pell, RAF Coningsby, dad of Lottie", "Dave Pell"),
        ("Rev. Joy Adu, Ebenezer's mum", "Joy Adu"),
        ("SENCO Mr Olu Adeyinka. Referral for Jaden Grant (Y5)", "Mr Olu Adeyinka"),
    ],
)
def test_names_stand_behind_ranks_and_short_goodbyes(
    hear: Callable[[str], Heard], text: str, name: str
) -> None:
    assert {value for entity, role, value in hear(text) if (entity, role) == _OWN} == {name}


_OWN = ("person_name", "self")


@pytest.mark.parametrize(
    "text",
    ["Vanakkam. I am father of Kavin.", "Sgt, living at Catterick Garrison. Daughter Freya, 10."],
)
def test_greetings_and_ranks_are_nobodys_name(hear: Callable[[str], Heard], text: str) -> None:
    assert not [value for entity, role, value in hear(text) if (entity, role) == _OWN]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("our Levis assessment hasnt been done", "Levi"),
        ("about our Jamies plan, hes 9", "Jamie"),
        ("our James plan is late", "James"),
        ("My ex wants Niamh in mainstream and I dont. She's 8", "Niamh"),
        ("My ex wants Saoirse home educated, I want the special unit", "Saoirse"),
        ("Mum of four: 16, 13, 9 and Safiya. It's Safiya I need help with", "Safiya"),
        ("I am single mother from Eritrea, my son Natnael he is 8 year old", "Natnael"),
    ],
)
def test_child_is_named_in_passing(hear: Callable[[str], Heard], text: str, name: str) -> None:
    children = {
        value for entity, role, value in hear(text) if (entity, role) == ("person_name", "child")
    }
    assert children == {name}


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("My kids are 4 and 7, it's the older one this is about", 7),
        ("Two girls, 6 and 11. it's for the younger one. Mum", 6),
        ("I've got three, 15, 12 and 8, this is for the middle one", 12),
        ("I have two sons aged 12 and 15 and it's my eldest who has the plan", 15),
        ("Mum of 2 (4 and 9), asking about the little one", 4),
        ("my grandson lives with me; eleven, twelve in January", 11),
        ("24 next week so technically still 23. They ended my plan", 23),
        ("Little Poppy who's with us is nearly 5, and they have sent a draft", 4),
        ("he has just had his fifth birthday", 5),
        ("celebrated her 18th yesterday, my girl", 18),
        ("my daughter's 5 next birthday", 4),
        ("he's a big lad for 12", 12),
    ],
)
def test_age_is_told_round_a_corner(values: Values, text: str, age: int) -> None:
    assert values(text, "age") == {age}


@pytest.mark.parametrize(
    "text",
    [
        "Two boys, 5 and 8, not the older one",
        "my kids are 5 and 8. the older one is fine",
        "pages 3, 4 in May",
        "he needs 3 and a bit hours of help",
    ],
)
def test_no_age_is_guessed(values: Values, text: str) -> None:
    assert values(text, "age") == set()
