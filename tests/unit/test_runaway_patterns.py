"""No message of a hundred odd letters keeps the service from everybody else."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

import casework
import frontdesk
from tests.unit.running_away import find_runaways, word_it_runs_away_on


@pytest.mark.parametrize("room", [casework, frontdesk], ids=["casework", "frontdesk"])
def test_person_who_repeats_one_word_keeps_nobody_waiting(room: ModuleType) -> None:
    assert find_runaways(room) == []


def test_pattern_that_reads_one_word_in_two_ways_is_found() -> None:
    assert word_it_runs_away_on(re.compile(r"^(?:it'?s |its |so )*yes$")) == "its"
