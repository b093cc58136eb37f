"""The tables about colleagues and about programs that read referrals; nothing about a parent."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from store.base import PERSONAL, Base, UtcDateTime
from store.encryption import EncryptedText


class Staff(Base):
    """A colleague with an account. Rows are never deleted: the audit trail names them by id."""

    __tablename__ = "staff"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(EncryptedText)
    email: Mapped[str] = mapped_column(EncryptedText)
    email_index: Mapped[str] = mapped_column(sa.String(64), unique=True, info=PERSONAL)
    role: Mapped[str] = mapped_column(sa.String(24))
    password_hash: Mapped[str | None] = mapped_column(sa.String(200))
    totp_secret: Mapped[str | None] = mapped_column(EncryptedText)
    totp_last_step: Mapped[int | None] = mapped_column(sa.BigInteger)
    """The step of the last code that was taken; it and those before are never taken again."""
    sign_up_hash: Mapped[str | None] = mapped_column(sa.String(64), unique=True)
    sign_up_expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    single_sign_on_index: Mapped[str | None] = mapped_column(
        sa.String(64), unique=True, index=True, info=PERSONAL
    )
    """Knows again who this is at the provider of single sign-on; set with the first time."""
    failed_attempts: Mapped[int] = mapped_column(default=0)
    """Wrong tries since the last sign-in."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    disabled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def is_set_up(self) -> bool:
        """Whether there is a way in: a password, or somebody known at the provider."""
        return self.password_hash is not None or self.single_sign_on_index is not None


class StaffSession(Base):
    """A browser that a colleague is signed in with."""

    __tablename__ = "staff_sessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(sa.ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    form_token: Mapped[str] = mapped_column(sa.String(64))
    """What every form of this session has to carry."""
    browser: Mapped[str] = mapped_column(EncryptedText)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    failed_before: Mapped[int] = mapped_column(default=0)
    """Wrong tries between the sign-in before and this one."""


class RecoveryCode(Base):
    """A code that stands in once for the second factor; a used one is deleted."""

    __tablename__ = "staff_recovery_codes"

    code_hash: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    staff_id: Mapped[int] = mapped_column(
        sa.ForeignKey("staff.id", ondelete="CASCADE"), index=True, info=PERSONAL
    )


class ApiToken(Base):
    """A secret that a program reads referrals with."""

    __tablename__ = "api_tokens"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(80), info=PERSONAL)
    token_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    scopes: Mapped[list[str]] = mapped_column(sa.JSON)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
