"""Rasa component: whether somebody in a message may not be safe, learnt from examples.

The front desk's word patterns come first and hear danger that is named. This one hears danger
that is hinted at, told sideways or oddly spelt, by the vectors that the featurizers left and by
words of its own.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack

from bot.nlu.danger_examples import (
    DANGER,
    MAY_BE_DANGER,
    NO_DANGER,
    PART_OF_INTENT,
    PART_OF_LESSON,
)
from bot.nlu.danger_words import WordPairs
from bot.nlu.dispute_examples import DISPUTES
from bot.nlu.fact_examples import FACTS
from bot.nlu.features import stack_sentence_features
from bot.nlu.learning_component import LearningComponent
from bot.nlu.parts import PART_OF_MESSAGE, split_into_parts
from bot.nlu.softmax import Example, Softmax, learn, load_softmax, read_words

PAIRS_FILE = "pairs.json"
ONE_ORDINARY_TAKEN_OF = 3
"""Examples of intents are many: a third of them teaches as well, and keeps training quick."""
TYPES_TOLD = 3
WORD_PAIRS = 20_000
WORD_SCALE = 3.0
"""Longer than the vectors of the featurizers, which were tuned on the same examples."""


@dataclass(frozen=True)
class Learnt:
    """What training leaves: the softmax over the types, and the word pairs it reads."""

    softmax: Softmax
    pairs: WordPairs

    def weigh(self, messages: Sequence[Message]) -> np.ndarray:
        """How likely each type is (columns), for each message (rows); each row adds up to 1."""
        return self.softmax.weigh(_stack_features(messages, self.pairs))

    def weigh_types(self, message: Message) -> dict[str, float]:
        """How likely each type is in one message."""
        return self.softmax.weigh_types(_stack_features([message], self.pairs))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class DangerClassifier(LearningComponent[Learnt]):
    """Sets `danger` on each message: the types it may speak of, best first; empty if it is safe.

    `may_be_danger` beside it is false where the message is surely harmless: what word patterns only
    suspect is none then. Each type is `{"id": type, "confidence": 0 to 1}`. The types are those of
    the examples; without examples nothing is learnt and no danger is ever heard.
    """

    shares = (
        "threshold",
        "threshold_when_short",
        "threshold_of_whole",
        "threshold_of_part",
        "surely_none",
        "surely_none_of_part",
        "fewest_known",
    )

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """What is raised, and how much each kind of example counts.

        `threshold`: how likely it must be that there is danger, of whatever type;
        `threshold_when_short`: the same below `short` words, which hardly say anything;
        `threshold_of_whole`: the same for a message of several parts, where danger may be in one;
        `threshold_of_part`: the same for each part, since any of them may raise it falsely;
        `surely_none`: how unlikely danger must be where word patterns suspect some;
        `surely_none_of_part`: the same for each part, which beside the whole says less;
        `fewest_known`: below this share of words met in training a message is not judged, as the
        sentence encoder reads no language but English;
        `unclear_intents`: intents whose examples may speak of danger, so that they teach nothing.
        """
        return {
            "threshold": 0.5,
            "short": 3,
            "threshold_when_short": 0.95,
            "threshold_of_whole": 0.3,
            "threshold_of_part": 0.8,
            "surely_none": 0.015,
            "surely_none_of_part": 0.1,
            "fewest_known": 0.4,
            "unclear_intents": [],
            "danger_counts": 2.0,
            "no_danger_counts": 6.0,
            "intent_counts": 1.5,
            "part_counts": 3.0,
            "lesson_counts": 3.0,
        }

    @classmethod
    def read_learnt(cls, folder: Path) -> Learnt | None:
        """The softmax and the word pairs it reads."""
        softmax = load_softmax(folder)
        if softmax is None:
            return None
        pairs = json.loads((folder / PAIRS_FILE).read_text(encoding="utf-8"))
        return Learnt(softmax, WordPairs.load(pairs))

    @staticmethod
    def write_learnt(folder: Path, learnt: Learnt) -> None:
        """The softmax, and the word pairs beside it."""
        learnt.softmax.save(folder)
        pairs = json.dumps(learnt.pairs.keep())
        (folder / PAIRS_FILE).write_text(pairs, encoding="utf-8")

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples of danger and, as what is none, from those of the intents."""
        examples = select_examples(training_data, self._config)
        has_types = len({example.type for example in examples}) > 1
        return self.keep(learn_dangers(examples) if has_types else None)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `danger` and `may_be_danger` on each message."""
        for message in messages:
            likely = self._weigh(message)
            message.set(DANGER, self._hear(message, likely), add_to_output=True)
            surely_none = "surely_none_of_part" if _is_part(message) else "surely_none"
            may_be = likely is None or 1 - likely[NO_DANGER] >= self._config[surely_none]
            message.set(MAY_BE_DANGER, may_be, add_to_output=True)
        return messages

    def _weigh(self, message: Message) -> dict[str, float] | None:
        """How likely each type is; None where the message cannot be judged."""
        text = message.get(TEXT)
        if self._learnt is None or not text:
            return None
        words = read_words(text)
        if words and self._learnt.softmax.share_of_known(words) < self._config["fewest_known"]:
            return None
        return self._learnt.weigh_types(message)

    def _hear(self, message: Message, likely: dict[str, float] | None) -> list[dict[str, Any]]:
        if likely is None or 1 - likely[NO_DANGER] < self._find_threshold(message):
            return []
        dangers = {type_: share for type_, share in likely.items() if type_ != NO_DANGER}
        best_first = sorted(dangers, key=dangers.__getitem__, reverse=True)[:TYPES_TOLD]
        return [{"id": type_, "confidence": dangers[type_]} for type_ in best_first]

    def _find_threshold(self, message: Message) -> float:
        text = message.get(TEXT)
        if len(read_words(text)) < self._config["short"]:
            return self._config["threshold_when_short"]
        if _is_part(message):
            return self._config["threshold_of_part"]
        return self._config["threshold_of_whole" if split_into_parts(text) else "threshold"]


def select_examples(training_data: TrainingData, config: dict[str, Any]) -> list[Example]:
    """The examples of danger, of every intent that never speaks of any, and of what is told.

    What families tell of their case is none, but for what stands among the examples of danger too.
    """
    dangers, ordinary, parts = [], [], []
    lessons: dict[str, Message] = {}
    for message in training_data.training_examples:
        type_, part_of = message.get(DANGER), message.get(PART_OF_INTENT)
        intent = part_of or message.get(INTENT)
        if not message.get(TEXT):
            continue
        if type_ is not None:
            counts = config["no_danger_counts" if type_ == NO_DANGER else "danger_counts"]
            dangers.append(Example(message, type_, counts))
        elif part_of is not None and part_of not in config["unclear_intents"]:
            parts.append(Example(message, NO_DANGER, config["part_counts"]))
        elif any(message.get(kind) is not None for kind in (DISPUTES, FACTS, PART_OF_LESSON)):
            lessons.setdefault(message.get(TEXT).casefold(), message)
        elif intent is not None and intent not in config["unclear_intents"]:
            ordinary.append(Example(message, NO_DANGER, config["intent_counts"]))
    for example in dangers:
        lessons.pop(example.message.get(TEXT).casefold(), None)
    parts += [Example(told, NO_DANGER, config["lesson_counts"]) for told in lessons.values()]
    return dangers + parts + ordinary[::ONE_ORDINARY_TAKEN_OF]


def learn_dangers(examples: Sequence[Example]) -> Learnt:
    """Fit one softmax over the types. The examples must be of two types or more."""
    told = [e.message.get(TEXT) for e in examples if e.message.get(DANGER) is not None]
    pairs = WordPairs.learn(told, most=WORD_PAIRS, scale=WORD_SCALE)
    features = _stack_features([example.message for example in examples], pairs)
    return Learnt(learn(examples, features), pairs)


def _is_part(message: Message) -> bool:
    return (message.get(METADATA) or {}).get(PART_OF_MESSAGE, False)


def _stack_features(messages: Sequence[Message], pairs: WordPairs) -> csr_matrix:
    words = pairs.weigh([message.get(TEXT) for message in messages])
    return hstack([stack_sentence_features(messages), words]).tocsr()
