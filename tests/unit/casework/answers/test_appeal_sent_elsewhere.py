"""What a parent sent to the council or the school is no appeal to the Tribunal."""

from __future__ import annotations

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_papers_told_in_short import answer_to
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact

APPEALED = [fact("appeal", "yes"), fact("dispute", "already_appealed", sure=False)]


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("yes to the council", []),
        ("i appealed to the council", APPEALED),
        ("yes i emailed the send team", []),
        ("yes i asked them to reconsider", []),
        ("i sent the council a letter", []),
        ("yes sent to the LA", []),
        ("yes i appealed to the school", APPEALED),
        ("yes by email to my case worker", []),
        ("yes i complained", []),
        ("yes wrote to my MP", []),
    ],
)
def test_parent_who_wrote_to_the_council_has_not_appealed(words: str, heard: list[Entity]) -> None:
    parent = at("certificate_held")
    parent.draft.progress.pending = "appeal_lodged"
    parent.say(words, *heard)
    assert parent.draft.referral.appeal.lodged is not True
    assert parent.heard == ["utter_help_appeal_lodged"]
    assert "already_appealed" not in parent.draft.progress.stated_kinds
    parent.draft.progress.pending = "appeal_lodged"
    parent.say(words, *heard)
    assert parent.heard[-1] == "utter_confirm_appeal_lodged"


@pytest.mark.parametrize(
    "words",
    [
        "i emailed it to the tribunal yesterday",
        "i emailed the tribunal",
        "sendist have it",
        "tribunal have got it",
        "yes",
        "yes, sent it to the tribunal and told the council",
        "its gone in",
        "submitted online",
        "handed it in last week",
        "we filed it",
    ],
)
def test_parent_who_wrote_to_the_tribunal_has_appealed(words: str) -> None:
    assert answer_to("appeal_lodged", words) is True


@pytest.mark.parametrize(
    "words", ["no only to the council", "not yet im talking to the council", "no, to the school"]
)
def test_parent_who_says_no_and_to_whom_they_wrote_has_not_appealed(words: str) -> None:
    assert answer_to("appeal_lodged", words) is False
