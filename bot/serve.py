"""Starts the Rasa server: `python -m bot.serve`. One channel on one address, and nothing else.

`rasa run` would listen everywhere and report to its makers unless told not to, and go on
without a model when loading one fails (rasa-facts B13, B14, B15).
"""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import time
from pathlib import Path
from typing import Any

from bot.settings import BadSetting, Settings, read_settings
from bot.train import model_for_present_content

SMOKE_TEST = "hello"


class CannotStart(RuntimeError):
    """Why the server cannot start, in one line for the person who started it."""


def serve(root: Path) -> None:
    """Serve the model of the present content until stopped. Raises CannotStart."""
    started = time.monotonic()
    try:
        settings = read_settings()
    except BadSetting as error:
        raise CannotStart(str(error)) from None
    _export(settings)
    model = model_for_present_content(root)
    if not model.exists():
        raise CannotStart("No model for the present content: run python -m bot.train first.")
    _check_port_is_free(settings)

    from bot.quiet_logs import keep_people_out_of_logs

    keep_people_out_of_logs()
    app = build_app(load_agent(root, model))

    @app.listener("after_server_start")
    async def say_ready(_app: Any, _loop: Any) -> None:
        seconds = time.monotonic() - started
        address = f"{settings.rasa_host}:{settings.rasa_port}"
        print(f"Rasa serves {model.name} at {address} after {seconds:.1f} s.", flush=True)

    app.run(
        host=settings.rasa_host,
        port=settings.rasa_port,
        workers=1,
        access_log=False,
        debug=False,
    )


def load_agent(root: Path, model: Path) -> Any:
    """Load the model and read one message with it. Raises CannotStart if either fails.

    A classifier that cannot be restored is silently replaced by an untrained one
    (logistic_regression_classifier.py:180-202), hence the message.
    """
    from rasa.core.agent import Agent
    from rasa.core.tracker_store import TrackerStore
    from rasa.core.utils import AvailableEndpoints
    from sqlalchemy.exc import SQLAlchemyError

    from bot.channel import describe_failure
    from bot.engine import prepare
    from bot.quick_start import read_domains_quickly

    read_domains_quickly()
    endpoints = AvailableEndpoints.read_endpoints(str(root / "endpoints.yml"))
    try:
        store = TrackerStore.create(endpoints.tracker_store)
    except SQLAlchemyError as error:
        raise CannotStart(f"INTAKE_TRACKER_URL: {type(error).__name__}.") from None
    try:
        agent = Agent.load(model, tracker_store=store, action_endpoint=endpoints.action)
        prepare(agent)
        asyncio.run(agent.parse_message(SMOKE_TEST))
    except Exception as error:
        place = describe_failure(error)
        raise CannotStart(f"{model.name} cannot be loaded: {place}.") from None
    return agent


def build_app(agent: Any) -> Any:
    """The web application with our channel and no HTTP API."""
    from rasa.core.channels.channel import register
    from sanic import Sanic

    from bot.channel import IntakeInput

    app = Sanic("intake", configure_logging=False)
    app.ctx.agent = agent
    register([IntakeInput()], app, route="/webhooks/")

    @app.listener("after_server_stop")
    async def close(_app: Any, _loop: Any) -> None:
        await agent.action_endpoint.close()
        agent.tracker_store.close()

    return app


def _export(settings: Settings) -> None:
    """Give defaults to what endpoints.yml names, and silence what would call out or chatter."""
    os.environ["INTAKE_ACTIONS_URL"] = settings.actions_url
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"


def _check_port_is_free(settings: Settings) -> None:
    """Fail at once rather than after the seconds that loading takes."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.rasa_host, settings.rasa_port))
        except OSError as error:
            address = f"{settings.rasa_host}:{settings.rasa_port}"
            raise CannotStart(f"{address} cannot be used: {error.strerror}.") from None


if __name__ == "__main__":
    try:
        serve(Path.cwd())
    except CannotStart as error:
        sys.exit(str(error))
