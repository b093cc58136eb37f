"""Starts a PostgreSQL server of its own for tests and benchmarks, in a temporary folder."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def find_programs() -> Path:
    """The folder of initdb and pg_ctl: by pg_config, on the PATH, or where Debian puts them."""
    candidates = []
    if pg_config := shutil.which("pg_config"):
        told = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=True)
        candidates.append(Path(told.stdout.strip()))
    if on_path := shutil.which("initdb"):
        candidates.append(Path(on_path).parent)
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in candidates:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise FileNotFoundError("PostgreSQL's initdb and pg_ctl (package postgresql) are needed")


@contextmanager
def run_postgres() -> Iterator[str]:
    """The URL of a running server; it is stopped and deleted afterwards."""
    programs = find_programs()
    # Not pytest's tmp_path: a socket's path may have 107 characters only.
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    # PostgreSQL refuses to run as root.
    as_user: list[str] = []
    if os.geteuid() == 0:
        user = next(name for name in ("postgres", "nobody") if _has_user(name))
        shutil.chown(folder, user)
        as_user = ["runuser", "-u", user, "--"]
    folder.chmod(0o755)
    data = folder / "data"

    def call(*command: str) -> None:
        subprocess.run(
            [*as_user, *command], check=True, cwd=folder, stdout=subprocess.DEVNULL, timeout=60
        )

    control = [str(programs / "pg_ctl"), "--pgdata", str(data), "--silent"]
    options = f"-k {folder} -c listen_addresses= -c fsync=off"
    try:
        call(
            str(programs / "initdb"),
            *("--pgdata", str(data), "--username", "intake", "--auth", "trust"),
            *("--encoding", "UTF8", "--no-sync"),
        )
        call(*control, "--wait", "--options", options, "--log", str(folder / "log"), "start")
        try:
            yield f"postgresql+psycopg://intake@/postgres?host={folder}"
        finally:
            call(*control, "--mode", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _has_user(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True
