"""Answers of a referral that was sent: put right by a colleague, changed by the parent later."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from casework.corrections.by_colleagues import CORRECTABLE
from casework.dispute.result import update_result
from casework.referral.draft import Draft
from casework.referral.fields import put
from frontdesk.settings import FrontDeskSettings
from store.database import Database
from store.referrals.drafts import load_draft, save_draft, to_draft
from store.tables import AuditEntry
from tests.integration.colleagues import StaffBrowser, employ
from tests.integration.referred_family import TODAY, refer_family
from tests.integration.test_staff_case_work import case_of, confirm, send
from tests.integration.test_staff_queue import NOW

REASON = "Craig read the letter out on the phone"


@pytest.fixture
def desk_settings(desk_settings: FrontDeskSettings) -> FrontDeskSettings:
    return desk_settings.model_copy(update={"today": TODAY})


@pytest.fixture
def case(staff_browser: StaffBrowser, kept: Database) -> str:
    """The conversation of a family that was referred, with a colleague who is signed in."""
    staff_browser.sign_in_quickly(kept, employ(kept))
    return case_of(kept, refer_family(kept))


def change(
    browser: StaffBrowser, case: str, field: str, *, revision: str | None = None, **fields: str
) -> httpx.Response:
    path = f"/staff/cases/{case}/answers/{field}"
    shown = re.search(r'name="revision" value="(\d+)"', browser.look(path))
    assert shown is not None
    fields = {"note": REASON, **fields}
    return send(browser, path, revision=revision or shown[1], **fields)


def stored(kept: Database, case: str) -> Draft:
    with kept.reading() as session:
        found = load_draft(session, case)
        assert found is not None
        return to_draft(found)


def parent_says(kept: Database, case: str, field: str, value: Any) -> None:
    """A parent's turn in the chat, as the assistant keeps it."""
    with kept.writing() as session:
        found = load_draft(session, case)
        assert found is not None
        draft = to_draft(found)
        put(draft, field, value, today=TODAY)
        update_result(draft, TODAY)
        save_draft(
            session,
            case,
            channel="web",
            document={**found.document, **draft.referral.to_document()},
            progress=draft.progress.model_dump(mode="json"),
            turn_id=f"{field} {value}",
            outcome={},
            changed_fields=[field],
            now=NOW,
            expected_revision=found.revision,
        )


def test_answer_put_right_counts_law_and_dates_anew_and_says_why(
    staff_browser: StaffBrowser, kept: Database, case: str
) -> None:
    confirm(staff_browser, case, "requirement")
    before = stored(kept, case).referral
    page = change(staff_browser, case, "decision_date", value="2026-11-02")
    after = stored(kept, case).referral
    assert after.deadlines.contact_by != before.deadlines.contact_by
    assert before.requirement.confirmed_by == "Jo Bloggs"
    assert after.requirement.confirmed_by is None
    for words in ("16 October 2026 became 2 November 2026", REASON, "Answer changed"):
        assert words in page.text, words
    with kept.reading() as session:
        entries = session.query(AuditEntry).filter_by(action="answer changed").all()
        [fields] = [entry.fields for entry in entries]
        assert set(fields) == {"decision_date", "requirement.confirmed_by"}
        assert REASON not in str([entry.fields for entry in session.query(AuditEntry)])


def test_answer_that_somebody_changed_meanwhile_is_shown_and_not_overwritten(
    staff_browser: StaffBrowser, kept: Database, case: str
) -> None:
    with kept.reading() as session:
        seen = load_draft(session, case)
    assert seen is not None
    parent_says(kept, case, "child_name", "Zoe Sumner")
    revision = str(seen.revision)
    answer = change(staff_browser, case, "child_name", value="Zed", revision=revision)
    assert answer.status_code == 409 and "Somebody has changed this referral" in answer.text
    assert 'value="Zed"' in answer.text
    assert stored(kept, case).referral.child.name == "Zoe Sumner"
    assert "Zoë became Zoe Sumner" in staff_browser.look(f"/staff/cases/{case}")


