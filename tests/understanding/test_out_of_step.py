"""Answers as the assistant hears them, given where another question was asked."""

from __future__ import annotations

from typing import Any

import pytest

from casework.answers import READERS
from casework.message import Message
from evaluation.drafts import document_of, draft_with_consent, take
from evaluation.hearing import Asked, hear

ANSWERS = {
    "role": ["im his mum", "foster carer"],
    "name": ["my name is Fatima Noor"],
    "child_name": ["her name is Aisha", "its for Leo"],
    "child_age": ["she is 10", "10 years old"],
    "phone": ["my number is 07700 900212"],
    "email": ["email is fatima.n@example.com"],
    "council": ["its bristol council", "we live in Leeds"],
    "plan": ["he has a final plan", "no plan"],
    "decision_date": ["the letter is dated 4 November"],
    "certificate_held": ["no certificate", "ive not got a certificate"],
    "appeal_lodged": ["not appealed yet", "no appeal yet"],
    "route_wanted": ["mediation please", "just the certificate please"],
    "access_needs": ["I need large print", "i use a wheelchair", "no access needs"],
    "meeting_format": ["face to face please", "could we do it on zoom"],
    "interpreter": ["no interpreter", "dont need an interpreter"],
    "safe_contact": ["its fine to call or text"],
    "best_time": ["mornings are best", "after 4pm"],
    "supporters": ["my mum will come with me", "my sister is coming"],
}
OWN: dict[str, list[str]] = {
    "share_with_council": ["consent", "share_with_council", "given"],
    "role": ["referrer", "role"],
    "name": ["referrer", "name"],
    "child_name": ["child", "name"],
    "child_age": ["child", "age"],
    "council": ["council", "gss"],
    "plan": ["plan"],
    "school_only_check": ["requirement", "certificate"],
    "decision_date": ["decision", "made"],
    "certificate_held": ["certificate", "held"],
    "certificate_date": ["certificate", "date"],
    "appeal_lodged": ["appeal", "lodged"],
    "route_wanted": ["route_wanted"],
    "phone": ["contact", "phone"],
    "email": ["contact", "email"],
    "access_needs": ["access", "needs"],
    "interpreter": ["interpreter", "needed"],
    "language": ["interpreter", "details"],
}
TELLS_IT_TOO = {
    ("role", "my mum will come with me"),
    ("route_wanted", "no certificate"),
    ("certificate_date", "the letter is dated 4 November"),
}


@pytest.fixture(scope="module")
def heard() -> dict[str, Message]:
    """What is heard in each answer."""
    each = [Asked(text) for texts in ANSWERS.values() for text in texts]
    return {asked.text: found.message for asked, found in hear(each).items()}


def value(document: Any, path: list[str]) -> Any:
    """What the referral holds at a path."""
    for name in path:
        document = document[name]
    return document


@pytest.mark.parametrize("asked", OWN)
def test_answer_to_another_question_does_not_answer_this_one(
    asked: str, heard: dict[str, Message]
) -> None:
    assert asked in READERS
    before = draft_with_consent(asked)
    wrong = []
    for answered, texts in ANSWERS.items():
        for text in texts:
            if answered == asked or (asked, text) in TELLS_IT_TOO:
                continue
            after = take(before, heard[text]).draft
            had, has = value(document_of(before), OWN[asked]), value(document_of(after), OWN[asked])
            if had != has:
                wrong.append((text, has))
    assert wrong == []
