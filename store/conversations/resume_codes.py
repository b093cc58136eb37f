"""Resume codes: one a conversation, used once, kept as a keyed hash.

`use_resume_code` says which conversation a code is for and knows no channel: the page gives the
browser a token for it, a text message could bring its phone number to the same case.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.audit import record_audit
from store.conversations.opening import find_conversation
from store.encryption import keyed_hash
from store.references import ALPHABET
from store.tables import ResumeCode

LENGTH = 8
# How long the same form may send a used code again: the answer to the first may have been lost.
SENT_AGAIN_WITHIN = timedelta(minutes=10)
_TYPED_BETWEEN = re.compile(r"[\s\-‐-―−._]+")


@dataclass(frozen=True)
class MadeCode:
    """A code as it is shown, `XXXX-XXXX`, and when it ends."""

    code: str
    expires_at: datetime


@dataclass(frozen=True)
class UsedCode:
    """What a code opened, and the code to come back with next time."""

    conversation_id: str
    fresh: MadeCode


def normalise_code(typed: str) -> str | None:
    """The eight characters of a code as somebody typed or pasted it; None if it can be none."""
    letters = _TYPED_BETWEEN.sub("", typed).upper()
    return letters if len(letters) == LENGTH and set(letters) <= set(ALPHABET) else None


def make_resume_code(
    session: Session, conversation_id: str, *, days: int, now: datetime
) -> MadeCode:
    """The conversation's new code; the one before it ends."""
    row = session.get(ResumeCode, conversation_id)
    if row is None:
        row = ResumeCode(conversation_id=conversation_id)
        session.add(row)
    made = _renew(row, days=days, now=now)
    session.flush()
    return made


def has_resume_code(session: Session, conversation_id: str) -> bool:
    """Whether there ever was a code for the conversation."""
    return session.get(ResumeCode, conversation_id) is not None


def make_first_code(
    session: Session, conversation_id: str, *, days: int, now: datetime
) -> MadeCode | None:
    """The conversation's first code; None where there was one, which stays good."""
    if has_resume_code(session, conversation_id):
        return None
    return make_resume_code(session, conversation_id, days=days, now=now)


def find_conversation_of_code(session: Session, typed: str, *, now: datetime) -> str | None:
    """The conversation that a code is for; uses nothing up. None for a wrong or old code."""
    letters = normalise_code(typed)
    if letters is None:
        return None
    return session.scalar(
        sa.select(ResumeCode.conversation_id).where(
            ResumeCode.code_hash == _hash_code(letters), ResumeCode.expires_at > now
        )
    )


def use_resume_code(
    session: Session, typed: str, *, form_id: str, by: str, days: int, now: datetime
) -> UsedCode | None:
    """Uses a code up and makes the next; None for one that is wrong, used or too old.

    The same form may send it again for ten minutes, so that a double click or a lost answer
    locks nobody out; `by` says who came back (`parent, web`) in the audit trail.
    """
    letters = normalise_code(typed)
    if letters is None:
        return None
    code_hash, form_hash = _hash_code(letters), keyed_hash("resume form", form_id)
    was_sent_again = sa.and_(
        ResumeCode.used_code_hash == code_hash,
        ResumeCode.used_with_hash == form_hash,
        ResumeCode.used_at > now - SENT_AGAIN_WITHIN,
    )
    opens = sa.and_(
        sa.or_(ResumeCode.code_hash == code_hash, was_sent_again), ResumeCode.expires_at > now
    )
    conversation_id = session.scalar(sa.select(ResumeCode.conversation_id).where(opens))
    if conversation_id is None:
        return None
    # The conversation first, as a text with a code does: else two could wait for each other.
    find_conversation(session, conversation_id, lock=True)
    row = session.scalars(sa.select(ResumeCode).where(opens).with_for_update()).first()
    if row is None:
        return None
    row.used_code_hash, row.used_with_hash, row.used_at = code_hash, form_hash, now
    fresh = _renew(row, days=days, now=now)
    record_audit(
        session, actor=by, action="came back", now=now, conversation_id=row.conversation_id
    )
    session.flush()
    return UsedCode(row.conversation_id, fresh)


def _renew(row: ResumeCode, *, days: int, now: datetime) -> MadeCode:
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    row.code_hash = _hash_code(letters)
    row.created_at, row.expires_at = now, now + timedelta(days=days)
    return MadeCode(f"{letters[:4]}-{letters[4:]}", row.expires_at)


def _hash_code(letters: str) -> str:
    return keyed_hash("resume code", letters)
