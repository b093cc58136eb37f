"""What the conversation says when a parent comes back to it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from casework.texts.parts import read_part
from frontdesk.choices import take_off_choices
from frontdesk.desk import Desk
from frontdesk.rasa import Reply
from frontdesk.saying import fill_notice, list_parts, say_replies
from store.messages.record import list_messages
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
    notice = Reply(desk.notices["welcome_back"].text_for(PAGE), (), None, None)
    say_replies(session, conversation, [notice, ask_on_page(session, question)], PAGE)


def ask_on_page(session: Session, question: Message) -> Reply:
    """A question once more; asked by text it is put in one piece and without its numbers."""
    words = question.text
    if question.channel == "sms":
        parts = [(each.text, read_part(each.text)) for each in list_parts(session, question)]
        whole = "\n".join(part.text if part else text for text, part in parts)
        words = take_off_choices(whole, question.choices or (), asks=question.asks)
    return Reply(words, question.choices or (), question.asks, question.topic)


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
