"""Starting and stopping what is measured, and looking at its memory."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from bench.chat import NoAnswer

_READY_SECONDS = 240.0
_STOP_SECONDS = 20.0


class NotStarted(Exception):
    """What was to be measured ended, or did not answer its first message in four minutes."""


@contextlib.contextmanager
def serving(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Runs a server in its own process group for the length of a `with`, then stops it."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait_for_answer(process: subprocess.Popen[bytes], say_hello: Callable[[], None]) -> float:
    """Seconds until the first message is answered. Raises NotStarted."""
    started = time.perf_counter()
    while (waited := time.perf_counter() - started) < _READY_SECONDS:
        if process.poll() is not None:
            raise NotStarted(f"the server ended with exit code {process.returncode}")
        with contextlib.suppress(NoAnswer):
            say_hello()
            return time.perf_counter() - started
        time.sleep(0.1)
    raise NotStarted(f"the server gave no answer in {waited:.0f} s")


def read_memory(process_id: int) -> float:
    """Resident memory of a process in MB (10^6 bytes), as `ps` tells it."""
    told = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(process_id)], capture_output=True, text=True, check=True
    )
    return int(told.stdout) * 1024 / 1e6


def find_child(parent_id: int, word: str) -> int:
    """The process id of the child of `parent_id` whose command holds `word`."""
    told = subprocess.run(
        ["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True
    )
    for line in told.stdout.splitlines():
        pid, ppid, command = line.split(maxsplit=2)
        if int(ppid) == parent_id and word in command:
            return int(pid)
    raise NotStarted(f"no process runs {word}")
