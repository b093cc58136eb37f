"""A fact that a parent's words state, and where in the message it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Span = tuple[int, int]


@dataclass(frozen=True)
class Fact:
    """One fact: its entity and value as the table in docs/architecture.md names them.

    `start` and `end` are character offsets in the message. `sure` is false where the words were
    relative, vague or hedged, so that the parent should be asked to confirm.
    """

    entity: str
    value: str | int
    start: int
    end: int
    role: str | None = None
    sure: bool = True

    def as_entity(self, extractor: str) -> dict[str, Any]:
        """Return the fact in the shape of a Rasa entity."""
        entity: dict[str, Any] = {
            "entity": self.entity,
            "value": self.value,
            "start": self.start,
            "end": self.end,
            "sure": self.sure,
            "extractor": extractor,
        }
        if self.role is not None:
            entity["role"] = self.role
        return entity


def overlaps(start: int, end: int, spans: Iterable[Span]) -> bool:
    """Say whether start..end shares a character with one of the spans."""
    return any(start < other_end and other_start < end for other_start, other_end in spans)


def without_repeats(facts: Iterable[Fact]) -> list[Fact]:
    """Keep one fact for each entity, value and role: a sure one if there is one, else the first."""
    kept: dict[tuple[str, str | int, str | None], Fact] = {}
    for fact in facts:
        key = (fact.entity, fact.value, fact.role)
        if key not in kept or (fact.sure and not kept[key].sure):
            kept[key] = fact
    return sorted(kept.values(), key=lambda fact: (fact.start, fact.entity))
