"""Every route of the staff side × every role, and signed out. A route without a rule fails here."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from fastapi.routing import RouteContext, iter_route_contexts

from frontdesk.app import PUBLIC_ROUTES, build_app
from frontdesk.settings import FrontDeskSettings
from frontdesk.staff.rights import ApiRule, Rule
from store.accounts.api_tokens import add_api_token, revoke_api_token
from store.accounts.staff import ROLES, Role
from store.database import Database
from tests.integration.colleagues import StaffBrowser, employ
from tests.integration.front_desk import FrontDesk

STAFF = ("/staff", "/api/staff")
# Whom each page is for; everything else is for all who are signed in.
EVERYBODY = set(ROLES)
ONLY_FOR: dict[str, set[Role]] = {
    "/staff/referrals/{reference}/safeguarding": {"safeguarding_lead"},
    "/staff/referrals/{reference}/safeguarding/copy.pdf": {"safeguarding_lead"},
    "/staff/exports": {"manager", "administrator"},
    "/staff/exports/cases.csv": {"manager", "administrator"},
    "/staff/audit": {"manager", "administrator", "safeguarding_lead"},
    "/staff/tokens": {"administrator"},
    "/staff/tokens/{token_id}/revoke": {"administrator"},
    "/api/staff/referrals": {"manager", "administrator"},
    "/staff/figures": {"manager", "administrator"},
    "/staff/figures/{table}.csv": {"manager", "administrator"},
    "/staff/rota": {"manager", "administrator"},
    "/staff/rota/week": {"manager", "administrator"},
    "/staff/rota/last-resort": {"manager", "administrator"},
    "/staff/rota/changes": {"manager", "administrator"},
    "/staff/rota/changes/{change_id}/remove": {"manager", "administrator"},
    "/staff/alerts/test": {"manager", "administrator"},
    "/staff/accounts": {"administrator"},
    "/staff/accounts/{staff_id}": {"administrator"},
    "/staff/accounts/{staff_id}/role": {"administrator"},
    "/staff/accounts/{staff_id}/reset": {"administrator"},
    "/staff/accounts/{staff_id}/disable": {"administrator"},
    "/staff/accounts/{staff_id}/enable": {"administrator"},
}
OF_NOBODY = {
    "reference": "AAAA-AAAA",
    "session_id": 999,
    "passkey_id": 999,
    "staff_id": 999,
    "token_id": 999,
    "conversation_id": "00000000-0000-4000-8000-000000000000",
    "handover_id": 999,
    "field": "phone",
    "alert_id": 999,
    "change_id": 999,
    "table": "weeks",
    "view_id": 999,
}
DONE_BY_ANYBODY = {200, 303, 404, 422}


def staff_routes(settings: FrontDeskSettings) -> list[RouteContext]:
    return [
        route
        for route in iter_route_contexts(build_app(settings).routes)
        if route.path and route.path.startswith(STAFF) and route.path not in PUBLIC_ROUTES
    ]


def rules_of(route: RouteContext) -> list[Rule]:
    found = []
    for dependency in route.dependant.dependencies:
        if isinstance(dependency.call, ApiRule):
            found.append(dependency.call.rule)
        elif isinstance(dependency.call, Rule):
            found.append(dependency.call)
    return found


def test_every_route_names_the_least_role_that_may_use_it(
    desk_settings: FrontDeskSettings,
) -> None:
    routes = staff_routes(desk_settings)
    assert len(routes) >= 8
    assert [route.path for route in routes if len(rules_of(route)) != 1] == []
    assert set(ONLY_FOR) <= {route.path for route in routes}


def test_nobody_sees_anything_signed_out(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings
) -> None:
    browser = StaffBrowser(front_desk)
    browser.client.cookies.set("staff", "a guess")
    for route in staff_routes(desk_settings):
        assert route.path and route.methods
        path = route.path.format(**OF_NOBODY)
        for method in route.methods:
            response = browser.client.request(method, path)
            is_page = response.status_code == 303
            assert is_page or response.status_code == 401, (method, path)
            if is_page:
                assert response.headers["location"].startswith("/staff/sign-in?then="), path
            by_script = browser.client.request(method, path, headers={"Accept": "*/*"})
            assert by_script.status_code == 401, (method, path)
    browser.client.close()


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_in_where_it_may_and_nowhere_else(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings, kept: Database, role: Role
) -> None:
    colleague = employ(kept, role=role)
    for route in staff_routes(desk_settings):
        assert route.path and route.methods
        path = route.path.format(**OF_NOBODY)
        may = role in ONLY_FOR.get(route.path, EVERYBODY)
        assert rules_of(route)[0].allows(role) is may, route.path
        for method in route.methods:
            browser = StaffBrowser(front_desk)
            browser.sign_in_quickly(kept, colleague)
            token = browser.form_token("/staff") if method != "GET" else ""
            response = browser.client.request(method, path, headers={"X-Form-Token": token})
            if may:
                assert response.status_code in DONE_BY_ANYBODY, (method, path, role)
            else:
                assert response.status_code == 403, (method, path, role)
            browser.client.close()


def test_a_form_without_the_sessions_token_is_refused_on_every_route(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings, kept: Database
) -> None:
    colleague = employ(kept, role="safeguarding_lead")
    browser = StaffBrowser(front_desk)
    browser.sign_in_quickly(kept, colleague)
    posts = [route for route in staff_routes(desk_settings) if (route.methods or set()) - {"GET"}]
    assert posts
    for route in posts:
        assert route.path
        response = browser.client.post(route.path.format(**OF_NOBODY), data={"form_token": "x"})
        assert response.status_code == 403, route.path
    browser.client.close()


def test_every_staff_page_keeps_to_itself(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings, kept: Database
) -> None:
    browser = StaffBrowser(front_desk)
    browser.sign_in_quickly(kept, employ(kept, role="safeguarding_lead"))
    routes = staff_routes(desk_settings)
    pages = [route.path for route in routes if route.path and "GET" in (route.methods or set())]
    for path in ["/staff/sign-in", "/staff/set-up/x", *pages]:
        headers = browser.client.get(path.format(**OF_NOBODY)).headers
        if path.startswith("/api/"):
            continue
        assert headers["cache-control"] == "no-store", path
        policy = headers.get("content-security-policy", "")
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy, path
        assert "unsafe" not in policy and headers["referrer-policy"] == "same-origin", path
    browser.client.close()


@pytest.mark.parametrize(
    ("scopes", "status"), [(["referrals:read"], 404), (["safeguarding:read"], 403)]
)
def test_a_program_gets_as_far_as_the_scope_of_its_token(
    front_desk: FrontDesk, kept: Database, scopes: list[str], status: int
) -> None:
    now = datetime.now(UTC)
    with kept.writing() as session:
        token = add_api_token(session, "case system", scopes, now=now)  # type: ignore[arg-type]
    path, headers = "/api/staff/referrals/AAAA-AAAA", {"Authorization": f"Bearer {token}"}
    assert front_desk.client.get(path, headers=headers).status_code == status
    for page in ("/staff", "/staff/account"):
        assert front_desk.client.get(page, headers=headers).status_code == 401
    with kept.writing() as session:
        assert revoke_api_token(session, 1, now=now)
    refused = front_desk.client.get(path, headers=headers)
    assert refused.status_code == 401
    assert refused.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("header", ["Bearer nothing", "Bearer", "Basic eDp5", "ünknown"])
def test_a_wrong_token_opens_nothing_though_somebody_is_signed_in(
    front_desk: FrontDesk, kept: Database, header: str
) -> None:
    browser = StaffBrowser(front_desk)
    browser.sign_in_quickly(kept, employ(kept))
    response = browser.client.get(
        "/api/staff/referrals/AAAA-AAAA", headers={"Authorization": header.encode()}
    )
    assert response.status_code == 401
    browser.client.close()
