"""The queue's order, its filters, and who has a case, on both databases."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from casework.referral.draft import Draft
from casework.referral.record import Referral
from store.cases.lines import day_without_date, find_case
from store.conversations.opening import find_conversation, open_conversation
from store.conversations.tokens import make_token
from store.database import Database
from store.handling.handovers import close_handover, list_handovers, record_handover
from store.handling.holding import assign_case, claim_case, note_look
from store.handling.snoozing import NotSnoozed, snooze_case
from store.handling.steps import close_case, note_called
from store.queue.pages import QueueLine, Wanted, find_cases, list_queue
from store.referrals.changes_by_staff import confirm_coverage, confirm_requirement, note_certificate
from store.referrals.drafts import load_draft, save_draft, submit_draft, to_draft
from store.tables import AuditEntry
from tests.integration.referred_family import TODAY, refer_family

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
JO, SAM = 1, 2


def begin(
    database: Database,
    reason: str | None = None,
    *,
    due: date | None = None,
    at: datetime = NOW,
    channel: str = "web",
    gss: str | None = None,
    coverage: str = "listed",
    priority: str = "soon",
) -> str:
    """A conversation; with a date it has a referral, which that date counts to."""
    with database.writing() as session:
        conversation = open_conversation(
            session, channel=channel, locale="en", token=make_token(), now=at
        )
        if due is not None:
            document: dict[str, Any] = Draft(referral=Referral()).referral.to_document()
            document |= {"channel": channel}
            document["deadlines"]["appeal_by_unadjusted"] = due.isoformat()
            document["council"] |= {"gss": gss, "coverage": coverage}
            document["contact"] |= {"phone": "+447700900701", "email": "zoe@example.org"}
            save_draft(
                session,
                conversation.id,
                channel=channel,
                document=document,
                progress={},
                turn_id="1",
                outcome={},
                changed_fields=[],
                now=at,
            )
            submit_draft(session, conversation.id, document=document, now=at)
        if reason is not None:
            record_handover(session, conversation.id, reason=reason, priority=priority, now=at)
        return conversation.id


def lines(database: Database, now: datetime = NOW, **wanted: Any) -> list[QueueLine]:
    with database.reading() as session:
        return list_queue(session, Wanted(**wanted), reader=JO, today=TODAY, now=now, limit=50)


def ids(database: Database, now: datetime = NOW, **wanted: Any) -> list[str]:
    return [line.conversation_id for line in lines(database, now, **wanted)]


def test_safety_comes_first_then_the_earliest_date_then_whoever_waited_longest(
    database: Database,
) -> None:
    far = begin(database, "new_referral", due=TODAY + timedelta(days=40))
    late = begin(database, "new_referral", due=TODAY - timedelta(days=3))
    younger = begin(database, "new_referral", due=TODAY + timedelta(days=5))
    older = begin(database, due=TODAY + timedelta(days=5), at=NOW - timedelta(days=2))
    live = begin(database, "asked_for_person", due=TODAY + timedelta(days=39))
    texts = begin(database, "asked_for_person", channel="sms")
    danger = begin(database, "safety:distress", at=NOW + timedelta(hours=1))
    unknown = begin(database, "callback_wanted", at=NOW - timedelta(minutes=1))
    assert ids(database) == [danger, late, live, older, younger, unknown, texts, far]


def test_case_without_a_date_is_sorted_as_if_it_became_urgent_when_it_came() -> None:
    assert day_without_date(NOW) == date(2026, 12, 6)


def test_one_line_for_all_that_a_conversation_waits_for(database: Database) -> None:
    family = begin(database, "new_referral", due=TODAY)
    with database.writing() as session:
        record_handover(session, family, reason="callback_wanted", priority="urgent", now=NOW)
    [line] = lines(database)
    assert line.reasons == ("new_referral", "callback_wanted") and line.is_urgent


def test_draft_that_nobody_waits_for_is_not_in_the_queue(database: Database) -> None:
    with database.writing() as session:
        conversation = open_conversation(
            session, channel="web", locale="en", token=make_token(), now=NOW
        )
        save_draft(
            session,
            conversation.id,
            channel="web",
            document={},
            progress={},
            turn_id="1",
            outcome={},
            changed_fields=[],
            now=NOW,
        )
    assert ids(database) == []


def test_each_filter_leaves_what_it_says(database: Database) -> None:
    asked = begin(database, "asked_for_person", channel="sms", at=NOW - timedelta(days=1))
    danger = begin(database, "safety:distress")
    far = TODAY + timedelta(days=60)
    ours = begin(database, "new_referral", due=far, gss="E08000007")
    not_ours = begin(database, due=far, gss="E08000003", coverage="contested", at=NOW)
    with database.writing() as session:
        assert claim_case(session, ours, JO, now=NOW)
    assert ids(database, held_by=JO) == [ours]
    assert set(ids(database, is_unassigned=True)) == {asked, danger, not_ours}
    assert ids(database, reasons=("safety:",)) == [danger]
    assert ids(database, reasons=("asked_for_person", "x")) == [asked]
    assert ids(database, council_gss="E08000003") == [not_ours]
    assert ids(database, channel="sms") == [asked]
    assert ids(database, is_urgent=True) == [danger, asked]
    assert ids(database, is_outside=True) == [not_ours]


def test_snoozed_case_comes_back_at_its_time_and_at_once_with_a_new_reason(
    database: Database,
) -> None:
    family = begin(database, "new_referral", due=TODAY + timedelta(days=30))
    until = NOW + timedelta(days=2)
    with database.writing() as session:
        snooze_case(session, family, until=until, by=JO, now=NOW)
    assert ids(database) == [] and ids(database, is_snoozed=True) == [family]
    assert ids(database, until + timedelta(seconds=1)) == [family]
    with database.writing() as session:
        record_handover(session, family, reason="asked_for_person", priority="soon", now=NOW)
    assert ids(database) == [family]


@pytest.mark.parametrize("days", [-1, 6, 31])
def test_nobody_snoozes_past_the_date_of_the_law_nor_a_month(database: Database, days: int) -> None:
    family = begin(database, due=TODAY + timedelta(days=5 if days == 6 else 90))
    with database.writing() as session, pytest.raises(NotSnoozed):
        snooze_case(session, family, until=NOW + timedelta(days=days), by=JO, now=NOW)


def test_nobody_snoozes_what_is_about_safety(database: Database) -> None:
    family = begin(database, "safety:distress")
    with database.writing() as session, pytest.raises(NotSnoozed):
        snooze_case(session, family, until=NOW + timedelta(hours=1), by=JO, now=NOW)


def test_of_two_who_claim_one_gets_the_case_and_it_is_in_progress(database: Database) -> None:
    family = begin(database, due=TODAY)
    with database.writing() as session:
        assert claim_case(session, family, JO, now=NOW)
    with database.writing() as session:
        assert not claim_case(session, family, SAM, now=NOW)
        assert claim_case(session, family, JO, now=NOW)
    [line] = lines(database)
    assert (line.held_by, line.status) == (JO, "in_progress")


def test_case_is_given_only_by_whoever_saw_who_has_it(database: Database) -> None:
    family = begin(database, due=TODAY)
    with database.writing() as session:
        assert assign_case(session, family, to=SAM, was_held_by=None, by=JO, now=NOW)
        assert not assign_case(session, family, to=JO, was_held_by=None, by=JO, now=NOW)
        assert assign_case(session, family, to=None, was_held_by=SAM, by=JO, now=NOW)
        case = find_case(session, family)
        assert case is not None and case.held_by is None
        actions = [row.action for row in session.query(AuditEntry).filter_by(actor="staff 1")]
    assert actions == ["case given to staff 2", "case given back"]


def test_referral_stays_in_the_queue_until_it_is_closed_whatever_was_answered(
    database: Database,
) -> None:
    family = begin(database, "new_referral", due=TODAY)
    with database.writing() as session:
        [handover] = list_handovers(session, family)
        close: dict[str, Any] = {"outcome": "answered", "note": "Rang", "by": JO, "now": NOW}
        assert close_handover(session, handover.id, family, **close)
        assert not close_handover(session, handover.id, family, **close)
        conversation = find_conversation(session, family)
        assert conversation is not None and conversation.mode == "assistant"
    assert ids(database) == [family]
    with database.writing() as session:
        note_called(session, family)
    assert lines(database)[0].status == "contacted"
    with database.writing() as session:
        assert close_case(session, family, outcome="mediation", note=None, by=JO, now=NOW)
        assert not close_case(session, family, outcome="mediation", note=None, by=JO, now=NOW)
    assert ids(database) == []


def test_closing_a_case_leaves_what_is_about_safety_in_the_queue(database: Database) -> None:
    family = begin(database, "safety:distress", due=TODAY)
    with database.writing() as session:
        record_handover(session, family, reason="new_referral", priority="soon", now=NOW)
        close_case(session, family, outcome="other", note=None, by=JO, now=NOW)
    assert lines(database)[0].reasons == ("safety:distress",)


def test_case_is_unread_until_this_colleague_has_looked_and_again_with_news(
    database: Database,
) -> None:
    family = begin(database, "new_referral", due=TODAY)
    assert lines(database)[0].is_unread
    with database.writing() as session:
        note_look(session, family, JO, now=NOW + timedelta(minutes=1))
        note_look(session, family, JO, now=NOW + timedelta(minutes=2))
    assert not lines(database)[0].is_unread
    with database.writing() as session:
        later = NOW + timedelta(minutes=3)
        record_handover(session, family, reason="callback_wanted", priority="soon", now=later)
    assert lines(database)[0].is_unread


def test_case_is_found_by_reference_phone_and_email(database: Database) -> None:
    family = begin(database, due=TODAY)
    with database.reading() as session:
        nothing: dict[str, Any] = {"reference": None, "phone": None, "email": None, "reader": JO}
        assert find_cases(session, **nothing) == []
        [found] = find_cases(session, **nothing | {"phone": "+447700900701"})
        assert found.conversation_id == family
        assert find_cases(session, **nothing | {"email": "ZOE@example.org"}) == [found]
        assert find_cases(session, **nothing | {"reference": found.reference}) == [found]


def test_certificate_that_was_issued_stops_the_clock_and_the_date_to_appeal_counts(
    database: Database,
) -> None:
    refer_family(database)
    [line] = lines(database)
    assert line.days_counted_to == date(2026, 12, 16)
    with database.writing() as session:
        stored = load_draft(session, line.conversation_id)
        assert stored is not None and to_draft(stored).referral.certificate.held is False
        given: dict[str, Any] = {"by": JO, "now": NOW}
        seen = {"revision": stored.revision}
        assert confirm_requirement(session, line.conversation_id, name="Jo Bloggs", **given, **seen)
        seen = {"revision": stored.revision + 1}
        assert confirm_coverage(session, line.conversation_id, "listed", **given, **seen)
        assert note_certificate(
            session, line.conversation_id, date(2026, 12, 10), today=date(2026, 12, 10), **given
        )
    [line] = lines(database)
    assert line.days_counted_to == date(2027, 1, 10) and line.coverage == "listed"
    assert line.document is not None
    assert line.document["certificate"] == {"held": True, "date": "2026-12-10"}
    with database.reading() as session:
        entries = session.query(AuditEntry).filter_by(actor="staff 1").order_by(AuditEntry.id)
        assert [(entry.action, entry.fields) for entry in entries] == [
            ("requirement confirmed", ["requirement.confirmed_by"]),
            ("coverage confirmed", ["council.coverage", "handover.reasons"]),
            ("certificate issued", ["certificate.date", "certificate.held", "deadlines"]),
        ]
