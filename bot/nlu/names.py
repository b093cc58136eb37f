"""Takes a name of a person that starts at a given place in a message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from bot.nlu.facts import Span, overlaps
from bot.nlu.message import ParentMessage

LETTER = r"[^\W\d_]"


_WORD = re.compile(rf"{LETTER}(?:{LETTER}|['’-](?={LETTER}))*")


_WITHOUT_APOSTROPHE = re.compile(rf"{LETTER}+(?:-{LETTER}+)*")


_INITIALS = re.compile(
    rf"(?:[A-Z]\.\s?){{1,3}}[A-Z]\b\.?|[A-Z]\s[A-Z]\b(?!\s{LETTER})"
    rf"|[A-Z]{{2,3}}\b(?=\s*(?:[,.;(]|$))"
)


_BETWEEN_NAMES = "de da do dos del der den van von bin ibn el al la le st ter"
_PARTICLES = frozenset(_BETWEEN_NAMES.split())


_MOST_WORDS = 4
_MOST_CAPITALS = 0.6  # of the words: above, capitals say nothing
_SHORTENED = frozenset(["a.m", "p.m", "e.g", "i.e", "n.b", "p.s", "d.o.b", "u.k"])
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;!?(\n]|$)")


_SELF_GOES_ON = re.compile(r" and (?:I|i)(?: am|['’]m|m| have|['’]ve)\b")


_IS_PRONOUN = re.compile(r"(?:he|she|it|they|we|i|you|who|that|there)['’](?:s|ll|d|ve|re|m)$")
_WORD_BEFORE = re.compile(rf"(?<![\w'’-])({LETTER}[\w'’-]+) $")
_POSSESSIVE = re.compile(r"['’]s$")
_IS_LINKED = re.compile(r"spelt|spelled|mis-?spel(?:t|led)|misspelling")


class Words(NamedTuple):
    """Which words are never, only sometimes, or mostly a name."""

    ordinary: frozenset[str]
    also_names: frozenset[str]
    first_names: frozenset[str]


def load_words(folder: Path) -> Words:
    """Load the word lists from `not_names.yml` and `first_names.yml` in the knowledge folder."""
    content = yaml.safe_load((folder / "not_names.yml").read_text(encoding="utf-8"))
    known = yaml.safe_load((folder / "first_names.yml").read_text(encoding="utf-8"))
    return Words(
        frozenset(content["ordinary"].split()),
        frozenset(content["also_names"].split()),
        frozenset(known["first_names"].split()),
    )


class Name(NamedTuple):
    """A name as written, and where it stands."""

    value: str
    start: int
    end: int


def _shouts(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 12 and sum(character.isupper() for character in letters) > 0.7 * len(
        letters
    )


class NameTaker:
    """Takes a name that starts at a given place, or nothing; `blocked` places are no names."""

    def __init__(self, message: ParentMessage, words: Words, blocked: Sequence[Span]) -> None:
        self._message = message
        self._words = words
        self.blocked = blocked
        self._shouts = _shouts(message.text)
        words_typed = re.findall(rf"\b{LETTER}\w*", message.text)
        capitals = sum(word[0].isupper() for word in words_typed)
        self._writes_titles = capitals > _MOST_CAPITALS * len(words_typed)

    def take(
        self, position: int, capital: bool, most: int = _MOST_WORDS, weak: bool = False
    ) -> Name | None:
        """Take the longest run of words that can be a name.

        `capital`: each word must start with a capital letter. `weak`: words that are also
        ordinary ("Grace") do not count.
        """
        text = self._message.text
        if position and text[position - 1].isalpha():
            return None
        initials = _INITIALS.match(text, position)
        if initials and not self._shouts and self._can_be_initials(initials[0]):
            return Name(initials[0].strip(), initials.start(), initials.end())
        if capital and self._shouts:
            return None
        end, at, taken = position, position, 0
        while taken < most:
            word = _WORD.match(text, at)
            if not word:
                break
            if taken and word[0].lower() in _PARTICLES:
                following = _WORD.match(text, word.end() + 1)
                if not following or not self._fits(following, capital, weak):
                    break
            elif not self._fits(word, capital, weak) and not (taken and self._is_surname(word)):
                break
            end, taken = word.end(), taken + 1
            if _POSSESSIVE.search(word[0]):  # "Alfie's Mum": who belongs to Alfie follows
                break
            gap = re.compile(r" (?=\S)").match(text, end)
            if not gap:
                break
            at = gap.end()
        if not taken or (overlaps(position, end, self.blocked) and weak):
            return None
        value = _POSSESSIVE.sub("", text[position:end])
        if value != text[position:end]:
            end -= 2
        return Name(
            value if capital or any(c.isupper() for c in value) else value.title(), position, end
        )

    def is_whole_message(self, start: int, end: int) -> bool:
        """Say whether there is nothing else in the message."""
        return self._message.bare == self._message.plain[start:end]

    def take_word_name(self, position: int, capital: bool = True) -> Name | None:
        """Take one word that is also a name ("Summer", "Skye"), even where it names a place."""
        word = _WORD.match(self._message.text, position)
        if not word or self._shouts or (capital and not word[0][0].isupper()):
            return None
        value = _POSSESSIVE.sub("", word[0])
        is_name = value.lower() in self._words.also_names
        written = value if capital else value.title()
        return Name(written, word.start(), word.start() + len(value)) if is_name else None

    def is_first_name(self, word: str) -> bool:
        """Say whether a word is a known first name; ordinary words only with a capital letter."""
        low = word.lower()
        parts = low.split("-")
        known = self._words.first_names
        if parts[0] not in known or not known.union(self._words.also_names).issuperset(parts):
            return False
        if self._shouts:
            return low not in self._words.ordinary
        is_ordinary = low in self._words.ordinary or low in self._words.also_names
        return not is_ordinary or word[0].isupper()

    def take_known(self, position: int) -> Name | None:
        """Take a known first name, however it is typed, with a surname if one follows."""
        word = _WITHOUT_APOSTROPHE.match(self._message.text, position)
        return self.with_surname(word) if word and self.is_first_name(word[0]) else None

    def with_first_name(self, position: int) -> int:
        """Return where a known first name begins right before the word, else where the word does.

        "Sam Marsh is my son": Marsh by itself is nobody.
        """
        before = _WORD_BEFORE.search(self._message.text[:position])
        return before.start() if before and self.is_first_name(before[1]) else position

    def with_surname(self, first: re.Match[str]) -> Name:
        """Take a first name with the surname after it, if one follows; written with capitals."""
        text, end = self._message.text, first.end()
        is_typed = first[0][0].isupper() and not self._shouts
        following = re.compile(rf" ((?:{LETTER}{{2,}}|O['’]{LETTER}+)(?:['’-]{LETTER}+)*)").match(
            text, end
        )
        is_name = following is not None and not _IS_PRONOUN.match(following[1].lower())
        if following and is_name and following[1].lower() not in self._words.ordinary:
            closes = _CLAUSE_ENDS.match(text, following.end()) is not None
            is_free = not overlaps(following.start(1), following.end(1), self.blocked)
            goes_on = closes or is_typed or self._shouts
            if goes_on and (is_free or is_typed) and (closes or following[1][0].isupper()):
                end = following.end()
        value = text[first.start() : end]
        return Name(value if is_typed else value.title(), first.start(), end)

    def _fits(self, word: re.Match[str], capital: bool, weak: bool) -> bool:
        low = word[0].lower().replace("’", "'")
        if capital and not word[0][0].isupper():
            return False
        if _IS_PRONOUN.match(low) or _IS_LINKED.fullmatch(low):
            return False
        if len(low) < 2 or re.sub(r"'(?:s|m|re|ve|d|ll|t)$", "", low) == "":
            return False
        stem = re.sub(r"'s$", "", low)
        if stem in self._words.ordinary or low.endswith(("n't", "'m", "'ve", "'re", "'ll", "'d")):
            return stem in self._words.also_names and word[0][0].isupper() and not weak
        return True

    def _is_surname(self, word: re.Match[str]) -> bool:
        """Say whether a word after a first name is one too: "Eleanor Price,", "Mason P."."""
        is_typed_as_name = word[0][0].isupper() and (len(word[0]) == 1 or not word[0].isupper())
        if self._shouts or self._writes_titles or not is_typed_as_name or word[0] == "I":
            return False
        return (
            _CLAUSE_ENDS.match(self._message.text, word.end()) is not None
            or _SELF_GOES_ON.match(self._message.text, word.end()) is not None
        )

    def _can_be_initials(self, letters: str) -> bool:
        if "." in letters:
            return letters.lower().rstrip(".") not in _SHORTENED
        return letters.replace(".", "").replace(" ", "").lower() not in self._words.ordinary
