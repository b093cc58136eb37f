from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from store.base import Base
from store.database import Database
from store.encryption import EncryptedJSON, EncryptedText
from store.erasers import ERASERS, TABLE_ERASERS, TrackerEraser
from store.models import AuditEntry
from tests.integration.families import add_family


def personal_tables() -> set[str]:
    return {
        table.name
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, EncryptedText | EncryptedJSON) or column.info.get("personal")
    }


def test_every_place_that_keeps_something_personal_has_an_eraser() -> None:
    assert personal_tables() <= {eraser.model.__tablename__ for eraser in TABLE_ERASERS}
    assert len({eraser.identifier for eraser in ERASERS}) == len(ERASERS)
    assert all(eraser.description for eraser in ERASERS)


def test_erasing_one_family_leaves_nothing_of_it_and_all_of_the_next(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        leaving = add_family(session, now, is_in_danger=True)
        staying = add_family(session, now, is_in_danger=True)
    with database.writing() as session:
        for eraser in TABLE_ERASERS:
            assert eraser(session).erase(leaving) > 0, eraser.identifier
    with database.reading() as session:
        for table in Base.metadata.sorted_tables:
            if table.name != AuditEntry.__tablename__:
                rows = str(session.execute(sa.select(table)).all())
                assert leaving not in rows and staying in rows, table.name


def test_rasa_is_asked_to_forget_too() -> None:
    forgotten: list[str] = []
    assert TrackerEraser(forgotten.append).erase("conversation") == 1
    assert forgotten == ["conversation"]
