"""A hearing told as urgent is looked at soon by a person."""

from __future__ import annotations

import pytest

from casework.dispute.hearing_near import tells_of_a_near_hearing
from tests.unit.casework.answers.test_slips import at


@pytest.mark.parametrize(
    "words",
    [
        "hearing is 14 january so its urgent",
        "the tribunal hearing is next week",
        "we have a hearing in 3 weeks",
        "hearing date is 5 dec so need this asap",
    ],
)
def test_family_with_a_near_hearing_is_seen_soon(words: str) -> None:
    parent = at("route_wanted")
    parent.say(words)
    parent.say("mediation")
    assert parent.draft.referral.handover.priority == "soon"
    assert "hearing_near" in parent.draft.referral.handover.reasons


@pytest.mark.parametrize(
    "words",
    [
        "he has a hearing test soon",
        "im hard of hearing please text asap",
        "no hearing yet, ring me soon",
        "will there be a hearing soon?",
        "we had a hearing last year",
        "i look forward to hearing from you soon",
        "its urgent",
    ],
)
def test_other_hearing_is_no_hurry(words: str) -> None:
    assert not tells_of_a_near_hearing(words)
