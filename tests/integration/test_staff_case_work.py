"""Working a case through its forms."""

from __future__ import annotations

import re
from collections.abc import Callable

import httpx
import pytest

from frontdesk.settings import FrontDeskSettings
from store.accounts.staff import Role
from store.database import Database
from store.handling.handovers import list_handovers, record_handover
from store.referrals.lookup import find_referral
from store.tables import AuditEntry, CaseStep, CaseView
from tests.integration.colleagues import StaffBrowser, employ
from tests.integration.referred_family import DANGER, TODAY, refer_family
from tests.integration.test_staff_queue import NOW, begin

SECRET = "her sister rang back"


@pytest.fixture
def desk_settings(desk_settings: FrontDeskSettings) -> FrontDeskSettings:
    return desk_settings.model_copy(update={"today": TODAY})


def case_of(database: Database, reference: str) -> str:
    with database.reading() as session:
        stored = find_referral(session, reference)
        assert stored is not None
        conversation_id: str = stored.document["conversation_id"]
        return conversation_id


def lines_of(page: str) -> str:
    return page.partition("<tbody>")[2].partition("</tbody>")[0]


def send(browser: StaffBrowser, path: str, **fields: str) -> httpx.Response:
    fields["form_token"] = browser.form_token("/staff")
    return browser.client.post(path, data=fields, follow_redirects=True)


def confirm(
    browser: StaffBrowser, case: str, what: str, *, revision: str | None = None, **fields: str
) -> httpx.Response:
    """Confirms what the page shows now, or what it showed at that revision."""
    shown = re.search(r'name="revision" value="(\d+)"', browser.look(f"/staff/cases/{case}"))
    assert shown is not None
    path = f"/staff/cases/{case}/confirm"
    return send(browser, path, what=what, revision=revision or shown[1], **fields)


