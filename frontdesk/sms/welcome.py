"""What a text after a long silence is answered with first: where we were."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy.orm import Session

from frontdesk.notices import Notice
from frontdesk.rasa import Reply
from frontdesk.sms.wording import describe_question
from store.messages.record import find_before, find_question
from store.tables import Conversation, Message

SILENCE = timedelta(hours=12)
WELCOMES = "Welcome back"


def find_lead(
    session: Session,
    conversation: Conversation,
    message: Message,
    replies: Sequence[Reply],
    notice: Notice,
) -> str | None:
    """What to say first after twelve hours without a text: "We were at your phone number."

    None where nothing was asked before, or where the assistant itself welcomes them.
    """
    if message.channel != "sms" or any(each.text.startswith(WELCOMES) for each in replies):
        return None
    before = find_before(session, message)
    if before is None or message.at - before.at < SILENCE:
        return None
    question = find_question(session, conversation.id, before=message.seq)
    was_at = describe_question(question.asks) if question and question.asks else None
    return None if was_at is None else notice.sms.strip().format(value=was_at)
