"""Questions that are known by their words, where the classifier takes them for others.

`casework.turn.topics` reads all others from what was learnt.
"""

from __future__ import annotations

import re

from casework.people.who_is_told import asks_who_is_told

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


_LEAVES_IT = re.compile(
    r"\b(?:is|would|will) (?:it|that)(?: be)? (?:really |still |very )*"
    r"(?:bad|a problem|ok|okay|all right|alright|fine|wrong|a bad idea)"
    rf"(?: for {_CHILD})? if (?:i|we|they|s?he|you|mum|dad)(?: just)? "
    r"(?:leaves?|ignores?|skips?|(?:don'?t|dont|doesn'?t|do not|does not) (?:do|bother with|want)|"
    r"says? no to) (?:it|that|this|them)(?: out| off| alone| for now)?\W*$|"
    r"\bwhat (?:happens )?if (?:i|we|s?he|they)(?: just)? (?:leaves?|ignores?|skips?) "
    r"(?:it|this|that)(?: out)?\W*$",
    re.IGNORECASE,
)
_SCHOOL_TRANSPORT = (
    r"(?:(?:home[- ]to[- ])?school (?:transport|taxi|bus(?:es)?|travel|minibus)|transport"
    r"(?: to (?:and from )?(?:school|college))?|(?:a |his |her |the )?taxi to school)\b"
)
_ASKS_OF_TRANSPORT = re.compile(
    r"\b(?:(?:do|can|could|will|would|does) (?:you|u|ya|kids|this|the service|mediation)"
    r"(?: \w+){0,5}?|is (?:this|it|mediation) (?:for|about|something for)|are you (?:for|about)|"
    r"(?:who|where) (?:do|can|should|shall|would) (?:i|we)(?: \w+){0,6}?|"
    r"(?:what|how) (?:about|do (?:i|we) (?:appeal|challenge|fight|complain about)))"
    rf" (?:a |about |with |over |the |his |her |my |our |council )*{_SCHOOL_TRANSPORT}",
    re.IGNORECASE,
)
_TO_THE_MEETING = re.compile(r"\bmeeting|\bmediation\b.{0,20}\btransport to\b", re.IGNORECASE)
SCHOOL_TRANSPORT = "school_transport"
"""No topic of the FAQ: what is said of it is the route of that dispute."""


_AS_A_PARENT = re.compile(
    r"\b(?:do|does|would|am|are|is|will|can)\b(?:(?! if )[^.!?;]){1,40}?\b(?:count(?:s|ed)?|"
    r"class(?:es|ed)?|seen|treated|considered|regarded)\b[^.!?;]{0,15}? ?\b(?:as )?(?:being )?"
    r"(?:a|an|the|his|her|their|(?:my|our) \w+'?s) (?:legal |real |proper )?(?:parents?|mum|dad|"
    r"mother|father)\b|"
    r"\bam i (?:legally |still |even )*(?:a|the|his|her|their) (?:legal )?parents?\b",
    re.IGNORECASE,
)


def asks_whether_parent(text: str) -> bool:
    """True for "do I count as his parent for this?"."""
    return _AS_A_PARENT.search(text) is not None


def topic_in_words(text: str) -> str | None:
    """The topic that the words surely ask about, or None."""
    if _WHOSE_RIGHT.search(text):
        return "young_person"
    if _FOR_THE_CHILD.search(text) or asks_whether_parent(text):
        return "who_can_refer"
    if asks_who_is_told(text) is not None:
        return "who_sees_this"
    if _ASKS_OF_TRANSPORT.search(text) and not _TO_THE_MEETING.search(text):
        return SCHOOL_TRANSPORT
    if _LEAVES_IT.search(text):
        return "do_i_have_to_mediate"
    return "does_it_work" if asks_whether_hopeless(text) else None


def asks_whether_hopeless(text: str) -> bool:
    """True for "so is it hopeless?" and "is there any point then", said of the case."""
    return _HOPELESS.search(text) is not None
