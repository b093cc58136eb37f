"""Parents, carers and young people who say in passing who they are, and how they sign."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY

Values = Callable[[str, str], set[str | int]]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Derby mum!! they said no", "parent"),
        ("Polish dad in Corby, my English is so so", "parent"),
        ("Wren (9)'s mum, Ely. they refused", "parent"),
        ("Tis Merryn's dad. She's eight", "parent"),
        ("we're both her mums and we live in Hove", "parent"),
        ("her dad and I have split up but we agree on this", "parent"),
        ("my lass got refused a plan, she's 12", "parent"),
        ("17yo daughter, college won't follow the plan", "parent"),
        ("my nephew is fine, this is for my own son", "parent"),
        ("I'm a carer on nights. my daughter is 8", "parent"),
        ("Great gran here, he's mine to raise", "carer"),
        ("my ward is a boy of 12", "carer"),
        ("I've had her since she was a baby, she's my niece", "carer"),
        ("my late sister's boy lives with us", "carer"),
        ("the residence order is to me, he lives with me because mum is ill", "carer"),
        ("I'm 19, they are ending my EHCP", "young_person"),
        ("Seventeen. it's my plan and college won't do it", "young_person"),
        (
            "my nan usually writes but she's poorly so it's me. im 20. my ehcp is ignored",
            "young_person",
        ),
        ("its for me, im the student", "young_person"),
        ("I'm the student here", "young_person"),
        ("i am the pupil", "young_person"),
        ("it's me, the college student", "young_person"),
        ("im a college student and my course ended", "young_person"),
        ("this is for me", "young_person"),
        ("Referral from: Ann Lee, Inclusion Lead, Hill Academy", "school"),
        ("I manage SEND casework for the borough", "local_authority"),
        ("Social prescriber at a surgery, patient asked for help", "other_professional"),
        ("From the SENDIASS in Kent. Mum wants help", "sendiass"),
    ],
)
def test_writer_tells_in_passing_who_they_are(words: str, role: str, values: Values) -> None:
    assert values(words, "referrer_role") == {role}


@pytest.mark.parametrize(
    "words",
    [
        "Rang mum. She was crying",
        "School told mum, who is cross",
        "it is the law that they must assess",
        "my cousin's boy has no plan",
        "supporting a mum of three who is too shy to write",
    ],
)
def test_mum_told_of_is_not_the_writer(words: str, values: Values) -> None:
    assert "parent" not in values(words, "referrer_role")


@pytest.mark.parametrize(
    "words",
    [
        "I'm a student social worker and she has no plan",
        "im a student nurse",
        "I'm the student support officer",
        "I'm the pupil premium lead",
        "it is for my son",
        "its for me to decide",
        "this is for me and my daughter",
    ],
)
def test_who_works_with_students_is_no_young_person(words: str, values: Values) -> None:
    assert "young_person" not in values(words, "referrer_role")


@pytest.mark.parametrize(
    ("words", "role", "name"),
    [
        ("My boy's nearly 9 and we got nothing. – Nicola", "self", "Nicola"),
        ("we want the certificate, thanks. Surrey. H. Whittaker", "self", "H. Whittaker"),
        (
            "no one is coming with me. phone meeting please. Kev Ramsbottom",
            "self",
            "Kev Ramsbottom",
        ),
        ("hi its dave from stockton", "self", "Dave"),
        ("please talk to us about Freddy's plan", "child", "Freddy"),
        ("they refused an assessment for Freya and we are cross", "child", "Freya"),
        ("my son omar he is not happy", "child", "Omar"),
        ("Jords, 19, Warrington, EHCP for me", "self", "Jords"),
    ],
)
def test_name_that_nobody_would_ask_about_is_sure(
    reader: FactReader, words: str, role: str, name: str
) -> None:
    found = [fact for fact in reader.read(words, TODAY) if fact.entity == "person_name"]
    assert [(fact.role, fact.value, fact.sure) for fact in found] == [(role, name, True)]


@pytest.mark.parametrize(
    "words",
    [
        "I'm Portia's older sister and her appointee",
        "This is Talia, 14. She has a plan",
    ],
)
def test_childs_name_is_never_that_of_the_writer(words: str, reader: FactReader) -> None:
    found = [fact for fact in reader.read(words, TODAY) if fact.entity == "person_name"]
    assert not any(fact.role == "self" for fact in found)


@pytest.mark.parametrize(
    "words",
    [
        "wait will they tell my foster carer or my social worker",
        "my foster carer must not be told",
        "please ring my foster mum",
        "my looked-after brother has one",
    ],
)
def test_who_speaks_of_their_foster_carer_is_none(reader: FactReader, words: str) -> None:
    roles = [fact for fact in reader.read(words, TODAY) if fact.entity == "referrer_role"]
    assert "carer" not in [fact.value for fact in roles]


def test_foster_carer_tells_of_the_child(reader: FactReader) -> None:
    roles = [
        fact.value
        for fact in reader.read("my foster lad is called Reece", TODAY)
        if fact.entity == "referrer_role"
    ]
    assert roles == ["carer"]
