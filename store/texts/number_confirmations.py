"""Six digits that a number sends back, before it texts in a conversation begun elsewhere.

A text can be made to look as if it came from any number; only who holds the phone reads ours.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from store.encryption import blind_index, keyed_hash
from store.tables import NumberConfirmation

DIGITS = 6
LASTS = timedelta(minutes=15)
TRIES = 5
MOST_A_DAY = 3
"""How often digits go to one number: whoever forges it could have us text it without end."""
COUNTED_FOR = timedelta(days=1)


def begin_confirmation(
    session: Session, number: str, conversation_id: str, *, now: datetime
) -> str | None:
    """New digits for this number (E.164) and conversation; those before them end.

    None where the number has been sent digits three times within a day.
    """
    row = session.get(NumberConfirmation, blind_index(number))
    if row is None or row.counted_until <= now:
        times_sent, counted_until = 0, now + COUNTED_FOR
    else:
        times_sent, counted_until = row.times_sent, row.counted_until
    if times_sent >= MOST_A_DAY:
        return None
    digits = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    session.merge(
        NumberConfirmation(
            number_index=blind_index(number),
            conversation_id=conversation_id,
            code_hash=_hash(number, digits),
            tries_left=TRIES,
            expires_at=now + LASTS,
            times_sent=times_sent + 1,
            counted_until=counted_until,
        )
    )
    session.flush()
    return digits


def is_confirming(session: Session, number: str, *, now: datetime) -> bool:
    """Whether digits are awaited from this number."""
    row = session.get(NumberConfirmation, blind_index(number))
    return row is not None and row.tries_left > 0 and row.expires_at > now


def confirm_number(session: Session, number: str, digits: str, *, now: datetime) -> str | None:
    """The conversation that the right digits open to this number, once; None for wrong ones."""
    row = session.get(NumberConfirmation, blind_index(number))
    if row is None or row.tries_left <= 0 or row.expires_at <= now:
        return None
    row.tries_left -= 1
    if not secrets.compare_digest(row.code_hash, _hash(number, digits)):
        session.flush()
        return None
    session.delete(row)
    session.flush()
    return row.conversation_id


def _hash(number: str, digits: str) -> str:
    return keyed_hash("number confirmation", f"{number} {digits}")
