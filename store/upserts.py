"""INSERT with ON CONFLICT: SQLite and PostgreSQL have it alike, SQLAlchemy has one for each."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects.postgresql import insert as insert_postgres
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlalchemy.orm import Session

from store.base import Base


def insert_into(session: Session, model: type[Base]) -> Any:
    """An INSERT of this session's database with `on_conflict_do_nothing` and `…_do_update`."""
    return insert_of(session.get_bind().dialect.name, model)


def insert_of(dialect: str, model: type[Base]) -> Any:
    """The same for a dialect by its name, where the statement is built once and kept."""
    return (insert_sqlite if dialect == "sqlite" else insert_postgres)(model)
