"""What is said of how long answers are kept is what the purge does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from store.erasing.retention import load_retention
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent

DATA = Path(__file__).resolve().parents[3] / "data"
OF_DRAFTS = re.compile(
    r"(?:keep (?:your answers|them) for|delete your answers after)\s+(\d+)"
    r"(?:\s+days)?(?:, or else (\d+) day)?"
)
OF_TALK = re.compile(r"the chat after (\d+)")


def texts() -> list[tuple[str, str]]:
    """Each text of the conversation, with the name of its response."""
    found: list[tuple[str, str]] = []
    for path in (DATA / "responses").glob("*.yml"):
        responses: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))["responses"]
        found += [(name, str(one["text"])) for name, all_ in responses.items() for one in all_]
    return found


def test_days_that_are_told_are_those_of_the_purge() -> None:
    kept = load_retention()
    told = [found for _, text in texts() for found in OF_DRAFTS.findall(text)]
    assert len(told) >= 8
    assert {int(days) for days, _ in told} == {kept.draft_days}
    assert {int(days) * 24 for _, days in told if days} == {kept.hours_without_consent}
    talk = [int(days) for _, text in texts() for days in OF_TALK.findall(text)]
    assert set(talk) == {kept.transcript_days}


@pytest.mark.parametrize("words", ["bye", "stop", "ive got to go", "thanks, finish later"])
@pytest.mark.parametrize("is_kept", [True, False])
def test_only_who_said_yes_hears_that_answers_are_kept(words: str, is_kept: bool) -> None:
    parent = at("phone" if is_kept else "consent")
    parent.say(words, intent="goodbye" if words == "bye" else "stop")
    assert told_that_it_is_kept(parent) is is_kept


@pytest.mark.parametrize("before", ["no", "withdraw"])
def test_who_said_no_or_took_it_back_does_not_hear_so(before: str) -> None:
    parent = at("consent" if before == "no" else "phone")
    parent.say(before, intent="deny")
    for words in ("bye", "stop", "ive got to go"):
        parent.say(words, intent="goodbye" if words == "bye" else "stop")
        assert not told_that_it_is_kept(parent)


def told_that_it_is_kept(parent: Parent) -> bool:
    """Whether the last turn said that this parent's answers are kept for so many days."""
    said = {name for name, text in texts() if re.search(r"I keep your answers for\s+\d+", text)}
    return bool(said & set(parent.heard))
