"""What the assistant is about to say: a response of `data/responses/` with its values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

RESPONSES = Path(__file__).resolve().parent.parent / "data" / "responses"


@dataclass(frozen=True)
class Choice:
    """What may be tapped; `say` is plain text (contract, Message)."""

    label: str
    say: str


@dataclass(frozen=True)
class Say:
    """One message to come: response name, values for its placeholders, and the contract's ids."""

    response: str
    values: Mapping[str, str] = field(default_factory=dict)
    asks: str | None = None
    topic: str | None = None
    choices: tuple[Choice, ...] = ()
    """Choices beside those of the response itself, for lists that depend on the draft."""


@cache
def _responses() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(RESPONSES.glob("*.yml")):
        with path.open(encoding="utf-8") as file:
            found.update(yaml.load(file, Loader=yaml.CSafeLoader)["responses"])
    return found


def has_response(name: str) -> bool:
    """True when the response exists in `data/responses/`."""
    return name in _responses()


def tapped_words(question: str) -> frozenset[str]:
    """What tapping or typing a choice of this question says, in small letters."""
    buttons = [
        button
        for variant in _responses().get(f"utter_ask_{question}", ())
        for button in variant.get("buttons") or ()
    ]
    return frozenset(
        str(button[part]).casefold() for button in buttons for part in ("title", "payload")
    )


def topic_of(name: str) -> str | None:
    """The contract's topic that the response carries in its metadata, or None."""
    for variant in _responses().get(name, ()):
        topic = (variant.get("metadata") or {}).get("topic")
        if topic:
            return str(topic)
    return None


def words_of(say: Say, *, channel: str = "web") -> str:
    """The words of the message on that channel, placeholders filled; for the record kept of them.

    Raises KeyError for a response that does not exist.
    """
    variants = _responses()[say.response]
    default = [v for v in variants if "condition" not in v and v.get("channel") in (channel, None)]
    chosen = next((v for v in default if v.get("channel") == channel), default[0])
    words = str(chosen["text"])
    for name, value in say.values.items():
        words = words.replace("{" + name + "}", value)
    return words
