"""What keeping an answer costs: drafts are many, and most have nobody who waits for a person."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from store.database import Database
from store.handling.handovers import record_handover
from store.referrals.drafts import load_draft, save_draft, submit_draft
from tests.integration.test_left_drafts import leave_draft
from tests.integration.test_staff_queue import NOW


@pytest.fixture
def kind_of_database() -> str:
    """The statements are the same on both."""
    return "sqlite"


def count_statements(database: Database, family: str) -> int:
    """How many statements it takes to keep an answer."""
    asked: list[str] = []

    def note(*args: Any) -> None:
        asked.append(args[2])

    with database.writing() as session:
        stored = load_draft(session, family)
        assert stored is not None
        sa.event.listen(database.engine, "before_cursor_execute", note)
        save_draft(
            session,
            family,
            channel="web",
            document=stored.document,
            progress=stored.progress,
            turn_id=f"turn {stored.revision}",
            outcome={},
            changed_fields=["plan"],
            now=NOW,
            expected_revision=stored.revision,
        )
        session.flush()
        sa.event.remove(database.engine, "before_cursor_execute", note)
    return len(asked)


def test_an_answer_costs_little_where_nobody_waits_and_no_more_as_a_case_gets_older(
    database: Database,
) -> None:
    draft, waited_for, sent = (leave_draft(database, at=NOW) for _number in range(3))
    with database.writing() as session:
        record_handover(session, waited_for, reason="asked_for_person", priority="soon", now=NOW)
        stored = load_draft(session, sent)
        assert stored is not None
        submit_draft(session, sent, document=stored.document, now=NOW)
    count_statements(database, sent)
    assert count_statements(database, draft) <= 7
    assert count_statements(database, waited_for) <= 9
    costs = {count_statements(database, sent) for _time in range(9)}
    assert max(costs) <= 14
