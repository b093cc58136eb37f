from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from store.base import Base
from store.conversations import open_conversation
from store.database import Database
from store.messages import add_message, list_messages
from store.migrate import migrate
from store.tokens import add_token, find_by_token, make_token


def tables_in(database: Database) -> set[str]:
    return set(sa.inspect(database.engine).get_table_names()) - {"alembic_version"}


def test_an_empty_database_gets_every_table_and_can_go_back(empty_database: Database) -> None:
    migrate(empty_database)
    assert tables_in(empty_database) == set(Base.metadata.tables)
    migrate(empty_database, "base")
    assert tables_in(empty_database) == set()
    migrate(empty_database)
    assert tables_in(empty_database) == set(Base.metadata.tables)


def test_migrations_and_models_describe_the_same_schema(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_what_was_said_stays_when_tables_are_rebuilt(database: Database) -> None:
    token, now = make_token(), datetime.now(UTC)
    with database.writing() as session:
        conversation = open_conversation(session, channel="web", locale="en", token=token, now=now)
        add_message(session, conversation, sender="parent", text="Hello", now=now)
    migrate(database, "0001")
    migrate(database)
    with database.reading() as session:
        found = find_by_token(session, token)
        assert found is not None
        assert [message.text for message in list_messages(session, found.id)] == ["Hello"]
    with pytest.raises(sa.exc.IntegrityError), database.writing() as session:
        add_token(session, "nobody", make_token(), now=now)


def test_processes_that_start_together_migrate_once(empty_database: Database) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(migrate, [empty_database] * 4))
    assert tables_in(empty_database) == set(Base.metadata.tables)
