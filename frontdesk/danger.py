"""Danger in a parent's message: heard by the words at once, answered by a fixed notice.

What is heard and how sure that is, casework says (casework/safety/screen.py); whether a doubt
holds, the assistant (docs/decisions/0016).
"""

from __future__ import annotations

import structlog
from sqlalchemy.orm import Session

from casework.safety.screen import SafetyFlag, screen_for_safety
from frontdesk.desk import Desk
from frontdesk.notices import without_calls
from frontdesk.saying import say_notice
from store.messages.record import LastQuestion
from store.messages.safety_events import record_safety_event
from store.referrals.drafts import load_draft
from store.tables import Conversation, Message

log = structlog.get_logger()

# P1 is for the safeguarding lead at once, P2 for today.
HANDOVER_PRIORITIES = {"P1": "immediate", "P2": "urgent"}


def hear_danger(text: str, question: LastQuestion) -> SafetyFlag | None:
    """The danger that the words of an answer to this question speak of, or may speak of."""
    try:
        return screen_for_safety(text, asked=question.asks)
    except Exception as error:
        # The message is kept and the assistant answers it; losing it would be worse.
        log.error("safety screen failed", error=type(error).__name__)
        return None


def answer_danger(
    session: Session, conversation: Conversation, desk: Desk, message: Message, flag: SafetyFlag
) -> Message:
    """Stores the notice about a danger as the answer, and tells the people who must know."""
    record_safety_event(
        session,
        conversation,
        category=flag.id,
        priority=HANDOVER_PRIORITIES[flag.priority],
        message_id=message.id,
        now=message.at,
    )
    notice = desk.notices[f"safety.{flag.id}"]
    if _is_not_to_be_rung(session, conversation):
        notice = without_calls(notice)
    return say_notice(session, conversation, notice, topic=f"safety:{flag.id}", answers=message)


def _is_not_to_be_rung(session: Session, conversation: Conversation) -> bool:
    stored = load_draft(session, conversation.id)
    return stored is not None and stored.document.get("contact", {}).get("safe_to_call") is False
