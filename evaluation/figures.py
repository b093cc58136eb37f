"""The figures of an evaluation: `var/evaluation.json`, and what the last one said."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from casework.turn import topics
from evaluation.classifier import Point, count_answers, draw_curve, list_confusions
from evaluation.judging import Judged
from evaluation.measures import TopicRow, count_by_topic, measure
from evaluation.scores import Score


@dataclass(frozen=True)
class Figures:
    """All figures of one run. `at` is UTC."""

    at: datetime
    messages: int
    scores: list[Score]
    topics: list[TopicRow]
    curve: list[Point]
    answers: Counter[tuple[str, str]]
    """Of the classifier alone: how often a topic (first) is heard as an intent (second)."""
    thresholds: Mapping[str, float]
    """The confidences in use: the constants of `casework/turn/topics.py` by their names."""


@dataclass(frozen=True)
class LastRun:
    """What is compared with the run before: shares from 0 to 1, by id of the score and by topic."""

    scores: Mapping[str, float | None] = field(default_factory=dict)
    topics: Mapping[str, float] = field(default_factory=dict)


def work_out_figures(judged: Judged, *, messages: int, at: datetime) -> Figures:
    """Every figure of the report. Raises ValueError without a question in scope."""
    ranked = [one.ranked for one in judged.questions]
    return Figures(
        at=at,
        messages=messages,
        scores=measure(judged),
        topics=count_by_topic(judged.questions),
        curve=draw_curve(ranked),
        answers=count_answers(ranked),
        thresholds={
            name: value
            for name, value in vars(topics).items()
            if name.isupper() and isinstance(value, float)
        },
    )


def read_last_run(path: Path) -> LastRun:
    """The figures of the run before; nothing where there was none."""
    if not path.is_file():
        return LastRun()
    document = json.loads(path.read_text(encoding="utf-8"))
    return LastRun(
        scores={score["id"]: score["share"] for score in document["scores"]},
        topics={row["topic"]: row["share"] for row in document["topics"]},
    )


def write_figures(figures: Figures, path: Path) -> None:
    """Write them as JSON."""
    document = {
        "at": figures.at.isoformat(timespec="seconds"),
        "messages": figures.messages,
        "scores": [_score_as_json(score) for score in figures.scores],
        "thresholds": dict(figures.thresholds),
        "curve": [asdict(point) for point in figures.curve],
        "topics": [{**asdict(row), "share": row.share} for row in figures.topics],
        "confusions": [asdict(one) for one in list_confusions(figures.answers)],
    }
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


def _score_as_json(score: Score) -> dict[str, Any]:
    return {
        **asdict(score),
        "share": score.share,
        "likely_range": score.likely_range,
        "is_met": score.is_met,
    }
