"""A parent's message as the assistant heard it: the words, the likely intents, the facts found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from casework.words import straighten

Ranking = tuple[tuple[str, float], ...]
"""Intents, likeliest first, each with its confidence from 0 to 1."""


@dataclass(frozen=True)
class Entity:
    """One fact found in the words (docs/architecture.md lists the names and values)."""

    name: str
    value: Any
    role: str | None = None
    is_sure: bool = True
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Part:
    """A sentence or clause of a message, and what it means by itself."""

    text: str
    intents: Ranking


@dataclass(frozen=True)
class Message:
    """One turn of a parent, as understood without knowing what was asked."""

    text: str
    intents: Ranking = ()
    entities: tuple[Entity, ...] = ()
    channel: str = "web"
    id: str = ""
    parts: tuple[Part, ...] = ()
    """Its sentences and clauses, where it has several."""
    leaning: Ranking = ()
    """What it means right after the question that was answered last, if one was."""

    @property
    def plain(self) -> str:
        """The text with straight quotes and single spaces."""
        return straighten(self.text)

    @property
    def intent(self) -> str:
        """The likeliest intent, or an empty string."""
        return self.intents[0][0] if self.intents else ""

    @property
    def confidence(self) -> float:
        """The confidence of the likeliest intent."""
        return self.intents[0][1] if self.intents else 0.0

    def all_of(self, name: str, role: str | None = None) -> list[Entity]:
        """The entities of that name, and of that role where one is given."""
        return [
            entity
            for entity in self.entities
            if entity.name == name and (role is None or entity.role == role)
        ]

    def first(self, name: str, role: str | None = None) -> Entity | None:
        """The first entity of that name, or None."""
        found = self.all_of(name, role)
        return found[0] if found else None


def entities_from(found: Iterable[Mapping[str, Any]]) -> tuple[Entity, ...]:
    """The entities of a Rasa message (`latest_message["entities"]`)."""
    return tuple(
        Entity(
            name=str(item["entity"]),
            value=item.get("value"),
            role=item.get("role"),
            is_sure=bool(item.get("sure", True)),
            start=int(item.get("start") or 0),
            end=int(item.get("end") or 0),
        )
        for item in found
    )
