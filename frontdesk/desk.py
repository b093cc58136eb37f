"""Who works at the front desk, and what it has in hand: a parent's message that is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from sqlalchemy.orm import Session

from casework.safety.screen import SafetyFlag
from frontdesk.notices import Notice
from frontdesk.rasa import Reply
from frontdesk.saying import say_notice
from store.messages.record import LastQuestion
from store.tables import Conversation, Message


@dataclass(frozen=True)
class Turn:
    """A message that is the assistant's to answer next; whoever has it holds the lease."""

    conversation_id: str
    channel: str
    message_id: str
    text: str
    only_facts: bool = False
    """Its danger is answered: the assistant takes its facts and says nothing."""
    suspected: SafetyFlag | None = None
    """A danger that may only sound like one: the assistant says, and if it cannot, it is one."""
    takes_back_danger: bool = False
    """It says that there is none, after an alarm; the text is what is left beside that."""
    answered: tuple[str, ...] = ()
    """Dangers that were answered and taken back: the assistant hears none of these in it."""
    repeats: SafetyFlag | None = None
    """The danger it tells in the words that were taken back: recorded, and not answered again."""
    after_notice: str | None = None
    """The danger whose notice was said right before it, or that the question was asked after it was
    sent: it answers that, and not the question."""


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
