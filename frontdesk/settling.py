"""Turns inside their transactions: begun, settled with an answer, failed and tried again.

Every function works on a session of its caller; none waits for the network.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from casework.people.own_number import means_own_number
from casework.safety.answer_to_notice import GOES_ON
from casework.safety.screen import SafetyFlag
from frontdesk.choices import read_choice
from frontdesk.danger import Heard, answer_danger, hear, hear_for_facts, record_danger
from frontdesk.desk import Desk
from frontdesk.out_of_hours import tell_opening
from frontdesk.question_had import repeats_last, was_sent_before
from frontdesk.rasa import Reply, Turn
from frontdesk.saying import say_replies
from store.conversations.opening import find_conversation, release_lease, take_lease
from store.handling.handovers import record_handover
from store.messages.missed import note_miss
from store.messages.record import (
    LastQuestion,
    find_message,
    leave_to_person,
    list_replies,
    list_waiting,
    mark_answered,
    mark_told,
    read_last_question,
)
from store.messages.safety_events import record_taken_back
from store.tables import Conversation, Message
from store.takeover.claims import keep_question
from store.texts.phone_numbers import find_number

FAILURES_BEFORE_PERSON = 3
# Seconds until the next try, after each failure; the last one repeats. Rasa may take a minute to
# start: the third failure asks a person, and whoever wrote meanwhile needs none. Once it is there,
# nobody waits for a pause to end (frontdesk/sweep.py).
BACKOFF = (5, 75, 75, 120, 300)
TRIED_FOR = timedelta(hours=24)
NOT_UNDERSTOOD = "fallback"
"""The topic of the assistant's replies to a message that it did not understand."""
WITHOUT_ASSISTANT = ("staff", "closed")
"""Modes of a conversation in which the assistant has no turn."""


def begin_turn(session: Session, conversation: Conversation, desk: Desk) -> Turn | None:
    """Takes the lease of a locked conversation if it is free and a message is due."""
    if not hold(conversation, desk):
        return None
    return _next_turn(session, desk, conversation, tried=())


def settle_turn(
    session: Session,
    desk: Desk,
    turn: Turn,
    answer: Sequence[Reply] | SafetyFlag,
    tried: Collection[str],
) -> tuple[Sequence[Message], Turn | None]:
    """Stores the replies and marks the message answered, at once; then what is next.

    A danger that only the assistant heard is answered here as one that the screen hears.
    Whoever lost the lease meanwhile stores nothing: somebody else has the turn.
    """
    held = _find_held(session, desk, turn)
    if held is None:
        return _settle_too_late(session, desk, turn, answer), None
    conversation, message, others = held
    if message.status == "told" and not turn.only_facts:
        # The lease had run out and this desk took the message up twice: its notice is said.
        return list(list_replies(session, message.id)), None
    is_danger = isinstance(answer, SafetyFlag)
    if turn.repeats is not None and not turn.only_facts and answer != turn.repeats:
        record_danger(session, conversation, message, turn.repeats)
    if isinstance(answer, SafetyFlag):
        stored = [answer_danger(session, conversation, desk, message, answer)]
    elif turn.only_facts:
        stored = []
    else:
        lead = desk.texting.find_lead(session, conversation, message, answer)
        told = tell_opening(answer, datetime.now(UTC))
        stored = []
        if turn.takes_back_danger:
            record_taken_back(session, conversation, message_id=message.id, now=message.at)
            stored = [desk.say_notice(session, conversation, "danger_taken_back", answers=message)]
        stored += say_replies(
            session, conversation, told, message.channel, answers=message, lead=lead
        )
        if any(reply.topic == NOT_UNDERSTOOD for reply in answer):
            note_miss(session, message)
    was_told = message.told_waiting_at is not None
    if is_danger:
        mark_told(message, now=datetime.now(UTC))
    else:
        mark_answered(message)
    for other in others:
        if other.seq < message.seq:
            leave_to_person(other)
    if was_told:
        session.flush()
        stored = list(list_replies(session, message.id))
    if is_danger:
        session.flush()
        return stored, replace(turn, only_facts=True, suspected=None)
    if others:
        session.flush()
        return stored, _next_turn(session, desk, conversation, tried)
    release_lease(conversation)
    return stored, None


def _settle_too_late(
    session: Session, desk: Desk, turn: Turn, answer: Sequence[Reply] | SafetyFlag
) -> list[Message]:
    """What a colleague who took over meanwhile leaves of an answer: the notice about a danger.

    Nothing else is said. The question in it is kept for when the conversation is handed back.
    """
    conversation = find_conversation(session, turn.conversation_id, lock=True)
    message = find_message(session, turn.message_id)
    if conversation is None or message is None or message.status != "failed":
        return []
    if isinstance(answer, SafetyFlag):
        said = list_replies(session, message.id)
        if any((reply.topic or "").startswith("safety:") for reply in said):
            return []
        return [answer_danger(session, conversation, desk, message, answer)]
    asked = [reply for reply in answer if reply.asks is not None]
    if asked:
        keep_question(session, conversation.id, asdict(asked[-1]))
    return []


