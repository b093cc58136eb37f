"""Each person is told once a round, on both databases, whatever happens between two lines."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from store.alerting.alerts import AUDITED
from store.database import Database
from store.tables import AuditEntry, OutgoingEmail
from tests.integration.alerting import (
    Team,
    alert,
    hand_over,
    look,
    put_on_duty,
    send_digest,
    team,
    tell,
    told,
)

__all__ = ["team"]


def test_urgent_case_is_told_to_whom_is_on_duty_and_once(database: Database, team: Team) -> None:
    hand_over(database)
    assert alert(database).state == "not_told"
    assert tell(database) and not tell(database)
    assert told(database) == {"ana": 1}
    assert alert(database).people == ((team.ana,),)


def test_nobody_looks_so_the_next_people_are_told_until_all_are(
    database: Database, team: Team
) -> None:
    hand_over(database, reason="safety:distress", priority="soon")
    assert tell(database) and told(database) == {"lea": 1}
    assert not tell(database, later=timedelta(minutes=9))
    assert tell(database, later=timedelta(minutes=11))
    assert told(database) == {"lea": 2, "lou": 1}
    assert tell(database, later=timedelta(minutes=22))
    assert told(database) == {"lea": 2, "lou": 1, "max": 1}
    assert not tell(database, later=timedelta(minutes=60))
    assert tell(database, later=timedelta(minutes=90)), "a danger is told again every hour"
    assert told(database) == {"lea": 3, "lou": 2, "max": 2}
    with database.reading() as session:
        audit = session.scalars(
            sa.select(AuditEntry.action).where(AuditEntry.actor == "alerts").order_by(AuditEntry.id)
        )
        assert list(audit) == [AUDITED] * 3, "neither a step nor a repeat tells what it is about"


def test_opening_the_case_ends_the_alert_and_takes_waiting_emails_back(
    database: Database, team: Team
) -> None:
    conversation = hand_over(database)
    tell(database)
    look(database, conversation, team.ben)
    assert (alert(database).state, alert(database).seen_by) == ("seen", team.ben)
    assert told(database) == {}
    assert not tell(database, later=timedelta(days=3))


def test_crash_between_two_lines_leaves_the_round_due_and_nobody_told_twice(
    database: Database, team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_over(database)

    def stop_here(*_args: object, **_named: object) -> None:
        raise RuntimeError("the power is gone")

    with monkeypatch.context() as crash:
        crash.setattr("frontdesk.alerting.rounds.note_round", stop_here)
        with pytest.raises(RuntimeError):
            tell(database)
    assert told(database) == {} and alert(database).state == "not_told"
    tell(database)
    assert told(database) == {"ana": 1}


def test_many_desks_tell_each_person_once_a_round(database: Database, team: Team) -> None:
    with database.writing() as session:
        put_on_duty(session, "team", team.ana, team.ben)
    for _ in range(10):
        hand_over(database)
    with ThreadPoolExecutor(4) as desks:
        list(desks.map(lambda _: tell(database), range(40)))
    assert told(database) == {"ana": 10, "ben": 10}


def test_digest_tells_numbers_to_whom_is_on_duty_once(database: Database, team: Team) -> None:
    hand_over(database, reason="callback_wanted", priority="soon")
    hand_over(database, reason="callback_wanted", priority="urgent")
    hand_over(database, reason="safety:distress", priority="soon")
    now = datetime.now(UTC)
    with ThreadPoolExecutor(4) as desks:
        list(desks.map(lambda _: send_digest(database, now), range(8)))
    assert told(database) == {"ana": 1}
    with database.reading() as session:
        email = session.scalars(sa.select(OutgoingEmail)).one()
    assert email.subject == "Cases that wait: 3"
    assert "- Call back: 2" in email.body and "- Urgent: 2" in email.body
    assert "Nobody has these yet: 3" in email.body and "Safety" not in email.body
