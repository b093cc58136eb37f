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


@pytest.mark.parametrize(
    "words",
    [
        "They refused my son. He's always hitting his 5 year old sister",
        "They refused my son. My 16 year old daughter is translating for me",
        "my son shares a room with his 3 year old brother",
        "he is out of school. I also have a 2 year old at home",
        "I have a toddler aged 2 as well",
        "I have another son who is 4",
        "Leeds. my 20 year old sister helps me",
        "he attacked a 6 year old girl at school",
        "he's bullied by 15 year olds",
        "a boy in his class aged 9 got one",
        "his brother is called Kian and he is 15",
        "my eldest is 18 and had a plan, this is my youngest",
    ],
)
def test_age_of_another_child_is_not_the_childs(hear: Callable[[str], Heard], words: str) -> None:
    assert not {fact for fact in hear(words) if fact[0] == "age"}


@pytest.mark.parametrize(
    "words",
    [
        "he has the understanding of a 3 year old",
        "he is working at a 4 year old level",
        "He reads at the level of a 6 year old and they want him in mainstream",
        "He still wears nappies like a 2 year old",
        "he is size of a 9 year old",
        "she has a mental age of 4",
        "emotionally she's only 5",
        "his speech is that of a 2 year old",
    ],
)
def test_level_a_child_works_at_is_not_their_age(hear: Callable[[str], Heard], words: str) -> None:
    assert not {fact for fact in hear(words) if fact[0] == "age"}


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("mentally he's like a 4 year old, he is 11", 11),
        ("his reading age is 6, he's 13", 13),
        ("He is 13 years old with a reading age of 6", 13),
        ("He is 7 but the size of an 11 year old", 7),
        ("My son is 14 but is at the level of a 5 year old", 14),
        ("he is 8 and hits his 5 year old sister", 8),
        ("my son is 9. I have a 3 year old too", 9),
        ("I look after my grandson who is 9", 9),
        ("looking after my granddaughter who is 9", 9),
        ("he still can't read at 9", 9),
        ("The little one I mind is 3", 3),
        ("my 12 year old brother has no plan", 12),
        ("mum to two 9 year olds", 9),
        ("I have a 9 year old with adhd", 9),
        ("I have a 12 year old at home with no school place", 12),
        ("we have a 9 year old too poorly for school", 9),
        ("my 7 year old boy is fine at home but not at school", 7),
        ("Ward manager writing about a 16-year-old inpatient", 16),
        ("it's for my 15 year old brother who I look after", 15),
    ],
)
def test_childs_own_age_is_kept_beside_others(reader: FactReader, words: str, age: int) -> None:
    facts = reader.read(words, TODAY)
    assert [(fact.value, fact.sure) for fact in facts if fact.entity == "age"] == [(age, True)]
    assert not any(fact.entity == "several_children" for fact in facts)


def test_daughters_age_beside_a_son_is_asked_about(reader: FactReader) -> None:
    words = "I have a 14 year old daughter and my son has been refused"
    ages = [fact for fact in reader.read(words, TODAY) if fact.entity == "age"]
    assert [fact.sure for fact in ages] == [False]
