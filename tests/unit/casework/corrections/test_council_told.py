"""A no to telling the council counts whenever it is said."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact

NO = "actually dont tell the council yet, my wife wants to think about it"


def may_be_told(parent: Parent) -> bool | None:
    return parent.draft.referral.consent.share_with_council.given


@pytest.mark.parametrize("question", ["route_wanted", "name", "phone", "summary"])
def test_parent_can_take_the_yes_back_at_any_question(question: str) -> None:
    parent = at(question)
    outcome = parent.say(NO)
    assert may_be_told(parent) is False
    assert [one.given for one in outcome.consents] == [False]
    assert parent.heard[0] == "utter_council_not_told"
    assert parent.asked == question
    assert NO in str(parent.draft.referral.dispute.in_own_words)


def test_parent_who_sends_without_telling_the_council_reads_it_once_more() -> None:
    parent = at("summary")
    outcome = parent.say("yes send it but dont tell the council")
    assert may_be_told(parent) is False
    assert not outcome.must_submit


def test_no_after_sending_is_looked_at_at_once() -> None:
    parent = at("summary")
    parent.say("yes", intent="affirm")
    outcome = parent.say(
        "Yes: my daughter Grace is in hospital, please do not tell the council.",
        fact("person_name", "Grace", "child"),
    )
    assert may_be_told(parent) is False
    assert [one.priority for one in outcome.handovers if one.priority == "urgent"]
    assert parent.draft.referral.child.name == "Holly"


def test_parent_can_say_later_that_the_council_may_be_told() -> None:
    parent = at("summary")
    parent.say(NO)
    parent.say("you can tell the council now")
    assert may_be_told(parent) is True
    assert parent.asked == "summary"
