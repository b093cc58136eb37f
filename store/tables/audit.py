"""The table of the audit trail. The database itself refuses to change or delete its rows."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from store.base import UUID_LENGTH, Base, UtcDateTime


class AuditEntry(Base):
    """Who did what to which fields when. Names of fields only, never a value. See store/audit.py.

    Triggers keep it append-only (migration 0015); one that rebuilds the table has to make them
    anew. `kind` is what the trail is filtered by.
    """

    __tablename__ = "audit"
    __table_args__ = (
        sa.Index("ix_audit_kind", "kind", "at", "id"),
        sa.Index("ix_audit_actor", "actor", "kind", "at", "id"),
        sa.Index("ix_audit_conversation_id", "conversation_id", "kind", "at", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor: Mapped[str] = mapped_column(sa.String(40))
    action: Mapped[str] = mapped_column(sa.String(40))
    kind: Mapped[str] = mapped_column(sa.String(20))
    referral_id: Mapped[str | None] = mapped_column(sa.String(UUID_LENGTH), index=True)
    conversation_id: Mapped[str | None] = mapped_column(sa.String(UUID_LENGTH))
    fields: Mapped[list[str]] = mapped_column(sa.JSON, default=list)
