"""A share of messages, its target, and how much of it may be chance."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

NORMAL_95 = 1.96
"""Standard deviations to either side that hold 19 of 20 draws."""


@dataclass(frozen=True)
class Target:
    """What a share should be, from 0 to 1."""

    is_to_be: Literal["at least", "at most", "below"]
    bound: float

    def is_met_by(self, share: float) -> bool:
        """Whether the share is as it should be."""
        if self.is_to_be == "at least":
            return share >= self.bound
        return share < self.bound if self.is_to_be == "below" else share <= self.bound


@dataclass(frozen=True)
class Score:
    """`count` of `of` messages. `id` stays the same from run to run."""

    id: str
    name: str
    count: int
    of: int
    target: Target | None = None

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where there is no message."""
        return self.count / self.of if self.of else None

    @property
    def likely_range(self) -> tuple[float, float] | None:
        """Where the share of all such messages lies, 19 times in 20 (Wilson's interval)."""
        if self.share is None:
            return None
        weight = NORMAL_95**2 / self.of
        middle = (self.share + weight / 2) / (1 + weight)
        spread = math.sqrt(self.share * (1 - self.share) / self.of + weight / (4 * self.of))
        reach = NORMAL_95 * spread / (1 + weight)
        return max(0.0, middle - reach), min(1.0, middle + reach)

    @property
    def is_met(self) -> bool | None:
        """None where there is no target or no message."""
        if self.target is None or self.share is None:
            return None
        return self.target.is_met_by(self.share)
