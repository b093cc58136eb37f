"""The words of a message and their pairs, as the danger classifier weighs them.

The letter n-grams of the pipeline are learnt from messages with intents, where "strangled" or
"won't wake up" do not occur. What danger is told with is learnt here from its own examples.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu.softmax import read_words
from bot.nlu.weighing import NgramWeigher


class WordPairs:
    """Turns texts into rows of length `scale`: tf-idf of single words and of two in a row."""

    def __init__(self, vectorizer: TfidfVectorizer, scale: float) -> None:
        self._vectorizer = vectorizer
        self._scale = scale
        self._weigher = NgramWeigher(vectorizer, scale)

    @classmethod
    def learn(cls, texts: Iterable[str], *, most: int, scale: float) -> WordPairs:
        """From examples, the `most` frequent. Raises ValueError if there is no word in them."""
        return cls(_new_vectorizer(max_features=most).fit(texts), scale)

    @classmethod
    def load(cls, kept: dict[str, Any]) -> WordPairs:
        """What `keep` gave."""
        vectorizer = _new_vectorizer(vocabulary=kept["pairs"])
        vectorizer.idf_ = kept["rarity"]
        return cls(vectorizer, kept["scale"])

    def keep(self) -> dict[str, Any]:
        """What was learnt, fit for a JSON file."""
        return {
            "pairs": self._vectorizer.get_feature_names_out().tolist(),
            "rarity": self._vectorizer.idf_.tolist(),
            "scale": self._scale,
        }

    def weigh(self, texts: Sequence[str]) -> csr_matrix:
        """A row for each text; an empty one where no word is known."""
        return self._weigher.weigh(texts)


def _new_vectorizer(**options: Any) -> TfidfVectorizer:
    return TfidfVectorizer(
        tokenizer=read_words,
        token_pattern=None,
        lowercase=False,
        ngram_range=(1, 2),
        sublinear_tf=True,
        **options,
    )
