"""Calling the referral off without the word for it: "cancel it please, forget I asked".

Before it is sent, all that was told is deleted then, so the words must be plain; who only wants no
more of it stops, and may come back. Once it is sent a person decides what is erased
(DP-12), and the team must not go on with what a family has called off: fewer words do.
"""

from __future__ import annotations

import re

from casework.words import straighten

_REFERRAL = (
    r"(?:(?:my|our|the|this|that|his|her|their)(?: \w+s)? (?:self )?(?:referral|referal|refferal|"
    r"application|request|case|form)|(?:my|the|this) (?:whole )?thing)"
)
_ALL_OF_IT = rf"(?:it(?: all)?|this|everything|all of (?:it|this)|the whole thing|{_REFERRAL})"
_LEAD = (
    r"(?:(?:please|pls|plz|actually|no|nope|sorry|hi|hello|ok|okay|right|so|and|but|just|look|"
    r"well|oh|now|then|hmm+|um|yes|ive|weve|have|can (?:you|u|i|we)|"
    r"could (?:you|u|i|we)|(?:ive|weve|i have|we have) (?:now )?decided|"
    r"i think|i thought about it|(?:i|we) (?:want|need|would like|wish) to|"
    r"(?:id|wed) like to|(?:i|we) want (?:you|u) to|(?:id|wed) like (?:you|u) to|wanna|changed my "
    r"mind|ive changed my mind|i changed my mind|my (?:husband|wife|partner) and i|we|i) )*"
)
_TAIL = (
    r"(?: (?:please|pls|plz|thanks|thank you|sorry|for (?:me|us)|any ?more|any longer|now|then|"
    r"after all|at all|all together|altogether|(?:that )?(?:i|we|ive|weve) (?:have )?(?:just )?"
    r"(?:sent|made|did|done|put in|filled in)|today|yesterday|straight away|tbh|to be honest))*"
)
_NO_MORE = r"(?:any ?more|any longer|no more|after all|at all now)"
_DO_NOT_WANT = (
    r"(?:dont|do not|really dont|wont|dnt|d rather not|would rather not|not|never|no longer)"
    r"(?: (?:really|even|now))?(?: (?:want|wanna|wish|need|like|going|gonna|be))?(?: to)?(?: be)?"
)


def _whole(expression: str) -> re.Pattern[str]:
    return re.compile(rf"^{_LEAD}(?:{expression}){_TAIL}$")


_CALLS_REFERRAL_OFF = _whole(
    rf"(?:cancel|stop|scrap|pull|bin|call off|take back|drop|end|close|abandon) {_REFERRAL}"
)
"""Nothing else can be meant, whatever was asked."""
_WANTS_NO_MORE = _whole(
    rf"{_DO_NOT_WANT} (?:do|doing|carry on with|carrying on with) (?:it|this|any of (?:it|this)|"
    rf"the referral)(?: now)? {_NO_MORE}|"
    r"no longer (?:want|wish) to (?:do|carry on with) (?:it|this)"
)
_GOES_NO_FURTHER = _whole(
    rf"{_DO_NOT_WANT} (?:go(?:ing)? (?:ahead|on|any further|further|through)|proceed(?:ing)?|"
    rf"carry(?:ing)? on|continu(?:e|ing)|tak(?:e|ing) (?:it|this) (?:any )?further|tak(?:e|ing) "
    rf"part)(?: (?:with|in) {_ALL_OF_IT})?|not to (?:go ahead|proceed|carry on|continue|do (?:it|"
    rf"this))(?: with {_ALL_OF_IT})?"
)
"""Asked what they want or whom we may tell, it may be the answer to that."""
_PULLS_OUT = _whole(
    rf"(?:(?:am|are|were|im) )?(?:pull|back|dropp?|opt)(?:ing)? out(?: of {_ALL_OF_IT})?"
)
_CALLS_IT_OFF = _whole(
    rf"(?:cancel|scrap|bin|pull|call off|take back) {_ALL_OF_IT}|call {_ALL_OF_IT} off|"
    rf"take {_ALL_OF_IT} back|decided against (?:it|this|all this)|"
    rf"(?:dont|do not|no longer) (?:want|need) (?:it|this|any of (?:it|this)|the referral) ?"
    rf"(?:{_NO_MORE}|now)|no longer (?:want|need) (?:it|this|the referral)"
)
_STOPS_IT = _whole(r"(?:cancel|stop|end|drop)(?: (?:it|this|everything|all of it))?")
_MIND_CHANGED = _whole(
    r"(?:(?:is it|am i|are we) too late to|(?:can|could) (?:i|we)(?: still)?) "
    r"(?:change (?:my|our) minds?|stop (?:it|this)|cancel(?: (?:it|this))?)|"
    r"(?:ive |i |weve |we )?(?:have )?changed (?:my|our) minds?|"
    r"(?:(?:im|i am|ive|i have|were|weve) )?(?:having|had|got)? ?second thoughts(?: now)?"
)
"""Said once it was sent, it may be wished to stop: they are told how."""
_IS_SORTED = (
    r"(?:(?:its|it is|it has|thats|this is|all|been|now|already|everything is|has|got it) )*"
    r"(?:sorted|resolved|settled)(?: (?:it|out|now|already|thanks|thank you|ta|cheers))*"
)
_NEEDS_NO_MORE = (
    r"(?:(?:i|we|so|and) )*(?:dont|do not|no longer|wont) need (?:it|this|you|any of (?:it|this)|"
    r"the referral|your help)(?: (?:any ?more|any longer|now|so|and|as))*"
)
_SORTED_NOW = re.compile(
    rf"^{_LEAD}(?:{_IS_SORTED} {_NEEDS_NO_MORE}|{_NEEDS_NO_MORE} {_IS_SORTED}){_TAIL}$"
)
"""What it was about is over."""
_MOVED_ON = re.compile(
    rf"^{_LEAD}(?:(?:just )?forget (?:that )?(?:i|we) (?:ever )?(?:asked|said (?:anything|it)|"
    rf"wrote|told you)|forget (?:about )?(?:it|this|all this)|(?:i |we |ive |weve )?(?:have )?"
    r"(?:changed my mind|changed our minds?|had second thoughts)(?: about (?:it|this|all (?:of )?"
    r"this|everything))?|(?:i|we) (?:dont|do not) want (?:it|this)|"
    r"(?:it )?(?:isnt|is not|its not|not) worth it|"
    r"(?:(?!council|school|la)\w+ ){1,3}(?:doesnt|dont|does not|do not|no longer) wants? "
    r"(?:it|this|to(?: do (?:it|this))?)(?: \w+)?|(?:(?!council|school|la)\w+ ){1,3}"
    r"(?:has |have )?(?:changed (?:her|his|their) minds?|"
    r"said no(?: (?:she|he|they) (?:doesnt|dont) want (?:it|this))?))"
    rf"{_TAIL}$"
)
"""Beside a word for stopping these say that it is for good, and of everything."""
_OF_OTHERS = re.compile(
    r"\b(?:said|says|told|tells?|asks?|asked|wrote|letter|if|whether|what|how|council|school)\b"
)
"""Before the words, these make them somebody else's."""
_ONLY_A_PART = re.compile(
    r"\b(?:instead|except|apart|keep|only|put|replace|change|correct|should|until|till|not|its)\b"
)
"""Beside the words, these say that one thing is put right."""
_PIECE = re.compile(r"[.,;!?\n\u2026\u2013\u2014]+|\s-+\s|\s(?=(?:because|cos|coz|bc|as|and|but) )")
_MAY_BE_ANSWERED_SO = frozenset({None, "route_wanted", "share_with_council", "consent"})
_MAY_NOT_BE_NEEDED = frozenset(
    {"interpreter", "language", "supporters", "certificate_held", "email", "meeting_format"}
    | {"want_callback", "route_wanted"}
)
"""Questions that "we dont need it, sorted" answers."""
_SMALL_TALK = 2
"""Words beside them that tell nothing else: "sorry", "thanks then"."""


