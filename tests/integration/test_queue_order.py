"""The clocks that the queue is sorted by, and what it says is new, on both databases."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from frontdesk.staff.queue.lines import show_line
from frontdesk.staff.rights import Reader
from store.database import Database
from store.handling.handovers import record_handover
from store.handling.holding import claim_case
from store.handling.steps import add_step
from store.queue.news import list_holders, list_newcomers
from store.queue.pages import Wanted
from tests.integration.referred_family import TODAY
from tests.integration.test_staff_queue import JO, NOW, begin, ids, lines

COLLEAGUE = Reader(actor="staff 1", sees_safeguarding=False)


def tell_council(database: Database, family: str, on: date) -> None:
    with database.writing() as session:
        add_step(session, family, "council_told", by=JO, now=NOW, done_on=on)


def clocks(database: Database, family: str) -> list[tuple[str, str]]:
    [line] = [each for each in lines(database) if each.conversation_id == family]
    return [(clock.name, clock.says) for clock in show_line(line, {}, COLLEAGUE, TODAY).clocks]


def test_of_two_with_as_many_working_days_left_the_one_whose_mediation_ends_first_comes_first(
    database: Database,
) -> None:
    # TODAY is a Sunday: until Friday, Saturday and Sunday there are five days of work.
    friday, saturday = TODAY + timedelta(days=5), TODAY + timedelta(days=6)
    no_clock = begin(database, due=friday, at=NOW - timedelta(days=9))
    late_clock = begin(database, due=friday, at=NOW - timedelta(days=5))
    early_clock = begin(database, due=saturday)
    thursday = begin(database, due=friday - timedelta(days=1))
    tell_council(database, late_clock, TODAY - timedelta(days=3))
    tell_council(database, early_clock, TODAY - timedelta(days=20))
    assert ids(database) == [thursday, early_clock, late_clock, no_clock]


def test_line_says_which_clock_counts_and_how_many_working_days_are_left(
    database: Database,
) -> None:
    family = begin(database, due=TODAY + timedelta(days=5))
    assert clocks(database, family) == [("Appeal", "5 working days left")]
    tell_council(database, family, TODAY - timedelta(days=33))
    assert clocks(database, family) == [
        ("Appeal", "5 working days left"),
        ("Mediation", "Late by 1 working day"),
    ]
    assert ids(database, is_urgent=True) == [family]


@pytest.mark.parametrize(
    ("days", "says"),
    [(0, "Last day is today"), (-1, "Late"), (-6, "Late by 4 working days")],
)
def test_a_date_that_has_passed_is_said_plainly(database: Database, days: int, says: str) -> None:
    family = begin(database, due=TODAY + timedelta(days=days))
    assert clocks(database, family) == [("Appeal", says)]


def test_without_a_legal_date_the_thirty_days_for_mediation_are_what_is_sorted_by(
    database: Database,
) -> None:
    waits = begin(database, "callback_wanted")
    told = begin(database, "callback_wanted")
    tell_council(database, told, TODAY - timedelta(days=29))
    assert ids(database) == [told, waits]
    assert clocks(database, told) == [("Mediation", "1 working day left")]
    assert clocks(database, waits) == []


def test_certificate_issued_ends_the_thirty_days_but_an_older_one_does_not(
    database: Database,
) -> None:
    family = begin(database, "callback_wanted")
    with database.writing() as session:
        older = TODAY - timedelta(days=9)
        add_step(session, family, "certificate_issued", by=JO, now=NOW, done_on=older)
    tell_council(database, family, TODAY - timedelta(days=5))
    assert len(clocks(database, family)) == 1
    with database.writing() as session:
        add_step(session, family, "certificate_issued", by=JO, now=NOW, done_on=TODAY)
    assert clocks(database, family) == []


def newcomers(database: Database, minutes: int, **wanted: str) -> list[str]:
    with database.reading() as session:
        found = list_newcomers(
            session,
            Wanted(**wanted),  # type: ignore[arg-type]
            since=NOW + timedelta(minutes=minutes),
            today=TODAY,
            now=NOW + timedelta(hours=1),
        )
        return [one.key for one in found]


def test_what_came_since_is_new_and_so_is_what_was_asked_again(database: Database) -> None:
    old = begin(database, "callback_wanted", channel="sms")
    new = begin(database, "asked_for_person", at=NOW + timedelta(minutes=10))
    [key] = newcomers(database, 5)
    assert key.startswith(new)
    assert newcomers(database, 5, channel="sms") == []
    with database.writing() as session:
        later = NOW + timedelta(minutes=20)
        record_handover(session, old, reason="asked_for_person", priority="soon", now=later)
    assert [key.split("@")[0] for key in newcomers(database, 5)] == [old, new]
    assert [key.split("@")[0] for key in newcomers(database, 15)] == [old]


def test_page_can_be_told_who_has_its_cases_now(database: Database) -> None:
    mine, nobodys = begin(database, "callback_wanted"), begin(database, "callback_wanted")
    with database.writing() as session:
        claim_case(session, mine, JO, now=NOW)
    with database.reading() as session:
        assert list_holders(session, [mine, nobodys]) == {mine: JO, nobodys: None}
