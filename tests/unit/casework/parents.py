"""Builds messages and talks with `casework.conversation.order` as Rasa would, without Rasa.

`said("8")` is a bare message; entities and intents are given where the words alone do not answer
the pending question.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from casework.conversation.order import take_turn
from casework.message import Entity, Message
from casework.referral.draft import Draft
from casework.turn.state import Outcome

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)


def fact(name: str, value: Any, role: str | None = None, *, sure: bool = True) -> Entity:
    """An entity as the Rasa side finds it."""
    return Entity(name=name, value=value, role=role, is_sure=sure)


def said(text: str, *entities: Entity, intent: str = "inform", confidence: float = 0.9) -> Message:
    """A message with what was found in it."""
    return Message(text=text, intents=((intent, confidence),), entities=entities)


class Parent:
    """Someone in conversation: says things, and remembers the draft and the last outcome."""

    def __init__(self) -> None:
        self.draft = Draft()
        self.outcome: Outcome | None = None
        self.questions: list[str | None] = []
        self.all_topics: list[str] = []

    def say(
        self, text: str, *entities: Entity, intent: str = "inform", confidence: float = 0.9
    ) -> Outcome:
        """Say something; the outcome becomes the state of the conversation."""
        message = said(text, *entities, intent=intent, confidence=confidence)
        self.outcome = take_turn(self.draft, message, today=TODAY, now=NOW)
        self.draft = self.outcome.draft
        self.questions.append(self.asked)
        self.all_topics += self.topics
        return self.outcome

    @property
    def asked(self) -> str | None:
        """The question that waits now."""
        return self.draft.progress.pending

    @property
    def heard(self) -> list[str]:
        """The names of the responses of the last turn."""
        assert self.outcome is not None
        return [say.response for say in self.outcome.says]

    @property
    def topics(self) -> list[str]:
        """The topics of the last turn."""
        assert self.outcome is not None
        return [say.topic for say in self.outcome.says if say.topic]

    def agree(self) -> None:
        """Give both consents."""
        self.say("yes", intent="affirm")
        self.say("yes", intent="affirm")
