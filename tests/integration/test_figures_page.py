"""The page of figures over HTTP: for managers, with small numbers hidden, and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from frontdesk.settings import FrontDeskSettings
from store.accounts.staff import Role
from store.database import Database
from store.handling.steps import close_case
from store.tables import AuditEntry, MissedMessage
from tests.integration.colleagues import StaffBrowser, employ
from tests.integration.front_desk import FrontDesk
from tests.integration.rasa_stand_in import RasaStandIn
from tests.integration.test_figures import call, refer, talk
from tests.integration.test_missed_messages import miss

NOVEMBER = "from=2026-11-01&to=2026-11-30"
FOURTH = datetime(2026, 11, 4, 10, tzinfo=UTC)


@pytest.fixture
def desk_settings(desk_settings: FrontDeskSettings) -> FrontDeskSettings:
    return desk_settings.model_copy(update={"today": FOURTH.date() + timedelta(days=18)})


@pytest.fixture
def manager(open_browser: Callable[[], StaffBrowser], kept: Database) -> StaffBrowser:
    browser = open_browser()
    browser.sign_in_quickly(kept, employ(kept, "manager@example.org", role="manager"))
    return browser


def fill(kept: Database) -> None:
    """Eleven referrals: six of one council, four of another, one of none; three days of contact."""
    families = [refer(kept, gss="E08000007", language="urd") for _ in range(6)]
    families += [refer(kept, gss="E06000049", route="unsure", due=FOURTH.date()) for _ in range(4)]
    families.append(refer(kept, gss=None, needs=("breaks",), language="sqi"))
    for place, family in enumerate(families):
        call(kept, family, FOURTH.date() + timedelta(days=0 if place < 6 else 7))
    for family in families[:5]:
        with kept.writing() as session:
            close_case(session, family, outcome="mediation", note=None, by=1, now=FOURTH)
    for _ in range(6):
        talk(kept, "consent", "role")


def read_csv(browser: StaffBrowser, table: str, query: str = NOVEMBER) -> list[list[str]]:
    response = browser.client.get(f"/staff/figures/{table}.csv?{query}")
    assert response.status_code == 200, table
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_manager_reads_the_figures_with_small_numbers_hidden(
    manager: StaffBrowser, kept: Database
) -> None:
    fill(kept)
    assert read_csv(manager, "councils") == [
        ["Council", "Referrals"],
        ["Stockport", "6"],
        ["Cheshire East", "fewer than 5"],
        ["Not known", "fewer than 5"],
        ["All", "11"],
    ]
    assert read_csv(manager, "weeks")[1:3] == [["26 October 2026", "0"], ["2 November 2026", "11"]]
    assert read_csv(manager, "routes")[1:] == [
        ["Mediation", "not shown"],
        ["Disagreement resolution", "0"],
        ["Certificate only", "0"],
        ["Not sure", "fewer than 5"],
        ["All", "11"],
    ]
    assert read_csv(manager, "channels")[1] == ["Page", "11"]
    contact = dict(read_csv(manager, "contact")[1:])
    assert contact["Same day"] == "6" and contact["3 to 5 working days"] == "5"
    assert contact["All"] == "11"
    assert read_csv(manager, "languages")[1:] == [
        ["Urdu", "6"],
        ["No interpreter needed", "fewer than 5"],
        ["Other languages together", "fewer than 5"],
        ["All", "11"],
    ]
    assert dict(read_csv(manager, "needs")[1:])["Other needs together"] == "fewer than 5"
    assert read_csv(manager, "outcomes")[1:] == [["Went to mediation", "5"], ["All", "5"]]
    assert read_csv(manager, "questions_web")[1:] == [
        ["May we keep your answers", "6", "6", "0", "0"],
        ["Who is writing", "6", "0", "6", "0"],
        ["Is everything right", "11", "0", "11", "0"],
    ]
    page = manager.look(f"/staff/figures?{NOVEMBER}")
    assert "Within the target: 55 % of those who were contacted." in page
    assert "Middle value in working days: 0." in page
    assert page.count('role="img"') >= 6
    assert "1 November 2026 to 30 November 2026" in page


def test_share_and_middle_value_are_not_told_where_they_give_a_small_number_away(
    manager: StaffBrowser, kept: Database
) -> None:
    for place in range(9):
        call(kept, refer(kept), FOURTH.date() + timedelta(days=0 if place < 7 else 7))
    assert "Within the target:" not in manager.look(f"/staff/figures?{NOVEMBER}")


def test_fewer_than_five_referrals_show_nothing_but_that(
    manager: StaffBrowser, kept: Database
) -> None:
    for _ in range(4):
        refer(kept)
    page = manager.look(f"/staff/figures?{NOVEMBER}")
    assert "Fewer than 5 in this period" in page and "Stockport" not in page
    assert read_csv(manager, "councils") == [["Council", "Referrals"], ["All", "fewer than 5"]]


def test_sentences_are_redacted_and_never_speak_of_danger(
    manager: StaffBrowser, kept: Database
) -> None:
    for name in ("Jayden", "Zoë", "Priya", "Ahmed", "Holly"):
        miss(kept, f"can {name} bring the dog, 07700 900123")
    miss(kept, "he hits me and I am afraid")
    rows = read_csv(manager, "sentences")
    assert rows[0] == ["Day", "After the question", "Sentence"]
    assert (
        rows[1:]
        == [["4 November 2026", "Which council", "can [hidden] bring the dog, [hidden]"]] * 5
    )
    page = manager.look(f"/staff/figures?{NOVEMBER}")
    assert "can [hidden] bring the dog" in page
    for secret in ("Jayden", "07700", "afraid", "hits"):
        assert secret not in page


def test_sentences_are_not_shown_while_there_are_fewer_than_five(
    manager: StaffBrowser, kept: Database
) -> None:
    miss(kept, "can I bring the dog")
    assert "bring the dog" not in manager.look(f"/staff/figures?{NOVEMBER}")
    assert read_csv(manager, "sentences") == [["Day", "After the question", "Sentence"]]


def test_message_that_is_answered_with_not_understood_is_noted_as_missed(
    front_desk: FrontDesk, kept: Database, rasa: RasaStandIn
) -> None:
    parent = front_desk.greet_parent()
    parent.send("Hello")
    rasa.messages = [
        {"text": "Sorry, I did not get that.", "asks": "child_age", "topic": "fallback"}
    ]
    parent.send("flurb")
    with kept.reading() as session:
        [missed] = session.scalars(sa.select(MissedMessage)).all()
        assert missed.question == "child_age"
        assert missed.conversation_id == parent.conversation_id


@pytest.mark.parametrize("role", ["caseworker", "safeguarding_lead"])
def test_figures_are_not_for_those_who_do_the_work(
    open_browser: Callable[[], StaffBrowser], kept: Database, role: Role
) -> None:
    browser = open_browser()
    browser.sign_in_quickly(kept, employ(kept, role=role))
    assert "/staff/figures" not in browser.look("/staff")
    for path in ("/staff/figures", "/staff/figures/weeks.csv"):
        assert browser.client.get(path).status_code == 403


def test_manager_finds_the_page_in_the_menu_and_its_looks_are_noted(
    manager: StaffBrowser, kept: Database
) -> None:
    assert 'href="/staff/figures"' in manager.look("/staff")
    manager.look("/staff/figures?period=last_month")
    manager.client.get("/staff/figures/weeks.csv")
    with kept.reading() as session:
        entries = session.execute(
            sa.select(AuditEntry.action, AuditEntry.fields).where(
                AuditEntry.action.startswith("figures")
            )
        ).all()
    assert [tuple(entry) for entry in entries] == [
        ("figures viewed", []),
        ("figures exported", ["weeks"]),
    ]


@pytest.mark.parametrize(
    "query",
    [
        "from=2026-11-30&to=2026-11-01",
        "from=x&to=y",
        "from=2026-11-30",
        "from=1900-01-01&to=2026-11-01",
    ],
)
def test_period_that_is_none_is_told_and_the_last_weeks_are_shown(
    manager: StaffBrowser, query: str
) -> None:
    response = manager.client.get(f"/staff/figures?{query}")
    assert response.status_code == 422
    assert "Choose a first day and a last day" in response.text
    assert "31 August 2026 to 22 November 2026" in response.text
    assert manager.client.get(f"/staff/figures/weeks.csv?{query}").status_code == 422


def test_there_is_no_table_of_any_other_name(manager: StaffBrowser) -> None:
    assert manager.client.get("/staff/figures/safety.csv").status_code == 404
