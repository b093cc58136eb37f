"""`make bench`: measure, print tables, write var/bench.json; exit code 1 for a missed target.

First our assistant against a bare Rasa one, then the pages of the staff side with 100,000 referrals
and 2,000,000 messages, on SQLite and on PostgreSQL (bench/queue.py, which also runs by itself).
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bench.chat import BareConversation, NoAnswer, OurConversation
from bench.figures import Assistant, measure
from bench.queue import measure_staff_side
from bench.results import ROOT, keep
from bench.server import NotStarted, find_child
from bench.table import compare, render
from bench.turns import Talk
from tools.free_ports import find_free_port

WORK = ROOT / "var" / "bench"
_RASA_BIN = ROOT / ".venv-rasa" / "bin"
_QUIET = {
    "PATH": os.environ.get("PATH", ""),
    "HOME": os.environ.get("HOME", ""),
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}
# Any state of a conversation can take these: what is compared is the length, not the content.
_STEADY = ("what is mediation?", "is it free?", "can I bring someone with me?")
_BARE_STEADY = ("are you a bot?", "are you a human?", "am I talking to a bot?")


def prepare_bare() -> Assistant:
    """The assistant of `rasa init`, exactly as the package ships it, with its own REST channel."""
    package, version = _find_rasa_package()
    folder = WORK / f"bare-{version}"
    if not folder.exists():
        shutil.copytree(package / "cli" / "initial_project", folder)
    port = find_free_port()
    rasa = str(_RASA_BIN / "rasa")
    return Assistant(
        name="bare Rasa",
        folder=folder,
        training=[rasa, "train", "--force"],
        training_folder=folder,
        add_a_message=lambda: _write_a_message(folder / "data"),
        command=[rasa, "run", "-i", "127.0.0.1", "-p", str(port)],
        environment=_QUIET,
        log=WORK / "bare.log",
        talk=Talk(
            lambda: BareConversation(port), _read_messages("bare_messages.txt"), _BARE_STEADY
        ),
        find_rasa=lambda process_id: process_id,
    )


def prepare_ours() -> Assistant:
    """Ours as `make run` serves it, with everything on but the limit of messages a minute."""
    port, rasa_port, actions_port = (find_free_port() for _ in range(3))
    state, content = WORK / "ours", _copy_content()
    shutil.rmtree(state, ignore_errors=True)
    return Assistant(
        name="ours",
        folder=ROOT,
        training=[str(_RASA_BIN / "python"), "-m", "bot.train"],
        training_folder=content,
        add_a_message=lambda: _write_a_message(content / "data" / "nlu"),
        command=["./intake", "up"],
        environment={
            **_QUIET,
            "INTAKE_ENV": "test",
            "INTAKE_VAR": str(state),
            "INTAKE_DATABASE_URL": f"sqlite:///{state / 'intake.db'}",
            "INTAKE_PORT": str(port),
            "INTAKE_RASA_URL": f"http://127.0.0.1:{rasa_port}",
            "INTAKE_ACTIONS_URL": f"http://127.0.0.1:{actions_port}",
            "INTAKE_RATE_LIMIT": "off",
        },
        log=WORK / "ours.log",
        talk=Talk(lambda: OurConversation(port), _read_messages("messages.txt"), _STEADY),
        find_rasa=lambda process_id: find_child(process_id, "bot.serve"),
    )


def main(arguments: Sequence[str]) -> int:
    """Measure bare Rasa and ours. Returns 0 when every target measured holds, else 1."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--reuse", action="store_true", help="do not train; use the models of an earlier run"
    )
    train = not parser.parse_args(arguments).reuse
    WORK.mkdir(parents=True, exist_ok=True)
    try:
        bare, ours = measure([prepare_bare(), prepare_ours()], train=train, tell=_tell)
    except (NotStarted, NoAnswer, subprocess.CalledProcessError) as error:
        print(f"The benchmark stopped: {error}. Logs: {WORK}", file=sys.stderr)
        return 1
    rows = compare(bare, ours)
    print(f"\n{render(rows)}\n")
    keep("assistant", {"rows": [asdict(row) for row in rows]})
    missed = any(row.holds is False for row in rows)
    return 1 if measure_staff_side() or missed else 0


def _copy_content() -> Path:
    """A fresh copy of what a model is made of, so that training finds nothing done before."""
    copy = WORK / "ours-training"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for folder in ("bot", "data"):
        shutil.copytree(ROOT / folder, copy / folder)
    for file in ROOT.glob("*.yml"):
        shutil.copy(file, copy)
    return copy


def _write_a_message(folder: Path) -> None:
    lines = ('version: "3.1"', "nlu:", "- intent: goodbye", "  examples: |", "    - ta ra for now")
    (folder / "one_more.yml").write_text("\n".join((*lines, "")), encoding="utf-8")


def _find_rasa_package() -> tuple[Path, str]:
    found = subprocess.run(
        [str(_RASA_BIN / "python"), "-c", "import rasa; print(rasa.__file__, rasa.__version__)"],
        capture_output=True,
        text=True,
        check=True,
    )
    file, version = found.stdout.split()
    return Path(file).parent, version


def _read_messages(name: str) -> list[str]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _tell(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
