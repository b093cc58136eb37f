"""A list of cases as a file: opened with Python's csv as Excel would, by those who may."""

from __future__ import annotations

import csv
import io
import threading
import time
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from frontdesk.settings import FrontDeskSettings
from frontdesk.staff.queue.case_columns import columns
from frontdesk.staff.texts import load_staff_texts
from store.accounts.staff import Role
from store.database import Database
from store.handling.handovers import list_handovers
from store.handling.holding import claim_case
from store.handling.steps import add_step
from store.handling.upkeep import refresh_case
from store.queue.long_lists import ChosenCases, read_case_rows
from store.queue.pages import Wanted
from store.tables import AuditEntry, Case, Referral
from tests.integration.colleagues import StaffBrowser, employ
from tests.integration.front_desk import FrontDesk, wait_until
from tests.integration.referred_family import TODAY, refer_family
from tests.integration.test_copies import change
from tests.integration.test_staff_queue import NOW, begin

MALICIOUS = [
    "=cmd|' /C calc'!A0",
    "+44 7700 900701; =1",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    ' "=1',
    "＝1",
    "'=1",
]


@pytest.fixture
def desk_settings(desk_settings: FrontDeskSettings) -> FrontDeskSettings:
    return desk_settings.model_copy(update={"today": TODAY})


def download(browser: StaffBrowser, query: str = "") -> list[dict[str, str]]:
    response = browser.client.get(f"/staff/exports/cases.csv{query}")
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.headers["content-disposition"].startswith("attachment;")
    assert response.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))


def exports(database: Database) -> list[tuple[str, list[str]]]:
    with database.reading() as session:
        entries = session.query(AuditEntry).order_by(AuditEntry.id)
        return [(one.action, one.fields) for one in entries if "export" in one.action]


def test_manager_gets_a_row_for_each_case_without_names(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="manager"))
    reference = refer_family(kept)
    begin(kept, "asked_for_person", channel="sms")
    rows = {row["reference"]: row for row in download(staff_browser)}
    assert set(rows) == {reference, ""}
    family = rows[reference]
    assert list(family) == list(columns(with_names=False))
    expected = {
        "status": "submitted",
        "council": "Stockport",
        "council_code": "E08000007",
        "legal_date": "2026-12-16",
        "days_left": "24",
        "letter_date": "2026-10-16",
        "about": "refused to assess",
        "access_needs": "large print",
        "interpreter": "yes",
        "language": "Urdu",
        "may_tell_council": "",
        "certificate_held": "no",
        "is_open": "yes",
    }
    assert {name: family[name] for name in expected} == expected
    assert rows[""]["why"] == "Asked for a person" and rows[""]["status"] == "no referral"
    assert rows[""]["access_needs"] == rows[""]["interpreter"] == "not asked"
    assert not any(who in str(rows) for who in ("Zoë", "Sumner", "900701"))
    assert exports(kept) == [("list export begun", []), ("list exported", ["rows=2"])]


def test_names_that_are_formulas_are_text_and_phone_numbers_can_be_read(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="manager"))
    said = {}
    for name in MALICIOUS:
        said[refer_family(kept)] = name
        change(
            kept,
            list(said)[-1],
            child={"name": name},
            referrer={"name": name},
            access={"details": name},
        )
    abroad = refer_family(kept)
    change(kept, abroad, contact={"phone": "+33612345678"})
    rows = {row["reference"]: row for row in download(staff_browser, "?names=1")}
    for reference, name in said.items():
        for column in ("child_name", "name", "access_details"):
            assert rows[reference][column] == f"'{name}"
        assert rows[reference]["phone"] == "07700 900701"
    assert rows[abroad]["phone"] == "00 33 6 12 34 56 78"
    for row in rows.values():
        for name, cell in row.items():
            assert cell[:1] not in tuple("=+@\t\r") or name == "days_left", (name, cell)
    assert exports(kept)[-1] == ("list exported", ["rows=10", "with_names=True"])


def test_the_list_has_the_filters_of_the_queue_a_period_and_closed_cases(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="manager"))
    soon = begin(
        kept, "new_referral", due=TODAY + timedelta(days=3), gss="E08000007", coverage="contested"
    )
    far = begin(
        kept,
        "callback_wanted",
        due=TODAY + timedelta(days=90),
        channel="sms",
        at=NOW - timedelta(days=40),
    )
    asked = begin(kept, "asked_for_person")
    closed = begin(kept, due=TODAY)
    with kept.writing() as session:
        assert claim_case(session, far, 1, now=NOW)
        session.query(Referral).filter_by(conversation_id=closed).update({"status": "closed"})
        summer_night = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
        add_step(session, closed, "closed", by=1, now=summer_night, outcome="mediation")
        refresh_case(session, closed)

    def found(query: str) -> set[str]:
        return {row["case"] for row in download(staff_browser, query)}

    assert found("") == {soon, far, asked}
    assert found("?closed=1") == {soon, far, asked, closed}
    assert found("?who=mine") == {far}
    assert found("?who=unassigned") == {soon, asked}
    assert found("?channel=sms") == {far}
    assert found("?council=E08000007") == {soon}
    assert found("?outside=1") == {soon}
    assert found("?reason=callback") == {far}
    assert found("?urgent=1") == {soon, asked}
    assert found("?snoozed=1") == set()
    assert found("?from=2026-11-22&to=2026-11-22") == {soon, asked}
    assert found("?to=2026-11-01") == {far}
    for unread in ("from=rubbish", "council=x", "reason=safety&names=1", "who=x", "counsil=1"):
        refused = staff_browser.client.get(f"/staff/exports/cases.csv?{unread}")
        assert refused.status_code == 422 and "could not be read" in refused.text, unread
    [row] = [row for row in download(staff_browser, "?closed=1") if row["case"] == closed]
    assert row["closed_on"] == "2026-07-01", "the day in England"
    assert row["outcome"] == "mediation" and row["is_open"] == "no" and row["days_left"] == ""
    assert exports(kept)[-3][1] == ["rows=1", "to=2026-11-01"]


