"""Whom the pages say that somebody has told, or has to ring: nobody who may not hear of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from store.accounts.changes import change_role
from store.accounts.staff import get_staff
from store.database import Database
from tests.integration.alerting import hire, put_on_duty
from tests.integration.colleagues import StaffBrowser, employ
from tests.integration.referred_family import refer_family


def test_pages_name_nobody_on_a_duty_that_their_role_no_longer_has(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="manager"))
    pages = ("/staff/alerts", "/staff/rota")
    with kept.writing() as session:
        pat = hire(session, "Pat", "safeguarding_lead")
        put_on_duty(session, "safeguarding", pat)
    assert all("<dd>Pat</dd>" in staff_browser.look(page) for page in pages)
    with kept.writing() as session:
        change_role(session, get_staff(session, pat), "caseworker", now=datetime.now(UTC))
    assert not any("<dd>Pat" in staff_browser.look(page) for page in pages)
    assert "./intake staff role" in staff_browser.look("/staff/rota")
    assert "Nobody is alerted by email" in staff_browser.look("/staff")


def test_a_colleague_reads_whether_a_lead_has_looked_at_a_danger_and_whom_to_ring(
    staff_browser: StaffBrowser, kept: Database, open_browser: Callable[[], StaffBrowser]
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    page = f"/staff/referrals/{refer_family(kept, is_in_danger=True)}"
    lead = open_browser()
    lead.sign_in_quickly(kept, employ(kept, "lee@example.org", role="safeguarding_lead"))
    assert "No safeguarding lead has looked at it yet. Ring one now" in staff_browser.look(page)
    lead.look(page)
    assert "A safeguarding lead has looked at it" in staff_browser.look(page)
