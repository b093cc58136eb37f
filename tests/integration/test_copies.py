"""Copies of a referral: what they say, what they never say, and who took one."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import jsonschema
import pytest
from pypdf import PdfReader

from frontdesk.settings import FrontDeskSettings
from store.accounts.staff import Role
from store.database import Database
from store.referrals.drafts import load_draft, save_draft
from store.referrals.lookup import find_referral
from store.tables import AuditEntry
from tests.integration.colleagues import StaffBrowser, employ
from tests.integration.referred_family import ANSWER, DANGER, OTHER, TODAY, refer_family

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "conversation" / "referral.schema.json").read_text("utf-8")
)
NAMES = "李小龙 علي ٹھیک ہے 👨‍👩‍👧 Zoë =1+1"


@pytest.fixture
def desk_settings(desk_settings: FrontDeskSettings) -> FrontDeskSettings:
    return desk_settings.model_copy(update={"today": TODAY})


def change(database: Database, reference: str, **parts: dict[str, Any]) -> None:
    """Writes into a referral as a parent's answer would."""
    with database.writing() as session:
        found = find_referral(session, reference)
        assert found is not None
        stored = load_draft(session, found.document["conversation_id"])
        assert stored is not None
        document = stored.document | {
            name: stored.document[name] | part for name, part in parts.items()
        }
        save_draft(
            session,
            found.document["conversation_id"],
            channel="web",
            document=document,
            progress=stored.progress,
            turn_id=str(uuid4()),
            outcome={},
            changed_fields=[],
            now=datetime.now(UTC),
        )


def read_pdf(browser: StaffBrowser, path: str) -> tuple[PdfReader, str]:
    response = browser.client.get(path)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/pdf"
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["content-disposition"].startswith('attachment; filename="referral-')
    reader = PdfReader(io.BytesIO(response.content))
    return reader, "\n".join(page.extract_text() for page in reader.pages)


def actions(database: Database) -> list[str]:
    with database.reading() as session:
        return [entry.action for entry in session.query(AuditEntry).order_by(AuditEntry.id)]


def test_the_copy_for_the_file_says_all_with_needs_first_who_made_it_and_when(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    reference = refer_family(kept)
    change(
        kept,
        reference,
        contact={"safe_to_call": True, "safe_to_text": False},
        consent={
            "share_with_council": {"given": False, "at": "2026-11-20T09:00:00Z", "by": "parent"}
        },
    )
    reader, text = read_pdf(staff_browser, f"/staff/referrals/{reference}/copy.pdf")
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "en-GB"
    assert "pdfuaid" in root["/Metadata"].get_object().get_data().decode()
    assert reader.metadata is not None and reference in (reader.metadata.title or "")
    expected = (
        "by Jo Bloggs",
        "large print",
        "Urdu",
        "yes to calls; no to texts",
        "16 December 2026",
        "Required",
        "What the rule says now",
        "Craig <b>Sumner",
        "No, 20 November 2026, 09:00, by the parent",
    )
    places = [text.find(words) for words in expected]
    assert -1 not in places and places == sorted(places), dict(zip(expected, places, strict=True))
    assert OTHER not in text
    assert actions(kept)[-1] == "referral copied"


def test_names_in_any_writing_and_very_long_words_come_out_of_the_copy(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    reference = refer_family(kept)
    change(
        kept,
        reference,
        child={"name": NAMES},
        dispute={"in_own_words": "Donaudampfschiff" * 30 + " #eval(1+1)"},
    )
    reader, text = read_pdf(staff_browser, f"/staff/referrals/{reference}/copy.pdf")
    assert "pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    assert "李小龙" in text and "👨‍👩‍👧" in text and "=1+1" in text and "#eval(1+1)" in text
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert any("Arabic" in font for font in fonts) and any("CJK" in font for font in fonts)
    whole = text.replace("\u200b", "").replace("\n", "")
    assert "Donaudampfschiff" * 30 in whole


def test_silence_about_safe_contact_is_not_taken_for_a_yes(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    _reader, text = read_pdf(staff_browser, f"/staff/referrals/{refer_family(kept)}/copy.pdf")
    assert "Nobody has said. Take it as not safe." in text


@pytest.mark.parametrize("role", ["caseworker", "manager", "administrator", "safeguarding_lead"])
def test_no_copy_says_that_there_was_a_danger(
    staff_browser: StaffBrowser, kept: Database, role: Role
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role=role))
    reference = refer_family(kept, is_in_danger=True)
    change(
        kept,
        reference,
        dispute={"kinds": ["refuse_assess", "safeguarding"]},
        handover={"reasons": ["safety", "callback_wanted"]},
    )
    _reader, text = read_pdf(staff_browser, f"/staff/referrals/{reference}/copy.pdf")
    answer = staff_browser.client.get(f"/staff/referrals/{reference}/copy.json")
    document = answer.json()
    for said in (text, answer.text):
        for secret in (DANGER, ANSWER, "domestic", "safeguarding", "Safeguarding"):
            assert secret not in said
    assert "afety" not in text
    assert document["safety"] == {"flagged": True, "categories": []}
    assert document["handover"]["reasons"] == ["urgent", "callback_wanted"]
    jsonschema.validate(
        document, SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    refused = staff_browser.client.get(f"/staff/referrals/{reference}/safeguarding/copy.pdf")
    assert refused.status_code == (200 if role == "safeguarding_lead" else 403)


def test_the_safeguarding_lead_gets_the_record_where_she_asks_for_it(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="safeguarding_lead"))
    reference = refer_family(kept, is_in_danger=True)
    path = f"/staff/referrals/{reference}/safeguarding/copy.pdf"
    _reader, text = read_pdf(staff_browser, path)
    assert "Safeguarding record" in text and "Domestic abuse" in text
    assert actions(kept)[-1] == "safeguarding copied"


def test_the_council_gets_a_copy_only_with_the_familys_yes_and_only_what_it_needs(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    reference = refer_family(kept, is_in_danger=True)
    path = f"/staff/referrals/{reference}/council.pdf"
    for given in (None, False):
        change(
            kept,
            reference,
            consent={"share_with_council": {"given": given, "at": None, "by": None}},
        )
        refused = staff_browser.client.get(path)
        assert refused.status_code == 409 and "has not said yes" in refused.text
        assert path not in staff_browser.look(f"/staff/referrals/{reference}")
    assert "council copy exported" not in actions(kept)
    change(
        kept,
        reference,
        consent={
            "store": {"given": True},
            "share_with_council": {"given": True, "at": "2026-11-20T09:00:00Z", "by": "parent"},
        },
        dispute={"in_own_words": "My ex must not know"},
    )
    assert path in staff_browser.look(f"/staff/referrals/{reference}")
    _reader, text = read_pdf(staff_browser, path)
    assert "large print" in text and "refused to assess" in text and "Zoë" in text
    for ours in ("07700 900701", "My ex", "Safe to contact", "afety", "Nobody yet"):
        assert ours not in text
    assert actions(kept)[-1] == "council copy exported"


def test_there_is_no_copy_of_what_is_not_there(staff_browser: StaffBrowser, kept: Database) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    for name in ("copy.pdf", "copy.json", "council.pdf"):
        assert staff_browser.client.get(f"/staff/referrals/AAAA-AAAA/{name}").status_code == 404
    assert "copied" not in " ".join(actions(kept))
