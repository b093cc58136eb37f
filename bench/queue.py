"""`python -m bench.queue`: how fast the staff side is with many referrals, on both databases.

Seeds a database, serves it with the real front desk and asks for pages over HTTP, one at a time.
The PostgreSQL is one of its own, from the machine's programs. Prints the table, writes
var/bench.json; exit code 1 for a missed target.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import re
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

import httpx

from bench.results import ROOT, keep
from bench.seeding import OPEN_IN, child_name_of, phone_of, reference_of, seed
from bench.server import serving
from store.accounts.sessions import begin_session
from store.accounts.staff import add_staff, find_staff
from store.database import Database, open_database
from store.migrate import migrate
from store.settings import StoreSettings
from tools.free_ports import find_free_port
from tools.postgres_server import find_programs, run_postgres

FOLDER = ROOT / "var" / "bench" / "queue"
DATABASES = ("SQLite", "PostgreSQL")
ROUNDS = 60
TARGETS = {
    "queue page": 150.0,
    "case page": 200.0,
    "search": 300.0,
    "what is new": 50.0,
    "figures": 1000.0,
}
"""Milliseconds that 95 in 100 requests may take."""

FILTERS = (
    "everything=1",
    "page=4",
    "who=mine",
    "who=unassigned",
    "reason=wrong_number",
    "channel=sms",
    "urgent=1",
    "outside=1",
    "council=E08000007",
)
PERIODS = ("this_month", "last_month", "this_year", "last_12_weeks")


@dataclass(frozen=True)
class Figure:
    """What one kind of page took, in milliseconds."""

    database: str
    name: str
    p50: float
    p95: float
    target: float

    @property
    def holds(self) -> bool:
        """Whether the target was met."""
        return self.p95 <= self.target


def main(arguments: Sequence[str]) -> int:
    """Measures what the command line asks for. Returns 0 when every target holds, else 1."""
    parser = argparse.ArgumentParser(prog="python -m bench.queue", description=__doc__)
    parser.add_argument("--referrals", type=int, default=100_000)
    parser.add_argument("--messages", type=int, default=2_000_000)
    parser.add_argument("--on", choices=DATABASES, action="append", help="one database only")
    chosen = parser.parse_args(arguments)
    return measure_staff_side(chosen.on or DATABASES, chosen.referrals, chosen.messages)


def measure_staff_side(
    databases: Sequence[str] = DATABASES, referrals: int = 100_000, messages: int = 2_000_000
) -> int:
    """Seeds, measures, tells and keeps the figures. Returns 0 when every target holds, else 1."""
    figures: list[Figure] = []
    for name in filter(_can_be_run, databases):
        shutil.rmtree(FOLDER, ignore_errors=True)
        print(f"{name}: {referrals:,} referrals, {messages:,} messages …", flush=True)
        with _address_of(name) as address:
            figures += _measure_on(name, address, referrals, messages)
    for figure in figures:
        print(f"{figure.database:11} {figure.name:12} p50 {figure.p50:6.1f} ms", end="  ")
        print(f"p95 {figure.p95:6.1f} ms  target {figure.target:.0f} ms", end="  ")
        print("holds" if figure.holds else "MISSED")
    rows = [{**asdict(figure), "holds": figure.holds} for figure in figures]
    keep("staff", {"referrals": referrals, "messages": messages, "rows": rows})
    shutil.rmtree(FOLDER, ignore_errors=True)
    return 0 if all(figure.holds for figure in figures) else 1


def _can_be_run(name: str) -> bool:
    if name == "SQLite":
        return True
    try:
        find_programs()
    except FileNotFoundError as error:
        print(f"{name}: not measured. {error}", flush=True)
        return False
    return True


@contextlib.contextmanager
def _address_of(name: str) -> Iterator[str | None]:
    """The address of an empty database; None stands for the embedded one."""
    if name == "SQLite":
        yield None
        return
    with run_postgres() as address:
        yield address


def _measure_on(name: str, address: str | None, referrals: int, messages: int) -> list[Figure]:
    database = open_database(StoreSettings(env="test", var=FOLDER, database_url=address))
    migrate(database)
    token = _seed(database, referrals, messages)
    try:
        with _front_desk(token, address) as client:
            return _ask(name, client, referrals)
    finally:
        database.close()


def _seed(database: Database, referrals: int, messages: int) -> str:
    now, started = datetime.now(UTC), time.monotonic()
    with database.writing() as session:
        add_staff(session, name="Jo", email="jo@example.org", role="manager", now=now)
        add_staff(session, name="Sam", email="sam@example.org", role="caseworker", now=now)
    seed(database, referrals=referrals, messages=messages, today=now.date(), staff_ids=(1, 2))
    print(f"seeded in {time.monotonic() - started:.0f} s", flush=True)
    with database.writing() as session:
        jo = find_staff(session, "jo@example.org")
        assert jo is not None
        return begin_session(session, jo, browser="bench", now=now)


@contextlib.contextmanager
def _front_desk(token: str, address: str | None) -> Iterator[httpx.Client]:
    port = find_free_port()
    environment = os.environ | {
        "INTAKE_ENV": "test",
        "INTAKE_VAR": str(FOLDER),
        "INTAKE_PORT": str(port),
        "INTAKE_RASA_URL": f"http://127.0.0.1:{find_free_port()}",
        "INTAKE_ACTIONS_URL": f"http://127.0.0.1:{find_free_port()}",
        "INTAKE_RATE_LIMIT": "off",
        "INTAKE_DATABASE_URL": address or "",
    }
    command = [sys.executable, "-m", "frontdesk"]
    with (
        serving(command, ROOT, environment, FOLDER / "front-desk.log"),
        httpx.Client(
            base_url=f"http://127.0.0.1:{port}",
            headers={"Accept": "text/html"},
            cookies={"staff": token},
            trust_env=False,
            timeout=60,
        ) as client,
    ):
        yield client


def _ask(database: str, client: httpx.Client, referrals: int) -> list[Figure]:
    form_token = _first_page(client)
    dice = random.Random(1)

    def look(path: str) -> None:
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)

    def find(words: str) -> None:
        fields = {"form_token": form_token, "words": words}
        assert client.post("/staff/search", data=fields).status_code == 200

    def one() -> int:
        return dice.randrange(referrals)

    def ask_for_case() -> None:
        look(f"/staff/referrals/{reference_of(one() // OPEN_IN * OPEN_IN)}")

    def search() -> None:
        number = one()
        child = child_name_of(number)
        given, family = child.split()
        by_contact = (reference_of(number), phone_of(number), f"family{number}@example.org")
        find(dice.choice((*by_contact, child, given, family)))

    def ask_for_news() -> None:
        since = datetime.now(UTC).isoformat().replace("+", "%2B")
        look(f"/staff/queue/news?{dice.choice(FILTERS)}&since={since}")

    return [
        _time(database, "queue page", lambda: look(f"/staff?{dice.choice(FILTERS)}")),
        _time(database, "case page", ask_for_case),
        _time(database, "search", search),
        _time(database, "what is new", ask_for_news),
        _time(database, "figures", lambda: look(f"/staff/figures?period={dice.choice(PERIODS)}")),
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


def _time(database: str, name: str, ask: Callable[[], None]) -> Figure:
    took = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        ask()
        took.append(1000 * (time.perf_counter() - started))
    p95 = statistics.quantiles(took, n=20)[-1]
    return Figure(database, name, statistics.median(took), p95, TARGETS[name])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
