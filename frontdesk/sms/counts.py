"""Counts what leaves no other trace."""

from __future__ import annotations

from collections import Counter

import structlog

log = structlog.get_logger()


class Counts:
    """Counts in this process; each count is logged at 1, 2, 4, 8 …, so that no flood fills logs."""

    def __init__(self) -> None:
        self.so_far: Counter[str] = Counter()

    def count(self, what: str) -> None:
        """Counts one more of these."""
        self.so_far[what] += 1
        number = self.so_far[what]
        if number & (number - 1) == 0:
            log.warning("counted", what=what, so_far=number)
