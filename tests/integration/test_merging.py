"""Two cases of one family: offered, merged by a person, worked as one, taken apart again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from frontdesk.settings import FrontDeskSettings
from store.cases.lines import find_case
from store.cases.mentions import find_moments_named
from store.conversations.opening import find_conversation
from store.database import Database
from store.handling.handovers import record_handover
from store.handling.merging import find_duplicates
from store.messages.record import add_message
from store.referrals.lookup import find_referral
from store.tables import AuditEntry, Referral, ReferralFigures
from tests.integration.colleagues import StaffBrowser, employ
from tests.integration.front_desk import FrontDesk
from tests.integration.referred_family import OTHER, TODAY, refer_family
from tests.integration.test_list_export import download
from tests.integration.test_read_api import Program
from tests.integration.test_staff_case_work import case_of, lines_of, send
from tests.integration.test_staff_queue import NOW

REASON = "the mother and the father wrote"


@pytest.fixture
def desk_settings(desk_settings: FrontDeskSettings) -> FrontDeskSettings:
    return desk_settings.model_copy(update={"today": TODAY})


@pytest.fixture
def twice(staff_browser: StaffBrowser, kept: Database) -> tuple[str, str]:
    """The references of a family that was referred twice, the one to keep first."""
    staff_browser.sign_in_quickly(kept, employ(kept))
    return refer_family(kept), refer_family(kept)


def status_of(kept: Database, reference: str) -> str:
    with kept.reading() as session:
        stored = find_referral(session, reference)
        assert stored is not None
        return stored.status


def merge(browser: StaffBrowser, kept: Database, first: str, second: str) -> str:
    path = f"/staff/cases/{case_of(kept, first)}/merge"
    answer = send(browser, path, case=case_of(kept, second), note=REASON)
    assert answer.status_code == 200
    return answer.text


def test_the_same_family_is_offered_and_merged_only_by_a_person(
    staff_browser: StaffBrowser, kept: Database, twice: tuple[str, str]
) -> None:
    first, second = twice
    page = staff_browser.look(f"/staff/referrals/{first}")
    assert "Perhaps the same family" in page and f"Referral {second}" in page
    assert "same phone" in page and "same child" in page and "same email" not in page
    queue = lines_of(staff_browser.look("/staff"))
    assert first in queue and second in queue
    page = merge(staff_browser, kept, first, second)
    assert "Merged into this case" in page and REASON in page and "Perhaps the same" not in page
    assert page.count(OTHER) == 2 and f"from the merged case {second}" in page
    queue = lines_of(staff_browser.look("/staff"))
    assert first in queue and second not in queue
    assert (status_of(kept, first), status_of(kept, second)) == ("submitted", "closed")
    other = staff_browser.look(f"/staff/referrals/{second}")
    assert "All work is done there" in other and f"Open the case {first}" in other
    with kept.reading() as session:
        actions = {entry.action for entry in session.query(AuditEntry)}
        assert {"merged noted", "merged in noted"} <= actions


def test_child_is_the_same_however_the_name_was_typed(database: Database) -> None:
    first, second = (case_of(database, refer_family(database)) for _ in range(2))
    with database.writing() as session:
        row = session.query(Referral).filter_by(conversation_id=second).one()
        row.document = row.document | {"child": row.document["child"] | {"name": "  ZOE "}}
    with database.reading() as session:
        [other] = find_duplicates(session, first)
        assert other.conversation_id == second and other.has_same_child


def test_what_comes_into_the_merged_one_reaches_the_colleague_who_has_the_case(
    staff_browser: StaffBrowser, kept: Database, twice: tuple[str, str]
) -> None:
    first, second = twice
    whole, part = (case_of(kept, reference) for reference in twice)
    send(staff_browser, f"/staff/cases/{part}/claim")
    merge(staff_browser, kept, first, second)
    with kept.writing() as session:
        case = find_case(session, whole)
        assert case is not None and case.held_by == 1
        now = datetime.now(UTC)
        record_handover(session, part, reason="asked_for_person", priority="urgent", now=now)
        merged = find_case(session, part)
        assert merged is not None and not merged.is_open and case.is_urgent
    page = staff_browser.look(f"/staff/referrals/{first}")
    assert "Asked for a person" in page
    assert "New to you" not in lines_of(staff_browser.look("/staff"))
    with kept.writing() as session:
        conversation = find_conversation(session, part, lock=True)
        assert conversation is not None
        now = datetime.now(UTC) + timedelta(minutes=1)
        add_message(session, conversation, sender="parent", text="And now?", now=now)
    assert "New to you" in lines_of(staff_browser.look("/staff"))
    send(staff_browser, f"/staff/cases/{part}/assign", to="", was_held_by="1")
    with kept.reading() as session:
        case = find_case(session, whole)
        assert case is not None and case.held_by is None


def test_earliest_legal_date_of_both_goes_on_counting(
    staff_browser: StaffBrowser, kept: Database, twice: tuple[str, str]
) -> None:
    first, second = twice
    with kept.writing() as session:
        row = session.query(Referral).filter_by(reference=second).one()
        assert row.days_counted_to is not None
        earlier = row.days_counted_to = row.days_counted_to - timedelta(days=9)
    merge(staff_browser, kept, first, second)
    with kept.reading() as session:
        case = find_case(session, case_of(kept, first))
        assert case is not None and case.count_to == earlier


def test_merge_is_undone_and_nothing_is_lost_or_doubled(
    staff_browser: StaffBrowser, kept: Database, twice: tuple[str, str]
) -> None:
    first, second = twice
    whole, part = (case_of(kept, reference) for reference in twice)
    send(staff_browser, f"/staff/cases/{part}/claim")
    assert status_of(kept, second) == "in_progress"
    merge(staff_browser, kept, first, second)
    path = f"/staff/cases/{whole}/unmerge"
    assert send(staff_browser, path, case=part, note="").status_code == 422
    page = send(staff_browser, path, case=part, note="two children").text
    assert "Perhaps the same family" in page and page.count(OTHER) == 1
    assert (status_of(kept, first), status_of(kept, second)) == ("in_progress", "in_progress")
    queue = lines_of(staff_browser.look("/staff"))
    assert first in queue and second in queue
    assert send(staff_browser, path, case=part, note="again").status_code == 409


def test_closing_the_case_closes_what_waits_in_the_merged_one(
    staff_browser: StaffBrowser, kept: Database, twice: tuple[str, str]
) -> None:
    first, second = twice
    whole, part = (case_of(kept, reference) for reference in twice)
    with kept.writing() as session:
        record_handover(session, part, reason="callback_wanted", priority="soon", now=NOW)
    merge(staff_browser, kept, first, second)
    send(staff_browser, f"/staff/cases/{whole}/close", outcome="mediation", note="")
    assert lines_of(staff_browser.look("/staff")).strip() == ""
    assert send(staff_browser, f"/staff/cases/{whole}/reopen", note="").status_code == 422
    page = send(staff_browser, f"/staff/cases/{whole}/reopen", note="they rang again").text
    assert "Case opened again" in page and "they rang again" in page
    assert status_of(kept, first) == "in_progress"
    assert send(staff_browser, f"/staff/cases/{whole}/reopen", note="twice").status_code == 409


def test_family_that_was_merged_is_counted_once_everywhere(
    staff_browser: StaffBrowser, front_desk: FrontDesk, kept: Database, twice: tuple[str, str]
) -> None:
    first, second = twice
    with kept.writing() as session:
        session.query(Referral).filter_by(reference=second).one().status = "closed"
    program = Program(front_desk, kept, "referrals:list")
    last = program.list()["referrals"][-1]["changed_at"]
    merge(staff_browser, kept, first, second)
    lines = {line["reference"]: line for line in program.list(changed_after=last)["referrals"]}
    assert (lines[second]["is_merged"], lines[second]["merged_into"]) == (True, first)
    assert not any(line["is_merged"] for reference, line in lines.items() if reference != second)
    staff_browser.sign_in_quickly(kept, employ(kept, "kim@example.org", role="manager"))
    rows = download(staff_browser, "?closed=1")
    assert [row["reference"] for row in rows] == [first]
    with kept.reading() as session:
        counted = [row.conversation_id for row in session.query(ReferralFigures)]
    assert counted == [case_of(kept, first)]
    path = f"/staff/cases/{case_of(kept, first)}/unmerge"
    send(staff_browser, path, case=case_of(kept, second), note="two children")
    assert not any(line["is_merged"] for line in program.list()["referrals"])
    assert {row["reference"] for row in download(staff_browser, "?closed=1")} == set(twice)


def test_cases_that_have_nothing_in_common_or_are_merged_are_refused(
    staff_browser: StaffBrowser, kept: Database, twice: tuple[str, str]
) -> None:
    first, second = twice
    third = refer_family(kept)
    with kept.writing() as session:
        session.query(Referral).filter_by(reference=third).one().phone_index = None
    path = f"/staff/cases/{case_of(kept, first)}/merge"
    for other in (case_of(kept, third), case_of(kept, first), "nothing"):
        assert send(staff_browser, path, case=other, note=REASON).status_code == 409
    merge(staff_browser, kept, first, second)
    assert send(staff_browser, path, case=case_of(kept, second), note=REASON).status_code == 409


def test_a_colleague_named_in_a_note_finds_the_case_among_their_mentions(
    open_browser: Callable[[], StaffBrowser], kept: Database
) -> None:
    browser = open_browser()
    browser.sign_in_quickly(kept, employ(kept))
    employ(kept, "sam@example.org")
    case = case_of(kept, refer_family(kept))
    send(browser, f"/staff/cases/{case}/steps", step="note", note="@Jo Bloggs please ring")
    with kept.reading() as session:
        assert set(find_moments_named(session, [case], 2)) == {case}
        assert find_moments_named(session, [case], 1) == {}
