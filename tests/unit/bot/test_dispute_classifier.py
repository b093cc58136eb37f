"""How learnt kinds of dispute and those of patterns are put together, with the real featurizers."""

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

from bot.nlu.dispute_classifier import NO_DISPUTE, DisputeClassifier, Told, combine
from bot.nlu.dispute_examples import DISPUTES, read_dispute_examples
from bot.nlu.ngram_featurizer import NgramFeaturizer
from bot.nlu.parts import PART_OF_MESSAGE
from bot.nlu.sentence_encoder import SentenceEncoder

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "data" / "disputes"
CONFIG = DisputeClassifier.get_default_config()
TAXI = [
    "the council stopped his taxi to school",
    "they will not pay for her school bus any more",
    "no transport to school for my son",
    "the minibus does not come for her now",
    "we asked for a taxi and they said no",
]
ENDING = [
    "they want to end his plan",
    "her plan is going to stop in july",
    "the council is closing my son's plan",
    "they have taken his plan away from him",
    "my plan finishes this year and i still need it",
]
NOTHING = [
    "my son is nine and goes to school",
    "we live in Leeds and he likes his teacher",
    "my name is Ann and i am her mum",
    "the letter is from the council",
    "i work nights so ring me in the morning",
]
SURE_OF_TRANSPORT = Told(frozenset({"transport"}), frozenset())
ASKED = ["can they end his plan?", "will they stop her taxi?", "who pays for the bus?"] * 4


def build(component: type, folder: Path, **options: Any) -> Any:
    """A component as Rasa makes it for training."""
    return component.create(
        {**component.get_default_config(), **options},
        LocalModelStorage(folder),
        Resource(component.__name__),
        ExecutionContext(GraphSchema({}), node_name=component.__name__),
    )


class Listener:
    """The featurizers and the classifier, trained on a few accounts."""

    def __init__(self, folder: Path, accounts: dict[str, list[str]]) -> None:
        self.folder = folder
        examples = [
            Message(data={TEXT: text, DISPUTES: [] if kind == NO_DISPUTE else [kind]})
            for kind, texts in accounts.items()
            for text in texts
        ]
        examples += [Message(data={TEXT: text, INTENT: "ask"}) for text in ASKED]
        data = TrainingData(examples)
        self.featurizers = [
            build(SentenceEncoder, folder),
            build(NgramFeaturizer, folder, at_least=1),
        ]
        self.featurizers[1].train(data)
        for featurizer in self.featurizers:
            featurizer.process_training_data(data)
        self.classifier = build(DisputeClassifier, folder)
        self.classifier.train(data)

    def hear(self, text: str, *entities: dict[str, Any], is_part: bool = False) -> dict[str, bool]:
        """Each kind that is told, and whether it is sure."""
        message = Message(data={TEXT: text, METADATA: {PART_OF_MESSAGE: is_part}})
        message.set(ENTITIES, list(entities))
        for component in (*self.featurizers, self.classifier):
            component.process([message])
        self.entities = message.get(ENTITIES)
        return {
            found["value"]: found["sure"] for found in self.entities if found["entity"] == "dispute"
        }

    def reload(self) -> None:
        self.classifier = DisputeClassifier.load(
            CONFIG,
            LocalModelStorage(self.folder),
            Resource(DisputeClassifier.__name__),
            ExecutionContext(GraphSchema({})),
        )


def pattern(kind: str, *, sure: bool, entity: str = "dispute") -> dict[str, Any]:
    return {"entity": entity, "value": kind, "sure": sure, "start": 3, "end": 9}


@pytest.fixture(scope="module")
def listener(tmp_path_factory: pytest.TempPathFactory) -> Listener:
    accounts = {"transport": TAXI, "cease_plan": ENDING, NO_DISPUTE: NOTHING}
    return Listener(tmp_path_factory.mktemp("disputes"), accounts)


def test_parent_who_tells_it_in_other_words_is_heard(listener: Listener) -> None:
    assert "transport" in listener.hear("they stopped the taxi that takes my son to school")
    assert "cease_plan" in listener.hear("the council wants to take her plan away in july")


def test_what_was_learnt_is_kept(listener: Listener) -> None:
    text = "they stopped the taxi that takes my son to school"
    before = listener.hear(text)
    listener.reload()
    assert listener.hear(text) == before != {}


@pytest.mark.parametrize(
    "text",
    [
        "can they stop the taxi that takes my son to school?",
        "what happens if they want to take her plan away",
        "taxi stopped",
        "zatrzymali taksówkę mojego syna do szkoły",
        "",
    ],
)
def test_question_a_few_words_and_another_language_are_left_to_the_patterns(
    listener: Listener, text: str
) -> None:
    assert listener.hear(text) == {}
    assert listener.hear(text, pattern("exclusion", sure=True)) == {"exclusion": True}


