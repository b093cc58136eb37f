"""What happens to a message as it comes in: kept, screened, and answered or handed on.

Every function works on a session of its caller; none waits for the network.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from casework.safety.screen import choose_flag
from casework.texts.watched_phone import ends_texts_unseen
from frontdesk.danger import answer_danger, hear, record_danger
from frontdesk.desk import Desk
from frontdesk.rasa import Turn
from frontdesk.settling import WITHOUT_ASSISTANT, begin_turn, hold, to_turn
from store.handling.snoozing import wake_case
from store.messages.record import (
    add_message,
    list_replies,
    look_at_inbox,
    mark_answered,
    mark_told,
    read_last_question,
)
from store.messages.safety_events import record_taken_back
from store.tables import Conversation, Message
from store.takeover.claims import note_parent_waits
from store.texts.permissions import wake_texts
from store.texts.phone_numbers import find_number


@dataclass(frozen=True)
class Received:
    """A message that is kept. `replies` so far; `turn` when it is this process's to take."""

    message: Message
    is_new: bool
    replies: Sequence[Message]
    turn: Turn | None


def greet(
    session: Session, conversation: Conversation, desk: Desk, *, answers: Message | None = None
) -> Message:
    """Stores the greeting as the first message, or after a first text as the answer to it."""
    return desk.say_notice(session, conversation, "greeting", answers=answers)


def receive_message(
    session: Session,
    conversation: Conversation,
    desk: Desk,
    *,
    client_message_id: str,
    text: str,
    channel: str | None = None,
) -> Received:
    """Keeps a parent's message in a locked conversation, and answers it here where that is due.

    A message that speaks of danger is answered in the transaction that stores it: before older
    ones, whoever holds the conversation, and whether or not the assistant runs; the assistant
    takes its facts after that. One that may only sound like danger is the assistant's to judge,
    but only where it can have it at once. A text that is a command is answered so too; one that
    ends the texts because somebody sees the phone gets no notice. `channel` is where it came from;
    without it the conversation's own, or the page for one that is held with a phone: what comes by
    no phone then came by the page.
    """
    already, older = look_at_inbox(session, conversation.id, client_message_id)
    if already is not None:
        return Received(already, False, list_replies(session, already.id), None)
    question = read_last_question(session, conversation.id)
    heard = hear(session, conversation, text, question, seq=conversation.last_seq + 1)
    flag = heard.flag
    has_assistant = conversation.mode not in WITHOUT_ASSISTANT and not older
    suspected = None
    came_by = channel or _channel_of(session, conversation)
    ends_unseen = came_by == "sms" and ends_texts_unseen(text)
    if ends_unseen:
        flag = flag or choose_flag(["domestic_abuse"])
    elif flag is not None and flag.is_doubtful and has_assistant and hold(conversation, desk):
        suspected, flag = flag, None
    message = add_message(
        session,
        conversation,
        sender="parent",
        text=text,
        now=datetime.now(UTC),
        channel=came_by,
        client_message_id=client_message_id,
        status="waiting",
    )
    if heard.takes_back and conversation.mode in WITHOUT_ASSISTANT:
        record_taken_back(session, conversation, message_id=message.id, now=message.at)
    elif heard.repeats is not None and flag is None and conversation.mode in WITHOUT_ASSISTANT:
        record_danger(session, conversation, message, heard.repeats)
    if conversation.mode in ("waiting", "staff"):
        wake_case(session, conversation.id)
    if message.channel == "sms":
        wake_texts(session, conversation.id, now=message.at)
    replies: Sequence[Message] | None = None
    if flag is not None and ends_unseen:
        # Somebody else would read the notice.
        record_danger(session, conversation, message, flag)
        replies = desk.texting.end_texts(session, conversation, message)
    elif flag is not None:
        replies = [answer_danger(session, conversation, desk, message, flag)]
    elif message.channel == "sms" and suspected is None:
        replies = desk.texting.answer_command(session, conversation, message, question)
    if replies is None and conversation.mode == "closed":
        replies = [desk.say_notice(session, conversation, "closed", answers=message)]
    if replies is not None or conversation.mode == "staff":
        if flag is not None or replies is None:
            note_parent_waits(session, conversation.id, since=message.at)
        replies = replies or ()
        if flag is None or conversation.mode in WITHOUT_ASSISTANT:
            mark_answered(message)
            return Received(message, True, replies, None)
        mark_told(message, now=datetime.now(UTC))
        session.flush()
        return Received(message, True, replies, begin_turn(session, conversation, desk))
    if older:
        session.flush()
        return Received(message, True, (), begin_turn(session, conversation, desk))
    is_ours = suspected is not None or hold(conversation, desk)
    if not is_ours:
        return Received(message, True, (), None)
    turn = to_turn(session, desk, conversation, message, question, replace(heard, flag=suspected))
    return Received(message, True, (), turn)


def _channel_of(session: Session, conversation: Conversation) -> str:
    is_by_phone = conversation.channel == "sms" and find_number(session, conversation.id)
    return "web" if is_by_phone else conversation.channel
