"""A front desk whose assistant is a stand-in, for what only a browser and the pages show."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from frontdesk.settings import FrontDeskSettings
from tests.integration.front_desk import FrontDesk, run_front_desk
from tests.integration.rasa_stand_in import RasaStandIn


@contextmanager
def run_quick_desk(folder: Path, **settings: Any) -> Iterator[FrontDesk]:
    """Serves from this folder, with these settings."""
    rasa = RasaStandIn()
    chosen = FrontDeskSettings(
        env="test",
        var=folder,
        rasa_url=rasa.url,
        actions_url=rasa.url,
        rate_limit="off",
        **settings,
    )
    with run_front_desk(chosen) as desk:
        yield desk
    rasa.stop()
