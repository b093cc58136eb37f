"""Encrypted columns, blind indexes to find people by, and the rotation of keys."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator, Sequence
from typing import Any, cast

import sqlalchemy as sa
from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeDecorator

from store.base import Base
from store.settings import Keys, derive_key

ROTATION_BATCH = 500


class KeysMissing(RuntimeError):
    """An encrypted column was touched before `use_keys`."""


class _Keyring:
    """The keys of this process: SQLAlchemy's types have no other place to take them from."""

    def __init__(self) -> None:
        self.cipher: MultiFernet | None = None
        self.index_key = b""


_keyring = _Keyring()


def use_keys(keys: Keys) -> None:
    """Sets the keys of this process; `open_database` does it."""
    _keyring.cipher = MultiFernet([Fernet(key) for key in keys.encryption_keys])
    _keyring.index_key = derive_key(keys.secret_key, "blind-index").encode()


def _cipher() -> MultiFernet:
    if _keyring.cipher is None:
        raise KeysMissing("no encryption keys in use")
    return _keyring.cipher


class EncryptedText(TypeDecorator[str]):
    """Text that the database sees only as a Fernet token."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The value as the database keeps it."""
        return None if value is None else _cipher().encrypt(value.encode()).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """The value as it was given."""
        return None if value is None else _cipher().decrypt(value.encode()).decode()


class EncryptedJSON(TypeDecorator[Any]):
    """A JSON value that the database sees only as a Fernet token. Replace it whole to change it."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """The value as the database keeps it."""
        if value is None:
            return None
        return _cipher().encrypt(json.dumps(value, separators=(",", ":")).encode()).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """The value as it was given."""
        return None if value is None else json.loads(_cipher().decrypt(value.encode()))


def blind_index(value: str | None) -> str | None:
    """Finds a phone number (E.164) or an email again without keeping it in the clear.

    HMAC-SHA256 in hex over the value without spaces and in lower case; None stays None.
    """
    normalised = "".join((value or "").split()).casefold()
    if not normalised:
        return None
    _cipher()
    return hmac.new(_keyring.index_key, normalised.encode(), hashlib.sha256).hexdigest()


def keyed_hash(purpose: str, secret: str) -> str:
    """Knows a short secret again without keeping it: HMAC-SHA256 in hex, one a purpose."""
    _cipher()
    message = f"{purpose}\0{secret}".encode("utf-8", "replace")
    return hmac.new(_keyring.index_key, message, hashlib.sha256).hexdigest()


def encrypted_columns() -> Iterator[tuple[sa.Table, sa.Column[Any]]]:
    """Every encrypted column of every table."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, EncryptedText | EncryptedJSON):
                yield table, column


def rotate_keys(session: Session) -> dict[str, int]:
    """Encrypts every encrypted value anew with the first key. Returns how many, by table.column."""
    return {
        f"{table.name}.{column.name}": _rotate_column(session, table, column)
        for table, column in encrypted_columns()
    }


def _rotate_column(session: Session, table: sa.Table, column: sa.Column[Any]) -> int:
    [key] = table.primary_key.columns
    tokens = sa.table(table.name, sa.column(key.name, key.type), sa.column(column.name, sa.Text))
    key_of, token_of = tokens.c[key.name], tokens.c[column.name]
    cipher, rotated, last_key = _cipher(), 0, None
    while True:
        batch = sa.select(key_of, token_of).where(token_of.is_not(None)).order_by(key_of)
        if last_key is not None:
            batch = batch.where(key_of > last_key)
        rows: Sequence[Any] = session.execute(batch.limit(ROTATION_BATCH)).all()
        if not rows:
            return rotated
        for row_key, token in rows:
            while token is not None:
                fresh = cipher.rotate(token.encode()).decode()
                # Not where the service has written another value since: that one stays.
                is_same = sa.and_(key_of == row_key, token_of == token)
                kept = session.execute(
                    sa.update(tokens).where(is_same).values({column.name: fresh})
                )
                if cast("sa.CursorResult[Any]", kept).rowcount == 1:
                    break
                token = session.scalar(sa.select(token_of).where(key_of == row_key))
        rotated += len(rows)
        last_key = rows[-1][0]
