"""What erases: the shape of every eraser, and the one that deletes rows of a table."""

from __future__ import annotations

from typing import Any, ClassVar, Protocol

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.base import Base


class Eraser(Protocol):
    """Erases one kind of thing about a conversation."""

    identifier: ClassVar[str]
    description: ClassVar[str]

    def erase(self, conversation_id: str) -> int:
        """Erases it for good and returns how many there were."""
        ...


class TableEraser:
    """Erases the rows of one table."""

    identifier: ClassVar[str]
    description: ClassVar[str]
    model: ClassVar[type[Base]]
    key: ClassVar[str] = "conversation_id"

    def __init__(self, session: Session) -> None:
        self._session = session

    def erase(self, conversation_id: str) -> int:
        """Deletes the rows of this conversation, within the session's transaction."""
        table = sa.inspect(self.model).local_table
        assert isinstance(table, sa.Table)
        result: sa.CursorResult[Any] = self._session.execute(  # type: ignore[assignment]
            sa.delete(table).where(table.c[self.key] == conversation_id)
        )
        return result.rowcount
