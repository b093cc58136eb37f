"""Families called Foster, who are neither foster carers nor in care."""

from __future__ import annotations

import pytest

from casework.people.called_foster import without_foster_as_a_role
from casework.referral.fields import put
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, fact, said

IN_CARE = (fact("dispute", "looked_after"), fact("referrer_role", "carer"))


@pytest.mark.parametrize(
    "words",
    [
        "surname foster and txt after 4 only",
        "NO foster is his NAME. Jayden Foster",
        "his last name is Foster",
        "family name: foster",
        "Jayden Foster",
        "foster is our surname",
        "its Rob Foster here",
        "my surname's foster",
        "foster is just the family name",
        "we are the Foster family, surname Foster",
    ],
)
@pytest.mark.parametrize("question", ["phone", "summary"])
def test_family_called_foster_is_not_in_care(words: str, question: str) -> None:
    parent = at(question)
    parent.say(words, *IN_CARE)
    assert "looked_after" not in parent.draft.progress.stated_kinds
    assert parent.draft.progress.unconfirmed is None or (
        parent.draft.progress.unconfirmed.field != "issue"
    )
    assert parent.draft.referral.referrer.role == "parent"


@pytest.mark.parametrize(
    "words",
    [
        "I'm his foster mum",
        "my foster son",
        "My Foster child",
        "we foster him",
        "Foster Carer here",
        "he is fostered",
        "I am a Foster Parent",
        "Private Foster",
        "Lancashire Foster team",
        "Emergency Foster home",
        "Local Foster Service",
        "Kent Foster Families",
        "Leeds Foster support worker",
    ],
)
def test_foster_family_is_one(words: str) -> None:
    assert without_foster_as_a_role(said(words, *IN_CARE)).entities == IN_CARE


def test_child_in_care_heard_in_the_name_is_taken_out_again() -> None:
    parent = at("summary")
    put(parent.draft, "issue", ["refuse_assess", "looked_after"], today=TODAY)
    parent.say("NO foster is his NAME", *IN_CARE)
    assert parent.draft.progress.stated_kinds == ["refuse_assess"]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("name", "Carol Foster"),
        ("name", "surname Foster"),
        ("phone", "ring Mrs Foster at the school on 07700 900701"),
        ("phone", "its Carol Foster, 07700 900701"),
        ("summary", "Jayden Foster is his name"),
    ],
)
def test_child_in_care_told_before_stays_in_care_beside_a_mrs_foster(
    question: str, words: str
) -> None:
    parent = at(question)
    put(parent.draft, "issue", ["refuse_assess", "looked_after"], today=TODAY)
    parent.say(words, fact("dispute", "looked_after", sure=False))
    assert parent.draft.progress.stated_kinds == ["refuse_assess", "looked_after"]


@pytest.mark.parametrize(
    "words",
    [
        "I'm Carol Foster, his foster carer",
        "Jayden Foster, he is in care",
        "My name is Ann Foster, I am a carer with Team Foster",
        "its Rob Foster, he lives with me",
    ],
)
def test_foster_carer_may_be_called_foster(words: str) -> None:
    message = said(words, *IN_CARE)
    assert without_foster_as_a_role(message).entities == IN_CARE


@pytest.mark.parametrize("words", ["Lets Foster", "Team Foster", "Pro Foster", "Kent Foster Plus"])
def test_fostering_agency_is_no_person(words: str) -> None:
    assert without_foster_as_a_role(said(words, *IN_CARE)).entities == IN_CARE