def test_address_of_a_case_leads_to_its_referral_and_nothing_is_read_or_noted_on_the_way(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    reference = refer_family(kept)
    answer = staff_browser.client.get(
        f"/staff/cases/{case_of(kept, reference)}", follow_redirects=False
    )
    assert answer.headers["location"].endswith(f"/staff/referrals/{reference}")
    with kept.reading() as session:
        assert session.query(CaseView).count() == 0
    assert staff_browser.client.get("/staff/cases/nobody").status_code == 404


def test_caseworker_works_a_referral_from_new_to_closed(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    reference = refer_family(kept)
    conversation = case_of(kept, reference)
    case = f"/staff/cases/{conversation}"
    page_of_queue = staff_browser.look("/staff")
    assert "New to you" in page_of_queue and "Show everything" in page_of_queue
    assert "built-in" not in page_of_queue
    assert "In progress" in send(staff_browser, f"{case}/claim").text
    for step in ("called", "certificate_issued", "council_told"):
        page = send(staff_browser, f"{case}/steps", step=step, done_on="2026-11-22", note=SECRET)
        assert page.status_code == 200 and "<strong>22 November 2026" in page.text
    confirm(staff_browser, conversation, "coverage", coverage="listed")
    page = confirm(staff_browser, conversation, "requirement", note=SECRET)
    assert "Confirmed by Jo Bloggs" in page.text and SECRET in page.text
    page = send(staff_browser, f"{case}/close", outcome="certificate", note=SECRET)
    assert "Case closed: Certificate issued" in page.text
    assert "New to you" not in staff_browser.look("/staff")
    assert reference not in staff_browser.look("/staff")
    with kept.reading() as session:
        assert {row.kind for row in session.query(CaseStep)} >= {"called", "closed"}
        fields = [field for entry in session.query(AuditEntry) for field in entry.fields]
        assert "closed.outcome" in fields and SECRET not in str(fields)


def test_of_two_colleagues_the_second_is_told_who_has_the_case(
    open_browser: Callable[[], StaffBrowser], kept: Database
) -> None:
    first, second = open_browser(), open_browser()
    first.sign_in_quickly(kept, employ(kept))
    second.sign_in_quickly(kept, employ(kept, "sam@example.org"))
    case = f"/staff/cases/{case_of(kept, refer_family(kept))}"
    send(first, f"{case}/claim")
    answer = send(second, f"{case}/claim")
    assert answer.status_code == 409 and "Jo Bloggs has it now" in answer.text
    answer = send(second, f"{case}/assign", to="2", was_held_by="")
    assert answer.status_code == 409
    assert send(second, f"{case}/assign", to="2", was_held_by="1").status_code == 200


def test_case_without_a_referral_has_a_page_and_is_closed_with_its_reason(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    conversation = begin(kept, "asked_for_person")
    assert f"/staff/cases/{conversation}" in staff_browser.look("/staff")
    page = staff_browser.look(f"/staff/cases/{conversation}")
    assert "Asked for a person" in page and "There is no referral yet" in page
    path = f"/staff/cases/{conversation}/handovers/1/close"
    assert send(staff_browser, path, outcome="guessed").status_code == 422
    page = send(staff_browser, path, outcome="called_back", note=SECRET).text
    assert "Closed: Asked for a person. Called back" in page and SECRET in page
    assert send(staff_browser, path, outcome="called_back").status_code == 409
    assert "Nothing waits for a person" in staff_browser.look("/staff")


@pytest.mark.parametrize(
    ("role", "word"), [("caseworker", "Urgent"), ("safeguarding_lead", "Safety")]
)
def test_safety_is_called_so_for_the_safeguarding_lead_alone(
    staff_browser: StaffBrowser, kept: Database, role: Role, word: str
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role=role))
    reference = refer_family(kept, is_in_danger=True)
    page = staff_browser.look("/staff")
    whys = re.findall(r'<span class="why">([^<]+)</span>', page)
    assert whys[0] == word and ("Safety" in whys) == (word == "Safety")
    assert ('value="safety"' in page) == (word == "Safety")
    staff_browser.look("/staff?reason=safety")
    case = f"/staff/cases/{case_of(kept, reference)}"
    with kept.writing() as session:
        [handover] = list_handovers(session, case.rpartition("/")[2])
    close = f"{case}/handovers/{handover.id}/close"
    answer = send(staff_browser, close, outcome="passed_on", note=SECRET)
    assert answer.status_code == (200 if word == "Safety" else 403)
    page = staff_browser.look(f"/staff/referrals/{reference}")
    assert (SECRET in page) == (DANGER in page) == (word == "Safety")


def test_search_finds_by_reference_phone_email_and_council_and_keeps_them_out_of_addresses(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    reference = refer_family(kept)
    for words in (reference.lower().replace("-", " "), "07700 900701", "+44 7700 900 701"):
        answer = send(staff_browser, "/staff/search", words=words)
        assert reference in answer.text and str(answer.url).endswith("/staff/search")
    council = send(staff_browser, "/staff/search", words="Stockport")
    assert reference in council.text and council.url.query == b"council=E08000007"
    for words in ("nobody@example.org", "07700 900702", "AAAA-AAAA", "ſß"):
        assert "Nothing was found" in send(staff_browser, "/staff/search", words=words).text
    assert "Nothing was searched for" in send(staff_browser, "/staff/search", words=" ").text
    with kept.reading() as session:
        [entry, *_] = session.query(AuditEntry).filter_by(action="searched")
        assert entry.fields == ["name", "reference"]


@pytest.mark.parametrize(
    "address",
    ["?page=0", "?page=x", "?page=99999999999999999999", "?council=nowhere", "?who=%00&reason=x"],
)
def test_queue_shows_everything_for_an_address_that_says_nothing(
    staff_browser: StaffBrowser, kept: Database, address: str
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    begin(kept, "asked_for_person")
    assert "Asked for a person" in staff_browser.look(f"/staff{address}")


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        ("steps", {"step": "called", "done_on": "2999-01-01"}),
        ("steps", {"step": "called", "done_on": "soon"}),
        ("steps", {"step": "note", "note": " "}),
        ("steps", {"step": "note", "note": "x" * 5001}),
        ("snooze", {"until": "2999-01-01T09:00"}),
        ("snooze", {"until": "later"}),
        ("assign", {"to": "99"}),
        ("assign", {"to": "9" * 40}),
        ("confirm", {"what": "everything"}),
        ("confirm", {"what": "coverage", "coverage": "unknown"}),
        ("close", {"outcome": ""}),
    ],
)
def test_form_that_is_not_right_changes_nothing(
    staff_browser: StaffBrowser, kept: Database, form: str, fields: dict[str, str]
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    case = f"/staff/cases/{case_of(kept, refer_family(kept))}"
    before = lines_of(staff_browser.look("/staff"))
    assert send(staff_browser, f"{case}/{form}", **fields).status_code == 422
    assert lines_of(staff_browser.look("/staff")) == before


def test_urgent_case_says_so_and_snoozed_one_can_be_woken(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept))
    conversation = begin(kept, due=TODAY)
    with kept.writing() as session:
        record_handover(session, conversation, reason="wrong_number", priority="urgent", now=NOW)
    page = staff_browser.look("/staff?urgent=1")
    assert "Wrong number" in page and "Due soon" in page and "0 days" in page
    case = f"/staff/cases/{conversation}"
    assert send(staff_browser, f"{case}/snooze", wake="1").status_code == 200
