"""Asks what the assistant asked last once more, when it answers again after a colleague."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from frontdesk.desk import Desk
from frontdesk.rasa import Reply
from frontdesk.saying import say_again, say_replies
from frontdesk.welcome import ask_on_page, find_open_question
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
    question = find_open_question(said, desk)
    if unasked is not None:
        reply = Reply(**unasked)
    elif question is None:
        return
    elif channel == "sms" and question.channel == "sms":
        say_again(session, conversation, question)
        return
    else:
        reply = ask_on_page(session, question)
    say_replies(session, conversation, [reply], channel)
