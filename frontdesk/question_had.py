"""Whether who wrote a message had the question that waits: what was sent before answers it not.

Of "yes" sent twice the second agrees to nothing more.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from frontdesk.desk import Texting
from store.messages.record import LastQuestion, find_question, find_said_before
from store.tables import Message

AGREED_TO = frozenset({"consent", "share_with_council", "permission", "summary"})
"""A yes to one of these, sent before its text can have been read, would agree unseen."""


def was_sent_before(
    session: Session, texting: Texting, message: Message, question: LastQuestion
) -> bool:
    """Whether it was put only after they wrote; one put once more was there to be answered.

    A review shown again is a new one: it may read otherwise.
    """
    is_by_text = message.channel == "sms" and question.asks in AGREED_TO
    if question.seq <= message.seq and not is_by_text:
        return False
    had = find_question(session, message.conversation_id, before=message.seq)
    while is_by_text and had is not None and not texting.was_read(session, had, at=message.at):
        had = find_question(session, message.conversation_id, before=had.seq)
    if had is None:
        return True
    if had.seq == question.seq:
        return False
    if question.asks == "summary":
        return True
    return (had.asks, had.choices or []) != (question.asks, question.choices)


def repeats_last(session: Session, message: Message) -> bool:
    """Whether it says word for word what they wrote right before."""
    before = find_said_before(session, message)
    return before is not None and before.text.split() == message.text.split()
