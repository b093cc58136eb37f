"""Builds the front desk's web application."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles

from frontdesk import chat, pages
from frontdesk.problems import install_problems
from frontdesk.service import AtService, open_service
from frontdesk.settings import FrontDeskSettings
from frontdesk.turns import Timing
from store.database import touch
from store.garbage import settle_garbage_collector

# Every route that needs no token, and why. A test compares this with the routes there are.
PUBLIC_ROUTES = {
    "/": "the chat page; it shows a conversation only to the cookie that opens it",
    "/leave": "quick exit: forgets the cookie and goes to another website",
    "/privacy": "the privacy notice",
    "/assets": "style and script of the pages",
    "/health": "for whoever watches the service; says nothing about people",
    "/openapi.json": "the description of the API",
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
    install_problems(app)
    app.include_router(chat.router)
    app.include_router(pages.router)
    app.mount("/assets", StaticFiles(directory=Path(__file__).parent / "pages/assets"))

    @app.get("/health", include_in_schema=False)
    async def report_health(service: AtService) -> Response:
        """Healthy is a front desk that can keep messages; the assistant may be down meanwhile."""
        await service.transactions.read(touch)
        is_ready = await service.assistant.is_ready()
        return JSONResponse(
            {"status": "ok", "database": "ok", "assistant": "ok" if is_ready else "down"}
        )

    return app
