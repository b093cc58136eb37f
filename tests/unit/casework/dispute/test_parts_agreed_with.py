"""Parents who agree with parts of the plan, or say that only one of them is wrong."""

from __future__ import annotations

import pytest

from casework.dispute.parts_denied import parts_alone, parts_denied
from tests.unit.casework.corrections.test_parts_taken_away import disputing
from tests.unit.casework.parents import Parent, fact

B_AND_F = (
    fact("section", "B"),
    fact("section", "F"),
    fact("dispute", "section_b"),
    fact("dispute", "section_f"),
)


@pytest.mark.parametrize(
    "words",
    [
        "We agree with B and F",
        "No! We agree with B and F. Only I.",
        "we are happy with sections B and F",
        "i'm ok with B and F",
        "I agree with section B, F",
        "B and F are fine",
        "we're content with B and F",
        "fine with B & F",
        "nothing wrong with B and F",
        "satisfied with section B and section F",
    ],
)
def test_parts_that_a_family_agrees_with_are_not_in_dispute(words: str) -> None:
    assert parts_denied(words) == {"B", "F"}
    parent = disputing("B", "F", "I")
    parent.say(words, *B_AND_F)
    assert parent.draft.referral.dispute.sections == ["I"]


@pytest.mark.parametrize(
    "words",
    [
        "we don't agree with B and F",
        "I'm not really happy with section F",
        "they agree with B and F but we dont",
        "do you agree with B?",
        "unhappy with section B",
        "we cannot agree with F",
        "never been satisfied with section F",
        "we disagree with B",
        "it is hard to be happy with section F",
    ],
)
def test_parts_that_a_family_does_not_agree_with_stay_in_dispute(words: str) -> None:
    assert parts_denied(words) == frozenset()


def test_parent_who_agrees_with_b_and_f_at_once_is_asked_only_about_the_school() -> None:
    parent = Parent()
    parent.say(
        "they put mainstream in section I. We agree with B and F.",
        fact("plan_status", "final"),
        fact("section", "I"),
        *B_AND_F,
    )
    parent.agree()
    assert parent.draft.referral.dispute.sections == ["I"]


def test_no_to_a_misread_dispute_is_no_answer_to_the_council_question() -> None:
    parent = disputing("B", "F", "I")
    parent.draft.referral.consent.share_with_council.given = None
    parent.draft.progress.pending = "share_with_council"
    parent.say("No! We agree with B and F. Only I.", *B_AND_F)
    assert parent.draft.referral.dispute.sections == ["I"]
    assert parent.draft.referral.consent.share_with_council.given is None


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Only I.", {"I"}),
        ("you've got that backwards. we DISAGREE with section I only", {"I"}),
        ("its only the school", {"I"}),
        ("just section I please", {"I"}),
        ("section F only", {"F"}),
        ("only B and F", {"B", "F"}),
        ("it's just the college", {"I"}),
        ("its only the school that wont help", set()),
        ("not just B", set()),
        ("it's not only section I", set()),
        ("only I know what he needs", set()),
        ("they only changed section F", set()),
        ("is it only section I?", set()),
        ("i only want a meeting", set()),
        ("section F only says 10 hours", set()),
        ("maybe its only section I", set()),
        ("i dont think its only section I", set()),
        ("it's only the school giving him help", set()),
    ],
)
def test_parts_said_to_be_all_are_told_from_other_words(words: str, parts: set[str]) -> None:
    assert parts_alone(words) == parts


@pytest.mark.parametrize("question", ["summary", "certificate_held", "route_wanted"])
def test_parent_who_says_that_only_section_i_is_wrong_keeps_only_that(question: str) -> None:
    parent = disputing("B", "F", "I", question=question)
    parent.say("that's the wrong way round, we disagree with section I only", fact("section", "I"))
    assert parent.draft.referral.dispute.sections == ["I"]


def test_parent_who_adds_help_to_only_the_school_keeps_both() -> None:
    parent = disputing("F", "I")
    parent.say("its only the school, and the OT hours were cut", fact("section", "I"))
    assert parent.draft.referral.dispute.sections == ["F", "I"]
