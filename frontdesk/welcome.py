"""What the conversation says when a parent comes back to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from casework.texts.parts import read_part
from frontdesk.choices import take_off_choices
from frontdesk.desk import Desk
from frontdesk.saying import fill_notice, list_parts
from store.messages.record import add_message, list_messages
from store.tables import Conversation, Message

PAGE = "web"


def welcome_back(session: Session, conversation: Conversation, desk: Desk) -> None:
    """Asks the open question of a locked conversation again, unless it stands there last.

    Only what the assistant asked and nobody has answered since is asked again: after a notice of
    the front desk, of danger too, or words of our team. It is asked on the page, wherever the
    conversation began.
    """
    if conversation.mode in ("staff", "closed"):
        return
    messages = list_messages(session, conversation.id)
    question = find_open_question(messages, desk)
    if question is None or (question is messages[-1] and question.channel == PAGE):
        return
    now = datetime.now(UTC)
    add_message(
        session,
        conversation,
        sender="assistant",
        text=desk.notices["welcome_back"].text_for(PAGE),
        now=now,
        channel=PAGE,
    )
    add_message(
        session,
        conversation,
        sender="assistant",
        text=word_for_page(session, question),
        now=now,
        channel=PAGE,
        choices=question.choices or (),
        asks=question.asks,
        topic=question.topic,
    )


def word_for_page(session: Session, question: Message) -> str:
    """What was asked by text is asked on the page in one piece and without its numbers."""
    if question.channel != "sms":
        return question.text
    parts = [(each.text, read_part(each.text)) for each in list_parts(session, question)]
    whole = "\n".join(part.text if part else text for text, part in parts)
    return take_off_choices(whole, question.choices or (), asks=question.asks)


def find_open_question(messages: Sequence[Message], desk: Desk) -> Message | None:
    """What the assistant asked last, if nothing but notices and our team's words came after it."""
    hidden = {"value": desk.notices["code_hidden"].web.strip()}
    notices = {
        fill_notice(notice, hidden).text_for(channel)
        for notice in desk.notices.values()
        for channel in ("web", "sms")
    }
    for message in reversed(messages):
        if message.asks is not None:
            return message
        if message.sender == "assistant" and message.text not in notices:
            return None
        if message.status == "waiting":
            return None
    return None
