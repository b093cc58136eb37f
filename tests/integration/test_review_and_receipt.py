"""A parent looks at all answers, changes one, sends them, and keeps a copy."""

from __future__ import annotations

import io
import re
from datetime import UTC, date, datetime
from html import unescape
from uuid import uuid4

import httpx
import pytest
from pydantic import SecretStr
from pypdf import PdfReader

from casework.referral.draft import Draft
from casework.referral.fields import put
from frontdesk.access import COOKIE
from frontdesk.settings import FrontDeskSettings
from store.conversations.tokens import make_token
from store.database import open_database
from store.referrals.drafts import save_draft, submit_draft
from tests.integration.front_desk import FrontDesk, run_front_desk
from tests.integration.rasa_stand_in import RasaStandIn

TODAY = date(2026, 11, 21)


def draft_of_holly() -> Draft:
    draft = Draft()
    for field, value in (
        ("role", "parent"),
        ("name", "Craig Sumner"),
        ("email", "craig@example.org"),
        ("child_name", "Holly <b>"),
        ("child_age", {"age": 8}),
        ("council", "E08000007"),
        ("access_needs", ["none"]),
    ):
        put(draft, field, value, today=TODAY)
    draft.referral.deadlines.contact_by = date(2099, 1, 5)
    draft.referral.requirement.certificate = "required"
    draft.referral.consent.store.given = True
    draft.progress.pending = "summary"
    return draft


def conversation_of(desk: FrontDesk) -> str:
    return desk.client.cookies[COOKIE].split(".")[0]


def begin(desk: FrontDesk) -> str:
    """Begins a conversation in this browser and returns its id."""
    page = desk.client.get("/")
    found = re.search(r'name="client_message_id" value="([^"]+)"', page.text)
    assert found
    desk.client.post("/", data={"client_message_id": found[1], "text": "hello"})
    return conversation_of(desk)


def keep_draft(
    settings: FrontDeskSettings, conversation_id: str, *, is_sent: bool, asks: str = "summary"
) -> str:
    database = open_database(settings)
    draft = draft_of_holly()
    draft.progress.pending, draft.progress.is_submitted = asks, is_sent
    document = {"schema_version": 1, "locale": "en", **draft.referral.to_document()}
    now = datetime.now(UTC)
    with database.writing() as session:
        saved = save_draft(
            session,
            conversation_id,
            channel="web",
            document=document,
            progress=draft.progress.model_dump(mode="json"),
            turn_id=str(uuid4()),
            outcome={},
            changed_fields=[],
            now=now,
        )
        if is_sent:
            submit_draft(session, conversation_id, document=document, now=now)
    database.close()
    return saved.reference


def post(desk: FrontDesk, **form: str) -> httpx.Response:
    return desk.client.post("/review", data={"client_message_id": str(uuid4()), **form})


def test_answers_are_shown_with_a_way_to_change_each(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings
) -> None:
    keep_draft(desk_settings, begin(front_desk), is_sent=False)
    page = front_desk.client.get("/review")
    assert page.status_code == 200
    assert "Craig Sumner" in page.text and "Holly &lt;b&gt;" in page.text
    assert page.text.count('name="change"') == page.text.count("<dt>") > 5
    assert 'name="send"' in page.text
    assert page.headers["cache-control"] == "no-store"


def test_change_and_send_are_said_in_the_conversation_once(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings, rasa: RasaStandIn
) -> None:
    keep_draft(desk_settings, begin(front_desk), is_sent=False)
    twice = {"client_message_id": str(uuid4()), "change": "child_age"}
    for _ in range(2):
        answer = front_desk.client.post("/review", data=twice)
        assert (answer.status_code, answer.headers["location"]) == (303, "/#newest")
    assert post(front_desk, send="1").headers["location"] == "/#newest"
    assert rasa.texts == ["hello", "Change: Age", "Yes, send it"]


@pytest.mark.parametrize("asks", ["share_with_council", "safe_contact", "permission", "name"])
def test_review_left_open_says_yes_to_no_other_question(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings, rasa: RasaStandIn, asks: str
) -> None:
    keep_draft(desk_settings, begin(front_desk), is_sent=False)
    assert 'name="send"' in front_desk.client.get("/review").text
    keep_draft(desk_settings, conversation_of(front_desk), is_sent=False, asks=asks)
    assert post(front_desk, send="1").headers["location"] == "/review"
    assert rasa.texts == ["hello"]


