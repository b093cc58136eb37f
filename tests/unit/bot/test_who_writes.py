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


def roles_of(reader: FactReader, words: str) -> set[tuple[str | int, bool]]:
    facts = reader.read(words, TODAY)
    return {(fact.value, fact.sure) for fact in facts if fact.entity == "referrer_role"}


@pytest.mark.parametrize(
    "words",
    [
        "I'm a nurse and my son Joe was refused an assessment by Leeds",
        "im a teaching assistant and they refused to assess my daughter",
        "I'm a teacher so I know how this works. My son Joe was refused",
        "I'm a TA at his school. My son is in year 2",
        "As a teacher and a parent I'm appalled. My son is 10",
        "I work as a SENCO and my own daughter has been refused",
        "my son is a student at Oak school and I'm a nurse",
        "hi im a carer for my son",
        "I'm a full-time carer for my disabled son Ryan",
        "I'm a carer for my 2 autistic kids",
        "I'm her carer, she's my daughter",
        "I'm an advocate for my son",
        "Teaching assistant. My own boy is who this is about",
        "his parent carer",
    ],
)
def test_parent_with_a_job_or_who_cares_full_time_is_a_parent(
    reader: FactReader, words: str
) -> None:
    assert roles_of(reader, words) == {("parent", True)}


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("I'm the SENCO at Oakfield. Mum has asked me to write", "school"),
        ("I'm a SENCO, mum says my son was refused", "school"),
        ("SENCO here, our boy in year 2", "school"),
        ("I am the head. My boy in year 5 was refused an assessment", "school"),
        ("I'm an advocate for a young man", "other_professional"),
        ("I'm a foster carer for my foster son", "carer"),
        ("I'm a carer for my grandson", "carer"),
        ("I'm a carer for my son's friend", "carer"),
        ("carer for my cousin son Divine", "carer"),
        ("carer for my sisters son", "carer"),
        ("Nan here, it's about my daughter's son", "carer"),
    ],
)
def test_who_writes_at_work_or_for_another_child_is_no_parent(
    reader: FactReader, words: str, role: str
) -> None:
    assert roles_of(reader, words) == {(role, True)}


@pytest.mark.parametrize(
    "words",
    [
        "I'm writing about my daughter's son",
        "my sons little girl, she's 6",
        "my daughter can't cope so I have her little boy",
        "It's about Amelia. Her mum is my daughter.",
        "my daughter asked me to write this for her son",
        "my daughter has 2 boys and I have both of them",
    ],
)
def test_who_tells_of_a_grandchild_is_asked_who_they_are(reader: FactReader, words: str) -> None:
    assert roles_of(reader, words) == {("carer", False)}


@pytest.mark.parametrize(
    "words",
    [
        "my daughters EHCP was refused",
        "my daughter's childminder",
        "my son's girlfriend",
        "my daughters little brother has a plan",
        "my daughter's child psychologist",
    ],
)
def test_what_belongs_to_a_daughter_makes_no_grandparent(reader: FactReader, words: str) -> None:
    assert roles_of(reader, words) == {("parent", True)}


def test_mum_of_somebody_with_a_job_is_asked_who_she_is(reader: FactReader) -> None:
    words = "Mum to Alfie 7. I'm a teaching assistant so finish at 3.15"
    assert roles_of(reader, words) == {("parent", False), ("school", False)}
