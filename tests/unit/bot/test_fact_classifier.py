"""How learnt facts and those of rules are put together, with the real encoder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import ENTITIES, INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.fact_classifier import FactClassifier, settle_facts
from bot.nlu.fact_examples import FACTS, LEFT_OPEN, read_fact_examples
from bot.nlu.parts import PART_OF_MESSAGE

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "data" / "facts"
CONFIG = FactClassifier.get_default_config()
CAT = [
    "we have a cat at home and he is six",
    "our cat sleeps all day long",
    "i live with a lovely old cat",
    "the cat came in from the garden again",
]
DOG = [
    "we have a dog at home and she is two",
    "our dog barks all day long",
    "i live with a lovely old dog",
    "the dog came in from the garden again",
]
NEITHER = [
    "we have a house with a garden",
    "it rains all day long",
    "i live on a lovely old street",
    "the postman came in from the garden again",
]
WHOLE = {"start": 0, "end": 9, "extractor": "FactClassifier"}


def build(folder: Path) -> FactClassifier:
    return FactClassifier.create(
        CONFIG,
        LocalModelStorage(folder),
        Resource(FactClassifier.__name__),
        ExecutionContext(GraphSchema({}), node_name=FactClassifier.__name__),
    )


class Listener:
    """The component, trained on a few messages about pets."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        told = [({"pet.own": "cat"}, CAT), ({"pet.own": "dog"}, DOG), ({}, NEITHER)]
        examples = [
            Message(data={TEXT: text, FACTS: facts, LEFT_OPEN: []})
            for facts, texts in told
            for text in texts
        ]
        asked = [Message(data={TEXT: "is that your dog?", INTENT: "ask"})] * 3
        self.classifier = build(folder)
        self.classifier.train(TrainingData([*examples, *asked]))

    def hear(self, text: str, *, is_part: bool = False) -> list[dict[str, Any]]:
        message = Message(data={TEXT: text, METADATA: {PART_OF_MESSAGE: is_part}})
        self.classifier.process([message])
        return message.get(ENTITIES, [])

    def reload(self) -> None:
        self.classifier = FactClassifier.load(
            CONFIG,
            LocalModelStorage(self.folder),
            Resource(FactClassifier.__name__),
            ExecutionContext(GraphSchema({})),
        )


@pytest.fixture(scope="module")
def listener(tmp_path_factory: pytest.TempPathFactory) -> Listener:
    return Listener(tmp_path_factory.mktemp("facts"))


def rule(value: str, *, sure: bool = True, role: str | None = "own") -> dict[str, Any]:
    heard = {"entity": "pet", "value": value, "sure": sure, "start": 3, "end": 6}
    return {**heard, "role": role} if role else heard


def settle(
    *entities: dict[str, Any], cat: float = 0.0, dog: float = 0.0, **options: Any
) -> list[tuple[str, bool]]:
    likely = {"pet.own": {"cat": cat, "dog": dog}, "pet.wanted": {"cat": 0.0}}
    settled = settle_facts(entities, likely, {**CONFIG, **options}, WHOLE)
    return [(entity["value"], entity["sure"]) for entity in settled]


def test_one_word_in_a_long_message_tells_a_fact(listener: Listener) -> None:
    text = "i am writing about the school and we also have a dog, it rains in the garden all day"
    assert [(one["entity"], one["value"], one["role"]) for one in listener.hear(text)] == [
        ("pet", "dog", "own")
    ]


def test_end_of_a_very_long_message_is_heard_too(listener: Listener) -> None:
    text = "the house is on a street. " * 40 + "\nwe have a cat at home"
    assert [one["value"] for one in listener.hear("we have a cat at home\n" + text)] == ["cat"]


def test_what_was_learnt_is_kept(listener: Listener) -> None:
    before = listener.hear("there is a cat at home with us")
    listener.reload()
    assert listener.hear("there is a cat at home with us") == before != []


