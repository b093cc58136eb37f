"""N-grams are weighed exactly as scikit-learn weighs them."""

from __future__ import annotations

import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu.weighing import NgramWeigher

SAID = [
    "the council said no to an assessment",
    "they they they said no no to him",
    "no reply since june, the council does not answer",
]


@pytest.mark.parametrize("analyzer", ["char_wb", "word"])
def test_a_message_weighs_what_scikit_learn_says(analyzer: str) -> None:
    vectorizer = TfidfVectorizer(analyzer=analyzer, ngram_range=(1, 2), sublinear_tf=True).fit(SAID)
    heard = [*SAID, "a new message to the council, no answer", "", "xyzzy"]
    expected = vectorizer.transform(heard) * 2.0
    weighed = NgramWeigher(vectorizer, 2.0).weigh(heard)
    assert weighed.shape == expected.shape
    assert abs(weighed - expected).max() < 1e-12


def test_one_message_of_unknown_words_is_an_empty_row() -> None:
    vectorizer = TfidfVectorizer(sublinear_tf=True).fit(SAID)
    weighed = NgramWeigher(vectorizer, 1.0).weigh(["qqq"])
    assert weighed.shape[0] == 1
    assert weighed.nnz == 0
