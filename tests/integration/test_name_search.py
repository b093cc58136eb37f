"""Referrals found by the names in them, which the database keeps only as keyed hashes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from store.conversations.opening import open_conversation
from store.conversations.tokens import make_token
from store.database import Database
from store.migrate import migrate
from store.queue.pages import find_cases
from store.referrals.drafts import delete_draft, save_draft
from store.tables import AuditEntry, ReferralName
from store.texts.phone_numbers import add_phone_number
from tests.integration.colleagues import StaffBrowser, employ
from tests.integration.referred_family import refer_family

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def keep(
    database: Database,
    child: str,
    referrer: str = "",
    *,
    in_: str | None = None,
    turn: str = "1",
    at: datetime = NOW,
) -> str:
    document: dict[str, Any] = {"child": {"name": child}, "referrer": {"name": referrer}}
    with database.writing() as session:
        if in_ is None:
            opened = open_conversation(
                session, channel="web", locale="en", token=make_token(), now=at
            )
            in_ = opened.id
        save_draft(
            session,
            in_,
            channel="web",
            document=document,
            progress={},
            turn_id=turn,
            outcome={},
            changed_fields=[],
            now=at,
        )
    return in_


def found(database: Database, name: str) -> list[str]:
    with database.reading() as session:
        return [line.conversation_id for line in find_cases(session, name=name, reader=1)]


def test_family_is_found_by_the_childs_name_and_by_their_own(database: Database) -> None:
    smith = keep(database, "Zoë Smith", "Seán O’Brien")
    jones = keep(database, "Zoe Jones", "Ann Jones", at=NOW + timedelta(days=1))
    assert found(database, "zoe") == [jones, smith]
    assert found(database, "SMITH, zoë") == [smith]
    assert found(database, "sean obrien") == [smith]
    assert found(database, "Zoe Taylor") == [] and found(database, "Zo") == []
    assert found(database, "...") == []


def test_name_that_was_corrected_is_found_and_the_wrong_one_is_not(database: Database) -> None:
    family = keep(database, "Zoe Smith")
    keep(database, "Zoe Smyth", in_=family, turn="2")
    assert found(database, "smyth") == [family] and found(database, "smith") == []


def test_draft_that_is_deleted_leaves_no_name(database: Database) -> None:
    family = keep(database, "Zoe Smith")
    with database.writing() as session:
        assert delete_draft(session, family, actor="parent", now=NOW)
    with database.reading() as session:
        assert session.scalars(sa.select(ReferralName)).all() == []


def test_no_name_can_be_read_in_the_database(database: Database) -> None:
    keep(database, "Zoe Smith")
    with database.reading() as session:
        rows = str(session.execute(sa.text("SELECT * FROM referral_names")).all()).casefold()
    assert "zoe" not in rows and "smith" not in rows and len(rows) > 64


def test_names_that_were_kept_before_the_search_are_found(database: Database) -> None:
    family = keep(database, "Zoë Smith")
    migrate(database, "0012")
    migrate(database)
    assert found(database, "zoe smith") == [family]


def test_who_only_texts_is_found_by_the_number(database: Database) -> None:
    family = keep(database, "Zoe Smith")
    with database.writing() as session:
        add_phone_number(session, family, "+447700900555", now=NOW)
    with database.reading() as session:
        [line] = find_cases(session, phone="+447700900555", reader=1)
    assert line.conversation_id == family


@pytest.mark.parametrize("words", ["zoe", "Sumner craig", "0770 0900 701"])
def test_colleague_finds_a_family_and_what_was_searched_for_is_nowhere_noted(
    staff_browser: StaffBrowser, kept: Database, words: str
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    reference = refer_family(kept)
    token = staff_browser.form_token("/staff")
    answer = staff_browser.client.post("/staff/search", data={"form_token": token, "words": words})
    assert reference in answer.text
    with kept.reading() as session:
        [entry] = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "searched"))
    assert entry.fields in (["name"], ["contact.phone"])


def test_a_family_called_like_a_council_is_shown_with_a_way_to_the_councils_cases(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    fields = {"form_token": staff_browser.form_token("/staff"), "words": "Kent"}
    asked = staff_browser.client.post("/staff/search", data=fields)
    assert asked.status_code == 303 and "council=E10000016" in asked.headers["location"]
    keep(kept, "Clark Kent")
    page = staff_browser.client.post("/staff/search", data=fields)
    assert page.status_code == 200 and "council=E10000016" in page.text
