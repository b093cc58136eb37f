"""Rasa component: whether somebody in a message may not be safe, learnt from examples.

The front desk's word patterns come first and hear danger that is named. This one hears danger
that is hinted at, told sideways or oddly spelt, by the vectors that the featurizers left.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.nlu.danger_examples import DANGER, NO_DANGER, PART_OF_INTENT
from bot.nlu.features import stack_sentence_features
from bot.nlu.parts import PART_OF_MESSAGE

WEIGHTS_FILE = "danger.npz"
WORDS_FILE = "danger.json"
TOLERANCE_AN_EXAMPLE = 0.0002
TYPES_TOLD = 3
SHARES = ("threshold", "threshold_when_short", "threshold_of_part", "fewest_known")
_APOSTROPHES = re.compile(r"['’‘`´]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Example:
    """A message that says how danger sounds, or how it does not."""

    message: Message
    type: str
    counts: float
    """How much it weighs beside the others."""


@dataclass(frozen=True)
class Learnt:
    """What training leaves: a row of weights and a bias for each type, and the words it has met."""

    types: tuple[str, ...]
    weights: np.ndarray
    bias: np.ndarray
    words: frozenset[str]

    def weigh(self, features: csr_matrix) -> np.ndarray:
        """How likely each type is, for each row of features; each row adds up to 1."""
        scores = features @ self.weights.T + self.bias
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        return likely / likely.sum(axis=1, keepdims=True)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class DangerClassifier(GraphComponent):
    """Sets `danger` on each message: the types it may speak of, best first; empty if it is safe.

    Each is `{"id": type, "confidence": 0 to 1}`. The types are those of the examples; without
    examples nothing is learnt and no danger is ever heard.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """What is raised, and how much each kind of example counts.

        `threshold`: how likely it must be that there is danger, of whatever type;
        `threshold_when_short`: the same below `short` words, which hardly say anything;
        `threshold_of_part`: the same for a part of a message, since a message has several;
        `fewest_known`: below this share of words met in training a message is not judged, as the
        sentence encoder reads no language but English;
        `unclear_intents`: intents whose examples may speak of danger, so that they teach nothing.
        """
        return {
            "threshold": 0.5,
            "short": 3,
            "threshold_when_short": 0.95,
            "threshold_of_part": 0.7,
            "fewest_known": 0.4,
            "unclear_intents": [],
            "danger_counts": 2.0,
            "no_danger_counts": 6.0,
            "intent_counts": 0.5,
            "part_counts": 3.0,
        }

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Raises ValueError for a threshold or a share that is not between 0 and 1."""
        for name in SHARES:
            if not 0 <= config.get(name, 0) <= 1:
                raise ValueError(f"DangerClassifier: {name} must be between 0 and 1")

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        learnt: Learnt | None = None,
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._learnt = learnt

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DangerClassifier:
        """An untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_kwargs: Any,
    ) -> DangerClassifier:
        """A trained component. Raises if its files are missing or cannot be read."""
        with model_storage.read_from(resource) as folder:
            said = json.loads((folder / WORDS_FILE).read_text(encoding="utf-8"))
            if not said["types"]:
                return cls(config, model_storage, resource)
            with np.load(folder / WEIGHTS_FILE, allow_pickle=False) as arrays:
                weights, bias = arrays["weights"], arrays["bias"]
        learnt = Learnt(tuple(said["types"]), weights, bias, frozenset(said["words"]))
        return cls(config, model_storage, resource, learnt)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples of danger and, as what is none, from those of the intents."""
        examples = select_examples(training_data, self._config)
        if len({example.type for example in examples}) > 1:
            self._learnt = learn(examples)
        with self._storage.write_to(self._resource) as folder:
            said = {
                "types": self._learnt.types if self._learnt else [],
                "words": sorted(self._learnt.words) if self._learnt else [],
            }
            (folder / WORDS_FILE).write_text(json.dumps(said), encoding="utf-8")
            if self._learnt:
                arrays = {"weights": self._learnt.weights, "bias": self._learnt.bias}
                np.savez(folder / WEIGHTS_FILE, **arrays)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `danger` on each message."""
        for message in messages:
            message.set(DANGER, self._hear(message), add_to_output=True)
        return messages

    def _hear(self, message: Message) -> list[dict[str, Any]]:
        text = message.get(TEXT)
        if self._learnt is None or not text:
            return []
        words = read_words(text)
        known = sum(word in self._learnt.words for word in words)
        if known < self._config["fewest_known"] * len(words):
            return []
        likely = dict(
            zip(
                self._learnt.types,
                self._learnt.weigh(stack_sentence_features([message]))[0],
                strict=True,
            )
        )
        if 1 - likely.pop(NO_DANGER) < self._find_threshold(message, words):
            return []
        best_first = sorted(likely, key=likely.__getitem__, reverse=True)[:TYPES_TOLD]
        return [{"id": type_, "confidence": float(likely[type_])} for type_ in best_first]

    def _find_threshold(self, message: Message, words: Sequence[str]) -> float:
        if len(words) < self._config["short"]:
            return self._config["threshold_when_short"]
        is_part = (message.get(METADATA) or {}).get(PART_OF_MESSAGE, False)
        return self._config["threshold_of_part" if is_part else "threshold"]


def select_examples(training_data: TrainingData, config: dict[str, Any]) -> list[Example]:
    """The examples of danger, and those of every intent that never speaks of any."""
    examples = []
    for message in training_data.training_examples:
        type_, part_of = message.get(DANGER), message.get(PART_OF_INTENT)
        intent = part_of or message.get(INTENT)
        if not message.get(TEXT):
            continue
        if type_ is not None:
            counts = config["no_danger_counts" if type_ == NO_DANGER else "danger_counts"]
            examples.append(Example(message, type_, counts))
        elif intent is not None and intent not in config["unclear_intents"]:
            counts = config["part_counts" if part_of else "intent_counts"]
            examples.append(Example(message, NO_DANGER, counts))
    return examples


def learn(examples: Sequence[Example]) -> Learnt:
    """Fit one softmax over the types. The examples must be of two types or more."""
    # The solver stops by the slope of a summed loss, as intent_classifier.py says.
    slope = TOLERANCE_AN_EXAMPLE * sum(example.counts for example in examples)
    model = LogisticRegression(max_iter=1000, tol=slope)
    model.fit(
        stack_sentence_features([example.message for example in examples]),
        [example.type for example in examples],
        sample_weight=[example.counts for example in examples],
    )
    weights, bias = model.coef_, model.intercept_
    if len(weights) == 1:
        # Of two types, scikit-learn keeps the second one's row; the first one's is nought.
        weights, bias = np.vstack([0 * weights, weights]), np.append(0, bias)
    met = Counter(
        word for example in examples for word in set(read_words(example.message.get(TEXT)))
    )
    return Learnt(
        tuple(model.classes_.tolist()),
        weights.astype(np.float32),
        bias.astype(np.float32),
        frozenset(word for word, times in met.items() if times > 1),
    )


def read_words(text: str) -> list[str]:
    """The words in lower case, without apostrophes and numbers."""
    return _WORD.findall(_APOSTROPHES.sub("", text.lower()))
