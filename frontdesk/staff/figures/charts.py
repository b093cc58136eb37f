"""Charts as SVG that the server draws: where each bar stands and how long it is.

Widths are in percent and heights in pixels, so that a chart fits a phone and its words stay as
large as the page's. A number that is hidden has no bar: its length would tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casework.team.suppression import Cell
from frontdesk.staff.figures.tables import ShownTable
from frontdesk.staff.texts import load_staff_texts

ROW_HEIGHT, BAR_HEIGHT = 46, 18
LONGEST_BAR = 62.0
"""Percent of the width: the number stands behind the bar."""
COLUMNS_HEAD, COLUMNS_HEIGHT, COLUMNS_FOOT = 20, 180, 24
MOST_NUMBERED = 14
"""Columns that have room for a number each."""
LONGEST_LABEL = 30
"""Letters that a phone has room for in one line."""
SHORT = {"few": "<5", "withheld": "–"}


@dataclass(frozen=True)
class Bar:
    """One bar, in percent of the width and pixels of the height."""

    label: str
    number: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Chart:
    """The bars of a table; `foot` labels the first and the last column of weeks."""

    height: int
    bars: Sequence[Bar]
    foot: Sequence[str] = ()
    highest: str | None = None
    """The number of the highest column, where the columns have no room for theirs."""


def draw(table: ShownTable) -> Chart | None:
    """The chart of a table; None where nothing could be seen in it."""
    shown = [(label, cells[table.charted]) for label, cells in table.rows]
    numbers = [cell for _label, cell in shown if isinstance(cell, int)]
    most = max(numbers, default=0)
    if table.is_too_small or most == 0:
        return None
    return _draw_weeks(shown, most) if table.look == "weeks" else _draw_bars(table, shown, most)


def say_cell(cell: Cell | None) -> str:
    """A count in words: the number, "fewer than 5" or "not shown"."""
    if cell is None:
        return ""
    return f"{cell:,}" if isinstance(cell, int) else str(load_staff_texts("figures")[cell])


def _draw_bars(table: ShownTable, shown: Sequence[tuple[str, Cell]], most: int) -> Chart:
    shown = shown[: table.most_bars]
    return Chart(
        height=ROW_HEIGHT * len(shown),
        bars=[
            Bar(
                label=label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…",
                number=say_cell(cell),
                x=0,
                y=ROW_HEIGHT * place,
                width=round(LONGEST_BAR * cell / most, 2) if isinstance(cell, int) else 0,
                height=BAR_HEIGHT,
            )
            for place, (label, cell) in enumerate(shown)
        ],
    )


def _draw_weeks(shown: Sequence[tuple[str, Cell]], most: int) -> Chart:
    step = 100 / len(shown)
    bars = []
    for place, (label, cell) in enumerate(shown):
        height = COLUMNS_HEIGHT * cell / most if isinstance(cell, int) else 0
        bars.append(
            Bar(
                label=label,
                number=f"{cell}" if isinstance(cell, int) else SHORT[cell],
                x=round(step * (place + 0.1), 2),
                y=round(COLUMNS_HEAD + COLUMNS_HEIGHT - height, 1),
                width=round(step * 0.8, 2),
                height=round(height, 1),
            )
        )
    return Chart(
        height=COLUMNS_HEAD + COLUMNS_HEIGHT + COLUMNS_FOOT,
        bars=bars,
        highest=None
        if len(shown) <= MOST_NUMBERED
        else load_staff_texts("figures")["highest"].format(most=most),
        foot=(shown[0][0], shown[-1][0]) if len(shown) > 1 else (shown[0][0],),
    )
