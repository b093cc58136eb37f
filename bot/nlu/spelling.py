"""Puts text-speak and slips in the field's own words into plain spelling (`spelling.yml`).

Names and places are left as they are: a word with a capital inside a sentence is never touched,
unless everything is in capitals.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import NamedTuple

import yaml
from rapidfuzz.distance import OSA

from bot.nlu.rewriting import Rewriting

_SHORTEST_SLIP = 5
_LONG = 8  # letters from which two slips are allowed
_WORD = re.compile(r"(?<![\w'@.-])[A-Za-z]{5,}(?![\w@-]|\.\w)")


class Spelling(NamedTuple):
    """Phrases with what they stand for, the words that are put right, and words left alone."""

    phrases: re.Pattern[str]
    meanings: dict[str, str]  # by the name of the group in `phrases`
    words: dict[tuple[str, int], tuple[str, ...]]  # by first letter and length
    known: frozenset[str]


def load_spelling(folder: Path) -> Spelling:
    """Load `spelling.yml` from the knowledge folder."""
    content = yaml.safe_load((folder / "spelling.yml").read_text(encoding="utf-8"))
    by_shape: dict[tuple[str, int], tuple[str, ...]] = {}
    for word in content["words"].split():
        most = 2 if len(word) >= _LONG else 1
        for length in range(len(word) - most, len(word) + most + 1):
            key = (word[0], length)
            by_shape[key] = (*by_shape.get(key, ()), word)
    groups = {f"phrase_{at}": pair for at, pair in enumerate(content["phrases"])}
    any_phrase = "|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in groups.items())
    return Spelling(
        re.compile(rf"(?<![\w@.'’-])(?:{any_phrase})(?![\w@'’-]|\.\w)", re.IGNORECASE),
        {name: words for name, (_, words) in groups.items()},
        by_shape,
        frozenset(content["different_words"].split()) | frozenset(content["words"].split()),
    )


def spell_out(text: Rewriting, spelling: Spelling) -> Rewriting:
    """Rewrite shortened and mistyped words."""
    shouts = text.text.isupper()
    text = text.replace(spelling.phrases, partial(_write_out, spelling.meanings))
    typed = text.text

    def right(found: re.Match[str]) -> str | None:
        word = found[0]
        inside = re.search(r"[^.!?\s]\s+$", typed[: found.start()]) is not None
        if word[0].isupper() and inside and not shouts:
            return None
        return _in_case_of(word, meant) if (meant := _meant(word.lower(), spelling)) else None

    return text.replace(_WORD, right)


def _write_out(meanings: dict[str, str], found: re.Match[str]) -> str:
    return _in_case_of(found[0], meanings[found.lastgroup or ""])


def _meant(word: str, spelling: Spelling) -> str | None:
    if word in spelling.known or len(word) < _SHORTEST_SLIP:
        return None
    near = [
        known
        for known in spelling.words.get((word[0], len(word)), ())
        if OSA.distance(word, known) <= (2 if len(known) >= _LONG else 1)
    ]
    return min(near, key=lambda known: OSA.distance(word, known)) if near else None


def _in_case_of(typed: str, words: str) -> str:
    if typed.isupper() and len(typed) > 1:
        return words.upper()
    return words[0].upper() + words[1:] if typed[0].isupper() else words
