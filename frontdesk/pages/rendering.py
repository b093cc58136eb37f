"""Templates, and the headers that every page is sent with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from frontdesk.service import Service
from frontdesk.settings import FrontDeskSettings

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page_headers(settings: FrontDeskSettings) -> dict[str, str]:
    """The headers of every page: nothing from elsewhere, nothing inline, nothing kept."""
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "connect-src": "'self'",
        "img-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'self'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {where}" for name, where in policy.items()),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }


def render_page(
    service: Service, template: str, *, status: int = 200, **context: Any
) -> HTMLResponse:
    """A page from its template, with the headers of all pages."""
    page = _templates.get_template(template).render(**context)
    return HTMLResponse(page, status_code=status, headers=page_headers(service.settings))