def test_review_left_open_sends_nothing_while_a_change_is_still_to_be_answered(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings, rasa: RasaStandIn
) -> None:
    keep_draft(desk_settings, begin(front_desk), is_sent=False)
    rasa.status = 503
    post(front_desk, change="child_age")
    assert post(front_desk, send="1").headers["location"] == "/review"
    page = front_desk.client.get("/").text
    assert "Change: Age" in page and "Yes, send it" not in page


def test_send_pressed_twice_is_one_message(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings, rasa: RasaStandIn
) -> None:
    keep_draft(desk_settings, begin(front_desk), is_sent=False)
    form = {"client_message_id": str(uuid4()), "send": "1"}
    first = front_desk.client.post("/review", data=form)
    keep_draft(desk_settings, conversation_of(front_desk), is_sent=True, asks="anything_else")
    second = front_desk.client.post("/review", data=form)
    assert first.headers["location"] == "/#newest"
    assert second.headers["location"] == "/receipt"
    assert rasa.texts == ["hello", "Yes, send it"]


@pytest.mark.parametrize("form", [{"change": "status"}, {"change": "<b>"}, {}, {"text": "hi"}])
def test_nothing_else_can_be_said_from_the_review(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings, rasa: RasaStandIn, form: dict[str, str]
) -> None:
    keep_draft(desk_settings, begin(front_desk), is_sent=False)
    assert post(front_desk, **form).headers["location"] == "/review"
    assert rasa.texts == ["hello"]


@pytest.mark.parametrize("path", ["/review", "/receipt", "/receipt.pdf"])
def test_nobody_else_sees_answers(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings, path: str
) -> None:
    conversation_id = begin(front_desk)
    keep_draft(desk_settings, conversation_id, is_sent=True)
    with httpx.Client(base_url=front_desk.url, trust_env=False, follow_redirects=True) as other:
        other.cookies.set(COOKIE, f"{conversation_id}.{make_token()}")
        page = other.get(path)
    assert "Craig" not in page.text and "K7" not in page.text
    assert "text/html" in page.headers["content-type"]


def test_receipt_names_the_reference_the_steps_and_the_date(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings
) -> None:
    reference = keep_draft(desk_settings, begin(front_desk), is_sent=True)
    text = unescape(front_desk.client.get("/receipt").text)
    assert reference in text
    assert "5 January 2099" in text and "A person from our team" in text
    assert "Email me" not in text, "no mail server is set"


def test_there_is_no_receipt_before_it_is_sent(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings
) -> None:
    keep_draft(desk_settings, begin(front_desk), is_sent=False)
    for path in ("/receipt", "/receipt.pdf"):
        answer = front_desk.client.get(path)
        assert (answer.status_code, answer.headers["location"]) == (303, "/review")


def test_copy_on_paper_is_a_tagged_pdf_under_a_name_that_tells_nothing(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings
) -> None:
    reference = keep_draft(desk_settings, begin(front_desk), is_sent=True)
    answer = front_desk.client.get("/receipt.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == 'attachment; filename="copy.pdf"'
    pdf = PdfReader(io.BytesIO(answer.content))
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    text = "".join(page.extract_text() for page in pdf.pages)
    assert reference in text and "Holly <b>" in text and "Craig Sumner" in text


def test_email_with_the_reference_is_queued_once_a_day_and_shows_no_whole_address(
    desk_settings: FrontDeskSettings,
) -> None:
    settings = desk_settings.model_copy(update={"smtp_url": SecretStr("smtp://127.0.0.1:9")})
    with run_front_desk(settings) as desk:
        keep_draft(settings, begin(desk), is_sent=True)
        page = desk.client.get("/receipt")
        assert "c…@example.org" in unescape(page.text) and "Email me" in page.text
        first, second = (desk.client.post("/receipt/email") for _ in range(2))
    assert first.headers["location"] == "/receipt?email=now"
    assert second.headers["location"] == "/receipt?email=before"
