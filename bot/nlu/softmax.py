"""One softmax over types, learnt from weighted examples, and what is kept of it.

For components that read something else than the intent from the vectors of the featurizers.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from scipy.sparse import csr_matrix

from bot.nlu.fitting import fit_softmax

WRITTEN_FILE = "written"
WEIGHTS_FILE = "weights.npz"
WORDS_FILE = "words.json"
TOLERANCE_AN_EXAMPLE = 0.0002
_APOSTROPHES = re.compile(r"['’‘`´]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Example:
    """A message of a type, and how much it counts beside the others."""

    message: Message
    type: str
    counts: float


@dataclass(frozen=True)
class Softmax:
    """A row of weights and a bias for each type, and the words that were met in training."""

    types: tuple[str, ...]
    weights: np.ndarray
    bias: np.ndarray
    words: frozenset[str]
    """Those met more than once."""

    def weigh(self, features: csr_matrix) -> np.ndarray:
        """How likely each type is (columns), for each row; each row adds up to 1."""
        scores = features @ self.weights.T + self.bias
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        return likely / likely.sum(axis=1, keepdims=True)

    def weigh_types(self, features: csr_matrix) -> dict[str, float]:
        """How likely each type is, for the one row there is."""
        return dict(zip(self.types, self.weigh(features)[0].tolist(), strict=True))

    def share_of_known(self, words: Sequence[str]) -> float:
        """Which share of the words was met in training; 0 where there is none."""
        return sum(word in self.words for word in words) / len(words) if words else 0.0

    def save(self, folder: Path) -> None:
        """Write two files that hold no pickle."""
        said = {"types": self.types, "words": sorted(self.words)}
        (folder / WORDS_FILE).write_text(json.dumps(said), encoding="utf-8")
        np.savez(folder / WEIGHTS_FILE, weights=self.weights, bias=self.bias)


def mark_as_written(folder: Path) -> None:
    """Leave a file in a component's folder: Rasa's cache brings an empty folder back as none.

    Without it a component that found nothing to learn cannot be loaded from a model that was put
    together from the cache (rasa/engine/storage/local_model_storage.py:179).
    """
    (folder / WRITTEN_FILE).touch()


def load_softmax(folder: Path) -> Softmax | None:
    """What `save` has written, or None where nothing was. Raises if it cannot be read."""
    if not (folder / WORDS_FILE).exists():
        return None
    said = json.loads((folder / WORDS_FILE).read_text(encoding="utf-8"))
    with np.load(folder / WEIGHTS_FILE, allow_pickle=False) as arrays:
        weights, bias = arrays["weights"], arrays["bias"]
    return Softmax(tuple(said["types"]), weights, bias, frozenset(said["words"]))


def learn(examples: Sequence[Example], features: csr_matrix) -> Softmax:
    """Fit one softmax over the types, of which there must be two or more. A row an example."""
    # The solver stops by the slope of a summed loss, as intent_classifier.py says.
    counts = np.array([example.counts for example in examples])
    fitted = fit_softmax(
        features,
        [example.type for example in examples],
        counts,
        tolerance=TOLERANCE_AN_EXAMPLE * counts.sum(),
    )
    met = Counter(
        word for example in examples for word in set(read_words(example.message.get(TEXT)))
    )
    return Softmax(
        tuple(fitted.classes.tolist()),
        fitted.weights.astype(np.float32),
        fitted.bias.astype(np.float32),
        frozenset(word for word, times in met.items() if times > 1),
    )


def read_words(text: str) -> list[str]:
    """The words in lower case, without apostrophes and numbers."""
    return _WORD.findall(_APOSTROPHES.sub("", text.lower()))
