"""The walls of docs/architecture.md: imports point down, the outside is reached in few places."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

MAY_IMPORT = {
    "casework": set(),
    "store": {"casework"},
    "actions": {"store", "casework"},
    "frontdesk": {"store", "casework"},
    "cli": {"actions", "frontdesk", "store", "casework"},
    "bot": set(),
    "tools": {"casework"},
    "bench": {"store", "casework", "tools"},
    "evaluation": {"casework"},
}
FLOORS = {  # rooms within a room, lowest first; what is not named here lies below them all
    "casework": [
        "places",
        "law",
        "referral",
        "texts",
        "safety",
        "team",
        "people",
        "dispute",
        "consent",
        "answers",
        "turn",
        "corrections",
        "conversation",
    ],
    "store": [
        "tables",
        "audit",
        "outgoing_emails",
        "accounts",
        "conversations",
        "cases",
        "figures",
        "alerting",
        "handling",
        "referrals",
        "queue",
        "texts",
        "messages",
        "takeover",
        "erasing",
    ],
    "frontdesk/staff": [
        "sign_in",
        "accounts",
        "reading",
        "case",
        "referral",
        "conversation",
        "queue",
        "alerts",
        "figures",
        "api",
        "audit_page",
        "routes",
    ],
}
CASEWORK_MAY_USE = {"pydantic", "yaml", "rapidfuzz", "phonenumbers", "holidays"}
SQL_LIVES_IN = {"store", "bot"}  # bot: Rasa's own tracker store is built on SQLAlchemy

HOSTS = {
    "api.twilio.com": "sends the texts; TWILIO_API_BASE_URL points elsewhere",
    "www.bbc.co.uk": "where the quick exit takes somebody's browser",
}
EXAMPLES = ("example.org", "example.com")  # RFC 2606: nobody's
LOOPBACK = {"127.0.0.1", "localhost", "0.0.0.0", "[::1]"}

LONGEST = 300
LONG_FOR_A_REASON: dict[str, str] = {
    "tests/integration/test_staff_passkeys.py": "a test a way in that a passkey opens or does not",
    "tests/integration/test_staff_single_sign_on.py": "a test a thing that a provider may say",
    "tests/rasa/test_rasa_facts.py": "a test a trap",
    "tests/unit/casework/conversation/test_order.py": "a test a thing a parent does",
    "tests/unit/content/test_texts.py": "every rule over every text",
}


def modules(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def imported_modules(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_packages(path: Path) -> set[str]:
    return {module.split(".")[0] for module in imported_modules(path)}


def strings_in_code(path: Path) -> Iterator[str]:
    """Every string but docstrings, which cite the sources of facts by their address."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docstrings:
            yield str(node.value)


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_imports_point_down_only(room: str) -> None:
    forbidden = set(MAY_IMPORT) - MAY_IMPORT[room] - {room}
    found = {
        f"{path.relative_to(ROOT)} imports {package}"
        for path in modules(room)
        for package in imported_packages(path)
        if package in forbidden
    }
    assert not found


@pytest.mark.parametrize("house", FLOORS)
def test_imports_between_the_rooms_of_a_house_point_down_only(house: str) -> None:
    floors = {name: floor for floor, name in enumerate(FLOORS[house], start=1)}
    package = house.replace("/", ".") + "."
    found = set()
    for path in modules(house):
        inside = path.relative_to(ROOT / house).with_suffix("").parts[0]
        for module in imported_modules(path):
            other = module.removeprefix(package).split(".")[0]
            is_above = floors.get(other, 0) > floors.get(inside, 0)
            if module.startswith(package) and is_above and inside != "migrations":
                found.add(f"{path.relative_to(ROOT)} imports {module}")
    assert not found


@pytest.mark.parametrize("house", FLOORS)
def test_every_room_of_a_house_has_its_floor(house: str) -> None:
    rooms = {path.parent.name for path in (ROOT / house).glob("*/__init__.py")}
    alone = {path.stem for path in (ROOT / house).glob("*.py")}
    assert rooms <= set(FLOORS[house]) <= rooms | alone


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_every_room_has_something_in_it(room: str) -> None:
    assert modules(room)


def test_the_inbox_knows_no_channel() -> None:
    """Texts, pages and staff build on it, so it is handed what is theirs (frontdesk.desk.Desk)."""
    channels = re.compile(r"^from frontdesk\.(sms|pages|staff)\b", re.MULTILINE)
    for name in ("desk", "inbox", "settling", "danger", "turns", "sweep", "transactions"):
        assert not channels.search((ROOT / f"frontdesk/{name}.py").read_text("utf-8")), name


def test_the_domain_knows_no_web_no_database_and_no_rasa() -> None:
    allowed = CASEWORK_MAY_USE | {"casework"} | set(sys.stdlib_module_names)
    found = {
        f"{path.relative_to(ROOT)} imports {package}"
        for path in modules("casework")
        for package in imported_packages(path)
        if package not in allowed
    }
    assert not found


def test_sql_lives_in_the_store_only() -> None:
    """The others pass sessions on, so they may name their type, and nothing else of SQLAlchemy."""
    found = {
        f"{path.relative_to(ROOT)}: {ast.unparse(node)}"
        for room in set(MAY_IMPORT) - SQL_LIVES_IN
        for path in modules(room)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        if re.search(r"\b(sqlalchemy|alembic|psycopg|sqlite3)\b", ast.unparse(node))
        if ast.unparse(node) != "from sqlalchemy.orm import Session"
    }
    assert not found


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_no_code_names_a_host_of_the_network(room: str) -> None:
    found = {
        f"{path.relative_to(ROOT)}: {host}"
        for path in modules(room)
        for text in strings_in_code(path)
        for host in re.findall(r"https?://([\w.-]+\.[a-z]{2,}|\d+\.\d+\.\d+\.\d+)", text)
        if host not in HOSTS.keys() | LOOPBACK and not host.endswith(EXAMPLES)
    }
    assert not found


def test_pages_load_nothing_from_elsewhere() -> None:
    loads = re.compile(
        r"""(?:\bsrc\s*=|<link[^>]*\bhref\s*=|\burl\(|@import|\bfetch\()\s*["']?(?:https?:)?//"""
    )
    found = [
        str(path.relative_to(ROOT))
        for room in ("frontdesk", "evaluation")
        for path in (ROOT / room).rglob("*")
        if path.suffix in {".html", ".css", ".js", ".svg"}
        if loads.search(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_no_module_holds_two_ideas_for_want_of_asking() -> None:
    long = {
        str(path.relative_to(ROOT))
        for room in [*MAY_IMPORT, "tests"]
        for path in modules(room)
        if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST
    }
    assert long == set(LONG_FOR_A_REASON)


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
    found = [
        str(path.relative_to(ROOT))
        for room in [*MAY_IMPORT, "tests"]
        for path in modules(room)
        if path.stem in empty or path.parent.name in empty
    ]
    assert not found
