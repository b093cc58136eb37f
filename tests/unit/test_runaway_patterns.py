"""No message of a hundred odd letters keeps the service from everybody else."""

from __future__ import annotations

import re
import time
from pathlib import Path
from types import ModuleType

import pytest

import casework
import frontdesk
from casework.safety.denials import leave_out_denials
from casework.safety.screen import screen_for_safety
from tests.unit.running_away import AT_MOST_S, find_runaways, word_it_runs_away_on

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("room", [casework, frontdesk], ids=["casework", "frontdesk"])
def test_person_who_repeats_one_word_keeps_nobody_waiting(room: ModuleType) -> None:
    assert find_runaways(room) == []


@pytest.mark.parametrize("name", ["danger_denied.yml", "safety_patterns.yml"])
def test_person_who_repeats_a_word_of_the_danger_screen_keeps_nobody_waiting(name: str) -> None:
    content = (ROOT / "data" / "knowledge" / name).read_text("utf-8")
    screen_for_safety("hello", asked=None)
    slow = []
    for word in sorted(set(re.findall(r"\b[a-z]{2,}\b", content))):
        begun = time.process_time()
        leave_out_denials(f"{word} " * 22 + "~q")
        screen_for_safety(f"{word} " * 22 + "~q", asked=None)
        if time.process_time() - begun > AT_MOST_S:
            slow.append(word)
    assert slow == []


def test_pattern_that_reads_one_word_in_two_ways_is_found() -> None:
    assert word_it_runs_away_on(re.compile(r"^(?:it'?s |its |so )*yes$")) == "its"
