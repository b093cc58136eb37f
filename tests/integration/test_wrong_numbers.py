"""A number is taken out of a referral while its family is still writing."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Event

import sqlalchemy as sa

from store.conversations.opening import find_conversation
from store.database import Database
from store.referrals.drafts import load_draft, save_draft
from store.tables import Referral
from store.texts.wrong_numbers import remove_wrong_number
from tests.integration.families import add_family

NUMBER = "+447700900456"


def say_number(database: Database, family: str, now: datetime, *, turn: str, words: str) -> None:
    with database.writing() as session:
        find_conversation(session, family, lock=True)
        stored = load_draft(session, family)
        assert stored is not None
        contact = {"phone": NUMBER, "safe_to_text": True}
        save_draft(
            session,
            family,
            channel="web",
            document={**stored.document, "contact": contact, "in_own_words": words},
            progress={},
            turn_id=turn,
            outcome={},
            changed_fields=["in_own_words"],
            now=now,
        )
        time.sleep(0.4)


def test_what_a_family_tells_meanwhile_is_kept_and_the_number_still_goes(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        family = add_family(session, now)
    say_number(database, family, now, turn="2", words="first")
    begun = Event()

    def tell_more() -> None:
        begun.set()
        say_number(database, family, now, turn="3", words="and more")

    with ThreadPoolExecutor(1) as pool:
        telling = pool.submit(tell_more)
        begun.wait(30)
        time.sleep(0.1)
        with database.writing() as session:
            assert remove_wrong_number(session, NUMBER, told_in=None, now=now) == [family]
        telling.result(30)
    with database.reading() as session:
        row = session.scalars(sa.select(Referral)).one()
    assert row.document["in_own_words"] == "and more"
    assert row.document["contact"]["phone"] is None and row.phone_index is None
