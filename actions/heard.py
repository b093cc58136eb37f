"""A turn as Rasa posts it to an action, read into the terms of `casework`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker

from casework.message import Message, message_from
from casework.referral.draft import Draft

HEARD_SLOT = "heard"


@dataclass(frozen=True)
class Heard:
    """The message with whom it comes from, and the draft that rides in the tracker, if any."""

    conversation: str
    message: Message
    unkept: Draft | None
    """What was heard before it may be kept (docs/architecture.md, "Rasa → action server")."""
    only_facts: bool = False
    """The message spoke of danger and is answered: nothing is to be said to it."""
    after_notice: str | None = None
    """The danger that was answered with a notice right before it, if one was."""
    sent_before_asked: bool = False
    """It was sent before the question that waits was asked."""

    @property
    def is_apart_from_question(self) -> bool:
        """Whether it was written for something else than the question that waits."""
        return self.after_notice is not None or self.sent_before_asked


def read_turn(tracker: Tracker) -> Heard:
    """The turn in the tracker. Raises KeyError where the channel's metadata is missing."""
    latest: dict[str, Any] = tracker.latest_message
    about = latest["metadata"]
    slot = tracker.get_slot(HEARD_SLOT)
    return Heard(
        conversation=about["conversation"],
        message=message_from(latest, channel=about["channel"], id=about["message_id"]),
        unkept=Draft.model_validate(slot) if slot else None,
        only_facts=about.get("only_facts") is True,
        after_notice=about.get("after_notice"),
        sent_before_asked=about.get("sent_before_asked") is True,
    )
