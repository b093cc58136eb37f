"""The scores as aligned text, for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from evaluation.figures import LastRun
from evaluation.report import show_change, show_met, show_range, show_share, show_target
from evaluation.scores import Score

_HEAD = ("", "share", "messages", "likely", "change", "target", "")
_TO_THE_RIGHT = range(1, 5)


def render_table(scores: Sequence[Score], last: LastRun) -> str:
    """A line for each score: share, count, likely range, change since the last run, target."""
    lines = [_HEAD, *(_cells_of(score, last) for score in scores)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEAD))]
    return "\n".join(_align(line, widths) for line in lines)


def _cells_of(score: Score, last: LastRun) -> tuple[str, ...]:
    return (
        score.name,
        show_share(score.share),
        f"{score.count} of {score.of}",
        show_range(score),
        show_change(score.share, last.scores.get(score.id)),
        show_target(score.target),
        show_met(score),
    )


def _align(line: Sequence[str], widths: Sequence[int]) -> str:
    cells = [
        cell.rjust(width) if column in _TO_THE_RIGHT else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(line, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()
