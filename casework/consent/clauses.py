"""The clauses of a message, as the readers of consents look at them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CLAUSE = re.compile(
    r"(?<=\?)|[.,;:!()\n\u2026\u2013\u2014]+|\s-+\s|"
    r"\s(?=(?:but|so) (?:please )?(?:yes|yeah|yep|yh|ok|don'?t|do not|not|never)\b)|"
    r"\s(?=(?:how (?:long|much|many|do|soon)|what happens|what do i|when (?:will|do|can)|"
    r"can (?:i|we|you)|do (?:i|we) (?:need|have))\b)",
    re.IGNORECASE,
)
_SEAM = re.compile(
    r"(?<=\?)|[,;:!()\n\u2026\u2013\u2014]+|\.+(?!\d)|(?<!\d)\.|\s-+\s|"
    r"\s(?=(?:and|but|(?<!\bnot )so|though|tho|although|however|because|cos|coz|cuz|except|"
    r"apart from)\b)|"
    r"(?<!\bso)(?<!\band)(?<!\bbut)\s(?=(?:how (?:long|much|many|do|soon)|what happens|what do i|"
    r"when (?:will|do|can)|can (?:i|we|you)|do (?:i|we) (?:need|have))\b)",
    re.IGNORECASE,
)
_ENDS_SENTENCE = re.compile(r"[.!?;()\n\u2026]")
_THUMB = re.compile("[\U0001f44d\u2705]")


@dataclass(frozen=True)
class Clause:
    """A clause as typed, and in small letters without signs (only a question keeps its mark)."""

    typed: str
    bare: str
    is_joined: bool = False
    """It goes on the sentence of the clause before it."""


def clauses_of(plain: str) -> list[str]:
    """The clauses in small letters without signs; only a question keeps its mark."""
    found: list[str] = []
    for piece in _CLAUSE.split(plain):
        _add_bare(found, piece)
    return found


def cut_at_seams(plain: str) -> list[Clause]:
    """The clauses, cut before "and" and "but" too, and which of them stand in one sentence."""
    found: list[Clause] = []
    is_joined = False
    for typed, seam in _pieces(plain):
        ends = _ENDS_SENTENCE.search(typed + seam) is not None
        bare: list[str] = []
        _add_bare(bare, _THUMB.sub(" yes ", typed))
        if bare:
            found.append(Clause(typed.strip(), bare[0], is_joined))
        elif "?" in typed and found:
            last = found[-1]
            found[-1] = Clause(last.typed + "?", last.bare.rstrip("?") + "?", last.is_joined)
        is_joined = bool(found) and not ends and (is_joined or bool(bare))
    return found


def _pieces(plain: str) -> Iterator[tuple[str, str]]:
    """Each piece of the text with the signs that part it from the next."""
    begin = 0
    for seam in _SEAM.finditer(plain):
        yield plain[begin : seam.start()], seam[0]
        begin = seam.end()
    yield plain[begin:], ""


def _add_bare(found: list[str], piece: str) -> None:
    words = re.sub(r"[^\w\s?]|_", "", piece.replace("'", "").lower()).split()
    if words and words != ["?"]:
        found.append(" ".join(words))
    elif words and found:
        found[-1] += "?"
