"""A parent says what it is not about: the decision that was read wrongly is put right."""

from __future__ import annotations

import pytest

from casework.dispute.kinds_denied import kinds_denied, kinds_named, only_kind
from casework.message import Entity
from casework.referral.summary import summary_fields
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


def at_the_review(*kinds: str) -> Parent:
    """A parent at the review whose referral is about these kinds."""
    parent = at("summary")
    parent.draft.progress.stated_kinds = list(kinds)
    return parent


def told(words: str, *facts: Entity) -> Parent:
    """A parent who said this of a referral about a plan and an assessment that were refused."""
    parent = at_the_review("refuse_plan", "refuse_assess")
    number = summary_fields(parent.draft).index("issue") + 1
    parent.say(words.format(number=number), *facts)
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "{number} wrong. refuse plan not refuse assess",
        "take away refuse assess",
        "please take off refused to assess",
        "can you remove the refused to assess",
        "its not refused to assess",
        "{number}: refused a plan only",
        "{number} refused a plan only",
        "its only refused a plan",
        "refused a plan, not refused to assess",
        "no not refused to assess its refused a plan",
        "{number} should be refused a plan",
        "{number}: refused a plan",
        "drop refused to assess",
    ],
)
def test_parent_can_take_away_a_decision_that_was_not_made(words: str) -> None:
    parent = told(words, fact("dispute", "refuse_plan"))
    assert parent.draft.progress.stated_kinds == ["refuse_plan"]
    assert (parent.heard[0], parent.asked) == ("utter_changed", "summary")


def test_parent_who_denies_the_only_decision_names_the_right_one() -> None:
    parent = at_the_review("refuse_assess")
    parent.say("refuse plan not refuse assess", fact("dispute", "refuse_assess"))
    assert parent.draft.progress.stated_kinds == ["refuse_plan"]


def test_what_is_heard_beside_a_denial_is_asked_about() -> None:
    parent = at_the_review("refuse_assess")
    parent.say(
        "wrong. assessment DONE. no plan after. not refuse assess",
        fact("plan_status", "none", sure=False),
        fact("dispute", "refuse_plan", sure=False),
        fact("dispute", "refuse_assess", sure=False),
    )
    waiting = parent.draft.progress.unconfirmed
    assert waiting is not None
    assert (waiting.field, waiting.value) == ("issue", ["refuse_plan"])
    parent.say("yes", intent="affirm")
    assert parent.draft.progress.stated_kinds == ["refuse_plan"]


def test_parent_who_denies_the_only_decision_is_asked_what_it_is() -> None:
    parent = at_the_review("refuse_assess")
    parent.say("its not refused to assess")
    assert parent.asked == "issue"


def test_one_of_two_readings_can_be_denied() -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.agree()
    parent.say("mum", fact("referrer_role", "parent"))
    parent.say("stockport", fact("council", "stockport"))
    assert parent.asked == "issue"
    parent.say(
        "they look then say no",
        fact("dispute", "refuse_plan", sure=False),
        fact("dispute", "refuse_assess", sure=False),
    )
    parent.say("refuse plan not refuse assess", fact("dispute", "refuse_assess"))
    assert parent.draft.progress.stated_kinds == ["refuse_plan"]
    assert parent.asked == "decision_date"


def test_school_transport_can_be_taken_off() -> None:
    parent = at_the_review("refuse_plan", "transport")
    parent.say("take off school transport", fact("dispute", "transport"))
    assert parent.draft.progress.stated_kinds == ["refuse_plan"]


def test_who_the_dispute_is_with_stays() -> None:
    parent = at_the_review("refuse_plan", "refuse_assess", "parents_disagree")
    parent.say("its only refused a plan")
    assert parent.draft.progress.stated_kinds == ["refuse_plan", "parents_disagree"]


@pytest.mark.parametrize(
    "words",
    [
        "why did they not refuse to assess sooner?",
        "they have just refused a plan",
        "the council says its not refusing a plan",
        "did they not refuse to assess?",
        "they refused to assess, not even a letter",
        "not only refused a plan",
        "its not refused to assess only",
        "the plan is not right",
        "he takes transport off peak",
        "we do not have transport money",
    ],
)
def test_what_denies_no_kind_takes_nothing_away(words: str) -> None:
    assert not kinds_denied(words)
    assert only_kind(words) is None


def test_kinds_are_known_by_their_names() -> None:
    assert kinds_named("refused a plan, and school transport") == ("refuse_plan", "transport")
    assert kinds_named("they refuse to assess him again") == ("refuse_reassess",)
