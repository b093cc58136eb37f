"""What somebody needs who works cases for the first time, and what must not mislead them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from casework.referral.draft import Draft
from casework.referral.record import Referral
from frontdesk.settings import FrontDeskSettings
from store.accounts.staff import Role, find_staff
from store.conversations.opening import find_conversation
from store.database import Database
from store.handling.handovers import list_handovers, record_handover
from store.messages.record import add_message
from store.messages.safety_events import record_safety_event
from store.referrals.drafts import load_draft, save_draft, to_draft
from store.tables import Case
from tests.integration.colleagues import SHOWS_PAGES, Colleague, StaffBrowser, employ
from tests.integration.referred_family import TODAY, refer_family
from tests.integration.test_staff_case_work import case_of, lines_of, send
from tests.integration.test_staff_queue import NOW, begin

DANGER = "he hits me"


@pytest.fixture
def desk_settings(desk_settings: FrontDeskSettings) -> FrontDeskSettings:
    return desk_settings.model_copy(update={"today": TODAY})


@pytest.fixture
def browser(staff_browser: StaffBrowser, kept: Database, jo: Colleague) -> StaffBrowser:
    staff_browser.sign_in_quickly(kept, jo)
    return staff_browser


def tell_of_danger(kept: Database, conversation_id: str) -> None:
    """As the front desk hears it while a colleague answers: no turn of the assistant follows."""
    now = datetime.now(UTC)
    with kept.writing() as session:
        conversation = find_conversation(session, conversation_id, lock=True)
        assert conversation is not None
        said = add_message(session, conversation, sender="parent", text=DANGER, now=now)
        record_safety_event(
            session,
            conversation,
            category="domestic_abuse",
            priority="urgent",
            message_id=said.id,
            now=now,
        )


@pytest.mark.parametrize("role", ["caseworker", "safeguarding_lead"])
def test_danger_told_to_a_colleague_is_flagged_on_the_case(
    staff_browser: StaffBrowser, kept: Database, role: Role
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role=role))
    reference = refer_family(kept)
    page = f"/staff/referrals/{reference}"
    assert "A worry about somebody" not in staff_browser.look(page)
    tell_of_danger(kept, case_of(kept, reference))
    seen, is_lead = staff_browser.look(page), role == "safeguarding_lead"
    assert "A worry about somebody" in seen
    assert (f'href="{page}/safeguarding"' in seen) == (DANGER in seen) == is_lead
    assert "domestic" not in seen
    copy = staff_browser.client.get(f"{page}/copy.json").json()
    assert copy["safety"] == {"flagged": True, "categories": []}
    if is_lead:
        record = staff_browser.look(f"{page}/safeguarding")
        assert DANGER in record and "tel:+447700900701" in record and "ring 999" in record


def test_whoever_asks_or_writes_again_while_waiting_is_back_in_the_queue(kept: Database) -> None:
    family = begin(kept, "asked_for_person")
    with kept.writing() as session:
        case = session.get(Case, family)
        assert case is not None
        case.snoozed_until = datetime(2027, 1, 1, tzinfo=UTC)
    with kept.writing() as session:
        record_handover(session, family, reason="asked_for_person", priority="soon", now=NOW)
    with kept.reading() as session:
        case = session.get(Case, family)
        assert case is not None and case.snoozed_until is None


def test_yes_to_calls_was_a_yes_to_the_number_before(browser: StaffBrowser, kept: Database) -> None:
    reference = refer_family(kept)
    case = f"/staff/cases/{case_of(kept, reference)}"
    fields = {"note": "they said so", "revision": "1"}

    def change(field: str, **values: str) -> None:
        page = browser.look(f"{case}/answers/{field}")
        revision = page.partition('name="revision" value="')[2].partition('"')[0]
        values |= {**fields, "revision": revision}
        answer = send(browser, f"{case}/answers/{field}", **values)
        assert answer.status_code == 200

    change("safe_contact", safe_to_call="yes", safe_to_text="no")
    change("phone", value="07700 900702")
    with kept.reading() as session:
        stored = load_draft(session, case.rpartition("/")[2])
        assert stored is not None
        contact = to_draft(stored).referral.contact
    assert (contact.safe_to_call, contact.safe_to_text) == (None, False)
    page = browser.look(f"/staff/referrals/{reference}")
    assert "yes to calls" not in page.partition("timeline")[0]
    assert 'href="tel:+447700900702"' in page


def test_colleague_named_in_a_note_finds_the_case_among_their_mentions(
    open_browser: Callable[[], StaffBrowser], kept: Database
) -> None:
    jo, sam = open_browser(), open_browser()
    jo.sign_in_quickly(kept, employ(kept))
    sam.sign_in_quickly(kept, employ(kept, "sam@example.org"))
    with kept.writing() as session:
        member = find_staff(session, "sam@example.org")
        assert member is not None
        member.name = "Sam Ali"
    reference = refer_family(kept)
    sam.look(f"/staff/referrals/{reference}")
    assert "Mentions of me (0)" in sam.look("/staff")
    send(jo, f"/staff/cases/{case_of(kept, reference)}/steps", step="note", note="@Sam please ring")
    queue = sam.look("/staff")
    assert "Mentions of me (1)" in queue and "New to you" in lines_of(queue)
    assert reference in lines_of(sam.look("/staff?who=mentions"))
    assert reference not in lines_of(jo.look("/staff?who=mentions"))


def test_two_cases_are_compared_before_they_are_merged_and_who_had_one_is_told(
    open_browser: Callable[[], StaffBrowser], kept: Database
) -> None:
    jo, sam = open_browser(), open_browser()
    jo.sign_in_quickly(kept, employ(kept))
    sam.sign_in_quickly(kept, employ(kept, "sam@example.org"))
    first, second = refer_family(kept), refer_family(kept)
    page = jo.look(f"/staff/referrals/{first}").partition("Perhaps the same family")[2]
    for words in ("This case and Referral", "Zoë", "Stockport", "We may tell the council"):
        assert words in page
    assert "The adults are not the same" not in page
    whole, part = case_of(kept, first), case_of(kept, second)
    form = {"note": "Another name", "value": "Ann Other"}
    revision = jo.look(f"/staff/cases/{part}/answers/name")
    form["revision"] = revision.partition('name="revision" value="')[2].partition('"')[0]
    send(jo, f"/staff/cases/{part}/answers/name", **form)
    assert "The adults are not the same" in jo.look(f"/staff/referrals/{first}")
    send(sam, f"/staff/cases/{part}/claim")
    send(sam, f"/staff/cases/{part}/steps", step="called", done_on=TODAY.isoformat())
    send(jo, f"/staff/cases/{whole}/merge", case=part, note="one family")
    assert "Mentions of me (1)" in sam.look("/staff")
    checklist = jo.look(f"/staff/referrals/{first}").partition("Checklist")[2]
    assert "22 November 2026" in checklist.partition("Certificate issued")[0]


def test_nothing_is_chosen_beforehand_and_safety_is_not_closed_without_a_word(
    staff_browser: StaffBrowser, kept: Database
) -> None:
    staff_browser.sign_in_quickly(kept, employ(kept, role="safeguarding_lead"))
    reference = refer_family(kept, is_in_danger=True)
    case = f"/staff/cases/{case_of(kept, reference)}"
    assert 'name="outcome" required' in staff_browser.look(case)
    answer = send(staff_browser, f"{case}/close", outcome="")
    assert answer.status_code == 422 and "How it ended is missing" in answer.text
    assert "Back to the queue" in answer.text
    with kept.reading() as session:
        [handover] = list_handovers(session, case.rpartition("/")[2])
    close = f"{case}/handovers/{handover.id}/close"
    assert send(staff_browser, close, outcome="answered").status_code == 422
    assert send(staff_browser, close, outcome="answered", note="rang").status_code == 200


def test_a_closed_case_that_is_left_to_the_lead_says_so(
    browser: StaffBrowser, kept: Database
) -> None:
    reference = refer_family(kept, is_in_danger=True)
    case = f"/staff/cases/{case_of(kept, reference)}"
    assert "stays in the queue, for them" in browser.look(case)
    send(browser, f"{case}/close", outcome="withdrawn")
    line = lines_of(browser.look("/staff"))
    assert reference in line and "Case closed" in line and "Claim" not in line


@pytest.mark.parametrize(
    ("path", "back"),
    [("/steps", ""), ("/claim", ""), ("/answers/child_name", "/answers/child_name")],
)
def test_whose_session_has_ended_comes_back_to_the_case(
    browser: StaffBrowser, kept: Database, path: str, back: str
) -> None:
    case = f"/staff/cases/{case_of(kept, refer_family(kept))}"
    browser.client.cookies.delete("staff")
    answer = browser.client.post(f"{case}{path}", data={"note": "x"}, headers=SHOWS_PAGES)
    assert answer.status_code == 303
    assert answer.headers["location"].endswith(f"{case}{back}".replace("/", "%2F"))


def test_family_called_is_noted_on_a_draft_for_which_a_person_is_asked(
    browser: StaffBrowser, kept: Database
) -> None:
    family = begin(kept, "asked_for_person")
    document = Draft(referral=Referral()).referral.to_document() | {"channel": "web"}
    with kept.writing() as session:
        save_draft(
            session,
            family,
            channel="web",
            document=document,
            progress={},
            turn_id="1",
            outcome={},
            changed_fields=[],
            now=NOW,
        )
    page = browser.look(f"/staff/cases/{family}")
    assert "Family called" in page and "Certificate issued" not in page.partition("Timeline")[0]
    assert "has not sent this yet, so there is no copy" in page
