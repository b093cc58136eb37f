"""The features of messages as one matrix, for classifiers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from scipy.sparse import csr_matrix, hstack, vstack


def stack_sentence_features(messages: Sequence[Message]) -> csr_matrix:
    """All sentence features of each message in a row: how it is spelt, then what it means.

    Stacked by kind: a row at a time, as Rasa does, takes seconds for the training messages
    (logistic_regression_classifier.py:81-96).
    """
    # Rasa gives (sequence features, sentence features).
    spelling = [message.get_sparse_features(TEXT)[1] for message in messages]
    meaning = [message.get_dense_features(TEXT)[1] for message in messages]
    kinds = []
    if all(spelling):
        kinds.append(vstack([part.features for part in spelling]))
    if all(meaning):
        kinds.append(csr_matrix(np.vstack([part.features for part in meaning])))
    return hstack(kinds).tocsr()
