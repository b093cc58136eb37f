"""Run every stage of the tests: `make test`. After one that fails no more begin.

With names of stages as arguments, runs only those. A stage that leaves one of two cores idle has
another beside it, and its output is shown whole when it ends.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
CORES = 2
_APPLICATION = (".venv/bin/python", "-m")
_RASA = (".venv-rasa/bin/python", "-m")
_TWO_WORKERS = ("--numprocesses", "2", "--dist")


@dataclass(frozen=True)
class Stage:
    """A command, how many cores it keeps busy, and whether it needs the trained model."""

    command: tuple[str, ...]
    cores: int = 1
    needs_model: bool = False


STAGES = {
    "train": Stage((*_RASA, "bot.train")),
    "ruff": Stage((*_APPLICATION, "ruff", "check", ".")),
    "mypy": Stage((*_APPLICATION, "mypy")),
    "unit": Stage((*_APPLICATION, "pytest", "tests/unit", "--ignore=tests/unit/bot")),
    "rasa": Stage((*_RASA, "pytest", "tests/unit/bot", "tests/rasa"), needs_model=True),
    "understanding": Stage((*_APPLICATION, "pytest", "tests/understanding"), needs_model=True),
    # A file's tests share what it starts, so they stay with one worker.
    "conversation": Stage(
        (
            *_APPLICATION,
            "pytest",
            "tests/conversation",
            *_TWO_WORKERS,
            "loadfile",
            "--no-loadscope-reorder",
        ),
        cores=CORES,
        needs_model=True,
    ),
    "integration": Stage(
        (*_APPLICATION, "pytest", "tests/integration", *_TWO_WORKERS, "worksteal"), cores=CORES
    ),
    "web": Stage(
        (*_APPLICATION, "pytest", "tests/web", *_TWO_WORKERS, "worksteal"),
        cores=CORES,
        needs_model=True,
    ),
}

_ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "PYTHONUNBUFFERED": "1",
}


@dataclass
class Running:
    """A stage under way; `output` holds what it says until it ends, unless it is alone."""

    name: str
    stage: Stage
    output: IO[bytes] | None
    began: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self.process = subprocess.Popen(
            self.stage.command,
            cwd=ROOT,
            env={**os.environ, **_ENVIRONMENT},
            stdout=self.output,
            stderr=None if self.output is None else subprocess.STDOUT,
        )

    def end(self) -> int:
        """Show what it said, and how it went: its exit code."""
        if self.output is not None:
            _head(self.name)
            self.output.seek(0)
            print(self.output.read().decode(errors="replace"), end="", flush=True)
            self.output.close()
        seconds, code = time.monotonic() - self.began, self.process.wait()
        went = "passed" if code == 0 else f"FAILED (exit code {code})"
        print(f"{self.name}: {went}, {seconds:.0f} s", flush=True)
        return code


def run_stages(names: Sequence[str]) -> int:
    """Run the named stages; the exit code of the first that fails, or 0."""
    began = time.monotonic()
    waiting, running = list(names), list[Running]()
    failed: dict[str, int] = {}
    while running or (waiting and not failed):
        while waiting and not failed and _may_begin(waiting[0], running):
            running.append(_begin(waiting.pop(0), is_alone=len(names) == 1))
        for one in [one for one in running if one.process.poll() is not None]:
            running.remove(one)
            if code := one.end():
                failed[one.name] = code
        time.sleep(0.1)
    for name, code in failed.items():
        print(f"The stage “{name}” failed (exit code {code}).", file=sys.stderr)
    if not failed:
        print(f"All stages passed in {time.monotonic() - began:.0f} s.", flush=True)
    return next(iter(failed.values()), 0)


def _may_begin(name: str, running: Sequence[Running]) -> bool:
    stage = STAGES[name]
    is_room = sum(one.stage.cores for one in running) + stage.cores <= CORES
    return is_room and not (stage.needs_model and any(one.name == "train" for one in running))


def _begin(name: str, *, is_alone: bool) -> Running:
    stage = STAGES[name]
    if is_alone or stage.cores == CORES:
        _head(name)
        return Running(name, stage, output=None)
    print(f"{name}: begun", flush=True)
    return Running(name, stage, output=tempfile.TemporaryFile())


def _head(name: str) -> None:
    print(f"\n── {name} ", "─" * 50, flush=True)


def main(arguments: Sequence[str]) -> int:
    """Run all stages, or the ones named. Returns the exit code."""
    unknown = [name for name in arguments if name not in STAGES]
    if unknown:
        print(f"No such stage: {', '.join(unknown)}. There are: {', '.join(STAGES)}.")
        return 2
    return run_stages(arguments or list(STAGES))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
