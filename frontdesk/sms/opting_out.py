"""Ends the texts to a number, in the network's word or in anybody's own, and resumes them.

DP-21.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from casework.texts.opting_out import read_end_of_texts, read_opting_out
from casework.texts.parts import read_part
from frontdesk.saying import list_parts, say_again
from frontdesk.sms.line import (
    ENDED,
    RESUMED,
    SmsLine,
    ask_again,
    find_open_question,
    has_opted_out,
    note_texts,
    say,
    say_last,
)
from store.handling.handovers import record_handover
from store.messages.record import list_messages
from store.referrals.drafts import load_draft
from store.tables import Message
from store.texts.phone_numbers import find_number
from store.texts.suppressions import release, suppress
from store.texts.unheard import did_not_reach


def end_texts(
    session: Session, line: SmsLine, message: Message, *, is_ours_to_confirm: bool
) -> list[Message]:
    """No more texts to the number. The referral stays, and our team is told."""
    conversation, now = line.conversation, datetime.now(UTC)
    number = find_number(session, conversation.id)
    is_new = not has_opted_out(session, line)
    if number is not None:
        suppress(session, number, why="opted out", now=now)
    if not is_new:
        return []
    note_texts(session, line, ENDED)
    if load_draft(session, conversation.id) is not None:
        record_handover(session, conversation.id, reason="texts_stopped", priority="soon", now=now)
    return [say_last(session, line, message, "texts_stopped")] if is_ours_to_confirm else []


def answer_own_words(
    session: Session, line: SmsLine, message: Message, *, is_about_a_number: bool
) -> list[Message] | None:
    """Ends the texts for whoever asks for it in own words; what may mean it is asked back once.

    None for a text about anything else. The network knows none of these words, so nobody but us
    confirms it.
    """
    meant = read_opting_out(message.text)
    if _is_asked_about_ending(session, line, message):
        ends = True if meant else read_end_of_texts(message.text)
        if ends is False:
            kept = say(session, line, message, "texts_go_on")
            return [kept, *ask_again(session, line, message)]
        return end_texts(session, line, message, is_ours_to_confirm=True) if ends else None
    if meant is None or (meant != "outright" and is_about_a_number):
        return None
    if meant == "perhaps":
        return [say(session, line, message, "end_texts")]
    return end_texts(session, line, message, is_ours_to_confirm=True)


def resume_texts(session: Session, line: SmsLine, message: Message) -> list[Message] | None:
    """Texts again after STOP, and the question that still waits; else a word like any other.

    What was said before that question and never reached the phone comes first: how we keep what
    they tell us, where we then ask whether we may.
    """
    if not has_opted_out(session, line):
        return None
    number = find_number(session, line.conversation.id)
    if number is not None:
        release(session, number)
    note_texts(session, line, RESUMED)
    unheard = _list_unheard(session, line, message)
    said = [say(session, line, message, "texts_resumed")]
    for each in unheard:
        said += say_again(session, line.conversation, each, answers=message)
    return [*said, *ask_again(session, line, message)]


def _is_asked_about_ending(session: Session, line: SmsLine, message: Message) -> bool:
    """Whether the last thing that we said was to ask if the texts shall end."""
    ours = [
        each.text
        for each in list_messages(session, line.conversation.id)
        if each.sender != "parent" and each.seq < message.seq
    ]
    return ours[-1:] == [line.notices["end_texts"].text_for("sms")]


def _list_unheard(session: Session, line: SmsLine, message: Message) -> list[Message]:
    """What we said right before the open question and the network did not let through."""
    question = find_open_question(session, line, message)
    if question is None:
        return []
    first = list_parts(session, question)[0]
    unheard: list[Message] = []
    for each in reversed(list_messages(session, line.conversation.id)):
        if each.seq >= first.seq or each.sender == "parent":
            continue
        if not did_not_reach(session, each.id):
            break
        part = read_part(each.text)
        if part is None or part.number == part.of:
            unheard.insert(0, each)
    return unheard
