"""Who says whom not to tell beside a yes says nothing of what the plan or the dispute is about."""

from __future__ import annotations

import pytest

from casework.message import Entity
from tests.unit.casework.consent.test_after_no import asked_of_the_council, may_be_told
from tests.unit.casework.parents import Parent


def told(words: str, service: str, letter: str) -> Parent:
    """A parent asked about the council, whose words name a service that sounds like a part."""
    parent, start = asked_of_the_council(), words.index(service)
    heard = Entity(name="section", value=letter, start=start, end=start + len(service))
    parent.say(words, heard, intent="affirm")
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "yes, you have my permission, but not social care",
        "yes but not social care",
        "yes but keep social care out of it",
        "yes but dont tell social care",
        "ok but nothing to social care please",
    ],
)
def test_parent_who_leaves_social_care_out_has_agreed_and_disputes_nothing(words: str) -> None:
    parent = told(words, "social care", "H")
    assert may_be_told(parent) is True
    assert parent.draft.referral.dispute.sections == []
    assert "social care" in (parent.draft.referral.dispute.in_own_words or "")
    assert "utter_added_for_team" in parent.heard


def test_parent_who_agrees_if_social_care_stays_out_is_asked_again_and_disputes_nothing() -> None:
    parent = told("yes as long as social care arent involved", "social care", "H")
    assert may_be_told(parent) is None
    assert parent.draft.referral.dispute.sections == []


@pytest.mark.parametrize(
    "words", ["yes but the social care part is wrong too", "yes they also cut his social care"]
)
def test_parent_who_agrees_and_tells_of_social_care_has_that_taken(words: str) -> None:
    parent = told(words, "social care", "H")
    assert may_be_told(parent) is True
    assert parent.draft.referral.dispute.sections == ["H"]
