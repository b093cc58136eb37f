"""Who says that nobody is in danger is believed, and who only half says it is still heard."""

import time
from pathlib import Path

import pytest
import yaml

from casework.safety.denials import leave_out_denials
from casework.safety.screen import screen_for_safety

DENIALS = yaml.safe_load(
    (Path(__file__).resolve().parent / "danger_denied_sentences.yml").read_text("utf-8")
)


@pytest.mark.parametrize("text", DENIALS["plain"])
@pytest.mark.parametrize("asked", [None, "name", "safe_contact", "summary"])
def test_parent_who_plainly_denies_danger_is_believed(text: str, asked: str | None):
    assert leave_out_denials(text) != text
    assert screen_for_safety(text, asked=asked) is None


@pytest.mark.parametrize("line", ["\n", " ", " \n", "\t", "' ", "\u00a0", "\r"])
def test_page_of_empty_lines_does_not_keep_the_screen_busy(line: str):
    begun = time.process_time()
    assert screen_for_safety(f"He has a knife{line * 1900}help", asked=None) is not None
    assert screen_for_safety(line * 1900, asked=None) is None
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize("text", DENIALS["not_plain"])
def test_what_only_sounds_like_a_denial_is_heard_whole(text: str):
    assert leave_out_denials(text) == text


@pytest.mark.parametrize(("danger", "text"), DENIALS["beside_danger"])
def test_danger_named_beside_a_denial_is_heard(danger: str, text: str):
    flag = screen_for_safety(text, asked=None)
    assert flag is not None and flag.id == danger


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("what?? nobody's missing. carry on", "what??  . carry on"),
        ("She isn’t missing, she's in bed", "shes in bed"),
        ("im not in danger just scared of him", "im  just scared of him"),
        ("We're safe", ""),
        ("She's at St Mary's", "She's at St Mary's"),
    ],
)
def test_the_rest_of_the_message_stays(text: str, rest: str):
    assert leave_out_denials(text) == rest
