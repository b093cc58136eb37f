from __future__ import annotations

from datetime import datetime

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet, InvalidToken

from store.database import Database
from store.drafts import load_draft
from store.encryption import encrypted_columns, rotate_keys, use_keys
from store.models import Message
from store.settings import Keys
from tests.integration.colleagues import employ, open_staff_session
from tests.integration.families import add_family


def keys(*encryption_keys: str) -> Keys:
    return Keys("a secret of sixteen", encryption_keys, "internal")


def test_after_rotation_the_old_key_opens_nothing_and_the_new_one_everything(
    database: Database, now: datetime
) -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    use_keys(keys(old))
    with database.writing() as session:
        family = add_family(session, now, is_in_danger=True, channel="sms")
    open_staff_session(database, employ(database))
    use_keys(keys(new, old))
    with database.writing() as session:
        rotated = rotate_keys(session)
    assert set(rotated) == {f"{table}.{column.name}" for table, column in encrypted_columns()}
    assert all(count > 0 for count in rotated.values()), rotated
    use_keys(keys(new))
    with database.reading() as session:
        draft = load_draft(session, family)
        assert draft is not None and draft.document["child"] == {"name": "Zoë"}
        texts = session.scalars(sa.select(Message.text).order_by(Message.seq)).all()
        assert texts == ["My daughter is Zoë", "Thank you", "Hello"]
    use_keys(keys(old))
    with database.reading() as session, pytest.raises(InvalidToken):
        load_draft(session, family)
