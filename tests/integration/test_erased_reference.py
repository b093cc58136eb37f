"""The reference of an erased referral: what is asked before, and what the trail keeps after."""

from __future__ import annotations

import pytest

from cli.erase import list_warnings
from frontdesk.settings import FrontDeskSettings
from store.audit import erased_as, record_audit
from store.database import Database
from store.erasing.erasers import TABLE_ERASERS
from store.referrals.lookup import find_referral
from tests.integration.colleagues import StaffBrowser, employ
from tests.integration.referred_family import TODAY, refer_family
from tests.integration.test_audit_trail import NOW, rows


@pytest.fixture
def desk_settings(desk_settings: FrontDeskSettings) -> FrontDeskSettings:
    return desk_settings.model_copy(update={"today": TODAY})


def test_a_referral_that_was_erased_is_found_by_the_reference_that_the_family_quotes(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="manager"))
    reference = refer_family(kept, is_in_danger=True)
    staff_browser.look(f"/staff/referrals/{reference}")
    with kept.reading() as session:
        found = find_referral(session, reference)
        assert found is not None
        conversation_id = found.document["conversation_id"]
        danger, date = list_warnings(session, conversation_id, TODAY)
    assert "Somebody may be in danger" in danger and "16 December 2026" in date
    with kept.writing() as session:
        for eraser in TABLE_ERASERS:
            eraser.erase(session, conversation_id)
        record_audit(
            session,
            actor="command line",
            action="erased",
            now=NOW,
            conversation_id=conversation_id,
            fields=[erased_as(reference)],
        )
    page = staff_browser.look(f"/staff/audit?ref={reference.lower()}")
    assert {row[2] for row in rows(page)} == {"Erased", "Referral viewed"}
    assert rows(staff_browser.look("/staff/audit?ref=AAAA-AAAA")) == []
