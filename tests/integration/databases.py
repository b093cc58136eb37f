"""Databases for tests. Their tables are made once and copied: migrations sync to the disk a lot."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from store.database import Database, open_database
from store.migrate import migrate
from store.settings import StoreSettings
from tools.postgres_server import run_postgres


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[sa.URL]:
    """Where a PostgreSQL server of this run is reached, as its owner."""
    with run_postgres() as url:
        yield sa.make_url(url)


@pytest.fixture
def empty_postgres_url(postgres_server: sa.URL) -> str:
    """A PostgreSQL database without tables."""
    return _make_database(postgres_server, "test", like="template1")


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: sa.URL, tmp_path_factory: pytest.TempPathFactory) -> sa.URL:
    """The server, with a database `migrated` to copy."""
    url = _make_database(postgres_server, "migrated", like="template1")
    folder = tmp_path_factory.mktemp("migrated")
    database = open_database(StoreSettings(env="test", var=folder, database_url=url))
    migrate(database)
    database.close()
    return postgres_server


@pytest.fixture
def postgres_url(migrated_postgres: sa.URL) -> str:
    """A PostgreSQL database with tables and nothing in them."""
    return _make_database(migrated_postgres, "test", like="migrated")


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of SQLite's with tables and nothing in them, to copy."""
    folder = tmp_path_factory.mktemp("migrated")
    database = open_database(StoreSettings(env="test", var=folder))
    migrate(database)
    database.close()
    return folder / "intake.db"


@pytest.fixture(params=["sqlite", "postgres"])
def kind_of_database(request: pytest.FixtureRequest) -> str:
    """Which database a test runs on: each of both."""
    kind: str = request.param
    return kind


@pytest.fixture
def empty_database(
    request: pytest.FixtureRequest,
    kind_of_database: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Database]:
    """A database without tables."""
    monkeypatch.chdir(tmp_path)
    url = None
    if kind_of_database == "postgres":
        url = request.getfixturevalue("empty_postgres_url")
    database = open_database(StoreSettings(env="test", var=tmp_path / "var", database_url=url))
    yield database
    database.close()


@pytest.fixture
def database(
    request: pytest.FixtureRequest,
    kind_of_database: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Database]:
    """A database with tables and nothing in them."""
    monkeypatch.chdir(tmp_path)
    url = None
    if kind_of_database == "postgres":
        url = request.getfixturevalue("postgres_url")
    else:
        copy_migrated(request.getfixturevalue("migrated_sqlite"), tmp_path / "var")
    database = open_database(StoreSettings(env="test", var=tmp_path / "var", database_url=url))
    yield database
    database.close()


def copy_migrated(migrated_sqlite: Path, var: Path) -> None:
    """Puts a database with tables where a front desk of this folder looks for it."""
    var.mkdir(parents=True, exist_ok=True)
    shutil.copy(migrated_sqlite, var / "intake.db")


def _make_database(server: sa.URL, name: str, *, like: str) -> str:
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(sa.text(f"CREATE DATABASE {name} TEMPLATE {like}"))
    engine.dispose()
    return server.set(database=name).render_as_string(hide_password=False)
