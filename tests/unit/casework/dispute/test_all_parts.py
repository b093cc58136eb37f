"""All of the plan is in dispute: what is worst of it takes no other part out."""

from __future__ import annotations

import pytest

from casework.dispute.all_or_part import means_all_parts
from casework.dispute.heard_right import heard_right
from casework.referral.draft import Draft
from tests.unit.casework.parents import fact, said


@pytest.mark.parametrize(
    "words",
    [
        "all of it",
        "everything",
        "the whole lot",
        "all sections",
        "its all wrong",
        "the whole thing is rubbish esp section F",
        "all of it but mostly the school",
        "everything is wrong but the school is the worst",
        "I disagree with all of it",
        "everything, the school is the main one",
    ],
)
def test_whole_plan_is_meant(words: str) -> None:
    assert means_all_parts(words)


@pytest.mark.parametrize(
    "words",
    [
        "everything but the school",
        "all fine except section F",
        "all of it except section I",
        "everything is late",
        "everything is fine",
        "all they gave him is 5 hours",
        "the whole assessment done again",
        "everything they said was wrong about his needs",
        "not all of it",
    ],
)
def test_part_of_it_or_something_else_is_meant(words: str) -> None:
    assert not means_all_parts(words)


def sections_heard(words: str, *kinds: str, plan: str = "final") -> set[str]:
    draft = Draft()
    draft.progress.pending = "issue"
    draft.referral.plan = plan  # type: ignore[assignment]
    guessed = [fact("dispute", kind, sure=False) for kind in kinds]
    return {str(one.value) for one in heard_right(said(words, *guessed), draft).all_of("section")}


@pytest.mark.parametrize(
    ("words", "kind", "sections"),
    [
        ("everything is wrong but the school is the worst", "i_named_only", "B F I"),
        ("needs and school", "section_f", "B I"),
        ("hours, school", "i_named_only", "F I"),
        ("help and school", "sen_support", "F I"),
        ("the needs and the help", "section_b", "B F"),
    ],
)
def test_parts_that_are_named_are_the_answer(words: str, kind: str, sections: str) -> None:
    assert sections_heard(words, kind) == set(sections.split())


@pytest.mark.parametrize(
    "words", ["needs help at school", "the school isn't giving the hours", "not the school, the OT"]
)
def test_school_that_is_not_in_dispute_is_not_added(words: str) -> None:
    assert "I" not in sections_heard(words, "section_f")


@pytest.mark.parametrize("words", ["everything", "help and school"])
def test_parts_of_no_plan_are_not_named(words: str) -> None:
    assert sections_heard(words, "sen_support", plan="none") == set()
