"""Keeps the service's processes running, and lets none of them outlive it."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_GRACE_SECONDS = 8.0
_LONGEST_PAUSE = 30.0
_KEPT_LOGS = 5
_PR_SET_PDEATHSIG = 1  # <linux/prctl.h>


@dataclass(frozen=True)
class Child:
    """One process to keep running: what people call it, how it starts, where it writes."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(repr=False)
    log: Path
    is_healthy: Callable[[], bool]


@dataclass
class _Run:
    """What is known of one child's process at the moment."""

    process: subprocess.Popen[bytes]
    was_healthy: bool = False
    deaths: int = 0
    start_again_at: float | None = None


class Supervisor:
    """Starts children, starts again those that die, and stops them all.

    Each child leads a process group of its own, so that Ctrl-C reaches only the supervisor, which
    then stops the children in order, grandchildren included. Should the supervisor itself be
    killed (SIGKILL), Linux ends the children by PR_SET_PDEATHSIG; elsewhere that is not done.
    Used from the main thread only: PR_SET_PDEATHSIG watches the thread that started the child.
    """

    def __init__(
        self, children: Sequence[Child], folder: Path, tell: Callable[[str], None] = print
    ) -> None:
        self._children = children
        self._folder = folder
        self._tell = tell
        self._runs: dict[str, _Run] = {}

    def start_all(self) -> None:
        """Start every child, each with a fresh log; the logs of earlier starts are kept as .1 …."""
        for child in self._children:
            rotate_log(child.log)
            self._runs[child.name] = self._start(child)

    def is_ready(self) -> bool:
        """Whether every child has answered its health check since it was last started."""
        return all(run.was_healthy for run in self._runs.values())

    def look_after(self) -> None:
        """One round: see who died, start again whose pause is over, ask who is not ready yet."""
        for child in self._children:
            run = self._runs[child.name]
            if run.start_again_at is not None:
                if time.monotonic() >= run.start_again_at:
                    self._runs[child.name] = self._start(child, run.deaths)
            elif run.process.poll() is not None:
                self._plan_new_start(child, run)
            elif not run.was_healthy:
                run.was_healthy = child.is_healthy()

    def stop_all(self) -> None:
        """Ask every child to end, wait up to 8 seconds, then end what is left by force."""
        for run in self._runs.values():
            _signal_group(run.process, signal.SIGTERM)
        deadline = time.monotonic() + _GRACE_SECONDS
        for run in self._runs.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                run.process.wait(max(0.0, deadline - time.monotonic()))
        # A child that ended well may leave processes of its own in its group.
        for run in self._runs.values():
            _signal_group(run.process, signal.SIGKILL)
            run.process.wait()

    def process_ids(self) -> dict[str, int]:
        """The process id of each child, by name."""
        return {name: run.process.pid for name, run in self._runs.items()}

    def _start(self, child: Child, deaths: int = 0) -> _Run:
        child.log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        log = os.open(child.log, flags, mode=0o600)
        try:
            process = subprocess.Popen(
                child.command,
                cwd=self._folder,
                env=dict(child.environment),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_end_with_parent(os.getpid()),
            )
        finally:
            os.close(log)
        return _Run(process, deaths=deaths)

    def _plan_new_start(self, child: Child, run: _Run) -> None:
        # One that had been ready is wanted back at once: parents are waiting. Only one that never
        # gets that far is tried more and more slowly.
        run.deaths = 1 if run.was_healthy else run.deaths + 1
        pause = pause_before_start(run.deaths)
        run.start_again_at = time.monotonic() + pause
        run.was_healthy = False
        _signal_group(run.process, signal.SIGKILL)
        self._tell(
            f"The {child.name} stopped ({describe_end(run.process.returncode)}); "
            f"starting it again in {pause:.0f} s.\n"
            f"  {child.log} ends: {read_last_line(child.log)}"
        )


def pause_before_start(deaths: int) -> float:
    """Seconds to wait before the next start after so many deaths in a row: 1, 2, 4 … 30."""
    return float(min(2 ** (deaths - 1), _LONGEST_PAUSE))


def describe_end(returncode: int) -> str:
    """How a process ended, in words: an exit code or a signal."""
    if returncode >= 0:
        return f"exit code {returncode}"
    return f"killed by {signal.Signals(-returncode).name}"


def rotate_log(log: Path) -> None:
    """Move a log of an earlier start out of the way: `rasa.log` becomes `rasa.log.1`, up to .5."""
    for number in range(_KEPT_LOGS - 1, -1, -1):
        older = log if number == 0 else log.with_name(f"{log.name}.{number}")
        if older.exists():
            older.replace(log.with_name(f"{log.name}.{number + 1}"))


def read_last_line(log: Path) -> str:
    """The last line of a log that is not empty, at most 200 characters of it."""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 4096))
        lines = file.read().decode(errors="replace").split("\n")
    return next((line.strip()[:200] for line in reversed(lines) if line.strip()), "(empty)")


def _signal_group(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)


def _end_with_parent(parent: int) -> Callable[[], None] | None:
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)

    def ask_kernel() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it died before the kernel was asked
            os._exit(1)

    return ask_kernel
