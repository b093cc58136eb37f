"""The clauses of a message, as the readers of consents look at them."""

from __future__ import annotations

import re

_CLAUSE = re.compile(
    r"(?<=\?)|[.,;:!()\n\u2026\u2013\u2014]+|\s-+\s|"
    r"\s(?=(?:but|so) (?:please )?(?:yes|yeah|yep|yh|ok|don'?t|do not|not|never)\b)|"
    r"\s(?=(?:how (?:long|much|many|do|soon)|what happens|what do i|when (?:will|do|can)|"
    r"can (?:i|we|you)|do (?:i|we) (?:need|have))\b)",
    re.IGNORECASE,
)


def clauses_of(plain: str) -> list[str]:
    """The clauses in small letters without signs; only a question keeps its mark."""
    found = []
    for piece in _CLAUSE.split(plain):
        words = re.sub(r"[^\w\s?]|_", "", piece.replace("'", "").lower()).split()
        if words and words != ["?"]:
            found.append(" ".join(words))
        elif words and found:
            found[-1] += "?"
    return found
