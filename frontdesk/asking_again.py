"""Asks what the assistant asked last once more, when it answers again after a colleague."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from frontdesk.desk import Desk
from frontdesk.rasa import Reply
from frontdesk.saying import list_parts
from frontdesk.sms.wording import word_reply
from frontdesk.welcome import find_open_question, word_for_page
from store.messages.record import add_message
from store.tables import Conversation, Message


def ask_again(
    session: Session,
    conversation: Conversation,
    desk: Desk,
    unasked: dict[str, Any] | None,
    channel: str,
    *,
    said: Sequence[Message],
) -> None:
    """Asks the question that waits, if one does: the one that was never shown, or the last shown.

    `said` is the conversation up to the moment when the assistant begins to answer again. Nothing
    else of it is said again.
    """
    if unasked is not None:
        _ask(session, conversation, Reply(**unasked), channel)
        return
    question = find_open_question(said, desk)
    if question is None:
        return
    if channel == "sms" and question.channel == "sms":
        for part in list_parts(session, question):
            _repeat(session, conversation, part)
        return
    words = word_for_page(session, question)
    reply = Reply(words, question.choices or (), question.asks, question.topic)
    _ask(session, conversation, reply, channel)


def _ask(session: Session, conversation: Conversation, reply: Reply, channel: str) -> None:
    texts = [reply.text]
    if channel == "sms":
        texts = [each.text for each in word_reply(reply.text, reply.choices, asks=reply.asks)]
    for text in texts:
        is_last = text is texts[-1]
        add_message(
            session,
            conversation,
            sender="assistant",
            text=text,
            now=datetime.now(UTC),
            channel=channel,
            choices=reply.choices if is_last else (),
            asks=reply.asks if is_last else None,
            topic=reply.topic,
        )


def _repeat(session: Session, conversation: Conversation, part: Message) -> None:
    add_message(
        session,
        conversation,
        sender="assistant",
        text=part.text,
        now=datetime.now(UTC),
        channel="sms",
        choices=part.choices or (),
        asks=part.asks,
        topic=part.topic,
    )
