"""What is told beside the number that was asked for: another one, and when or how they answer.

"07700 900123, or my husband's 07700 900124 if I don't answer": one number is rung, and whoever
rings reads the rest beside it.
"""

from __future__ import annotations

import re

from casework.message import Message
from casework.words import reads_as_correction, reads_as_question

_ASKS_FOR_IT = frozenset({"phone", "email"})
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
    r"weekdays?|lunch\w*|let it ring|ring (?:twice|off|again)|(?:try|keep) (?:again|trying))\b",
    re.IGNORECASE,
)
_SAME_DIGITS = 9
"""Digits by which a number is known, with or without the country's code."""


def told_beside_number(message: Message, *, asked: str | None) -> list[str]:
    """The clauses beside a number that tell another one or how they answer, as typed.

    What was heard as a time or a way is kept in its own place.
    """
    phone = message.first("phone")
    if asked not in _ASKS_FOR_IT or phone is None or reads_as_correction(message.plain):
        return []
    held = _digits(str(phone.value))
    told = []
    for clause in _CLAUSE.finditer(message.text):
        if reads_as_question(clause[0]):
            continue
        words = _NUMBER.sub(lambda found: "" if _digits(found[0]) == held else found[0], clause[0])
        has_another = _NUMBER.search(words) is not None
        is_heard = any(
            clause.start() <= one.start < clause.end()
            for one in message.entities
            if one.name != "phone" and one.is_sure
        )
        if has_another or (_OF_ANSWERING.search(words) and not is_heard):
            told.append(_LEADS_IN.sub("", words).strip(" )"))
    return told


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)[-_SAME_DIGITS:]
