from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from store.base import Base
from store.database import Database
from store.encryption import EncryptedJSON, EncryptedText
from store.erasing.erasers import TABLE_ERASERS
from store.erasing.kept_on_purpose import KEPT_ON_PURPOSE
from store.tables import AuditEntry, QuestionCount
from store.texts.suppressions import is_suppressed, suppress
from tests.integration.families import add_family

CONTENT_FREE = {AuditEntry.__tablename__, QuestionCount.__tablename__}


def personal_tables() -> set[str]:
    return {
        table.name
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, EncryptedText | EncryptedJSON) or column.info.get("personal")
    }


def test_every_place_that_keeps_something_personal_has_an_eraser() -> None:
    erased = {eraser.model.__tablename__ for eraser in TABLE_ERASERS}
    assert personal_tables() - erased == set(KEPT_ON_PURPOSE)
    assert all(KEPT_ON_PURPOSE.values())
    assert len(erased) == len(TABLE_ERASERS)


def test_erasing_one_family_leaves_nothing_of_it_and_all_of_the_next(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        leaving = add_family(session, now, is_in_danger=True, channel="sms")
        staying = add_family(session, now, is_in_danger=True, channel="sms")
    with database.writing() as session:
        for eraser in TABLE_ERASERS:
            assert eraser.erase(session, leaving) > 0, eraser.identifier
    with database.reading() as session:
        for table in Base.metadata.sorted_tables:
            if table.name not in {*CONTENT_FREE, *KEPT_ON_PURPOSE}:
                rows = str(session.execute(sa.select(table)).all())
                assert leaving not in rows and staying in rows, table.name


def test_a_promise_to_send_no_more_texts_outlives_what_was_said(
    database: Database, now: datetime
) -> None:
    number = "+447700900123"
    with database.writing() as session:
        family = add_family(session, now, channel="sms")
        suppress(session, number, why="asked", now=now)
    with database.writing() as session:
        for eraser in TABLE_ERASERS:
            eraser.erase(session, family)
    with database.reading() as session:
        assert is_suppressed(session, number)
        assert number not in str(session.execute(sa.text("SELECT * FROM suppressed_numbers")).all())
