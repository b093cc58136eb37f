"""A list of parts is never taken for one of them: a certificate may hang on the others."""

from __future__ import annotations

import pytest

from casework.dispute.heard_right import heard_right
from casework.dispute.parts_listed import parts_listed
from casework.message import Entity, Message
from casework.referral.draft import Draft
from tests.unit.casework.parents import fact


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("support hours, health and social care all wrong", "F health care"),
        ("the education bit, the health bit and the care bit", "F health care"),
        ("not enough TA, no nurse and no respite", "F health care"),
        ("too little speech therapy, CAMHS missing and no short breaks", "F health care"),
        ("her needs are wrong and there is nothing for overnight stays", "B care"),
        ("social care needs and help left out", "care"),
        ("which school, and the health part", "I health"),
        ("the school named and the social care", "I care"),
        ("the schooling is fine, they took the respite", "care"),
        ("the help, the needs, yes all good. just the nursing", "health"),
        ("the family disagree with the school that has been named", "I"),
        ("it is vague and I asked the school. he gets nothing at the school.", ""),
        ("nursing is missing, and the school says so too", "health"),
        ("F and school", "I"),
        ("the school isn't giving the hours", "F"),
        ("the school isn't right for him", "I"),
        ("all fine except the help and the respite", "F care"),
        ("wrong placement plus no saturday club. Needs - agreed. Provision - agreed.", "I care"),
    ],
)
def test_each_part_that_a_parent_lists_is_named(words: str, parts: str) -> None:
    assert parts_listed(words) == set(parts.split())


def kinds_heard(words: str, *entities: Entity) -> set[str]:
    draft = Draft()
    draft.progress.pending = "issue"
    message = heard_right(Message(words, entities=entities), draft)
    return {str(one.value) for one in message.all_of("dispute")}


def test_help_beside_health_and_care_is_education_too() -> None:
    heard = kinds_heard(
        "hours, nursing and respite all too little",
        fact("dispute", "health_only"),
        fact("dispute", "social_only"),
    )
    assert heard == {"edu_plus_health_care", "section_f"}


def test_school_beside_care_makes_no_child_one_in_care() -> None:
    heard = kinds_heard(
        "the school named and the social care",
        fact("dispute", "looked_after", sure=False),
        fact("dispute", "i_named_only", sure=False),
    )
    assert heard == {"school_plus_health_care"}


def test_help_of_social_care_is_no_help_at_school() -> None:
    heard = kinds_heard(
        "social care needs and help left out",
        fact("dispute", "section_f", sure=False),
        fact("dispute", "social_only", sure=False),
    )
    assert heard == {"social_only"}


def test_only_the_respite_stays_only_that() -> None:
    words = "only the respite, everything at school is fine"
    assert kinds_heard(words, fact("dispute", "social_only")) == {"social_only"}


def test_school_beside_the_letters_of_other_parts_is_in_dispute_too() -> None:
    draft = Draft()
    heard = (fact("dispute", "section_f"), fact("section", "F"))
    message = heard_right(Message("section F and the school they picked", entities=heard), draft)
    assert {one.value for one in message.all_of("section")} == {"F", "I"}


def test_hours_and_the_school_are_both_asked_about() -> None:
    words = "the hours and the school they've picked"
    heard = kinds_heard(words, fact("dispute", "i_named_only", sure=False))
    assert heard == {"i_named_only", "section_f"}


def test_list_of_a_family_without_a_plan_names_no_parts() -> None:
    draft = Draft()
    draft.referral.plan = "none"
    draft.progress.pending = "issue"
    message = Message("no help, no nurse and no respite")
    assert heard_right(message, draft).all_of("dispute") == []
