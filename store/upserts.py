"""INSERT with ON CONFLICT: SQLite and PostgreSQL have it alike, SQLAlchemy has one for each."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects.postgresql import insert as insert_postgres
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlalchemy.orm import Session

from store.base import Base


def insert_into(session: Session, model: type[Base]) -> Any:
    """An INSERT of this session's database with `on_conflict_do_nothing` and `…_do_update`."""
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    return (insert_sqlite if is_sqlite else insert_postgres)(model)
