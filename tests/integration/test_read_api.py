"""What a case system reads: lists page by page, one referral with its ETag, the paper."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator
from pypdf import PdfReader

from frontdesk.settings import FrontDeskSettings
from store.accounts.api_tokens import Scope, add_api_token, list_api_tokens, revoke_api_token
from store.database import Database
from store.handling.holding import claim_case
from store.queue.long_lists import list_changed
from store.referrals.lookup import find_referral
from store.tables import AuditEntry
from tests.integration.front_desk import FrontDesk, run_front_desk
from tests.integration.referred_family import TODAY, refer_family
from tests.integration.test_copies import change
from tests.integration.test_staff_queue import begin

LIST = "/api/staff/referrals"


@pytest.fixture
def desk_settings(desk_settings: FrontDeskSettings) -> FrontDeskSettings:
    return desk_settings.model_copy(update={"today": TODAY})


class Program:
    """A program with a token."""

    def __init__(self, desk: FrontDesk, kept: Database, *scopes: Scope) -> None:
        with kept.writing() as session:
            token = add_api_token(session, "case system", scopes, now=datetime.now(UTC))
        self.client, self.headers = desk.client, {"Authorization": f"Bearer {token}"}

    def get(
        self, path: str, headers: dict[str, str] | None = None, **params: Any
    ) -> httpx.Response:
        return self.client.get(path, params=params, headers=self.headers | (headers or {}))

    def list(self, **params: Any) -> dict[str, Any]:
        response = self.get(LIST, **params)
        assert response.status_code == 200, response.text
        assert response.headers["cache-control"] == "no-store"
        page: dict[str, Any] = response.json()
        return page


def references(page: dict[str, Any]) -> list[str]:
    return [line["reference"] for line in page["referrals"]]


def audited(kept: Database, action: str) -> list[list[str]]:
    with kept.reading() as session:
        return [e.fields for e in session.query(AuditEntry).filter_by(action=action)]


def test_program_lists_what_changed_page_by_page_and_nothing_is_left_out(
    front_desk: FrontDesk, kept: Database
) -> None:
    program = Program(front_desk, kept, "referrals:list")
    families = [refer_family(kept) for _ in range(5)]
    first = program.list(limit=2)
    assert references(first) == families[:2]
    line = first["referrals"][0]
    assert line["council"] == {"gss": "E08000007", "name": "Stockport", "coverage": "unknown"}
    assert line["legal_date"] == "2026-12-16" and line["status"] == "submitted"
    assert "Zoë" not in str(first) and "Sumner" not in str(first)
    change(kept, families[3], child={"name": "Zo"})
    rest, cursor = [], first["next"]
    while cursor:
        page = program.list(limit=2, cursor=cursor)
        rest += references(page)
        cursor = page["next"]
    assert rest == [families[2], families[4], families[3]]
    assert audited(kept, "referrals listed")[0] == ["rows=2"]


def test_program_asks_for_what_changed_since_its_last_run(
    front_desk: FrontDesk, kept: Database
) -> None:
    program = Program(front_desk, kept, "referrals:list")
    families = [refer_family(kept) for _ in range(3)]
    last = program.list()["referrals"][-1]["changed_at"]
    assert references(program.list(changed_after=last)) == []
    with kept.writing() as session:
        found = find_referral(session, families[0])
        assert found is not None
        assert claim_case(session, found.document["conversation_id"], 1, now=datetime.now(UTC))
    [line] = program.list(changed_after=last)["referrals"]
    assert (line["reference"], line["status"]) == (families[0], "in_progress")


def test_program_filters_by_status_council_and_when_it_was_sent(
    front_desk: FrontDesk, kept: Database
) -> None:
    program = Program(front_desk, kept, "referrals:list")
    reference = refer_family(kept)
    begin(kept, due=TODAY, gss="E09000001")
    now = datetime.now(UTC)
    assert references(program.list(council="E08000007")) == [reference]
    assert references(program.list(status=["contacted", "closed"])) == []
    assert len(references(program.list(status=["submitted", "closed"]))) == 2
    assert references(program.list(status="draft")) == []
    assert program.list(submitted_after=(now + timedelta(days=1)).isoformat())["next"] is None
    before = (now - timedelta(hours=1)).isoformat()
    assert reference in references(program.list(submitted_after=before))


@pytest.mark.parametrize(
    "wrong",
    [
        {"cursor": "x"},
        {"cursor": "bm90aGluZw=="},
        {"cursor": "é"},
        {"limit": 0},
        {"limit": 201},
        {"status": "lost"},
        {"council": "Leeds"},
        {"changed_after": "2026-11-22T00:00:00"},
    ],
)
def test_what_is_not_understood_is_refused_with_a_problem(
    front_desk: FrontDesk, kept: Database, wrong: dict[str, Any]
) -> None:
    response = Program(front_desk, kept, "referrals:list").get(LIST, **wrong)
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"


def test_each_scope_opens_its_own_door(front_desk: FrontDesk, kept: Database) -> None:
    reference = refer_family(kept)
    reader = Program(front_desk, kept, "referrals:read")
    lister = Program(front_desk, kept, "referrals:list")
    assert reader.get(LIST).status_code == 403
    for path in (f"{LIST}/{reference}", f"{LIST}/{reference}/pdf"):
        assert reader.get(path).status_code == 200
        assert lister.get(path).status_code == 403


def test_what_is_known_is_not_sent_or_noted_again(front_desk: FrontDesk, kept: Database) -> None:
    program = Program(front_desk, kept, "referrals:read")
    reference = refer_family(kept)
    tag = program.get(f"{LIST}/{reference}").headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}'):
        again = program.get(f"{LIST}/{reference}", {"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert len(audited(kept, "referral read")) == 1
    change(kept, reference, child={"name": "Zo"})
    changed = program.get(f"{LIST}/{reference}", {"If-None-Match": tag})
    assert changed.status_code == 200 and changed.headers["etag"] != tag
    assert len(audited(kept, "referral read")) == 2


def test_the_tag_of_a_program_that_sees_less_is_another(
    front_desk: FrontDesk, kept: Database
) -> None:
    reference = refer_family(kept, is_in_danger=True)
    sees = Program(front_desk, kept, "referrals:read", "safeguarding:read")
    does_not = Program(front_desk, kept, "referrals:read")
    tag = sees.get(f"{LIST}/{reference}").headers["etag"]
    answer = does_not.get(f"{LIST}/{reference}", {"If-None-Match": tag})
    assert answer.status_code == 200 and answer.json()["safety"]["categories"] == []
    assert "safety" not in answer.json()["handover"]["reasons"]


def test_program_reads_the_paper_without_a_safeguarding_record(
    front_desk: FrontDesk, kept: Database
) -> None:
    program = Program(front_desk, kept, "referrals:read", "safeguarding:read")
    reference = refer_family(kept, is_in_danger=True)
    response = program.get(f"{LIST}/{reference}/pdf")
    text = PdfReader(io.BytesIO(response.content)).pages[0].extract_text()
    assert "by api token 1" in text and "afeguarding" not in text
    assert program.get(f"{LIST}/AAAA-AAAA/pdf").status_code == 404


def test_when_a_token_was_used_last_is_kept(front_desk: FrontDesk, kept: Database) -> None:
    program = Program(front_desk, kept, "referrals:list")
    with kept.reading() as session:
        assert list_api_tokens(session)[0].last_used_at is None
    program.list()
    with kept.reading() as session:
        used = list_api_tokens(session)[0].last_used_at
    assert used is not None and datetime.now(UTC) - used < timedelta(minutes=1)


def test_a_program_that_asks_too_often_is_told_to_wait(
    desk_settings: FrontDeskSettings, kept: Database
) -> None:
    slow = desk_settings.model_copy(update={"rate_limit": "30,3"})
    with run_front_desk(slow) as desk:
        program = Program(desk, kept, "referrals:list")
        other = Program(desk, kept, "referrals:list")
        assert [program.get(LIST).status_code for _ in range(4)] == [200, 200, 200, 429]
        assert int(program.get(LIST).headers["retry-after"]) > 0
        assert other.get(LIST).status_code == 200
        wrong = {"Authorization": "Bearer guess"}
        tries = [desk.client.get(LIST, headers=wrong).status_code for _ in range(4)]
        assert tries == [401, 401, 401, 429]


def test_the_api_is_described_with_examples_and_errors(front_desk: FrontDesk) -> None:
    described = front_desk.client.get("/openapi.json").json()
    for path in (LIST, f"{LIST}/{{reference}}", f"{LIST}/{{reference}}/pdf"):
        route = described["paths"][path]["get"]
        assert route["security"] == [{"StaffToken": []}]
        assert {"200", "401", "403", "429"} <= set(route["responses"])
        if path != LIST:
            assert "404" in route["responses"]
    assert "example" in described["components"]["schemas"]["Page"]
    one = described["paths"][f"{LIST}/{{reference}}"]["get"]["responses"]
    assert "example" in one["200"]["content"]["application/json"] and "304" in one


def test_the_list_is_read_alike_on_both_databases(database: Database) -> None:
    families = [refer_family(database) for _ in range(3)]
    everything: dict[str, Any] = {
        "statuses": ("submitted",),
        "council_gss": "E08000007",
        "submitted_after": datetime(2020, 1, 1, tzinfo=UTC),
        "changed_after": datetime(2020, 1, 1, tzinfo=UTC),
    }
    with database.reading() as session:
        first = list_changed(session, **everything, after=None, limit=2)
        mark = (first[-1].changed_at, first[-1].reference)
        rest = list_changed(session, **everything, after=mark, limit=2)
    assert [line.reference for line in first + rest] == families


def test_what_waits_in_the_queue_is_among_the_reasons_for_a_person(
    front_desk: FrontDesk, kept: Database
) -> None:
    reader = Program(front_desk, kept, "referrals:read")
    lead = Program(front_desk, kept, "referrals:read", "safeguarding:read")
    reference = refer_family(kept, is_in_danger=True)
    hidden = reader.get(f"{LIST}/{reference}").json()["handover"]
    assert hidden["needed"] and hidden["priority"] == "urgent" and "urgent" in hidden["reasons"]
    assert "safety" not in str(hidden)
    told = lead.get(f"{LIST}/{reference}").json()["handover"]
    assert told["needed"] and any(reason.startswith("safety:") for reason in told["reasons"])


def test_the_description_of_the_api_has_the_whole_shape_of_a_referral(
    front_desk: FrontDesk, kept: Database
) -> None:
    described = front_desk.client.get("/openapi.json").json()["paths"][LIST + "/{reference}"]
    schema = described["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    program = Program(front_desk, kept, "referrals:read")
    document = program.get(f"{LIST}/{refer_family(kept)}").json()
    Draft202012Validator(schema).validate(document)
    assert "deadlines" in schema["properties"]


def test_a_token_that_was_revoked_is_told_so(front_desk: FrontDesk, kept: Database) -> None:
    program = Program(front_desk, kept, "referrals:list")
    with kept.writing() as session:
        assert revoke_api_token(session, 1, now=datetime.now(UTC))
    refused = program.get(LIST)
    assert refused.status_code == 401 and "was revoked" in refused.json()["detail"]
