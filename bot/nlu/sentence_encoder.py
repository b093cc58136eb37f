"""Rasa component: what a message means, as the sentence embedding of all-MiniLM-L6-v2.

Twice in the pipeline: as it comes, which knows English, and tuned, which knows our families.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from tokenizers import Tokenizer

from bot.nlu.build_encoder import ENCODERS, ensure_encoder, name_encoder
from bot.nlu.encoded_lessons import encode_lessons
from bot.nlu.features import QuicklyFingerprinted
from bot.nlu.minilm import LONGEST_IN_TOKENS, TOKENIZER, TUNING

TEXTS_AT_HAND = 16
"""A message, its parts and its other spellings: what is encoded for a turn is encoded once."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoder(DenseFeaturizer, GraphComponent):
    """Adds one dense vector of 384 numbers and of length `scale` to each message."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`scale` is the length of the vectors: a larger one lets the classifier lean on them.

        `tuned` takes the encoder with what `bot.nlu.tune_encoder` learnt.
        """
        return {**DenseFeaturizer.get_default_config(), "scale": 3.0, "tuned": False}

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Raises ValueError for a scale that is no positive number, or `tuned` that is no bool."""
        scale = config.get("scale", 3.0)
        if not isinstance(scale, (int, float)) or scale <= 0:
            raise ValueError("SentenceEncoder: scale must be a positive number")
        if not isinstance(config.get("tuned", False), bool):
            raise ValueError("SentenceEncoder: tuned must be true or false")

    def __init__(self, config: dict[str, Any], name: str, encoder: Encoder) -> None:
        super().__init__(name, config)
        self._encoder = encoder

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoder:
        """Open the encoder, building its file if it is missing."""
        encoder = open_encoder(ensure_encoder(ENCODERS, TUNING if config["tuned"] else None))
        return cls(config, execution_context.node_name, encoder)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Tells Rasa's cache which encoder made the vectors (rasa/engine/graph.py:258)."""
        return name_encoder(TUNING if config.get("tuned") else None)

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the vector to each message that has a text."""
        for message in messages:
            if message.get(TEXT):
                self._add_vector(message, self._encoder.encode(message.get(TEXT)))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the vectors to the training examples, in place; what is not new is not encoded."""
        spoken = [message for message in training_data.training_examples if message.get(TEXT)]
        texts = [message.get(TEXT) for message in spoken]
        vectors = encode_lessons(texts, self._encoder.encode, self._encoder.lessons)
        for message in spoken:
            self._add_vector(message, vectors[message.get(TEXT)])
        return training_data

    def _add_vector(self, message: Message, vector: np.ndarray) -> None:
        numbers = (vector * self._config["scale"])[np.newaxis]
        message.add_features(
            QuicklyFingerprinted(numbers, FEATURE_TYPE_SENTENCE, TEXT, self._identifier)
        )


class Encoder:
    """Turns texts into vectors of length 1 on one core. `lessons` keeps those of training texts."""

    def __init__(self, path: Path) -> None:
        self.lessons = path.with_suffix(".lessons.npz")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(TOKENIZER))
        self._tokenizer.enable_truncation(LONGEST_IN_TOKENS)
        self._tokenizer.no_padding()
        self._run = lru_cache(maxsize=TEXTS_AT_HAND)(self._run_once)

    def encode(self, text: str) -> np.ndarray:
        """384 numbers for a text. One text at a time: beside others its 8-bit rounding differs."""
        return self._run(text)[0]

    def encode_words(self, text: str) -> np.ndarray:
        """Twice 384 numbers for each piece of a word, in a row each (build_encoder.build_graph).

        Of a text longer than LONGEST_IN_TOKENS only its beginning. Costs nothing more for a text
        that was encoded a moment ago.
        """
        return self._run(text)[1]

    def _run_once(self, text: str) -> tuple[np.ndarray, np.ndarray]:
        tokens = self._tokenizer.encode(text)
        inputs = {
            "input_ids": np.array([tokens.ids], np.int64),
            "attention_mask": np.array([tokens.attention_mask], np.int64),
        }
        sentences, words = self._session.run(None, inputs)
        return sentences[0], words[0]


@lru_cache(maxsize=2)
def open_encoder(path: Path) -> Encoder:
    """Open an encoder once in a process, however often Rasa builds the component."""
    return Encoder(path)
