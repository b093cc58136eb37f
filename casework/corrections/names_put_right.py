"""A name that is spelt anew or told in full: "It's Zayn with a y", "should be Lena Foster-Hale".

Whose it is, the name itself tells, since it is like one that is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from casework.answers.fact import Fact
from casework.answers.parts_of_names import is_short_for
from casework.corrections.said_instead import puts_right
from casework.people.kin import AUNT, GRANDPARENT, PARENT, PARTNER, STEP_PARENT
from casework.people.names_told import write_name
from casework.people.others_named import OF_A_PLACE
from casework.referral.draft import Draft
from casework.referral.fields import value_of
from casework.safety.redaction import words_of_nobody

_FIELDS = ("child_name", "name")
_RUN = re.compile(r"(?<![\w'])[^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*)*")
_OF_SPELLING = re.compile(
    r"\b(?:(?:mis-?)?spel(?:t|l|ls|led|ling)|hyphen\w*|(?:double|doubled?)[- ]?barr?el\w*|"
    r"(?:married|maiden|full|real|proper|legal|sur|last|second|family|own)[ -]?names?|"
    r"names?(?:'s| is)? (?:wrong|not right|isn'?t right|just|only)|with(?:out)? an? [a-z]{1,2}\b|"
    r"with (?:no|two|one|double) [a-z]\b|no [a-z]{1,2} (?:in|at|on)|"
    r"got (?:my|his|her|the) name wrong|autocorrect\w*)\b|^\W*\*|\*\W*$",
    re.IGNORECASE,
)
_SAME_NAME = re.compile(r"\bsame (?:sur|last |family |second |first )?name\b", re.IGNORECASE)
_PUT = re.compile(r"^\W*(?:(?:oh|no|sorry|can you|could you|please|actually) )*(?:put|use)\b", re.I)
_OF_A_CHILD = re.compile(
    r"\b(?:his|her|he|she|hes|shes|s?he'?s|child|son|daughter|boy|girl|lad)\b", re.IGNORECASE
)
_MINE = re.compile(r"\b(?:my|mine|i'?m|i am|me|calls? me)\b", re.IGNORECASE)
_MY_CHILD = re.compile(
    r"\bmy (?:child|kid|son|daughter|boy|girl|lad|little|eldest|youngest|grand\w+)\b", re.IGNORECASE
)
_ENDS = re.compile(
    r"\s*(?:$|[.,;:!)*(-]|(?:with|without|not|no|please|pls|plz|thanks|ta|sorry|instead|and|as|on|"
    r"spelt|spelled|x+|lol|but|that'?s|now|actually|mate|love)\b|"
    r"is (?:my|his|her|the|how|right|correct|what)\b)",
    re.IGNORECASE,
)
"""What may follow the name; what somebody does, may not: "Ellen is coming"."""
_LEADS = re.compile(
    r"(?:^|[.,;:!*(\"'-]|\b(?:it'?s|is|as|be|say|read|put|use|to|spelt|spelled|spells?(?: it)?|"
    r"spelling|called|name|surname|barrell?ed|hyphenated|sorry|typo|meant?|mean|with|just|only|"
    r"actually|really|no|oops|wrong|correct|autocorrect\w*|me|i'?m|am|right|then))\s*$",
    re.IGNORECASE,
)
_LONGEST_LEAD = 24
"""Characters before a name that are looked at."""
_OF_HOW_IT_IS_WRITTEN = """
    autocorrect autocorrected barrelled barreled double-barrelled double-barreled hyphen hyphenated
    typo surname misspelled mistyped maiden lowercase uppercase
"""
_NO_NAMES = frozenset(_OF_HOW_IT_IS_WRITTEN.split())
_ONLY_A_PART = re.compile(r"\b(?:just|only|no|not|drop|without|short)\b", re.IGNORECASE)
_OF_SOMEBODY_ELSE = re.compile(
    r"(?<!\bi'm )(?<!\bim )(?<!\bi am )\b(?:my|our|his|her|their|the|a) (?:\w+ )?"
    rf"(?:{PARENT}|{STEP_PARENT}|{GRANDPARENT}|{AUNT}|uncle|sister|brother|sibling|twin|{PARTNER}|"
    rf"fianc[eé]e?|{OF_A_PLACE}|worker|interpreter|signer)s?\b(?! tongue)|"
    r"\b(?:schools?|nursery|college|academy|teacher|senco|head ?teacher|social worker|"
    r"support worker|mr|mrs|miss|ms|dr)\b",
    re.IGNORECASE,
)
"""A name near these may be theirs: what we hold is not changed on a guess."""
_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*|^[.!?;\n]+")
CLAUSE_ON_A_NAME = re.compile(
    r"(?:(?!,? and (?:he|she|his|her|my)\b)[^.!?;\n])+[.!?;\n]*", re.IGNORECASE
)
"""Of "its Joanne and he is called Sam" each half speaks of another."""
_AND_ME = re.compile(r"\b(?:and|plus|with|or|&) (?:me|myself|i|us)\b|\bme and\b", re.IGNORECASE)
"""Of who comes along, "Sara and me"."""
_LIKE = 60
"""Likeness from 0 to 100 of two spellings of one name, where the spelling is spoken of."""
_LIKE_AFTER_SORRY = 70
"""The same where only something is put right: Len is no other spelling of Ben."""
_ADDRESS = re.compile(r"\S+@\S+")
_ASKS_FOR_NAMES = frozenset({*_FIELDS, "supporters"})
_LIKE_ENOUGH = 80
"""Likeness of a whole name, where the message may be the answer to a question for another's."""


@dataclass(frozen=True)
class _Reading:
    field: str
    value: str
    likeness: float
    is_whole: bool