def calls_off(text: str, *, is_sent: bool) -> bool:
    """True where the words call the whole referral off; `is_sent`: it was handed in already.

    What others said or want, and what puts one thing in another's place, is none of it.
    """
    clauses = _clauses_of(text)
    ways: tuple[re.Pattern[str], ...] = (_CALLS_REFERRAL_OFF,)
    if is_sent and _is_sorted(clauses):
        return True
    if is_sent:
        ways = (*ways, _WANTS_NO_MORE, _GOES_NO_FURTHER, _PULLS_OUT, _CALLS_IT_OFF)
    return _moves_on(clauses, is_sent=is_sent) or _says_so(clauses, ways)


def wants_to_end(text: str, pending: str | None) -> bool:
    """True for "I don't want to do this any more" before it was sent: they stop, no more.

    What they told is kept for the while that they are told of, since they may come back to it.
    """
    clauses = _clauses_of(text)
    ways: tuple[re.Pattern[str], ...] = (_WANTS_NO_MORE, _STOPS_IT)
    if pending not in _MAY_BE_ANSWERED_SO:
        ways = (*ways, _GOES_NO_FURTHER)
    is_over = pending not in _MAY_NOT_BE_NEEDED and _is_sorted(clauses)
    return is_over or _says_so(clauses, ways)


def may_call_off(text: str) -> bool:
    """True for "cancel" and "stop it", said once it was sent; false for "I have to go now"."""
    ways = (_STOPS_IT, _WANTS_NO_MORE, _GOES_NO_FURTHER, _MIND_CHANGED)
    return _says_so(_clauses_of(text), ways)


def _is_sorted(clauses: list[str]) -> bool:
    """True for "sorted now thanks, dont need it"."""
    return _SORTED_NOW.match(" ".join(clauses)) is not None


def _clauses_of(text: str) -> list[str]:
    pieces = [_bare(piece) for piece in _PIECE.split(straighten(text))]
    return [piece for piece in pieces if piece]


def _moves_on(clauses: list[str], *, is_sent: bool) -> bool:
    """True for "cancel it please, forget I asked", which says it twice."""
    moved_on = [clause for clause in clauses if _MOVED_ON.match(clause)]
    stops = [clause for clause in clauses if _STOPS_IT.match(clause) or _CALLS_IT_OFF.match(clause)]
    others = [clause for clause in clauses if clause not in moved_on + stops]
    if not moved_on or not stops:
        return False
    if is_sent:
        return not any(_OF_OTHERS.search(each) or _ONLY_A_PART.search(each) for each in others)
    return all(len(clause.split()) <= _SMALL_TALK for clause in others)


def _says_so(clauses: list[str], ways: tuple[re.Pattern[str], ...]) -> bool:
    """True where a clause is one of these ways, and what stands around it takes nothing back."""
    for place, clause in enumerate(clauses):
        if any(way.match(clause) for way in ways):
            before, after = " ".join(clauses[:place]), " ".join(clauses[place + 1 :])
            is_part = _ONLY_A_PART.search(before) or _ONLY_A_PART.search(after)
            return _OF_OTHERS.search(before) is None and is_part is None
    return False


def _bare(piece: str) -> str:
    words = re.sub(r"[^\w\s]|_", "", piece.replace("'", "").lower()).split()
    return " ".join(words[1:] if words[:1] in (["and"], ["but"]) else words)
