"""A turn as Rasa posts it to an action, read into the terms of `casework`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker

from casework.draft import Draft
from casework.message import Message, Part, Ranking, entities_from

HEARD_SLOT = "heard"


@dataclass(frozen=True)
class Heard:
    """The message with whom it comes from, and the draft that rides in the tracker, if any."""

    conversation: str
    message: Message
    unkept: Draft | None
    """What was heard before it may be kept (docs/architecture.md, "Rasa → action server")."""


def read_turn(tracker: Tracker) -> Heard:
    """The turn in the tracker. Raises KeyError where the channel's metadata is missing."""
    latest: dict[str, Any] = tracker.latest_message
    about = latest["metadata"]
    leaning = latest.get("leaning") or {}
    slot = tracker.get_slot(HEARD_SLOT)
    return Heard(
        conversation=about["conversation"],
        message=Message(
            text=latest.get("text") or "",
            intents=_to_ranking(latest.get("intent_ranking") or [latest.get("intent") or {}]),
            entities=entities_from(latest.get("entities") or ()),
            channel=about["channel"],
            id=about["message_id"],
            parts=tuple(
                Part(str(part["text"]), _to_ranking(part["intent_ranking"]))
                for part in latest.get("parts") or ()
            ),
            leaning=_to_ranking(leaning.get("intent_ranking") or ()),
        ),
        unkept=Draft.model_validate(slot) if slot else None,
    )


def _to_ranking(found: Iterable[dict[str, Any]]) -> Ranking:
    return tuple(
        (str(intent["name"]), float(intent["confidence"])) for intent in found if intent.get("name")
    )
