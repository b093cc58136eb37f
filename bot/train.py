"""Trains the assistant: `python -m bot.train`. Says so and stops if nothing has changed.

A model is named after the content of all it was made of, so the present content has one model
and a stale one is never served.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import io
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from bot.settings import read_var_folder

MODELS = Path("models")
MODELS_KEPT = 3
CODE = ("bot/nlu/**/*.py", "bot/importer.py", "bot/policy.py", "bot/requirements.lock")
# Not data/knowledge/: the fact readers load those lists when the server starts; nothing of them is
# in a model.
CONTENT = (
    "config.yml",
    "domain.yml",
    "data/nlu/**/*.yml",
    "data/danger/**/*.yml",
    "data/disputes/**/*.yml",
    "data/facts/**/*.yml",
    "data/encoder/*.npz",
    "data/rules/**/*.yml",
    "data/responses/**/*.yml",
)


def model_for_present_content(root: Path) -> Path:
    """Where the model made of the present files is, or will be once it is trained."""
    return root / MODELS / f"{_hash_files(root, CODE + CONTENT)}.tar.gz"


def train(root: Path) -> Path:
    """Train the model of the present files unless it is there. Raises RuntimeError on failure.

    Writes beside the target and renames, so a half-written model is never loaded.
    """
    model = model_for_present_content(root)
    if model.exists():
        print(f"Nothing has changed: {model.name} is trained.")
        return model
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    os.environ["LOG_LEVEL"] = "WARNING"
    os.environ["RASA_CACHE_DIRECTORY"] = str(_cache_of_this_code(root))
    started = time.monotonic()
    print("Training. The first time takes one to three minutes.", flush=True)
    model.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=model.parent, prefix=".training-") as folder:
        os.replace(_train_with_rasa(root, Path(folder)), model)
    _remove_old_models(model)
    print(f"Trained {model.name} in {time.monotonic() - started:.0f} s.")
    return model


def _train_with_rasa(root: Path, folder: Path) -> Path:
    from bot.quiet_logs import keep_people_out_of_logs

    keep_people_out_of_logs()
    # What the intent classifier is kept with looks into every module that is loaded already:
    # 0.5 s before TensorFlow is there, 5 s after.
    importlib.import_module("skops.io")
    from rasa.model_training import train as rasa_train

    _report_progress()
    with contextlib.redirect_stdout(io.StringIO()):
        result = rasa_train(
            domain=str(root / "domain.yml"),
            config=str(root / "config.yml"),
            training_files=[str(root / "data" / "nlu"), str(root / "data" / "rules")],
            output=str(folder),
            fixed_model_name="model",
        )
    if result.code != 0 or not result.model:
        raise RuntimeError("Rasa made no model of this content.")
    return Path(result.model)


class _PartInWords(logging.Formatter):
    """Says in one line which part is being trained."""

    def format(self, record: logging.LogRecord) -> str:
        words = record.getMessage().split("'")
        return f"  {words[1]}: {words[0].split()[0].lower()}"


def _report_progress() -> None:
    """Show Rasa's progress on what is standard output now, before Rasa's own prints are muted."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(_PartInWords())
    parts = logging.getLogger("rasa.engine.training.hooks")
    parts.setLevel(logging.INFO)
    parts.addHandler(handler)
    parts.propagate = False


def _cache_of_this_code(root: Path) -> Path:
    """Rasa's cache knows a component by its class, not by the modules and packages it uses."""
    caches = read_var_folder() / "training"
    present = caches / _hash_files(root, CODE)
    for other in caches.glob("*"):
        if other != present:
            shutil.rmtree(other, ignore_errors=True)
    return present.absolute()


def _remove_old_models(newest: Path) -> None:
    models = sorted(newest.parent.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    for path in models[:-MODELS_KEPT]:
        path.unlink()


def _hash_files(root: Path, patterns: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for pattern in patterns:
        for path in sorted(root.glob(pattern)):
            if path.is_file():
                digest.update(f"{path.relative_to(root)}\0".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


if __name__ == "__main__":
    try:
        train(Path.cwd())
    except Exception as error:
        sys.exit(f"Training failed: {error}")
