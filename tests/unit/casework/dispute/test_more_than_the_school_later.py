"""Who was told that no certificate is needed adds a part: it is needed then (law L08)."""

from __future__ import annotations

import pytest

from casework.dispute.only_the_school import adds_a_part_later
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact, said

ADDS = [
    "the help is wrong too",
    "section F as well",
    "actually the hours as well",
    "they also got the needs wrong",
    "oh and they cut his OT",
    "its also about the speech therapy",
    "the rest is wrong too",
]


def exempt() -> Parent:
    """A parent at the review, for whom it is only the school."""
    parent = at("summary")
    parent.draft.referral.plan = "final"
    parent.draft.progress.stated_kinds = ["i_named_only"]
    parent.draft.progress.school_only = "only_school"
    return parent


@pytest.mark.parametrize("words", ADDS)
def test_part_added_at_the_review_brings_the_certificate_back(words: str) -> None:
    parent = exempt()
    parent.say(words)
    assert parent.draft.referral.requirement.certificate == "required"
    assert "I" in parent.draft.referral.dispute.sections or "rest" in words


@pytest.mark.parametrize(
    "words",
    [
        "is the help wrong too?",
        "the hours are fine too",
        "the help is fine",
        "the OT can come too",
        "my mum will be there too",
        "can i text as well",
        "i speak polish as well",
        "he has autism as well",
        "thanks for the help",
    ],
)
def test_what_adds_no_part_leaves_it_only_the_school(words: str) -> None:
    assert not adds_a_part_later(words)
    parent = exempt()
    parent.say(words)
    assert parent.draft.progress.school_only == "only_school"


def school_only_asked() -> Parent:
    parent = Parent()
    parent.say(
        "mum of Mia, 9, stockport named the wrong school in her plan",
        fact("referrer_role", "parent"),
        fact("council", "stockport"),
        fact("dispute", "i_named_only"),
        fact("plan_status", "final"),
    )
    parent.agree()
    assert parent.asked == "school_only_check"
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "the school cant meet his needs",
        "he needs a special school cos his needs are too high",
        "the school named says it cant meet her needs",
        "she has complex needs",
    ],
)
def test_needs_of_the_child_are_no_part_of_the_plan(words: str) -> None:
    parent = school_only_asked()
    parent.say(words)
    assert parent.asked == "school_only_check"
    assert parent.draft.progress.school_only is None


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("not other parts just school", "only_school"),
        ("not the other bits, just the school", "only_school"),
        ("its everything", "other_parts"),
        ("all of it", "other_parts"),
        ("needs too", "other_parts"),
        ("the needs are wrong as well", "other_parts"),
        ("no, the OT and physio too", "other_parts"),
    ],
)
def test_answer_is_taken_as_it_is_meant(words: str, answer: str) -> None:
    parent = school_only_asked()
    parent.say(words)
    is_more = parent.draft.referral.requirement.certificate == "required"
    assert is_more == (answer == "other_parts")


def test_school_stays_in_dispute_beside_the_part_that_is_added() -> None:
    parent = school_only_asked()
    message = said("the needs are wrong as well", fact("dispute", "section_b"))
    parent.say(message.text, *message.entities)
    assert parent.draft.referral.dispute.sections == ["B", "I"]
