"""The checklist of an intake: days that can be, once each, and nothing confirmed unseen."""

from __future__ import annotations

import re
from datetime import date
from uuid import uuid4

import httpx
import pytest

from frontdesk.settings import FrontDeskSettings
from store.database import Database
from store.tables import CaseStep
from tests.integration.colleagues import StaffBrowser, employ
from tests.integration.referred_family import TODAY, refer_family
from tests.integration.test_case_answers import change, parent_says, stored
from tests.integration.test_staff_case_work import case_of, confirm, send

LETTER = date(2026, 10, 16)
"""The family's letter."""


@pytest.fixture
def desk_settings(desk_settings: FrontDeskSettings) -> FrontDeskSettings:
    return desk_settings.model_copy(update={"today": TODAY})


@pytest.fixture
def case(staff_browser: StaffBrowser, kept: Database) -> str:
    """The conversation of a family that was referred, with a colleague who is signed in."""
    staff_browser.sign_in_quickly(kept, employ(kept))
    return case_of(kept, refer_family(kept))


def note(browser: StaffBrowser, case: str, step: str, day: str, **fields: str) -> httpx.Response:
    return send(browser, f"/staff/cases/{case}/steps", step=step, done_on=day, **fields)


def steps(kept: Database) -> list[tuple[str, date | None]]:
    with kept.reading() as session:
        return [(row.kind, row.done_on) for row in session.query(CaseStep).order_by(CaseStep.id)]


@pytest.mark.parametrize("what", ["requirement", "coverage"])
def test_nothing_is_confirmed_that_changed_since_the_page_was_loaded(
    staff_browser: StaffBrowser, kept: Database, case: str, what: str
) -> None:
    page = staff_browser.look(f"/staff/cases/{case}")
    shown = re.search(r'name="revision" value="(\d+)"', page)
    assert shown is not None
    parent_says(kept, case, "decision_date", "2026-11-03")
    answer = confirm(staff_browser, case, what, coverage="not_listed", revision=shown[1])
    assert answer.status_code == 409 and "has changed meanwhile" in answer.text
    referral = stored(kept, case).referral
    assert referral.requirement.confirmed_by is None
    assert referral.council.coverage != "not_listed"
    assert confirm(staff_browser, case, what, coverage="not_listed").status_code == 200


def test_what_was_confirmed_falls_where_a_certificate_of_another_day_moves_the_dates(
    staff_browser: StaffBrowser, kept: Database, case: str
) -> None:
    note(staff_browser, case, "certificate_issued", "2026-10-20")
    confirm(staff_browser, case, "requirement", note="The certificate is for this letter")
    before = stored(kept, case).referral
    assert before.requirement.confirmed_by == "Jo Bloggs"
    note(staff_browser, case, "certificate_issued", "2026-11-20")
    after = stored(kept, case).referral
    assert after.deadlines.appeal_by != before.deadlines.appeal_by
    assert after.requirement.confirmed_by is None


@pytest.mark.parametrize(
    ("step", "day", "says"),
    [
        ("certificate_issued", "2020-01-01", "never older than the letter"),
        ("certificate_issued", "2026-10-15", "never older than the letter"),
        ("certificate_issued", "2026-11-23", "cannot be in the future"),
        ("council_told", "2026-10-15", "too early"),
        ("council_told", "2026-11-23", "cannot be in the future"),
        ("called", "2026-11-21", "too early"),
        ("called", "2026-11-23", "cannot be in the future"),
    ],
)
def test_step_is_not_noted_on_a_day_on_which_it_cannot_have_been(
    staff_browser: StaffBrowser, kept: Database, case: str, step: str, day: str, says: str
) -> None:
    answer = note(staff_browser, case, step, day)
    assert answer.status_code == 422 and says in answer.text
    assert steps(kept) == []
    assert stored(kept, case).referral.certificate.held is False


def test_council_may_have_been_told_before_the_family_came_to_us(
    staff_browser: StaffBrowser, kept: Database, case: str
) -> None:
    assert note(staff_browser, case, "council_told", LETTER.isoformat()).status_code == 200
    change(staff_browser, case, "decision_date", value="no_letter")
    assert note(staff_browser, case, "council_told", LETTER.isoformat()).status_code == 422


def test_step_that_is_sent_twice_counts_once_and_another_day_is_another_step(
    staff_browser: StaffBrowser, kept: Database, case: str
) -> None:
    form = str(uuid4())
    for day in ("2026-11-20", "2026-11-20", "2026-11-19"):
        assert note(staff_browser, case, "council_told", day, form_id=form).status_code == 200
    assert steps(kept) == [
        ("council_told", date(2026, 11, 20)),
        ("council_told", date(2026, 11, 19)),
    ]
    page = staff_browser.look(f"/staff/cases/{case}")
    assert page.count('name="form_id"') == 4, "the note and each step of the checklist"
