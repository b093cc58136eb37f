"""Runs the real service, `./intake up`, on ports and a folder of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import httpx

from tools.free_ports import find_free_port

ROOT = Path(__file__).resolve().parent.parent.parent
READY_WITHIN_S = 240.0


class Service:
    """The three processes under their supervisor; state and logs live in `folder`."""

    def __init__(self, folder: Path, settings: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        names = ("front desk", "Rasa server", "action server")
        self.ports = {name: find_free_port() for name in names}
        self.url = f"http://127.0.0.1:{self.ports['front desk']}"
        self.environment = {
            **os.environ,
            "INTAKE_ENV": "test",
            "INTAKE_VAR": str(folder),
            "INTAKE_PORT": str(self.ports["front desk"]),
            "INTAKE_RASA_URL": f"http://127.0.0.1:{self.ports['Rasa server']}",
            "INTAKE_ACTIONS_URL": f"http://127.0.0.1:{self.ports['action server']}",
            "INTAKE_TODAY": "2026-11-21",
            "INTAKE_RATE_LIMIT": "off",
            **(settings or {}),
        }
        self._process: subprocess.Popen[bytes] | None = None
        self._output: IO[bytes] | None = None

    def start(self) -> None:
        """Start the service and wait until it answers. Raises RuntimeError when it does not."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._output = (self.folder / "up.log").open("ab")
        self._process = subprocess.Popen(
            ["./intake", "up"],
            cwd=ROOT,
            env=self.environment,
            stdout=self._output,
            stderr=subprocess.STDOUT,
        )
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        """Return once all three processes answer their health checks."""
        addresses = (
            f"{self.url}/health",
            f"{self.environment['INTAKE_ACTIONS_URL']}/health",
            f"{self.environment['INTAKE_RASA_URL']}/webhooks/intake/health",
        )
        deadline = time.monotonic() + READY_WITHIN_S
        while time.monotonic() < deadline:
            if self._process is not None and self._process.poll() is not None:
                raise RuntimeError((self.folder / "up.log").read_text())
            if all(_answers(address) for address in addresses):
                return
            time.sleep(0.2)
        raise RuntimeError("the service was not ready in time")

    def find_process(self, name: str) -> int | None:
        """The process id of one of the three by its module, or None while it is down."""
        module = {
            "front desk": "frontdesk",
            "action server": "actions.server",
            "Rasa server": "bot.serve",
        }[name]
        assert self._process is not None
        for child in _children_of(self._process.pid):
            try:
                words = Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if module.encode() in words:
                return child
        return None

    def kill(self, name: str) -> bool:
        """SIGKILL one of the three; the supervisor starts it again. False when it was down."""
        process = self.find_process(name)
        if process is None:
            return False
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            return False
        return True

    def run(self, *words: str) -> str:
        """What `./intake …` prints with the same settings."""
        done = subprocess.run(
            ["./intake", *words],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        return done.stdout

    def read_logs(self) -> str:
        """Everything that the processes logged."""
        files = [self.folder / "up.log", *(self.folder / "log").glob("*")]
        return "\n".join(file.read_text(errors="replace") for file in files if file.exists())

    def stop(self) -> None:
        """Stop the supervisor, and with it everything that it started."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(timeout=60)
        if self._output is not None:
            self._output.close()


def _answers(address: str) -> bool:
    try:
        return httpx.get(address, timeout=2, verify=False).status_code == 200
    except httpx.HTTPError:
        return False


def _children_of(process: int) -> list[int]:
    children = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        children += [int(child) for child in task.read_text().split()]
    return children + [below for child in children for below in _children_of(child)]
