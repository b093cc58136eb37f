"""What the intent classifier alone makes of questions: its ranks, its curve, its confusions.

From the curve come the thresholds of `casework/turn/topics.py`; the scores are of whole decisions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casework.message import Ranking
from casework.turn.topics import PREFIX
from evaluation.sets import Question

STEPS = 20


@dataclass(frozen=True)
class Ranked:
    """A question, and the intents that the classifier ranks for its whole text."""

    question: Question
    ranking: Ranking

    @property
    def confidence(self) -> float:
        """How sure the classifier is of the likeliest intent, from 0 to 1."""
        return self.ranking[0][1] if self.ranking else 0.0

    @property
    def likeliest(self) -> str:
        """The likeliest intent; the prefix of topics is left out."""
        return self.ranking[0][0].removeprefix(PREFIX) if self.ranking else ""

    @property
    def is_topic(self) -> bool:
        """Whether the likeliest intent is a topic of the FAQ."""
        return bool(self.ranking) and self.ranking[0][0].startswith(PREFIX)

    @property
    def is_right(self) -> bool:
        """Whether the likeliest intent is a right topic."""
        return self.is_right_within(1)

    def is_right_within(self, ranks: int) -> bool:
        """Whether a right topic is among so many of the likeliest intents."""
        right = {PREFIX + topic for topic in self.question.topic}
        return any(intent in right for intent, _confidence in self.ranking[:ranks])


@dataclass(frozen=True)
class Point:
    """What would come of answering from that confidence up. Shares from 0 to 1."""

    threshold: float
    coverage: float
    """Of the questions in scope: answered."""
    precision: float | None
    """Of those answered: answered right; None where none is."""
    wrong: float
    """Of the questions in scope: answered wrong."""
    out_of_scope: float | None
    """Of the questions out of scope: answered; None where there is none."""


@dataclass(frozen=True)
class Confusion:
    """So many questions on one topic whose likeliest intent is another."""

    wanted: str
    heard: str
    count: int


def draw_curve(ranked: Sequence[Ranked]) -> list[Point]:
    """Points for thresholds from 0 to 1. Raises ValueError without a question in scope."""
    return [_answer_from(step / STEPS, ranked) for step in range(STEPS + 1)]


def find_threshold(curve: Iterable[Point], *, wrong_below: float) -> float | None:
    """The lowest threshold from which up fewer are answered wrong, or None."""
    return next((point.threshold for point in curve if point.wrong < wrong_below), None)


def count_answers(ranked: Iterable[Ranked]) -> Counter[tuple[str, str]]:
    """How many questions in scope on the first topic of each pair are heard as the second.

    A question with several right topics counts for the one that was heard, else for its first.
    """
    return Counter(
        (one.likeliest if one.is_right else one.question.topic[0], one.likeliest)
        for one in ranked
        if not one.question.is_out_of_scope
    )


def list_confusions(answers: Counter[tuple[str, str]]) -> list[Confusion]:
    """The pairs that are not the same topic twice, most frequent first."""
    found = [Confusion(*pair, count) for pair, count in answers.items() if pair[0] != pair[1]]
    return sorted(found, key=lambda one: (-one.count, one.wanted, one.heard))


def _answer_from(threshold: float, ranked: Sequence[Ranked]) -> Point:
    inside = [one for one in ranked if not one.question.is_out_of_scope]
    outside = [one for one in ranked if one.question.is_out_of_scope]
    if not inside:
        raise ValueError("there is no question in scope")
    answered = [one for one in inside if one.is_topic and one.confidence >= threshold]
    right = sum(one.is_right for one in answered)
    strays = sum(one.is_topic and one.confidence >= threshold for one in outside)
    return Point(
        threshold=threshold,
        coverage=len(answered) / len(inside),
        precision=right / len(answered) if answered else None,
        wrong=(len(answered) - right) / len(inside),
        out_of_scope=strays / len(outside) if outside else None,
    )
