from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from store.base import Base
from store.cases.lines import find_case
from store.cases.name_index import find_by_name
from store.conversations.opening import open_conversation
from store.conversations.tokens import add_token, find_by_token, make_token
from store.database import Database
from store.handling.handovers import list_handovers, record_handover
from store.handling.merging import merge_cases
from store.handling.upkeep import refresh_case
from store.messages.record import add_message, list_messages
from store.migrate import migrate
from store.tables import QuestionStep, Referral, WebhookEvent
from tests.integration.referred_family import refer_family
from tests.integration.test_staff_case_work import case_of as conversation_of

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
_IS_NEWS = WebhookEvent.status == "waiting", WebhookEvent.type.startswith("referral.")


def tables_in(database: Database) -> set[str]:
    return set(sa.inspect(database.engine).get_table_names()) - {"alembic_version"}


def test_an_empty_database_gets_every_table_and_can_go_back(empty_database: Database) -> None:
    migrate(empty_database)
    assert tables_in(empty_database) == set(Base.metadata.tables)
    migrate(empty_database, "base")
    assert tables_in(empty_database) == set()
    migrate(empty_database)
    assert tables_in(empty_database) == set(Base.metadata.tables)


def test_migrations_and_models_describe_the_same_schema(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_what_was_said_stays_when_tables_are_rebuilt(database: Database) -> None:
    token, now = make_token(), datetime.now(UTC)
    with database.writing() as session:
        conversation = open_conversation(session, channel="web", locale="en", token=token, now=now)
        add_message(session, conversation, sender="parent", text="Hello", now=now)
    migrate(database, "0001")
    migrate(database)
    with database.reading() as session:
        found = find_by_token(session, token)
        assert found is not None
        assert [message.text for message in list_messages(session, found.id)] == ["Hello"]
    with pytest.raises(sa.exc.IntegrityError), database.writing() as session:
        add_token(session, "nobody", make_token(), now=now)


def test_merged_cases_stand_for_themselves_again_where_merging_is_taken_back(
    database: Database,
) -> None:
    whole, part = (conversation_of(database, refer_family(database)) for _ in range(2))
    with database.writing() as session:
        record_handover(session, part, reason="safety:distress", priority="immediate", now=NOW)
        merge_cases(session, part, into=whole, reason="one family", by=1, now=NOW)
    migrate(database, "0013")
    with database.engine.connect() as connection:
        statuses = connection.execute(sa.text("SELECT status FROM referrals"))
        assert statuses.scalars().all() == ["submitted", "submitted"]
        lines = connection.execute(
            sa.text("SELECT conversation_id, is_open, is_urgent, rank FROM cases")
        )
        assert {(row[0], *map(int, row[1:])) for row in lines} == {
            (whole, 1, 0, 1),
            (part, 1, 1, 0),
        }
    migrate(database)
    with database.writing() as session:
        refresh_case(session, part)
        case = find_case(session, part)
        assert case is not None and case.is_open and case.merged_into is None


def test_what_was_sent_before_other_systems_were_told_is_no_news(database: Database) -> None:
    conversation = conversation_of(database, refer_family(database))
    migrate(database, "0010")
    migrate(database)
    with database.writing() as session:
        refresh_case(session, conversation)
        assert session.scalars(told := sa.select(WebhookEvent.type).where(*_IS_NEWS)).all() == []
        row = session.scalars(sa.select(Referral)).one()
        row.status = "contacted"
        session.flush()
        refresh_case(session, conversation)
        assert session.scalars(told).all() == ["referral.changed"]


def test_question_was_asked_on_the_day_that_it_was_in_england(database: Database) -> None:
    before_midnight_in_utc = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    with database.writing() as session:
        conversation = open_conversation(
            session, channel="web", locale="en", token=make_token(), now=before_midnight_in_utc
        )
        add_message(
            session,
            conversation,
            sender="assistant",
            text="How old is your child?",
            asks="child_age",
            now=before_midnight_in_utc,
        )
    migrate(database, "0011")
    migrate(database)
    with database.reading() as session:
        assert session.scalars(sa.select(QuestionStep.asked_on)).all() == [date(2026, 7, 1)]


def test_names_are_found_and_days_counted_as_ever_after_going_back_and_forth(
    database: Database,
) -> None:
    conversation = conversation_of(database, refer_family(database))
    with database.reading() as session:
        before = find_case(session, conversation)
        assert before is not None
    migrate(database, "0012")
    migrate(database)
    with database.reading() as session:
        assert find_by_name(session, "Olive", limit=9) == []
        assert find_by_name(session, "Zoë", limit=9) == [conversation]
        assert find_by_name(session, "SUMNER", limit=9) == [conversation]
        after = find_case(session, conversation)
        assert after is not None
        assert (after.act_by, after.mediation_by) == (before.act_by, before.mediation_by)


def test_what_was_asked_for_twice_becomes_one_request_as_urgent_as_both(
    database: Database,
) -> None:
    conversation = conversation_of(database, refer_family(database))
    migrate(database, "0015")
    columns = "(conversation_id, reason, status, priority, created_at)"
    with database.engine.begin() as connection:
        for priority in ("soon", "immediate"):
            connection.execute(
                sa.text(f"INSERT INTO handovers {columns} VALUES (:c, 'asked', 'open', :p, :at)"),
                {"c": conversation, "p": priority, "at": NOW},
            )
    migrate(database)
    with database.reading() as session:
        rows = [(row.status, row.priority) for row in list_handovers(session, conversation)]
        assert rows == [("open", "immediate"), ("closed", "immediate")]


def test_processes_that_start_together_migrate_once(empty_database: Database) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(migrate, [empty_database] * 4))
    assert tables_in(empty_database) == set(Base.metadata.tables)
