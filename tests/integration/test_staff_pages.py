from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest

from casework.referral.draft import Draft
from casework.referral.record import Referral
from frontdesk.settings import FrontDeskSettings
from store.accounts.api_tokens import Scope, add_api_token
from store.accounts.staff import Role
from store.conversations.opening import open_conversation
from store.conversations.tokens import make_token
from store.database import Database
from store.referrals.drafts import save_draft
from store.tables import AuditEntry
from tests.integration.colleagues import StaffBrowser, employ
from tests.integration.front_desk import FrontDesk
from tests.integration.referred_family import ANSWER, DANGER, OTHER, TODAY, refer_family

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "conversation" / "referral.schema.json").read_text("utf-8")
)


@pytest.fixture
def desk_settings(desk_settings: FrontDeskSettings) -> FrontDeskSettings:
    return desk_settings.model_copy(update={"today": TODAY})


def views(database: Database) -> list[tuple[str, str]]:
    with database.reading() as session:
        entries = session.query(AuditEntry).order_by(AuditEntry.id)
        return [
            (entry.actor, entry.action)
            for entry in entries
            if entry.referral_id and entry.actor != "parent"
        ]


def test_the_list_shows_what_came_in_with_council_and_days_left(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    assert "Nothing waits for a person" in staff_browser.look("/staff")
    reference = refer_family(kept)
    page = staff_browser.look("/staff")
    left = "18 working days left"
    for words in (reference, "Not started", "Stockport", left, "16 December 2026", "Web"):
        assert words in page, words
    assert "Zoë" not in page and "Sumner" not in page


def test_the_page_of_a_referral_has_needs_first_then_dates_law_answers_and_messages(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    reference = refer_family(kept)
    page = staff_browser.look(f"/staff/referrals/{reference.lower().replace('-', '')}")
    expected = ("Zoë", "large print", "Urdu", "16 December 2026", "Required", OTHER)
    places = [page.find(words) for words in expected]
    assert -1 not in places and places == sorted(places)
    assert "<b>Sumner" not in staff_browser.client.get(f"/staff/referrals/{reference}").text


@pytest.mark.parametrize(("skipped", "not_asked"), [([], 5), (["safe_contact"], 4)])
def test_needs_that_nobody_asked_about_are_not_shown_as_none(
    staff_browser: StaffBrowser, kept: Database, skipped: list[str], not_asked: int
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    now = datetime.now(UTC)
    document = Draft(referral=Referral()).referral.to_document() | {"channel": "web"}
    with kept.writing() as session:
        conversation = open_conversation(
            session, channel="web", locale="en", token=make_token(), now=now
        )
        draft = save_draft(
            session,
            conversation.id,
            channel="web",
            document=document,
            progress={"skipped": skipped},
            turn_id="1",
            outcome={},
            changed_fields=[],
            now=now,
        )
    page = staff_browser.look(f"/staff/referrals/{draft.reference}")
    assert page.count("Not asked yet") == not_asked
    assert page.count("asked, no answer") == len(skipped)


def test_every_look_at_a_referral_is_noted_with_who_looked(
    staff_browser: StaffBrowser, kept: Database, front_desk: FrontDesk
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    reference = refer_family(kept)
    staff_browser.look(f"/staff/referrals/{reference}")
    staff_browser.client.get(f"/api/staff/referrals/{reference}")
    with kept.writing() as session:
        token = add_api_token(session, "case system", ["referrals:read"], now=datetime.now(UTC))
    front_desk.client.get(
        f"/api/staff/referrals/{reference}", headers={"Authorization": f"Bearer {token}"}
    )
    assert views(kept) == [
        ("staff 1", "referral viewed"),
        ("staff 1", "referral read"),
        ("api token 1", "referral read"),
    ]
    staff_browser.look("/staff/referrals/AAAA-AAAA")
    assert len(views(kept)) == 3


@pytest.mark.parametrize("role", ["caseworker", "manager", "administrator"])
def test_danger_is_hidden_from_everybody_but_the_safeguarding_lead(
    staff_browser: StaffBrowser, kept: Database, role: Role
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role=role))
    reference = refer_family(kept, is_in_danger=True)
    page = staff_browser.look(f"/staff/referrals/{reference}")
    assert "Nobody who can sign in is safeguarding lead" in page and OTHER in page
    answer = staff_browser.client.get(f"/api/staff/referrals/{reference}")
    refused = staff_browser.client.get(f"/staff/referrals/{reference}/safeguarding")
    assert refused.status_code == 403
    for text in (page, answer.text, refused.text):
        assert not any(secret in text for secret in (DANGER, ANSWER, "domestic"))
    assert answer.json()["safety"] == {"flagged": True, "categories": []}


def test_the_safeguarding_lead_sees_what_was_heard_and_that_is_noted(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="safeguarding_lead"))
    reference = refer_family(kept, is_in_danger=True)
    assert DANGER in staff_browser.look(f"/staff/referrals/{reference}")
    page = staff_browser.look(f"/staff/referrals/{reference}/safeguarding")
    assert DANGER in page and "Domestic abuse" in page
    assert views(kept)[-1] == ("staff 1", "safeguarding viewed")


@pytest.mark.parametrize(
    ("scopes", "categories"),
    [
        (["referrals:read"], []),
        (["referrals:read", "safeguarding:read"], ["domestic_abuse"]),
    ],
)
def test_a_program_reads_the_referral_as_the_contract_says(
    front_desk: FrontDesk, kept: Database, scopes: list[Scope], categories: list[str]
) -> None:
    reference = refer_family(kept, is_in_danger=True)
    with kept.writing() as session:
        token = add_api_token(session, "case system", scopes, now=datetime.now(UTC))
    response = front_desk.client.get(
        f"/api/staff/referrals/{reference}", headers={"Authorization": f"Bearer {token}"}
    )
    assert response.status_code == 200 and response.headers["cache-control"] == "no-store"
    document = response.json()
    jsonschema.validate(
        document, SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    assert document["reference"] == reference and document["deadlines"]["days_left"] == 24
    assert document["safety"]["categories"] == categories


def test_the_api_is_described(front_desk: FrontDesk) -> None:
    described = front_desk.client.get("/openapi.json").json()
    route = described["paths"]["/api/staff/referrals/{reference}"]["get"]
    assert route["security"] == [{"StaffToken": []}]
    assert not any(path.startswith("/staff") for path in described["paths"])
