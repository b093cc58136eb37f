"""Numbers that get no text: a promise to a person, kept longer than any conversation.

Only a keyed hash of the number is kept (`blind_index`), so the list tells nobody who is on it.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from store.encryption import blind_index
from store.tables import SuppressedNumber


def suppress(session: Session, number: str, *, why: str, now: datetime) -> bool:
    """Sends no more texts to this number (E.164). True when it was not suppressed before."""
    if is_suppressed(session, number):
        return False
    session.add(SuppressedNumber(number_index=blind_index(number), since=now, why=why))
    session.flush()
    return True


def release(session: Session, number: str) -> bool:
    """Lets texts go to this number again. True when it was suppressed."""
    held = session.get(SuppressedNumber, blind_index(number))
    if held is None:
        return False
    session.delete(held)
    session.flush()
    return True


def is_suppressed(session: Session, number: str) -> bool:
    """Whether no text may go to this number."""
    return session.get(SuppressedNumber, blind_index(number)) is not None
