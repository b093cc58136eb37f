"""Every row about one conversation in the clear, for a request to see what is kept (DP-11).

What Rasa keeps is read through its own server (frontdesk/rasa.py).
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.cases.family import find_whole, list_parts
from store.erasing.erasers import TABLE_ERASERS
from store.tables import AuditEntry, Conversation, Referral

SECRET = ("_hash", "_index")
"""Ends of the names of columns that open something or find somebody: nothing to read."""


def read_family_records(session: Session, conversation_id: str) -> dict[str, list[dict[str, Any]]]:
    """What each eraser would delete, by its name: so nothing that is kept can be forgotten here."""
    return {
        eraser.identifier: _read_rows(session, eraser.model, eraser.key, conversation_id)
        for eraser in TABLE_ERASERS
    }


def read_trail(session: Session, conversation_id: str) -> list[dict[str, Any]]:
    """Who has seen and changed what of it: erasing leaves these entries."""
    return _read_rows(session, AuditEntry, "conversation_id", conversation_id)


def list_other_parts(session: Session, conversation_id: str) -> list[dict[str, Any]]:
    """The other conversations of the same case, where cases were merged: each has its own rows."""
    parts = list_parts(session, find_whole(session, conversation_id))
    rows = session.execute(
        sa.select(Conversation.id.label("conversation_id"), Referral.reference)
        .outerjoin(Referral, Referral.conversation_id == Conversation.id)
        .where(Conversation.id.in_(parts), Conversation.id != conversation_id)
        .order_by(Conversation.id)
    )
    return [dict(row._mapping) for row in rows]


def _read_rows(
    session: Session, model: type[Any], key: str, conversation_id: str
) -> list[dict[str, Any]]:
    table = sa.inspect(model).local_table
    columns = [column for column in table.columns if not column.name.endswith(SECRET)]
    rows = session.execute(sa.select(*columns).where(table.c[key] == conversation_id))
    return [dict(row._mapping) for row in rows]
