"""The supervisor, with real processes."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cli.supervisor import Child, Supervisor, describe_end, pause_before_start, rotate_log

ROOT = Path(__file__).resolve().parents[3]
SLEEPS = "import time; time.sleep(60)"


def python_child(tmp_path: Path, name: str, code: str, **environment: str) -> Child:
    return Child(
        name,
        (sys.executable, "-c", textwrap.dedent(code)),
        environment,
        tmp_path / "log" / f"{name}.log",
        lambda: True,
    )


def is_alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process_id}/stat")
    return not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def wait_until(holds: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def supervise(tmp_path: Path, told: list[str]) -> Iterator[Callable[..., Supervisor]]:
    started: list[Supervisor] = []

    def start(*children: Child) -> Supervisor:
        supervisor = Supervisor(children, tmp_path, tell=told.append)
        started.append(supervisor)
        supervisor.start_all()
        return supervisor

    yield start
    for supervisor in started:
        supervisor.stop_all()


def test_it_is_ready_once_every_child_is_healthy(tmp_path, supervise) -> None:
    healthy = tmp_path / "healthy"
    slow = Child("slow", (sys.executable, "-c", SLEEPS), {}, tmp_path / "slow.log", healthy.exists)
    supervisor = supervise(python_child(tmp_path, "quick", SLEEPS), slow)
    supervisor.look_after()
    assert not supervisor.is_ready()
    healthy.touch()
    supervisor.look_after()
    assert supervisor.is_ready()


def test_a_child_that_is_killed_is_started_again(tmp_path, supervise, told) -> None:
    supervisor = supervise(python_child(tmp_path, "front desk", SLEEPS))
    supervisor.look_after()
    first = supervisor.process_ids()["front desk"]
    os.kill(first, signal.SIGKILL)

    def has_new_process() -> bool:
        supervisor.look_after()
        return supervisor.process_ids()["front desk"] != first

    wait_until(has_new_process)
    assert is_alive(supervisor.process_ids()["front desk"])
    assert len(told) == 1
    assert "The front desk stopped (killed by SIGKILL); starting it again in 1 s" in told[0]


def test_why_a_child_stopped_is_told(tmp_path, supervise, told) -> None:
    code = "import sys; print('Loading', flush=True); sys.exit('No model: run make run.')"
    supervisor = supervise(python_child(tmp_path, "Rasa server", code))

    def is_told() -> bool:
        supervisor.look_after()
        return bool(told)

    wait_until(is_told)
    assert "stopped (exit code 1)" in told[0]
    assert told[0].endswith("Rasa server.log ends: No model: run make run.")


def test_it_is_not_ready_while_a_child_is_down(tmp_path, supervise) -> None:
    supervisor = supervise(python_child(tmp_path, "brief", "raise SystemExit(3)"))

    def is_noticed() -> bool:
        supervisor.look_after()
        return not supervisor.is_ready()

    wait_until(is_noticed)


def test_the_pause_before_a_new_start_doubles_up_to_half_a_minute() -> None:
    assert [pause_before_start(deaths) for deaths in range(1, 8)] == [1, 2, 4, 8, 16, 30, 30]


def test_how_a_process_ended_is_told_in_words() -> None:
    assert describe_end(3) == "exit code 3"
    assert describe_end(-15) == "killed by SIGTERM"


def test_stopping_ends_grandchildren_too(tmp_path, supervise) -> None:
    supervisor = supervise(
        python_child(
            tmp_path,
            "parent",
            f"""
            import subprocess, sys, time
            child = subprocess.Popen([sys.executable, "-c", "{SLEEPS}"])
            print(child.pid, flush=True)
            time.sleep(60)
            """,
        )
    )
    log = tmp_path / "log" / "parent.log"
    wait_until(lambda: log.read_text().strip().isdecimal())
    grandchild = int(log.read_text())
    supervisor.stop_all()
    wait_until(lambda: not is_alive(grandchild))


def test_a_child_that_will_not_end_is_ended_by_force(tmp_path, supervise, monkeypatch) -> None:
    monkeypatch.setattr("cli.supervisor._GRACE_SECONDS", 0.5)
    supervisor = supervise(
        python_child(
            tmp_path,
            "stubborn",
            """
            import signal, time
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            print("deaf", flush=True)
            time.sleep(60)
            """,
        )
    )
    wait_until(lambda: "deaf" in (tmp_path / "log" / "stubborn.log").read_text())
    supervisor.stop_all()
    assert not is_alive(supervisor.process_ids()["stubborn"])


def test_a_child_sees_only_the_environment_it_was_given(tmp_path, supervise, monkeypatch) -> None:
    monkeypatch.setenv("INTAKE_SECRET_KEY", "must not be seen")
    code = "import os; print(sorted(name for name in os.environ if name.startswith('INTAKE')))"
    supervise(python_child(tmp_path, "rasa", code, INTAKE_RASA_PORT="5005"))
    log = tmp_path / "log" / "rasa.log"
    wait_until(lambda: log.exists() and log.read_text().endswith("]\n"))
    assert log.read_text() == "['INTAKE_RASA_PORT']\n"


def test_only_the_owner_may_read_a_log(tmp_path, supervise) -> None:
    supervise(python_child(tmp_path, "front desk", SLEEPS))
    assert (tmp_path / "log" / "front desk.log").stat().st_mode & 0o077 == 0


def test_logs_of_earlier_starts_are_kept_five_deep(tmp_path: Path) -> None:
    log = tmp_path / "rasa.log"
    for start in range(8):
        rotate_log(log)
        log.write_text(str(start))
    kept = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert kept == {
        "rasa.log": "7",
        "rasa.log.1": "6",
        "rasa.log.2": "5",
        "rasa.log.3": "4",
        "rasa.log.4": "3",
        "rasa.log.5": "2",
    }


RUN_TWO_CHILDREN = f"""
import sys
from pathlib import Path
from cli.supervisor import Child
from cli.up import run_until_stopped

folder = Path(sys.argv[1])
announce = "import os; print(os.getpid(), flush=True); {SLEEPS}"
run_until_stopped(
    [
        Child(name, (sys.executable, "-c", announce), {{}}, folder / f"{{name}}.log", lambda: True)
        for name in ("one", "two")
    ],
    folder,
    "http://127.0.0.1:8000",
)
"""


@pytest.fixture
def service(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", RUN_TWO_CHILDREN, str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    yield process
    process.kill()
    process.communicate()


def read_process_ids(folder: Path) -> list[int]:
    logs = [folder / "one.log", folder / "two.log"]
    wait_until(lambda: all(log.exists() and log.read_text().endswith("\n") for log in logs))
    return [int(log.read_text()) for log in logs]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_being_told_to_stop_leaves_no_process_behind(number, service, tmp_path) -> None:
    children = read_process_ids(tmp_path)
    service.send_signal(number)
    printed, _ = service.communicate(timeout=10)
    assert service.returncode == 0
    assert not any(map(is_alive, children))
    assert printed.endswith("Stopping …\nStopped.\n")


def test_the_ready_line_says_where_to_go(service, tmp_path) -> None:
    assert service.stdout is not None
    assert service.stdout.readline().startswith("Starting the assistant")
    assert service.stdout.readline().startswith("Ready at http://127.0.0.1:8000")


def test_children_end_when_the_supervisor_is_killed(service, tmp_path) -> None:
    children = read_process_ids(tmp_path)
    service.kill()
    wait_until(lambda: not any(map(is_alive, children)))
