"""Templates, and the headers that every page is sent with."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from casework.law.deadlines import LONDON
from casework.team.opening_hours import describe_opening, service_details
from frontdesk.pages.assets import asset_address
from frontdesk.pages.texts import load_texts
from frontdesk.pages.theme import theme_address
from frontdesk.service import Service
from frontdesk.settings import FrontDeskSettings


def open_templates(folder: Path) -> Environment:
    """The templates of a folder; a name that is not given is an error, not a gap."""
    templates = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals["asset"] = asset_address
    return templates


_templates = open_templates(Path(__file__).parent / "templates")


def page_headers(settings: FrontDeskSettings) -> dict[str, str]:
    """The headers of every page: nothing from elsewhere, nothing inline, nothing kept.

    Addresses stay in the house. Not "no-referrer": with it browsers send `Origin: null`, and a
    form could not be told apart from one of another website (fetch.spec.whatwg.org, "append a
    request Origin header").
    """
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "connect-src": "'self'",
        "img-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": " ".join(("'self'", *settings.may_frame)),
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {where}" for name, where in policy.items()),
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }


def render_page(
    service: Service, template: str, *, status: int = 200, **context: Any
) -> HTMLResponse:
    """A page from its template, with the headers of all pages and what every page tells."""
    now = datetime.combine(service.settings.current_date(), datetime.now(LONDON).timetz())
    every_page = {
        "service": service_details(),
        "opening": describe_opening(now),
        "theme": theme_address(service.settings),
        "layout": load_texts("layout"),
    }
    page = render_text(template, **every_page, **context)
    return HTMLResponse(page, status_code=status, headers=page_headers(service.settings))


def render_text(template: str, **context: Any) -> str:
    """What a template says with this."""
    return _templates.get_template(template).render(context)
