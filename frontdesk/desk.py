"""Who works at the front desk, and what they may say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy.orm import Session

from frontdesk.notices import Notice
from frontdesk.rasa import Reply
from frontdesk.saying import say_notice
from store.messages.record import LastQuestion
from store.tables import Conversation, Message


class Texting(Protocol):
    """What is particular to a message that came as a text."""

    def answer_command(
        self,
        session: Session,
        conversation: Conversation,
        message: Message,
        question: LastQuestion,
    ) -> Sequence[Message] | None:
        """The replies to a text that is a command; None for a text of another kind."""

    def end_texts(
        self, session: Session, conversation: Conversation, message: Message
    ) -> Sequence[Message]:
        """Ends the texts to the number, and says no more than that."""

    def hear(self, text: str) -> str:
        """What the assistant is to hear of a text."""

    def was_read(self, session: Session, question: Message, *, at: datetime) -> bool:
        """Whether a question can have been read on the phone, when a text came at that time."""

    def find_lead(
        self,
        session: Session,
        conversation: Conversation,
        message: Message,
        replies: Sequence[Reply],
    ) -> str | None:
        """What to say before the replies, if anything."""


@dataclass(frozen=True)
class Desk:
    """Who works here: the name on leases, how long they last, and what may be said.

    `idle` is how long a browser may be quiet before its conversation is hidden.
    """

    name: str
    lease: timedelta
    idle: timedelta
    notices: dict[str, Notice]
    texting: Texting

    def say_notice(
        self,
        session: Session,
        conversation: Conversation,
        identifier: str,
        *,
        topic: str | None = None,
        answers: Message | None = None,
    ) -> Message:
        """Stores a notice by its id (`data/notices/`), as the answer to a message or to none."""
        notice = self.notices[identifier]
        return say_notice(session, conversation, notice, topic=topic, answers=answers)
