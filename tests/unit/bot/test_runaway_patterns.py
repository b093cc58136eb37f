"""No message of a hundred odd letters keeps the Rasa server from everybody else."""

from __future__ import annotations

import bot.nlu
from tests.unit.running_away import find_runaways


def test_person_who_repeats_one_word_keeps_nobody_waiting() -> None:
    assert find_runaways(bot.nlu) == []
