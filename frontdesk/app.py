"""Builds the front desk's web application."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import JSONResponse, Response

from frontdesk import chat, pages
from frontdesk.pages.assets import Assets
from frontdesk.pages.locking import install_lock
from frontdesk.pages.problem import show_problem
from frontdesk.problems import install_problems
from frontdesk.service import AtService, open_service
from frontdesk.settings import FrontDeskSettings
from frontdesk.sms import webhook
from frontdesk.staff.refusing import install_refusals
from frontdesk.staff.routes import router as staff_routes
from frontdesk.turns import Timing
from store.database import touch
from store.garbage import settle_garbage_collector

# Every route that needs no token, and why. A test compares this with the routes there are.
PUBLIC_ROUTES = {
    "/": "the chat page; it shows a conversation only to the cookie that opens it",
    "/leave": "quick exit: forgets the cookie and goes to another website",
    "/privacy": "the privacy notice",
    "/accessibility": "the accessibility statement",
    "/assets": "style and script of the pages",
    "/review": "shows answers only to the cookie that opens them",
    "/receipt": "shows a referral only to the cookie that opens it",
    "/receipt.pdf": "shows a referral only to the cookie that opens it",
    "/receipt/email": "writes only to the address of the referral that the cookie opens",
    "/theme.css": "the charity's colour",
    "/save": "gives a resume code only to the cookie that opens the conversation",
    "/resume": "takes a resume code, with a limit on wrong ones",
    "/r/{code}": "asks whether to use the code of a link; looks nothing up",
    "/new-chat": "gives the browser a new cookie",
    "/here": "says how long the cookie's conversation stays open, nothing of it",
    "/embed.js": "the launcher for other websites",
    "/demo": "a page to see the launcher in; not in production",
    "/health": "for whoever watches the service; says nothing about people",
    "/openapi.json": "the description of the API",
    "/sms/twilio": "Twilio's texts; each request is let in by its signature",
    "/sms/twilio/": "the same, for a number set up with a slash at the end",
    "/sms/twilio/status": "Twilio's delivery receipts; each is let in by its signature",
    "/sms/twilio/status/": "the same, with a slash at the end",
    "/staff/sign-in": "asks colleagues for password and second factor, with a limit on wrong ones",
    "/staff/sign-in/passkey": "lets in by a passkey, with the same limit on wrong ones",
    "/staff/sign-in/passkey/options": "hands out a challenge that is good once",
    "/staff/sign-in/elsewhere": "leads to the provider of single sign-on",
    "/staff/sign-in/elsewhere/return": "lets in whom the provider vouches for",
    "/staff/set-up/{code}/passkey-options": "lets in by the same one-time code",
    "/staff/set-up/{code}": "lets in by a one-time code of ./intake staff add",
    "/api/conversations": "opens a new conversation; it hands out the token",
}


def build_app(settings: FrontDeskSettings, timing: Timing | None = None) -> FastAPI:
    """The application; its lifespan opens the database and runs the sweep."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        service = open_service(settings, timing or Timing())
        app.state.service = service
        background = service.start_background()
        settle_garbage_collector()
        try:
            yield
        finally:
            for task in background:
                task.cancel()
            await asyncio.gather(*background, return_exceptions=True)
            await service.close()

    app = FastAPI(
        title="SEND mediation intake",
        version="1",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
    )
    install_problems(app, show_problem)
    install_lock(app)
    install_refusals(app)
    app.include_router(chat.router)
    app.include_router(pages.router)
    app.include_router(webhook.router)
    app.include_router(staff_routes)
    app.mount("/assets", Assets())
    # Streams of events are left as they are (starlette.middleware.gzip).
    app.add_middleware(GZipMiddleware, minimum_size=500, compresslevel=6)

    @app.get("/health", include_in_schema=False)
    async def report_health(service: AtService) -> Response:
        """Healthy is a front desk that can keep messages; the assistant may be down meanwhile."""
        await service.transactions.read(touch)
        is_ready = await service.assistant.is_ready()
        return JSONResponse(
            {"status": "ok", "database": "ok", "assistant": "ok" if is_ready else "down"}
        )

    return app
