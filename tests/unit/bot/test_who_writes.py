"""Who writes and whether the family lets them, however they put it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY

Values = Callable[[str, str], set[str | int]]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Deputy SENCO, Hill Top Infants. Pupil is six", "school"),
        ("I teach him at the primary school and we are worried", "school"),
        ("I run the nurture room at an infant school", "school"),
        ("there is a boy in my form who needs help", "school"),
        ("I'm a childminder and I look after a little girl of 3", "other_professional"),
        ("We act for the family of a boy of 12", "other_professional"),
        ("this is Amara Lowe from SENDIASS about a lad of 9", "sendiass"),
        ("I am a plan coordinator at the council", "local_authority"),
        ("worn out mum here, please help", "parent"),
        ("step dad here, he is nine", "parent"),
        ("Stepmum to a girl of 11", "parent"),
        ("foster mum to a boy of 6", "carer"),
        ("grandparents raising a little one of 3", "carer"),
        ("he's 9 and I've looked after him since his mum died", "carer"),
        ("Robin. 18. it's my plan they are stopping", "young_person"),
    ],
)
def test_writer_says_who_they_are(words: str, role: str, values: Values) -> None:
    assert values(words, "referrer_role") == {role}


@pytest.mark.parametrize(
    "words",
    [
        "his teacher and I fell out",
        "I am absolutely livid with the council",
        "the social worker said no",
        "I teach her at home now",
    ],
)
def test_professional_spoken_of_is_not_the_writer(words: str, values: Values) -> None:
    assert not values(words, "referrer_role") & {"school", "local_authority", "other_professional"}


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("School nurse here. Dad knows that I am writing and is happy for me to", "yes"),
        ("I'm a tutor, contacting you with the full agreement of the mother", "yes"),
        ("We act for the parents and hold their signed authority", "yes"),
        ("Health visitor. I have not spoken to the mum yet about referring", "no"),
        ("Teaching assistant at a school, the parents are unaware of this", "no"),
    ],
)
def test_permission_told_in_passing_is_confirmed(
    words: str, given: str, reader: FactReader
) -> None:
    heard = [fact for fact in reader.read(words, TODAY) if fact.entity == "permission"]
    assert [fact.value for fact in heard] == [given]


def test_parent_gives_no_permission_for_themselves(values: Values) -> None:
    assert values("I'm his mum and my husband agreed that I write", "permission") == set()


def test_plan_that_the_family_agreed_to_is_no_permission(values: Values) -> None:
    assert values("SENCO here. The parents agreed to the plan", "permission") == set()


@pytest.mark.parametrize(
    "words",
    ["Mum and main carer", "im his mum and full time carer", "Dad/carer", "mother & carer"],
)
def test_parent_who_is_the_carer_too_is_the_parent(words: str, reader: FactReader) -> None:
    roles = [(f.value, f.sure) for f in reader.read(words, TODAY) if f.entity == "referrer_role"]
    assert roles == [("parent", True)]


def test_mum_who_is_told_of_is_not_the_writer(values: Values) -> None:
    assert values("his mum and carer agreed that I write. I'm the senco", "referrer_role") == {
        "school"
    }
