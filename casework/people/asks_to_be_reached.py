"""How and when to be reached, put as a question: "can you text not ring", "will you ring after 5?".

It is a wish, and asks about nothing.
"""

from __future__ import annotations

import re

from casework.words import reads_as_question

_ASKS_FOR_A_TIME = re.compile(
    r"^\W*(?:(?:please|pls|and|also|but|ok|yes|hi)\W+)*(?:can|could|would|will|cud|wud) "
    r"(?:you|u|ya|someone|somebody|they|it)\b(?! (?:tell|say|let))(?: \w+){0,3}? "
    r"(?:ring|call|phone|text|contact|be)\b(?! (?:the )?(?:school|council|la|senco)\b)"
    r".*\b(?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)?|morning|"
    r"afternoon|evening|lunch\w*|school|work|weekends?|weekdays?|\w+day)s?\b",
    re.IGNORECASE,
)


_ASKS_FOR_A_WAY = re.compile(
    r"^\W*(?:(?:please|pls|and|also|but|ok|yes|hi|actually|sorry|oh)\W+)*(?:can|could|would|will|"
    r"cud|wud) (?:you|u|ya|someone|somebody|they|it|everything)\b(?: (?:please|pls|just|only|all|"
    r"always|be|not|send|do))*(?: (?:it|me|us|everything))?"
    r" (?:(?:e-?mail|te?xt|message|whats ?app|by (?:e-?mail|te?xt))\b(?! (?:address|number|"
    r"(?:the council|him|her|them|school)\b))"
    r"|(?:ring|call|phone)(?: me| us)?,? (?:and not|not|rather|instead|never)\b)"
    r"|^\W*(?:(?:please|pls|and|but|ok) )*(?:can|could|would|will) (?:you|u|ya) (?:please |pls )?"
    r"not (?:ring|call|phone|te?xt|e-?mail)(?: me| us)?(?=\W*$| (?:please|pls|at all|ever|cos|as))",
    re.IGNORECASE,
)
"""Rung they may be by a person, which is another wish: "can you ring me?"."""
_CLAUSE_OF_IT = re.compile(
    r"\s*[,.;!?\n]+\s*|\s+(?=(?:but|and|so)\b)|(?<=\d)\s+(?=[^\W\d])", re.IGNORECASE
)


def asks_to_be_reached_then(text: str) -> bool:
    """True for "can you not ring between 12 and 1?" and "it's 0770…, but can you text not ring".

    It names a time or a way, and no other part of it asks anything.
    """
    if _asks_to_be_reached(text):
        return True
    clauses = [clause for clause in _CLAUSE_OF_IT.split(text) if clause]
    others = [clause for clause in clauses if not _asks_to_be_reached(clause)]
    return len(others) < len(clauses) and not any(map(reads_as_question, others))


def _asks_to_be_reached(text: str) -> bool:
    return bool(_ASKS_FOR_A_TIME.search(text) or _ASKS_FOR_A_WAY.search(text))
