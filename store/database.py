"""The engine and its two kinds of transaction: reading and writing."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, sessionmaker

from store.encryption import use_keys
from store.settings import StoreSettings

BUSY_TIMEOUT_MS = 10_000
LOOK_AGAIN_S = 0.0005
WrittenByOthers = sa.exc.IntegrityError
"""A transaction was undone, since somebody else has written the row that must be there once."""

DEADLOCK_DETECTED = "40P01"
"""PostgreSQL's SQLSTATE. SQLite has one writer at a time and no deadlocks."""


class EndedByDeadlock(Exception):
    """The database has undone a transaction, since it and another waited for each other."""


class Database:
    """Hands out transactions. Threads may share it; a session belongs to one thread."""

    def __init__(self, address: str) -> None:
        # hide_parameters: an error's message would otherwise carry what a parent wrote.
        # A ping finds connections that a restarted PostgreSQL has dropped; a file drops none.
        self.engine = sa.create_engine(
            address,
            pool_size=10,
            max_overflow=20,
            hide_parameters=True,
            pool_pre_ping=not address.startswith("sqlite"),
        )
        if self.is_sqlite:
            _prepare_sqlite(self.engine)
        self._readers = sessionmaker(self.engine, expire_on_commit=False)
        # BEGIN IMMEDIATE: a SQLite transaction that reads first and writes later could otherwise
        # find the database changed under it and fail without waiting.
        writing = self.engine.execution_options(begins_writing=True)
        self._writers = sessionmaker(writing, expire_on_commit=False)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded default rather than PostgreSQL."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A transaction that sees one state of the database and keeps nothing."""
        with self._readers() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that is kept at the end, or undone when an exception leaves it.

        Raises EndedByDeadlock where it and another waited for each other.
        """
        try:
            with self._writers.begin() as session:
                yield session
        except sa.exc.OperationalError as error:
            if getattr(error.orig, "sqlstate", None) == DEADLOCK_DETECTED:
                raise EndedByDeadlock from None
            raise

    def close(self) -> None:
        """Gives all connections back."""
        self.engine.dispose()


def open_database(settings: StoreSettings) -> Database:
    """Opens the database of these settings and takes their keys into use; migrates nothing."""
    use_keys(settings.keys)
    database = Database(settings.database_address)
    if database.is_sqlite and database.engine.url.database:
        Path(database.engine.url.database).parent.mkdir(parents=True, exist_ok=True)
    return database


def _prepare_sqlite(engine: sa.Engine) -> None:
    @sa.event.listens_for(engine, "connect")
    def set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
        # SQLAlchemy begins transactions itself (below), not the driver.
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        if not connection.get_execution_options().get("begins_writing", False):
            connection.exec_driver_sql("BEGIN")
            return
        _begin_writing(connection.connection.dbapi_connection)


def _begin_writing(connection: Any) -> None:
    """Takes the write lock, looking again every half a millisecond.

    SQLite's own busy handler sleeps 1, 2, 5, 10 … 100 ms: with short transactions in two
    processes that was a quarter of the action server's time (bench, eight users).
    """
    deadline = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                is_busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
                if not is_busy or time.monotonic() > deadline:
                    raise
            time.sleep(LOOK_AGAIN_S)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")


def touch(session: Session) -> None:
    """Ask the database for nothing, to see that it answers."""
    session.execute(sa.text("SELECT 1"))
