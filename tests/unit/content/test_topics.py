"""The questions offered to tap: short, plain, and understood when they are typed back."""

from pathlib import Path

import pytest
import yaml

from casework.law.decisions import decisions_by_id

ROOT = Path(__file__).resolve().parents[3]
CONTENT = yaml.safe_load((ROOT / "data" / "knowledge" / "topics.yml").read_text("utf-8"))
TOPICS = CONTENT["topics"]
LONGEST = 55
PLAIN = set(" ',.?0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


def _examples() -> dict[str, set[str]]:
    blocks = [
        block
        for path in sorted((ROOT / "data" / "nlu").glob("*.yml"))
        for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]
    ]
    examples: dict[str, set[str]] = {}
    for block in blocks:
        texts = {_bare(line[2:]) for line in block["examples"].splitlines()}
        examples.setdefault(block["intent"], set()).update(texts)
    return examples


def _bare(message: str) -> str:
    return message.casefold().strip(" ?.!")


EXAMPLES = _examples()


def test_file_says_where_it_is_from_and_when_it_was_checked():
    assert {"version", "source", "last_checked", "topics"} == set(CONTENT)


@pytest.mark.parametrize("topic", TOPICS)
def test_question_fits_on_a_button_and_in_a_text(topic: str):
    question = TOPICS[topic]["question"]
    assert len(question) <= LONGEST
    assert set(question) <= PLAIN
    assert question.endswith("?")


@pytest.mark.parametrize("topic", TOPICS)
def test_tapped_question_is_one_the_assistant_has_learned(topic: str):
    assert _bare(TOPICS[topic]["question"]) in EXAMPLES[f"ask_{topic}"]


def test_no_two_topics_have_the_same_question():
    questions = [entry["question"].casefold() for entry in TOPICS.values()]
    assert len(questions) == len(set(questions))


def test_topic_hints_only_at_kinds_of_dispute_that_exist():
    hinted = {entry["dispute"] for entry in TOPICS.values() if "dispute" in entry}
    assert hinted <= set(decisions_by_id()) | {"plan_content"}
