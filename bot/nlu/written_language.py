"""The language that a message is written in, where it is not English.

A script that only one language uses tells it at once. Languages that share one are told apart by
their own letters and by common words; in Latin letters two different words of a language are
needed, so that a name, a place or a slip of an English message is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage

UNKNOWN = "und"  # ISO 639-3: undetermined
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SHARED_SCRIPTS = ("cyrillic", "arabic")
_WRITTEN_WITHOUT_SPACES = frozenset({"zho", "jpn", "tha", "lao", "mya", "khm"})
_WORD_WEIGHT = 3  # times a letter, in a shared script
_BACKING = 0.5  # of a word: an accent, or a word that English messages have too
_LEAST_WORDS = 2
_LEAST_SHARE = 0.3
_MANY_WORDS = 4
_LEAST_SHARE_OF_MANY = 0.2
_TELLING_LENGTH = 4
_COMMON = 4  # times
_MOST_ENGLISH = 0.34  # share of English words beside which one word of a language is enough
_WHOLE_OF_A_SCRIPT = 3  # so many words in another script are no name or language beside English
_FOLDED = str.maketrans({"ł": "l", "ı": "i", "đ": "d", "ø": "o", "ß": "ss", "œ": "oe"})


@dataclass(frozen=True)
class _Profile:
    """What tells one language in one script."""

    language: str
    script: str | None
    letters: frozenset[str]
    words: frozenset[str]
    beside: frozenset[str]


@dataclass(frozen=True)
class WrittenLanguages:
    """The content of `written_languages.yml`, made ready for looking words up."""

    scripts: tuple[tuple[int, int, str], ...]
    shared: dict[str, tuple[_Profile, ...]]
    latin: tuple[_Profile, ...]
    latin_words: dict[str, tuple[int, ...]]
    """The profiles, by place in `latin`, that have the word."""
    alone: dict[str, int]
    english: frozenset[str]
    """The words that come again in the messages that the assistant learns from."""


def load_written_languages(folder: Path) -> WrittenLanguages:
    """Load `written_languages.yml` from the knowledge folder."""
    content = yaml.safe_load((folder / "written_languages.yml").read_text(encoding="utf-8"))
    english = frozenset(content["english"].split())
    latin = tuple(_profile(entry, without=english) for entry in content["latin"])
    by_word: dict[str, list[int]] = {}
    alone: dict[str, int] = {}
    for place, profile in enumerate(latin):
        for word in profile.words:
            by_word.setdefault(word, []).append(place)
        alone.update(dict.fromkeys(content["latin"][place]["alone"], place))
    return WrittenLanguages(
        scripts=tuple((s["first"], s["last"], s["language"]) for s in content["scripts"]),
        shared={
            script: tuple(_profile(entry) for entry in content[script])
            for script in _SHARED_SCRIPTS
        },
        latin=latin,
        latin_words={word: tuple(places) for word, places in by_word.items()},
        alone=alone,
        english=_words_of_messages(folder.parent / "nlu"),
    )


def _words_of_messages(folder: Path) -> frozenset[str]:
    texts = (path.read_text(encoding="utf-8").lower() for path in folder.glob("*.yml"))
    counts = Counter(word for text in texts for word in _WORD.findall(text))
    return frozenset(word for word, count in counts.items() if count >= _COMMON)


def _profile(entry: dict[str, Any], without: frozenset[str] = frozenset()) -> _Profile:
    words = frozenset(entry["words"].split()) - without
    return _Profile(
        language=entry["language"],
        script=entry.get("script"),
        letters=frozenset(entry["letters"]),
        words=words,
        beside=frozenset(entry.get("beside", "").split()),
    )


def read_written_language(message: ParentMessage, languages: WrittenLanguages) -> list[Fact]:
    """Find the language of the whole message; none for English or where it cannot be told.

    The role is the script (ISO 15924) where the language has another usual one: urd in Latn.
    """
    found = _read_script(message.plain, languages) or _read_latin(message.plain, languages)
    if found is None:
        return []
    language, script = found
    return [Fact("written_language", language, 0, len(message.text), role=script)]


def _read_script(plain: str, languages: WrittenLanguages) -> tuple[str, str | None] | None:
    if plain.isascii():
        return None
    words = [word for word in _WORD.findall(plain) if not word.isdigit()]
    scripts = Counter(script for word in words for script in _scripts_of(word, languages))
    foreign = sum(scripts.values())
    latin = sum(1 for word in words if word[0] < "\u0250")
    if not foreign or (foreign < _WHOLE_OF_A_SCRIPT and foreign < latin):
        return None
    script = scripts.most_common(1)[0][0]
    if script in languages.shared:
        best = max(languages.shared[script], key=lambda profile: _fit(profile, plain, words))
        return best.language, best.script
    return script, None


def _scripts_of(word: str, languages: WrittenLanguages) -> list[str]:
    """The script of the word once; for scripts without spaces once for each letter."""
    scripts = [script for letter in word if (script := _script_of(letter, languages.scripts))]
    if scripts and scripts[0] in _WRITTEN_WITHOUT_SPACES:
        return scripts
    return scripts[:1]


@lru_cache(maxsize=4096)
def _script_of(letter: str, scripts: tuple[tuple[int, int, str], ...]) -> str | None:
    code = ord(letter)
    return next((script for first, last, script in scripts if first <= code <= last), None)


def _fit(profile: _Profile, plain: str, words: Iterable[str]) -> int:
    letters = sum(letter in profile.letters for letter in plain)
    return letters + _WORD_WEIGHT * sum(word in profile.words for word in words)


def _read_latin(plain: str, languages: WrittenLanguages) -> tuple[str, str | None] | None:
    words = [word for word in _WORD.findall(plain) if not word.isdigit()]
    folded = [fold(word) for word in words]
    scores: Counter[int] = Counter()
    distinct: dict[int, set[str]] = {}
    said: Counter[int] = Counter()
    for word in folded:
        form, places = _look_up(word, languages)
        for place in places:
            said[place] += 1
            if form not in distinct.setdefault(place, set()):
                distinct[place].add(form)
                scores[place] += 1 / len(places)
    for place in scores:
        profile = languages.latin[place]
        scores[place] += _BACKING * sum(not profile.letters.isdisjoint(word) for word in words)
        scores[place] += _BACKING * sum(word in profile.beside for word in folded)
    best = max(scores, key=lambda place: scores[place], default=None)
    whole = languages.alone.get(" ".join(folded))
    if whole is None:
        if best is None:
            return None
        english = sum(
            word in languages.english and best not in _look_up(word, languages)[1]
            for word in folded
        )
        beside = sum(word in languages.latin[best].beside for word in folded)
        if not _is_enough(distinct[best], said[best] + beside, len(words), english):
            return None
    profile = languages.latin[best if whole is None else whole]
    return profile.language, profile.script


def _look_up(word: str, languages: WrittenLanguages) -> tuple[str, tuple[int, ...]]:
    """The word, or the part of it before or after an apostrophe, and the languages that have it."""
    for form in (word, *(part for part in word.split("'") if len(part) > 1)):
        places = languages.latin_words.get(form)
        if places:
            return form, places
    return word, ()


def _is_enough(distinct: set[str], said: int, words: int, english: int) -> bool:
    share = said / words
    if len(distinct) >= _MANY_WORDS:
        return share >= _LEAST_SHARE_OF_MANY
    if len(distinct) >= _LEAST_WORDS and share >= _LEAST_SHARE:
        return True
    is_telling = max(len(word) for word in distinct) >= _TELLING_LENGTH
    return words >= _LEAST_WORDS and is_telling and english / words < _MOST_ENGLISH


def with_western_digits(text: str) -> str:
    """The text with every digit as 0 to 9, offsets unchanged: ٠٧٧٠٠ is the start of a number."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)


def fold(word: str) -> str:
    """The word without accents, as people type it on a phone; `word` is in lower case."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word.translate(_FOLDED))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
