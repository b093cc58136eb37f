"""Whether a text asks for no more texts, in somebody's own words: "please stop texting me".

The whole text has to say so. "Stop them from excluding him" and "can you stop sending letters to
his dad" are about a case, and ending the texts there would take the service away. The words are
content, `data/knowledge/opting_out.yml`. DP-21.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

OptingOut = Literal["outright", "wish", "perhaps"]
"""`outright` ends the texts; `wish` does unless a number is asked for; `perhaps` is asked back."""

OPTING_OUT_FILE = Path(__file__).resolve().parents[2] / "data" / "knowledge" / "opting_out.yml"
# What a mail or phone program adds below: "Sent from my iPhone".
_SIGNATURE = re.compile(
    r"(?:\n|(?<=[.!]))[\s\-_]*(?:sent (?:from|via) (?:my )?|get outlook for )\w[\w ]{1,30}[.!]?"
    r"\s*\Z",
    re.IGNORECASE,
)
_APOSTROPHES = re.compile(r"['\u2018\u2019\u02bc`\u00b4]")
_DRAWN_OUT_STOP = re.compile(r"\bs+t+o+p{2,}\b|\bs+to{3,}p+\b")
_LONGEST = 20
"""Words. More than that is told for another reason, and would be slow to look through."""


@dataclass(frozen=True)
class _Reader:
    ignored: re.Pattern[str]
    kinds: dict[OptingOut, re.Pattern[str]]
    asked: re.Pattern[str]
    ends: frozenset[str]
    keeps: frozenset[str]


def read_opting_out(text: str) -> OptingOut | None:
    """What the whole text says about ending the texts; None where it is about anything else.

    >>> read_opting_out("Please stop texting me!!")
    'outright'
    >>> read_opting_out("can you stop sending letters to his dad")
    """
    reader = _load()
    plain = " ".join(reader.ignored.sub(" ", _plain(text)).split())
    if len(plain.split()) > _LONGEST:
        return None
    for kind, pattern in reader.kinds.items():
        if pattern.fullmatch(plain):
            return kind
    return "perhaps" if reader.asked.fullmatch(plain) else None


def read_end_of_texts(text: str) -> bool | None:
    """The answer to "Shall we end texts to this number?"; None where it is none."""
    plain, reader = _plain(text), _load()
    if plain in reader.ends:
        return True
    # A number may be meant for the question before ours: that one is asked again.
    return False if plain in reader.keeps or plain.isdecimal() else None


def take_signature_off(text: str) -> str:
    """The text without the line that a phone adds below it."""
    return _SIGNATURE.sub("", text)


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKC", take_signature_off(text)).casefold()
    words = re.sub(r"[\W_]+", " ", _APOSTROPHES.sub("", bare)).split()
    return _DRAWN_OUT_STOP.sub("stop", " ".join(words))


@cache
def _load() -> _Reader:
    content: dict[str, Any] = yaml.safe_load(OPTING_OUT_FILE.read_text("utf-8"))
    parts = {name: _any_of(words) for name, words in content["parts"].items()}
    says = {
        kind: _any_of(_compile(each, parts) for each in content[kind])
        for kind in ("outright", "wish", "perhaps")
    }
    before, after, asking = (
        _any_of(_compile(each, parts) for each in content[place])
        for place in ("before", "after", "asking")
    )
    clear = _any_of([says["outright"], says["wish"]])

    def around(core: str, *, also: str) -> re.Pattern[str]:
        """The core with what may stand around it; after it the same may be said again."""
        return re.compile(rf"(?:{before} )*{core}(?: (?:{also}|{after}|{before}))*")

    return _Reader(
        ignored=re.compile(rf"\b{_any_of(content['ignored'])}\b"),
        kinds={
            "outright": around(
                _any_of([says["outright"], rf"{clear} (?:{after} )*{says['outright']}"]),
                also=_any_of([clear, says["perhaps"]]),
            ),
            "wish": around(says["wish"], also=_any_of([says["wish"], says["perhaps"]])),
            "perhaps": around(says["perhaps"], also=says["perhaps"]),
        },
        asked=around(rf"{asking} {_any_of([clear, says['perhaps']])}", also=clear),
        ends=frozenset(content["ends"]),
        keeps=frozenset(content["keeps"]),
    )


def _compile(template: str, parts: Mapping[str, str]) -> str:
    """`{name}` as one of its words, `[a|b]` as either or neither, nested at most once."""
    pattern = template
    while "[" in pattern:
        # The space belongs to what may be missing, so that none is left over.
        pattern = re.sub(r" \[([^\[\]]*)\]", r"(?: (?:\1))?", pattern)
        pattern = re.sub(r"^\[([^\[\]]*)\] ", r"(?:(?:\1) )?", pattern)
    return re.sub(r"\{(\w+)\}", lambda name: parts[name[1]], pattern)


def _any_of(patterns: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(patterns, key=len, reverse=True)) + ")"
