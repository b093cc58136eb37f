"""What managers look at, counted by hand on a made-up store, on both databases."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from casework.referral.draft import Draft
from casework.referral.record import Interpreter, Language, Referral
from casework.team.periods import Period
from store.conversations.opening import find_conversation, open_conversation
from store.conversations.tokens import make_token
from store.database import Database
from store.erasing.retention import load_retention, purge
from store.figures.counting import AskedQuestion, Figures, read_figures
from store.figures.upkeep import keep_all_figures
from store.handling.handovers import close_handover, list_handovers, record_handover
from store.handling.merging import merge_cases, undo_merge
from store.handling.steps import add_step, close_case, note_called
from store.messages.record import add_message
from store.referrals.drafts import save_draft, submit_draft
from store.tables import QuestionCount, QuestionStep
from store.tables import ReferralFigures as Row

WEDNESDAY = datetime(2026, 11, 4, 10, tzinfo=UTC)
TODAY = date(2026, 11, 22)
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


def look(database: Database, period: Period = NOVEMBER) -> Figures:
    with database.reading() as session:
        return read_figures(session, period, today=TODAY, target=2)


def talk(database: Database, *asks: str, at: datetime = WEDNESDAY, channel: str = "web") -> str:
    """A conversation in which this was asked, in order."""
    with database.writing() as session:
        conversation = open_conversation(
            session, channel=channel, locale="en", token=make_token(), now=at
        )
        for question in asks:
            add_message(session, conversation, sender="parent", text="Yes", now=at)
            add_message(
                session, conversation, sender="assistant", text="And?", asks=question, now=at
            )
        return conversation.id


def refer(
    database: Database,
    *,
    at: datetime = WEDNESDAY,
    gss: str | None = "E08000007",
    route: str = "mediation",
    due: date | None = None,
    language: str | None = None,
    needs: tuple[str, ...] = (),
) -> str:
    """A referral that was sent."""
    family = talk(database, "summary", at=at)
    referral = Draft(referral=Referral()).referral
    referral.access.asked, referral.access.needs = True, list(needs)
    referral.interpreter = Interpreter(
        asked=True,
        needed=language is not None,
        language=Language(code=language, name=language) if language else None,
    )
    document: dict[str, Any] = referral.to_document() | {"channel": "web", "route_wanted": route}
    document["council"] |= {"gss": gss}
    document["contact"] |= {"phone": "+447700900701"}
    document["deadlines"]["appeal_by_unadjusted"] = due.isoformat() if due else None
    with database.writing() as session:
        save_draft(
            session,
            family,
            channel="web",
            document=document,
            progress={},
            turn_id="1",
            outcome={},
            changed_fields=[],
            now=at,
        )
        submit_draft(session, family, document=document, now=at)
    return family


def call(database: Database, family: str, day: date) -> None:
    with database.writing() as session:
        note_called(session, family)
        add_step(session, family, "called", by=1, now=WEDNESDAY, done_on=day)


def test_draft_that_was_not_sent_is_counted_nowhere(database: Database) -> None:
    talk(database, "consent")
    assert sum(look(database).by_day.values()) == 0


def test_referrals_are_counted_by_day_council_route_channel_language_and_need(
    database: Database,
) -> None:
    refer(database, language="urd", needs=("breaks", "large_print"))
    refer(database, gss=None, route="certificate_only", needs=("breaks",))
    texter = refer(database, at=WEDNESDAY + timedelta(days=1))
    with database.writing() as session:
        conversation = find_conversation(session, texter)
        assert conversation is not None
        add_message(session, conversation, sender="parent", text="Hi", now=WEDNESDAY, channel="sms")
        record_handover(session, texter, reason="callback_wanted", priority="soon", now=WEDNESDAY)
    refer(database, at=WEDNESDAY - timedelta(days=9))  # 26 October
    figures = look(database)
    assert figures.by_day == {date(2026, 11, 4): 2, date(2026, 11, 5): 1}
    assert figures.by_council == {"E08000007": 2, "": 1}
    assert figures.by_route == {"mediation": 2, "certificate_only": 1}
    assert figures.by_channel == {"web": 2, "both": 1}
    assert figures.by_language == {"urd": 1, "none": 2}
    assert figures.by_need == {"breaks": 2, "large_print": 1, "none": 1}


def test_day_is_the_one_of_clocks_in_england(database: Database) -> None:
    refer(database, at=datetime(2026, 10, 31, 23, 30, tzinfo=UTC))
    refer(database, at=datetime(2026, 6, 30, 23, 30, tzinfo=UTC))
    assert sum(look(database).by_day.values()) == 0
    july = Period(date(2026, 7, 1), date(2026, 7, 31))
    assert look(database, july).by_day == {date(2026, 7, 1): 1}


def test_first_contact_is_the_first_call_or_message_in_working_days(database: Database) -> None:
    due = date(2026, 11, 10)
    same_day = refer(database, due=due)
    call(database, same_day, date(2026, 11, 4))
    call(database, same_day, date(2026, 11, 18))  # The first one counts.
    over_weekend = refer(database, due=due)
    call(database, over_weekend, date(2026, 11, 9))  # Thursday, Friday, Monday.
    written_to = refer(database)
    with database.writing() as session:
        conversation = find_conversation(session, written_to)
        assert conversation is not None
        at = datetime(2026, 11, 12, 9, tzinfo=UTC)
        add_message(session, conversation, sender="staff", by="Jo", text="Hello", now=at)
        # "Priya from our team is here" is not yet a word from her (0011).
        here = at - timedelta(days=3)
        add_message(
            session,
            conversation,
            sender="staff",
            by="Priya",
            text="Priya is here",
            topic="handover",
            now=here,
        )
    late = refer(database, due=due)
    call(database, late, date(2026, 11, 13))
    refer(database)
    refer(database, at=datetime(2026, 11, 19, 10, tzinfo=UTC))
    given_up = refer(database)
    with database.writing() as session:
        close_case(session, given_up, outcome="no_reply", note=None, by=1, now=WEDNESDAY)
    contact = look(database).contact
    assert contact.after == {0: 1, 3: 1, 6: 1, 7: 1}
    assert contact.days_left == {6: 1, 1: 1, None: 1, -3: 1}
    assert (contact.waiting, contact.overdue, contact.closed_without) == (1, 1, 1)


def test_case_counts_where_it_ended_and_not_once_it_is_open_again(database: Database) -> None:
    for outcome in ("mediation", "mediation", "withdrawn"):
        family = refer(database, at=WEDNESDAY - timedelta(days=30))
        with database.writing() as session:
            close_case(session, family, outcome=outcome, note=None, by=1, now=WEDNESDAY)
    assert look(database).outcomes == {"mediation": 2, "withdrawn": 1}


def test_family_that_sent_two_referrals_counts_once_while_they_are_one_case(
    database: Database,
) -> None:
    whole, part = refer(database), refer(database, route="unsure")
    call(database, part, date(2026, 11, 6))
    with database.writing() as session:
        merge_cases(session, part, into=whole, reason="Twice", by=1, now=WEDNESDAY)
    figures = look(database)
    assert figures.by_route == {"mediation": 1} and figures.contact.after == {2: 1}
    keep_all_figures(database, now=WEDNESDAY)
    assert look(database).by_route == {"mediation": 1}
    with database.writing() as session:
        undo_merge(session, part, reason="Not the same", by=1, now=WEDNESDAY)
    figures = look(database)
    assert figures.by_route == {"mediation": 1, "unsure": 1}
    assert figures.contact.after == {2: 1} and figures.contact.overdue == 1


def test_requests_for_a_person_are_counted_without_those_about_safety(database: Database) -> None:
    waits = {"asked_for_person": 30, "callback_wanted": 60 * 5, "wrong_number": 60 * 100}
    family = talk(database, "role")
    with database.writing() as session:
        for reason in (*waits, "safety:distress", "new_referral", "too many texts"):
            record_handover(session, family, reason=reason, priority="soon", now=WEDNESDAY)
        for row in list_handovers(session, family):
            if row.reason in waits:
                closed = WEDNESDAY + timedelta(minutes=waits[row.reason])
                close_handover(
                    session, row.id, family, outcome="answered", note=None, by=1, now=closed
                )
    figures = look(database)
    assert figures.handover_reasons == {**dict.fromkeys(waits, 1), "too many texts": 1}
    counted = {name: count for name, count in figures.handover_waits.items() if count}
    assert counted == {"1_hour": 1, "1_day": 1, "longer": 1, "open": 1}


def test_parents_are_counted_by_the_question_they_stopped_at(database: Database) -> None:
    talk(database, "consent")
    talk(database, "consent", "role", "role", "council")
    talk(database, "consent", "role", "consent")  # Went back to change it, and stopped there.
    talk(database, "consent", "role", at=datetime(2026, 11, 20, tzinfo=UTC))
    talk(database, "consent", channel="sms")
    talk(database, "summary", "anything_else")
    asked = {
        "web": {
            "consent": AskedQuestion(asked=4, went_on=2, left=2),
            "role": AskedQuestion(asked=3, went_on=2, left=0),
            "council": AskedQuestion(asked=1, went_on=0, left=1),
            "summary": AskedQuestion(asked=1, went_on=1, left=0),
        },
        "sms": {"consent": AskedQuestion(asked=1, went_on=0, left=1)},
    }
    assert look(database).questions == asked
    assert asked["web"]["role"].still_open == 1
    keep_all_figures(database, now=datetime(2026, 11, 22, tzinfo=UTC))
    assert look(database).questions == asked
    with database.reading() as session:
        # Of those who have been quiet for a week there is nothing left but a count.
        assert session.scalar(sa.select(sa.func.count()).select_from(QuestionStep)) == 2
        assert "id" not in QuestionCount.__table__.columns


def test_who_left_before_consent_is_still_counted_after_the_purge(database: Database) -> None:
    talk(database, "consent")
    later = WEDNESDAY + timedelta(days=2)
    purge(database, load_retention(), now=later, erase_tracker=lambda _conversation: None)
    with database.reading() as session:
        assert session.scalars(sa.select(QuestionStep)).all() == []
    assert look(database).questions == {"web": {"consent": AskedQuestion(1, 0, 1)}}


def test_figures_that_are_missing_are_filled_in_once(database: Database) -> None:
    families = {refer(database), refer(database)}
    talk(database, "role")
    before = look(database)
    with database.writing() as session:
        session.execute(sa.delete(Row))
    assert sum(look(database).by_day.values()) == 0
    for _ in range(2):
        keep_all_figures(database, now=WEDNESDAY)
    with database.reading() as session:
        assert set(session.scalars(sa.select(Row.conversation_id))) == families
    assert look(database).by_day == before.by_day


def test_first_contact_stays_though_the_messages_are_gone(database: Database) -> None:
    family = refer(database)
    with database.writing() as session:
        conversation = find_conversation(session, family)
        assert conversation is not None
        add_message(session, conversation, sender="staff", by="Jo", text="Hello", now=WEDNESDAY)
    much_later = WEDNESDAY + timedelta(days=100)
    purge(database, load_retention(), now=much_later, erase_tracker=lambda _conversation: None)
    with database.writing() as session:
        record_handover(session, family, reason="wrong_number", priority="soon", now=much_later)
    assert look(database).contact.after == {0: 1}