def name_put_right(words: str, draft: Draft, *, is_review: bool = False) -> Fact | None:
    """The name as it is to be, where the words put a known one right; None where they do not.

    `is_review`: they are said to "is all this right?", so that "its Tobey with an e" needs no
    sorry.
    """
    words = _ADDRESS.sub(" ", words)
    is_of_names = _OF_SPELLING.search(_SAME_NAME.sub(" ", words)) is not None
    is_put = _PUT.match(words) is not None
    if not (
        is_of_names or is_put or is_review or puts_right(words) or _names_old_one(words, draft)
    ):
        return None
    is_sure_of_names = is_of_names or _names_old_one(words, draft)
    words = _of_these_two(words, whole=not is_sure_of_names)
    found: list[_Reading] = []
    for sentence in CLAUSE_ON_A_NAME.finditer(words):
        said_so_far = words[: sentence.end()]
        for run in _runs(sentence[0], _words_held(draft)):
            told = _readings_of(run, words, draft)
            found += [one for one in told if _may_be_of(one.field, said_so_far)]
    if not is_sure_of_names:
        found = [one for one in found if is_put or one.likeness >= _LIKE_AFTER_SORRY]
        if draft.progress.pending in _ASKS_FOR_NAMES:
            found = [one for one in found if one.is_whole and one.likeness >= _LIKE_ENOUGH]
    if not found:
        return None
    best = max(one.likeness for one in found)
    nearest = [one for one in found if one.likeness == best]
    if len({one.field for one in nearest}) > 1:
        return None
    longest = max(nearest, key=lambda one: len(one.value))
    return Fact(longest.field, write_name(longest.value))


def _of_these_two(words: str, *, whole: bool) -> str:
    """The sentences that name nobody else; `whole`: none where one of them does."""
    sentences = _SENTENCE.findall(words)
    left = [
        each
        for each in sentences
        if not _OF_SOMEBODY_ELSE.search(each) and not _AND_ME.search(each)
    ]
    return "" if whole and len(left) < len(sentences) else "".join(left)


def _runs(words: str, held: frozenset[str]) -> list[list[str]]:
    """The words that may be a name and stand together where one is told."""
    runs: list[list[str]] = []
    for found in _RUN.finditer(words):
        run: list[str] = []
        start = found.start()
        for word in re.finditer(r"\S+", found[0]):
            place = found.start() + word.start()
            if _is_of_nobody(word[0]) and word[0].casefold() not in held:
                _keep(runs, run, words, start, place)
                run = []
                continue
            start = start if run else place
            run.append(word[0])
        _keep(runs, run, words, start, found.end())
    return runs


def _keep(runs: list[list[str]], run: list[str], words: str, start: int, end: int) -> None:
    if not run or len(run) > 4:
        return
    if _LEADS.search(words, max(0, start - _LONGEST_LEAD), start) and _ENDS.match(words, end):
        runs.append(run)


def _is_of_nobody(word: str) -> bool:
    plain = word.casefold().removesuffix("'s")
    is_small = len(plain) == 1
    return is_small or plain in _NO_NAMES or (plain in words_of_nobody())


def _readings_of(run: list[str], words: str, draft: Draft) -> list[_Reading]:
    """What the words would make of each known name that they are like."""
    found = []
    for field in _FIELDS:
        held = str(value_of(draft, field) or "").split()
        if not held or _folded(run) == _folded(held):
            continue
        if len(run) > 1:
            first = fuzz.ratio(run[0].casefold(), held[0].casefold())
            if first >= _LIKE and (first == 100 or len(held) > 1):
                likeness = fuzz.ratio(" ".join(_folded(run)), " ".join(_folded(held)))
                found.append(_Reading(field, " ".join(run), max(first, likeness), True))
            continue
        part = _part_put_right(run[0], held, words)
        if part is not None:
            found.append(_Reading(field, *part, is_whole=False))
    return found


def _part_put_right(word: str, held: list[str], words: str) -> tuple[str, float] | None:
    """The name with the one of its words that this is a new spelling of."""
    if word.casefold() in _folded(held):
        return None
    alike = [_likeness(word, each, words) for each in held]
    best = max(alike)
    if best < _LIKE:
        return None
    parts = [*held]
    parts[alike.index(best)] = write_name(word)
    return " ".join(parts), best


def _likeness(word: str, held: str, words: str) -> float:
    one, other = word.casefold(), held.casefold()
    if one.startswith(f"{other}-"):
        return 100
    if one in other.split("-"):
        return 100 if _ONLY_A_PART.search(words) else 0
    return max(fuzz.ratio(one, other), _LIKE if is_short_for(other, one) else 0)


def _names_old_one(words: str, draft: Draft) -> bool:
    """True for "Forster not Foster", where Foster is known."""
    denied = re.findall(r"\bnot ([^\W\d_][\w'-]*)", words, re.IGNORECASE)
    held = _words_held(draft)
    return any(word.casefold() in held for word in denied)


def _words_held(draft: Draft) -> frozenset[str]:
    names = [str(value_of(draft, field) or "") for field in _FIELDS]
    return frozenset(word for name in names for word in _folded(name.split()))


def _may_be_of(field: str, words: str) -> bool:
    """False for the child's name in "my surname", and for one's own in "she spells it"."""
    is_mine = _MINE.search(_MY_CHILD.sub(" ", words)) is not None
    is_childs = _OF_A_CHILD.search(words) is not None
    if is_mine == is_childs:
        return True
    return field == ("name" if is_mine else "child_name")


def _folded(words: list[str]) -> list[str]:
    return [word.casefold() for word in words]
