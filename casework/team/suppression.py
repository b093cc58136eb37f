"""Keeps small numbers out of tables: hidden ones cannot be worked out from what is shown.

A count below five may be a family somebody knows. It is hidden, and where the total of its table is
shown, so much besides that each hidden small count could still be anything from 1 to 4.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

LEAST_SHOWN = 5
MOST_HIDDEN = LEAST_SHOWN - 1

Hidden = Literal["few", "withheld"]
"""Fewer than five, or a larger number that would give a small one away."""
Cell = int | Hidden


@dataclass(frozen=True)
class Table:
    """Counts as they may be shown. `total` is None where the parts overlap and there is none."""

    cells: dict[str, Cell]
    total: Cell | None

    @property
    def hides_something(self) -> bool:
        """Whether any count is not shown."""
        return any(isinstance(cell, str) for cell in self.cells.values())


def suppress(counts: Mapping[str, int]) -> Table:
    """The counts of a table whose parts add up to its total, which is shown from five on.

    Nobody at all is no small number: 0 is shown. Where nothing that is left to hide would protect
    a small count, every count is withheld and only the total is shown.
    """
    total = sum(counts.values())
    if 0 < total < LEAST_SHOWN:
        return Table(dict.fromkeys(counts, "withheld"), "few")
    small = {name for name, count in counts.items() if 0 < count < LEAST_SHOWN}
    larger = sorted(
        (name for name, count in counts.items() if count >= LEAST_SHOWN),
        key=lambda name: (counts[name], name),
    )
    for extra in range(len(larger) + 1):
        withheld = set(larger[:extra])
        hidden_sum = sum(counts[name] for name in small | withheld)
        most = counts[larger[extra]] if extra < len(larger) else None
        if _could_be_anything(len(small), extra, hidden_sum, most):
            return Table(
                {
                    name: "few" if name in small else "withheld" if name in withheld else count
                    for name, count in counts.items()
                },
                total,
            )
    return Table(dict.fromkeys(counts, "withheld"), total)


def suppress_overlapping(counts: Mapping[str, int]) -> Table:
    """The counts of a table in which one family may be counted more than once: no total."""
    return Table(
        {name: "few" if 0 < count < LEAST_SHOWN else count for name, count in counts.items()}, None
    )


def suppress_nested(groups: Mapping[str, Mapping[str, int]]) -> tuple[Table, dict[str, Table]]:
    """A table of groups, and one for the parts of each: parts only where the group is shown."""
    above = suppress({name: sum(parts.values()) for name, parts in groups.items()})
    below = {
        name: suppress(parts)
        if isinstance(above.cells[name], int)
        else Table(dict.fromkeys(parts, "withheld"), above.cells[name])
        for name, parts in groups.items()
    }
    return above, below


def fold_small(counts: Mapping[str, int], into: str) -> dict[str, int]:
    """The counts with all small ones added up under one name, so that nothing rare is named."""
    kept = {name: count for name, count in counts.items() if count >= LEAST_SHOWN}
    small = sum(count for name, count in counts.items() if name not in kept)
    if small:
        kept[into] = kept.get(into, 0) + small
    return kept


def _could_be_anything(small: int, withheld: int, hidden_sum: int, most: int | None) -> bool:
    """Whether each of the small hidden counts could be 1, and could be 4, by what is shown.

    The reader knows how many are hidden, that small ones are 1 to 4, that withheld ones are from 5
    to the smallest that is shown (`most`), and by the total what all of them add up to.
    """
    if not small:
        return True
    others = small - 1
    # One of them is 4, all others as small as they may be: that must not be too much already.
    if MOST_HIDDEN + others + LEAST_SHOWN * withheld > hidden_sum:
        return False
    # One of them is 1, all others as large as they may be: that must reach the sum.
    if withheld and most is None:
        return True
    return 1 + MOST_HIDDEN * others + withheld * (most or 0) >= hidden_sum
