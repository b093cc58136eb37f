"""What `make evaluate` asks Rasa's environment: messages in, what is heard out, a line each."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.train import model_for_present_content
from bot.understand import CannotUnderstand, understand

ASKED: list[dict[str, Any]] = [
    {"text": "my son is nine"},
    {"text": "/is it free", "after": None},
    {"text": "my son is nine. how much is it?"},
    {"text": "and my mum?"},
    {"text": "and my mum?", "after": "Is it free?"},
    {"text": "iz it freee"},
]


@pytest.fixture(scope="module")
def heard(project: Path) -> list[dict[str, Any]]:
    lines = map(json.dumps, ASKED)
    return [json.loads(line) for line in understand(lines, model_for_present_content(project))]


def test_messages_are_heard_in_order_as_the_channel_takes_them(heard: list[dict[str, Any]]) -> None:
    told, asked, *_others = heard
    assert [told["text"], asked["text"]] == ["my son is nine", "is it free"]
    assert asked["intent"] == asked["intent_ranking"][0]
    assert asked["intent"]["name"] == "ask_is_it_free"
    assert ("age", 9) in [(entity["entity"], entity["value"]) for entity in told["entities"]]


def test_parts_of_a_message_are_heard_too(heard: list[dict[str, Any]]) -> None:
    assert [part["text"] for part in heard[2]["parts"]] == ["my son is nine.", "how much is it?"]


def test_only_a_message_after_an_answer_leans_on_it(heard: list[dict[str, Any]]) -> None:
    first, second = heard[3:5]
    assert first["leaning"] == []
    assert second["leaning"][0]["confidence"] > 0


def test_message_is_heard_as_it_was_meant_too(heard: list[dict[str, Any]]) -> None:
    misspelt = heard[5]
    assert misspelt["text"] == "iz it freee"
    assert misspelt["intent"]["name"] == "ask_is_it_free"
    assert misspelt["intent"] == misspelt["intent_ranking"][0]


def test_line_that_holds_no_text_is_named(project: Path) -> None:
    model = model_for_present_content(project)
    with pytest.raises(CannotUnderstand, match="line 2"):
        list(understand(['{"text": "yes"}', '{"after": null}'], model))


def test_process_writes_nothing_but_its_lines(project: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "bot.understand"],
        cwd=project,
        input='{"text": "yes"}\n{"text": "proszę"}\n',
        capture_output=True,
        text=True,
        check=True,
    )
    assert [json.loads(line)["text"] for line in ran.stdout.splitlines()] == ["yes", "proszę"]


def test_process_says_what_to_do_when_there_is_no_model(tmp_path: Path, project: Path) -> None:
    (tmp_path / "bot").symlink_to(project / "bot")
    ran = subprocess.run(
        [sys.executable, "-m", "bot.understand"],
        cwd=tmp_path,
        input='{"text": "yes"}\n',
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert "run python -m bot.train first" in ran.stderr
