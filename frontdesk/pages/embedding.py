"""The launcher for the charity's own website, and a page to see it in."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from frontdesk.pages.rendering import page_headers, render_page, render_text
from frontdesk.pages.texts import load_texts
from frontdesk.service import AtService

router = APIRouter()


@router.get("/embed.js")
async def send_launcher(service: AtService) -> Response:
    """The script that another website includes; it may be an hour old."""
    texts = load_texts("embed")
    told = {name: texts[name] for name in ("chat", "close")}
    return Response(
        render_text("embed.js", told=told | {"colour": service.settings.colour}),
        media_type="text/javascript",
        headers={
            "Cache-Control": "public, max-age=3600",
            "Cross-Origin-Resource-Policy": "cross-origin",
            "X-Content-Type-Options": "nosniff",
        },
    )


@router.get("/demo")
async def show_demo(service: AtService) -> Response:
    """A page with loud styles of its own, as another website would have; else a 404."""
    if service.settings.env == "production":
        raise HTTPException(404)
    page = render_page(service, "demo.html", texts=load_texts("demo"))
    policy = page_headers(service.settings)["Content-Security-Policy"]
    page.headers["Content-Security-Policy"] = f"{policy}; frame-src 'self'"
    return page
