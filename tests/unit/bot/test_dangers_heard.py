"""Which of the dangers in a message are told to the front desk."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.hearing import heard_dangers
from bot.nlu.danger_examples import DANGER


def hear(text: str, *dangers: str, **metadata: Any) -> list[str]:
    heard = [{"id": danger, "confidence": 0.9} for danger in dangers]
    said = UserUttered(text, parse_data={"text": text, DANGER: heard}, metadata=metadata)
    return heard_dangers(DialogueStateTracker.from_events("someone", [said]))


def test_what_was_answered_and_taken_back_is_not_told_again() -> None:
    text = "yes send. she is quiet about her teacher"
    assert hear(text, "abuse_of_child") == ["abuse_of_child"]
    assert hear(text, "abuse_of_child", answered=["abuse_of_child"]) == []
    assert hear(text, "distress", answered=["abuse_of_child"]) == ["distress"]


@pytest.mark.parametrize(
    "text",
    [
        "i'm 16, can i do this myself",
        "Im nineteen. its my own plan",
        "i am now 17",
        "im 16yo",
        "I'm 18 years old and want to do this",
        "im 16 in year 11",
    ],
)
def test_young_person_of_sixteen_or_more_is_no_child_who_writes_alone(text: str) -> None:
    assert hear(text, "child_is_user") == []
    assert hear(text, "suicidal_child", "child_is_user") == ["suicidal_child", "child_is_user"]


@pytest.mark.parametrize(
    "text",
    [
        "im 14, can i do this myself",
        "i'm in year 9",
        "i am 16 weeks pregnant and 15",
        "im 16 next month",
        "I'm 16 in June",
        "i am only 16 on friday",
        "im 16, in june",
        "im 16 soon",
        "im 16 but not till june",
        "im 16 years old in may",
        "can i do it when i'm 16",
        "im 16 at christmas",
        "i'm 20 quid short",
        "im 16 days late",
        "i am 20 minutes away",
    ],
)
def test_child_who_writes_alone_is_told(text: str) -> None:
    assert hear(text, "child_is_user") == ["child_is_user"]
