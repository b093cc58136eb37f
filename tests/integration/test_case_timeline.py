"""A long case: a page at a time, in either order, with the channel of each message."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa

from frontdesk.settings import FrontDeskSettings
from store.database import Database
from store.handling.steps import add_step, list_notes
from store.messages.record import add_message
from store.migrate import migrate
from store.tables import Conversation
from tests.integration.colleagues import StaffBrowser, employ
from tests.integration.families import add_family
from tests.integration.referred_family import TODAY, refer_family
from tests.integration.test_staff_case_work import case_of
from tests.integration.test_staff_queue import NOW

MANY = 2000


@pytest.fixture
def desk_settings(desk_settings: FrontDeskSettings) -> FrontDeskSettings:
    return desk_settings.model_copy(update={"today": TODAY})


def test_two_thousand_messages_are_read_a_page_at_a_time_in_either_order(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    reference = refer_family(kept)
    case = case_of(kept, reference)
    with kept.writing() as session:
        conversation = session.get(Conversation, case)
        assert conversation is not None
        for number in range(MANY):
            add_message(
                session,
                conversation,
                sender="parent",
                text=f"message {number} of many",
                now=NOW + timedelta(days=30, minutes=number),
            )
    path = f"/staff/referrals/{reference}"

    def read(query: str) -> list[int]:
        page = staff_browser.look(f"{path}?{query}")
        return [int(number) for number in re.findall(r"message (\d+) of many", page)]

    newest = read("order=newest")
    assert newest[0] == MANY - 1 and newest == sorted(newest, reverse=True) and len(newest) == 100
    seen = set(newest)
    begun = time.perf_counter()
    for page in range(2, 22):
        seen |= set(read(f"order=newest&page={page}"))
    assert time.perf_counter() - begun < 20
    assert seen == set(range(MANY))
    assert read("order=oldest")[0] == 0
    assert read("page=9999") == read("page=21")
    assert staff_browser.client.get(f"{path}?page=0").status_code == 422
    assert "Page 1 of 21" in staff_browser.look(path)


def test_notes_of_before_are_kept_when_the_two_kinds_become_one(database: Database) -> None:
    with database.writing() as session:
        family = add_family(session, NOW, is_in_danger=True)
        form = str(uuid4())
        add_step(session, family, "note", by=1, now=NOW, note="Sister rang", form_id=form)
    migrate(database, "0013")
    with database.engine.connect() as connection:
        notes = connection.execute(sa.text("SELECT form_id, text FROM staff_notes")).all()
        assert form in {note.form_id for note in notes}
        assert not any("Sister" in note.text for note in notes)
    migrate(database)
    with database.writing() as session:
        assert "Sister rang" in [note.note for note in list_notes(session, family)]
        assert add_step(session, family, "note", by=1, now=NOW, note="x", form_id=form) is None
