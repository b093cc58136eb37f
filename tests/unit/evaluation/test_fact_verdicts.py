"""A fact counts by what would be stored, or read back to the parent before it is."""

from typing import Any

import pytest

from casework.message import Entity, Message
from evaluation.fact_verdicts import judge_facts
from evaluation.sets import Told


def outcome(path: str, expected: Any, *entities: Entity, text: str = "my child") -> str:
    told = Told(text=text, fields={path: expected})
    (verdict,) = judge_facts(told, Message(text, entities=entities))
    return verdict.outcome


def age(value: int, *, is_sure: bool = True) -> Entity:
    return Entity("age", value, role="child", is_sure=is_sure)


def test_fact_that_is_stored_is_right() -> None:
    assert outcome("child.age", 9, age(9)) == "right"


def test_fact_that_waits_for_a_yes_is_right_too() -> None:
    assert outcome("child.age", 9, age(9, is_sure=False)) == "right, to be confirmed"


def test_wrong_reading_that_waits_for_a_yes_is_told_apart() -> None:
    assert outcome("child.age", 9, age(8, is_sure=False)) == "wrong, to be confirmed"


def test_another_value_that_is_stored_unasked_is_wrong() -> None:
    assert outcome("child.age", 9, age(8)) == "wrong, unconfirmed"


def test_fact_that_nothing_was_made_of_is_missed() -> None:
    assert outcome("child.age", 9) == "missed"


@pytest.mark.parametrize(
    ("entities", "expected"), [((), "right"), ((age(9),), "wrong, unconfirmed")]
)
def test_what_is_expected_to_be_left_out_is_right_when_it_is(
    entities: tuple[Entity, ...], expected: str
) -> None:
    assert outcome("child.age", None, *entities) == expected


def test_what_follows_from_an_answer_counts_as_well() -> None:
    refused = Entity("dispute", "refuse_assess")
    assert outcome("dispute.kinds", {"has_any": ["refuse_assess"]}, refused) == "right"
    assert outcome("plan", "none", refused) == "right"


def test_every_field_of_a_message_has_a_verdict_of_its_own() -> None:
    told = Told(text="9, Leeds", fields={"child.age": 9, "council.gss": "E08000035"})
    verdicts = list(judge_facts(told, Message(told.text, entities=(age(9),))))
    assert [verdict.outcome for verdict in verdicts] == ["right", "missed"]
    assert verdicts[0].heard == "age (child): 9"
