from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet, InvalidToken

from store.accounts.passkeys import NewPasskey, add_passkey
from store.accounts.sign_in_challenges import make_challenge
from store.database import Database
from store.encryption import encrypted_columns, rotate_keys, use_keys
from store.queue.saved_views import save_view
from store.referrals.drafts import load_draft
from store.settings import Keys
from store.tables import Message
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
    with database.writing() as session:
        save_view(session, 1, name="Mine", filters={"who": "mine"}, is_shared=False, now=now)
        add_passkey(session, 1, NewPasskey("id", "key", 0), name="blue key", now=now)
        make_challenge(session, "single sign-on", "firefox", now=now, held={"nonce": "n"})
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


@pytest.mark.parametrize("kind_of_database", ["postgres"], indirect=True)
def test_rotation_keeps_what_the_service_writes_meanwhile(
    database: Database, now: datetime
) -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    use_keys(keys(old))
    with database.writing() as session:
        add_family(session, now, is_in_danger=False)
    use_keys(keys(new, old))

    def rotate() -> None:
        with database.writing() as session:
            rotate_keys(session)

    with ThreadPoolExecutor(1) as other, database.writing() as session:
        message = session.scalars(sa.select(Message).order_by(Message.seq)).first()
        assert message is not None
        message.text = "My daughter is Olive"
        session.flush()
        rotation = other.submit(rotate)
        with pytest.raises(TimeoutError):
            rotation.result(timeout=1)
        session.commit()
        rotation.result(timeout=30)
    use_keys(keys(new))
    with database.reading() as session:
        texts = session.scalars(sa.select(Message.text).order_by(Message.seq)).all()
        assert texts[0] == "My daughter is Olive"
