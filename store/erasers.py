"""Erasers: one for each place that keeps something about a conversation, and the list of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Protocol

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.base import Base
from store.models import (
    Case,
    CaseStep,
    CaseView,
    Claim,
    Consent,
    Conversation,
    ConversationToken,
    Handover,
    Message,
    NumberConfirmation,
    OutgoingEmail,
    OutgoingText,
    PhoneNumber,
    Referral,
    ResumeCode,
    SafetyEvent,
    StaffNote,
    StaffPresence,
)


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


class TokensEraser(TableEraser):
    """Erases what opens the conversation."""

    identifier = "conversation_tokens"
    description = "The hashed tokens that open the conversation in browsers and through the API"
    model = ConversationToken


class ResumeCodesEraser(TableEraser):
    """Erases the way back."""

    identifier = "resume_codes"
    description = "The hashed code to come back to the conversation with"
    model = ResumeCode


class ConversationEraser(TableEraser):
    """Erases the conversation itself."""

    identifier = "conversations"
    description = "The conversation: its channel, times and safety categories"
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


class OutgoingEmailsEraser(TableEraser):
    """Erases emails to the parent, those that wait too."""

    identifier = "outgoing_emails"
    description = "Emails about the conversation: to whom, and what those that wait will say"
    model = OutgoingEmail


class ConsentsEraser(TableEraser):
    """Erases the log of consent."""

    identifier = "consents"
    description = "What was agreed or refused, and when"
    model = Consent


class TextsEraser(TableEraser):
    """Erases what is on its way to the phone."""

    identifier = "texts"
    description = "Texts to the parent's phone: how far each has come, and those that wait"
    model = OutgoingText


class PhoneNumbersEraser(TableEraser):
    """Erases the number that texts."""

    identifier = "phone_numbers"
    description = "The phone number that the conversation is held with"
    model = PhoneNumber


class NumberConfirmationsEraser(TableEraser):
    """Erases what a number has to prove itself with."""

    identifier = "number_confirmations"
    description = "Digits that a phone number is to send back, hashed"
    model = NumberConfirmation


class ClaimsEraser(TableEraser):
    """Erases who of our team answers."""

    identifier = "claims"
    description = "Which colleague answers the conversation, and the question that waits meanwhile"
    model = Claim


class StaffPresenceEraser(TableEraser):
    """Erases who looked."""

    identifier = "staff_presence"
    description = "When colleagues last had the conversation open"
    model = StaffPresence


class StaffNotesEraser(TableEraser):
    """Erases what colleagues noted."""

    identifier = "staff_notes"
    description = "What colleagues noted about the conversation for each other"
    model = StaffNote


class CasesEraser(TableEraser):
    """Erases the line of the queue."""

    identifier = "cases"
    description = "The line of the queue: what the case is sorted by, and who has it"
    model = Case


class CaseStepsEraser(TableEraser):
    """Erases what was done and noted."""

    identifier = "case_steps"
    description = "What colleagues did about the case and when, with their notes"
    model = CaseStep


class CaseViewsEraser(TableEraser):
    """Erases who has looked."""

    identifier = "case_views"
    description = "When each colleague last looked at the case"
    model = CaseView


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


# What no eraser touches, and why.
KEPT_ON_PURPOSE = {
    "suppressed_numbers": "a keyed hash of each number that asked for no more texts, and nothing "
    "else about it: forgetting it would break the promise not to text that number again",
    "staff": "colleagues, not parents: ./intake staff disable ends an account, and the audit "
    "trail has to be able to name who did what",
    "staff_sessions": "where a colleague is signed in; old ones go with the next sign-in",
    "staff_recovery_codes": "a colleague's hashed codes; they go when used or made anew",
    "api_tokens": "what programs read referrals with: a name for each and a hash",
}
TABLE_ERASERS: tuple[type[TableEraser], ...] = (
    TextsEraser,
    PhoneNumbersEraser,
    NumberConfirmationsEraser,
    ClaimsEraser,
    StaffPresenceEraser,
    StaffNotesEraser,
    MessagesEraser,
    TokensEraser,
    ResumeCodesEraser,
    ConversationEraser,
    ReferralEraser,
    HandoversEraser,
    CasesEraser,
    CaseStepsEraser,
    CaseViewsEraser,
    SafetyEventsEraser,
    OutgoingEmailsEraser,
    ConsentsEraser,
)
ERASERS: tuple[type[Eraser], ...] = (TrackerEraser, *TABLE_ERASERS)
