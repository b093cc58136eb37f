"""Calling the referral off, and asking for what was told to be deleted: "cancel it please".

Deleting is a right, in whatever words it is asked for (DP-04). Before it is sent, calling it off
deletes all that was told, so the words must be plain; who only wants no more of it stops, and may
come back. Once it is sent a person decides what is erased (DP-12), and the team must not go on with
what a family has called off: fewer words do.
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
    r"well|oh|now|then|hmm+|um+|yes|all|(?:can|could|will) (?:you|u|i|we)|go ahead and|"
    r"i think|think|i thought about it|(?:ive |i )?changed my mind|forget (?:it|this)|wanna|"
    r"(?:want|need|wish|like|would|d|have|decided)(?: (?:you|u))?(?: to)?|"
    r"(?:you|u) (?:need to|have to|must|should)|"
    r"my (?:husband|wife|partner) and i|i|id|im|am|ive|we|wed|weve|were) )*"
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
_WHAT_IS_MINE = (
    r"(?:(?:everything|all)(?: of| about)? )?(?:my|our|all|all the) (?:own )?"
    r"(?:(?:son|daughter|child|children|kid|boy|girl|family)s )?(?:personal )?"
    r"(?:data|details|answers|information|info|referral|case|stuff|records?|chat|messages?|"
    r"application|account|form|file|that|this|it)"
)
_SAID = r"(?:that )?(?:i|ive|we|weve)(?: just| have)? (?:said|told (?:you|u)|put|written|sent)"
_ALL = (
    rf"(?:{_WHAT_IS_MINE}|it all|(?:all|any) of (?:it|this)|all (?:this|that)|the lot|"
    rf"the whole (?:thing|lot)|everything(?: {_SAID})?|what {_SAID})"
)
_DELETE = r"(?:delete|erase|remove|wipe|scrap|bin|destroy|get rid of|clear)"
_GONE = r"(?:deleted|erased|wiped|removed|withdrawn|gone)"
_MAY_BE_LOST = (
    r"(?:all )*(?:my|our) (?:(?:\w+ )+gone\b|(?:chat|messages?|account|form|application) (?!to be))"
)
"""Of whom it may have vanished: "oh no all my messages gone"."""
_KEEP = r"(?:keep|hold|use|store|save)"
_KEEPING = r"(?:keeping|holding|using|storing|saving)"
_AFTER = (
    r"(?: (?:please|pls|plz|now|thanks|thank you|about (?:me|us|him|her|my (?:son|daughter|child|"
    r"kid))|(?:that )?(?:you|u|youve|you have|uve)(?: (?:have|got|hold|kept))?(?: on (?:me|us))?|"
    rf"completely|for good|straight away|today|off your system|from your system|{_SAID}|"
    r"(?:that )?(?:ive|i) (?:made|wrote)|any ?more|any longer|sorry|instead of sending(?: it)?|"
    r"i dont want (?:this|it)(?: any ?more| any longer)?|from this))*"
)
_WITHDRAWS = re.compile(
    rf"^(?!(?:\w+ ){{0,3}}(?:i|we) (?:withdraw (?:it|this|that)\b|(?:dont|do not|"
    rf"no longer) {_KEEP}\b))"
    rf"{_LEAD}(?:withdraw(?: (?:my|our|the|this|his|her)(?: \w+s)? (?:consent|referral|case|"
    r"details|data|application|permission|request)| everything| it(?: all)?| this| that| us| "
    r"from (?:this|it|(?:this|the|your) (?:service|referral|process))| consent)?|"
    rf"(?:id|wed|i would|we would) rather (?:you|u) (?:{_GONE}|withdrew|forgot) "
    rf"(?:{_ALL}|it|this|that)|"
    rf"{_DELETE} (?:{_ALL}|(?:this|the|our) (?:chat|conversation|referral|form|application))|"
    rf"(?:stop|cancel)(?: (?:it|this))? and {_DELETE} (?:it|this|that|everything)|"
    rf"(?!{_MAY_BE_LOST})(?:(?:i|we) (?:want|need|would like) |id like )?(?:all )?{_WHAT_IS_MINE} "
    rf"(?:to be )?{_GONE}|"
    r"(?:i|we) no longer (?:want (?:this|any of this)|consent|"
    r"(?:consent|agree) to (?:this|it|any of (?:this|it)))|"
    r"(?:(?:delete|erase|wipe|remove) (?:me|us)(?: off| out)?|take (?:me|us) (?:off|out))"
    r"(?: (?:of |from )?(?:your|the) (?:system|records?|lists?|books|database|files))?|"
    r"(?:i )?(?:take back|revoke|withdraw(?:ing)?|cancel) my (?:consent|referral|permission)|"
    r"(?:take|taking) (?:my|our) (?:consent|permission) (?:away|back|off)|"
    r"(?:i|we) (?:dont|do not) want (?:this|any of this) (?:any ?more|any longer)|"
    rf"(?:(?:dont|do not|stop|no longer|(?:you|u) (?:cant|cannot|can not|may not)) "
    rf"(?:{_KEEP}|{_KEEPING})|"
    rf"(?:i|we) (?:dont|do not|no longer) want (?:you|u) (?:to have|having|to {_KEEP}|{_KEEPING})|"
    rf"(?:ive |i )?changed my mind about (?:you |u )?(?:having|{_KEEPING})) (?!what )(?:{_ALL}|"
    rf"(?:it|this|that) any ?(?:more|longer))){_AFTER}$"
)
_DELETES_IT = re.compile(rf"^{_LEAD}{_DELETE} (?:it|this|that)$")
_UP = (
    r"(?:please |just |actually |no |sorry )*(?:dont send (?:it|this|that)|forget (?:it|this)|stop|"
    r"cancel(?: it| this)?|(?:ive |i )?changed my mind|(?:i |we )?dont want (?:it|this)"
    r"(?: any ?more)?)"
)
_GIVES_IT_UP = re.compile(rf"^{_UP}$")
_GIVES_UP_AND_DELETES = re.compile(
    rf"^{_UP} (?:(?:so|and|now|just|please|pls|can you|could you) )*{_DELETE} (?:it|this|that)"
    r"(?: (?:please|pls|thanks|all|now))*$"
)
"""Beside these "delete it" means all of it."""
_OF_OTHERS = re.compile(
    r"\b(?:said|says|told|tells?|asks?|asked|wrote|letter|if|whether|what|how|council|school)\b"
)
"""Before the words, these make them somebody else's."""
_ONLY_A_PART = re.compile(
    r"\b(?:instead|except|apart|keep|only|put|replace|change|correct|should|until|till|not|its|"
    r"start (?:again|over))\b"
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


def asks_to_withdraw(text: str) -> bool:
    """True for "withdraw" and "delete it all"; false for "delete the second number".

    What is told about withdrawing by or to others is none of it: "they want me to withdraw".
    """
    clauses = _clauses_of(text)
    if any(map(_GIVES_IT_UP.match, clauses)) and any(map(_DELETES_IT.match, clauses)):
        return not any(map(_ONLY_A_PART.search, clauses))
    return _says_so(clauses, (_WITHDRAWS, _GIVES_UP_AND_DELETES))


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


_REFERENCE = re.compile(
    r"(?<![\w-])(?=[a-z0-9-]*\d)(?=[\d-]*[a-z])(?!(?:19|20)\d\d-)(?!\w{4}-(?:19|20)\d\d\b)"
    r"[a-z0-9]{4}-[a-z0-9]{4}\b",
    re.IGNORECASE,
)
"""Neither figures alone, as in a phone number, nor a year: "2024-2025", "sept-2024"."""
_CALLS_ANOTHER_OFF = re.compile(
    r"\b(?:cancel\w*|withdraw\w*|stop(?:ped)?|delet\w*|call(?:ed)? off|take back|close[d]?|"
    r"scrap(?:ped)?|remove[d]?)\b",
    re.IGNORECASE,
)


def referral_called_off(plain: str) -> str | None:
    """The reference, in capitals, of the referral that is to be called off or asked about; None."""
    found = _REFERENCE.search(plain)
    return found[0].upper() if found is not None and _CALLS_ANOTHER_OFF.search(plain) else None
