"""The features of messages stand in one row, whatever gave them."""

from __future__ import annotations

import numpy as np
import pytest
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from scipy.sparse import csr_matrix

from bot.nlu.features import QuicklyFingerprinted, stack_sentence_features

SPELT = [[0.0, 1.0, 0.5], [0.0, 0.0, 0.0]]
MEANT = [[1.0, 2.0], [3.0, 4.0]]


def test_what_is_spelt_stands_before_what_is_meant() -> None:
    messages = [_message(spelt, meant) for spelt, meant in zip(SPELT, MEANT, strict=True)]
    assert stack_sentence_features(messages).toarray().tolist() == [
        [0.0, 1.0, 0.5, 1.0, 2.0],
        [0.0, 0.0, 0.0, 3.0, 4.0],
    ]


def test_one_kind_of_features_is_enough() -> None:
    message = Message({TEXT: "hello"})
    message.add_features(_of("encoder", np.array([[1.0, 2.0]], np.float32)))
    assert stack_sentence_features([message]).toarray().tolist() == [[1.0, 2.0]]


def test_features_that_not_every_message_has_are_left_out() -> None:
    only_meant = Message({TEXT: "hello"})
    only_meant.add_features(_of("encoder", np.array([MEANT[0]], np.float32)))
    both = _message(SPELT[1], MEANT[1])
    assert stack_sentence_features([only_meant, both]).toarray().tolist() == MEANT


SPARSE = csr_matrix([[0.0, 1.0, 0.5]])
DENSE = np.array([[1.0, 2.0]], np.float32)


@pytest.mark.parametrize("rows", [SPARSE, DENSE], ids=["spelt", "meant"])
def test_what_did_not_change_needs_no_training(rows: np.ndarray | csr_matrix) -> None:
    assert _fingerprint(rows.copy()) == _fingerprint(rows)


@pytest.mark.parametrize(
    ("rows", "others"),
    [
        (SPARSE, csr_matrix([[0.0, 1.0, 0.25]])),
        (SPARSE, csr_matrix([[1.0, 0.0, 0.5]])),
        (SPARSE, csr_matrix([[0.0, 1.0, 0.5, 0.0]])),
        (DENSE, DENSE + 1),
        (DENSE, DENSE.T),
    ],
)
def test_other_numbers_need_training(
    rows: np.ndarray | csr_matrix, others: np.ndarray | csr_matrix
) -> None:
    assert _fingerprint(others) != _fingerprint(rows)


def test_the_same_numbers_of_another_component_need_training() -> None:
    assert _fingerprint(DENSE, "untuned") != _fingerprint(DENSE, "tuned")


def _fingerprint(rows: np.ndarray | csr_matrix, origin: str = "encoder") -> str:
    return QuicklyFingerprinted(rows, FEATURE_TYPE_SENTENCE, TEXT, origin).fingerprint()


def _message(spelt: list[float], meant: list[float]) -> Message:
    message = Message({TEXT: "hello"})
    message.add_features(_of("encoder", np.array([meant], np.float32)))
    message.add_features(_of("letters", csr_matrix([spelt])))
    return message


def _of(origin: str, rows: np.ndarray | csr_matrix) -> Features:
    return Features(rows, FEATURE_TYPE_SENTENCE, TEXT, origin)
