"""The two programs that only the tests need, from the system's package manager."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tools.errors import SetupError

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def ensure_test_programs() -> None:
    """Make sure that Chromium and PostgreSQL's server are there.

    Installs Debian's packages when this is root on Debian or Ubuntu.
    Raises SetupError, naming what to install, anywhere else.
    """
    missing = []
    if not any(shutil.which(name) for name in _BROWSERS):
        missing.append("chromium")
    if not has_postgresql():
        missing.append("postgresql")
    if not missing:
        return
    names = " ".join(missing)
    if not shutil.which("apt-get"):
        raise SetupError(f"The tests need these programs; please install them: {names}.")
    if os.geteuid() != 0:
        raise SetupError(f"The tests need: sudo apt-get install {names}")
    print(f"Installing for the tests: {names} …", flush=True)
    _apt_get("update", "-qq")
    _apt_get("install", "-y", "-qq", "--no-install-recommends", *missing)


def has_postgresql() -> bool:
    """Whether a PostgreSQL server can be started here (Debian keeps its programs off PATH)."""
    return bool(shutil.which("initdb")) or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


def _apt_get(*arguments: str) -> None:
    done = subprocess.run(
        ["apt-get", *arguments],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        last = (done.stderr.strip() or "no reason given").splitlines()[-1]
        raise SetupError(f"apt-get {arguments[0]} failed: {last}")
