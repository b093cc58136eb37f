"""Pages of the staff side: their templates, and headers stricter than the parents' pages have."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from starlette.responses import HTMLResponse, RedirectResponse

from casework.law.deadlines import LONDON
from casework.referral.show import show_date
from casework.team.opening_hours import service_details
from frontdesk.pages.rendering import open_templates, page_headers
from frontdesk.pages.theme import theme_address
from frontdesk.service import Service
from frontdesk.staff.rights import SignedIn
from frontdesk.staff.texts import load_staff_texts


def show_moment(moment: datetime) -> str:
    """A time as colleagues read it, in London: 5 November 2026, 14:05."""
    local = moment.astimezone(LONDON)
    return f"{show_date(local.date())}, {local:%H:%M}"


_templates = open_templates(Path(__file__).parent / "templates")
_templates.filters["moment"] = show_moment
_templates.filters["day"] = show_date


def staff_headers(service: Service) -> dict[str, str]:
    """The headers of every page, and no frame anywhere."""
    headers = page_headers(service.settings)
    policy = headers["Content-Security-Policy"]
    own, _mark, _frames = policy.partition("frame-ancestors")
    return headers | {"Content-Security-Policy": f"{own}frame-ancestors 'none'"}


def render_staff_page(
    service: Service, template: str, who: SignedIn | None, *, status: int = 200, **context: Any
) -> HTMLResponse:
    """A page from its template for whoever is signed in."""
    every_page = {
        "who": who,
        "layout": load_staff_texts("layout"),
        "service": service_details(),
        "theme": theme_address(service.settings),
    }
    page = _templates.get_template(template).render({**every_page, **context})
    return HTMLResponse(page, status_code=status, headers=staff_headers(service))


def send_to(service: Service, path: str) -> RedirectResponse:
    """Shows another page after a form was taken."""
    return RedirectResponse(path, status_code=303, headers=staff_headers(service))
