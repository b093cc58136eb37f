"""Keeps what the encoder made of lessons: who changes ten waits for ten, not for forty thousand.

A file beside the encoder, and of that one encoder. Lessons are made up, so nothing in it is of a
family.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

MOST_KEPT = 100_000
"""Lessons; 150 MB. What was not met for longest goes first."""


def encode_lessons(
    texts: Sequence[str], encode: Callable[[str], np.ndarray], file: Path
) -> Mapping[str, np.ndarray]:
    """The vector of each text: the one in the file, or encoded now on every core and kept there."""
    keys = {text: hashlib.sha256(text.encode()).digest() for text in texts}
    kept = _read(file)
    new = [text for text, key in keys.items() if key not in kept]
    with ThreadPoolExecutor(os.cpu_count()) as cores:
        made = dict(zip(new, cores.map(encode, new), strict=True))
    vectors = {text: made[text] if text in made else kept[key] for text, key in keys.items()}
    if new:
        present = {keys[text]: vector for text, vector in vectors.items()}
        older = {key: vector for key, vector in kept.items() if key not in present}
        _write(file, {**older, **present})
    return vectors


def _read(file: Path) -> dict[bytes, np.ndarray]:
    """Nothing where the file is missing or cannot be read: all is encoded again then."""
    try:
        with file.open("rb") as source, np.load(source, allow_pickle=False) as kept:
            keys = [row.tobytes() for row in kept["keys"]]
            return dict(zip(keys, kept["vectors"], strict=True))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return {}


def _write(file: Path, vectors: Mapping[bytes, np.ndarray]) -> None:
    """Written beside the target and renamed, so that a half-written file is never read."""
    newest = list(vectors.items())[-MOST_KEPT:]
    keys = np.frombuffer(b"".join(key for key, _ in newest), np.uint8).reshape(len(newest), -1)
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".lessons-") as folder:
        written = Path(folder, "lessons.npz")
        np.savez(written, keys=keys, vectors=np.stack([vector for _, vector in newest]))
        os.replace(written, file)