def test_part_of_a_message_tells_no_kind_of_its_own(listener: Listener) -> None:
    text = "they stopped the taxi that takes my son to school"
    assert listener.hear(text, is_part=True) == {}


def test_pattern_that_examples_agree_with_keeps_its_place(listener: Listener) -> None:
    text = "they want to end his plan"
    assert listener.hear(text, pattern("cease_plan", sure=False)) == {"cease_plan": True}
    assert listener.entities[0]["start"] == 3


def test_section_that_followed_from_a_doubted_kind_goes_with_it(tmp_path: Path) -> None:
    listener = Listener(tmp_path, {"transport": TAXI * 3, "section_f": ENDING[:1]})
    found = (pattern("section_f", sure=True), pattern("F", sure=True, entity="section"))
    heard = listener.hear("the council stopped his taxi to school", *found)
    assert heard == {"transport": False, "section_f": False}
    assert not [found for found in listener.entities if found["entity"] == "section"]


@pytest.mark.parametrize(
    ("sure", "unsure", "likely", "told"),
    [
        # Nothing from patterns: sure, to be asked, nothing.
        ("", "", {"transport": 0.95}, Told(frozenset({"transport"}), frozenset())),
        ("", "", {"transport": 0.5, "exclusion": 0.4}, "transport exclusion"),
        ("", "", {"transport": 0.2}, ""),
        ("", "", {"none": 0.99}, ""),
        ("", "", {"i_named_only": 0.99}, "i_named_only"),
        ("", "i_named_only", {"i_named_only": 0.99}, "i_named_only"),
        # An unsure pattern: agreed with, beside a likelier kind, without support.
        ("", "transport", {"transport": 0.7}, Told(frozenset({"transport"}), frozenset())),
        ("", "transport", {"transport": 0.2, "exclusion": 0.7}, "transport exclusion"),
        ("", "transport", {"transport": 0.01, "exclusion": 0.7}, "exclusion"),
        ("", "transport", {"none": 0.9}, "transport"),
        ("", "transport", {"none": 0.65, "transport": 0.35}, "transport"),
        ("", "b_f_i", {"section_f": 0.5, "i_named_only": 0.4}, "b_f_i section_f i_named_only"),
        # A sure pattern stands, unless another reading is far likelier.
        (
            "transport",
            "",
            {"transport": 0.3, "exclusion": 0.5},
            Told(frozenset({"transport"}), frozenset()),
        ),
        ("transport", "", {"transport": 0.1, "exclusion": 0.7}, SURE_OF_TRANSPORT),
        ("transport", "", {"transport": 0.1, "exclusion": 0.85}, "transport exclusion"),
        # Other facts around it look like no dispute; words of the field stand there.
        ("transport", "", {"transport": 0.01, "none": 0.95}, SURE_OF_TRANSPORT),
        ("transport", "", {"transport": 0.001, "none": 0.99}, "transport"),
        ("b_f_i", "", {"exclusion": 0.9}, Told(frozenset({"b_f_i"}), frozenset())),
        # Who the family are does not say what it is about.
        (
            "looked_after",
            "",
            {"transport": 0.5},
            Told(frozenset({"looked_after"}), frozenset({"transport"})),
        ),
    ],
)
def test_kinds_are_sure_asked_about_or_left_out(
    sure: str, unsure: str, likely: dict[str, float], told: Told | str
) -> None:
    of_all = {**dict.fromkeys(("transport", "exclusion", "none"), 0.0), **likely}
    patterns = Told(frozenset(sure.split()), frozenset(unsure.split()))
    wanted = told if isinstance(told, Told) else Told(frozenset(), frozenset(told.split()))
    assert combine(patterns, of_all, CONFIG) == wanted


def test_without_accounts_nothing_changes(tmp_path: Path) -> None:
    listener = Listener(tmp_path, {})
    listener.reload()
    text = "they stopped the taxi that takes my son to school"
    assert listener.hear(text, pattern("exclusion", sure=False)) == {"exclusion": False}


@pytest.mark.parametrize("name", DisputeClassifier.shares)
def test_wrong_likelihood_is_refused_by_its_name(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        DisputeClassifier.validate_config({name: 40})


def test_accounts_are_of_kinds_in_the_decision_table() -> None:
    table = yaml.safe_load((ROOT / "data" / "knowledge" / "decisions.yml").read_text())
    told = {kind for account in read_dispute_examples(FOLDER) for kind in account.get(DISPUTES)}
    assert told <= {row["id"] for row in table["decisions"]}


def test_no_account_is_there_twice() -> None:
    texts = [account.get(TEXT).casefold() for account in read_dispute_examples(FOLDER)]
    assert len(texts) == len(set(texts))


def test_absent_folder_has_no_accounts(tmp_path: Path) -> None:
    assert read_dispute_examples(tmp_path / "absent") == []
