"""Puts a message into the spelling of the messages that the assistant learnt from.

The encoder reads pieces of words and loses the sense of "does the counsil hav 2 cum". What is put
right here is a guess, and so it is heard beside the message, never in its place (bot/hearing.py);
facts are read with the narrower `bot/nlu/spelling.py`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import yaml
from rapidfuzz.distance import OSA

from bot.nlu.scuffing import HURRIED_SPELLINGS

LESSONS = Path("data", "nlu")
FEWEST_WORDS = 3
OFTEN = 4
"""How often a word has to come in the lessons to be one that others are put right to."""
FAR_OFTENER = 3
"""By how much a plain word is oftener than its hurried form where the form is put right."""
SHORTEST_BY_SOUND = 3
SHORTEST_BY_LETTERS = 4
_LONG = 7  # letters from which two slips are allowed
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9']*")
_SOUNDS = tuple(
    (re.compile(letters), sound)
    for letters, sound in (
        ("'", ""),
        ("^kn", "n"),
        ("^wr", "r"),
        ("^ps", "s"),
        ("[cst]i[ao]n|shun", "shn"),
        ("ture", "chr"),
        ("ph", "f"),
        ("tch", "ch"),
        ("dge", "j"),
        ("sch", "sk"),
        ("ck", "k"),
        ("qu", "kw"),
        ("x", "ks"),
        ("gh", ""),
        ("c(?=[eiy])", "s"),
        ("c(?!h)", "k"),
        ("g(?=[eiy])", "j"),
        ("z", "s"),
        ("th|v", "f"),
        ("mb$", "m"),
        ("(?<=[aeiou])r(?![aeiou])", ""),
        (r"(.)\1+", r"\1"),
        ("^[aeiouy]", "a"),
        ("(?<!^)[aeiouyhw]", ""),
    )
)
"""Letters and how they sound where no r is rolled and "think" begins like "fink"."""


class Respeller:
    """Knows the words of the lessons, and which of them a word that is none of them may be."""

    def __init__(self, folder: Path) -> None:
        """Read the lessons and the hurried spellings of the project in this folder."""
        counts = Counter(_words_of_lessons(folder / LESSONS))
        self._known = {word: n for word, n in counts.items() if n >= OFTEN and word.isalpha()}
        self._plain = _plain_of_hurried(folder / HURRIED_SPELLINGS, counts)
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        self._by_letter: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self._known:
            self._by_sound[_sound(word)].append(word)
            self._by_letter[word[0], len(word)].append(word)

    def respell(self, text: str) -> str:
        """Return the text with unknown words put right; what may be a name stays as it is.

        A message of one or two words is left alone: "Holly" is an answer and no "hello".
        """
        if len(text.split()) < FEWEST_WORDS:
            return text
        shouts = text.isupper()

        def right(found: re.Match[str]) -> str:
            word = found[0]
            if word[0].isupper() and found.start() > 0 and not shouts:
                return word
            return self._put_right(word.lower()) or word

        return _WORD.sub(right, text)

    def _put_right(self, word: str) -> str | None:
        plain = self._plain.get(word)
        if plain is not None:
            return plain
        if word in self._known or not word.isalpha() or len(word) < SHORTEST_BY_SOUND:
            return None
        nearest = min(self._near(word), default=None)
        return None if nearest is None else nearest[2]

    def _near(self, word: str) -> Iterator[tuple[float, int, str]]:
        """Known words by their distance, those of the same sound half a slip nearer."""
        for known in self._by_sound.get(_sound(word), ()):
            slips = OSA.distance(word, known)
            if slips <= max(1, len(known) // 2):
                yield slips - 0.5, -self._known[known], known
        if len(word) < SHORTEST_BY_LETTERS:
            return
        most = 2 if len(word) >= _LONG else 1
        for length in range(len(word) - most, len(word) + most + 1):
            for known in self._by_letter.get((word[0], length), ()):
                slips = OSA.distance(word, known, score_cutoff=most)
                if slips <= most:
                    yield slips, -self._known[known], known


def _words_of_lessons(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.yml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            is_message = line.lstrip().startswith("- ") and "- intent:" not in line
            yield from _WORD.findall(line.lower()) if is_message else ()


def _plain_of_hurried(path: Path, counts: Counter[str]) -> dict[str, str]:
    """The plain word of each hurried form of one word only that is hardly a word itself."""
    words_of: dict[str, list[str]] = defaultdict(list)
    for word, forms in yaml.safe_load(path.read_text(encoding="utf-8"))["forms"].items():
        for form in forms:
            words_of[str(form).lower()].append(word)
    return {
        form: words[0]
        for form, words in words_of.items()
        if len(words) == 1
        and not form.isdigit()
        and counts[words[0].lower()] > FAR_OFTENER * counts[form]
    }


def _sound(word: str) -> str:
    for letters, sound in _SOUNDS:
        word = letters.sub(sound, word)
    return word
