"""The messages that `make evaluate` tests with: enough of them, and none that is learnt from."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from casework.safety.screen import choose_flag
from casework.turn.topics import question_of
from evaluation.sets import OUT_OF_SCOPE, InLanguage, Sets, TypedCouncil, read_sets

ROOT = Path(__file__).resolve().parents[3]
FEWEST = 1000
READ_BY_RULES = (TypedCouncil, InLanguage)
"""Of these nothing is learnt."""


@pytest.fixture(scope="module")
def sets() -> Sets:
    return read_sets(ROOT / "tests" / "understanding")


def letters_and_digits(text: str) -> str:
    """Of a message without any, such as an emoji, the message itself."""
    return " ".join(re.findall(r"\w+", re.sub(r"['’]", "", text.casefold()))) or text


def learnt_texts() -> Iterator[str]:
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for block in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)["nlu"]:
            yield from (line.removeprefix("- ") for line in block["examples"].splitlines())
    for path in sorted((ROOT / "data" / "danger").glob("*.yml")):
        yield from yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)["examples"]
    for path in sorted((ROOT / "data" / "disputes").glob("*.yml")):
        for account in yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)["examples"]:
            yield account if isinstance(account, str) else account["text"]
    for path in sorted((ROOT / "data" / "facts").glob("*.yml")):
        for message in yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)["examples"]:
            yield message["text"]


def test_there_are_enough_messages_to_tell_a_change_from_chance(sets: Sets) -> None:
    assert sets.size >= FEWEST


def test_no_message_is_one_that_the_assistant_learns_from(sets: Sets) -> None:
    learnt = {letters_and_digits(text) for text in learnt_texts()}
    seen = [
        one.text
        for one in sets
        if letters_and_digits(one.text) in learnt and not isinstance(one, READ_BY_RULES)
    ]
    assert seen == []


def test_sealed_question_is_not_among_those_that_are_looked_at(sets: Sets) -> None:
    looked_at = {letters_and_digits(question.text) for question in sets.questions_looked_at}
    assert [q.text for q in sets.questions if letters_and_digits(q.text) in looked_at] == []


def test_topics_of_the_questions_exist(sets: Sets) -> None:
    asked = {topic for q in (*sets.questions, *sets.questions_looked_at) for topic in q.topic}
    asked |= {topic for two in sets.two_questions for topic in two.both}
    asked |= {topic for one in sets.follow_ups for topic in (one.after, one.topic)}
    assert sorted(t for t in asked if t != OUT_OF_SCOPE and question_of(t) is None) == []


def test_types_of_danger_exist(sets: Sets) -> None:
    for example in (*sets.danger, *sets.danger_looked_at):
        for identifier in example.expect or ():
            assert choose_flag([identifier]).id == identifier
