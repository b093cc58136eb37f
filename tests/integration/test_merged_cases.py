"""What counts in a merged case: dangers, dates and clocks of every part; and what is erased."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from casework.corrections.by_colleagues import correct_answer
from store.alerting.digests import count_waiting
from store.cases.lines import find_case
from store.database import Database
from store.erasing.erasers import TABLE_ERASERS
from store.handling.handovers import close_handover, list_handovers, record_handover
from store.handling.holding import claim_case
from store.handling.merging import OtherWayRound, merge_cases, undo_merge
from store.handling.snoozing import NotSnoozed, snooze_case
from store.handling.steps import add_step, close_case, reopen_case
from store.queue.long_lists import ChosenCases, read_case_rows
from store.queue.pages import Wanted
from store.referrals.changes_by_staff import change_answer, note_certificate
from store.referrals.drafts import load_draft, submit_draft
from store.referrals.lookup import find_referral
from store.tables import Alert, Case, Referral
from store.tables.cases import NO_CLOCK
from store.texts.phone_numbers import add_phone_number
from tests.integration.referred_family import TODAY, refer_family
from tests.integration.test_left_drafts import leave_draft
from tests.integration.test_staff_queue import JO, NOW, SAM, begin, ids, lines

FAR = TODAY + timedelta(days=40)


@pytest.fixture
def kind_of_database() -> str:
    """What two do at the same moment is in test_cases_at_once.py, on PostgreSQL."""
    return "sqlite"


def merge(database: Database, part: str, into: str) -> None:
    with database.writing() as session:
        merge_cases(session, part, into=into, reason="one family", by=JO, now=NOW)


def undo(database: Database, part: str) -> None:
    with database.writing() as session:
        undo_merge(session, part, reason="two families", by=JO, now=NOW)


def case_of(database: Database, family: str) -> Case:
    with database.reading() as session:
        case = find_case(session, family)
        assert case is not None
        return case


def status_of(database: Database, family: str) -> str:
    with database.reading() as session:
        stored = load_draft(session, family)
        assert stored is not None
        return stored.status


def refer(database: Database) -> str:
    reference = refer_family(database)
    with database.reading() as session:
        stored = find_referral(session, reference)
        assert stored is not None
        family: str = stored.document["conversation_id"]
        return family


def snooze(database: Database, family: str, until: datetime) -> None:
    with database.writing() as session:
        snooze_case(session, family, until=until, by=JO, now=NOW)


def correct(database: Database, family: str, field: str, value: Any) -> None:
    with database.writing() as session:
        revision = session.query(Referral).filter_by(conversation_id=family).one().revision
        change_answer(
            session,
            family,
            field,
            lambda draft: correct_answer(draft, field, value, TODAY),
            reason="read the letter",
            revision=revision,
            by=JO,
            now=NOW,
        )


def close_all_handovers(database: Database, *families: str) -> None:
    with database.writing() as session:
        for family in families:
            for handover in list_handovers(session, family):
                close_handover(
                    session, handover.id, family, outcome="answered", note=None, by=JO, now=NOW
                )


def erase(database: Database, family: str) -> None:
    with database.writing() as session:
        for eraser in TABLE_ERASERS:
            eraser.erase(session, family)


def test_danger_merged_into_a_case_that_was_put_off_wakes_it(database: Database) -> None:
    whole = begin(database, "new_referral", due=FAR)
    part = begin(database, "safety:distress", due=TODAY + timedelta(days=3))
    snooze(database, whole, NOW + timedelta(days=20))
    merge(database, part, whole)
    [line] = lines(database)
    assert line.is_about_safety and line.conversation_id == whole


def test_reason_of_a_merged_part_is_shown_filtered_by_listed_and_counted(
    database: Database,
) -> None:
    whole = begin(database, "new_referral", due=FAR)
    part = begin(database, "safety:distress", due=FAR)
    with database.writing() as session:
        record_handover(session, part, reason="callback_wanted", priority="soon", now=NOW)
    merge(database, part, whole)
    [line] = lines(database)
    assert line.reasons == ("new_referral", "safety:distress", "callback_wanted")
    assert ids(database, reasons=("safety:",)) == [whole]
    assert ids(database, reasons=("callback_wanted",)) == [whole]
    with database.reading() as session:
        assert count_waiting(session, today=TODAY, now=NOW).reasons["callback_wanted"] == 1
        chosen = ChosenCases(wanted=Wanted(), today=TODAY, now=NOW)
        [row] = read_case_rows(session, chosen, after="", limit=9)
        assert "callback_wanted" in row.reasons


def test_referral_that_is_worked_on_is_not_merged_into_a_case_without_one(
    database: Database,
) -> None:
    texts = begin(database, "asked_for_person")
    with database.writing() as session:
        add_phone_number(session, texts, "+447700900701", now=NOW)
    family = begin(database, "new_referral", due=TODAY + timedelta(days=3))
    with pytest.raises(OtherWayRound):
        merge(database, family, texts)
    merge(database, texts, family)
    close_all_handovers(database, texts, family)
    assert ids(database) == [family]


def test_part_is_in_the_queue_again_when_the_case_it_is_part_of_is_erased(
    database: Database,
) -> None:
    whole = begin(database, "new_referral", due=FAR)
    part = begin(database, "safety:distress", due=TODAY + timedelta(days=3))
    merge(database, part, whole)
    erase(database, whole)
    [line] = lines(database)
    assert line.conversation_id == part and line.is_about_safety
    assert status_of(database, part) == "submitted"
    with database.reading() as session:
        assert [alert.ended_at for alert in session.scalars(sa.select(Alert))] == [None]


def test_case_is_in_step_when_a_part_of_it_is_erased(database: Database) -> None:
    whole = begin(database, "new_referral", due=FAR)
    part = begin(database, "safety:distress", due=TODAY + timedelta(days=3))
    merge(database, part, whole)
    erase(database, part)
    case = case_of(database, whole)
    assert (case.rank, case.count_to, case.is_open) == (1, FAR, True)
    assert ids(database) == [whole]


def test_nobody_snoozes_past_the_date_of_a_part_or_past_the_clock(database: Database) -> None:
    whole = begin(database, "new_referral", due=FAR)
    merge(database, begin(database, due=TODAY + timedelta(days=5)), whole)
    with pytest.raises(NotSnoozed):
        snooze(database, whole, NOW + timedelta(days=9))
    told = begin(database, "new_referral", due=FAR)
    with database.writing() as session:
        day = TODAY - timedelta(days=25)
        add_step(session, told, "council_told", by=JO, now=NOW, done_on=day)
    with pytest.raises(NotSnoozed):
        snooze(database, told, NOW + timedelta(days=9))
    snooze(database, told, NOW + timedelta(days=2))


def test_case_that_was_put_off_comes_back_when_its_date_comes_nearer(database: Database) -> None:
    family = refer(database)
    with database.writing() as session:
        record_handover(session, family, reason="new_referral", priority="soon", now=NOW)
    snooze(database, family, NOW + timedelta(days=20))
    correct(database, family, "best_time", "mornings")
    assert ids(database) == []
    correct(database, family, "decision_date", "2026-09-25")
    assert case_of(database, family).count_to == date(2026, 11, 25)
    assert ids(database) == [family]


def test_certificate_of_the_case_ends_the_clock_of_each_part_and_counts_its_dates_anew(
    database: Database,
) -> None:
    whole, part = refer(database), refer(database)
    with database.writing() as session:
        day = TODAY - timedelta(days=20)
        add_step(session, part, "council_told", by=JO, now=NOW, done_on=day)
    merge(database, part, whole)
    assert case_of(database, whole).mediation_by == date(2026, 12, 2)
    with database.writing() as session:
        note_certificate(session, whole, TODAY, today=TODAY, by=JO, now=NOW)
        add_step(session, whole, "certificate_issued", by=JO, now=NOW, done_on=TODAY)
    case = case_of(database, whole)
    assert case.mediation_by == NO_CLOCK
    with database.reading() as session:
        counted = {row.days_counted_to for row in session.query(Referral)}
        assert counted == {case.count_to}


def test_clock_runs_on_when_the_certificate_was_noted_by_mistake(database: Database) -> None:
    family = refer(database)
    with database.writing() as session:
        day = TODAY - timedelta(days=20)
        add_step(session, family, "council_told", by=JO, now=NOW, done_on=day)
        note_certificate(session, family, TODAY, today=TODAY, by=JO, now=NOW)
        add_step(session, family, "certificate_issued", by=JO, now=NOW, done_on=TODAY)
    assert case_of(database, family).mediation_by == NO_CLOCK
    correct(database, family, "certificate_held", False)
    assert case_of(database, family).mediation_by == date(2026, 12, 2)


def test_family_that_asks_once_more_does_not_go_down_in_the_queue(database: Database) -> None:
    family = begin(database, due=FAR, at=NOW - timedelta(days=10))
    with database.writing() as session:
        record_handover(session, family, reason="asked_for_person", priority="soon", now=NOW)
    assert case_of(database, family).waiting_since == NOW - timedelta(days=10)
    close_all_handovers(database, family)
    assert case_of(database, family).waiting_since == NOW - timedelta(days=10)


def test_draft_that_was_merged_and_sent_later_is_closed_and_opened_with_its_case(
    database: Database,
) -> None:
    whole, part = begin(database, "new_referral", due=FAR), leave_draft(database, at=NOW)
    merge(database, part, whole)
    with database.writing() as session:
        stored = load_draft(session, part)
        assert stored is not None
        document = {**stored.document}
        document["deadlines"]["appeal_by_unadjusted"] = (TODAY + timedelta(days=4)).isoformat()
        submit_draft(session, part, document=document, now=NOW)
    with database.writing() as session:
        assert close_case(session, whole, outcome="mediation", note=None, by=JO, now=NOW)
        assert not close_case(session, whole, outcome="mediation", note=None, by=JO, now=NOW)
    assert ids(database) == [] and status_of(database, part) == "closed"
    with database.writing() as session:
        assert reopen_case(session, whole, reason="they rang", by=JO, now=NOW)
    assert case_of(database, whole).count_to == TODAY + timedelta(days=4)
    undo(database, part)
    assert status_of(database, part) == "submitted" and set(ids(database)) == {whole, part}


def test_whoever_had_a_part_has_it_again_when_the_merge_is_undone(database: Database) -> None:
    whole, part = begin(database, due=FAR), begin(database, due=FAR)
    with database.writing() as session:
        assert claim_case(session, whole, JO, now=NOW) and claim_case(session, part, SAM, now=NOW)
    merge(database, part, whole)
    assert [line.held_by for line in lines(database)] == [JO]
    undo(database, part)
    assert case_of(database, whole).held_by == JO and case_of(database, part).held_by == SAM
