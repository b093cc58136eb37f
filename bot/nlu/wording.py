"""Reads facts by wordings kept in a file, so that what parents say is content and not code.

A wording is words in order with `..` for up to four words between and `....` for up to ten, and
`{name}` for a group of words. In one line: ` + ` another wording in the same sentence in any order,
` - ` a wording that must not be in the sentence, ` & ` one that must be anywhere in the message,
` ! ` one that must not be anywhere. A line that starts with `? ` gives a fact that is not sure.
Words may be regular expressions, with gaps inside their brackets too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from bot.nlu.facts import Fact

_GAPS = {"..": r"(?:\S+\s+){0,4}?", "....": r"(?:\S+\s+){0,10}?"}
_SPACE = r"[\s,\"-]+"
_ANY_SPACE = r"[\s,\"-]*\s"
_GAP_IN_BRACKETS = re.compile(r" (\.{4}|\.\.) ")
_ANY_NOT = re.compile(r"(?<![a-z.])n't(?![a-z])")
_NOT_VERB = (
    "(?:ca|wo|sha|do|does|did|is|are|was|were|has|have|had|could|would|should|must|need|might|ai"
    "|)n't"
)
_MARK = re.compile(r"\s([+&!-])\s")


class _Piece(NamedTuple):
    pattern: re.Pattern[str]
    needs: tuple[str, ...]  # groups without whose words the pattern cannot match


class _Line(NamedTuple):
    fact: Fact  # a fact without a place yet
    together: tuple[_Piece, ...]
    bars: tuple[_Piece, ...]
    anywhere: tuple[_Piece, ...]
    nowhere: tuple[_Piece, ...]
    needs: frozenset[str]  # groups without whose words the line cannot match


class Wording(NamedTuple):
    """What one file of wordings says, compiled."""

    lines: tuple[_Line, ...]
    whole: tuple[tuple[re.Pattern[str], Fact], ...]
    denials: tuple[re.Pattern[str], ...]
    groups: dict[str, re.Pattern[str]]


def load_wording(path: Path) -> Wording:
    """Load a file of wordings: `groups`, `denials`, `facts` and `whole_message`."""
    # BaseLoader keeps "no" a word.
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    groups: dict[str, str] = {}
    for name, words in content.get("groups", {}).items():
        groups[name] = "(?:" + "|".join(_expression(word, groups) for word in words) + ")"
    return Wording(
        tuple(
            _compile_line(line, fact, groups)
            for fact, lines in _entries(content.get("facts", {}))
            for line in lines
        ),
        tuple(
            (re.compile("|".join(_expression(line, groups) for line in lines)), fact)
            for fact, lines in _entries(content.get("whole_message", {}))
        ),
        tuple(_compile(line, groups).pattern for line in content.get("denials", [])),
        {name: re.compile(words) for name, words in groups.items()},
    )


def read_wording(sentences: list[tuple[int, str]], bare: str, wording: Wording) -> list[Fact]:
    """Find facts worded in the sentences (offset and words of each), or by all of `bare`."""
    denied = [(offset, _without(words, wording.denials)) for offset, words in sentences]
    message = "\n".join(words for _, words in denied)
    present = {name for name, words in wording.groups.items() if words.search(message)}
    in_message: dict[str, bool] = {}

    def somewhere(piece: _Piece) -> bool:
        if not present.issuperset(piece.needs):
            return False
        words = piece.pattern.pattern
        if words not in in_message:
            in_message[words] = piece.pattern.search(message) is not None
        return in_message[words]

    facts = [
        Fact(fact.entity, fact.value, 0, len(bare), fact.role, fact.sure)
        for pattern, fact in wording.whole
        if sentences and pattern.fullmatch(bare)
    ]
    for line in wording.lines:
        if not present.issuperset(line.needs) or not all(
            map(somewhere, line.together + line.anywhere)
        ):
            continue
        if any(map(somewhere, line.nowhere)):
            continue
        found = _find(line, denied)
        if found is not None:
            facts.append(
                Fact(line.fact.entity, line.fact.value, *found, line.fact.role, line.fact.sure)
            )
    return facts


def _find(line: _Line, sentences: list[tuple[int, str]]) -> tuple[int, int] | None:
    for offset, words in sentences:
        matches = [piece.pattern.search(words) for piece in line.together]
        if all(matches) and not any(piece.pattern.search(words) for piece in line.bars):
            first = matches[0]
            assert first is not None
            return offset + first.start(), offset + first.end()
    return None


def _without(words: str, denials: tuple[re.Pattern[str], ...]) -> str:
    for denial in denials:
        words = denial.sub(lambda found: " " * len(found[0]), words)
    return words


def _entries(content: dict[str, Any]) -> Iterator[tuple[Fact, list[str]]]:
    """Yield a fact without a place, and its lines, from `entity: {value: [line]}`."""
    for entity, values in content.items():
        for value, lines in values.items():
            yield Fact(entity, value, 0, 0), lines


def _compile_line(line: str, fact: Fact, groups: dict[str, str]) -> _Line:
    if line.startswith("? "):
        fact, line = Fact(fact.entity, fact.value, 0, 0, fact.role, False), line[2:]
    pieces = _MARK.split(line)
    parts: dict[str, list[_Piece]] = {"+": [_compile(pieces[0], groups)], "-": [], "&": [], "!": []}
    for mark, piece in zip(pieces[1::2], pieces[2::2], strict=False):
        parts[mark].append(_compile(piece, groups))
    together, bars, anywhere, nowhere = (tuple(parts[mark]) for mark in "+-&!")
    needs = frozenset(need for piece in together + anywhere for need in piece.needs)
    return _Line(fact, together, bars, anywhere, nowhere, needs)


def _compile(words: str, groups: dict[str, str]) -> _Piece:
    outside_brackets = words
    while True:
        shorter = re.sub(r"\([^()]*\)[?*+]?", " ", outside_brackets)
        if shorter == outside_brackets:
            break
        outside_brackets = shorter
    needs = tuple(re.findall(r"\{([a-z_]+)\}(?![?*])", outside_brackets))
    return _Piece(re.compile(rf"(?<!\w)(?:{_expression(words, groups)})(?!\w)"), needs)


def _expression(words: str, groups: dict[str, str]) -> str:
    """Turn a wording into a regular expression."""
    expression, joined = "", True
    for word in _split(words.strip()):
        if word in _GAPS:
            expression += (_ANY_SPACE if expression else "") + _GAPS[word]
            joined = True
            continue
        expression += ("" if joined else _SPACE) + word
        joined = False
    expression = _GAP_IN_BRACKETS.sub(lambda found: _ANY_SPACE + _GAPS[found[1]], expression)
    expression = re.sub(r"\{([a-z_]+)\}", lambda found: groups[found[1]], expression)
    return _ANY_NOT.sub(_NOT_VERB, expression).replace("n't", "n'?t")


def _split(words: str) -> list[str]:
    """Split at spaces that are not inside brackets of a regular expression."""
    parts, depth = [""], 0
    for character in words:
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(character, 0)
        if character == " " and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part for part in parts if part]
