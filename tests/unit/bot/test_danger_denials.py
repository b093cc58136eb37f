"""What is plainly denied is left out of what danger is heard in, as the word patterns leave it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml

from bot.nlu.danger_denials import leave_out_denials, load_denials

SAFETY_TESTS = Path(__file__).resolve().parents[1] / "casework" / "safety"
SENTENCES = yaml.safe_load((SAFETY_TESTS / "danger_denied_sentences.yml").read_text("utf-8"))
DENIALS = load_denials(Path("data/knowledge"))


@pytest.mark.parametrize("text", SENTENCES["plain"])
def test_plain_denial_is_left_out(text: str) -> None:
    assert leave_out_denials(text, DENIALS) != text


@pytest.mark.parametrize("text", SENTENCES["not_plain"])
def test_what_only_sounds_like_a_denial_is_heard_whole(text: str) -> None:
    assert leave_out_denials(text, DENIALS) == text


@pytest.mark.parametrize("line", ["\n", " \n", "' "])
def test_page_of_empty_lines_does_not_keep_the_server_busy(line: str) -> None:
    begun = time.process_time()
    assert leave_out_denials(line * 900, DENIALS) == line * 900
    assert time.process_time() - begun < 0.2


def test_what_is_said_beside_it_stays() -> None:
    assert leave_out_denials("I'm not in danger. He has a knife", DENIALS) == "He has a knife"
    assert leave_out_denials("im not in danger, just scared", DENIALS) == "im , just scared"
    assert leave_out_denials("We’re safe!", DENIALS) == ""
