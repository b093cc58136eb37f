"""Erasers: one for each place that keeps something about a conversation, and the list of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Protocol

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.base import Base
from store.models import Consent, Conversation, Handover, Message, Referral, SafetyEvent


class Eraser(Protocol):
    """Erases one kind of thing about a conversation."""

    identifier: ClassVar[str]
    description: ClassVar[str]

    def erase(self, conversation_id: str) -> int:
        """Erases it for good and returns how many there were."""
        ...


class TableEraser:
    """Erases the rows of one table."""

    identifier: ClassVar[str]
    description: ClassVar[str]
    model: ClassVar[type[Base]]
    key: ClassVar[str] = "conversation_id"

    def __init__(self, session: Session) -> None:
        self._session = session

    def erase(self, conversation_id: str) -> int:
        """Deletes the rows of this conversation, within the session's transaction."""
        table = sa.inspect(self.model).local_table
        assert isinstance(table, sa.Table)
        result: sa.CursorResult[Any] = self._session.execute(  # type: ignore[assignment]
            sa.delete(table).where(table.c[self.key] == conversation_id)
        )
        return result.rowcount


class MessagesEraser(TableEraser):
    """Erases what was said."""

    identifier = "messages"
    description = "Every message of the conversation, from the parent, the assistant and staff"
    model = Message


class ConversationEraser(TableEraser):
    """Erases the conversation itself, so that its token opens nothing."""

    identifier = "conversations"
    description = "The conversation: its channel, times, token and safety categories"
    model = Conversation
    key = "id"


class ReferralEraser(TableEraser):
    """Erases the draft or referral."""

    identifier = "referrals"
    description = "The draft or referral of the conversation, with its contact indexes"
    model = Referral


class HandoversEraser(TableEraser):
    """Erases why a person had to look."""

    identifier = "handovers"
    description = "Requests to a person to look at the conversation, and their notes"
    model = Handover


class SafetyEventsEraser(TableEraser):
    """Erases the marks of danger."""

    identifier = "safety_events"
    description = "Records that a message spoke of danger"
    model = SafetyEvent


class ConsentsEraser(TableEraser):
    """Erases the log of consent."""

    identifier = "consents"
    description = "What was agreed or refused, and when"
    model = Consent


class TrackerEraser:
    """Erases Rasa's memory of the dialogue, through whoever can reach the Rasa server."""

    identifier: ClassVar[str] = "tracker"
    description: ClassVar[str] = "Rasa's tracker of the conversation, in its own database"

    def __init__(self, erase_tracker: Callable[[str], None]) -> None:
        self._erase_tracker = erase_tracker

    def erase(self, conversation_id: str) -> int:
        """Asks the Rasa server to forget; raises what the caller's client raises."""
        self._erase_tracker(conversation_id)
        return 1


TABLE_ERASERS: tuple[type[TableEraser], ...] = (
    MessagesEraser,
    ConversationEraser,
    ReferralEraser,
    HandoversEraser,
    SafetyEventsEraser,
    ConsentsEraser,
)
ERASERS: tuple[type[Eraser], ...] = (TrackerEraser, *TABLE_ERASERS)
