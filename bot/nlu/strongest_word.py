"""Which value each field has in a message, where one word in its place is enough to tell it.

Multiple-instance learning: a value is as likely as the word of the message that speaks for it most,
so that what else a long message says does not drown it. One softmax for each field over its values
and "not told", learnt together.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

WEIGHTS_FILE = "weights.npz"
FIELDS_FILE = "fields.json"
SCALE = 4.0
"""The length of a word's vector in each layer: a longer one lets the weights be larger."""
MOST_STEPS = 50
RARE_AT_FIRST = -3.0
"""Where the biases start: most messages tell nothing of most fields."""
TINY = 1e-12

Values = dict[str, tuple[str, ...]]
"""The values of each field, in a fixed order."""


@dataclass(frozen=True)
class Lesson:
    """The vectors of a message's words, a row each, and what it tells.

    `told`: the value of each field that is told; `open`: the fields of which that is not known.
    """

    words: np.ndarray
    told: Mapping[str, str]
    open: frozenset[str] = frozenset()


@dataclass(frozen=True)
class StrongestWord:
    """A row of weights and a bias for each value of each field."""

    values: Values
    weights: np.ndarray
    bias: np.ndarray

    def weigh(self, words: np.ndarray) -> dict[str, dict[str, float]]:
        """How likely each value of each field is; what is missing to 1 is that none is told."""
        scores = (words @ self.weights.T).max(axis=0) * SCALE + self.bias
        likely = iter(_share_out(scores[np.newaxis], _cut(self.values))[0][0].tolist())
        return {field: {v: next(likely) for v in values} for field, values in self.values.items()}

    def save(self, folder: Path) -> None:
        """Write two files that hold no pickle."""
        (folder / FIELDS_FILE).write_text(json.dumps(self.values), encoding="utf-8")
        np.savez(folder / WEIGHTS_FILE, weights=self.weights, bias=self.bias)


def load_strongest_word(folder: Path) -> StrongestWord | None:
    """What `save` has written, or None where nothing was. Raises if it cannot be read."""
    if not (folder / FIELDS_FILE).exists():
        return None
    said = json.loads((folder / FIELDS_FILE).read_text(encoding="utf-8"))
    with np.load(folder / WEIGHTS_FILE, allow_pickle=False) as arrays:
        weights, bias = arrays["weights"], arrays["bias"]
    return StrongestWord({f: tuple(values) for f, values in said.items()}, weights, bias)


def collect_values(told: Sequence[Mapping[str, str]]) -> Values:
    """The fields that occur in labels, each with the values it has there."""
    found: dict[str, set[str]] = {}
    for labels in told:
        for field, value in labels.items():
            found.setdefault(field, set()).add(value)
    return {field: tuple(sorted(found[field])) for field in sorted(found)}


def learn_strongest_word(lessons: Sequence[Lesson], values: Values) -> StrongestWord:
    """Fit the weights to lessons, of which there must be one or more, each with a word."""
    words = np.vstack([lesson.words for lesson in lessons]).astype(np.float32)
    words *= SCALE
    lengths = np.array([len(lesson.words) for lesson in lessons])
    starts = np.concatenate([[0], lengths.cumsum()[:-1]])
    cuts = _cut(values)
    told, counts, untold, counts_untold = _tabulate(lessons, values)
    rows, columns = words.shape[1], told.shape[1]

    def lose(solution: np.ndarray) -> tuple[float, np.ndarray]:
        solution = solution.reshape(rows + 1, columns)
        scores = words @ solution[:-1].astype(np.float32)
        highest = np.maximum.reduceat(scores, starts, axis=0)
        is_strongest = scores == np.repeat(highest, lengths, axis=0)
        ties = np.add.reduceat(is_strongest, starts, axis=0, dtype=np.float32)
        likely, none = _share_out(highest + solution[-1], cuts)
        lost = -(np.log(likely + TINY) * told * counts).sum()
        lost -= (np.log(none + TINY) * untold * counts_untold).sum()
        odds = (likely - told) * counts
        pulls = np.where(is_strongest, np.repeat(odds / ties, lengths, axis=0), 0)
        pulled = words.T @ pulls.astype(np.float32)
        slope = np.vstack([pulled + solution[:-1], odds.sum(axis=0)])
        return float(lost + 0.5 * (solution[:-1] ** 2).sum()), slope.ravel().astype(np.float64)

    start = np.zeros((rows + 1, columns))
    start[-1] = RARE_AT_FIRST
    found = minimize(
        lose, start.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": MOST_STEPS}
    ).x.reshape(rows + 1, columns)
    return StrongestWord(values, found[:-1].T.astype(np.float32), found[-1].astype(np.float32))


def _cut(values: Values) -> list[slice]:
    """The columns of each field."""
    ends = np.cumsum([len(of) for of in values.values()]).tolist()
    return [slice(start, end) for start, end in zip([0, *ends], ends, strict=False)]


def _share_out(scores: np.ndarray, cuts: Sequence[slice]) -> tuple[np.ndarray, np.ndarray]:
    """How likely each value is, and for each field that none is told. A row a message."""
    likely = np.empty(scores.shape)
    none = np.empty((len(scores), len(cuts)))
    for number, cut in enumerate(cuts):
        highest = np.maximum(scores[:, cut].max(axis=1, keepdims=True), 0)
        values, nothing = np.exp(scores[:, cut] - highest), np.exp(-highest)
        total = values.sum(axis=1, keepdims=True) + nothing
        likely[:, cut] = values / total
        none[:, number] = (nothing / total)[:, 0]
    return likely, none


def _tabulate(
    lessons: Sequence[Lesson], values: Values
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """1 where a value is told and where its field counts; the same of fields that are not told."""
    columns = [(field, value) for field, of in values.items() for value in of]
    told = np.array([[o.told.get(f) == v for f, v in columns] for o in lessons], dtype=float)
    untold = np.array([[f not in lesson.told for f in values] for lesson in lessons], dtype=float)
    known = np.array([[f not in lesson.open for f in values] for lesson in lessons], dtype=float)
    return told, np.repeat(known, [len(of) for of in values.values()], axis=1), untold, known
