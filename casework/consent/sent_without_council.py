"""A no to telling the council in the words that send it: "send it, just not to the council".

Only such words are heard here: "I complained to the school but not to the council" refuses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casework.consent.council_left_out import SOON

_COUNCIL = (
    r"(?:(?:any(?:one|body|thing)?|them|those|the people) (?:at|in|from) )?"
    r"(?:(?:the|da|our|my|any|that) )?"
    r"(?:councils?(?: (?:people|lot|eyes))?|local authority|la|lea|send team)"
)
_SOON = rf"(?: (?:{SOON}|either|anyway|any ?more|ever|just yet|cos|because|im|i am)\b.*)?"
_SEE = r"(?:see|get|have|read|know|hear|find out|look at|receive|be (?:told|sent|shown|copied in))"
_SEEING = r"(?:seeing|getting|having|reading|knowing|hearing|finding out|looking at|told|in on)"
_IT = r"(?: (?:about|of))?(?: (?:it|this|that|anything|any of (?:it|this|that)|a thing|my \w+))?"
_GO = r"(?:go|going|sent|passed|shared|given|being (?:sent|passed|shared|told))(?: on)?"
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
_AS_LONG_AS = r"(?:(?:as|so) long as|if|provided|providing|so|so that|on condition) (?:that )?"
_KEEPS_BACK = re.compile(
    rf"{_SENDING}(?:(?:not|never|nothing|none of (?:it|this)|not a word|nobody|no ?one|no|except|"
    rf"apart from|minus|without|bar)(?: (?:{_GO}|to go|to be|send|telling|involving|asking|"
    rf"letting|it|this|a copy))*(?: (?:on to|to|2|for|with|at|by|via|through))? "
    rf"{_COUNCIL}"
    rf"(?: (?:know|see|{_SEEING}|involved|to {_SEE})\b{_IT})?|"
    rf"{_COUNCIL} (?:(?:isnt|is not|arent|are not|not|never)(?: allowed| supposed| meant)? to|"
    rf"must ?nt|must not|must never|cant|cannot|can not|should ?nt|should not|should never|"
    rf"(?:doesnt|does not|dont|do not) (?:need|have|get) to)(?: ever)? {_SEE}{_IT}|"
    rf"{_AS_LONG_AS}(?:you |u )?(?:{_COUNCIL} (?:doesnt|does not|dont|do not|never|cant|wont) "
    rf"{_SEE}{_IT}|{_COUNCIL} (?:isnt|is not|arent|are not) (?:{_SEEING}|involved){_IT}|"
    rf"(?:it|this) (?:doesnt|does not|isnt|is not|wont)(?: be)? {_GO} to {_COUNCIL}|"
    rf"(?:dont|do not) tell {_COUNCIL})|"
    rf"(?:i|we|id) (?:really )?(?:dont|do not|wouldnt|didnt|never) (?:really )?(?:want|wanted|like|"
    rf"agree to|agree with|consent to|wish)(?: for)?(?: (?:{_COUNCIL} (?:to {_SEE}|{_SEEING}){_IT}|"
    rf"(?:(?:it|this|that|any of it) )?(?:to )?{_GO} (?:to|with) {_COUNCIL})))"
    rf"{_SOON}$"
)
_MAY_KEEP_BACK = re.compile(
    rf"{_SENDING}(?:(?:dont|do not|dnt|never) (?!let {_COUNCIL} (?!know|see|find|hear)|(?:trust|"
    rf"worry|know|think|care|mind|blame|believe|like|rate|need|expect)\b)\w+(?: \w+){{0,5}}? "
    rf"{_COUNCIL}|"
    rf"not (?:to|2|for|with|through|via|by)(?: \w+){{0,3}} {_COUNCIL}|"
    rf"(?:i|we|ive|weve)(?: have| already)* (?:said|say|saying) no to {_COUNCIL}|"
    rf"(?:i|we|ive|weve)(?: \w+)? (?:not|havent|havnt|never|didnt|dont) (?:agreed?|consent(?:ed)?)"
    rf"(?: \w+){{0,3}} {_COUNCIL}(?: \w+){{0,3}}|"
    rf"(?:it )?(?:to )?(?:every|any)(?:one|body)(?: else)? (?:but|except|apart from) {_COUNCIL})"
    rf"{_SOON}$"
)
"""Perhaps a no to telling it; which of the two is asked."""
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
    return _find(_KEEPS_BACK, plain, is_review=is_review)


def may_leave_council_out(plain: str) -> bool:
    """True for "dont let on to the council" beside the yes at the review, whatever is meant."""
    return _find(_MAY_KEEP_BACK, plain, is_review=True) is not None


def _find(way: re.Pattern[str], plain: str, *, is_review: bool) -> tuple[int, int] | None:
    pieces = list(_pieces(plain))
    if not any(_is_of_sending(one.bare, is_review=is_review) for one in pieces):
        return None
    before = ""
    for one in pieces:
        goes_on = one.begins_sentence or _LEADS.fullmatch(before) is not None
        if goes_on and not one.bare.endswith("?") and way.fullmatch(one.bare):
            return one.span
        before = one.bare
    return None


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
