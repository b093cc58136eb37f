"""Run every stage of the tests in order, stopping at the first that fails: `make test`.

With names of stages as arguments, runs only those.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_APPLICATION = [".venv/bin/python", "-m"]
_RASA = [".venv-rasa/bin/python", "-m"]
_IN_RASA = ["tests/unit/bot", "tests/rasa"]

STAGES: dict[str, list[str]] = {
    "ruff": [*_APPLICATION, "ruff", "check", "."],
    "mypy": [*_APPLICATION, "mypy"],
    "unit": [*_APPLICATION, "pytest", "tests/unit", "--ignore=tests/unit/bot"],
    "train": [*_RASA, "bot.train"],
    "understanding": [*_APPLICATION, "pytest", "tests/understanding"],
    "rasa": [*_RASA, "pytest", *_IN_RASA],
    "conversation": [*_APPLICATION, "pytest", "tests/conversation"],
    "integration": [*_APPLICATION, "pytest", "tests/integration"],
    "web": [*_APPLICATION, "pytest", "tests/web"],
}  # fmt: skip

_ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "PYTHONUNBUFFERED": "1",
}


def run_stages(names: Sequence[str]) -> int:
    """Run the named stages; the exit code of the first that fails, or 0."""
    started = time.monotonic()
    for number, name in enumerate(names, start=1):
        print(f"\n── {number}/{len(names)} {name} ", "─" * 40, flush=True)
        stage_started = time.monotonic()
        done = subprocess.run(
            STAGES[name], cwd=ROOT, env={**os.environ, **_ENVIRONMENT}, check=False
        )
        if done.returncode != 0:
            print(f"The stage “{name}” failed (exit code {done.returncode}).", file=sys.stderr)
            return done.returncode
        print(f"{name}: {time.monotonic() - stage_started:.0f} s", flush=True)
    print(f"All stages passed in {time.monotonic() - started:.0f} s.", flush=True)
    return 0


def main(arguments: Sequence[str]) -> int:
    """Run all stages, or the ones named. Returns the exit code."""
    unknown = [name for name in arguments if name not in STAGES]
    if unknown:
        print(f"No such stage: {', '.join(unknown)}. There are: {', '.join(STAGES)}.")
        return 2
    return run_stages(arguments or list(STAGES))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
