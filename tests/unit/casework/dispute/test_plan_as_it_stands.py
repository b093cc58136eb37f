"""The plan as it stands now: a draft that was made final, and one that has not ended after all."""

from __future__ import annotations

import pytest

from casework.dispute.heard_right import heard_right
from casework.dispute.topic_that_fits import topic_that_fits
from casework.referral.draft import Draft
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact, said

DRAFT = (fact("plan_status", "draft"), fact("dispute", "draft_plan"))


def status_heard(words: str, draft: Draft | None = None) -> str:
    found = heard_right(said(words, *DRAFT), draft or Draft()).first("plan_status")
    assert found is not None
    return str(found.value)


@pytest.mark.parametrize(
    "words",
    [
        "he's got a draft plan, we said no to the school but they finalised it anyway",
        "the draft was bad and they finalised it with no changes",
        "they finalised the draft without my comments",
        "it was a draft but it's final now",
        "it was a draft but now it's final",
        "draft in august and then they sent the final plan",
    ],
)
def test_draft_that_was_made_final_is_a_final_plan(words: str) -> None:
    assert status_heard(words) == "final"


@pytest.mark.parametrize(
    "words",
    [
        "we have a draft, they haven't finalised it",
        "draft plan, waiting for it to be finalised",
        "it will be finalised next week",
        "they want to finalise the draft",
        "it's a draft not the final plan",
        "draft until it is finalised",
    ],
)
def test_draft_that_waits_to_be_final_is_a_draft(words: str) -> None:
    assert status_heard(words) == "draft"


@pytest.mark.parametrize(
    "words",
    [
        "we want specialist, they say mainstream. not finalised yet",
        "the plan isnt final yet but section F is wrong",
        "its not finalised yet, they named the wrong school",
    ],
)
def test_plan_that_is_not_final_yet_is_a_draft(words: str) -> None:
    heard = heard_right(said(words, fact("dispute", "i_named_only")), Draft())
    status = heard.first("plan_status")
    assert status is not None and status.value == "draft"


@pytest.mark.parametrize(
    "words",
    [
        "the assessment is not finalised yet",
        "they havent finalised the school",
        "not the final one",
    ],
)
def test_what_else_is_not_final_tells_of_no_draft(words: str) -> None:
    assert heard_right(said(words), Draft()).first("plan_status") is None


def ended() -> Parent:
    parent = Parent()
    parent.say(
        "mum of Mia, 14, kent ended her plan",
        fact("referrer_role", "parent"),
        fact("council", "kent"),
        fact("dispute", "cease_plan"),
        fact("plan_status", "ended"),
    )
    parent.agree()
    assert parent.draft.referral.plan == "ended"
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "it hasn't ended",
        "actually they havent ended it yet",
        "no still got one, they want to end it",
        "we still have the plan",
        "they only want to stop it",
        "it's still running",
        "no he has got a plan, its just the help in it thats wrong",
    ],
)
def test_plan_that_has_not_ended_is_no_longer_called_so(words: str) -> None:
    parent = ended()
    parent.say(words)
    waiting = parent.draft.progress.unconfirmed
    is_asked = waiting is not None and waiting.value == "final"
    assert parent.draft.referral.plan == "final" or is_asked


@pytest.mark.parametrize(
    "words", ["it has ended", "the school still has no help", "the OT hasn't stopped", "still here"]
)
def test_plan_that_ended_stays_so(words: str) -> None:
    parent = ended()
    parent.say(words)
    assert parent.draft.referral.plan == "ended"
    waiting = parent.draft.progress.unconfirmed
    assert waiting is None or waiting.field != "plan"


def test_final_plan_after_a_refusal_asks_what_it_is_about_and_for_its_own_letter() -> None:
    parent = at("summary")
    parent.say("the plan is final now", fact("plan_status", "final"))
    assert parent.asked == "issue"
    assert parent.draft.progress.stated_kinds == []
    assert parent.draft.referral.decision.letter_date is None


FINAL = fact("plan_status", "final")


