"""A parent's message as the assistant heard it: the words, the likely intents, the facts found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
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
    """A sentence of a message or a clause of one, and what it means by itself."""

    text: str
    intents: Ranking
    sentence: int = 0
    is_clause: bool = False


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


def cut(message: Message, words: str, start: int, end: int) -> Message:
    """The words from `start` to `end` as a message of their own, with what was found in them."""
    found = tuple(
        replace(one, start=max(0, one.start - start), end=max(0, one.end - start))
        for one in message.entities
        if one.end == 0 or start <= one.start < end
    )
    said = words.strip(" ,;.") if not words.strip().endswith("..") else words.strip()
    return Message(re.sub(r"[\s,;]+and$", "", said), (("inform", 1.0),), found, message.channel)


def message_from(parsed: Mapping[str, Any], *, channel: str = "web", id: str = "") -> Message:
    """The message as the bot heard it (bot/hearing.py). Raises KeyError for a part without text."""
    whole = parsed.get("intent_ranking") or [parsed.get("intent") or {}]
    return Message(
        text=parsed.get("text") or "",
        intents=_ranking_from(whole),
        entities=entities_from(parsed.get("entities") or ()),
        channel=channel,
        id=id,
        parts=tuple(
            Part(
                str(part["text"]),
                _ranking_from(part["intent_ranking"]),
                int(part["sentence"]),
                bool(part["is_clause"]),
            )
            for part in parsed.get("parts") or ()
        ),
        leaning=_ranking_from(parsed.get("leaning") or ()),
    )


def _ranking_from(found: Iterable[Mapping[str, Any]]) -> Ranking:
    return tuple(
        (str(intent["name"]), float(intent["confidence"])) for intent in found if intent.get("name")
    )


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
