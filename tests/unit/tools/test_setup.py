"""What set-up notices and says before it installs anything."""

import sys
from collections import namedtuple
from pathlib import Path

import pytest

from tools import setup
from tools.errors import SetupError
from tools.pythons import find_python, read_version
from tools.setup import Environment, checksum, ensure_environment

RUNNING = f"{sys.version_info.major}.{sys.version_info.minor}"
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """An environment whose interpreter runs, with its lock just installed."""
    folder = tmp_path / ".venv"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").symlink_to(sys.executable)
    lock = tmp_path / "requirements.lock"
    lock.write_text("one==1\n")
    made = Environment("the application", folder, (RUNNING,), lock)
    made.stamp.write_text(checksum(lock))
    return made


def test_nothing_is_done_when_the_lock_has_not_changed(environment: Environment) -> None:
    assert environment.is_ready()
    ensure_environment(environment)


def test_a_changed_lock_is_installed_again(environment: Environment) -> None:
    environment.lock.write_text("one==2\n")
    assert not environment.is_ready()


def test_an_environment_whose_python_is_gone_is_made_again(environment: Environment) -> None:
    environment.python.unlink()
    assert not environment.is_ready()


def test_the_environment_of_the_tests_serves_to_run(environment: Environment) -> None:
    run_lock = environment.lock.with_name("run.lock")
    run_lock.write_text("zero==1\n")
    environment.stamp.write_text(f"{checksum(environment.lock)}\n{checksum(run_lock)}\n")
    to_run = Environment("the application", environment.folder, (RUNNING,), run_lock)
    assert to_run.is_ready()


def test_a_full_disk_is_said_with_its_folder(environment, monkeypatch, tmp_path) -> None:
    environment.lock.write_text("one==2\n")
    monkeypatch.setattr(setup.shutil, "disk_usage", lambda folder: Usage(0, 0, 2**30))
    with pytest.raises(SetupError, match=rf"{tmp_path} has 1.0 GiB free and 4 GiB are needed"):
        ensure_environment(environment)


def test_a_python_that_does_not_run_is_passed_over(monkeypatch, tmp_path: Path) -> None:
    shim = tmp_path / "bin" / "python9.9"
    shim.parent.mkdir()
    shim.write_text("#!/bin/sh\nexit 127\n")
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", str(shim.parent))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    assert find_python(["9.9"]) is None


def test_a_python_is_found_in_pyenv_when_path_has_none(monkeypatch, tmp_path: Path) -> None:
    version = tmp_path / "versions" / f"{RUNNING}.7" / "bin"
    version.mkdir(parents=True)
    (version / f"python{RUNNING}").symlink_to(sys.executable)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    found = find_python(["9.9", RUNNING])
    assert found is not None
    assert read_version(found) == RUNNING
