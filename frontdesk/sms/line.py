"""One end of a conversation by text: what we may say to it, and whether it wants texts at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from frontdesk.notices import Notice
from frontdesk.saying import fill_notice, say_again, say_notice
from frontdesk.sms.wording import describe_question
from store.audit import find_last_action, record_audit
from store.messages.record import find_question
from store.tables import Conversation, Message
from store.texts.outbox import let_through
from store.texts.phone_numbers import find_number
from store.texts.suppressions import is_suppressed

ENDED, RESUMED = "texts ended", "texts resumed"


@dataclass(frozen=True)
class SmsLine:
    """A conversation by text, what we may say, and whether we answer STOP (Twilio may do it)."""

    conversation: Conversation
    notices: Mapping[str, Notice]
    confirms_stop: bool


def has_opted_out(session: Session, line: SmsLine) -> bool:
    """Whether this number gets no texts; without a number, in the terminal, the conversation."""
    number = find_number(session, line.conversation.id)
    if number is not None:
        return is_suppressed(session, number)
    return find_last_action(session, line.conversation.id, among=(ENDED, RESUMED)) == ENDED


def note_texts(session: Session, line: SmsLine, action: str) -> None:
    """Notes in the audit trail that the texts ended, or began again."""
    record_audit(
        session,
        actor="parent, sms",
        action=action,
        now=datetime.now(UTC),
        conversation_id=line.conversation.id,
    )


def say(session: Session, line: SmsLine, message: Message, identifier: str) -> Message:
    """Says a notice in answer to the message."""
    return say_notice(session, line.conversation, line.notices[identifier], answers=message)


def say_last(session: Session, line: SmsLine, message: Message, identifier: str) -> Message:
    """Says it to a number that gets no more texts: that it is so has to reach it."""
    said = say(session, line, message, identifier)
    let_through(session, said.id)
    return said


def find_open_question(session: Session, line: SmsLine, message: Message) -> Message | None:
    """The question that still waits; none where the assistant does not ask any more."""
    if line.conversation.mode in ("staff", "closed"):
        return None
    return find_question(session, line.conversation.id, before=message.seq)


def ask_again(session: Session, line: SmsLine, message: Message) -> list[Message]:
    """Asks the open question once more; one that was asked on the page is only named."""
    question = find_open_question(session, line, message)
    if question is None:
        return []
    if question.channel == "sms":
        return say_again(session, line.conversation, question, answers=message)
    offer = offer_to_go_on(session, line.conversation, line.notices, message, question)
    return [offer] if offer else []


def offer_to_go_on(
    session: Session,
    conversation: Conversation,
    notices: Mapping[str, Notice],
    message: Message,
    question: Message,
) -> Message | None:
    """Says where we were and how to go on, where the question itself must not come unasked."""
    was_at = describe_question(question.asks) if question.asks else None
    if was_at is None:
        return None
    notice = fill_notice(notices["text_to_go_on"], {"value": was_at})
    return say_notice(session, conversation, notice, answers=message)
