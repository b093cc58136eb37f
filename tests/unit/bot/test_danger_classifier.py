"""What the danger classifier learns from a handful of examples, with the real featurizers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.danger_classifier import DangerClassifier, select_examples
from bot.nlu.danger_examples import (
    DANGER,
    MAY_BE_DANGER,
    NO_DANGER,
    part_lessons,
    read_danger_examples,
)
from bot.nlu.dispute_examples import DISPUTES
from bot.nlu.fact_examples import FACTS
from bot.nlu.ngram_featurizer import NgramFeaturizer
from bot.nlu.parts import PART_OF_MESSAGE
from bot.nlu.sentence_encoder import SentenceEncoder

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "data" / "danger"
LOST = [
    "my son is missing",
    "my daughter has not come home from school",
    "he ran off and we cannot find him",
    "my boy is lost and it is dark",
    "she has run away from home",
]
HURT = [
    "his teacher hit him with a ruler",
    "my son is hurt by his carer",
    "a man at school hurts my daughter",
    "her father hit her again",
    "my boy was hit by the driver",
]
SAFE = [
    "my son is nine and goes to school",
    "my daughter likes her school",
    "he found his book at home",
    "she has a letter from the council",
    "we would like to change the school",
    "his teacher is kind to him",
]
ORDINARY = [
    "what is mediation",
    "is it far",
    "who pays",
    "is it free",
    "how long does it take",
    "can i bring a friend",
]
BORDERLINE = ["she has run off home again, it is all too much"]

Danger = list[dict[str, Any]]


def build(component: type, folder: Path, **options: Any) -> Any:
    """A component as Rasa makes it for training."""
    return component.create(
        {**component.get_default_config(), **options},
        LocalModelStorage(folder),
        Resource(component.__name__),
        ExecutionContext(GraphSchema({}), node_name=component.__name__),
    )


class Screen:
    """The featurizers and the classifier, trained on a few examples."""

    def __init__(self, folder: Path, dangers: dict[str, list[str]], **options: Any) -> None:
        self.folder = folder
        examples = [
            Message(data={TEXT: text, DANGER: type_})
            for type_, texts in dangers.items()
            for text in texts
        ]
        examples += [Message(data={TEXT: text, INTENT: "ask"}) for text in ORDINARY]
        examples += [Message(data={TEXT: text, INTENT: "ask_how"}) for text in BORDERLINE]
        data = TrainingData(examples)
        self.featurizers = [
            build(SentenceEncoder, folder),
            build(NgramFeaturizer, folder, at_least=1),
        ]
        self.featurizers[1].train(data)
        for featurizer in self.featurizers:
            featurizer.process_training_data(data)
        self.options = {"no_danger_counts": 2.0, **options}
        self.classifier = build(DangerClassifier, folder, **self.options)
        self.classifier.train(data)

    def hear(self, text: str) -> Danger:
        heard: Danger = self.read(text)[DANGER]
        return heard

    def may_be_danger(self, text: str, *, is_part: bool = False) -> bool:
        answer: bool = self.read(text, is_part=is_part)[MAY_BE_DANGER]
        return answer

    def read(self, text: str, *, is_part: bool = False) -> dict[str, Any]:
        message = Message(data={TEXT: text, METADATA: {PART_OF_MESSAGE: is_part}})
        for component in (*self.featurizers, self.classifier):
            component.process([message])
        output: dict[str, Any] = message.as_dict(only_output_properties=True)
        return output

    def reload(self) -> None:
        self.classifier = DangerClassifier.load(
            {**DangerClassifier.get_default_config(), **self.options},
            LocalModelStorage(self.folder),
            Resource(DangerClassifier.__name__),
            ExecutionContext(GraphSchema({})),
        )


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Screen:
    dangers = {"lost": LOST, "hurt": HURT, NO_DANGER: SAFE}
    return Screen(tmp_path_factory.mktemp("danger"), dangers, unclear_intents=["ask_how"])


def test_parent_who_hints_at_danger_is_heard(screen: Screen) -> None:
    first, second = screen.hear("my daughter ran from school and has not come home")
    assert (first["id"], second["id"]) == ("lost", "hurt")
    assert 1 >= first["confidence"] > second["confidence"] >= 0
    assert screen.hear("the carer hit my daughter")[0]["id"] == "hurt"


@pytest.mark.parametrize("text", ["is it free", "his school is kind", "my son is nine", ""])
def test_parent_who_is_safe_is_left_in_peace(screen: Screen, text: str) -> None:
    assert screen.hear(text) == []


@pytest.mark.parametrize("text", ["missing", "my son", "12", "999", "07700 900123", "?!"])
def test_word_or_number_alone_is_no_danger(screen: Screen, text: str) -> None:
    assert screen.hear(text) == []


@pytest.mark.parametrize("text", ["mój syn zaginął i nie wrócił do domu", "我儿子没有回家"])
def test_message_that_cannot_be_read_is_not_judged(screen: Screen, text: str) -> None:
    assert screen.hear(text) == []


def test_what_cannot_be_judged_may_be_danger_and_the_rest_by_the_bar(tmp_path: Path) -> None:
    dangers = {"lost": LOST, "hurt": HURT, NO_DANGER: SAFE}
    bold = Screen(tmp_path, dangers, surely_none=1.0)
    assert not bold.may_be_danger("his teacher has a letter")
    assert bold.may_be_danger("zjadł śniadanie i poszedł do szkoły")
    careful = Screen(tmp_path, dangers, surely_none=0.0)
    assert careful.may_be_danger("his teacher has a letter")


def test_message_of_several_parts_is_raised_by_its_own_threshold(tmp_path: Path) -> None:
    dangers = {"lost": LOST, "hurt": HURT, NO_DANGER: SAFE}
    eager = Screen(tmp_path, dangers, threshold=1.0, threshold_of_whole=0.0)
    assert eager.hear("She has a letter. We would like to change the school.")
    assert not eager.hear("she has a letter")


def test_part_is_taken_back_by_its_own_bar(tmp_path: Path) -> None:
    dangers = {"lost": LOST, "hurt": HURT, NO_DANGER: SAFE}
    screen = Screen(tmp_path, dangers, surely_none=0.0, surely_none_of_part=1.0)
    assert screen.may_be_danger("she has a letter")
    assert not screen.may_be_danger("she has a letter", is_part=True)


def test_one_of_two_sentences_of_a_harmless_story_is_learnt_as_harmless(tmp_path: Path) -> None:
    (tmp_path / "none.yml").write_text("examples:\n  - He fell over. He laughed about it.\n")
    (tmp_path / "lost.yml").write_text("examples:\n  - He fell over. He never came home.\n")
    told = {(m.get(TEXT), m.get(DANGER)) for m in read_danger_examples(tmp_path)}
    assert ("He fell over.", NO_DANGER) in told
    assert len(told) == 3


def test_unclear_intents_teach_nothing(screen: Screen, tmp_path: Path) -> None:
    dangers = {"lost": LOST, "hurt": HURT, NO_DANGER: SAFE}
    taught = Screen(tmp_path, dangers, intent_counts=20.0)
    assert screen.hear(BORDERLINE[0])
    assert not taught.hear(BORDERLINE[0])


def test_what_was_learnt_is_kept_without_pickle(screen: Screen) -> None:
    text = "my daughter ran from school and has not come home"
    before = screen.hear(text)
    screen.reload()
    assert screen.hear(text) == before
    kept = {path.name for path in (screen.folder / DangerClassifier.__name__).iterdir()}
    assert kept == {"weights.npz", "words.json", "pairs.json", "written"}


def test_one_type_of_danger_is_enough_to_learn_from(tmp_path: Path) -> None:
    screen = Screen(tmp_path, {"lost": LOST, NO_DANGER: SAFE})
    assert [found["id"] for found in screen.hear("we cannot find my son")] == ["lost"]
    assert screen.hear("is it free") == []


def test_without_examples_no_danger_is_ever_heard(tmp_path: Path) -> None:
    screen = Screen(tmp_path, {})
    assert screen.hear("my son is missing") == []
    screen.reload()
    assert screen.hear("my son is missing") == []


@pytest.mark.parametrize("name", DangerClassifier.shares)
def test_wrong_threshold_is_refused_by_its_name(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        DangerClassifier.validate_config({name: 40})


def test_every_type_of_danger_has_an_answer() -> None:
    answers = yaml.safe_load((ROOT / "data" / "notices" / "safety.yml").read_text())["notices"]
    types = {message.get(DANGER) for message in read_danger_examples(FOLDER)}
    assert types == {*answers, NO_DANGER}


def test_no_example_is_of_two_types() -> None:
    texts = [message.get(TEXT).casefold() for message in read_danger_examples(FOLDER)]
    assert len(texts) == len(set(texts))


def test_absent_folder_has_no_examples(tmp_path: Path) -> None:
    assert read_danger_examples(tmp_path / "absent") == []


def test_what_families_tell_of_their_case_is_no_danger_but_where_it_is() -> None:
    told = [
        Message({TEXT: "They say she needs no plan", DISPUTES: ["refuse_plan"]}),
        Message({TEXT: "they say she needs no plan", FACTS: {}}),
        Message({TEXT: "he can see my texts", FACTS: {}}),
        Message({TEXT: "He can see my texts", DANGER: "domestic_abuse"}),
        *part_lessons([Message({TEXT: "Hello, I am Jo. He is nine. It is Kent."})]),
    ]
    config = DangerClassifier.get_default_config()
    learnt = {(e.message.get(TEXT), e.type) for e in select_examples(TrainingData(told), config)}
    assert ("They say she needs no plan", NO_DANGER) in learnt
    assert ("He can see my texts", "domestic_abuse") in learnt
    assert ("he can see my texts", NO_DANGER) not in learnt
    assert len([text for text, _type in learnt if "she needs no plan" in text.casefold()]) == 1