@pytest.mark.parametrize(
    "words", ["I'd like help with a plan", "can this go in the plan", "we want a plan for him"]
)
def test_plan_spoken_of_in_passing_leaves_a_refusal_and_its_letter(words: str) -> None:
    parent = at("summary")
    before = parent.draft.referral.decision
    parent.say(words, FINAL)
    assert parent.draft.referral.plan == "none"
    assert parent.draft.progress.stated_kinds == ["refuse_assess"]
    assert parent.draft.referral.decision == before
    assert parent.draft.progress.unconfirmed is None


@pytest.mark.parametrize(
    "words", ["hes got an ehcp since 2021 it was never any good", "his ehcp came last year"]
)
def test_plan_told_after_a_refusal_is_asked_about_and_nothing_is_lost(words: str) -> None:
    parent = at("summary")
    before = parent.draft.referral.decision
    parent.say(words, FINAL)
    assert parent.asked == "plan"
    assert parent.draft.referral.decision == before
    parent.say("no")
    assert parent.draft.progress.stated_kinds == ["refuse_assess"]
    assert parent.draft.referral.decision == before


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("he HAS a plan, nobody refused one", ()),
        ("actually he already has an ehcp", ()),
        ("hes got an ehcp since 2021", ("yes",)),
    ],
)
def test_plan_that_is_there_asks_whose_letter_the_day_was(
    words: str, answers: tuple[str, ...]
) -> None:
    parent = at("summary")
    day = parent.draft.referral.decision.letter_date
    parent.say(words, FINAL)
    for answer in answers:
        parent.say(answer)
    assert parent.draft.referral.plan == "final"
    assert parent.draft.progress.stated_kinds == []
    waiting = [*parent.draft.progress.to_confirm, parent.draft.progress.unconfirmed]
    told = [one.value for one in waiting if one is not None and one.field == "decision_date"]
    assert day is not None and told == [day.isoformat()]


@pytest.mark.parametrize(
    ("topic", "words", "entities", "answer"),
    [
        ("plan_needs_or_help_wrong", "the draft plan is rubbish", DRAFT, "draft_plan"),
        ("draft_plan", "draft was bad and they finalised it", DRAFT, "plan_needs_or_help_wrong"),
        (
            "no_plan_school_help",
            "school won't apply for an EHCP",
            (fact("dispute", "refuse_assess", sure=False),),
            "no_plan_school_help",
        ),
        ("refused_assessment", "the senco isn't asking for one", (), "no_plan_school_help"),
        ("refused_assessment", "the council won't assess", (), "refused_assessment"),
        ("school_only", "the plan is fine, they just dont do the OT", (), "help_not_given"),
    ],
)
def test_question_is_answered_by_the_plan_as_it_stands(
    topic: str, words: str, entities: tuple[object, ...], answer: str
) -> None:
    assert topic_that_fits(topic, said(words, *entities), Draft()) == answer  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words",
    [
        "hes got a plan but its not been changed since 2021, loads out of date",
        "the plan was never updated",
    ],
)
def test_plan_that_was_not_changed_for_years_is_asked_about_as_a_late_review(words: str) -> None:
    heard = heard_right(said(words, fact("dispute", "not_delivered")), Draft())
    told = heard.first("dispute")
    assert told is not None and (told.value, told.is_sure) == ("annual_review_late", False)


def test_help_that_was_not_given_is_no_late_review() -> None:
    words = "the plan was never reviewed and they dont give him the hours"
    heard = heard_right(said(words, fact("dispute", "not_delivered")), Draft())
    assert heard.first("dispute") == fact("dispute", "not_delivered")


@pytest.mark.parametrize(("plan", "left"), [("ended", 0), ("final", 0), ("none", 2)])
def test_refusals_that_exclude_the_plan_are_not_asked_about(plan: str, left: int) -> None:
    guesses = [fact("dispute", kind, sure=False) for kind in ("refuse_assess", "refuse_plan")]
    heard = heard_right(
        said("they cant meet his needs no more", fact("plan_status", plan), *guesses), Draft()
    )
    assert len(heard.all_of("dispute")) == left
