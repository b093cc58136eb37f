"""Words that leave the council out: beside a yes to telling it, and after one."""

from __future__ import annotations

import re

SOON = r"(?:please|pls|thanks|thank you|yet|for now|now|then|though|tho|at all|ok|i think|tbh)"
WE = r"(?:i|we|ive|weve|id|im|were|ill|well)"
NOT = (
    r"(?:dont|do not|dnt|didnt|did not|wont|will not|wouldnt|would not|cant|cannot|can not|mustnt|"
    r"must not|shouldnt|should not|never(?: ever)?|not|no longer|doesnt|does not|rather not|"
    r"d rather not)"
)
HOWEVER = r"(?:really|ever|just|now|even|actually|yet|still|want to|like to|going to|gonna|you|u)"
_COUNCIL = r"(?:the |our )?(?:council|local authority|la|lea|send team)"
_OUT = (
    r"(?:(?:leave|keep|cut) (?:it |this |that |all |any of it )?"
    rf"(?:(?:{_COUNCIL}|them|they) (?:well |right )?(?:out|away)|(?:away |secret |private |hidden |"
    rf"quiet )?"
    rf"from (?:{_COUNCIL}|them))|"
    rf"hide (?:it|this|that|everything) from (?:{_COUNCIL}|them)|"
    rf"without (?:the )?(?:{_COUNCIL}|them|telling|involving|asking)|"
    rf"(?:anyone|anybody|everyone|everybody|all|people) (?:but|except|apart from) (?:{_COUNCIL}|"
    rf"them)|"
    rf"(?:except|apart from|not|never) (?:to |with )?(?:{_COUNCIL}|them)$|"
    rf"behind (?:their|the councils?) backs?)"
)
_KEEPS_OUT = re.compile(rf"^(?:\w+ ){{0,6}}?{_OUT}\b")
_TAKES_COUNCIL_BACK = re.compile(
    rf"^(?:i |we |ive |weve |id |have |actually |please |pls |so |no |yes |wait |sorry |want to |"
    rf"now |like to |can you |could you |but |just )*(?:(?:changed? (?:my|our) minds?|had second "
    rf"thoughts) (?:about|on) (?:(?:telling|talking to|you (?:telling|talking to)|sharing (?:it "
    rf"|this )?with) )?{_COUNCIL}|(?:leave|keep) {_COUNCIL} (?:well |right )?out(?: of (?:it|this|"
    rf"that))?|keep (?:it|this|that) (?:away |secret |private |hidden |quiet )?"
    rf"from {_COUNCIL}|"
    rf"hide (?:it|this|that) from {_COUNCIL}|"
    rf"(?:take|withdraw) (?:back )?(?:my |the )?(?:yes|consent|permission) (?:to|for|about) "
    rf"(?:(?:telling|talking to) )?{_COUNCIL}|"
    rf"(?:stop|no) (?:telling|talking to|contact with|contacting) {_COUNCIL}|"
    rf"(?:can|could|would|will) (?:you|u) (?:please )?not (?:tell|ring|call|contact|speak to|"
    rf"talk to|involve) {_COUNCIL}(?: anything)?|"
    rf"(?:i |we )?never (?:want(?:ed)? )?{_COUNCIL} (?:told|to (?:know|be told)|involved)|"
    rf"(?:it|this|that) (?:must|should|can)(?: ?nt| not) go to {_COUNCIL}|"
    rf"{_COUNCIL} (?:must not|mustnt|should not|shouldnt|are not to|is not to|isnt to|"
    rf"arent to) (?:know|be told|find out|hear)(?: about (?:it|this))?)(?: {SOON})*$"
)
_NOT_THE_COUNCIL = re.compile(
    rf"^(?:{WE} |please |but |you |u )*{NOT}(?: {HOWEVER})*(?: \w+){{0,4}}? "
    rf"(?:them|{_COUNCIL})\b(?! (?:to )?(?:(?:ring|call|phon|text|email|contact|com|writ|visit)"
    r"(?:ing|e)?)\b (?:me|us|at|in|round|to|my|the house|work|during|before|after))|"
    rf"^(?:but|except|apart from|bar|minus) (?:them|{_COUNCIL})$|"
    r"^(?:just |only )*(?:you|u|us|between us)$|\b(?:just|only) (?:you|us|between us)$|\bto "
    r"yourself\b|\bbetween (?:us|you and me)\b"
)


def leaves_council_out(bare: str) -> bool:
    """True for "not them" and "leave the council out of it", beside a yes to telling it."""
    return any(way.search(bare) for way in (_KEEPS_OUT, _TAKES_COUNCIL_BACK, _NOT_THE_COUNCIL))


def keeps_council_out(bare: str) -> bool:
    """True for "leave the council out of it": it names the council, whatever was asked."""
    return _TAKES_COUNCIL_BACK.match(bare) is not None
