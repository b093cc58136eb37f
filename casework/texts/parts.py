"""Cuts what is too long for one text: into several texts, or into a first one and MORE."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from casework.texts.counting import count_segments

MOST_SEGMENTS = 2
ASK_FOR_MORE = "Reply MORE for the rest."
LONGEST_COUNT = len("(10/10)\n")
_COUNT = re.compile(r"\((\d{1,2})/(\d{1,2})\)\n")
# Where a text may be cut, best first: between lines, sentences, words.
_BREAKS = (re.compile(r"\n+"), re.compile(r"(?<=[.!?])\s+"), re.compile(r"\s+"))


@dataclass(frozen=True)
class Part:
    """One of several texts that say how many they are: `text` is what stands after the count."""

    number: int
    of: int
    text: str


@dataclass(frozen=True)
class Shortened:
    """A text that fits, and what is still to be said when somebody asks for more."""

    text: str
    rest: str | None


def fits(text: str) -> bool:
    """Whether the text takes two segments at most."""
    return count_segments(text).segments <= MOST_SEGMENTS


def split_into_texts(text: str, *, spare: int = 0) -> list[str]:
    """The text as texts of at most two segments, cut between lines where that is possible.

    Each leaves room for `spare` more characters.
    """
    parts = []
    rest, room = text.strip(), "." * spare
    while rest and not fits(rest + room):
        part, rest = _cut(rest, ending=room)
        parts.append(part)
    return [*parts, rest] if rest else parts


def count_texts(parts: Sequence[str]) -> list[str]:
    """The parts with `(1/3)` before each."""
    return [f"({number}/{len(parts)})\n{part}" for number, part in enumerate(parts, start=1)]


def read_part(text: str) -> Part | None:
    """Which of several texts this is, whatever stands before its count; None for one alone."""
    found = _COUNT.search(text)
    return found and Part(int(found[1]), int(found[2]), text[found.end() :])


def shorten(text: str) -> Shortened:
    """The text if it fits; else as much as fits before the words that ask for more.

    The cut is after a line or a sentence, so that the first text makes sense alone.
    """
    if fits(text):
        return Shortened(text, None)
    part, rest = _cut(text.strip(), ending=f"\n{ASK_FOR_MORE}")
    return Shortened(f"{part}\n{ASK_FOR_MORE}", rest)


def _cut(text: str, *, ending: str) -> tuple[str, str]:
    longest = _longest_start(text, ending)
    for pattern in _BREAKS:
        places = [found for found in pattern.finditer(text) if 0 < found.start() <= longest]
        # A cut so early that the first text says next to nothing is worse than the next kind.
        if places and places[-1].start() >= longest // 3:
            return text[: places[-1].start()].rstrip(), text[places[-1].end() :].lstrip()
    return text[:longest], text[longest:]


def _longest_start(text: str, ending: str) -> int:
    """How many characters of the text fit in two segments with the ending after them."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[:middle] + ending) else (low, middle - 1)
    return low
