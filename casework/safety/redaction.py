"""Hides in a sentence everything that could say who wrote it or of whom.

What is not in a list of ordinary words is hidden: names, places, schools, numbers, addresses,
dates, slips of the keyboard, words of other languages. Being too strict costs a manager a word;
letting a name through costs a family more.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from casework.places.gazetteer import normalise
from casework.safety.content import KNOWLEDGE

MASK = "[hidden]"
LONGEST = 300
"""Characters of a message that are looked at."""

_PIECE = re.compile(r"\S+")
_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?")
_AROUND = re.compile(r"^([(\"]*)(.*?)([.,!?;:)\"]*)$", re.DOTALL)
_ENDINGS = ("'s", "'ll", "'re", "'ve", "'d", "'m", "n't")
_ENDS_SENTENCE = (".", "!", "?")


class _Words(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    source: str
    words: str
    never: str
    only_in_small_letters: frozenset[str]
    before_a_name: frozenset[str]
    """A name follows these, and goes on until one of the next."""
    after_a_name: frozenset[str]


def redact(text: str) -> str:
    """The text with everything hidden that is not an ordinary word; one mark for each run."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'")
    shown: list[str] = []
    starts_sentence, is_name_due, before = True, False, ""
    for piece in _PIECE.findall(plain[:LONGEST]):
        word = _letters_of(piece)
        is_name = is_name_due and word not in _read_words().after_a_name
        part = MASK if is_name else _redact_piece(piece, starts_sentence=starts_sentence)
        # A mark takes in what is hidden next to it: how many words a name has stays hidden.
        if part != MASK or not shown or shown[-1] != MASK:
            shown.append(part)
        is_name_due = (
            is_name
            or word in _read_words().before_a_name
            or (word in _first_names() - plain_words() and not piece.endswith("'s"))
            or (before == "name" and word == "is")
        )
        starts_sentence, before = piece.endswith(_ENDS_SENTENCE), word
    return " ".join(shown)


def may_be_shown(word: str, *, starts_sentence: bool) -> bool:
    """Whether a word, with capitals and apostrophe as written, is an ordinary one.

    A capital inside a sentence is a name's unless the whole word has capitals, or is "I'm".
    """
    if not _WORD.fullmatch(word):
        return False
    lower = word.lower()
    for ending in _ENDINGS:
        if lower.endswith(ending) and lower != ending:
            lower = lower.removesuffix(ending)
            break
    lower = lower.replace("'", "")
    if lower not in plain_words():
        return False
    has_capital = word[0].isupper()
    if has_capital and lower in _read_words().only_in_small_letters:
        return False
    return not has_capital or starts_sentence or lower == "i" or word.isupper()


@cache
def plain_words() -> frozenset[str]:
    """The words that may be shown, in small letters: ordinary ones that are nobody's and nowhere's.

    A name or a place that is an ordinary word too counts as a name, unless it is listed as shown in
    small letters.
    """
    listed = _read_words()
    ordinary = set(str(_read("not_names.yml")["ordinary"]).split()) | set(listed.words.split())
    names = _first_names() | _places() | _languages()
    return frozenset(
        (ordinary - names - set(listed.never.split())) | (ordinary & listed.only_in_small_letters)
    )


@cache
def words_of_nobody() -> frozenset[str]:
    """Ordinary words, in small letters, that are neither a first name nor a surname nor a place."""
    return plain_words() - set(str(_read("not_names.yml")["also_names"]).split())


def is_first_name(word: str) -> bool:
    """True for a word, in small letters, that is a first name in use."""
    return word in _first_names()


def _redact_piece(piece: str, *, starts_sentence: bool) -> str:
    around = _AROUND.match(piece)
    assert around is not None
    before, word, after = around.groups()
    parts = re.split(r"[/-]", word)
    if all(may_be_shown(part, starts_sentence=starts_sentence) for part in parts):
        return f"{before}{word}{after}"
    return MASK


def _letters_of(piece: str) -> str:
    return "".join(letter for letter in piece.lower().removesuffix("'s") if letter.isalpha())


@cache
def _first_names() -> frozenset[str]:
    return frozenset(str(_read("first_names.yml")["first_names"]).split())


@cache
def _places() -> frozenset[str]:
    """Places of one word, and councils' names, as they are typed."""
    places: set[str] = set()

    def collect(found: Any) -> None:
        if isinstance(found, str):
            places.add(normalise(found))
        elif isinstance(found, dict):
            for key, value in found.items():
                collect(key)
                collect(value)
        elif isinstance(found, list):
            for value in found:
                collect(value)

    gazetteer = _read("places.yml")
    for group in ("places", "shared", "only_when_asked"):
        collect(gazetteer[group])
    return frozenset(place for place in places if " " not in place)


@cache
def _languages() -> frozenset[str]:
    names: set[str] = set()
    for language in _read("languages.yml")["languages"]:
        for name in (language["name"], *language.get("also", ())):
            names |= set(str(name).lower().split())
    return frozenset(names - {"sign", "language", "and", "of"})


@cache
def _read_words() -> _Words:
    return _Words.model_validate(_read("plain_words.yml"))


@cache
def _read(name: str) -> dict[str, Any]:
    with (KNOWLEDGE / name).open(encoding="utf-8") as file:
        content: dict[str, Any] = yaml.safe_load(file)
    return content
