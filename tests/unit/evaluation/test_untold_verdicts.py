"""A message counts as read too freely when it leaves an answer that nobody gave."""

from typing import Any

import pytest

from casework.message import Entity, Message
from evaluation.sets import Told
from evaluation.untold_verdicts import judge_untold
from evaluation.verdicts import Verdict

AGE = Entity("age", 8, role="child")


def judge(fields: dict[str, Any], *entities: Entity, text: str = "he is 8") -> Verdict:
    return judge_untold(Told(text=text, fields=fields), Message(text, entities=entities))


def test_message_that_leaves_only_what_it_tells_is_fine() -> None:
    assert judge({"child.age": 8}, AGE).outcome == "nothing more stored"


def test_parent_whose_child_signs_has_not_said_that_they_cannot_be_rung() -> None:
    no_calls = Entity("contact_ok", "no", role="call")
    verdict = judge({"child.age": 8}, AGE, no_calls, text="he is 8, we use makaton")
    assert verdict.outcome == "stored, not named"
    assert verdict.got == "contact.safe_to_call: False"


def test_fact_told_wrong_is_no_fact_that_was_not_told() -> None:
    assert judge({"child.age": 9}, AGE).outcome == "nothing more stored"


def test_message_that_tells_too_much_counts_once() -> None:
    verdict = judge({"plan": "final"}, AGE, Entity("postcode", "LS1 1UR"))
    assert verdict.outcome == "stored, not named"
    assert verdict.got == "child.age: 8, contact.postcode: LS1 1UR, council.gss: E08000035"


def test_reading_that_waits_for_a_yes_is_not_stored() -> None:
    unsure = Entity("age", 8, role="child", is_sure=False)
    assert judge({"plan": "final"}, unsure).outcome == "nothing more stored"


@pytest.mark.parametrize(
    ("fields", "entity"),
    [
        ({"dispute.kinds": ["refuse_assess"]}, Entity("dispute", "refuse_assess")),
        ({"dispute.sections": ["F"]}, Entity("section", "F")),
        ({"child.date_of_birth": "2018-03-01"}, Entity("date_of_birth", "2018-03-01", "child")),
        ({"decision.letter_date": "2026-10-08"}, Entity("date", "2026-10-08", role="decision")),
        ({"council.gss": "E08000035"}, Entity("council", "Leeds")),
        ({"interpreter.language.code": "pol"}, Entity("language", "pol")),
        ({"access.needs": ["hearing_loop"]}, Entity("access_need", "hearing_loop")),
    ],
)
def test_what_follows_from_a_fact_need_not_be_told(fields: dict[str, Any], entity: Entity) -> None:
    verdict = judge(fields, entity, text="it is so")
    assert (verdict.outcome, verdict.got) == ("nothing more stored", "no more")