def test_what_the_parent_says_later_wins_and_both_are_in_the_timeline(
    staff_browser: StaffBrowser, kept: Database, case: str
) -> None:
    change(staff_browser, case, "best_time", value="mornings")
    parent_says(kept, case, "best_time", "after 6pm")
    page = staff_browser.look(f"/staff/cases/{case}")
    assert "no answer became mornings" in page and "mornings became after 6pm" in page
    assert stored(kept, case).referral.contact.best_time == "after 6pm"


def test_confirmation_falls_only_when_the_parent_changes_what_it_was_about(
    staff_browser: StaffBrowser, kept: Database, case: str
) -> None:
    confirm(staff_browser, case, "requirement")
    parent_says(kept, case, "best_time", "after 6pm")
    assert stored(kept, case).referral.requirement.confirmed_by == "Jo Bloggs"
    parent_says(kept, case, "decision_date", "2026-11-03")
    assert stored(kept, case).referral.requirement.confirmed_by is None
    assert "Requirement to be confirmed again" in staff_browser.look(f"/staff/cases/{case}")
    parent_says(kept, case, "best_time", "at noon")
    assert stored(kept, case).referral.requirement.confirmed_by is None


@pytest.mark.parametrize(
    ("field", "fields", "says"),
    [
        ("decision_date", {"value": "2026-12-24"}, "in the future"),
        ("decision_date", {"value": "1999-01-01"}, "too long ago"),
        ("certificate_date", {"value": "2026-10-01"}, "older than the letter"),
        ("child_age", {"value": "44"}, "cannot be the answer"),
        ("child_age", {"born": "2030-01-01"}, "cannot be the answer"),
        ("phone", {"value": "ring me"}, "cannot be the answer"),
        ("email", {"value": "craig at home"}, "cannot be the answer"),
        ("council", {"value": "E99999999"}, "cannot be the answer"),
        ("name", {"value": ""}, "has to have this answer"),
        ("name", {"value": "Craig", "note": " "}, "Please say why"),
        ("best_time", {"value": "x" * 500}, "cannot be the answer"),
    ],
)
def test_value_that_is_no_answer_changes_nothing_and_says_why(
    staff_browser: StaffBrowser,
    kept: Database,
    case: str,
    field: str,
    fields: dict[str, str],
    says: str,
) -> None:
    before = stored(kept, case)
    answer = change(staff_browser, case, field, **fields)
    assert answer.status_code == 422 and says in answer.text
    assert stored(kept, case) == before


def test_every_answer_has_a_form_that_takes_what_it_shows(
    staff_browser: StaffBrowser, kept: Database, case: str
) -> None:
    for field in CORRECTABLE:
        assert "Reason" in staff_browser.look(f"/staff/cases/{case}/answers/{field}")
    for field, fields in {
        "phone": {"value": "07700 900702"},
        "safe_contact": {"safe_to_call": "no", "safe_to_text": "yes", "preferred": "text"},
        "language": {"value": "pol", "sign": "bsl"},
        "access_needs": {"value": "quiet_room", "details": "no bright light"},
        "supporters": {"value": "Gran\nAunt Jo"},
        "issue": {"value": "refuse_plan"},
        "certificate_held": {"value": "yes"},
        "plan": {"value": "none"},
    }.items():
        assert change(staff_browser, case, field, **fields).status_code == 200, field
    referral = stored(kept, case).referral
    assert referral.contact.phone == "+447700900702"
    assert (referral.contact.safe_to_call, referral.contact.safe_to_text) == (False, True)
    assert referral.interpreter.language is not None and referral.interpreter.sign == ["bsl"]
    assert referral.access.needs == ["quiet_room"] and referral.supporters == ["Gran", "Aunt Jo"]
    assert stored(kept, case).progress.stated_kinds == ["refuse_plan"]
    for field in ("consent", "share_with_council", "nothing"):
        path = f"/staff/cases/{case}/answers/{field}"
        assert staff_browser.client.get(path).status_code == 404
