"""Where the lines of a chart of shares go, for a drawing in SVG."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

WIDTH, HEIGHT = 640, 320
LEFT, RIGHT, TOP, BOTTOM = 52, 12, 12, 44


@dataclass(frozen=True)
class Chart:
    """A chart of WIDTH by HEIGHT with both axes from 0 to 1, the origin at the lower left."""

    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM

    def x(self, share: float) -> float:
        """How far to the right."""
        return round(self.left + share * (self.right - self.left), 1)

    def y(self, share: float) -> float:
        """How far down."""
        return round(self.bottom - share * (self.bottom - self.top), 1)

    def line(self, points: Iterable[tuple[float, float | None]]) -> str:
        """The `points` of a polyline; those without a value are left out."""
        return " ".join(f"{self.x(x)},{self.y(y)}" for x, y in points if y is not None)
