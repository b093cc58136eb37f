"""Whether danger is named in a language other than English, by plain phrases of each language.

The phrases are content, `data/knowledge/safety_languages.yml`. Only the front desk's screen asks:
what the assistant learns of danger it learns from English.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from casework.safety.content import Content, read_content

_LETTERS_ALIKE = str.maketrans(
    {
        # Letters that people leave without their stroke or dot.
        **dict(zip("łıđøґ", "lidoг", strict=True)),
        # One letter under the keys of Arabic, Persian and Urdu.
        **dict(zip("یىےکہھۃةں", "يييكههههن", strict=True)),
        "\u200c": " ",
    }
)
_ACCENT = re.compile(r"[\u0300-\u036f\u064b-\u0655\u0670]")
_GAP = r"(?:\S+ ){0,5}"
_NOT_LITERAL = re.compile(r"(\[[^]]*\]|[()|*]| \.\. )")
_STANDS_ALONE = re.compile(r"[a-z\u0400-\u04ff]")
"""Latin and Cyrillic words; in the other scripts here, endings and prefixes join the word."""
_JOINED_SCRIPT = re.compile(r"[^\x00-\u04ff\s]")
KEY = 4
"""So many first letters of its longest word are the key to a phrase; most English has none."""
_ANY = ""
"""The key where words are not parted."""


class _Rule(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    needs: tuple[str, ...]
    """Groups of phrases that must all be in the message."""


class _Content(Content):
    rules: tuple[_Rule, ...]
    """In order of urgency: the first that fits is the answer."""
    languages: dict[str, dict[str, tuple[str, ...]]]


@dataclass(frozen=True)
class _Group:
    """Phrases of all languages for one thing, looked for only beside one of their keys."""

    pattern: re.Pattern[str]
    keys: frozenset[str]

    def is_in(self, plain: str, keys: frozenset[str]) -> bool:
        """Whether a folded text with these keys has one of the phrases."""
        return not self.keys.isdisjoint(keys) and bool(self.pattern.search(plain))


@dataclass(frozen=True)
class _Phrases:
    rules: tuple[_Rule, ...]
    groups: dict[str, _Group]


def find_danger_in_other_languages(text: str) -> str | None:
    """The most urgent danger that the phrases name, as an id of the safety screen, or None."""
    phrases = _load_phrases()
    plain = _fold(text)
    keys = _keys_of_text(plain)
    for rule in phrases.rules:
        if all(phrases.groups[group].is_in(plain, keys) for group in rule.needs):
            return rule.id
    return None


def _fold(text: str) -> str:
    """Lower case without accents, one letter for those alike, marks as spaces, none twice."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = _ACCENT.sub("", plain).translate(_LETTERS_ALIKE)
    return " ".join("".join(c if _is_of_a_word(c) else " " for c in plain).split())


def _is_of_a_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


def _keys_of_text(plain: str) -> frozenset[str]:
    keys = {word[:KEY] for word in plain.split()}
    if not plain.isascii() and _JOINED_SCRIPT.search(plain):
        keys.add(_ANY)
    return frozenset(keys)


def _key_of_phrase(phrase: str) -> str:
    """The key of the longest word that every form of the phrase has, or _ANY."""
    tokens = re.sub(r"\([^)]*\)", " ", phrase).replace("..", " ").split()
    whole = [word for token in tokens if "*" not in token for word in _fold(token).split()]
    stems = [stem for token in tokens if "*" in token if len(stem := _fold(token)) >= KEY]
    longest = max(whole + stems, key=len, default="")
    return longest[:KEY] if _STANDS_ALONE.match(longest) else _ANY


@cache
def _load_phrases() -> _Phrases:
    content = read_content("safety_languages.yml", _Content)
    # All languages at once: a message in two of them is one message.
    together: dict[str, list[str]] = {}
    for groups in content.languages.values():
        for name, phrases in groups.items():
            together.setdefault(name, []).extend(phrases)
    return _Phrases(
        rules=content.rules,
        groups={
            name: _Group(
                re.compile("|".join(_to_pattern(phrase) for phrase in phrases)),
                frozenset(_key_of_phrase(phrase) for phrase in phrases),
            )
            for name, phrases in together.items()
        },
    )


def _to_pattern(phrase: str) -> str:
    """A phrase as an expression for folded text: ` .. ` is a gap, `*` any ending."""
    pattern = ""
    for piece in _NOT_LITERAL.split(phrase):
        if piece == " .. ":
            pattern += " " + _GAP
        elif piece == "*":
            pattern += r"\w*"
        elif _NOT_LITERAL.fullmatch(piece):
            pattern += piece
        else:
            before, after = piece[:1].isspace(), piece[-1:].isspace()
            pattern += " " * before + _fold(piece) + " " * after
    if _STANDS_ALONE.search(pattern.replace(r"\w", "")):
        return rf"(?<!\w)(?:{pattern})(?!\w)"
    return f"(?:{pattern})"
