"""One case, two channels: a code of the page, sent as a text, brings its number to the case.

A number that the referral names goes on at once. Any other first sends back six digits that we
text to it. From then on its texts are part of that conversation, and each reply goes where the
message that it answers came from.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from casework.texts.codes import take_words_off_code
from store.audit import record_audit
from store.conversations.opening import find_conversation
from store.conversations.resume_codes import find_conversation_of_code, make_resume_code
from store.erasing.retention import load_retention
from store.referrals.drafts import load_draft
from store.tables import Conversation
from store.texts.number_confirmations import (
    DIGITS,
    begin_confirmation,
    confirm_number,
    is_confirming,
)
from store.texts.phone_numbers import add_phone_number


@dataclass(frozen=True)
class CodeRead:
    """What a text with a code leads to: the conversation it opens, or what to answer instead.

    `secret` goes to the phone and is kept nowhere else. Without a notice nothing is answered.
    """

    notice: str | None
    secret: str | None = None
    conversation: Conversation | None = None


def holds_code(session: Session, number: str, body: str, *, now: datetime) -> bool:
    """Whether a text is a code, or the digits awaited from its number; uses nothing up.

    A code that nobody was given may as well be a word of eight letters.
    """
    if _read_digits(session, number, body, now) is not None:
        return True
    return find_conversation_of_code(session, take_words_off_code(body), now=now) is not None


def read_code(session: Session, number: str, body: str, *, now: datetime) -> CodeRead | None:
    """What to do about a text that is a code; None for any other text, a wrong code too."""
    digits = _read_digits(session, number, body, now)
    if digits is not None:
        confirmed = confirm_number(session, number, digits, now=now)
        if confirmed is None:
            return CodeRead("number_not_confirmed")
        return _open(session, number, confirmed, now)
    conversation_id = find_conversation_of_code(session, take_words_off_code(body), now=now)
    if conversation_id is None:
        return None
    stored = load_draft(session, conversation_id)
    contact = (stored.document.get("contact") or {}) if stored else {}
    if contact.get("phone") == number:
        return _open(session, number, conversation_id, now)
    sent = begin_confirmation(session, number, conversation_id, now=now)
    return CodeRead("confirm_number" if sent else None, sent)


def _read_digits(session: Session, number: str, body: str, now: datetime) -> str | None:
    digits = "".join(take_words_off_code(body).split())
    are_digits = len(digits) == DIGITS and digits.isdecimal()
    return digits if are_digits and is_confirming(session, number, now=now) else None


def _open(session: Session, number: str, conversation_id: str, now: datetime) -> CodeRead | None:
    """The code is used up; the next one, for the page, comes with the answer."""
    conversation = find_conversation(session, conversation_id, lock=True)
    if conversation is None:
        return None
    add_phone_number(session, conversation.id, number, now=now)
    made = make_resume_code(
        session, conversation.id, days=load_retention().resume_code_days, now=now
    )
    record_audit(
        session, actor="parent, sms", action="came back", now=now, conversation_id=conversation.id
    )
    return CodeRead("texting_here", made.code, conversation)
