"""Answers a text that the front desk understands by itself, in the transaction that stores it.

STOP and its kind in any words, START, HELP, "wrong number", MORE, WEBSITE: answered at once, before
older texts, whoever holds the conversation and whether or not the assistant runs (DP-21,
DP-22).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from casework.safety.answer_to_notice import GOES_ON, STOPS
from casework.texts.commands import read_command, read_stranger
from casework.texts.opting_out import read_opting_out
from casework.texts.watched_phone import ends_texts_unseen
from frontdesk.notices import Notice
from frontdesk.saying import say_more, say_secret
from frontdesk.sms.line import ENDED, SmsLine, ask_again, has_opted_out, note_texts, say, say_last
from frontdesk.sms.opting_out import answer_own_words, end_texts, resume_texts
from store.audit import record_audit
from store.conversations.resume_codes import make_resume_code
from store.erasing.retention import load_retention
from store.handling.handovers import record_handover
from store.messages.record import LastQuestion, list_messages
from store.tables import Message
from store.texts.phone_numbers import find_number
from store.texts.suppressions import suppress
from store.texts.wrong_numbers import REASON, remove_wrong_number

ABOUT_A_NUMBER = frozenset({"phone", "safe_contact", "summary", "change_what"})
"""At these questions "wrong number" and "no texts" are about an answer, not about us."""
NO_TEXTS = "do not text me"
SENT_BEFORE_SECONDS = 60
"""A greeting that is as new as their first text has not made anybody wonder who we are."""


def answer_command(
    session: Session, line: SmsLine, message: Message, question: LastQuestion
) -> Sequence[Message] | None:
    """The replies to a command, of which there may be none; None for a text of another kind.

    After STOP nothing but START is answered: who writes all the same is left to our team.
    """
    command = read_command(message.text)
    if command not in ("stop", "start", "help") and has_opted_out(session, line):
        return _leave_to_team(session, line)
    match command:
        case "stop":
            return end_texts(session, line, message, is_ours_to_confirm=line.confirms_stop)
        case "start":
            resumed = resume_texts(session, line, message)
            # Nothing had ended: they want to go on.
            return resumed or ask_again(session, line, message) or None
        case "help":
            return [say_last(session, line, message, "text_help")]
        case "more":
            return _tell_more(session, line, message)
        case "website":
            code = _give_code(session, line, message)
            if code is not None:
                return [code]
    is_about_a_number = question.asks in ABOUT_A_NUMBER
    is_wrong_number = read_stranger(message.text) == "wrong_number"
    replies = None
    if not is_wrong_number:
        replies = answer_own_words(session, line, message, is_about_a_number=is_about_a_number)
    elif is_about_a_number:
        return None
    return _answer_stranger(session, line, message) if replies is None else replies


def hear_as(text: str, notices: Mapping[str, Notice]) -> str:
    """What the assistant is to hear of a text.

    PAUSE is our word for what it knows as stop, MORE would be stop to it too, and in place of a
    code stands a notice. "Stop, he is here" is a no to texts.
    """
    if ends_texts_unseen(text):
        return f"{NO_TEXTS}. {text}"
    command = read_command(text)
    if command == "more" or text == notices["code_came"].text_for("sms"):
        return GOES_ON
    return STOPS if command == "pause" else text


def _tell_more(session: Session, line: SmsLine, message: Message) -> list[Message] | None:
    """The rest of what was cut short, once; with none left the open question comes again."""
    for each in reversed(list_messages(session, line.conversation.id)):
        if each.more is not None:
            return [say_more(session, line.conversation, each.more, answers=message)]
        if each.seq < message.seq and each.sender == "parent" and read_command(each.text) == "more":
            break
    asked = ask_again(session, line, message)
    return [say(session, line, message, "that_was_all"), *asked] if asked else None


def _give_code(session: Session, line: SmsLine, message: Message) -> Message | None:
    """A code for the page, to the number of the conversation; None where that has told us nothing.

    So it is never in a first text, and there is something to go on with (DP-19).
    """
    conversation, now = line.conversation, datetime.now(UTC)
    earlier = [each for each in list_messages(session, conversation.id) if each is not message]
    has_told = any(each.sender == "parent" and _tells(each.text) for each in earlier)
    if find_number(session, conversation.id) is None or not has_told:
        return None
    days = load_retention().resume_code_days
    made = make_resume_code(session, conversation.id, days=days, now=now)
    record_audit(
        session, actor="parent, sms", action="code sent", now=now, conversation_id=conversation.id
    )
    return say_secret(
        session,
        conversation,
        line.notices["code_for_page"],
        made.code,
        hidden=line.notices["code_hidden"].text_for("sms"),
        answers=message,
    )


def _answer_stranger(session: Session, line: SmsLine, message: Message) -> list[Message] | None:
    kind = read_stranger(message.text)
    if kind is None:
        return None
    earlier = [each for each in list_messages(session, line.conversation.id) if each is not message]
    has_told = any(each.sender == "parent" and _tells(each.text) for each in earlier)
    if kind == "who_is_this":
        if has_told:
            return None
        if not _was_texted(earlier, message):
            return [say(session, line, message, "who_texts")]
    return _leave_alone(session, line, message, has_told=has_told)


def _leave_alone(
    session: Session, line: SmsLine, message: Message, *, has_told: bool
) -> list[Message]:
    """A stranger is told nothing and texted no more; our team is told."""
    conversation, now = line.conversation, datetime.now(UTC)
    number = find_number(session, conversation.id)
    if number is not None:
        suppress(session, number, why="wrong number", now=now)
        told_in = conversation.id if has_told else None
        remove_wrong_number(session, number, told_in=told_in, now=now)
    note_texts(session, line, ENDED)
    record_handover(session, conversation.id, reason=REASON, priority="urgent", now=now)
    return [say_last(session, line, message, "wrong_number")]


def _leave_to_team(session: Session, line: SmsLine) -> list[Message]:
    record_handover(
        session,
        line.conversation.id,
        reason="texted_after_stop",
        priority="soon",
        now=datetime.now(UTC),
    )
    return []


def _tells(text: str) -> bool:
    return not (read_command(text) or read_stranger(text) or read_opting_out(text))


def _was_texted(earlier: Sequence[Message], message: Message) -> bool:
    return any(
        each.sender != "parent" and (message.at - each.at).total_seconds() > SENT_BEFORE_SECONDS
        for each in earlier
    )
