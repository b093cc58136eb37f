"""What happens to a text inside one transaction: kept in the conversation of its number, once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from frontdesk.danger import answer_danger
from frontdesk.desk import Desk
from frontdesk.inbox import Received, greet, receive_message
from frontdesk.rasa import Turn
from frontdesk.rate_limits import RateLimits
from frontdesk.saying import say_notice, say_secret
from frontdesk.settling import begin_turn
from frontdesk.sms.line import offer_to_go_on
from frontdesk.sms.linking import CodeRead, holds_code, read_code
from frontdesk.sms.signature import Fields
from store.conversations.opening import open_conversation, release_lease
from store.conversations.tokens import make_token
from store.handling.handovers import record_handover
from store.messages.record import (
    add_message,
    find_question,
    leave_to_person,
    list_messages,
    mark_answered,
)
from store.tables import Conversation, Message
from store.texts.phone_numbers import (
    add_phone_number,
    find_conversation_of_number,
    has_text_arrived,
    lock_number,
)

# Somebody to whom a text can be sent back: no short code, no company's name, no WhatsApp.
_PERSON = re.compile(r"\+[1-9]\d{6,14}")
LONGEST_SID = 58
PICTURE = ".media"
NOT_ASKED_AGAIN = frozenset({"consent", "want_callback"})
"""To these the assistant might take "carry on" as an answer."""


@dataclass(frozen=True)
class InboundText:
    """A text as Twilio tells of it; `number` is E.164."""

    sid: str
    number: str
    body: str
    has_pictures: bool


@dataclass(frozen=True)
class Kept:
    """Where a text was kept, and the turn that is this process's to take."""

    conversation_id: str
    turn: Turn | None


def read_text(fields: Fields) -> InboundText | None:
    """The text in these fields; None where nobody could be answered."""
    sid, number = fields.get("MessageSid", ""), fields.get("From", "")
    if not 0 < len(sid) <= LONGEST_SID or not _PERSON.fullmatch(number):
        return None
    pictures = fields.get("NumMedia", "0")
    return InboundText(
        sid=sid,
        number=number,
        body=fields.get("Body", ""),
        has_pictures=pictures.isdecimal() and int(pictures) > 0,
    )


def keep_text(session: Session, desk: Desk, limits: RateLimits, text: InboundText) -> Kept | None:
    """Keeps a text and answers it here where that is due; None when it was kept before."""
    lock_number(session, text.number)
    if any(has_text_arrived(session, text.number, sid) for sid in (text.sid, text.sid + PICTURE)):
        return None
    now = datetime.now(UTC)
    is_one_too_many = not limits.allows("conversation", text.number)
    if holds_code(session, text.number, text.body, now=now):
        code = None
        if not is_one_too_many:
            code = read_code(session, text.number, text.body, now=now)
        return _keep_code(session, desk, code, text)
    conversation = find_conversation_of_number(session, text.number) or _open(session, text.number)
    if text.has_pictures:
        _refuse_pictures(session, conversation, desk, text)
    turn = None
    if text.body.strip() or not text.has_pictures:
        received = receive_message(
            session, conversation, desk, client_message_id=text.sid, text=text.body, channel="sms"
        )
        turn = received.turn
        if is_one_too_many:
            _fall_silent(session, conversation, desk, received)
            turn = None
        elif received.message.status == "waiting" and not _was_greeted(session, desk, received):
            greet(session, conversation, desk, answers=received.message)
    return Kept(conversation.id, turn)


def _was_greeted(session: Session, desk: Desk, received: Received) -> bool:
    """Whether the assistant has said before that it is none of our people and no help in danger."""
    message, greeting = received.message, desk.notices["greeting"]
    if find_question(session, message.conversation_id, before=message.seq) is not None:
        return True
    said = {greeting.text_for(channel) for channel in ("web", "sms")}
    return any(each.text in said for each in list_messages(session, message.conversation_id))


def _open(session: Session, number: str) -> Conversation:
    now = datetime.now(UTC)
    # Nobody is given the token: a text is let in by its number.
    conversation = open_conversation(
        session, channel="sms", locale="en", token=make_token(), now=now
    )
    add_phone_number(session, conversation.id, number, now=now)
    return conversation


def _keep_code(session: Session, desk: Desk, code: CodeRead | None, text: InboundText) -> Kept:
    """Notes that a code came, never the code, and answers it; without `code` nobody is answered."""
    conversation = (
        (code.conversation if code else None)
        or find_conversation_of_number(session, text.number)
        or _open(session, text.number)
    )
    note = _note_that_came(session, conversation, desk, "code_came", text.sid)
    if code is None or code.notice is None:
        mark_answered(note)
        return Kept(conversation.id, None)
    notice, hidden = desk.notices[code.notice], desk.notices["code_hidden"].text_for("sms")
    if code.secret is None:
        say_notice(session, conversation, notice, answers=note)
    else:
        say_secret(session, conversation, notice, code.secret, hidden=hidden, answers=note)
    question = find_question(session, conversation.id, before=note.seq)
    if code.conversation is None or question is None or conversation.mode in ("staff", "closed"):
        mark_answered(note)
        return Kept(conversation.id, None)
    if question.asks in NOT_ASKED_AGAIN or _was_read_back(session, conversation):
        mark_answered(note)
        offer_to_go_on(session, conversation, desk.notices, note, question)
        return Kept(conversation.id, None)
    # The assistant asks it again, in its words for texts.
    session.flush()
    return Kept(conversation.id, begin_turn(session, conversation, desk))


def _note_that_came(
    session: Session, conversation: Conversation, desk: Desk, notice: str, sid: str
) -> Message:
    """Keeps that something came, in our words for it, in the place of what is not kept."""
    return add_message(
        session,
        conversation,
        sender="parent",
        text=desk.notices[notice].text_for("sms"),
        now=datetime.now(UTC),
        channel="sms",
        client_message_id=sid,
        status="waiting",
    )


def _was_read_back(session: Session, conversation: Conversation) -> bool:
    """Whether the answers have been read back: they may come next again, and tell everything."""
    return any(each.asks == "summary" for each in list_messages(session, conversation.id))


def _refuse_pictures(
    session: Session, conversation: Conversation, desk: Desk, text: InboundText
) -> None:
    """Notes that pictures came, and says that they cannot be opened. Nothing is fetched."""
    note = _note_that_came(session, conversation, desk, "picture_came", text.sid + PICTURE)
    mark_answered(note)
    say_notice(session, conversation, desk.notices["no_pictures"], answers=note)


def _fall_silent(
    session: Session, conversation: Conversation, desk: Desk, received: Received
) -> None:
    """Leaves a text that is one too many to a person; the sender is told once.

    Words of danger have been answered by now; what may be such is a danger, as nobody will say
    that it is none. Two machines that answer each other end here.
    """
    if received.message.status != "waiting":
        return
    suspected = None
    if received.turn is not None:
        suspected = received.turn.suspected
        release_lease(conversation)
    if suspected is not None:
        answer_danger(session, conversation, desk, received.message, suspected)
    leave_to_person(received.message)
    is_first = record_handover(
        session, conversation.id, reason="too many texts", priority="soon", now=datetime.now(UTC)
    )
    if is_first and suspected is None:
        say_notice(
            session,
            conversation,
            desk.notices["too_many_messages"],
            answers=received.message,
        )
