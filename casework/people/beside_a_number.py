"""What is told beside a number, an address or a yes: another number, and when or how they answer.

"07700 900123, or my husband's 07700 900124 if I don't answer": one number is rung, and whoever
rings reads the rest beside it. So it is with "yes, in the mornings".
"""

from __future__ import annotations

import re

from casework.message import Message
from casework.words import reads_as_correction, reads_as_question

_ASK_FOR_IT = frozenset({"phone", "email"})
_ASK_WHETHER = frozenset({"safe_contact", "summary"})
"""Here a time by itself is when to ring: "yes, in the mornings"."""
_NUMBER = re.compile(r"\+?\d[\d ()-]{8,}\d")
_CLAUSE = re.compile(
    r"(?:(?!\s(?:but|cos|cuz|because)\s)[^.,;!?\n()]|\.(?=\d)|\((?=\d)|(?<=\d)\))+", re.IGNORECASE
)
_LEADS_IN = re.compile(
    r"^(?:[\W_]|\b(?:but|and|also|so|though|cos|cuz|because|please|pls)\b)+", re.IGNORECASE
)
_OF_ANSWERING = re.compile(
    r"\b(?:answer\w*|pick up|voice ?mail|(?:unknown|with ?held|private) numbers?|signal|asleep|"
    r"sleep(?:ing|s)?|nights?|shifts?|(?:mid ?)?mornings?|afternoons?|evenings?|weekends?|"
    r"weekdays?|lunch\w*|check (?:it|them|my)|private|ask for \w+|let it ring|"
    r"ring (?:twice|off|again)|(?:try|keep) (?:again|trying))\b",
    re.IGNORECASE,
)
_TIME = (
    r"(?:(?:mid ?)?mornings?|afternoons?|evenings?|nights?|week ?ends?|week ?days?|lunch\w*|"
    r"tea ?times?|dinner ?times?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|school (?:hours|run)|"
    r"day ?times?|any ?time|(?:before|after|between|from|till|until|past) (?:about |around )?"
    r"(?:noon|midday|school|work|tea|dinner|half|\d{1,2}(?!\d)(?! ?(?:st|nd|rd|th|jan|feb|mar|apr|"
    r"may|jun|jul|aug|sep|oct|nov|dec|weeks?|days?|months?|years?))))"
)
_HOURS = r"\d{1,2} ?(?:(?:am|pm)\b|(?:-|to|till|until) ?\d)"
_OF_A_TIME = re.compile(rf"\b(?:{_TIME}(?!\w)|{_HOURS})", re.IGNORECASE)
_IS_A_TIME = re.compile(
    r"(?:(?:only|not|never|just|in|on|at|during|the|best|ideally|mainly|mostly) )*"
    rf"(?!\w+day\b){_TIME}(?!\w)(?! not )",
    re.IGNORECASE,
)
"""At the review, where bare figures number its lines and "evenings not mornings" puts one right."""
_BEGINS_WITH_HOURS = re.compile(rf"(?:from |between )?{_HOURS}", re.IGNORECASE)
_ONLY_THEN = re.compile(rf"\b{_TIME}(?: (?:is|are|please|pls))* only\b|\bonly {_TIME}(?!\w)", re.I)
_OF_BEING_FREE = re.compile(
    r"\b(?:only|best|better|ideal\w*|please|pls|not|never|n[o']?t|\w+n't|except|suits?|free|available|"
    r"busy|(?:at|in|i|my) work\w*|shifts?|nights|so|out|ring|call|phone|te?xt|answer|talk|"
    r"if you can|appointment|slot|leave)\b",
    re.IGNORECASE,
)
"""A day alone may be of anything: "the fitting for his splints is Thursday", "good morning"."""
_ASK_FOR = re.compile(r"\bask for \w+", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"\b(?:he|she|they|him|her|school(?! (?:hours|run))(?<!after school)|class|lessons?|college|"
    r"council|letter|plan|support|therapy|attends?|deadline|carrying on|"
    r"days run)\b",
    re.IGNORECASE,
)
"""Of the child or the case: "he only goes mornings"."""
_AGREES = re.compile(
    r"^(?:(?:yes|yeah|yep|ok|okay|fine|sure|that'?s fine)\b[\s,]*)+", re.IGNORECASE
)
_SAME_DIGITS = 9
"""Digits by which a number is known, with or without the country's code."""


def told_beside_number(message: Message, *, asked: str | None) -> list[str]:
    """The clauses beside a number that tell another one or how they answer, as typed.

    What was heard as a time or a way is kept in its own place.
    """
    if reads_as_correction(message.plain):
        return []
    if asked in _ASK_WHETHER:
        return [words for words in map(_less_a_yes, _unheard(message)) if _is_when(words, asked)]
    reached = message.first("phone") or message.first("email")
    if asked in _ASK_FOR_IT and reached is None:
        clauses = map(_less_a_yes, _unheard(message))
        return [words for words in clauses if _ONLY_THEN.search(words) and _is_when(words, asked)]
    if asked not in _ASK_FOR_IT or reached is None:
        return []
    held, told = _digits(str(reached.value)), []
    without_address = re.sub(r"\S+@\S+", lambda found: " " * len(found[0]), message.text)
    for clause in _CLAUSE.finditer(without_address):
        words = _NUMBER.sub(lambda found: "" if _digits(found[0]) == held else found[0], clause[0])
        is_of_answering = _OF_ANSWERING.search(words) and not _is_heard(clause, message)
        if not reads_as_question(clause[0]) and (_NUMBER.search(words) or is_of_answering):
            told.append(_LEADS_IN.sub("", words).strip(" )"))
    return told


def _unheard(message: Message) -> list[str]:
    clauses = [one for one in _CLAUSE.finditer(message.text) if not reads_as_question(one[0])]
    return [_LEADS_IN.sub("", one[0]).strip() for one in clauses if not _is_heard(one, message)]


def _less_a_yes(words: str) -> str:
    return _LEADS_IN.sub("", _AGREES.sub("", words))


def _is_when(words: str, asked: str | None) -> bool:
    """True for "in the mornings"; at the review the words begin with it."""
    told = _IS_A_TIME.match(words)
    if asked != "summary":
        told = told or _BEGINS_WITH_HOURS.match(words)
        is_free_then = _OF_BEING_FREE.search(words) and _OF_A_TIME.search(words)
        told = told or is_free_then or _ASK_FOR.search(words)
    return bool(told) and _OF_OTHERS.search(words) is None


def _is_heard(clause: re.Match[str], message: Message) -> bool:
    return any(
        clause.start() <= one.start < clause.end()
        for one in message.entities
        if one.name not in ("phone", "email", "person_name") and one.is_sure
    )


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)[-_SAME_DIGITS:]
