"""Parts of a name that is known, told by themselves: a surname, a middle name, a new first name."""

from __future__ import annotations

import re
from dataclasses import replace

from casework.answers.fact import Fact
from casework.people.names_told import write_name
from casework.referral.draft import Draft
from casework.referral.fields import value_of
from casework.safety.redaction import words_of_nobody

_NAMES = ("child_name", "name")
_WORD = r"[^\W\d_][\w'-]*"
_PART_IS = re.compile(
    r"\b(?P<whose>my|our|his|her|their|(?:my )?(?:child|son|daughter|boy|girl)'?s) (?:new |own |"
    r"actual |real |right |proper |married )?(?P<part>surname|last name|family name|second name|"
    r"middle names?)(?:'s| is| are| should be| needs to be|:)? (?:actually |really |now |just |"
    r"also )?(?!spel|wrong|right|correct|missing|different|after|before|not\b|in\b|too\b|on\b|to\b|"
    r"as\b)"
    rf"(?P<name>{_WORD}(?: {_WORD}){{0,2}})",
    re.IGNORECASE,
)
_IS_PART = re.compile(
    rf"^\W*(?:sorry |and )?(?P<name>{_WORD}(?: {_WORD}){{0,1}}) is "
    r"(?P<whose>my|his|her|their|(?:my )?(?:child|son|daughter|boy|girl)'?s) "
    r"(?P<part>surname|last name|family name|second name|middle name)\b",
    re.IGNORECASE,
)
"""The other way round: "Marsh is my surname"."""
_CALL_ME = re.compile(rf"\bcalls? me (?P<name>{_WORD})", re.IGNORECASE)
_SAYS_MINE = re.compile(r"\b(?:my (?:\w+ )?name|i'?m|i am|me)\b", re.IGNORECASE)
_SAYS_THEIRS = re.compile(
    r"\b(?:his|her|their|(?:child|son|daughter|boy|girl|lad)'?s?) (?:\w+ )?name\b", re.IGNORECASE
)
_MY_CHILDS = re.compile(r"\bmy (?:\w+ )?(?:child|son|daughter|boy|girl|lad)'?s?\b", re.IGNORECASE)
_IS_NAMED = re.compile(r"\bname(?:'?s| is| should be| now is)\b", re.IGNORECASE)
_IS_ALL_NEW = re.compile(
    r"\b(?:now|married|divorced|changed|deed poll|just|only|full name|whole name)\b", re.IGNORECASE
)
_SHORTEST_LIKE = 2
"""Letters of a short form: Jo, of Joanne."""


def of_whom_it_names(fact: Fact, words: str, draft: Draft) -> Fact:
    """The name as that of whom it is said, or begins like.

    "Its Callum Price" is the child's, called Callum; "his name is Samuel" is never the writer's.
    """
    if fact.field not in _NAMES:
        return fact
    is_mine = _SAYS_MINE.search(_MY_CHILDS.sub(" ", words)) is not None
    if fact.field == "name" and _SAYS_THEIRS.search(words) and not is_mine:
        return Fact("child_name", fact.value, fact.is_sure)
    if fact.is_sure and is_mine:
        return fact
    other = next(field for field in _NAMES if field != fact.field)
    first, *rest = str(fact.value).casefold().split() or [""]
    own, others = (
        (str(held_name(draft, field) or "").casefold().split() or [""])[0]
        for field in (fact.field, other)
    )
    is_others = (bool(rest) and others == first) or is_short_for(others, first)
    is_others &= own not in ("", first) and not is_short_for(own, first)
    return Fact(other, fact.value, fact.is_sure or others == first) if is_others else fact


def with_surname_held(fact: Fact, words: str, draft: Draft) -> Fact:
    """Raj Sumner, of "call me Raj" and "my name is Raj" where a Craig Sumner is known."""
    held = str(value_of(draft, fact.field) or "").split() if fact.field in _NAMES else []
    if len(held) < 2 or len(str(fact.value).split()) > 1:
        return fact
    called = _CALL_ME.search(words) if fact.field == "name" else None
    is_called = called is not None and called["name"].casefold() == str(fact.value).casefold()
    is_first = _IS_NAMED.search(words) is not None and not _IS_ALL_NEW.search(words)
    is_held = str(fact.value).casefold() in " ".join(held).casefold().split()
    pending = draft.progress.pending
    is_asked = pending == fact.field or (pending in _NAMES and not _SAYS_MINE.search(words))
    if is_held or is_asked or not (is_called or is_first):
        return fact
    return replace(fact, value=" ".join([str(fact.value), *held[1:]]))


def part_of_a_name_told(words: str, draft: Draft) -> Fact | None:
    """The whole name, of "my surname is Marsh" and "his middle name is James"."""
    told = _PART_IS.search(words) or _IS_PART.match(words)
    if told is None:
        return None
    field = "name" if told["whose"].casefold() in ("my", "our") else "child_name"
    held = str(held_name(draft, field) or "").split()
    named = run_of_names(told["name"], is_last=False)
    if not named or not told["name"].startswith(named[0]) or not held:
        return None
    if not told["part"].casefold().startswith("middle"):
        return Fact(field, write_name(" ".join([held[0], *named])))
    given = {word.casefold() for word in held}
    new = [word for word in named if word.casefold() not in given]
    return Fact(field, " ".join([held[0], *(write_name(word) for word in new), *held[1:]]))


def held_name(draft: Draft, field: str) -> object:
    """The answer as it is held, or as it waits for a yes."""
    waiting = draft.progress.unconfirmed
    is_waiting = waiting is not None and waiting.field == field
    return waiting.value if waiting is not None and is_waiting else value_of(draft, field)


def is_short_for(one: str, other: str) -> bool:
    """True for Sam and Samuel, whichever is which."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_LIKE and short != long and long.startswith(short)


def run_of_names(words: str, *, is_last: bool) -> list[str]:
    """The words that may be a name and stand together, at the end or at the beginning."""
    run: list[str] = []
    for word in reversed(words.split()) if is_last else words.split():
        bare = word.strip(".,!?;:")
        if bare.casefold().removesuffix("'s") in words_of_nobody():
            if run:
                break
            continue
        run.append(bare)
    return run[::-1] if is_last else run
