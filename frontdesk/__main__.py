"""Serves the front desk: `python -m frontdesk`."""

from __future__ import annotations

import sys

import uvicorn

from frontdesk.app import build_app
from frontdesk.settings import FrontDeskSettings
from store.logs import set_up_logs
from store.settings import SettingsError, load_settings

SHUTDOWN_SECONDS = 3


def serve() -> int:
    """Runs until it is told to stop; 2 when a setting is wrong."""
    try:
        settings = load_settings(FrontDeskSettings)
        app = build_app(settings)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    set_up_logs()
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        forwarded_allow_ips=settings.trusted_proxies,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
    )
    return 0


if __name__ == "__main__":
    sys.exit(serve())
