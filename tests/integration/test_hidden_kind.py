"""The kind "anyone unsafe" (D46): the lead's to see and nobody else's, wherever it goes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime

import jsonschema
import pytest
import sqlalchemy as sa

from casework.corrections.by_colleagues import correct_answer
from casework.dispute.result import update_result
from casework.referral.draft import Draft
from casework.referral.record import Decision, Referral
from frontdesk.settings import FrontDeskSettings
from store.accounts.api_tokens import add_api_token
from store.conversations.opening import open_conversation
from store.conversations.tokens import make_token
from store.database import Database
from store.handling.handovers import record_handover
from store.messages.record import add_message
from store.messages.safety_events import record_safety_event
from store.referrals.changes_by_staff import change_answer
from store.referrals.drafts import load_draft, save_draft, submit_draft, to_draft
from store.tables import AuditEntry, Conversation
from tests.integration.colleagues import StaffBrowser, employ
from tests.integration.referred_family import TODAY, refer_family
from tests.integration.test_copies import SCHEMA, change, read_pdf
from tests.integration.test_staff_case_work import case_of, send

TELLING = re.compile(
    r"D46|Section 5|Being safe|(?<![\w.:-])999(?![\w-])|route:safeguarding|immediate|>safety"
)
"""What only a danger puts on a page; 999 may also be in a time or in an id."""


@pytest.fixture
def desk_settings(desk_settings: FrontDeskSettings) -> FrontDeskSettings:
    return desk_settings.model_copy(update={"today": TODAY})


def refer(database: Database, kinds: list[str]) -> str:
    """The reference of a referral that is about these kinds; nobody spoke of a danger."""
    now, draft = datetime.now(UTC), Draft(referral=Referral())
    referral = draft.referral
    referral.referrer.role, referral.child.name, referral.child.age = "parent", "Zoë", 8
    referral.council.gss, referral.council.name = "E08000007", "Stockport"
    referral.decision = Decision(made=True, letter_date=date(2026, 10, 16))
    referral.certificate.held = False
    referral.consent.store.given = referral.consent.share_with_council.given = True
    draft.progress.stated_kinds = kinds
    update_result(draft, TODAY)
    document = referral.to_document() | {"schema_version": 1, "channel": "web", "locale": "en"}
    with database.writing() as session:
        conversation = open_conversation(
            session, channel="web", locale="en", token=make_token(), now=now
        )
        save_draft(
            session,
            conversation.id,
            channel="web",
            document=document,
            progress=draft.progress.model_dump(mode="json"),
            turn_id="1",
            outcome={},
            changed_fields=[],
            now=now,
        )
        return submit_draft(session, conversation.id, document=document, now=now)


@pytest.mark.parametrize("kinds", [["safeguarding", "refuse_assess"], ["safeguarding"]])
def test_nobody_but_the_lead_reads_that_it_is_about_safety(
    staff_browser: StaffBrowser, kept: Database, kinds: list[str]
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="administrator"))
    reference = refer(kept, kinds)
    page = staff_browser.look(f"/staff/referrals/{reference}").split("</main>")[0]
    answers = staff_browser.look(f"/staff/cases/{case_of(kept, reference)}/answers/issue")
    shown = [
        page,
        answers,
        staff_browser.client.get(f"/staff/referrals/{reference}/copy.json").text,
    ]
    shown += [
        read_pdf(staff_browser, f"/staff/referrals/{reference}/{name}.pdf")[1]
        for name in ("copy", "council")
    ]
    for text in shown:
        assert TELLING.findall(text) == []
        assert "safety, " not in text and ", safety" not in text
    assert 'value="safeguarding"' not in answers
    rule = "D01" if len(kinds) > 1 else "D45"
    document = json.loads(shown[2])
    jsonschema.validate(document, SCHEMA)
    assert document["requirement"]["rule"] == rule and rule in page
    # It reads as if they had never said it.
    twin = refer(kept, kinds[1:])
    other = staff_browser.client.get(f"/staff/referrals/{twin}/copy.json").json()
    assert [document[part] == other[part] for part in ("requirement", "dispute")] == [True, True]
    assert set(other["handover"]["reasons"]) == set(document["handover"]["reasons"]) - {"urgent"}


def test_the_lead_reads_it_and_so_does_a_program_that_may(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="safeguarding_lead"))
    reference = refer(kept, ["safeguarding", "refuse_assess"])
    assert "D46" in staff_browser.look(f"/staff/referrals/{reference}")
    for scopes, is_told in (([], False), (["safeguarding:read"], True)):
        with kept.writing() as session:
            now = datetime.now(UTC)
            token = add_api_token(session, "x", ["referrals:read", *scopes], now=now)
        document = staff_browser.client.get(
            f"/api/staff/referrals/{reference}", headers={"Authorization": f"Bearer {token}"}
        ).json()
        assert (document["requirement"]["rule"] == "D46") is is_told
        assert ("safeguarding" in document["dispute"]["kinds"]) is is_told


def test_a_colleague_who_corrects_what_it_is_about_keeps_the_kind_unseen(
    open_browser: Callable[[], StaffBrowser], kept: Database
) -> None:
    jo, lead = open_browser(), open_browser()
    jo.sign_in_quickly(kept, employ(kept))
    lead.sign_in_quickly(kept, employ(kept, "lea@example.org", role="safeguarding_lead"))
    reference = refer(kept, ["safeguarding", "refuse_assess"])
    case = case_of(kept, reference)

    def stated() -> list[str]:
        with kept.reading() as session:
            stored = load_draft(session, case)
            assert stored is not None
            return to_draft(stored).progress.stated_kinds

    with kept.reading() as session:
        stored = load_draft(session, case)
        assert stored is not None
    changed = send(
        jo,
        f"/staff/cases/{case}/answers/issue",
        value="refuse_plan",
        note="Rang",
        revision=str(stored.revision),
    )
    assert changed.status_code == 200 and stated() == ["safeguarding", "refuse_plan"]
    page = jo.look(f"/staff/referrals/{reference}")
    assert "refused to assess" in page and "safety, " not in page
    assert "safety, refused to assess" in lead.look(f"/staff/referrals/{reference}")
    with kept.writing() as session:
        change_answer(
            session,
            case,
            "issue",
            lambda draft: correct_answer(draft, "issue", ["refuse_plan"], TODAY),
            reason="They are safe now",
            revision=stored.revision + 1,
            by=2,
            now=datetime.now(UTC),
        )
    assert "They are safe now" not in jo.look(f"/staff/referrals/{reference}")


def test_lists_call_every_urgent_case_urgent_and_no_more(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="manager"))
    danger, other = refer_family(kept, is_in_danger=True), refer_family(kept)
    with kept.writing() as session:
        record_handover(
            session,
            case_of(kept, other),
            reason="callback_wanted",
            priority="urgent",
            now=datetime.now(UTC),
        )
    sheet = staff_browser.client.get("/staff/exports/cases.csv").content.decode("utf-8-sig")
    rows = {row["reference"]: row for row in csv.DictReader(io.StringIO(sheet))}
    assert [rows[one]["why"] for one in (danger, other)] == ["Urgent", "Urgent"]
    page = staff_browser.look("/staff")
    whys = []
    for one in (danger, other):
        row = page[page.index(f"/staff/referrals/{one}") :].split("</tr>")[0]
        whys.append([part.split("<")[0] for part in row.split('class="why">')[1:]])
    assert whys[0] == whys[1] and whys[0][0] == "Urgent"


def test_withdrawing_consent_ends_the_councils_copy_and_the_list_says_so(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="manager"))
    reference = refer(kept, ["refuse_assess"])
    path = f"/staff/referrals/{reference}"

    def listed() -> str:
        sheet = staff_browser.client.get("/staff/exports/cases.csv").content.decode("utf-8-sig")
        return next(csv.DictReader(io.StringIO(sheet)))["may_tell_council"]

    assert staff_browser.client.get(f"{path}/council.pdf").status_code == 200 and listed() == "yes"
    change(kept, reference, consent={"store": {"given": False}})
    assert staff_browser.client.get(f"{path}/council.pdf").status_code == 409 and listed() == "no"
    assert "council.pdf" not in staff_browser.look(path)


@pytest.mark.parametrize(
    "path",
    [
        "/staff/audit?to=9999-12-31",
        "/staff/exports/cases.csv?to=9999-12-31",
        "/staff/exports/cases.csv?from=0001-01-01",
        "/staff/accounts/99999999999999999999999",
        "/api/staff/referrals?changed_after=0001-01-01T00:00:00%2B14:00",
        "/api/staff/referrals?submitted_after=0001-01-01T00:00:00%2B14:00",
        "/api/staff/referrals?cursor=MDAwMS0wMS0wMVQwMDowMDowMCsxNDowMCB4",
    ],
)
def test_days_and_numbers_that_nobody_can_mean_are_refused(
    staff_browser: StaffBrowser, kept: Database, path: str
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="administrator"))
    headers = {}
    if path.startswith("/api"):
        with kept.writing() as session:
            token = add_api_token(session, "x", ["referrals:list"], now=datetime.now(UTC))
        headers = {"Authorization": f"Bearer {token}"}
    assert staff_browser.client.get(path, headers=headers).status_code == 422


def test_a_danger_in_ones_own_claim_is_one_look_and_no_line_of_the_timeline(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    reference = refer_family(kept)
    case = case_of(kept, reference)
    send(staff_browser, f"/staff/conversations/{case}/claim")
    with kept.writing() as session:
        conversation, now = session.get_one(Conversation, case), datetime.now(UTC)
        heard = add_message(session, conversation, sender="parent", text="he hits me", now=now)
        record_safety_event(
            session,
            conversation,
            category="domestic_abuse",
            priority="urgent",
            message_id=heard.id,
            now=now,
        )
        before = session.scalar(sa.select(sa.func.max(AuditEntry.id)))
    assert "he hits me" in staff_browser.look(f"/staff/conversations/{case}")
    with kept.reading() as session:
        entries = session.scalars(sa.select(AuditEntry.action).where(AuditEntry.id > before)).all()
    assert entries == ["danger seen in own claim"]
    assert "Danger seen" not in staff_browser.look(f"/staff/referrals/{reference}")
