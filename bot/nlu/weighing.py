"""Weighs n-grams as scikit-learn's TfidfVectorizer does, without what it checks anew each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer


class NgramWeigher:
    """The rows of a fitted vectorizer with `sublinear_tf` and rows of length 1.

    For the few texts of a turn `transform` spends more time on validating and copying matrices
    than on counting (sklearn/feature_extraction/text.py:1636-1705, 2085-2105).
    """

    def __init__(self, vectorizer: TfidfVectorizer, scale: float) -> None:
        self._ngrams_of = vectorizer.build_analyzer()
        self._places: dict[str, int] = vectorizer.vocabulary_
        self._rarity = np.asarray(vectorizer.idf_)
        self._scale = scale

    def weigh(self, texts: Sequence[str]) -> csr_matrix:
        """A row of length `scale` for each text; an empty one where no n-gram is known."""
        places = self._places
        ends, columns, weights = [0], [], []
        for text in texts:
            counted = Counter(places[ngram] for ngram in self._ngrams_of(text) if ngram in places)
            found = np.fromiter(sorted(counted), np.int32, len(counted))
            times = np.fromiter((counted[place] for place in found.tolist()), float, len(found))
            weight = (1.0 + np.log(times)) * self._rarity[found]
            length = np.sqrt(weight @ weight)
            weights.append(weight * (self._scale / length) if len(found) else weight)
            columns.append(found)
            ends.append(ends[-1] + len(found))
        parts = np.concatenate(weights), np.concatenate(columns), np.array(ends, np.int32)
        return csr_matrix(parts, shape=(len(texts), len(self._rarity)))
