"""The lessons from which whose name it is is learnt: data/names/.

A lesson is a message, or a part of one, in which each name is marked with whose it is:
"[Kelly](own) here, mum of [Tyler](child)". Few names stand in them, so each lesson is taught
several times with other names, in other letters and beside messages that name nobody.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

WHOSE = ("own", "child", "supporter", "other")
_MARKED = re.compile(rf"\[([^\]]+)\]\(({'|'.join(WHOSE)})\)")
_SHARE_WITH_A_NEIGHBOUR = 0.6
_SHARE_RENAMED = 0.85
_SHARE_GIVEN_A_SURNAME = 0.15
_SHARE_OF_TWO_FIRST_NAMES = 0.04
_SHARE_WITHOUT_MARKS = 0.15
_NOT_BOTH = frozenset(["own", "child", "supporter"])
"""Of these a message has one; a neighbour must not bring another."""
_JOINTS = (". ", " ", ", ", "\n")


class Marked(NamedTuple):
    """A name in a lesson: where it stands, and whose it is (one of WHOSE)."""

    start: int
    end: int
    whose: str


class Lesson(NamedTuple):
    """A message and the names in it."""

    text: str
    names: tuple[Marked, ...]


def read_name_lessons(folder: Path) -> list[Lesson]:
    """Return the lessons of every file. Raises KeyError or yaml.YAMLError for a broken file."""
    return [
        _parse(line)
        for path in sorted(folder.glob("*.yml"))
        for line in yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)["examples"]
    ]


class Names(NamedTuple):
    """Names to put into lessons: first names in small letters, surnames as written."""

    first: tuple[str, ...]
    last: tuple[str, ...]


def vary(lessons: Sequence[Lesson], names: Names, chance: random.Random) -> Iterator[Lesson]:
    """Yield each lesson once more, with other names, letters and neighbours.

    A first name that is not in `names`, such as "Hope", stays what it is.
    """
    known = frozenset(names.first)
    for lesson in lessons:
        varied = _rename(lesson, names, known, chance)
        other = chance.choice(lessons)
        if chance.random() < _SHARE_WITH_A_NEIGHBOUR and not _whose(lesson) & _whose(other):
            other, joint = _rename(other, names, known, chance), chance.choice(_JOINTS)
            pair = (varied, other) if chance.random() < 0.5 else (other, varied)
            varied = _join(*pair, joint)
        yield _retype(varied, chance)


def _whose(lesson: Lesson) -> frozenset[str]:
    return _NOT_BOTH.intersection(name.whose for name in lesson.names)


def read_surnames(folder: Path) -> tuple[str, ...]:
    """Return the surnames that lessons are varied with."""
    return tuple((folder / "surnames.txt").read_text(encoding="utf-8").split())


def _parse(line: str) -> Lesson:
    text, names, at = "", [], 0
    for found in _MARKED.finditer(line):
        text += line[at : found.start()]
        names.append(Marked(len(text), len(text) + len(found[1]), found[2]))
        text, at = text + found[1], found.end()
    return Lesson(text + line[at:], tuple(names))


def _rename(
    lesson: Lesson, new_names: Names, known: frozenset[str], chance: random.Random
) -> Lesson:
    text, names, at = "", [], 0
    given: dict[str, str] = {}
    for name in lesson.names:
        text += lesson.text[at : name.start]
        words = lesson.text[name.start : name.end].split(" ")
        for number, word in enumerate(words):
            low = word.lower()
            if low in known and chance.random() < _SHARE_RENAMED:
                new = given.setdefault(low, chance.choice(new_names.first))
                if chance.random() < _SHARE_OF_TWO_FIRST_NAMES:
                    new += "-" + chance.choice(new_names.first)
                words[number] = _typed_like(word, new)
        if len(words) == 1 and len(words[0]) > 2 and chance.random() < _SHARE_GIVEN_A_SURNAME:
            words.append(_typed_like(words[0], chance.choice(new_names.last)))
        new_name = " ".join(words)
        names.append(Marked(len(text), len(text) + len(new_name), name.whose))
        text, at = text + new_name, name.end
    return Lesson(text + lesson.text[at:], tuple(names))


def _typed_like(word: str, new: str) -> str:
    if word.isupper():
        return new.upper()
    return new.title() if word[0].isupper() else new.lower()


def _join(first: Lesson, second: Lesson, joint: str) -> Lesson:
    moved = len(first.text) + len(joint)
    names = [Marked(n.start + moved, n.end + moved, n.whose) for n in second.names]
    return Lesson(first.text + joint + second.text, (*first.names, *names))


def _retype(lesson: Lesson, chance: random.Random) -> Lesson:
    """In small letters a third of the time, rarely in capitals; sometimes without marks."""
    draw = chance.random()
    text = lesson.text
    if chance.random() < _SHARE_WITHOUT_MARKS:
        text = re.sub(r"[.,;:!?]", " ", text)
    if draw < 0.35:
        text = text.lower()
    elif draw < 0.42:
        text = text.upper()
    return lesson._replace(text=text) if len(text) == len(lesson.text) else lesson
