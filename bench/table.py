"""The table of docs/design: each figure of ours against the bare assistant's, and its target."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.figures import Figures


@dataclass(frozen=True)
class Row:
    """One figure. `holds` is None where it was not measured."""

    name: str
    unit: str
    bare: float | None
    ours: float | None
    ratio: float | None
    target: str
    holds: bool | None


def compare(bare: Figures, ours: Figures) -> list[Row]:
    """The rows, with the targets this project has set itself."""
    growth = ours.turn_200 / ours.turn_10
    rate = ours.messages_per_second / bare.messages_per_second
    return [
        _at_most("a turn, one user (p50)", "ms", bare.turn * 1000, ours.turn * 1000, 1.0),
        Row(
            "messages answered, 8 users",
            "/s",
            bare.messages_per_second,
            ours.messages_per_second,
            rate,
            "at least 2.00 × bare",
            rate >= 2.0,
        ),
        Row(
            "turn 200 against turn 10",
            "×",
            bare.turn_200 / bare.turn_10,
            growth,
            None,
            "at most 1.30 ×",
            growth <= 1.3,
        ),
        _at_most("first answer after a warm start", "s", bare.ready, ours.ready, 0.6),
        _at_most("memory of the Rasa process", "MB", bare.memory, ours.memory, 0.75),
        _compare_training("training, the first time", bare.training, ours.training),
        _compare_training(
            "training with one message more", bare.training_again, ours.training_again
        ),
    ]


def render(rows: Sequence[Row]) -> str:
    """The rows as aligned text."""
    cells = [("", "bare", "ours", "ratio", "target", "")]
    for row in rows:
        verdict = {True: "holds", False: "MISSED", None: "not measured"}[row.holds]
        cells.append(
            (
                row.name,
                _number(row.bare, row.unit),
                _number(row.ours, row.unit),
                _number(row.ratio, "×"),
                row.target,
                verdict,
            )
        )
    widths = [max(len(line[column]) for line in cells) for column in range(6)]
    return "\n".join(_align(line, widths) for line in cells)


def _at_most(name: str, unit: str, bare: float, ours: float, share: float) -> Row:
    ratio = ours / bare
    return Row(name, unit, bare, ours, ratio, f"at most {share:.2f} × bare", ratio <= share)


def _compare_training(name: str, bare: float | None, ours: float | None) -> Row:
    ratio = ours / bare if ours is not None and bare is not None else None
    holds = None if ours is None else ours <= 60
    return Row(name, "s", bare, ours, ratio, "at most 60 s", holds)


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    digits = 2 if unit == "×" else 0 if unit == "MB" else 1
    return f"{value:,.{digits}f} {unit}"


def _align(line: Sequence[str], widths: Sequence[int]) -> str:
    name, *figures, target, verdict = (
        cell.ljust(width) if column in (0, 4, 5) else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(line, widths, strict=True))
    )
    return "  ".join([name, *figures, target, verdict]).rstrip()
