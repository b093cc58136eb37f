from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY, Heard


@pytest.mark.parametrize(
    ("words", "role", "name"),
    [
        ("hello, Bernadette Kuhn here, my boy needs help", "self", "Bernadette Kuhn"),
        ("my name is yusuf ali", "self", "Yusuf Ali"),
        ("I'm Sol Hartley from a charity", "self", "Sol Hartley"),
        ("Name Anjali Rao, child Dev (4)", "self", "Anjali Rao"),
        ("Mother Inês Carvalho, Lambeth", "self", "Inês Carvalho"),
        ("Thanks, Marguerite O'Dowd", "self", "Marguerite O'Dowd"),
        ("Mrs Khan. I am the SENCO", "self", "Mrs Khan"),
        ("my boy Mason is 9", "child", "Mason"),
        ("my daughter amal is 8", "child", "Amal"),
        ("child's name is Oluwaseun Adeyemi-Clarke", "child", "Oluwaseun Adeyemi-Clarke"),
        ("Pupil T.B. aged 6", "child", "T.B."),
        ("My daughter Grace has autism", "child", "Grace"),
        ("our Arlo, 5", "child", "Arlo"),
        ("kid = Skye, 10", "child", "Skye"),
        ("it is for Scarlett who is 12", "child", "Scarlett"),
        ("my neighbour Trish will sit with me", "supporter", "Trish"),
    ],
)
def test_names_are_heard_with_whose_they_are(
    words: str, role: str, name: str, hear: Callable[[str], Heard]
) -> None:
    assert ("person_name", role, name) in hear(words)


@pytest.mark.parametrize(
    "words",
    [
        "I'm a mum",
        "im 18 and worried",
        "im dad",
        "I'm Polish",
        "my son needs help",
        "MY SON HAS BEEN REFUSED",
        "his teacher Miss Green said no",
        "my name is on the letter",
        "how long have i to call mediation",
        "Bedford Borough",
        "Final Plan",
    ],
)
def test_ordinary_words_are_no_names(
    words: str, values: Callable[[str, str], set[str | int]]
) -> None:
    assert values(words, "person_name") == set()


@pytest.mark.parametrize(
    ("words", "role", "age"),
    [
        ("my lad 8", "child", 8),
        ("daughter Jess whos nineteen", "child", 19),
        ("child Aaron almost 6", "child", 5),
        ("oh hang on he turned 13 on tuesday", "child", 13),
        ("Connor 13, Manchester", "child", 13),
        ("my 9yo", "child", 9),
        ("ten year old boy", "child", 10),
        ("no she's 9", "child", 9),
        ("hes one", "child", 1),
        ("my boy is one", "child", 1),
        ("levi hes 15", "child", 15),
        ("im 18 and its my plan", "self", 18),
    ],
)
def test_ages_are_heard(words: str, role: str, age: int, hear: Callable[[str], Heard]) -> None:
    assert ("age", role, age) in hear(words)


@pytest.mark.parametrize(
    "words",
    [
        "hes in year 7",
        "we waited 3 weeks",
        "he needs 30 hours",
        "when he was 5 he had help",
        "he is two years behind",
        "he has been 8 years at this school",
        "my child 3 weeks ago",
        "yes she has one",
        "my son has 1",
        "my daughter is one of three",
        "our son got one",
    ],
)
def test_spans_of_time_and_school_years_are_no_ages(
    words: str, values: Callable[[str, str], set[str | int]]
) -> None:
    assert values(words, "age") == set()


@pytest.mark.parametrize("words", ["levi hes 15", "levi, she is 15", "levi he's 15"])
def test_first_name_before_he_and_an_age_is_surely_the_childs(
    words: str, reader: FactReader
) -> None:
    (name,) = [fact for fact in reader.read(words, TODAY) if fact.entity == "person_name"]
    assert (name.role, name.value, name.sure) == ("child", "Levi", True)
