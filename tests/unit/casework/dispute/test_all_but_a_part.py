"""The part that a family says it is not about is never the one that is stored."""

from __future__ import annotations

import pytest

from casework.answers import read_answer
from casework.dispute.parts_denied import parts_denied
from casework.referral.draft import Draft
from tests.unit.casework.dispute.test_only_the_school import asked_whether_only_the_school
from tests.unit.casework.parents import TODAY, fact, said


def parts_read(words: str, *heard: str) -> list[str] | None:
    answer = read_answer(
        "sections", said(words, *(fact("section", x) for x in heard)), Draft(), TODAY
    )
    return list(answer.facts[0].value) if answer is not None and answer.facts else None


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("everything but the school", ["B", "F"]),
        ("everything except i", ["B", "F"]),
        ("all except the school", ["B", "F"]),
        ("all of it bar the school", ["B", "F"]),
        ("everything except for the school named", ["B", "F"]),
        ("everything apart from the needs part", ["F", "I"]),
        ("all of it apart from F and B", ["I"]),
        ("everything but section B is wrong", ["F", "I"]),
        ("everything but the school is fine", ["I"]),
        ("all fine except the school", ["I"]),
        ("all fine but not the help", ["F"]),
        ("everything", ["B", "F", "I"]),
        ("everything, but mostly section F", ["F"]),
    ],
)
def test_all_but_a_part_leaves_that_part_out(words: str, parts: list[str]) -> None:
    assert parts_read(words) == parts


def test_part_heard_in_all_but_it_is_left_out() -> None:
    assert parts_read("all but section I", "I") == ["B", "F"]


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("the school isn't the problem", {"I"}),
        ("school isnt the issue", {"I"}),
        ("the help is not the problem", {"F"}),
        ("his needs aren't the problem", {"B"}),
        ("the school isn't right", set()),
        ("the school is the problem", set()),
        ("the school isn't the only problem", set()),
        ("the school isn't the right one", set()),
    ],
)
def test_part_that_is_no_problem_is_denied(words: str, denied: set[str]) -> None:
    assert parts_denied(words) == denied


@pytest.mark.parametrize(
    "words",
    [
        "i want the school changed nothing else",
        "just change the school nothing else",
        "nothing else just the school",
        "the school thats it nothing else",
        "no other problems",
        "not any other parts",
        "no only the school no other bits",
        "just the school i dont need help with the rest",
        "just the school, I don't want the rest changed",
        "no nothing else",
    ],
)
def test_school_and_nothing_else_is_only_the_school(words: str) -> None:
    parent = asked_whether_only_the_school()
    parent.say(words)
    assert parent.draft.progress.school_only == "only_school"


@pytest.mark.parametrize(
    "words",
    [
        "no, f too",
        "i want nothing else than the right help",
        "nothing else apart from the hours",
        "yes other parts",
        "no other parts as well, the speech therapy",
    ],
)
def test_school_and_something_else_is_more_than_the_school(words: str) -> None:
    parent = asked_whether_only_the_school()
    parent.say(words)
    assert parent.draft.progress.school_only == "other_parts"


def test_who_was_heard_to_mean_only_the_school_is_asked_before_more_is_taken() -> None:
    parent = asked_whether_only_the_school()
    parent.say("the one school, not more of this or that other", fact("only", "school"))
    assert parent.draft.progress.school_only is None
    assert parent.asked == "school_only_check"
