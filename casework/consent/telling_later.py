"""Yes or no to telling the council, said at another moment than when it was asked.

Only words that name the council count here; what is only not to be told ("don't tell the council
about my health") is left to a person, who reads the family's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casework.consent.council_spoken_of import only_speaks_of_council
from casework.consent.council_taken_back import (
    says_not_to,
    speaks_of_telling_council,
    takes_council_back,
)
from casework.consent.said import tells_outright
from casework.consent.sent_without_council import find_council_left_out
from casework.consent.ways_to_agree import Matter
from casework.consent.ways_to_refuse import refuses_outright
from casework.words import straighten

_MATTER: Matter = "share_with_council"
_COUNCIL = r"\b(?:council|local authority|la|send team)\b"
_NAMES_COUNCIL = re.compile(_COUNCIL, re.IGNORECASE)
_CLAUSE = re.compile(
    r"[^.,;:!?()\n\u2026\u2013\u2014]+\??(?=[.,;:!?()\n\u2026\u2013\u2014]|$)", re.IGNORECASE
)
_JOINED = re.compile(
    r"\s(?:and|but|so|cos|coz|because|as|until|till|unless|tho|though|just|except that|"
    r"(?:apart from|except)(?= (?:the )?council (?:should|must|can|is|are)\b))\s",
    re.IGNORECASE,
)
_GRANTS = re.compile(
    r"\b(?:(?:you|u|ya|yous) (?:can|may)(?: now)? (?:tell|talk|speak|contact|ring|call|phone|email|"
    r"write|share|let|involve|inform)|(?:please|pls|plz|yes|yeah|yep) (?:do )?(?:tell|inform|share|"
    r"let)|(?:happy|ok|okay|fine|alright)(?: (?:for|if) (?:you|u))?(?: to)? (?:tell|talk|speak|"
    r"contact|share|let|involve|inform)\w*|(?:dont|do not) mind (?:you|if (?:you|u))|"
    r"want (?:you|u) to (?:tell|inform|share)|(?:council|local authority|la) (?:can|may) (?:now )?"
    r"(?:be told|know|be contacted|hear))\b"
)
"""Says that we may; who only asks for something to be done ("ring the council") has not said so."""
_ENDS_SENTENCE = re.compile(r"[.!?;\n]")
_YES_FIRST = re.compile(r"^(?:(?:yes+|yeah|yep|yup|ok|okay|sure|fine) )+")
_COUNCIL_NO = re.compile(
    r"^\W*(?:(?:tell|telling|talk to|share with) )?(?:the )?council\W+no\W*$", re.IGNORECASE
)
"""As in the summary: "council: no"."""
_SAID_BY_OTHERS = re.compile(
    r"\b(?:said|says|say|told|tells|asked|asks|advised|if|whether|why|when|should i|they)\b"
    r"(?! (?:no|yes)\b)",
    re.IGNORECASE,
)
"""Before the words, these make them somebody else's: "they told us don't tell the council"."""


@dataclass(frozen=True)
class WordOnCouncil:
    """A yes or no to telling the council, and where in the words it was said."""

    given: bool
    spans: tuple[tuple[int, int], ...]


def reads_as_telling_council(text: str, *, may_be_them: bool = False) -> bool | None:
    """False for "actually don't tell the council yet", True for "you can tell the council now".

    None where neither is said; where both are, the no counts. `may_be_them`: "them" are the
    council, since telling it was asked about last.
    """
    word = read_word_on_council(straighten(text), may_be_them=may_be_them)
    return None if word is None else word.given


def read_word_on_council(plain: str, *, may_be_them: bool = False) -> WordOnCouncil | None:
    """The yes or no to telling the council that stands in the words, with its places in them."""
    if _COUNCIL_NO.match(plain):
        return WordOnCouncil(False, ((0, len(plain)),))
    said: list[bool] = []
    spans: list[tuple[int, int]] = []
    is_spoken_of = False
    for clause in _CLAUSE.finditer(plain):
        pieces = list(_pieces(clause))
        found = _said_in_pieces([plain[slice(*each)] for each in pieces], may_be_them)
        if False not in found and _said_in(clause[0], may_be_them=may_be_them) is False:
            pieces, found = [clause.span()], [False]
        for span, given in zip(pieces, found, strict=True):
            bare = _bare(plain[slice(*span)])
            if given is False and _only_speaks_of_council(plain, span):
                given = None
            given = False if given is None and is_spoken_of and says_not_to(bare) else given
            is_spoken_of |= speaks_of_telling_council(bare)
            if given is not None:
                said.append(given)
                spans.append(span)
    left_out = None if False in said else find_council_left_out(plain)
    if left_out is not None:
        return WordOnCouncil(False, (left_out,))
    return WordOnCouncil(all(said), tuple(spans)) if said else None


def _said_in(words: str, *, may_be_them: bool) -> bool | None:
    """False for a clause that takes the council back as a whole: "I said yes but now it's no"."""
    return False if takes_council_back(_bare(words), may_be_them=may_be_them) else None


def _said_in_pieces(pieces: list[str], may_be_them: bool) -> list[bool | None]:
    """What each piece of one clause says; what others said before in it makes it theirs."""
    said: list[bool | None] = []
    before = ""
    for words in pieces:
        bare = _bare(words)
        said.append(_said_in(_YES_FIRST.sub("", bare), may_be_them=may_be_them))
        if said[-1] is None and _NAMES_COUNCIL.search(bare) and not _SAID_BY_OTHERS.search(before):
            refused = _YES_FIRST.sub("", bare)
            if refuses_outright(refused, _MATTER):
                said[-1] = False
            elif _GRANTS.search(bare) and tells_outright(bare, _MATTER):
                said[-1] = True
        before += f" {bare}"
    return said


def _pieces(clause: re.Match[str]) -> Iterator[tuple[int, int]]:
    begin = clause.start()
    for seam in _JOINED.finditer(clause.string, clause.start(), clause.end()):
        yield begin, seam.start()
        begin = seam.end()
    yield begin, clause.end()


def _only_speaks_of_council(plain: str, span: tuple[int, int]) -> bool:
    """True where the words name the council beside no wish, by themselves and by their sentence."""
    words, after = plain[slice(*span)].rstrip("?"), plain[span[1] :]
    asks = plain[: span[1]].endswith("?") or after.startswith("?")
    before = _ENDS_SENTENCE.split(plain[: span[0]])[-1]
    beside = before if asks else f"{before} {_ENDS_SENTENCE.split(after)[0]}"
    return only_speaks_of_council(_bare(words) + "?" * asks, _bare(beside))


def _bare(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s?]|_", "", words.replace("'", "").lower()).split())
