"""Whose a name is, where a message tells of more people than one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY, Heard


@pytest.mark.parametrize(
    ("words", "child", "writer"),
    [
        ("My son's name is Jack. I'm Laura", "Jack", "Laura"),
        ("his name is Jack and I'm Laura", "Jack", "Laura"),
        ("My daughter's name is Mia and she is 7. I'm Jo Smith", "Mia", "Jo Smith"),
        ("His name's Alfie. Im Gemma his mum", "Alfie", "Gemma"),
        ("Her name is Mia. Thanks, Jo", "Mia", "Jo"),
        ("Sam Marsh is my son im Jo", "Sam Marsh", "Jo"),
        ("His name is Jack. This is Laura, his mum", "Jack", "Laura"),
    ],
)
def test_parent_who_names_the_child_first_keeps_her_own_name(
    hear: Callable[[str], Heard], words: str, child: str, writer: str
) -> None:
    heard = hear(words)
    assert ("person_name", "child", child) in heard
    assert ("person_name", "self", writer) in heard
    assert all(entity != "several_children" for entity, *_ in heard)


@pytest.mark.parametrize(
    ("words", "child"),
    [
        ("his name is spelt wrong. It's Jack", "Jack"),
        ("his surname is wrong, it's Barker", "Barker"),
        ("her name is Mia, sorry it's Maya", "Maya"),
        ("Tom (8) and Ben (6), it's Ben", "Ben"),
        ("They refused to assess. I have Tom, 8 and Ben, 6 but it's Ben", "Ben"),
        ("My son Oscar has one already and it went fine but now it's Ned", "Ned"),
        ("foster carers for siblings Ava 9 and Joe 7. It's Joe", "Joe"),
        ("she used to be called Sophie, now it's Seb", "Seb"),
        ("he was called Lily but is now called Leo", "Leo"),
        ("he was called lily but now called leo", "Leo"),
        ("my boy was called lazy by his teacher. His name is Kai", "Kai"),
        ("I have three kids but it's Kai", "Kai"),
        ("she goes by Bella but her legal name is Isabella Reed", "Bella"),
    ],
)
def test_child_that_it_is_about_is_not_taken_for_the_writer(
    hear: Callable[[str], Heard], words: str, child: str
) -> None:
    names = [(role, value) for entity, role, value in hear(words) if entity == "person_name"]
    assert names == [("child", child)]


@pytest.mark.parametrize(
    "words",
    [
        "my son has a TA called Debbie",
        "he has a 1:1 called Sarah",
        "my son has a sister called Bella",
        "she has a twin called Isla",
        "he has a brother called Max who has a plan",
        "we have a new caseworker, his name is Ahmed",
        "the council's officer dealing with it, her name is Fiona Grant",
        "his dog is called Rex",
        "his real name is Kofi but everyone calls him KJ",
    ],
)
def test_name_of_a_helper_or_a_brother_is_nobodys_here(
    hear: Callable[[str], Heard], words: str
) -> None:
    assert all(entity != "person_name" for entity, *_ in hear(words))


@pytest.mark.parametrize(
    ("words", "child"),
    [
        ("I spoke to the SENCO. His name is Max and he is 7", "Max"),
        ("The headteacher agrees he needs help. He's called Max", "Max"),
        ("I'm his dad. He's called Max", "Max"),
        ("my daughter is a twin. She's called Isla", "Isla"),
        ("my son Leo has a TA called Jan", "Leo"),
        ("my brother's daughter, her name is Ella and she is 9", "Ella"),
        ("I'm a support worker for a young person called Leo, he is 17", "Leo"),
        ("I'm Alfie's Mum", "Alfie"),
        ("I am Jack's Nan and have an SGO for him. He's 10", "Jack"),
        ("This is Kian's Teacher", "Kian"),
    ],
)
def test_child_is_named_though_others_are_told_of(
    hear: Callable[[str], Heard], words: str, child: str
) -> None:
    names = [(role, value) for entity, role, value in hear(words) if entity == "person_name"]
    assert names == [("child", child)]


@pytest.mark.parametrize(
    "words",
    [
        "his birth name is Ewa Nowak",
        "her middle name is Jane",
        "his last name is different to mine its Hussain",
        "his proper name is Frederick",
        "My son's dad won't engage. He's called Gary",
        "I'm the social worker for Tyrese Brown",
    ],
)
def test_name_that_may_be_the_childs_is_asked_about_and_never_the_writers(
    reader: FactReader, words: str
) -> None:
    names = [fact for fact in reader.read(words, TODAY) if fact.entity == "person_name"]
    assert [(fact.role, fact.sure) for fact in names] == [("child", False)]


@pytest.mark.parametrize("words", ["it's Derby", "its Bury", "it's Bath", "not sure its Ware"])
def test_place_told_by_itself_is_no_name(hear: Callable[[str], Heard], words: str) -> None:
    assert [entity for entity, *_ in hear(words)] == ["council"]


@pytest.mark.parametrize("words", ["it's Kate", "Hi, it's Lincoln", "my last name is Hussain"])
def test_writer_who_says_who_it_is_is_heard(hear: Callable[[str], Heard], words: str) -> None:
    assert [role for _, role, _ in hear(words)] == ["self"]
