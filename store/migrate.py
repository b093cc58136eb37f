"""Brings the database to the newest schema, one process at a time."""

from __future__ import annotations

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from store.database import Database

# Any number, as long as nothing else in this database locks it.
ADVISORY_LOCK = 7_305_711_204


def alembic_config(connection: sa.Connection) -> Config:
    """Alembic's configuration, without an ini file, on this connection."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def migrate(database: Database, revision: str = "head") -> None:
    """Upgrades (or, given an older revision or `base`, downgrades); every process calls it first.

    Whoever comes second waits and finds nothing to do.
    """
    with _alone(database), database.engine.connect() as connection:
        config = alembic_config(connection)
        script = ScriptDirectory.from_config(config)
        current = MigrationContext.configure(connection).get_current_revision()
        connection.rollback()
        if revision == "head" and current == script.get_current_head():
            return
        with _tables_rebuilt(connection):
            if revision == "head":
                command.upgrade(config, revision)
            else:
                command.downgrade(config, revision)
            connection.commit()


@contextmanager
def _tables_rebuilt(connection: sa.Connection) -> Iterator[None]:
    """Lets SQLite replace a table by a copy without deleting the rows that refer to it.

    The way that sqlite.org/lang_altertable.html gives; the switch works between transactions only.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = cast("sqlite3.Connection", connection.connection.dbapi_connection)
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        connection.rollback()
        driver.execute("PRAGMA foreign_keys = ON")


@contextmanager
def _alone(database: Database) -> Iterator[None]:
    if database.is_sqlite:
        path = Path(str(database.engine.url.database)).with_suffix(".migrating")
        with path.open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
    else:
        with database.engine.connect() as connection:
            connection.execute(sa.select(sa.func.pg_advisory_lock(ADVISORY_LOCK)))
            try:
                yield
            finally:
                connection.execute(sa.select(sa.func.pg_advisory_unlock(ADVISORY_LOCK)))
