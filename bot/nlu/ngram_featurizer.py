"""Rasa component: how a message is spelt, as weighted letter n-grams.

Rasa's CountVectorsFeaturizer counts only. Its long, unscaled rows drown the sentence embedding
and kept LogisticRegressionClassifier busy for 158 s without converging (3,760 examples).
"""

from __future__ import annotations

import json
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.exceptions import NotFittedError
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu.features import QuicklyFingerprinted
from bot.nlu.weighing import NgramWeigher

VOCABULARY_FILE = "ngrams.json"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class NgramFeaturizer(SparseFeaturizer, GraphComponent):
    """Adds one sparse vector of length `scale` to each message: tf-idf of its letter n-grams."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Lengths in letters within words; `at_least` is in how many examples one must occur."""
        return {
            **SparseFeaturizer.get_default_config(),
            "shortest": 4,
            "longest": 5,
            "at_least": 3,
            "at_most_ngrams": 3000,
            "scale": 2.0,
        }

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Raises ValueError for a scale that is no positive number."""
        if not config["scale"] > 0:
            raise ValueError("NgramFeaturizer: scale must be a positive number")

    def __init__(
        self, config: dict[str, Any], name: str, storage: ModelStorage, resource: Resource
    ) -> None:
        super().__init__(name, config)
        self._storage = storage
        self._resource = resource
        self._weigher: NgramWeigher | None = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NgramFeaturizer:
        """An untrained component."""
        return cls(config, execution_context.node_name, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_kwargs: Any,
    ) -> NgramFeaturizer:
        """A trained component. Raises if its file is missing or cannot be read."""
        component = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            learnt = json.loads((folder / VOCABULARY_FILE).read_text())
        vectorizer = component._new_vectorizer(learnt["ngrams"])
        vectorizer.idf_ = learnt["weights"]
        component._weigher = NgramWeigher(vectorizer, config["scale"])
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learn which n-grams there are and how rare each one is."""
        texts = [message.get(TEXT) for message in training_data.intent_examples]
        vectorizer = self._new_vectorizer().fit([text for text in texts if text])
        self._weigher = NgramWeigher(vectorizer, self._config["scale"])
        learnt = {
            "ngrams": vectorizer.get_feature_names_out().tolist(),
            "weights": vectorizer.idf_.tolist(),
        }
        with self._storage.write_to(self._resource) as folder:
            (folder / VOCABULARY_FILE).write_text(json.dumps(learnt))
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the vector to each message that has a text."""
        spoken = [message for message in messages if message.get(TEXT)]
        if not spoken:
            return messages
        if self._weigher is None:
            raise NotFittedError("NgramFeaturizer has learnt no n-grams yet")
        rows = self._weigher.weigh([message.get(TEXT) for message in spoken])
        for message, row in zip(spoken, rows, strict=True):
            message.add_features(
                QuicklyFingerprinted(row, FEATURE_TYPE_SENTENCE, TEXT, self._identifier)
            )
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the vectors to the training examples, in place."""
        self.process(training_data.training_examples)
        return training_data

    def _new_vectorizer(self, ngrams: list[str] | None = None) -> TfidfVectorizer:
        return TfidfVectorizer(
            analyzer="char_wb",
            ngram_range=(self._config["shortest"], self._config["longest"]),
            min_df=self._config["at_least"],
            max_features=self._config["at_most_ngrams"],
            sublinear_tf=True,
            vocabulary=ngrams,
        )
