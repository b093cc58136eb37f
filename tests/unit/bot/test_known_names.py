from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY, Heard


@pytest.mark.parametrize(
    ("words", "role", "name"),
    [
        ("kid is marnie, 5, they said no", "child", "Marnie"),
        ("we fostered then adopted Callie two years back", "child", "Callie"),
        ("SON OSKAR 12. MUM LORNA.", "self", "Lorna"),
        ("no plan for him. Bethan is my name", "self", "Bethan"),
        ("she is Anwen, she's 7", "child", "Anwen"),
        ("Child is A.T., age 5", "child", "A.T."),
        ("It's about Iestyn's plan, they took the hours out", "child", "Iestyn"),
        ("I put his name wrong, it's Rhydian", "child", "Rhydian"),
        ("its for lily-mae shes nearly 6", "child", "Lily-Mae"),
        ("my name is june and i need help", "self", "June"),
        ("Miss K Bowring, Thornhill Academy. Pupil: Ed", "self", "Miss K Bowring"),
    ],
)
def test_known_first_name_needs_few_words_beside_it(
    words: str, role: str, name: str, hear: Callable[[str], Heard]
) -> None:
    heard = {(entity, whose, str(value).title()) for entity, whose, value in hear(words)}
    assert ("person_name", role, name.title()) in heard


@pytest.mark.parametrize(
    "words",
    [
        "his teacher is Gareth and he is useless",
        "my sister Paula has three kids",
        "St Agnes School said no",
        "Florence Street is where we live",
        "i hope 5 weeks is enough",
    ],
)
def test_name_of_somebody_else_is_nobodys_here(
    words: str, values: Callable[[str, str], set[str | int]]
) -> None:
    assert values(words, "person_name") == set()


def test_name_that_only_stands_there_is_asked_about(reader: FactReader) -> None:
    facts = reader.read("they won't amend it. devon. jowan, sixteen", TODAY)
    names = [fact for fact in facts if fact.entity == "person_name"]
    assert all(not name.sure for name in names)


def test_name_of_a_neighbour_is_not_the_childs(hear: Callable[[str], Heard]) -> None:
    heard = hear("This is for my neighbour. Her name is Olga Petrova, her son Maks is 6")
    assert ("person_name", "child", "Olga Petrova") not in heard
    assert ("age", "child", 6) in heard
