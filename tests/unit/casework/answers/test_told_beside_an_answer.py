"""What is told beside a name, a number or a "none" is kept, and is no part of the answer."""

from __future__ import annotations

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


def test_child_named_with_year_and_diagnosis_is_called_by_the_name() -> None:
    parent = at("child_name")
    words = "Aiden, Year 3, age 7. ASD and speech delay"
    parent.say(
        words,
        Entity("person_name", "Aiden", "child", False, 0, 5),
        Entity("age", 7, "child", True, 15, 20),
    )
    assert parent.draft.referral.child.name == "Aiden"
    assert parent.draft.referral.child.age == 7
    assert words in str(parent.draft.referral.dispute.in_own_words)
    assert "utter_one_child_at_a_time" not in parent.heard


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("none. Kyle has adhd tho", "Kyle has adhd tho"),
        ("None. he's autistic though", "he's autistic though"),
        ("no thanks, he has ADHD", "he has ADHD"),
        ("no but he has adhd", "he has adhd"),
    ],
)
def test_what_the_child_has_is_no_need_of_the_meeting_but_kept(words: str, told: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    access = parent.draft.referral.access
    assert (access.asked, access.needs, access.details) == (True, [], told)
    assert parent.asked == "interpreter"


def test_parents_own_diagnosis_is_a_need() -> None:
    parent = at("access_needs")
    parent.say("no but i am autistic and need quiet")
    assert parent.draft.referral.access.needs == ["other"]


def test_hours_and_name_beside_a_number_for_a_call_are_kept() -> None:
    parent = Parent()
    polish = fact("written_language", "pol")
    for words in ("Dzień dobry", "tak", "tak"):
        parent.say(words, polish)
    words = "po 16, Agnieszka 07700 900222"
    parent.say(
        words,
        fact("person_name", "Agnieszka", "self"),
        fact("phone", "+447700900222"),
        polish,
    )
    assert parent.draft.referral.referrer.name == "Agnieszka"
    assert parent.draft.referral.dispute.in_own_words == words


@pytest.mark.parametrize(
    "words",
    [
        "nobody rings the mother without interpreter",
        "please don't ring mum without an interpreter",
        "gran wants him back in school",
        "he has ASD and ADHD",
    ],
)
def test_what_must_be_known_is_kept_however_short(words: str) -> None:
    parent = at("phone")
    parent.say(words)
    assert words in str(parent.draft.referral.dispute.in_own_words)
