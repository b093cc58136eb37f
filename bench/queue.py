"""`python -m bench.queue`: how fast the staff side is with many referrals, on SQLite.

Seeds a database, serves it with the real front desk and asks for pages over HTTP, one at a time.
Prints the table, writes var/bench-queue.json; exit code 1 for a missed target.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx

from bench.seeding import OPEN_IN, phone_of, reference_of, seed
from bench.server import find_free_port
from store.database import Database, open_database
from store.migrate import migrate
from store.settings import StoreSettings
from store.staff import add_staff, find_staff
from store.staff_sessions import begin_session

ROOT = Path(__file__).resolve().parent.parent
RESULT = ROOT / "var" / "bench-queue.json"
ROUNDS = 60
TARGETS = {"queue page": 150.0, "case page": 200.0, "search": 300.0}
"""Milliseconds that 95 in 100 requests may take."""

FILTERS = (
    "",
    "page=4",
    "who=mine",
    "who=unassigned",
    "reason=wrong_number",
    "channel=sms",
    "urgent=1",
    "outside=1",
    "council=E08000007",
)


@dataclass(frozen=True)
class Figure:
    """What one kind of page took, in milliseconds."""

    name: str
    p50: float
    p95: float
    target: float

    @property
    def holds(self) -> bool:
        """Whether the target was met."""
        return self.p95 <= self.target


def main(arguments: Sequence[str]) -> int:
    """Seeds where needed, measures, tells. Returns 0 when every target holds, else 1."""
    parser = argparse.ArgumentParser(prog="python -m bench.queue", description=__doc__)
    parser.add_argument("--referrals", type=int, default=100_000)
    parser.add_argument("--messages", type=int, default=2_000_000)
    parser.add_argument("--folder", type=Path, default=ROOT / "var" / "bench" / "queue")
    parser.add_argument("--reuse", action="store_true", help="measure what was seeded before")
    chosen = parser.parse_args(arguments)
    settings = StoreSettings(env="test", var=chosen.folder, database_url=None)
    if not chosen.reuse:
        shutil.rmtree(chosen.folder, ignore_errors=True)
    database = open_database(settings)
    migrate(database)
    token = _seed(database, chosen.referrals, chosen.messages, is_seeded=chosen.reuse)
    figures = _measure(chosen.folder, token, chosen.referrals)
    database.close()
    for figure in figures:
        print(f"{figure.name:12} p50 {figure.p50:6.1f} ms  p95 {figure.p95:6.1f} ms", end="  ")
        print(f"target {figure.target:.0f} ms  {'holds' if figure.holds else 'MISSED'}")
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(
        json.dumps(
            {
                "at": datetime.now(UTC).isoformat(timespec="seconds"),
                "machine": platform.platform(),
                "processors": os.cpu_count(),
                "referrals": chosen.referrals,
                "messages": chosen.messages,
                "figures": [asdict(figure) for figure in figures],
            },
            indent=2,
        )
        + "\n",
        encoding="utf-8",
    )
    return 0 if all(figure.holds for figure in figures) else 1


def _seed(database: Database, referrals: int, messages: int, *, is_seeded: bool) -> str:
    now = datetime.now(UTC)
    with database.writing() as session:
        if find_staff(session, "jo@example.org") is None:
            add_staff(session, name="Jo", email="jo@example.org", role="caseworker", now=now)
            add_staff(session, name="Sam", email="sam@example.org", role="caseworker", now=now)
    if not is_seeded:
        seed(
            database,
            referrals=referrals,
            messages=messages,
            today=now.date(),
            staff_ids=(1, 2),
            tell=lambda line: print(line, flush=True),
        )
    with database.writing() as session:
        jo = find_staff(session, "jo@example.org")
        assert jo is not None
        return begin_session(session, jo, browser="bench", now=now)


def _measure(folder: Path, token: str, referrals: int) -> list[Figure]:
    port = find_free_port()
    environment = os.environ | {
        "INTAKE_ENV": "test",
        "INTAKE_VAR": str(folder),
        "INTAKE_PORT": str(port),
        "INTAKE_RASA_URL": f"http://127.0.0.1:{find_free_port()}",
        "INTAKE_ACTIONS_URL": f"http://127.0.0.1:{find_free_port()}",
        "INTAKE_RATE_LIMIT": "off",
    }
    log = (folder / "front-desk.log").open("w", encoding="utf-8")
    desk = subprocess.Popen(
        [sys.executable, "-m", "frontdesk"], cwd=ROOT, env=environment, stdout=log, stderr=log
    )
    try:
        with httpx.Client(
            base_url=f"http://127.0.0.1:{port}",
            headers={"Accept": "text/html"},
            cookies={"staff": token},
            trust_env=False,
            timeout=60,
        ) as client:
            return _ask(client, referrals)
    finally:
        desk.terminate()
        desk.wait()
        log.close()


def _ask(client: httpx.Client, referrals: int) -> list[Figure]:
    form_token = _first_page(client)
    dice = random.Random(1)

    def look(path: str) -> None:
        assert client.get(path).status_code == 200, path

    def find(words: str) -> None:
        fields = {"form_token": form_token, "words": words}
        assert client.post("/staff/search", data=fields).status_code == 200

    def one() -> int:
        return dice.randrange(referrals)

    def ask_for_case() -> None:
        look(f"/staff/referrals/{reference_of(one() // OPEN_IN * OPEN_IN)}")

    def search() -> None:
        number = one()
        find(dice.choice((reference_of(number), phone_of(number), f"family{number}@example.org")))

    return [
        _time("queue page", lambda: look(f"/staff?{dice.choice(FILTERS)}")),
        _time("case page", ask_for_case),
        _time("search", search),
    ]


def _first_page(client: httpx.Client) -> str:
    for _ in range(300):
        try:
            page = client.get("/staff")
        except httpx.TransportError:
            time.sleep(0.1)
            continue
        found = re.search(r'name="form_token" value="([^"]+)"', page.text)
        assert found, page.status_code
        return found[1]
    raise TimeoutError("the front desk did not start")


def _time(name: str, ask: Callable[[], None]) -> Figure:
    took = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        ask()
        took.append(1000 * (time.perf_counter() - started))
    return Figure(
        name, statistics.median(took), statistics.quantiles(took, n=20)[-1], TARGETS[name]
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
