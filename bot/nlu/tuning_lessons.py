"""What the encoder is told of each message when it is tuned (bot/nlu/tune_encoder.py)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.loading import load_data

from bot.nlu.danger_examples import DANGER, NO_DANGER, read_danger_examples
from bot.nlu.dispute_examples import DISPUTES, OF_NO_KIND, read_dispute_examples

NLU = Path("data", "nlu")
DANGERS = Path("data", "danger")
ACCOUNTS = Path("data", "disputes")
PIPELINE = Path("config.yml")
ORDINARY_COUNTS = 0.3
"""How much it counts that an ordinary message speaks of no danger; there are so many of them."""


@dataclass(frozen=True)
class Lesson:
    """A message and what is told of it: its intent, its type of danger, its kind of dispute."""

    text: str
    intent: str | None = None
    danger: str | None = None
    danger_counts: float = 1.0
    dispute: str | None = None


def read_lessons(root: Path) -> list[Lesson]:
    """Every training message with its intent, every sentence of danger or none with its type, and
    every account of one dispute or none with its kind.

    A message of an intent speaks of no danger, unless the pipeline calls the intent unclear.
    """
    unclear = _read_unclear_intents(root / PIPELINE)
    ordinary = [
        Lesson(
            message.get(TEXT),
            message.get(INTENT),
            None if message.get(INTENT) in unclear else NO_DANGER,
            ORDINARY_COUNTS,
        )
        for message in load_data(str(root / NLU)).intent_examples
    ]
    dangers = [
        Lesson(message.get(TEXT), danger=message.get(DANGER))
        for message in read_danger_examples(root / DANGERS)
    ]
    accounts = [
        Lesson(message.get(TEXT), dispute=next(iter(message.get(DISPUTES)), OF_NO_KIND))
        for message in read_dispute_examples(root / ACCOUNTS)
        if len(message.get(DISPUTES)) < 2
    ]
    return ordinary + dangers + accounts


def _read_unclear_intents(pipeline: Path) -> set[str]:
    steps = yaml.safe_load(pipeline.read_text(encoding="utf-8"))["pipeline"]
    return {intent for step in steps for intent in step.get("unclear_intents", ())}
