"""Danger in a parent's message: heard by the words at once, answered by a fixed notice.

What is heard and how sure that is, casework says (casework/safety/screen.py); whether a doubt
holds, the assistant (docs/decisions/0016).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import get_args

import structlog
from sqlalchemy.orm import Session

from casework.safety.answer_to_notice import (
    GOES_ON,
    STOPS,
    read_answer_to_notice,
    what_it_asks_for,
    without_answer_to_notice,
)
from casework.safety.screen import (
    SafetyFlag,
    SafetyId,
    choose_flag,
    names_danger_for_certain,
    screen_for_safety,
)
from casework.safety.taken_back import read_taken_back, says_again
from frontdesk.desk import Desk
from frontdesk.notices import without_calls
from frontdesk.saying import say_notice
from store.messages.record import LastAbout, LastQuestion, read_last_about
from store.messages.safety_events import find_words_taken_back, record_safety_event
from store.referrals.drafts import load_draft
from store.tables import Conversation, Message

log = structlog.get_logger()

# P1 is for the safeguarding lead at once, P2 for today.
HANDOVER_PRIORITIES = {"P1": "immediate", "P2": "urgent"}
SAFETY_IDS: tuple[SafetyId, ...] = get_args(SafetyId)
_TOPIC = "safety:"
_ANSWERED_AGAIN: frozenset[SafetyId] = frozenset(
    {"immediate_danger", "missing_child", "medical", "suicidal_adult", "suicidal_child"}
)
"""What can come true at any minute: no taking back keeps it from being answered again."""
_SOON = timedelta(hours=1)
"""How long after an alarm that is taken back its words may be repeated without a second notice."""


@dataclass(frozen=True)
class Heard:
    """What a message says of danger, and what of it is the assistant's to hear."""

    text: str
    flag: SafetyFlag | None
    takes_back: bool = False
    """It says that there is none, after an alarm."""
    answered: tuple[SafetyId, ...] = ()
    """Dangers that were answered and taken back: it says them again, or takes them back itself."""
    repeats: SafetyFlag | None = None
    """The danger that it says again in the words taken back, to be recorded without a notice."""


def hear(
    session: Session, conversation: Conversation, text: str, question: LastQuestion, *, seq: int
) -> Heard:
    """Hears a message, the one of that `seq`, in the light of the alarms before it.

    What takes an alarm back is left out, so that it raises none again; what is told beside it is
    heard as if it stood alone, and a danger in that is answered like any other.
    """
    if not conversation.safety_categories:
        return Heard(text, hear_danger(text, question))
    notice = read_last_about(session, conversation.id, _TOPIC, before=seq)
    answers_notice = notice is not None and notice.is_newest
    taken_back = read_taken_back(text, answers_notice=answers_notice)
    rest = text if taken_back is None else taken_back.rest
    takes_back = taken_back is not None and taken_back.takes_back
    repeats: SafetyFlag | None = None
    answered: tuple[SafetyId, ...] = ()
    if taken_back is not None and taken_back.denies_danger and notice is not None:
        may_rest = (id_ for id_ in SAFETY_IDS if id_ not in _ANSWERED_AGAIN)
        answered = tuple(id_ for id_ in may_rest if f"{_TOPIC}{id_}" == notice.topic)
    elif not takes_back and (repeats := _find_repeated(session, conversation, rest)) is not None:
        answered = (repeats.id,)
    flag = hear_danger(rest, question) if rest else None
    if flag is not None and flag.id in answered and not names_danger_for_certain(rest):
        flag = None if flag.is_doubtful or not takes_back else flag
    takes_back = takes_back and (flag is None or flag.is_doubtful)
    if answers_notice and notice is not None and rest:
        rest = _after_notice(rest, notice, question)
    return Heard(rest or GOES_ON, flag, takes_back, answered, repeats)


def hear_for_facts(
    session: Session, conversation: Conversation, message: Message, question: LastQuestion
) -> Heard:
    """Hears a message that was answered with a notice, for what else it tells."""
    notice = read_last_about(session, conversation.id, _TOPIC, before=message.seq)
    if notice is None or not notice.is_newest:
        return Heard(message.text, flag=None)
    return Heard(_after_notice(message.text, notice, question), flag=None)


def _after_notice(text: str, notice: LastAbout, question: LastQuestion) -> str:
    """The words right after a notice, in which no yes or no is to the question before it."""
    answer = read_answer_to_notice(text)
    if answer is None:
        return without_answer_to_notice(text)
    offered = (choice["say"] for choice in question.choices)
    reached = next((say for say in offered if say not in (GOES_ON, STOPS)), GOES_ON)
    danger = notice.topic.removeprefix(_TOPIC)
    return what_it_asks_for(answer, danger, to_be_reached=reached)


def _find_repeated(session: Session, conversation: Conversation, text: str) -> SafetyFlag | None:
    """The danger, taken back a short while ago, that these words tell again as they did then."""
    since = datetime.now(UTC) - _SOON
    before = find_words_taken_back(session, conversation.id, since=since)
    if before is None or before.category in _ANSWERED_AGAIN:
        return None
    return choose_flag([before.category]) if says_again(text, before.text) else None


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
    record_danger(session, conversation, message, flag)
    notice = desk.notices[f"safety.{flag.id}"]
    if _is_not_to_be_rung(session, conversation):
        notice = without_calls(notice)
    return say_notice(session, conversation, notice, topic=f"{_TOPIC}{flag.id}", answers=message)


def record_danger(
    session: Session, conversation: Conversation, message: Message, flag: SafetyFlag
) -> None:
    """Keeps that a danger was heard and asks a person to look, whatever the family is told."""
    record_safety_event(
        session,
        conversation,
        category=flag.id,
        priority=HANDOVER_PRIORITIES[flag.priority],
        message_id=message.id,
        now=message.at,
    )


def _is_not_to_be_rung(session: Session, conversation: Conversation) -> bool:
    stored = load_draft(session, conversation.id)
    return stored is not None and stored.document.get("contact", {}).get("safe_to_call") is False
