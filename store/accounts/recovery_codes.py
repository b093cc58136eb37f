"""Recovery codes: each stands in once for the second factor of a colleague's account."""

from __future__ import annotations

import secrets
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.encryption import keyed_hash
from store.references import ALPHABET
from store.tables import RecoveryCode

HOW_MANY = 8
LENGTH = 12
"""24^12 codes: 55 bits each."""


def renew_recovery_codes(session: Session, staff_id: int) -> list[str]:
    """New codes, `XXXX-XXXX-XXXX`; those before end. Only their hashes are kept."""
    forget_recovery_codes(session, staff_id)
    made = ["".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _ in range(HOW_MANY)]
    session.add_all(
        RecoveryCode(code_hash=_hash_code(staff_id, letters), staff_id=staff_id) for letters in made
    )
    session.flush()
    return [f"{letters[:4]}-{letters[4:8]}-{letters[8:]}" for letters in made]


def use_recovery_code(session: Session, staff_id: int, typed: str) -> bool:
    """Uses a code up. False where it is none of this account's, or was used before."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    result = session.execute(
        sa.delete(RecoveryCode).where(
            RecoveryCode.code_hash == _hash_code(staff_id, letters),
            RecoveryCode.staff_id == staff_id,
        )
    )
    return cast("sa.CursorResult[Any]", result).rowcount == 1


def count_recovery_codes(session: Session, staff_id: int) -> int:
    """How many codes are left."""
    count = session.scalar(sa.select(sa.func.count()).where(RecoveryCode.staff_id == staff_id))
    return count or 0


def forget_recovery_codes(session: Session, staff_id: int) -> None:
    """Ends all codes of an account."""
    session.execute(sa.delete(RecoveryCode).where(RecoveryCode.staff_id == staff_id))


def _hash_code(staff_id: int, letters: str) -> str:
    return keyed_hash("staff recovery code", f"{staff_id} {letters}")
