"""Whether an answer in which no name was heard is one: "Tosin Adeyemi", and not "banana"."""

from __future__ import annotations

import re
from itertools import takewhile

from casework.answers.name_words import (
    BETWEEN_NAMES,
    IS_WRITTEN_AS_A_NAME,
    LETTERS,
    NAME_LEAD,
    is_ordinary,
)
from casework.message import Message
from casework.places.councils import match_council
from casework.referral.draft import Draft
from casework.referral.fields import is_given
from casework.safety.redaction import is_first_name, words_of_nobody

_OTHER_FACTS = """
    access_need appeal best_time certificate contact_ok contact_preferred council date dispute email
    interpreter language meeting phone plan_status referrer_role route section sign supporter
"""
_NEVER_NAMES = frozenset(_OTHER_FACTS.split())
"""Facts of whose words nobody is called by, unless one of them is a first name or an initial."""
_JOINS = BETWEEN_NAMES | {"and", "lb"}
_IS_PRESSED = 1
"""Misses after which an odd word is taken: somebody may truly be called so."""
_MOST_BESIDE_A_LETTER = 4
"""Words of an answer like "we call him J"."""
_SHORTENED = re.compile(
    r"(?:\w['’](?:d|ll|re|ve|m|t)|\b(?:nobody|everybody|s?he|it|that)['’]s)\b", re.IGNORECASE
)
_YES_OR_NO = ("N", "Y")
_TITLED = re.compile(r"(?:mrs?|ms|miss|dr)\.? (?!teams\b)[^\W\d_][\w'-]+", re.IGNORECASE)
_SURELY_TALK = 0.9
"""Confidence from which a lone word is heard as a greeting, a no or a remark."""


def likely_name(message: Message, whole: str, draft: Draft) -> tuple[str, bool] | None:
    """The name that the words come to, and whether surely; None for "his mum" and "online".

    What is no ordinary word, and no name in use either, is asked about where nothing else tells
    that it is one: "banana", "tosin".
    """
    words = [LETTERS.sub("", word.lower()) for word in whole.split()]
    weighty = [word for word in words if len(word) > 1 and word not in _JOINS]
    if _SHORTENED.search(whole):
        return None
    if _TITLED.fullmatch(whole) and (whole in message.plain or words[0] != "miss"):
        return whole, True
    if _is_told_of_other_things(message, words):
        return (whole, False) if _may_be_called_after(message, words, draft) else None
    if not weighty:
        said = message.plain.split()
        is_short = len(words) == 1 and len(said) <= (1 if whole == "I" else _MOST_BESIDE_A_LETTER)
        is_sure = len(said) > 1 or (message.plain[0].isupper() and whole not in _YES_OR_NO)
        return (whole, is_sure) if is_short else None
    ordinary = [word in words_of_nobody() for word in weighty]
    is_pressed = draft.progress.misses >= _IS_PRESSED
    if all(ordinary):
        is_taken = is_pressed and len(words) == 1 and whole[0].isupper()
        return (whole, True) if is_taken else None
    is_typed = whole in message.plain
    if any(ordinary):
        if is_typed and IS_WRITTEN_AS_A_NAME.fullmatch(whole):
            return whole, True
        return (whole, False) if is_pressed else _named_before_talk(whole)
    if any(map(is_first_name, weighty)):
        return whole, True
    is_talk = message.intent != "inform" and message.confidence >= _SURELY_TALK
    if len(words) == 1 and is_talk and not is_pressed:
        return None
    return whole, is_typed and not whole[0].islower()


def _named_before_talk(whole: str) -> tuple[str, bool] | None:
    """Jaz Birdi, of "Jaz Birdi its me", and Mark Kent; to be asked about."""
    said = re.findall(r"[\w'’.-]+", whole)
    run = list(takewhile(lambda word: not is_ordinary(word) or _is_a_council(word), said))
    return (" ".join(run), False) if run and is_first_name(run[0].casefold()) else None


def _is_a_council(word: str) -> bool:
    return match_council(word).kind == "exact"


def _may_be_called_after(message: Message, words: list[str], draft: Draft) -> bool:
    """True for "Lee" and "Bolton" by themselves, once we know the council."""
    said = NAME_LEAD.sub("", message.plain.lower())
    is_alone = len(words) == 1 and words[0] == LETTERS.sub("", said)
    return is_alone and is_given(draft, "council") and message.first("council") is not None


def _is_told_of_other_things(message: Message, words: list[str]) -> bool:
    """True where the words belong to facts of another kind, or begin with one: "BSL and tea"."""
    spans = [
        (one.start, one.end)
        for one in message.entities
        if one.is_sure and one.name in _NEVER_NAMES and one.end > one.start
    ]
    told = {
        LETTERS.sub("", found[0].lower())
        for found in re.finditer(r"\S+", message.text)
        if any(start < found.end() and found.start() < end for start, end in spans)
    }
    shortest = 1 if len(message.all_of("section")) > 1 else 2
    others = [
        word for word in words if word in told and len(word) >= shortest and not is_first_name(word)
    ]
    rest = (word for word in words if word not in others)
    is_all = all(word in words_of_nobody() or word in _JOINS for word in rest)
    return bool(others) and (is_all or words[0] in others)
