from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from store.base import Base
from store.database import Database
from store.migrate import migrate


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


def test_processes_that_start_together_migrate_once(empty_database: Database) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(migrate, [empty_database] * 4))
    assert tables_in(empty_database) == set(Base.metadata.tables)
