"""The audit trail: nothing in it can be changed, and each role sees its own part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from frontdesk.settings import FrontDeskSettings
from store.accounts.staff import Role, find_staff
from store.audit import kind_of, list_audit, record_audit
from store.database import Database, open_database
from store.settings import StoreSettings
from store.tables import AuditEntry
from tests.integration.colleagues import Colleague, StaffBrowser, employ
from tests.integration.databases import copy_migrated
from tests.integration.referred_family import TODAY, refer_family

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def desk_settings(desk_settings: FrontDeskSettings) -> FrontDeskSettings:
    return desk_settings.model_copy(update={"today": TODAY})


@pytest.fixture
def ann(kept: Database) -> Colleague:
    """A safeguarding lead."""
    return employ(kept, email="ann@example.org", role="safeguarding_lead")


def act(database: Database, who: Colleague, *actions: str, at: datetime = NOW) -> None:
    with database.writing() as session:
        member = find_staff(session, who.email)
        assert member is not None
        for action in actions:
            record_audit(session, actor=f"staff {member.id}", action=action, now=at)


def rows(page: str) -> list[list[str]]:
    """The cells of the table, without their markup."""
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    cut = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL) for row in body.split("</tr>")]
    return [[re.sub(r"<[^>]+>", "", cell).strip() for cell in row] for row in cut if row]


@pytest.fixture
def empty_sqlite(tmp_path: Path, migrated_sqlite: Path) -> Iterator[Database]:
    copy_migrated(migrated_sqlite, tmp_path)
    database = open_database(StoreSettings(env="test", var=tmp_path))
    yield database
    database.close()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit SET actor = 'nobody'",
        "UPDATE audit SET action = action WHERE id = 1",
        "DELETE FROM audit",
        "DELETE FROM audit WHERE id = 1",
    ],
)
def test_the_database_refuses_to_change_or_delete_an_entry(database: Database, change: str) -> None:
    with database.writing() as session:
        record_audit(session, actor="staff 1", action="signed in", now=NOW)
    with pytest.raises(sa.exc.DatabaseError, match="never changed"), database.writing() as session:
        session.execute(sa.text(change))
    with database.reading() as session:
        assert session.query(AuditEntry).one().actor == "staff 1"


@pytest.mark.parametrize("how", ["INSERT OR REPLACE", "REPLACE"])
def test_sqlite_refuses_to_put_another_entry_in_the_place_of_one(
    empty_sqlite: Database, how: str
) -> None:
    with empty_sqlite.writing() as session:
        for action in ("signed in", "signed out"):
            record_audit(session, actor="staff 1", action=action, now=NOW)
    with (
        pytest.raises(sa.exc.DatabaseError, match="never changed"),
        empty_sqlite.writing() as session,
    ):
        session.execute(
            sa.text(
                f"{how} INTO audit (id, at, actor, action, kind, fields) "
                "VALUES (1, '2026-11-22', 'nobody', 'signed in', 'account', '[]')"
            )
        )
    with empty_sqlite.reading() as session:
        assert [entry.actor for entry in session.query(AuditEntry)] == ["staff 1", "staff 1"]


def test_postgres_refuses_to_empty_the_trail(database: Database) -> None:
    if not database.is_sqlite:
        with pytest.raises(sa.exc.DatabaseError, match="never"), database.writing() as session:
            session.execute(sa.text("TRUNCATE audit"))


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("referral viewed", "seen"),
        ("referrals listed", "seen"),
        ("searched", "seen"),
        ("audit viewed", "seen"),
        ("safeguarding viewed", "safety_seen"),
        ("danger seen in own claim", "safety_seen"),
        ("safeguarding copied", "safety_exported"),
        ("referral copied", "exported"),
        ("list exported", "exported"),
        ("list export begun", "exported"),
        ("made administrator: staff 3", "account"),
        ("made recovery codes", "account"),
        ("case claimed", "changed"),
        ("case given to staff 3", "changed"),
        ("signed in", "account"),
        ("signed in with a passkey", "account"),
        ("added api token 3", "account"),
        ("disabled staff 3", "account"),
        ("purged drafts", "deleted"),
        ("erased", "deleted"),
        ("something new", "changed"),
    ],
)
def test_each_action_has_a_kind(action: str, kind: str) -> None:
    assert kind_of(action) == kind


def test_manager_reads_who_did_what_and_when(
    staff_browser: StaffBrowser, kept: Database, jo: Colleague
) -> None:
    sam = employ(kept, email="sam@example.org", role="manager")
    staff_browser.sign_in_quickly(kept, sam)
    reference = refer_family(kept)
    staff_browser.look(f"/staff/referrals/{reference}")
    staff_browser.client.get(f"/staff/referrals/{reference}/copy.pdf")
    act(kept, jo, "case given to staff 1", at=datetime.now(UTC) + timedelta(seconds=1))
    shown = rows(staff_browser.look("/staff/audit"))
    told = [(who, what, case) for _when, who, what, _fields, case in shown[:3]]
    assert told == [
        ("Jo Bloggs", "Case given to Jo Bloggs", ""),
        ("Jo Bloggs", "Referral copied", reference),
        ("Jo Bloggs", "Referral viewed", reference),
    ]
    assert rows(staff_browser.look("/staff/audit?kind=seen"))[0][2] == "Audit viewed"
    parent = rows(staff_browser.look("/staff/audit?who=parent"))
    assert [row[1:4] for row in parent] == [
        ["Parent", "Referral submitted", ""],
        ["Parent", "Draft saved", "child: name"],
    ]


def test_the_trail_is_filtered_by_colleague_kind_reference_and_period(
    staff_browser: StaffBrowser, kept: Database, jo: Colleague
) -> None:
    sam = employ(kept, email="sam@example.org", role="administrator")
    staff_browser.sign_in_quickly(kept, sam)
    first, second = refer_family(kept), refer_family(kept)
    for reference in (first, second):
        staff_browser.look(f"/staff/referrals/{reference}")
    act(kept, jo, "signed in", "searched", at=NOW - timedelta(days=9))

    def found(query: str) -> list[str]:
        return [row[2] for row in rows(staff_browser.look(f"/staff/audit?{query}"))]

    assert found("who=staff+1") == ["Account set up", "Searched", "Signed in"]
    assert found("who=staff+1&kind=account") == ["Account set up", "Signed in"]
    assert found("to=2026-11-13&from=2026-11-13") == ["Searched", "Signed in"]
    assert found("to=2026-11-12") == []
    # Once opened, and once shown beside the second, which has the same number.
    viewed = ["Referral viewed", "Referral viewed"]
    whole = [*viewed, "Referral submitted", "Draft saved"]
    assert found(f"who=everybody&ref={first.lower()}") == whole
    assert found(f"ref={first.lower()}") == viewed
    assert "Parent" not in [row[1] for row in rows(staff_browser.look("/staff/audit"))]
    assert found(f"ref={first}&kind=seen&who=staff+2") == viewed
    assert found("ref=AAAA-AAAA") == []
    assert found("kind=exported") == []
    assert "Audit viewed" in found("who=nobody&kind=rubbish&from=x&before=x")


def test_the_trail_is_read_page_by_page_though_it_grows(
    staff_browser: StaffBrowser, kept: Database, jo: Colleague
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, email="sam@example.org", role="manager"))
    act(kept, jo, *(f"case {number} changed" for number in range(120)))
    path, seen = "/staff/audit?who=staff+1&kind=changed", []
    while path:
        page = staff_browser.look(path)
        seen += [row[2] for row in rows(page)]
        older = re.search(r'href="(/staff/audit\?[^"]*before=[^"]*)"', page)
        path = older[1].replace("&amp;", "&") if older else ""
        act(kept, jo, "newer")
    expected = [f"Case {number} changed" for number in reversed(range(120))]
    assert [what for what in seen if what != "Newer"] == expected


@pytest.mark.parametrize("role", ["manager", "administrator"])
def test_nobody_but_the_lead_sees_that_an_entry_is_about_safety(
    staff_browser: StaffBrowser, kept: Database, ann: Colleague, role: Role
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role=role))
    with kept.writing() as session:
        record_audit(
            session,
            actor="staff 1",
            action="safeguarding viewed",
            now=NOW,
            fields=["safety.categories", "child.name"],
        )
    act(kept, ann, "danger seen in own claim", "safeguarding copied", "safety alert answered")
    page = staff_browser.look("/staff/audit")
    assert [row[2] for row in rows(page) if row[0].startswith("22 November 2026, 12:00")] == [
        "Case changed",
        "Referral copied",
        "Conversation viewed",
        "Referral viewed",
    ]
    for secret in ("afeguarding viewed", "afety", "danger", "safeguarding copied"):
        assert secret not in page
    exported = rows(staff_browser.look("/staff/audit?kind=exported"))
    assert [row[2] for row in exported] == ["Referral copied"]


def test_the_lead_sees_who_looked_at_safeguarding_records_and_nothing_else(
    staff_browser: StaffBrowser, kept: Database, ann: Colleague, jo: Colleague
) -> None:
    staff_browser.sign_in_quickly(kept, ann)
    reference = refer_family(kept, is_in_danger=True)
    staff_browser.look(f"/staff/referrals/{reference}/safeguarding")
    act(kept, jo, "signed in", "case claimed", "referral viewed")
    shown = rows(staff_browser.look("/staff/audit"))
    assert [(row[2], row[4]) for row in shown] == [("Safeguarding viewed", reference)]
    assert rows(staff_browser.look("/staff/audit?kind=changed")) == []


def test_caseworkers_do_not_read_the_trail(
    staff_browser: StaffBrowser, kept: Database, jo: Colleague
) -> None:
    staff_browser.sign_in_quickly(kept, jo)
    assert staff_browser.client.get("/staff/audit").status_code == 403
    assert "/staff/audit" not in staff_browser.look("/staff")


def test_each_look_at_the_trail_is_in_it_without_what_was_looked_for(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="manager"))
    reference = refer_family(kept)
    staff_browser.look(f"/staff/audit?ref={reference}&kind=seen")
    with kept.reading() as session:
        entry = session.query(AuditEntry).filter_by(action="audit viewed").one()
    assert entry.fields == ["filter kind", "filter ref"]


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ({}, "ix_audit_kind"),
        ({"before": (NOW, 7)}, "ix_audit_kind"),
        ({"since": NOW, "until": NOW}, "ix_audit_kind"),
        ({"actor": "staff 8", "before": (NOW, 7)}, "ix_audit_actor"),
        ({"conversation_id": "one"}, "ix_audit_conversation_id"),
    ],
)
def test_a_long_trail_is_walked_along_an_index(
    empty_sqlite: Database, query: dict[str, Any], index: str
) -> None:
    """With 5,000,000 entries a page takes milliseconds; this watches that it stays so."""
    asked: list[tuple[str, Any]] = []

    def keep(_c: Any, _cursor: Any, statement: str, given: Any, *_more: Any) -> None:
        asked.append((statement, given))

    sa.event.listen(empty_sqlite.engine, "before_cursor_execute", keep)
    with empty_sqlite.reading() as session:
        list_audit(session, kinds=["seen", "safety_seen"], limit=51, **query)
        statement, given = asked[-1]
        plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)
        steps = [row[-1] for row in plan]
    assert sum(index in step for step in steps) == 2, steps
    assert not any(step.startswith("SCAN audit") for step in steps), steps
    sorts = sum("TEMP B-TREE" in step for step in steps)
    assert sorts <= 2, steps  # Of the few that were found.
