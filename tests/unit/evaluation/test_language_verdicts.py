"""A message counts as English where no other language is heard."""

import pytest

from casework.message import Entity, Message
from evaluation.language_verdicts import judge_language
from evaluation.sets import InLanguage


@pytest.mark.parametrize(
    ("written", "heard", "outcome"),
    [
        ("pol", "pol", "right"),
        ("pol", "ces", "another language"),
        ("pol", None, "not heard"),
        (None, None, "English"),
        (None, "nld", "taken for another language"),
    ],
)
def test_language_is_right_when_it_is_the_one_written(
    written: str | None, heard: str | None, outcome: str
) -> None:
    entities = (Entity("written_language", heard),) if heard else ()
    example = InLanguage(text="proszę o pomoc", language=written)
    assert judge_language(example, Message(example.text, entities=entities)).outcome == outcome
