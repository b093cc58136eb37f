"""Finding a Python interpreter that really runs. Standard library only, Python 3.8 or newer."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Iterator, Sequence

_ABOUT = "import sqlite3, ssl, sys; print('%d.%d' % sys.version_info[:2]); print(sys.executable)"


def find_python(versions: Sequence[str]) -> Path | None:
    """The first interpreter found of `versions` ("3.12"), best version first; None when none runs.

    A name on PATH is no proof: pyenv's shims exist for versions that are not switched on, and
    some builds lack SQLite or TLS. So each candidate is started and asked.
    """
    for version in versions:
        for candidate in _candidates(version):
            executable = _ask(candidate, version)
            if executable is not None:
                return executable
    return None


def read_version(python: Path) -> str | None:
    """The version ("3.12") of the interpreter at this path; None when it does not run."""
    answer = _run(python)
    return answer[0] if answer else None


def _candidates(version: str) -> Iterator[Path]:
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        candidate = Path(folder) / f"python{version}"
        if folder and os.access(candidate, os.X_OK):
            yield candidate
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield from sorted(
        pyenv.glob(f"versions/{version}.*/bin/python{version}"), key=_patch_number, reverse=True
    )


def _patch_number(python: Path) -> int:
    patch = python.parent.parent.name.split(".")[2]
    return int(patch) if patch.isdigit() else -1


def _ask(candidate: Path, version: str) -> Path | None:
    answer = _run(candidate)
    return Path(answer[1]) if answer and answer[0] == version else None


def _run(python: Path) -> list[str] | None:
    try:
        done = subprocess.run(
            [str(python), "-c", _ABOUT], capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.split("\n") if done.returncode == 0 else None
