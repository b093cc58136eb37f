"""Erasers: one for each table that keeps something about a conversation, and the list of them.

What Rasa keeps is erased by its own server (frontdesk.rasa.Assistant.erase_tracker).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.base import Base
from store.cases.family import find_whole, list_parts
from store.cases.lines import find_case
from store.handling.merging import separate_case
from store.handling.upkeep import refresh_case
from store.tables import (
    Alert,
    AlertTelling,
    AnswerChange,
    Case,
    CaseStep,
    CaseView,
    Claim,
    Consent,
    Conversation,
    ConversationToken,
    Handover,
    Mention,
    Message,
    MissedMessage,
    NumberConfirmation,
    OutgoingEmail,
    OutgoingText,
    PhoneNumber,
    QuestionStep,
    Referral,
    ReferralFigures,
    ReferralName,
    ResumeCode,
    SafetyEvent,
    StaffPresence,
    WebhookEvent,
)


@dataclass(frozen=True)
class TableEraser:
    """Erases the rows of one table."""

    model: type[Base]
    key: str = "conversation_id"

    @property
    def identifier(self) -> str:
        """The name of the table."""
        return str(self.model.__tablename__)

    def erase(self, session: Session, conversation_id: str) -> int:
        """Deletes the rows of this conversation for good, and returns how many there were."""
        table = sa.inspect(self.model).local_table
        assert isinstance(table, sa.Table)
        result: sa.CursorResult[Any] = session.execute(  # type: ignore[assignment]
            sa.delete(table).where(table.c[self.key] == conversation_id)
        )
        return result.rowcount


class _CasesEraser(TableEraser):
    """Erases the line of the queue; cases that were part of it are cases of their own again."""

    def erase(self, session: Session, conversation_id: str) -> int:
        """Deletes the row; what it was merged with is kept, and in step."""
        whole, *parts = list_parts(session, find_whole(session, conversation_id))
        left = parts if whole == conversation_id else [whole]
        for part in parts if whole == conversation_id else ():
            case = find_case(session, part, lock=True)
            assert case is not None
            separate_case(session, case)
        erased = super().erase(session, conversation_id)
        for each in left:
            refresh_case(session, each)
        return erased


def erasers_of(*models: type[Base]) -> tuple[TableEraser, ...]:
    """The erasers of these tables, in their order."""
    particular: dict[type[Base], TableEraser] = {
        Case: _CasesEraser(Case),
        Conversation: TableEraser(Conversation, key="id"),
    }
    return tuple(particular.get(model) or TableEraser(model) for model in models)


TABLE_ERASERS = erasers_of(
    OutgoingText,
    PhoneNumber,
    NumberConfirmation,
    Claim,
    StaffPresence,
    MissedMessage,
    QuestionStep,
    Message,
    ConversationToken,
    ResumeCode,
    Conversation,
    Referral,
    ReferralFigures,
    ReferralName,
    Handover,
    Case,
    CaseStep,
    AnswerChange,
    Mention,
    CaseView,
    AlertTelling,
    Alert,
    WebhookEvent,
    SafetyEvent,
    OutgoingEmail,
    Consent,
)
