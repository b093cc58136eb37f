"""What is told at once, to whom, and what ends it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from store.accounts.staff import add_staff, find_staff, match_with_provider
from store.alerting.digests import count_waiting
from store.alerting.rota import choose_digest
from store.alerting.states import list_alerts_of_case
from store.conversations.opening import find_conversation
from store.database import Database
from store.handling.handovers import close_handover, list_handovers
from store.handling.holding import claim_case
from store.handling.steps import add_step
from store.messages.record import add_message
from store.messages.safety_events import record_safety_event
from store.tables import Alert, OutgoingEmail
from tests.integration.alerting import (
    Team,
    alert,
    hand_over,
    hire,
    look,
    send_digest,
    team,
    tell,
    told,
)
from tests.integration.referred_family import TODAY
from tests.integration.test_staff_queue import NOW, begin

__all__ = ["team"]

pytestmark = pytest.mark.parametrize("kind_of_database", ["sqlite"], indirect=True)


def test_what_can_wait_is_no_alert(database: Database, team: Team) -> None:
    hand_over(database, reason="new_referral", priority="routine")
    assert not tell(database)
    assert told(database) == {}


def test_what_becomes_urgent_later_is_told_then(database: Database, team: Team) -> None:
    conversation = hand_over(database, priority="soon")
    assert not tell(database)
    hand_over(database, priority="urgent", conversation=conversation)
    assert tell(database)


def test_urgent_case_that_all_were_told_of_is_told_no_more(database: Database, team: Team) -> None:
    hand_over(database)
    for days in range(6):
        tell(database, later=timedelta(days=days))
    assert told(database) == {"ana": 2, "ben": 1, "max": 1}


def test_nobody_but_leads_is_told_of_danger_until_no_lead_looks(
    database: Database, team: Team
) -> None:
    hand_over(database, reason="safety:distress", priority="immediate")
    tell(database)
    tell(database, later=timedelta(minutes=11))
    assert set(told(database)) == {"lea", "lou"}


def test_emails_say_neither_of_whom_nor_why(database: Database, team: Team) -> None:
    conversation = hand_over(database, reason="safety:suicidal_child", priority="immediate")
    hand_over(database, conversation=conversation)
    tell(database)
    tell(database)
    with database.reading() as session:
        emails = session.scalars(sa.select(OutgoingEmail)).all()
        assert len({(email.subject, email.body) for email in emails}) == 1, "all read the same"
        [email, _] = emails
        assert f"https://chat.example.org/staff/cases/{conversation}\n" in email.body
        words = (email.subject + email.body.replace(conversation, "")).lower()
        for word in ("safe", "danger", "child", "suicid", "distress", "parent", "family"):
            assert word not in words


def test_claiming_the_case_ends_the_alert(database: Database, team: Team) -> None:
    conversation = hand_over(database)
    with database.writing() as session:
        assert claim_case(session, conversation, team.ana, now=datetime.now(UTC))
    assert alert(database).state == "seen"


def test_closing_what_was_asked_ends_the_alert(database: Database, team: Team) -> None:
    conversation = hand_over(database)
    with database.writing() as session:
        [handover] = list_handovers(session, conversation)
        close_handover(
            session,
            handover.id,
            conversation,
            outcome="answered",
            note=None,
            by=team.ana,
            now=datetime.now(UTC),
        )
    assert alert(database).state == "ended"
    assert not tell(database)


def test_danger_is_answered_by_a_lead_alone_also_where_others_were_told(
    database: Database, team: Team
) -> None:
    conversation = hand_over(database, reason="safety:distress", priority="immediate")
    tell(database)
    for somebody in (team.ana, team.max):
        look(database, conversation, somebody)
        assert alert(database).seen_by is None
    for minutes in (11, 22):
        tell(database, later=timedelta(minutes=minutes))
    look(database, conversation, team.max)
    assert (alert(database).seen_by, alert(database).emails_waiting > 0) == (None, True)
    assert tell(database, later=timedelta(minutes=90)), "the rounds go on"
    look(database, conversation, team.lea)
    assert alert(database).seen_by == team.lea


def test_danger_that_is_heard_again_after_a_while_is_told_again(
    database: Database, team: Team
) -> None:
    conversation_id = hand_over(database, reason="safety:distress", priority="immediate")
    tell(database)
    look(database, conversation_id, team.lea)

    def hear_again(later: timedelta) -> None:
        now = datetime.now(UTC) + later
        with database.writing() as session:
            conversation = find_conversation(session, conversation_id, lock=True)
            assert conversation is not None
            message = add_message(session, conversation, sender="parent", text="Help", now=now)
            record_safety_event(
                session,
                conversation,
                category="distress",
                priority="immediate",
                message_id=message.id,
                now=now,
            )

    hear_again(timedelta(minutes=5))
    assert alert(database).state == "seen"
    tell(database, later=timedelta(minutes=11))
    hear_again(timedelta(minutes=20))
    for minutes in (21, 32):
        assert tell(database, later=timedelta(minutes=minutes))
    assert told(database) == {"lea": 2, "lou": 1}, "leads first, as the first time"
    tell(database, later=timedelta(minutes=43))
    assert told(database) == {"lea": 2, "lou": 1, "max": 1}


def test_colleague_who_signs_in_at_the_charitys_provider_is_told_too(database: Database) -> None:
    now = datetime.now(UTC)
    with database.writing() as session:
        for name in ("Lea", "Lou"):
            email = f"{name.lower()}@example.org"
            add_staff(session, name=name, email=email, role="safeguarding_lead", now=now)
        lea = find_staff(session, "lea@example.org")
        assert lea is not None
        assert match_with_provider(session, lea, "https://provider.example", "1", now=now)
    hand_over(database, reason="safety:distress", priority="immediate")
    assert tell(database)
    assert told(database) == {"lea": 1}, "Lou has no way in yet"


def test_alert_without_anybody_to_tell_waits_for_somebody(database: Database) -> None:
    hand_over(database)
    assert tell(database) and told(database) == {}
    with database.writing() as session:
        hire(session, "Max", "manager")
    assert tell(database, later=timedelta(minutes=6))
    assert told(database) == {"max": 1}


def test_alert_goes_with_what_is_erased(database: Database, team: Team) -> None:
    conversation = hand_over(database)
    tell(database)
    with database.reading() as session:
        [line] = list_alerts_of_case(session, conversation)
        assert line.emails_waiting == 1
        assert session.scalar(sa.select(Alert.kind)) == "urgent"


def test_digest_calls_late_only_what_the_law_has_a_date_for(database: Database) -> None:
    long_ago = NOW - timedelta(days=20)
    begin(database, "asked_for_person", at=long_ago)
    begin(database, due=TODAY - timedelta(days=1))
    told_council = begin(database, "asked_for_person")
    with database.writing() as session:
        day = TODAY - timedelta(days=28)
        add_step(session, told_council, "council_told", by=1, now=NOW, done_on=day)
    with database.reading() as session:
        waiting = count_waiting(session, today=TODAY, now=NOW)
    assert (waiting.cases, waiting.late, waiting.soon, waiting.undated) == (3, 1, 1, 1)


def test_digest_is_not_sent_where_nothing_waits_or_nobody_wants_it(
    database: Database, team: Team
) -> None:
    now = datetime.now(UTC)
    send_digest(database, now)
    hand_over(database, priority="soon")
    send_digest(database, now)
    assert told(database) == {}, "this time of day is over"
    with database.writing() as session:
        choose_digest(session, team.ana, wants=False, now=now)
    send_digest(database, now + timedelta(hours=4))
    assert told(database) == {}
