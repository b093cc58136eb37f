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
    ASKS_WHETHER_SAFE,
    GOES_ON,
    asks_to_be_rung,
    end_of_answer,
    only_says_not_safe,
    refuses_calls,
)
from casework.safety.screen import (
    SafetyFlag,
    SafetyId,
    choose_flag,
    names_danger_for_certain,
    screen_for_safety,
)
from casework.safety.taken_back import read_taken_back, says_again
from frontdesk.choices import is_number_alone
from frontdesk.desk import Desk
from frontdesk.notices import without_calls
from frontdesk.saying import say_notice
from store.messages.record import LastQuestion, read_last_about
from store.messages.safety_events import find_words_taken_back, record_safety_event
from store.referrals.drafts import load_draft
from store.tables import Conversation, Message

log = structlog.get_logger()

# P1 is for the safeguarding lead at once, P2 for today.
HANDOVER_PRIORITIES = {"P1": "immediate", "P2": "urgent"}
SAFETY_IDS: tuple[SafetyId, ...] = get_args(SafetyId)
_TOPIC = "safety:"
_IS_IT_SAFE = "is_it_safe"
"""What the notice about violence asks, as the safety patterns name it."""
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
    after_notice: SafetyId | None = None
    """The danger whose notice it comes right after."""


def hear(
    session: Session, conversation: Conversation, text: str, question: LastQuestion, *, seq: int
) -> Heard:
    """Hears a message, the one of that `seq`, in the light of the alarms before it.

    What takes an alarm back is left out, so that it raises none again; what is told beside it is
    heard as if it stood alone, and a danger in that is answered like any other.
    """
    if not conversation.safety_categories:
        return Heard(text, hear_danger(text, question))
    notice, is_newest = _find_notice(session, conversation, before=seq)
    after_notice = notice if is_newest else None
    taken_back = read_taken_back(text, after_notice=after_notice)
    rest = text if taken_back is None else taken_back.rest
    takes_back = taken_back is not None and taken_back.takes_back
    is_no = after_notice == ASKS_WHETHER_SAFE and only_says_not_safe(rest)
    repeats: SafetyFlag | None = None
    answered: tuple[SafetyId, ...] = ()
    if taken_back is not None and taken_back.denies_danger and notice is not None:
        answered = (notice,) if notice not in _ANSWERED_AGAIN else ()
    elif not takes_back and (repeats := _find_repeated(session, conversation, rest)) is not None:
        answered = (repeats.id,)
    elif after_notice is not None and (asks_to_be_rung(rest) or is_no):
        # "Ring me, but not when he is in" tells the danger again that was answered just now.
        answered = (after_notice,) if after_notice not in _ANSWERED_AGAIN else ()
    flag = _hear_after(rest, question, after_notice) if rest and not is_no else None
    if flag is not None and flag.id in answered and not names_danger_for_certain(rest):
        flag = None if flag.is_doubtful or not takes_back else flag
    takes_back = takes_back and (flag is None or flag.is_doubtful)
    if after_notice is not None and is_number_alone(rest, question):
        # It may be meant for a list that came before the notice, or for the notice's own choices.
        rest = GOES_ON
    return Heard(rest or GOES_ON, flag, takes_back, answered, repeats, after_notice)


def hear_for_facts(session: Session, conversation: Conversation, message: Message) -> Heard:
    """Hears a message that was answered with a notice, for what else it tells."""
    notice, is_newest = _find_notice(session, conversation, before=message.seq)
    return Heard(message.text, flag=None, after_notice=notice if is_newest else None)


def _find_notice(
    session: Session, conversation: Conversation, *, before: int
) -> tuple[SafetyId | None, bool]:
    """The danger of the newest notice below that `seq`, and whether nothing was said since."""
    about = read_last_about(session, conversation.id, _TOPIC, before=before)
    if about is None:
        return None, False
    danger = about.topic.removeprefix(_TOPIC)
    return next((id_ for id_ in SAFETY_IDS if id_ == danger), None), about.is_newest


def _hear_after(
    text: str, question: LastQuestion, after_notice: SafetyId | None
) -> SafetyFlag | None:
    """The danger in the words, also in those behind a yes or no to the notice: "no, he is here"."""
    flag = hear_danger(text, question)
    if flag is not None or after_notice is None:
        return flag
    told = text[end_of_answer(text) :]
    asked = _IS_IT_SAFE if after_notice == ASKS_WHETHER_SAFE else question.asks
    return hear_danger(told, LastQuestion(asked, []))


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
    if refuses_calls(message.text) or _is_not_to_be_rung(session, conversation):
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
