"""Deletes by age. How long each thing is kept is content: data/knowledge/retention.yml."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
import structlog
import yaml
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.orm import Session

from store.audit import record_audit
from store.cases.family import lock_cases
from store.database import Database
from store.erasing.erasers import TableEraser, erasers_of
from store.figures.question_steps import count_questions
from store.figures.upkeep import keep_all_figures
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

log = structlog.get_logger()
RETENTION_FILE = Path(__file__).parents[2] / "data/knowledge/retention.yml"


class Retention(BaseModel):
    """How long things are kept, in the units of the names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    draft_days: int = Field(ge=1)
    transcript_days: int = Field(ge=1)
    hours_without_consent: int = Field(ge=1)
    resume_code_days: int = Field(ge=1)


@dataclass(frozen=True)
class _Class:
    """One class of things with one age."""

    name: str
    overdue: Callable[[Session, Retention, datetime], Sequence[str]]
    erasers: tuple[TableEraser, ...]
    erases_tracker: bool


def load_retention(path: Path = RETENTION_FILE) -> Retention:
    """Reads and checks the file."""
    return Retention.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def purge(
    database: Database,
    retention: Retention,
    *,
    now: datetime,
    erase_tracker: Callable[[str], None],
) -> dict[str, int]:
    """Deletes what is older than allowed; returns how many conversations, by class.

    Rasa's tracker goes first: if it cannot be reached, the conversation waits for the next purge
    rather than leaving half of itself behind.
    """
    purged = {}
    for kind in CLASSES:
        with database.reading() as session:
            overdue = kind.overdue(session, retention, now)
        purged[kind.name] = sum(
            _purge_one(database, kind, conversation_id, now, retention, erase_tracker)
            for conversation_id in overdue
        )
    keep_all_figures(database, now=now)
    return purged


def _purge_one(
    database: Database,
    kind: _Class,
    conversation_id: str,
    now: datetime,
    retention: Retention,
    erase_tracker: Callable[[str], None],
) -> bool:
    if kind.erases_tracker:
        try:
            erase_tracker(conversation_id)
        except Exception as error:
            log.warning("tracker not purged", error=type(error).__name__, kind=kind.name)
            return False
    with database.writing() as session:
        if conversation_id not in kind.overdue(session, retention, now):
            return False  # Somebody came back, or handed the referral in, since the list was made.
        lock_cases(session, conversation_id)
        for eraser in kind.erasers:
            eraser.erase(session, conversation_id)
        refresh_case(session, conversation_id)
        record_audit(
            session,
            actor=f"retention {retention.version}",
            action=f"purged {kind.name}",
            now=now,
            conversation_id=conversation_id,
            fields=[eraser.identifier for eraser in kind.erasers],
        )
    return True


def _old_drafts(session: Session, retention: Retention, now: datetime) -> Sequence[str]:
    found = session.scalars(
        sa.select(Referral.conversation_id).where(
            Referral.status == "draft",
            Referral.updated_at < now - timedelta(days=retention.draft_days),
        )
    )
    return [conversation_id for conversation_id in found if conversation_id]


def _old_transcripts(session: Session, retention: Retention, now: datetime) -> Sequence[str]:
    return session.scalars(
        sa.select(Conversation.id).where(
            Conversation.last_message_at < now - timedelta(days=retention.transcript_days)
        )
    ).all()


def _left_over_work(session: Session, _retention: Retention, _now: datetime) -> Sequence[str]:
    """What is left of conversations that are gone, became no referral, and are owed nothing."""
    left = sa.union(
        *(
            sa.select(sa.column("conversation_id")).select_from(eraser.model.__table__)
            for eraser in LEFT_OVER
        )
    ).subquery()
    kept = sa.exists().where(Conversation.id == left.c.conversation_id)
    referred = sa.exists().where(Referral.conversation_id == left.c.conversation_id)
    owed = sa.exists().where(
        Handover.conversation_id == left.c.conversation_id, Handover.status == "open"
    )
    return session.scalars(
        sa.select(left.c.conversation_id).where(
            left.c.conversation_id.is_not(None), ~kept, ~referred, ~owed
        )
    ).all()


def _old_without_consent(session: Session, retention: Retention, now: datetime) -> Sequence[str]:
    latest = (
        sa.select(sa.func.max(Consent.id))
        .where(Consent.kind == "store")
        .group_by(Consent.conversation_id)
    )
    agreed = sa.select(Consent.conversation_id).where(Consent.id.in_(latest), Consent.given)
    # Somebody who asked for a person, or was in danger, is still owed one.
    owed = sa.select(Handover.conversation_id).where(Handover.status == "open")
    return session.scalars(
        sa.select(Conversation.id).where(
            Conversation.last_message_at < now - timedelta(hours=retention.hours_without_consent),
            Conversation.id.not_in(agreed),
            Conversation.id.not_in(owed),
        )
    ).all()


def _old_resume_codes(session: Session, retention: Retention, now: datetime) -> Sequence[str]:
    return session.scalars(
        sa.select(ResumeCode.conversation_id).where(ResumeCode.expires_at <= now)
    ).all()


def _old_confirmations(session: Session, _retention: Retention, now: datetime) -> Sequence[str]:
    """Conversations whose digits are over, and how often they were sent counts no more."""
    return session.scalars(
        sa.select(NumberConfirmation.conversation_id)
        .group_by(NumberConfirmation.conversation_id)
        .having(sa.func.max(NumberConfirmation.counted_until) <= now)
    ).all()


class _CountedQuestionsEraser(TableEraser):
    """Turns what was asked into counts: they outlive the conversation and tell of nobody."""

    def erase(self, session: Session, conversation_id: str) -> int:
        """Adds the rows of this conversation to the counts, and deletes them."""
        return count_questions(session, [conversation_id])


TRANSCRIPT = (
    *erasers_of(OutgoingText, PhoneNumber, NumberConfirmation, Claim, StaffPresence),
    _CountedQuestionsEraser(QuestionStep),
    *erasers_of(MissedMessage, Message, OutgoingEmail, ConversationToken, ResumeCode, Conversation),
)
WORK_ON_CASE = erasers_of(
    Case, CaseStep, AnswerChange, Mention, CaseView, AlertTelling, Alert, WebhookEvent
)
LEFT_OVER = (*WORK_ON_CASE, *erasers_of(Handover, SafetyEvent, Consent, ReferralFigures))
"""What outlives the conversation for the sake of a referral, or of what is still owed."""
CLASSES = (
    _Class(
        "without consent",
        _old_without_consent,
        (*TRANSCRIPT, *erasers_of(Handover, SafetyEvent), *WORK_ON_CASE),
        erases_tracker=True,
    ),
    _Class("drafts", _old_drafts, erasers_of(Referral, ReferralName), erases_tracker=True),
    _Class("transcripts", _old_transcripts, TRANSCRIPT, erases_tracker=True),
    _Class("work without a family", _left_over_work, LEFT_OVER, erases_tracker=False),
    _Class("resume codes", _old_resume_codes, erasers_of(ResumeCode), erases_tracker=False),
    _Class(
        "number confirmations",
        _old_confirmations,
        erasers_of(NumberConfirmation),
        erases_tracker=False,
    ),
)