@pytest.mark.parametrize(
    "text",
    ["do we have a cat at home?", "if we have a cat", "a cat", "mamy w domu kota i psa", ""],
)
def test_question_a_few_words_and_another_language_are_left_to_the_rules(
    listener: Listener, text: str
) -> None:
    assert listener.hear(text) == []


def test_part_of_a_message_tells_no_fact_of_its_own(listener: Listener) -> None:
    assert listener.hear("there is a cat at home with us", is_part=True) == []


def test_component_without_examples_changes_nothing(tmp_path: Path) -> None:
    classifier = build(tmp_path)
    classifier.train(TrainingData([Message(data={TEXT: "hello you", INTENT: "greet"})]))
    message = Message(data={TEXT: "we have a cat at home"})
    classifier.process([message])
    assert message.get(ENTITIES) is None
    assert any(path.is_file() for path in tmp_path.rglob("*")), "the cache drops empty folders"


def test_fact_that_no_rule_read_is_stored_or_asked_about_by_how_likely_it_is() -> None:
    assert settle(cat=0.95) == [("cat", True)]
    assert settle(cat=0.6) == [("cat", False)]
    assert settle(cat=0.2) == []


def test_fact_that_matters_too_much_is_asked_about_however_likely() -> None:
    assert settle(cat=0.99, only_asked=["pet.own"]) == [("cat", False)]


def test_field_can_be_left_to_the_rules() -> None:
    assert settle(cat=0.99, not_added=["pet.own"]) == []
    assert settle(rule("dog"), cat=0.99, not_doubted=["pet.own"]) == [("dog", True)]


def test_sure_reading_that_hardly_anybody_meant_is_asked_about() -> None:
    assert settle(rule("dog"), cat=0.97, dog=0.01) == [("dog", False)]
    assert settle(rule("dog"), cat=0.7, dog=0.2) == [("dog", True)]


def test_unsure_reading_becomes_sure_where_learning_agrees() -> None:
    assert settle(rule("dog", sure=False), dog=0.8) == [("dog", True)]
    assert settle(rule("dog", sure=False), dog=0.3) == [("dog", False)]
    assert settle(rule("dog", sure=False), dog=0.8, only_asked=["pet.own"]) == [("dog", False)]


def test_two_readings_of_a_rule_are_left_as_they_are() -> None:
    assert settle(rule("dog"), rule("cat"), cat=0.99) == [("dog", True), ("cat", True)]


def test_reading_of_another_role_is_another_field() -> None:
    assert settle(rule("cat", role="wanted"), cat=0.95) == [("cat", False), ("cat", True)]


def test_reading_without_a_known_role_is_of_every_field_of_its_name() -> None:
    assert settle(rule("cat", role="any"), cat=0.95) == [("cat", False)]


def test_likelihood_beyond_one_is_refused() -> None:
    for share in FactClassifier.shares:
        with pytest.raises(ValueError, match=share):
            FactClassifier.validate_config({**CONFIG, share: 1.5})


def test_every_labelled_message_is_read() -> None:
    examples = read_fact_examples(FOLDER)
    assert len(examples) > 500
    assert len({example.get(TEXT) for example in examples}) == len(examples)
    for example in examples:
        assert not set(example.get(FACTS)) & set(example.get(LEFT_OPEN)), example.get(TEXT)


def test_fields_named_in_the_configuration_are_learnt() -> None:
    learnt = {field for example in read_fact_examples(FOLDER) for field in example.get(FACTS)}
    pipeline = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))["pipeline"]
    (step,) = [step for step in pipeline if step["name"].endswith(".FactClassifier")]
    named = {
        f for option in ("only_asked", "not_added", "not_doubted") for f in step.get(option, [])
    }
    assert named <= learnt


def test_folder_that_is_not_there_has_no_examples(tmp_path: Path) -> None:
    assert read_fact_examples(tmp_path / "facts") == []
