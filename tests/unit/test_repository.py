"""What is in the repository: nothing of one machine, nothing that a fresh clone would miss."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REGISTRY_HOST = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian\.org")
MACHINE_PATH = re.compile(r"(?:^|[^.\w/])/(?:home|root|work|tmp)/[a-z]|pyenv/versions/\d")
MARKER = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)


def files_of_the_repository() -> list[Path]:
    """Tracked files, and new ones that git would take."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def texts() -> Iterator[tuple[str, str]]:
    for path in files_of_the_repository():
        try:
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


@pytest.mark.parametrize("unwanted", [REGISTRY_HOST, MACHINE_PATH, MARKER])
def test_no_file_holds_what_belongs_to_one_machine(unwanted: re.Pattern[str]) -> None:
    assert [name for name, text in texts() if unwanted.search(text)] == []


def test_no_file_holds_keys_or_state() -> None:
    kept_out = (".env", "var/", ".venv", ".tools/", "keys.json")
    names = [str(path.relative_to(ROOT)) for path in files_of_the_repository()]
    assert [name for name in names if name.startswith(kept_out) and name != ".env.example"] == []


@pytest.mark.parametrize(
    "lock",
    ["requirements.lock", "requirements-dev.lock", "bot/requirements.lock",
     "tools/requirements.lock"],
)  # fmt: skip
def test_every_locked_package_has_a_hash(lock: str) -> None:
    entries = re.split(r"\n(?=[a-zA-Z0-9])", (ROOT / lock).read_text(encoding="utf-8"))
    packages = [entry for entry in entries if "==" in entry]
    assert packages
    assert [entry.split()[0] for entry in packages if "--hash=sha256:" not in entry] == []


def test_the_tests_environment_runs_what_is_served() -> None:
    def versions(lock: str) -> dict[str, str]:
        text = (ROOT / lock).read_text(encoding="utf-8")
        return dict(re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==([^\s;]+)", text, re.MULTILINE))

    served, tested = versions("requirements.lock"), versions("requirements-dev.lock")
    assert {name: tested.get(name) for name in served} == served


def test_every_verb_of_make_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    verbs = re.findall(r"^([a-z]+):", makefile, re.MULTILINE)
    told = re.findall(r"^([a-z]+):.*## \S", makefile, re.MULTILINE)
    assert verbs == told
    assert len(verbs) <= 10


@pytest.mark.parametrize("name", ["intake", ".ci/run"])
def test_what_people_start_is_executable(name: str) -> None:
    assert os.access(ROOT / name, os.X_OK)
