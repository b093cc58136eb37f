"""The features of messages: one by one as components make them, as one matrix for classifiers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from itertools import chain

import numpy as np
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from scipy.sparse import csr_matrix


class QuicklyFingerprinted(Features):
    """Features whose fingerprint is that of their bytes.

    Rasa writes every number of every message out as text to tell whether training can be skipped
    (features.py:269, training_data/util.py): two seconds of training.
    """

    def fingerprint(self) -> str:
        """A stable fingerprint, as hexadecimal digits."""
        if self._cached_fingerprint is None:
            arrays = [self.features]
            if self.is_sparse():
                rows = self.features.tocsr()
                arrays = [rows.indptr, rows.indices, rows.data]
            named = "/".join((self.type, self.origin, self.attribute, str(self.features.shape)))
            digest = hashlib.blake2b(named.encode(), digest_size=16)
            for array in arrays:
                digest.update(np.ascontiguousarray(array))
            self._cached_fingerprint = digest.hexdigest()
        return self._cached_fingerprint


def stack_sentence_features(messages: Sequence[Message]) -> csr_matrix:
    """All sentence features of each message in a row: how it is spelt, then what it means.

    Put together by hand. Rasa stacks row after row, which takes seconds for the training messages
    (logistic_regression_classifier.py:81-96), copies each message's features whenever it is asked
    for them (message.py:398), and SciPy checks and copies every part of every step: a sixth of
    what hearing a message took.
    """
    columns: list[list[np.ndarray]] = [[] for _message in messages]
    values: list[list[np.ndarray]] = [[] for _message in messages]
    width = 0
    spelling = [_sentence_features(message, Features.is_sparse) for message in messages]
    for kind in zip(*spelling, strict=False):
        for at, part in enumerate(kind):
            row = part.features.tocsr()
            columns[at].append(row.indices + width)
            values[at].append(row.data)
        width += kind[0].features.shape[1]
    meaning = [_sentence_features(message, Features.is_dense) for message in messages]
    for kind in zip(*meaning, strict=False):
        numbers = kind[0].features.shape[1]
        for at, part in enumerate(kind):
            columns[at].append(np.arange(width, width + numbers))
            values[at].append(part.features[0])
        width += numbers
    parts = (
        np.concatenate(list(chain.from_iterable(values)), dtype=np.float64),
        np.concatenate(list(chain.from_iterable(columns)), dtype=np.int32, casting="same_kind"),
        np.cumsum([0, *(sum(map(len, row)) for row in columns)]),
    )
    return csr_matrix(parts, shape=(len(messages), width))


def _sentence_features(message: Message, is_of_kind: Callable[[Features], bool]) -> list[Features]:
    return [
        part
        for part in message.features
        if part.attribute == TEXT and part.type == FEATURE_TYPE_SENTENCE and is_of_kind(part)
    ]
