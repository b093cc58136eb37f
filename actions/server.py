"""Serves the custom actions to Rasa: `python -m actions.server`.

The stock server of rasa_sdk listens on every interface, asks for no key and answers an exception
with the whole request body, the parent's words among it (rasa-facts B12, C). This one does not.
"""

from __future__ import annotations

import hmac
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import structlog
import uvicorn
from rasa_sdk.executor import ActionExecutor
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from actions.places import place_of
from actions.referral_form import ValidateReferralForm
from actions.settings import ActionSettings
from store.database import open_database
from store.garbage import settle_garbage_collector
from store.logs import set_up_logs
from store.migrate import migrate
from store.settings import SettingsError, load_settings

log = structlog.get_logger()
KEY_HEADER = "X-Intake-Key"


def build_app(settings: ActionSettings) -> Starlette:
    """The application: POST /webhook for Rasa (with the internal key), GET /health for all."""
    database = open_database(settings)
    executor = ActionExecutor()
    executor.register_action(ValidateReferralForm(database, settings))
    key = settings.keys.internal_key

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        migrate(database)
        settle_garbage_collector()
        yield
        database.close()

    async def run_action(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get(KEY_HEADER, "").encode(), key.encode()):
            return JSONResponse({"error": "wrong or missing key"}, status_code=401)
        call: dict[str, Any] = json.loads(await request.body())
        # Rasa sends no domain (endpoints.yml); the SDK would refuse that with 449 (rasa-facts C).
        call["domain"] = call.get("domain") or {}
        try:
            result = await executor.run(call)
        except Exception as error:
            # Only the kind and the place: messages of errors may hold what a parent wrote.
            log.error("action_failed", kind=type(error).__name__, at=place_of(error))
            return JSONResponse({"error": "the action failed"}, status_code=500)
        return JSONResponse(result.model_dump() if result else {"events": [], "responses": []})

    async def tell_health(request: Request) -> Response:
        return JSONResponse({"status": "ready"})

    return Starlette(
        routes=[
            Route("/webhook", run_action, methods=["POST"]),
            Route("/health", tell_health, methods=["GET"]),
        ],
        lifespan=lifespan,
    )


def main() -> None:
    """Run the server until it is told to stop; a bad setting is one line and exit code 2."""
    try:
        settings = load_settings(ActionSettings)
    except SettingsError as error:
        sys.exit(f"actions: {error}")
    set_up_logs()
    uvicorn.run(
        build_app(settings),
        host=settings.host,
        port=settings.port,
        access_log=False,
        log_level="warning",
    )


if __name__ == "__main__":
    main()
