"""A parent says what it is not about: the decision that was read wrongly is put right."""

from __future__ import annotations

import pytest

from casework.dispute.kinds_denied import kinds_denied, kinds_named, only_kind
from casework.message import Entity
from casework.referral.fields import put
from casework.referral.summary import summary_fields
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, Parent, fact


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
    assert parent.outcome is not None
    told = next(said for said in parent.outcome.says if said.response == "utter_changed")
    assert told.values["value"] == "not refused to assess"


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


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("9 not late, just wont change the plan", {"annual_review_late", "no_decision"}),
        ("the review wasnt late, they said no", {"annual_review_late", "no_decision"}),
        ("it isn't overdue", {"annual_review_late", "no_decision"}),
        ("hes not in care!! hes my son", {"looked_after"}),
        ("remove child in care", {"looked_after"}),
        ("she isn't a looked after child", {"looked_after"}),
        ("we are not foster carers", {"looked_after"}),
        ("nobody refused a plan", {"refuse_plan"}),
        ("no one has ever refused to assess him", {"refuse_assess"}),
        ("its not late any more", set()),
        ("is he in care?", set()),
        ("he was in foster care", set()),
        ("not in a care home", set()),
        ("he is not in the care of his dad", set()),
        ("why is it not late", set()),
        ("the school say he is not looked after", set()),
    ],
)
def test_kind_denied_in_other_words_is_heard(words: str, denied: set[str]) -> None:
    assert kinds_denied(words) == denied


@pytest.mark.parametrize(
    "words", ["not late, just wont change the plan", "9 not late", "the review was not late"]
)
def test_parent_can_say_at_the_review_that_it_was_not_late(words: str) -> None:
    parent = at("summary")
    put(parent.draft, "issue", ["annual_review_late", "refuse_amend"], today=TODAY)
    parent.say(words, fact("dispute", "annual_review_late"))
    assert parent.draft.progress.stated_kinds == ["refuse_amend"]


@pytest.mark.parametrize(
    "words", ["hes not in care!! hes my son. take that off", "take off child in care"]
)
def test_parent_can_take_off_that_the_child_is_in_care(words: str) -> None:
    parent = at("summary")
    put(parent.draft, "issue", ["refuse_assess", "looked_after"], today=TODAY)
    parent.say(words, fact("dispute", "looked_after"))
    assert parent.draft.progress.stated_kinds == ["refuse_assess"]
