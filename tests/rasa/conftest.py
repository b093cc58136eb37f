"""A small model, trained once and kept until something it is made of changes."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

os.environ["RASA_TELEMETRY_ENABLED"] = "false"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ.setdefault("INTAKE_VAR", "var")

from bot.nlu.build_encoder import ENCODERS, ensure_encoder
from bot.nlu.minilm import TUNING
from bot.quiet_logs import keep_people_out_of_logs
from bot.settings import Settings, read_settings
from bot.train import train

from .actions_server import ActionsServer

keep_people_out_of_logs()

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
KEY = "a-shared-secret-of-the-tests"


@pytest.fixture(scope="session")
def project() -> Path:
    """The product with a few examples to learn from in place of its own, trained."""
    root = REPOSITORY / "var" / "small-project"
    for name in ("bot", "data"):
        shutil.rmtree(root / name, ignore_errors=True)
    for folder in ("bot", "data/rules", "data/responses", "data/knowledge", "data/encoder"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    for folder in ("nlu", "danger"):
        shutil.copytree(HERE / "data" / folder, root / "data" / folder)
    for name in ("domain.yml", "endpoints.yml"):
        shutil.copy(REPOSITORY / name, root / name)
    # With a few examples to learn from nothing is as surely harmless as with thousands.
    config, changed = re.subn(
        r"surely_none: \S+", "surely_none: 0.05", (REPOSITORY / "config.yml").read_text()
    )
    assert changed == 1
    (root / "config.yml").write_text(config)
    encoder = ensure_encoder(ENCODERS, TUNING)
    (root / "models" / "encoder").mkdir(parents=True, exist_ok=True)
    shutil.copy(encoder, root / "models" / "encoder")
    train(root)
    return root


@pytest.fixture(scope="session")
def actions_for_all() -> Iterator[ActionsServer]:
    server = ActionsServer()
    yield server
    server.close()


@pytest.fixture
def actions(actions_for_all: ActionsServer) -> ActionsServer:
    """The action server, behaving."""
    actions_for_all.behave()
    return actions_for_all


@pytest.fixture
def environment(actions: ActionsServer, tmp_path: Path) -> dict[str, str]:
    return {
        "INTAKE_ACTIONS_URL": actions.url,
        "INTAKE_INTERNAL_KEY": KEY,
        "INTAKE_TRACKER_KEY": Fernet.generate_key().decode(),
        "INTAKE_TRACKER_URL": f"sqlite:///{tmp_path}/tracker.db",
    }


@pytest.fixture
def settings(environment: dict[str, str]) -> Settings:
    return read_settings(environment)