def fail_turn(session: Session, desk: Desk, turn: Turn, tried: Collection[str]) -> Turn | None:
    """Notes that the assistant gave no answer; after the third time a person is asked to look."""
    held = _find_held(session, desk, turn)
    if held is None:
        return None
    conversation, message, _others = held
    now = datetime.now(UTC)
    message.attempts += 1
    wait = BACKOFF[min(message.attempts, len(BACKOFF)) - 1]
    message.next_attempt_at = now + timedelta(seconds=wait)
    if message.attempts == FAILURES_BEFORE_PERSON and not turn.only_facts:
        desk.say_notice(session, conversation, "person_asked", answers=message)
        message.told_waiting_at = message.told_waiting_at or now
        record_handover(
            session, conversation.id, reason="assistant gave up", priority="urgent", now=now
        )
    if now - message.at > TRIED_FOR:
        leave_to_person(message)
    session.flush()
    return _next_turn(session, desk, conversation, tried)


def tell_waiting(session: Session, desk: Desk, conversation_id: str, message_id: str) -> bool:
    """Tells the parent once that this message is kept. True when it was told now."""
    conversation = find_conversation(session, conversation_id, lock=True)
    message = find_message(session, message_id)
    if conversation is None or message is None:
        return False
    if message.status != "waiting" or message.told_waiting_at is not None:
        return False
    message.told_waiting_at = datetime.now(UTC)
    desk.say_notice(session, conversation, "delayed", answers=message)
    return True


def _next_turn(
    session: Session, desk: Desk, conversation: Conversation, tried: Collection[str]
) -> Turn | None:
    """The message to answer next, in order; with none, the lease is given back.

    One that failed less than three times holds up those behind it until it is due. One that
    failed more often does not: it is tried once more first, then passed over.
    """
    now = datetime.now(UTC)
    waiting = list_waiting(session, conversation.id)
    if conversation.mode in WITHOUT_ASSISTANT:
        # A person has taken over meanwhile; what still waits is theirs to answer.
        for message in waiting:
            leave_to_person(message)
        waiting = []
    for message in waiting:
        was_given_up = message.attempts >= FAILURES_BEFORE_PERSON
        is_due = message.next_attempt_at is None or message.next_attempt_at <= now
        if message.id not in tried and (is_due or (was_given_up and message is not waiting[-1])):
            question = read_last_question(session, conversation.id)
            if message.status == "told":
                heard = hear_for_facts(session, conversation, message)
            else:
                heard = hear(session, conversation, message.text, question, seq=message.seq)
            return to_turn(session, desk, conversation, message, question, heard)
        if not was_given_up:
            break
    release_lease(conversation)
    return None


def to_turn(
    session: Session,
    desk: Desk,
    conversation: Conversation,
    message: Message,
    question: LastQuestion,
    heard: Heard,
) -> Turn:
    """What the assistant is to take: the words as it should hear them, and what they may hide."""
    text = heard.text
    sent_before_asked = was_sent_before(session, desk.texting, message, question)
    if sent_before_asked:
        question = LastQuestion(None, [])
        text = GOES_ON if repeats_last(session, message) else text
    if message.channel == "sms":
        text = desk.texting.hear(text)
        if question.asks == "phone" and means_own_number(text):
            text = f"{text} {find_number(session, conversation.id) or ''}".strip()
    return Turn(
        conversation_id=conversation.id,
        channel=message.channel,
        message_id=message.id,
        text=read_choice(text, question),
        only_facts=message.status == "told",
        suspected=heard.flag,
        takes_back_danger=heard.takes_back,
        answered=heard.answered,
        repeats=heard.repeats,
        after_notice=heard.after_notice,
        sent_before_asked=sent_before_asked,
    )


def hold(conversation: Conversation, desk: Desk) -> bool:
    """Takes the lease of a locked conversation for this desk. False: somebody has it."""
    now = datetime.now(UTC)
    return take_lease(conversation, owner=desk.name, until=now + desk.lease, now=now)


def _find_held(
    session: Session, desk: Desk, turn: Turn
) -> tuple[Conversation, Message, list[Message]] | None:
    """The conversation, the message of the turn and the others that wait, if still ours."""
    conversation = find_conversation(session, turn.conversation_id, lock=True)
    if conversation is None or conversation.lease_owner != desk.name:
        return None
    waiting = {message.id: message for message in list_waiting(session, conversation.id)}
    message = waiting.pop(turn.message_id, None)
    if message is None:
        release_lease(conversation)
        return None
    return conversation, message, list(waiting.values())
