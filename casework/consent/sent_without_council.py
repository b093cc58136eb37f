"""A no to telling the council in the words that send it: "send it, just not to the council".

Only such words are heard here: "I complained to the school but not to the council" refuses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casework.consent.council_spoken_of import only_speaks_of_council
from casework.consent.council_taken_back import SOON, takes_council_back

_COUNCIL = (
    r"(?:(?:any(?:one|body|thing)?|them|those|the people) (?:at|in|from) )?"
    r"(?:(?:the|da|our|my|any|that) )?"
    r"(?:councils?(?: (?:people|lot|eyes))?|local authority|la|lea|send team)"
)
_SENDS = re.compile(r"\b(?:send|submit)\b")
_YES = re.compile(
    r"^(?:yes+|yeah|yep|yup|yh|y|ok|okay|fine|sure|all|its|thats|happy|correct|"
    r"go ahead|go for it|(?:it )?looks)\b"
)
_OF_SENDING = (
    r"(?:yes+|yeah|yep|yup|yh|y|oh|and|but|so|then|just|only|please|pls|plz|though|tho|now|well|"
    r"sure|happy|thanks|okay|(?:its |thats |it is |that is )?(?:all )?(?:right|correct|good|fine|"
    r"ok)|(?:you|u) can|(?:can|could) (?:you|u)|i want (?:you )?to|make sure|go (?:ahead|for it)|"
    r"(?:to )?(?:send|submit)(?: (?:it|this|that|off|in|over|through))*|"
    r"to (?:you(?: guys| lot| all)?|yourselves|kids|(?:the|your) (?:team|charity|mediators?))|"
    r"for (?:you|(?:the|your) team))"
)
_SENDING = rf"(?:{_OF_SENDING}(?: |$))*"
_LEADS = re.compile(_SENDING)
_NOT = r"(?:nt|not|never|doesnt|isnt|arent|dont|cant|wont|nothing|without)"
_KEEPS_BACK = re.compile(
    rf"(?:not|never|nothing|none of (?:it|this)|not a word|nobody|no ?one|no|except|apart from|"
    rf"minus|without|bar|(?:to )?(?:every|any)(?:one|body)(?: else)? (?:but|except|apart from)|"
    rf"(?:i|we|ive|weve)(?: have| already)* (?:said|say|saying) no|(?:i|we|ive|weve)(?: \w+)? "
    rf"(?:not|havent|havnt|never|didnt|dont) (?:agreed?|consent(?:ed)?))"
    rf"(?: (?:go|going|sent|passed|shared|given|told|send|telling|involving|asking|letting|it|this|"
    rf"a copy|on|to|2|be|for|with|at|by|via|through|in))* {_COUNCIL}"
    rf"(?: (?:know|see|to|having|seeing|getting|being|told|involved|knowing|it|this|{SOON}|either|"
    rf"anyway|any ?more|ever|just yet))*(?: (?:cos|because|im|i am)\b.*)?|"
    rf"(?:(?:as|so) long as|if|provided|providing|so|so that|on condition) (?=.*\b{_NOT}\b)"
    rf"(?=.*\b{_COUNCIL}\b).*|"
    rf"(?:dont|do not|dnt|never) (?:leave|hand|post|copy|forward|email|give|tell|show)\b"
    rf"(?: \w+){{0,4}}? {_COUNCIL}|"
    rf"{_COUNCIL} (?:cant|cannot|can not) (?:see|read|have|get|know|hear)(?: (?:it|this|that))?"
)
_CLAUSE = re.compile(
    rf"(?:(?!\s(?:but(?! {_COUNCIL}$)|and|though|tho|cos|because|as long as|so long as)\s)"
    r"[^.,;:!?()\n\u2026\u2013\u2014])+\??",
    re.IGNORECASE,
)
_ENDS_SENTENCE = re.compile(r"[.!?;\n\u2026]")


@dataclass(frozen=True)
class _Piece:
    """A clause in small letters without signs, and where it stands."""

    bare: str
    span: tuple[int, int]
    begins_sentence: bool


def find_council_left_out(plain: str, *, is_review: bool = False) -> tuple[int, int] | None:
    """Where the words that send it leave the council out, or None where they do not.

    `is_review`: a yes sends too.
    """
    pieces = list(_pieces(plain))
    if not any(_is_of_sending(one.bare, is_review=is_review) for one in pieces):
        return None
    before = ""
    for one in pieces:
        goes_on = one.begins_sentence or _LEADS.fullmatch(before) is not None
        if goes_on and not one.bare.endswith("?") and _keeps_back(one.bare):
            return one.span
        before = one.bare
    return None


def _keeps_back(bare: str) -> bool:
    rest = _LEADS.sub("", bare, count=1)
    is_taken_back = takes_council_back(rest) and not only_speaks_of_council(rest, "")
    return _KEEPS_BACK.fullmatch(rest) is not None or is_taken_back


def _is_of_sending(bare: str, *, is_review: bool) -> bool:
    """True for "ok send it", and not for "they said they'd send it"."""
    begins = _LEADS.match(bare)
    sends = begins is not None and _SENDS.search(begins[0]) is not None
    return sends or (is_review and _YES.match(bare) is not None)


def _pieces(plain: str) -> Iterator[_Piece]:
    """The clauses, each with the word that joins it to the one before."""
    end = 0
    for found in _CLAUSE.finditer(plain):
        words = re.sub(r"[^\w\s?]|_", "", found[0].replace("'", "").lower())
        bare = " ".join(words.split())
        if bare:
            begins = not end or _ENDS_SENTENCE.search(plain[end : found.start() + 1]) is not None
            yield _Piece(bare, found.span(), begins)
            end = found.end()