def test_neither_a_row_nor_its_place_says_that_it_is_about_safety(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="administrator"))
    danger = refer_family(kept, is_in_danger=True)
    change(kept, danger, dispute={"kinds": ["safeguarding", "refuse_assess"]})
    for _ in range(6):
        begin(kept, "new_referral", due=TODAY, priority="urgent")
    rows = download(staff_browser, "?names=1")
    assert [row["case"] for row in rows] == sorted(row["case"] for row in rows)
    [row] = [row for row in rows if row["reference"] == danger]
    assert "Urgent" in row["why"] and row["is_urgent"] == "yes"
    for secret in ("afety", "safeguarding", "domestic", "danger"):
        assert secret not in str(list(row.values()))


@pytest.mark.parametrize(
    ("role", "may"), [("caseworker", False), ("safeguarding_lead", False), ("manager", True)]
)
def test_lists_are_for_managers_and_above(
    staff_browser: StaffBrowser, kept: Database, role: Role, may: bool
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role=role))
    for path in ("/staff/exports", "/staff/exports/cases.csv"):
        assert staff_browser.client.get(path).status_code == (200 if may else 403)
    assert ("/staff/exports" in staff_browser.look("/staff")) is may
    assert bool(exports(kept)) is may


def test_the_page_tells_what_each_column_holds(staff_browser: StaffBrowser, kept: Database) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="manager"))
    page = staff_browser.look("/staff/exports?council=E08000007&names=1")
    for column in columns(with_names=True):
        assert f"<code>{column}</code>" in page
    assert set(load_staff_texts("exports")["about"]) == set(columns(with_names=True))
    assert 'value="E08000007" selected' in page and 'name="names" value="1"' in page


def add_many(database: Database, count: int) -> None:
    moment, day = datetime(2026, 11, 1, tzinfo=UTC), date(2026, 12, 1)
    line: dict[str, Any] = {
        "is_open": True,
        "rank": 1,
        "is_urgent": False,
        "count_to": day,
        "act_by": day,
        "mediation_by": day,
        "waiting_since": moment,
        "asked_at": moment,
        "channel": "web",
    }
    with database.writing() as session:
        session.bulk_insert_mappings(
            Case.__mapper__, [line | {"conversation_id": f"{n:036}"} for n in range(count)]
        )


def test_a_long_list_is_sent_while_it_is_written_and_others_do_not_wait(
    staff_browser: StaffBrowser, kept: Database, front_desk: FrontDesk
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="manager"))
    add_many(kept, 12_000)
    waits: list[float] = []
    is_over = threading.Event()

    def ask() -> None:
        while not is_over.is_set():
            began = time.monotonic()
            assert front_desk.client.get("/health").status_code == 200
            waits.append(time.monotonic() - began)

    asking = threading.Thread(target=ask)
    with staff_browser.client.stream("GET", "/staff/exports/cases.csv") as response:
        assert "content-length" not in response.headers
        asking.start()
        count = sum(chunk.count(b"\r\n") for chunk in response.iter_bytes())
    is_over.set()
    asking.join()
    assert count == 12_001
    assert sorted(waits)[len(waits) // 2] < 0.3


def test_an_export_that_broke_off_is_in_the_trail(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="manager"))
    add_many(kept, 20_000)
    with staff_browser.client.stream("GET", "/staff/exports/cases.csv") as response:
        lines = response.iter_lines()
        for _ in range(300):
            next(lines)
    wait_until(lambda: len(exports(kept)) == 2)
    (begun, _), (ended, fields) = exports(kept)
    assert (begun, ended) == ("list export begun", "list exported")
    assert 0 < int(fields[0].removeprefix("rows=")) < 20_000


def test_rows_are_read_alike_on_both_databases(database: Database) -> None:
    ids = {begin(database, "new_referral", due=TODAY + timedelta(days=9)) for _ in range(3)}
    chosen = ChosenCases(
        Wanted(reasons=("new_referral",), is_urgent=True, is_unassigned=True, channel="web"),
        today=TODAY,
        now=NOW,
        came_from=NOW - timedelta(days=1),
    )
    with database.reading() as session:
        first = read_case_rows(session, chosen, after="", limit=2)
        rest = read_case_rows(session, chosen, after=first[-1].conversation_id, limit=2)
        assert len(first) == 2 and len(rest) == 1
        assert {row.conversation_id for row in first + rest} == ids
        assert len(list_handovers(session, first[0].conversation_id)) == len(first[0].reasons)
