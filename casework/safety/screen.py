"""Whether somebody in a message may not be safe: the screen that runs before everything else.

The words it looks for are content, `data/knowledge/safety_patterns.yml`. A false alarm costs a
parent one kind message; a missed one may cost a life. So the patterns are broad, and only the
idioms of people who fight councils are kept out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from casework.safety.content import APOSTROPHES, Content, fill, read_content
from casework.safety.denials import leave_out_denials
from casework.safety.languages import find_danger_in_other_languages

SafetyId = Literal[
    "immediate_danger",
    "suicidal_adult",
    "suicidal_child",
    "abuse_of_child",
    "child_is_user",
    "domestic_abuse",
    "missing_child",
    "medical",
    "distress",
    "threat_or_abuse_to_staff",
]
Priority = Literal["P1", "P2"]

FEWEST_WORDS_IN_DOUBT = 7
"""Shorter ones leave no room for what takes a danger back, and the learnt screen misjudges them."""

_SENTENCE_END = re.compile(r"[.!?;:\n\r]+")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufe0f\u00ad]")
_NOT_A_WORD = re.compile(r"[^\w.]+|_+")
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_SPELLED_OUT = re.compile(r"\b(?:[a-z] ){3,}[a-z]\b")
_DIGIT_IN_WORD = re.compile(r"\b[a-z]+[0135][a-z]+\b")
_DIGIT_AS_LETTER = str.maketrans("0135", "oies")


@dataclass(frozen=True)
class SafetyFlag:
    """Which safety reply to give (`data/notices/safety.yml`) and how fast a person must know."""

    id: SafetyId
    priority: Priority
    is_doubtful: bool = field(default=False, compare=False)
    """The words may only sound like it: whoever has learnt from examples may say that it is none.

    How it was heard makes it no other danger."""


class _Rule(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: SafetyId
    priority: Priority
    at: str | None = None
    """The pending question to which the patterns belong; None: any."""
    patterns: tuple[str, ...]


class _Patterns(Content):
    words: dict[str, str]
    """Named groups of words; `{name}` in a pattern stands for one of them."""
    emoji: dict[str, str]
    spellings: dict[str, tuple[str, ...]]
    idioms: tuple[str, ...]
    certain: tuple[str, ...]
    """A danger in a message with one of these is in no doubt."""
    rules: tuple[_Rule, ...]
    """In order of urgency: the first that fits is the answer."""


@dataclass(frozen=True)
class _Screen:
    emoji: dict[str, str]
    spellings: tuple[tuple[re.Pattern[str], str], ...]
    idioms: re.Pattern[str]
    certain: re.Pattern[str]
    rules: tuple[tuple[_Rule, re.Pattern[str]], ...]


def screen_for_safety(text: str, *, asked: str | None) -> SafetyFlag | None:
    """The most urgent danger the words speak of, or None.

    `asked` is the pending question (an asks id of the contract): "my partner reads them" is an
    answer about safety only where we asked whether it is safe to write. What somebody plainly
    denies is not heard.
    """
    screen = _load_screen()
    plain = _plain_words_of(leave_out_denials(text), screen)
    for rule, pattern in screen.rules:
        if rule.at in (None, asked) and pattern.search(plain):
            is_doubtful = rule.at is None and _leaves_doubt(plain, screen)
            return SafetyFlag(rule.id, rule.priority, is_doubtful)
    other = find_danger_in_other_languages(text)
    return None if other is None else choose_flag([other])


def names_danger_for_certain(text: str) -> bool:
    """Whether there is a word that is danger whatever stands beside it."""
    screen = _load_screen()
    return screen.certain.search(_plain_words_of(leave_out_denials(text), screen)) is not None


def _leaves_doubt(plain: str, screen: _Screen) -> bool:
    """Whether there are other words that may take back those of danger; few hardly can.

    A number takes nothing back: "07700 900123 but my husband checks my phone".
    """
    words = sum(not word.isdecimal() for word in plain.split())
    return words >= FEWEST_WORDS_IN_DOUBT and not screen.certain.search(plain)


def choose_flag(identifiers: Sequence[str]) -> SafetyFlag:
    """Of dangers heard elsewhere, surest first, the one to answer: the first P1, else the first.

    The answers to all P1 name 999, so that the surest helps best. Raises ValueError for none known.
    """
    priorities = {rule.id: rule.priority for rule, _pattern in _load_screen().rules}
    flags = [SafetyFlag(id_, priorities[id_]) for id_ in priorities if id_ in identifiers]
    if not flags:
        raise ValueError("no such danger")
    return min(flags, key=lambda flag: (flag.priority, identifiers.index(flag.id)))


def _plain_words_of(text: str, screen: _Screen) -> str:
    """The words in one spelling: lower case, no apostrophes, one space, " ." between sentences."""
    plain = unicodedata.normalize("NFKC", text)
    for picture, word in screen.emoji.items():
        plain = plain.replace(picture, f" {word} ")
    plain = _INVISIBLE.sub("", plain.casefold())
    plain = APOSTROPHES.sub("", plain)
    plain = _SENTENCE_END.sub(" . ", plain)
    plain = " ".join(_NOT_A_WORD.sub(" ", plain).split())
    plain = _DRAWN_OUT.sub(r"\1", plain)
    plain = _SPELLED_OUT.sub(lambda letters: letters[0].replace(" ", ""), plain)
    plain = _DIGIT_IN_WORD.sub(lambda word: word[0].translate(_DIGIT_AS_LETTER), plain)
    for misspelt, word in screen.spellings:
        plain = misspelt.sub(word, plain)
    return screen.idioms.sub(" . ", plain).strip(" .")


@cache
def _load_screen() -> _Screen:
    content = read_content("safety_patterns.yml", _Patterns)

    def compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{fill(p, content.words)})" for p in patterns))

    return _Screen(
        emoji=content.emoji,
        spellings=tuple(
            (re.compile(rf"\b(?:{'|'.join(misspelt)})\b"), word)
            for word, misspelt in content.spellings.items()
        ),
        idioms=compiled(content.idioms),
        certain=compiled(content.certain),
        rules=tuple((rule, compiled(rule.patterns)) for rule in content.rules),
    )
