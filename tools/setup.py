"""Install everything the project needs into the project: `python3 -m tools.setup run|test`.

Runs before anything is installed: standard library only, Python 3.8 or newer. Leaves behind
`.tools/uv` (the installer), `.venv` (the application) and `.venv-rasa` (the Rasa server), each
exactly as its lock file with hashes says, and does nothing when that is already so.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Sequence

from tools.debian import ensure_test_programs
from tools.errors import SetupError
from tools.pythons import find_python, read_version

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
UV = TOOLS / "uv" / "bin" / "uv"
LOG = TOOLS / "setup.log"
NEEDED_GIB = 4

_OFFLINE = (
    "dns error",
    "connection refused",
    "timed out",
    "failed to fetch",
    "tunnel error",
    "network is unreachable",
    "name resolution",
    "failed to establish a new connection",
    "no matching distribution found",
    "error sending request",
)


@dataclass(frozen=True)
class Environment:
    """One virtual environment: where it is, which Pythons suit it, what is locked for it."""

    what: str
    folder: Path
    versions: tuple[str, ...]
    lock: Path
    includes: tuple[Path, ...] = ()
    """Locks whose every package is also in `lock`, so that `lock` satisfies them too."""

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.folder / "bin" / "python"

    @property
    def stamp(self) -> Path:
        """Holds the checksums of the locks that the environment satisfies, a line each."""
        return self.folder / "satisfies.txt"

    def is_ready(self) -> bool:
        """Whether the interpreter runs and the lock as it is now has been installed."""
        if not self.stamp.exists() or read_version(self.python) not in self.versions:
            return False
        return checksum(self.lock) in self.stamp.read_text().split()


APPLICATION = Environment(
    "the application", ROOT / ".venv", ("3.13", "3.12", "3.11"), ROOT / "requirements.lock"
)
APPLICATION_AND_TESTS = Environment(
    "the application and its tests",
    APPLICATION.folder,
    APPLICATION.versions,
    ROOT / "requirements-dev.lock",
    includes=(APPLICATION.lock,),
)
RASA = Environment(
    "the Rasa server", ROOT / ".venv-rasa", ("3.10",), ROOT / "bot" / "requirements.lock"
)


def checksum(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def ensure_uv() -> None:
    """Install the locked uv into `.tools/uv`, with venv or, where that is missing, pip alone."""
    lock = ROOT / "tools" / "requirements.lock"
    stamp = TOOLS / "uv" / "satisfies.txt"
    if UV.exists() and stamp.exists() and stamp.read_text().strip() == checksum(lock):
        return
    print("Installing uv …", flush=True)
    shutil.rmtree(TOOLS / "uv", ignore_errors=True)
    install = ["install", "--quiet", "--no-cache-dir", "--require-hashes", "-r", str(lock)]
    if _can_run([sys.executable, "-m", "venv", str(TOOLS / "uv")]):
        _run([str(TOOLS / "uv" / "bin" / "python"), "-m", "pip", *install], "uv")
    elif _can_run([sys.executable, "-m", "pip", "--version"]):
        shutil.rmtree(TOOLS / "uv", ignore_errors=True)
        _run([sys.executable, "-m", "pip", *install, "--target", str(TOOLS / "uv")], "uv")
    else:
        raise SetupError(
            f"{sys.executable} has neither venv nor pip: install one of them "
            "(Debian, Ubuntu: apt-get install python3-venv)."
        )
    stamp.write_text(checksum(lock))


def ensure_environment(environment: Environment) -> None:
    """Make the environment what its lock says. Quick when it already is.

    Raises SetupError for a full disk, a missing interpreter or a missing network.
    """
    if environment.is_ready():
        return
    _check_free_space(environment.folder.parent)
    if read_version(environment.python) not in environment.versions:
        _create(environment)
    print(f"Installing {environment.what} into {environment.folder.name} …", flush=True)
    environment.stamp.unlink(missing_ok=True)
    _uv(
        "pip",
        "sync",
        "--quiet",
        "--require-hashes",
        # Else the first start compiles what it imports, slower and with 100 MB more memory.
        "--compile-bytecode",
        "-p",
        str(environment.python),
        str(environment.lock),
        what=environment.what,
    )
    satisfied = (environment.lock, *environment.includes)
    environment.stamp.write_text("".join(checksum(lock) + "\n" for lock in satisfied))


def _create(environment: Environment) -> None:
    python = find_python(environment.versions)
    wanted = environment.versions[0]
    print(
        f"Creating {environment.folder.name} with "
        + (f"{python} …" if python else f"a downloaded Python {wanted} …"),
        flush=True,
    )
    try:
        _uv(
            "venv",
            "--quiet",
            "--clear",
            "--python",
            str(python or wanted),
            str(environment.folder),
            what=environment.what,
        )
    except SetupError as error:
        if python:
            raise
        raise SetupError(
            f"No Python {' or '.join(environment.versions)} for {environment.what}: none was found "
            "on PATH or in pyenv, and it could not be downloaded."
        ) from error


def _check_free_space(folder: Path) -> None:
    free = shutil.disk_usage(folder).free / 2**30
    if free < NEEDED_GIB:
        raise SetupError(
            f"{folder} has {free:.1f} GiB free and {NEEDED_GIB} GiB are needed: "
            "please make room, or clone the project onto a larger disk."
        )


def _uv(*arguments: str, what: str) -> None:
    environ = {
        "UV_CACHE_DIR": str(TOOLS / "cache"),
        **os.environ,
        "UV_PYTHON_INSTALL_DIR": str(TOOLS / "python"),
    }
    _run([str(UV), *arguments], what, environ)


def _can_run(command: Sequence[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _run(command: list[str], what: str, environ: dict[str, str] | None = None) -> None:
    done = subprocess.run(
        command, env=environ, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return
    LOG.write_text(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    told = done.stderr.lower()
    if "no space left" in told:
        raise SetupError(f"The disk of {ROOT} is full while installing {what}: please make room.")
    if any(sign in told for sign in _OFFLINE):
        raise SetupError(
            f"Could not download {what}: is the network (or the package index) reachable? "
            f"Details: {LOG.relative_to(ROOT)}"
        )
    raise SetupError(f"Could not install {what}. Details: {LOG.relative_to(ROOT)}")


def main(arguments: Sequence[str]) -> int:
    """Set up to "run" the assistant or to "test" it. Returns the exit code."""
    if arguments not in (["run"], ["test"]):
        print("usage: python3 -m tools.setup run|test", file=sys.stderr)
        return 2
    for_tests = arguments == ["test"]
    try:
        TOOLS.mkdir(exist_ok=True)
        with (TOOLS / "setup.lock").open("w") as one_at_a_time:
            fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
            ensure_uv()
            ensure_environment(APPLICATION_AND_TESTS if for_tests else APPLICATION)
            ensure_environment(RASA)
            if for_tests:
                ensure_test_programs()
    except SetupError as error:
        print(f"Set-up stopped: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Set-up stopped: {error.strerror}: {error.filename}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
