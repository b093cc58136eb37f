"""Questions that are known by their words, where the classifier takes them for others.

`casework.topics` reads all others from what was learnt.
"""

from __future__ import annotations

import re

_CHILD = r"(?:my |our )?(?:son|daughter|child|boy|girl|lad|kid|him|her|he|she|them|they|hers|his)"
_WRITER = r"(?:me|i|us|we|mine|myself|(?:the )?(?:parents?|mum|dad))"
_EITHER = (
    rf"(?:{_CHILD}\W+or\W+(?:is it |is that |does |do )?{_WRITER}\b|"
    rf"{_WRITER}\W+or\W+(?:is it |does )?{_CHILD}\b)"
)
_DOES_IT = (
    r"\b(?:signs?|signed|signing|agrees?|decides?|asks?|appl(?:y|ies)|consents?|say(?:s)? yes|"
    r"fills?|does (?:it|this)|do (?:it|this)|right|choice|choose[s]?|name|legally)\b"
)
_WHOSE_RIGHT = re.compile(
    rf"(?:{_DOES_IT}.{{0,40}}\b{_EITHER}|\b{_EITHER}.{{0,40}}{_DOES_IT}|"
    rf"\bdo i {_DOES_IT}.{{0,30}}\bor (?:does|do|is it|can) {_CHILD}\b|"
    rf"\bdoes {_CHILD} {_DOES_IT}.{{0,30}}\bor (?:do|is it|can) (?:i|me|we)\b|"
    rf"\bdoes (?:it|this) have to be {_CHILD}\b|"
    rf"\bdoes {_CHILD} (?:have|need) to (?:agree|sign|say yes|consent|do (?:it|this))\b|"
    rf"\bcan i (?:still )?sign (?:it |this )?(?:for|on behalf of|instead of) {_CHILD}\b)",
    re.IGNORECASE,
)
_FOR_THE_CHILD = re.compile(
    rf"\bcan (?:i|we) (?:just |still )?(?:do|fill|send|write|ask)(?: (?:it|this|that|for it))?"
    rf"(?: in| out| off)? (?:for|on behalf of|instead of) {_CHILD}\b\W*$",
    re.IGNORECASE,
)
_HOPELESS = re.compile(
    r"\b(?:is|was|so) (?:it|this|that|it all|there)(?: all| just| then| really)* "
    r"(?:hopeless|pointless|useless|a waste(?: of time)?|worth (?:it|bothering|trying|doing))\b|"
    r"\b(?:is|was) there (?:still |even |really |actually )*(?:any|a|some|no) "
    r"(?:point|hope|use|way|chance)(?: (?:in|of|to) \w+(?: \w+){0,3})?"
    r"(?: then| now| left| anymore| any more| even)*\W*$|"
    r"\b(?:any|what'?s the|what is the|no) (?:point|use|hope)\b(?: (?:in|of) \w+(?: \w+){0,3})?"
    r"(?: then| now| left| even)*\W*$|"
    r"\b(?:should|do|shall) (?:i|we) (?:just |have to )*(?:give up|forget (?:it|about it)|stop "
    r"trying)\b|"
    r"^\W*(?:so |then |well |ok |oh )*(?:(?:it'?s|its|that'?s|thats|this is) )?(?:all |just |"
    r"totally )*(?:hopeless|pointless|no use)(?: then| now)?\W*$|"
    r"\b(?:so|then) (?:i|we)(?:'?ve| have| has)? (?:got )?no (?:chance|hope|way)\b|"
    r"\b(?:so |then )?(?:there'?s|theres|is there) nothing (?:i|we|you) can do\b|"
    r"\bcan (?:i|we) (?:still )?do (?:anything|something)(?: at all| then| now| about it)*\W*$|"
    r"\bwhat can (?:i|we) (?:still )?do(?: then| now)\W*$",
    re.IGNORECASE,
)


def topic_in_words(text: str) -> str | None:
    """The topic that the words surely ask about, or None."""
    if _WHOSE_RIGHT.search(text):
        return "young_person"
    if _FOR_THE_CHILD.search(text):
        return "who_can_refer"
    return "does_it_work" if asks_whether_hopeless(text) else None


def asks_whether_hopeless(text: str) -> bool:
    """True for "so is it hopeless?" and "is there any point then", said of the case."""
    return _HOPELESS.search(text) is not None
