"""What would become of a text that our team writes now: said before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from casework.texts.times import Verdict
from store.tables import Message, OutgoingText
from store.texts.permissions import judge_text
from store.texts.phone_numbers import find_number
from store.texts.suppressions import is_suppressed


@dataclass(frozen=True)
class TextOutlook:
    """What stands against a text, and whether its number asked for none."""

    verdict: Verdict
    has_opted_out: bool


def foresee_text(session: Session, conversation_id: str, *, now: datetime) -> TextOutlook | None:
    """How a text of our team would be judged now; None where the conversation has no phone.

    The rule is the one that every text meets on its way out, put to a text that is not kept.
    """
    number = find_number(session, conversation_id)
    if number is None:
        return None
    text = OutgoingText(conversation_id=conversation_id, is_let_through=False)
    verdict = judge_text(session, text, Message(reply_to=None, at=now), number, now=now)
    return TextOutlook(verdict, is_suppressed(session, number))
