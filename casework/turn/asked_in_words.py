"""Questions that are known by their words, where the classifier takes them for others.

Some lean on what is being asked (`casework.turn.asked_of_case`) or ask for the family's own time
(`casework.turn.time_asked`).
`casework.turn.topics` reads all others from what was learnt.
"""

from __future__ import annotations

import re

from casework.people.who_is_told import asks_who_is_told
from casework.turn.asked_of_case import (
    CERTIFICATE_NEEDED,
    HELD_AGAINST_US,
    IF_NOT,
    asks_if_held_against,
    asks_if_needed,
    asks_what_a_no_means,
    asks_what_that_is,
)
from casework.turn.time_asked import asks_of_time
from casework.words import LEAD_IN

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
    r"^\W*(?:so |then |well |ok |oh )*(?:(?:it'?s|that'?s|this is) )?(?:all |just |"
    r"totally )*(?:hopeless|pointless|no use)(?: then| now)?\W*$|"
    r"\b(?:so|then) (?:i|we)(?:'?ve| have| has)? (?:got )?no (?:chance|hope|way)\b|"
    r"\b(?:so |then )?(?:there'?s|is there) nothing (?:i|we|you) can do\b|"
    r"\bcan (?:i|we) (?:still )?do (?:anything|something)(?: at all| then| now| about it)*\W*$|"
    r"\bwhat can (?:i|we) (?:still )?do(?: then| now)\W*$",
    re.IGNORECASE,
)
_LEAVES_IT = re.compile(
    r"\b(?:is|would|will) (?:it|that)(?: be)? (?:really |still |very )*"
    r"(?:bad|a problem|ok|okay|all right|alright|fine|wrong|a bad idea)"
    rf"(?: for {_CHILD})? if (?:i|we|they|s?he|you|mum|dad)(?: just)? "
    r"(?:leaves?|ignores?|skips?|(?:don'?t|doesn'?t|do not|does not) (?:do|bother with|want)|"
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
_DELETES_LATER = re.compile(
    r"\b(?:can|could|may) (?:i|we|it|this)(?: be| still| always| get)* (?:deleted?|erased?|wiped?|"
    r"removed?|get rid of)\b[^.?!]{0,25}\b(?:after\w*|later|once|when|any ?time|if i)\b",
    re.IGNORECASE,
)
_OUT_OF_SCHOOL = re.compile(
    r"\b(?:out of|no|off|without an?|not (?:in|at)|n'?t got an?) (?:school|education)\b"
    r"[^!]{0,40}\b(?:allowed|legal|lawful|against the law|can they(?: just)? do (?:that|this))\b",
    re.IGNORECASE,
)
_OF_RESPONSIBILITY = re.compile(
    r"\b(?:PR|p\.r\.?|parental (?:responsibility|rights)|birth certificate|"
    r"legal (?:rights?|responsibility|parent|guardian))(?!\w)",
    re.IGNORECASE,
)
_IT = r"(?:it|this|that|them|these|all (?:of )?(?:it|this)|my (?:answers|details|form))"
_WHO_GETS_IT = re.compile(
    rf"^\W*(?:(?:{LEAD_IN}|but)\W+)*(?:who (?:(?:will|would|does|do|can|is going to|gonna) )?"
    rf"(?:gets?|reads?|sees?|has|have|looks? at) {_IT}|"
    rf"where (?:does|do|will|is|are) {_IT}(?: all)?(?: be| get| gets)? (?:go|going|sent)(?: to)?|"
    rf"(?:is|does|will|do|are) {_IT}(?: all)? (?:be |get )?(?:going|gone|go|sent) (?:straight )?to "
    r"(?:the |my )?(?:council|la|local authority|school)|"
    r"is (?:it|this|that|what i (?:say|write|put)) (?:confidential|private))(?: then| please)?\W*$",
    re.IGNORECASE,
)
_TELL_NOBODY = re.compile(
    r"^\W*(?:(?:please|pls|but|can you|could you|promise(?: me)?(?: (?:you|u))?|just)\W+)*"
    r"(?:(?:do ?n'?t|do not|won'?t|will not|not) (?:tell|say (?:anything )?to) (?:any(?:one|body)|"
    r"(?:the |my )?(?:council|la|school|ex)|him|her|them)"
    r"(?: (?:(?:that )?(?:i|we) (?:said|told (?:you|u)|wrote|put) (?:that|this|it|so)|"
    r"about (?:this|it|that)|(?:what )?i(?:'ve| have)? (?:said|told (?:you|u))|"
    r"any of (?:this|it)))*|"
    r"keep (?:it|this|that) (?:between us|secret|private|quiet|to yourself|confidential)|"
    r"keep a secret)(?: (?:please|pls|ok|yeah|right))*\W*$",
    re.IGNORECASE,
)
"""Asks that something is told to nobody, which may not all be promised."""
_TAKE_DETAILS = frozenset(
    {"consent", "share_with_council", "role", "council", "name", "child_name", "child_age", "phone"}
    | {"email", "safe_contact", "best_time", "in_own_words", "access_needs", "interpreter"}
    | {"summary"}
)
"""Questions at which "who gets it?" asks for the answers, not for a letter or a certificate."""
_TOPICS = (
    (_WHOSE_RIGHT, "young_person"),
    (_FOR_THE_CHILD, "who_can_refer"),
    (_AS_A_PARENT, "who_can_refer"),
    (_DELETES_LATER, "what_do_you_do_with_my_data"),
    (_OUT_OF_SCHOOL, "not_legal_advice"),
    (_LEAVES_IT, "do_i_have_to_mediate"),
    (_HOPELESS, "does_it_work"),
)


def asks_whether_parent(text: str) -> bool:
    """True for "do I count as his parent for this?"."""
    return _AS_A_PARENT.search(text) is not None


def speaks_of_responsibility(text: str) -> bool:
    """True for "I don't have PR": who asks then whether they may, asks who counts as a parent."""
    return _OF_RESPONSIBILITY.search(text) is not None


def topic_in_words(
    text: str, *, pending: str | None = None, after: str | None = None
) -> str | None:
    """The topic that the words surely ask about, or None.

    `pending` is the question that waits, `after` the topic that was answered last: what "one" and
    "it" may stand for.
    """
    of_what = asks_what_that_is(text, pending)
    if of_what is not None:
        return of_what
    if asks_if_needed(text, pending=pending, after=after):
        return CERTIFICATE_NEEDED
    if asks_if_held_against(text):
        return HELD_AGAINST_US
    of_no = asks_what_a_no_means(text, pending if after is None else None)
    if of_no is not None:
        return next(topic for topic, consent in IF_NOT.items() if consent == of_no)
    of_time = asks_of_time(text)
    if of_time is not None:
        return of_time
    is_of_answers = pending in _TAKE_DETAILS and after is None
    is_of_telling = pending not in {*IF_NOT.values(), "summary", "change_what", None}
    if is_of_telling and _TELL_NOBODY.match(text):
        return "who_sees_this"
    if asks_who_is_told(text) is not None or (is_of_answers and _WHO_GETS_IT.match(text)):
        return "who_sees_this"
    if _ASKS_OF_TRANSPORT.search(text) and not _TO_THE_MEETING.search(text):
        return SCHOOL_TRANSPORT
    return next((topic for asked, topic in _TOPICS if asked.search(text)), None)


def asks_whether_hopeless(text: str) -> bool:
    """True for "so is it hopeless?" and "is there any point then", said of the case."""
    return _HOPELESS.search(text) is not None
