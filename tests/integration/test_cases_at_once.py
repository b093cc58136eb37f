"""Two who change one case at the same moment: no danger is lost, and nobody waits for ever."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from frontdesk.staff.case.forms import Work, _run
from frontdesk.staff.forms import Form
from frontdesk.staff.rights import SignedIn
from store.cases.lines import find_case
from store.conversations.opening import find_conversation
from store.database import Database, EndedByDeadlock
from store.handling.handovers import close_handover, list_handovers, record_handover
from store.handling.holding import claim_case
from store.handling.merging import NotMerged, merge_cases
from store.messages.record import add_message
from store.messages.safety_events import record_safety_event
from store.tables import Alert
from tests.integration.test_left_drafts import leave_draft
from tests.integration.test_staff_queue import JO, NOW, ids

LONG_ENOUGH_TO_WAIT_FOR_A_LOCK = 0.5
PATIENCE = 30

Doing = Callable[[Session], object]


@pytest.fixture
def kind_of_database() -> str:
    """SQLite has one writer at a time: nothing of this can happen there."""
    return "postgres"


def meet(database: Database, first: Doing, second: Doing) -> None:
    """The second begins when the first has done its work and not kept it yet."""
    has_worked, may_keep = Event(), Event()

    def go_first() -> None:
        with database.writing() as session:
            first(session)
            has_worked.set()
            may_keep.wait(PATIENCE)

    def go_second() -> None:
        has_worked.wait(PATIENCE)
        with database.writing() as session:
            second(session)

    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(go_first), pool.submit(go_second)]
        has_worked.wait(PATIENCE)
        time.sleep(LONG_ENOUGH_TO_WAIT_FOR_A_LOCK)
        may_keep.set()
        for each in both:
            each.result(PATIENCE)


def hear_danger(session: Session, family: str) -> None:
    conversation = find_conversation(session, family, lock=True)
    assert conversation is not None
    message = add_message(session, conversation, sender="parent", text="help", now=NOW)
    record_safety_event(
        session,
        conversation,
        category="distress",
        priority="immediate",
        message_id=message.id,
        now=NOW,
    )


def ask(session: Session, family: str, reason: str = "callback_wanted") -> None:
    record_handover(session, family, reason=reason, priority="soon", now=NOW)


@pytest.fixture
def two(database: Database) -> Iterator[tuple[str, str]]:
    """Two drafts of one family; somebody was asked for in the first."""
    whole, part = leave_draft(database, at=NOW), leave_draft(database, at=NOW)
    with database.writing() as session:
        ask(session, whole)
    yield whole, part


def merge(whole: str, part: str) -> Doing:
    return lambda session: merge_cases(session, part, into=whole, reason="x", by=JO, now=NOW)


def assert_danger_waits(database: Database, whole: str) -> None:
    with database.reading() as session:
        case = find_case(session, whole)
        assert case is not None and case.is_open and case.rank == 0
        [alert] = session.scalars(sa.select(Alert).where(Alert.kind == "safety"))
        assert alert.ended_at is None and alert.next_round_at is not None


def test_danger_is_kept_while_a_receipt_of_a_text_asks_for_a_person(
    database: Database, two: tuple[str, str]
) -> None:
    family = two[0]
    meet(
        database,
        lambda session: hear_danger(session, family),
        lambda session: ask(session, family, "text not delivered"),
    )
    assert_danger_waits(database, family)


def test_danger_in_one_conversation_is_kept_while_the_other_of_the_case_asks(
    database: Database, two: tuple[str, str]
) -> None:
    whole, part = two
    with database.writing() as session:
        merge(whole, part)(session)
    meet(
        database,
        lambda session: hear_danger(session, part),
        lambda session: ask(session, whole, "text not delivered"),
    )
    assert_danger_waits(database, whole)


@pytest.mark.parametrize("is_danger_first", [True, False])
def test_danger_heard_while_its_draft_is_merged_counts_in_the_whole_and_can_be_closed(
    database: Database, two: tuple[str, str], is_danger_first: bool
) -> None:
    whole, part = two

    def hear(session: Session) -> None:
        hear_danger(session, part)

    both = [hear, merge(whole, part)]
    meet(database, *(both if is_danger_first else reversed(both)))
    assert ids(database) == [whole]
    assert_danger_waits(database, whole)
    with database.writing() as session:
        for family in two:
            for handover in list_handovers(session, family):
                close_handover(
                    session, handover.id, family, outcome="answered", note=None, by=JO, now=NOW
                )
    assert ids(database) == []


def test_whoever_claims_a_case_while_it_is_merged_has_the_whole(
    database: Database, two: tuple[str, str]
) -> None:
    whole, part = two
    with database.writing() as session:
        ask(session, part)

    def claim(session: Session, family: str, _form: Form, _who: SignedIn, now: object) -> None:
        assert claim_case(session, family, JO, now=NOW)

    work: Work = claim
    who = SignedIn.__new__(SignedIn)
    meet(database, merge(whole, part), lambda session: _run(session, work, part, {}, who, None))
    with database.reading() as session:
        case = find_case(session, whole)
        assert case is not None and case.held_by == JO


def test_two_merges_the_two_ways_round_end_in_one_case(
    database: Database, two: tuple[str, str]
) -> None:
    first, second = two
    with database.writing() as session:
        ask(session, second)
    together, ended = Barrier(2), []

    def merge_one(whole: str, part: str) -> None:
        together.wait(PATIENCE)
        try:
            with database.writing() as session:
                merge(whole, part)(session)
            ended.append("merged")
        except NotMerged:
            ended.append("refused")

    with ThreadPoolExecutor(2) as pool:
        for each in [pool.submit(merge_one, *two), pool.submit(merge_one, second, first)]:
            each.result(PATIENCE)
    assert sorted(ended) == ["merged", "refused"]
    assert len(ids(database)) == 1


def test_whoever_locks_out_of_order_is_told_of_the_deadlock_and_the_other_goes_on(
    database: Database, two: tuple[str, str]
) -> None:
    low, high = sorted(two)
    together, ended = Barrier(2), []

    def lock(*families: str) -> None:
        try:
            with database.writing() as session:
                find_conversation(session, families[0], lock=True)
                together.wait(PATIENCE)
                find_conversation(session, families[1], lock=True)
            ended.append("kept")
        except EndedByDeadlock:
            ended.append("undone")

    with ThreadPoolExecutor(2) as pool:
        for each in [pool.submit(lock, low, high), pool.submit(lock, high, low)]:
            each.result(PATIENCE)
    assert sorted(ended) == ["kept", "undone"]
