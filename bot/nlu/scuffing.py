"""Spells messages as people do in a hurry, so that the encoder learns to see through it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import yaml

HURRIED_SPELLINGS = Path("data", "encoder", "hurried_spellings.yml")
SCUFFED = 0.4
"""The share of messages that are scuffed; the others stay as they were written."""
HURRIED = 0.35
"""How often a word that has a hurried form is written so, in a message that is scuffed."""
SLIPPED = 0.08
"""How often any other word of SHORTEST_TO_SLIP letters or more has a slip of the fingers."""
SHORTEST_TO_SLIP = 4


class Scuffer:
    """Scuffs messages, each time anew; the same random numbers scuff the same way."""

    def __init__(self, folder: Path, random: np.random.Generator) -> None:
        """Read the hurried spellings of the project in this folder."""
        content = yaml.safe_load((folder / HURRIED_SPELLINGS).read_text(encoding="utf-8"))
        self._forms: dict[str, list[str]] = {
            word.casefold(): forms for word, forms in content["forms"].items()
        }
        self._random = random

    def scuff(self, text: str) -> str:
        """The message with some words misspelt and marks left out, or just as it is."""
        if self._random.random() >= SCUFFED:
            return text
        words = " ".join(self._scuff_word(word) for word in text.split())
        if self._random.random() < 0.5:
            words = words.translate(str.maketrans("", "", "?.,!'\u2019"))
        return words

    def _scuff_word(self, word: str) -> str:
        bare = word.strip("?.,!").casefold().replace("\u2019", "'")
        forms = self._forms.get(bare)
        if forms is not None:
            is_hurried = self._random.random() < HURRIED
            return str(self._random.choice(forms)) if is_hurried else word
        if len(bare) < SHORTEST_TO_SLIP or self._random.random() >= SLIPPED:
            return word
        return self._slip(word)

    def _slip(self, word: str) -> str:
        """One letter left out, doubled, or swapped with the next; never the first."""
        at = int(self._random.integers(1, len(word) - 1))
        kind = self._random.integers(3)
        if kind == 0:
            return word[:at] + word[at + 1 :]
        if kind == 1:
            return word[:at] + word[at] + word[at:]
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
