"""What became of one held-out message."""

from __future__ import annotations

from dataclasses import dataclass

from casework.message import Message, Ranking

RANKED = 3


@dataclass(frozen=True)
class Verdict:
    """One message or one fact of it: what was wanted, what came of it, and what was heard."""

    text: str
    wanted: str
    got: str
    outcome: str
    """In the words of the set: "right", "offered", "missed" …"""
    heard: str


def describe_intents(message: Message) -> str:
    """The likeliest intents of the whole, of its parts and of its sense after the last answer."""
    told = [_describe(message.intents)]
    told += [f"“{part.text}”: {_describe(part.intents[:1])}" for part in message.parts]
    if message.leaning:
        told.append(f"after the last question: {_describe(message.leaning[:1])}")
    return "; ".join(told)


def describe_entities(message: Message) -> str:
    """The facts that were found in the words."""
    told = [
        f"{entity.name}{f' ({entity.role})' if entity.role else ''}: {entity.value}"
        f"{'' if entity.is_sure else ', unsure'}"
        for entity in message.entities
    ]
    return "; ".join(told) or "no fact"


def _describe(ranking: Ranking) -> str:
    return ", ".join(f"{intent} {confidence:.2f}" for intent, confidence in ranking[:RANKED])
