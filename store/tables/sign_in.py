"""The tables of signing in: passkeys, what a browser has to bring back once, tries to get in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from store.base import PERSONAL, Base, UtcDateTime
from store.encryption import EncryptedJSON, EncryptedText


class Passkey(Base):
    """A passkey of a colleague: the public half, which signs nobody in by itself."""

    __tablename__ = "staff_passkeys"

    id: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(sa.ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    credential_hash: Mapped[str] = mapped_column(sa.String(64), unique=True, info=PERSONAL)
    credential_id: Mapped[str] = mapped_column(EncryptedText)
    public_key: Mapped[str] = mapped_column(EncryptedText)
    """COSE key, in base64url."""
    sign_count: Mapped[int] = mapped_column(sa.BigInteger)
    """How often it has signed, by its own count; 0 for one that does not count."""
    name: Mapped[str] = mapped_column(EncryptedText)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class SignInChallenge(Base):
    """What a browser has to bring back once and soon: a passkey's challenge, a provider's state."""

    __tablename__ = "sign_in_challenges"

    key_hash: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    held: Mapped[dict[str, Any]] = mapped_column(EncryptedJSON)
    """What belongs to it and never leaves the front desk."""
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class SignInTry(Base):
    """How many tries to sign in were made from somewhere or at something, within one window."""

    __tablename__ = "sign_in_tries"

    key_hash: Mapped[str] = mapped_column(sa.String(64), primary_key=True, info=PERSONAL)
    count: Mapped[int]
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
