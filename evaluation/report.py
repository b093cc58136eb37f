"""The report for people: one HTML file that needs nothing else, `var/evaluation.html`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from evaluation.classifier import find_threshold, list_confusions
from evaluation.drawing import HEIGHT, WIDTH, Chart
from evaluation.failures import list_failures
from evaluation.figures import Figures, LastRun
from evaluation.judging import Judged
from evaluation.scores import Score, Target

FEW_WRONG = 0.02
MOST_PAIRS = 40
SHADES = 5

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True)
class Cell:
    """So many questions on the topic of a row heard as the intent of a column."""

    count: int
    shade: int
    """From 1 to SHADES (all questions of the row)."""


@dataclass(frozen=True)
class Matrix:
    """Confusions of the classifier alone: only topics that were confused, only with what."""

    columns: list[str]
    rows: list[tuple[str, int, list[Cell | None]]]
    """Topic, how many questions on it were heard right, and its cells; None for no question."""


def render_report(figures: Figures, judged: Judged, last: LastRun) -> str:
    """The whole page."""
    chart = Chart()
    curve = figures.curve
    lines = {
        "coverage": chart.line((point.threshold, point.coverage) for point in curve),
        "precision": chart.line((point.threshold, point.precision) for point in curve),
        "wrong": chart.line((point.threshold, point.wrong) for point in curve),
        "out-of-scope": chart.line((point.threshold, point.out_of_scope) for point in curve),
    }
    return _templates.get_template("report.html").render(
        figures=figures,
        last=last,
        chart=chart,
        width=WIDTH,
        height=HEIGHT,
        lines=lines,
        few_wrong=FEW_WRONG,
        few_wrong_from=find_threshold(curve, wrong_below=FEW_WRONG),
        confusions=list_confusions(figures.answers)[:MOST_PAIRS],
        matrix=lay_out_matrix(figures.answers),
        failures=list_failures(judged),
    )


def lay_out_matrix(answers: Counter[tuple[str, str]]) -> Matrix:
    """Rows and columns by name; topics that were always heard right are left out."""
    confused = [pair for pair in answers if pair[0] != pair[1]]
    columns = sorted({heard for _wanted, heard in confused})
    wanted = sorted({topic for topic, _heard in confused})
    return Matrix(columns, [_lay_out_row(topic, columns, answers) for topic in wanted])


def _lay_out_row(
    topic: str, columns: Sequence[str], answers: Counter[tuple[str, str]]
) -> tuple[str, int, list[Cell | None]]:
    asked = sum(count for (wanted, _heard), count in answers.items() if wanted == topic)
    counts = [answers[topic, heard] if heard != topic else 0 for heard in columns]
    cells = [Cell(count, shade=-(-count * SHADES // asked)) if count else None for count in counts]
    return topic, answers[topic, topic], cells


def show_share(share: float | None) -> str:
    """A share as a percentage with one decimal: 0.923 is 92.3%."""
    return "–" if share is None else f"{share * 100:.1f}%"


def show_range(score: Score) -> str:
    """Where the share likely lies, in whole percents: 90–94%."""
    if score.likely_range is None:
        return "–"
    low, high = score.likely_range
    return f"{low * 100:.0f}–{high * 100:.0f}%"


def show_target(target: Target | None) -> str:
    """What the share should be, in words."""
    if target is None:
        return "–"
    return f"{target.is_to_be} {target.bound * 100:.0f}%"


def show_met(score: Score) -> str:
    """The verdict on a target in words."""
    return {True: "met", False: "not met", None: "–"}[score.is_met]


def show_change(now: float | None, before: float | None) -> str:
    """How much a share has changed since the last run, in points of a hundred: +1.2."""
    if now is None or before is None:
        return "–"
    points = round((now - before) * 100, 1)
    return f"{points:+.1f}" if points else "0.0"


_templates.filters.update(
    share=show_share, range=show_range, target=show_target, met=show_met, change=show_change
)
