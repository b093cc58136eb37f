"""Passkeys of colleagues: what is kept of each. What a passkey signs is checked in frontdesk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.encryption import keyed_hash
from store.tables import Passkey, Staff

MOST_PASSKEYS = 10
LONGEST_NAME = 60


@dataclass(frozen=True)
class NewPasskey:
    """What a browser gave of a passkey, once it was checked; both parts in base64url."""

    credential_id: str
    public_key: str
    sign_count: int


def handle_of(staff_id: int) -> bytes:
    """What a passkey keeps of whose it is: 32 bytes that tell nothing about the person.

    Source: WebAuthn level 3, 14.6.1 (user handle contents).
    """
    return bytes.fromhex(keyed_hash("passkey user handle", str(staff_id)))


def add_passkey(
    session: Session, staff_id: int, new: NewPasskey, *, name: str, now: datetime
) -> bool:
    """Keeps a passkey. False where it is known already, or the colleague has too many."""
    if find_passkey(session, new.credential_id) is not None:
        return False
    if len(hold_passkeys(session, staff_id)) >= MOST_PASSKEYS:
        return False
    session.add(
        Passkey(
            staff_id=staff_id,
            credential_hash=_hash_credential(new.credential_id),
            credential_id=new.credential_id,
            public_key=new.public_key,
            sign_count=new.sign_count,
            name=name[:LONGEST_NAME],
            created_at=now,
        )
    )
    session.flush()
    return True


def find_passkey(session: Session, credential_id: str) -> Passkey | None:
    """The passkey that a browser names."""
    return session.scalars(
        sa.select(Passkey).where(Passkey.credential_hash == _hash_credential(credential_id))
    ).one_or_none()


def hold_passkeys(session: Session, staff_id: int) -> Sequence[Passkey]:
    """A colleague's passkeys; nobody else adds or removes one until this is written.

    The account's row is held: of two who remove the last two at once, one sees what is left.
    """
    session.execute(sa.select(Staff.id).where(Staff.id == staff_id).with_for_update())
    return list_passkeys(session, staff_id)


def list_passkeys(session: Session, staff_id: int) -> Sequence[Passkey]:
    """A colleague's passkeys, in the order they were added."""
    return session.scalars(
        sa.select(Passkey).where(Passkey.staff_id == staff_id).order_by(Passkey.id)
    ).all()


def use_passkey(session: Session, passkey: Passkey, *, sign_count: int, now: datetime) -> bool:
    """Notes a use. False where the count has not gone up: somebody may hold a copy of it.

    Source: WebAuthn level 3, 6.1.1 (signature counter considerations).
    """
    updated = session.execute(
        sa.update(Passkey)
        .where(
            Passkey.id == passkey.id,
            sa.or_(
                Passkey.sign_count < sign_count,
                sa.and_(Passkey.sign_count == 0, sa.literal(sign_count) == 0),
            ),
        )
        .values(sign_count=sign_count, last_used_at=now)
        .execution_options(synchronize_session=False)
    )
    return cast("sa.CursorResult[Any]", updated).rowcount == 1


def remove_passkey(session: Session, passkey_id: int, staff_id: int) -> bool:
    """Ends one passkey of this colleague. False where they have no such passkey."""
    deleted = session.execute(
        sa.delete(Passkey).where(Passkey.id == passkey_id, Passkey.staff_id == staff_id)
    )
    return cast("sa.CursorResult[Any]", deleted).rowcount == 1


def forget_passkeys(session: Session, staff_id: int) -> None:
    """Ends all passkeys of an account."""
    session.execute(sa.delete(Passkey).where(Passkey.staff_id == staff_id))


def _hash_credential(credential_id: str) -> str:
    return keyed_hash("passkey", credential_id)
