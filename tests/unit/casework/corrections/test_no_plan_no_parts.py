"""Where there is no plan, no part of one is made up, and one that was can be taken out."""

from __future__ import annotations

import pytest

from casework.message import Entity
from casework.referral.record import PlanStatus
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent


def respite(words: str) -> Entity:
    """The part H that the word respite reminds of."""
    start = words.index("respite")
    return Entity("section", "H", start=start, end=start + len("respite"))


@pytest.mark.parametrize("question", ["route_wanted", "access_needs", "summary"])
def test_respite_is_no_part_of_a_plan_that_is_not_there(question: str) -> None:
    parent = at(question)
    assert parent.draft.referral.plan == "none"
    words = "and we need respite so not 5-7 december"
    parent.say(words, respite(words))
    assert parent.draft.referral.dispute.sections == []


def with_a_part_made_up(plan: PlanStatus = "none") -> Parent:
    """A parent at the review, without a plan and with a part of one that nobody told of."""
    parent = at("summary")
    parent.draft.referral.dispute.sections = ["H"]
    parent.draft.referral.plan = plan
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "there is no plan",
        "we dont have a plan so no parts",
        "he hasn't got an EHCP, H is wrong",
        "none of the parts, he has no plan",
        "H is wrong",
        "take H off",
        "not H",
        "why is H on there, there's no plan",
        "no sections please",
        "remove section H",
    ],
)
def test_parent_can_take_out_a_part_of_a_plan_that_is_not_there(words: str) -> None:
    parent = with_a_part_made_up()
    parent.say(words)
    assert parent.draft.referral.dispute.sections == []
    assert parent.draft.progress.stated_kinds == ["refuse_assess"]
    assert (parent.heard[0], parent.asked) == ("utter_part_left_out", "summary")


@pytest.mark.parametrize("words", ["none", "none of them", "no", "nothing", "there is no plan"])
def test_which_parts_can_be_answered_with_none(words: str) -> None:
    parent = with_a_part_made_up()
    parent.say("parts of the plan")
    assert parent.asked == "sections"
    parent.say(words, intent="deny")
    assert parent.draft.referral.dispute.sections == []
    assert parent.asked == "summary"


@pytest.mark.parametrize("words", ["H is wrong", "there is no help in it", "plan is wrong"])
def test_parts_of_a_plan_that_is_there_stay(words: str) -> None:
    parent = with_a_part_made_up("final")
    parent.say(words)
    assert parent.draft.referral.dispute.sections == ["H"]
