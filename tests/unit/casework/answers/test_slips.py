"""What parents really type, where a plain reading would go wrong."""

from __future__ import annotations

from typing import Any

import pytest

from casework.answers.name_words import clean_name
from tests.unit.casework.conversation.test_order import answer_everything
from tests.unit.casework.parents import Parent, fact


def at(question: str) -> Parent:
    """A parent who is being asked that question."""
    parent = Parent()
    parent.say(
        "mum of Mason, 9, stockport wont assess him",
        fact("referrer_role", "parent"),
        fact("council", "stockport"),
        fact("dispute", "refuse_assess"),
    )
    answers: dict[str, tuple[Any, ...]] = {
        "decision_date": ("16 october 2026", fact("date", "2026-10-16")),
        "route_wanted": ("mediation", fact("route", "mediation")),
        "name": ("Craig Sumner",),
        "child_name": ("Holly",),
        "child_age": ("8",),
        "phone": ("07700 900701", fact("phone", "+447700900701")),
        "consent": ("yes",),
        "share_with_council": ("yes",),
    }
    for _ in range(20):
        if parent.asked == question:
            return parent
        words, *facts = answers.get(parent.asked or "", ("no",))
        parent.say(words, *facts)
    raise AssertionError(question)


@pytest.mark.parametrize("words", ["?", "hmm", "...", "eh?"])
@pytest.mark.parametrize("question", ["consent", "share_with_council", "certificate_held"])
def test_a_sound_is_no_consent(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words, intent="affirm", confidence=0.95)
    assert parent.asked == question


@pytest.mark.parametrize("words", ["?", "hmm", "1"])
def test_a_sound_does_not_send_the_referral(words: str) -> None:
    outcome = at("summary").say(words, intent="affirm", confidence=0.95)
    assert not outcome.must_submit


def test_the_button_to_change_something_asks_what() -> None:
    parent = at("summary")
    parent.say("I want to change something")
    assert parent.asked == "change_what"
    parent.say("council", fact("referrer_role", "local_authority"))
    assert parent.asked == "council"
    assert parent.draft.referral.referrer.role == "parent"


@pytest.mark.parametrize("name", ["Tess Marlow", "Mark", "Charlie Bolton", "Hope"])
def test_a_name_that_is_also_a_town_is_a_name(name: str) -> None:
    parent = at("name")
    parent.say(name, fact("council", name.split()[-1]))
    assert parent.draft.referral.referrer.name == name
    assert parent.draft.referral.council.name == "Stockport"
    assert parent.asked == "child_name"


@pytest.mark.parametrize("initial", ["B", "F", "C", "I", "J"])
def test_an_initial_is_no_part_of_the_plan(initial: str) -> None:
    parent = at("child_name")
    parent.say(initial, fact("section", initial))
    assert parent.draft.referral.child.name == initial
    assert parent.draft.referral.dispute.sections == []


@pytest.mark.parametrize("typed", ["A.D.", "A D", "a.d", "J.B.M."])
def test_initials_are_kept_whole_though_half_of_them_was_heard_as_a_name(typed: str) -> None:
    parent = at("child_name")
    parent.say(typed, fact("person_name", typed[2:], role="child"))
    assert parent.draft.referral.child.name == typed.upper()


def test_a_letter_that_is_not_to_hand_is_still_a_letter() -> None:
    parent = at("decision_date")
    parent.say("I don't have it to hand")
    assert parent.draft.referral.decision.made is not False
    assert parent.asked == "certificate_held"


def test_a_number_for_texts_only_is_not_safe_to_ring() -> None:
    parent = at("phone")
    parent.say("07700900456 txt only pls", fact("phone", "+447700900456"))
    contact = parent.draft.referral.contact
    assert contact.safe_to_call is False
    assert contact.safe_to_text is True


@pytest.mark.parametrize(
    ("words", "age"), [("10 months", 0), ("18 months", 1), ("8", 8), ("eight", 8), ("he is 11", 11)]
)
def test_ages_are_years(words: str, age: int) -> None:
    parent = at("child_age")
    parent.say(words)
    assert parent.draft.referral.child.age == age


def test_a_school_year_is_no_age() -> None:
    parent = at("child_age")
    parent.say("year 6")
    assert parent.draft.referral.child.age is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ann Plan", "Ann Plan"),
        ("Rachel School", "Rachel School"),
        ("it's me, Kelly Oakley", "Kelly Oakley"),
        ("my name is spelled Tess Hartnall", "Tess Hartnall"),
        ("Ann (mum)", "Ann"),
        ("Nguy\u1ec5n Th\u1ecb", "Nguy\u1ec5n Th\u1ecb"),
        ("Jo \U0001f60a", "Jo"),
        ("Noah he is 6", "Noah"),
        ("Max (he's 7)", "Max"),
        ("Jack, 10", "Jack"),
        ("J.P.", "J.P."),
        ("the council refused", None),
        ("Nope", None),
        ("my son", None),
        ("<script>", None),
    ],
)
def test_names_are_read_as_people_write_them(typed: str, name: str | None) -> None:
    assert clean_name(typed) == name


def test_help_beside_the_school_is_more_than_the_school() -> None:
    parent = Parent()
    parent.say(
        "they named the wrong school and not enough help in it",
        fact("section", "I"),
        fact("dispute", "i_named_only", sure=False),
    )
    assert parent.draft.referral.dispute.sections == ["F", "I"]
    assert parent.draft.referral.requirement.certificate == "required"


def test_a_statement_on_a_topic_is_confirmed_as_the_dispute() -> None:
    parent = Parent()
    parent.say("mum, York", fact("referrer_role", "parent"), fact("council", "York"))
    parent.agree()
    assert parent.asked == "issue"
    parent.say("refused plan after assessment", intent="ask_refused_plan", confidence=0.7)
    assert parent.heard[-1] == "utter_confirm_issue"
    parent.say("yes", intent="affirm")
    assert parent.draft.progress.stated_kinds == ["refuse_plan"]


def test_changing_the_dispute_to_a_final_plan_changes_the_plan() -> None:
    parent = at("summary")
    parent.say("no, they refused to amend the plan", fact("dispute", "refuse_amend"))
    assert parent.draft.referral.plan == "final"


def test_a_withdrawn_referral_says_so() -> None:
    parent = at("name")
    answer_everything(parent)
    parent.say("yes", intent="affirm")
    parent.say("withdraw")
    handover = parent.draft.referral.handover
    assert handover.needed
    assert "consent_withdrawn" in handover.reasons
