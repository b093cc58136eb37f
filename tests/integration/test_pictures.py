"""`make screenshots` takes a picture of every page that a colleague can open."""

from __future__ import annotations

from fastapi.routing import iter_route_contexts

from frontdesk.app import build_app
from frontdesk.settings import FrontDeskSettings
from tests.web.staff_states import STATES, WITHOUT_PICTURE


def test_every_page_of_the_staff_side_has_a_picture_or_a_reason_why_not(
    desk_settings: FrontDeskSettings,
) -> None:
    pages = {
        route.path
        for route in iter_route_contexts(build_app(desk_settings).routes)
        if route.path and route.path.startswith(("/staff", "/api/staff"))
        if "GET" in (route.methods or ())
    }
    pictured = {state.route for state in STATES}
    assert pages == pictured | set(WITHOUT_PICTURE)
    assert not pictured & set(WITHOUT_PICTURE)
    assert len({state.name for state in STATES}) == len(STATES)
