"""Taking back the yes to telling the council: "i dont want the council told anymore".

Heard widely: a yes taken back by mistake is told in one sentence and given again in one; one that
was kept against the words costs trust. What the council itself does or says, what somebody else
said, and what only asks ("what if I say no?") takes nothing back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casework.consent.clauses import clauses_of

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
_NOT_COUNCIL = re.compile(
    rf"^(?:{WE} |please |but |you |u )*{NOT}(?: {HOWEVER})*(?: \w+){{0,4}}? "
    rf"(?:them|{_COUNCIL})\b(?! (?:to )?(?:(?:ring|call|phon|text|email|contact|com|writ|visit)"
    r"(?:ing|e)?)\b (?:me|us|at|in|round|to|my|the house|work|during|before|after))|"
    rf"^(?:but|except|apart from|bar|minus) (?:them|{_COUNCIL})$|"
    r"^(?:just |only )*(?:you|u|us|between us)$|\b(?:just|only) (?:you|us|between us)$|\bto "
    r"yourself\b|\bbetween (?:us|you and me)\b"
)
_NAMED = (
    r"(?:(?:the|our|my|that|this|these|them|any) )?(?:(?!to\b|with\b|and\b|you\b|no\b|not\b)\w+ )?"
    r"(?:council(?: people| lot| workers?)?|local authority|la|lea|send team)"
    r"\b(?! (?:school|house|tax|flat|offer|plan|officer|meeting|estate)\b)"
)
_OR_THEM = rf"(?:them|they|{_NAMED})"
_THEIR_DOINGS = (
    r"(?:get|win|off|do|keep|carry|treat|bully|walk|push|fob|decide|ruin|stop|put|change|move|take|"
    r"make|force|cut|drop|close|hurt)\b"
)
_ONLY_A_PART = (
    r"(?! (?:about (?!it\b|this\b|that\b|us\b|me\b|him\b|her\b|our case\b|my case\b)|where|what|"
    r"how|that (?:i|he|she|we|my)\b|(?:my|his|her|our) \w+|i |im |he |hes |she |shes |but |on my |"
    rf"{_THEIR_DOINGS}|at |to \w+ )\b)"
)
"""After "don't tell the council": a part is left out, which a person reads."""
_OUGHT_NOT = (
    r"(?:mustnt|must not|shouldnt|should not|(?:isnt|is not|arent|are not)(?: allowed)? to|not to|"
    r"(?:dont|do not|doesnt|does not)(?: really| even)? (?:need|have|get) to)"
)
_NOT = (
    r"(?:dont|do not|dnt|don t|never|not|mustnt|must not|cant|cannot|can not|wont|will not|"
    r"shouldnt|should not|no longer)"
)
_NOW = (
    r"(?:really|ever|just|now|even|actually|yet|still|go|any ?more|any longer|please|pls|you|u|to|"
    r"be|have to|need to)"
)
_TELL = (
    r"(?:tell(?:ing)?|inform(?:ing)?|involv(?:e|ing)|notify(?:ing)?|contact(?:ing)?|ring(?:ing)?|"
    r"call(?:ing)?|phon(?:e|ing)|e?mail(?:ing)?|messag(?:e|ing)|let(?:ting)?|"
    r"(?:writ(?:e|ing)|talk(?:ing)?|speak(?:ing)?|chat(?:ting)?|go(?:ing)?)(?: to| with)|"
    r"(?:shar(?:e|ing)|pass(?:ing)?|send(?:ing)?|giv(?:e|ing)|show(?:ing)?|discuss(?:ing)?)"
    r"(?: \w+){0,4}? (?:to|with)|(?:say(?:ing)?|mention(?:ing)?|breath(?:e|ing)|let(?:ting)? "
    r"(?:on|slip)|disclos(?:e|ing)|repeat(?:ing)?)(?: \w+){0,4}? (?:to|with)|cop(?:y|ying) in|"
    r"(?:giv(?:e|ing)|show(?:ing)?)(?: it| this)?)"
)
_MAKE_KNOWN = (
    r"(?:tell(?:ing)?|inform(?:ing)?|involv(?:e|ing)|let(?:ting)?|shar(?:e|ing)(?: \w+){0,4}? with)"
)
"""What is done only through us: who will not talk to the council speaks of herself."""
_KNOWN = (
    r"(?:told|know|knowing|hear|hearing|find out|finding out|informed|involved|contacted|notified|"
    r"rung|called|spoken to|asked|in on)"
)
_SEEN = r"(?:see(?:ing)?|read(?:ing)?|shown|look(?:ing)? at)"
_GIVEN = r"(?:have|having|get|getting)"
_COME_TO = r"(?:to |be |being |get |getting |need to |ever |all |even )*"
_MINE = (
    r"(?:(?:(?:all|any|some|none) of )?(?:it|this|that|these|anything|everything)|"
    r"(?:my|our|the) (?:details|form|referral|answers))"
)
_TOLD = (
    rf"{_COME_TO}{_KNOWN}\b(?! (?:the|us|me|them|him|her|my|our|you|a|school|everyone|parents|"
    r"how|what|that|by|best|better)\b)"
)
_KNOW = (
    rf"(?:{_TOLD}|{_COME_TO}(?:{_SEEN}|{_GIVEN})"
    rf"(?: {_MINE}\b(?! (?:\w+ )?(?:as|like|through|from|way|done|sorted|right|wrong)\b)|$))"
)
_SEE_A_PART = (
    rf"{_COME_TO}(?:{_KNOWN}|{_SEEN}|in (?:there|this)|{_GIVEN} (?=(?:it|this|what|my|our)\b))\b"
    r"(?! (?:him|her|how|us|best|better|our plan|(?:the|a|any|their|no|his|her) |"
    r"what (?!i\b|ive\b|we\b|weve\b))|"
    r" my (?:son|daughter|child|boy|girl|kids?)\b)"
)
"""Perhaps of what was written here: "see what i wrote", "know my reasons"."""
_UNABLE = (
    r"(?!(?:be |being |get |getting )*(?:asked|contacted|rung|called|spoken to|informed|"
    r"notified)\b|get (?:informed|involved)\b|hear\b(?! (?:about|of|this|it)\b))"
)
"""Not after "cannot": "the council cant be asked" and "cant be rung" tell of its own ways."""
_I = r"(?:i|ive|id|im|i am|we|weve|wed|were|we are)"
_WISH = (
    r"(?:want(?:ed|ing)?|wish|like|agree|agreeing|consent(?:ing)?|happy|ok|okay|fine|comfortable|"
    r"need|allow|allowing|let|letting|prepared|give(?: (?:you|u))?(?: (?:my|our|any))? "
    r"(?:permission|consent|agreement)|giving permission|(?:have|got) (?:my |our )?(?:permission|"
    r"consent))"
)
_LEAD = (
    rf"(?:(?:please|pls|plz|so|and|but|no|ok|okay|oh|sorry|actually|well|look|just|now|then|also|"
    rf"wait|i said|i told you|can (?:you|u|we|i)|could (?:you|u|we|i)|will (?:you|u)|would "
    rf"(?:you|u)|you|u|better|add|anyone|nobody|ive changed my mind|changed my mind|after all|"
    rf"{_I} (?:have )?(?:now )?(?:decided|thought)|for now) )*"
)
_CONSENT = r"(?:consent|permission|yes|ok|okay|agreement|agreeing|sharing|share|say so|tick)"
_END = (
    r"(?:withdraw(?:ing|n)?|tak(?:e|ing|en)|took|revok(?:e|ing)|cancel(?:l?ing)?|undo(?:ing)?|"
    r"retract(?:ing)?|remov(?:e|ing)|revers(?:e|ing)|scrap|stop(?:ping)?|end)"
)


@dataclass(frozen=True)
class _Ways:
    """The ways to take it back, for one way to name the council."""

    anywhere: tuple[re.Pattern[str], ...]
    whole: tuple[re.Pattern[str], ...]
    speaks_of_it: re.Pattern[str]


_BETWEEN_US = (
    rf"{_LEAD}(?:nope |nah )*(?:(?:keep|leave) (?:it|this) )?(?:just )?between (?:us|you and me|"
    rf"ourselves)(?: {SOON})*"
)


def _ways(council: str, *, is_loose: bool = False) -> _Ways:
    """`is_loose`: it may be only a part that is not to be told."""
    part, know = (rf"(?! {_THEIR_DOINGS})", _SEE_A_PART) if is_loose else (_ONLY_A_PART, _KNOW)
    after = rf"\b{part}"
    anywhere = (
        rf"^{_LEAD}{_NOT}(?: {_NOW})* {_TELL} {council}{after}",
        rf"\b{_I}(?: \w+)? {_NOT}(?: {_NOW})* {_WISH}(?: \w+){{0,2}}? (?:you|u|anyone|anybody|"
        rf"your \w+|kids|for|to|with)(?: \w+){{0,2}}? {_MAKE_KNOWN} {council}{after}",
        rf"\b{_NOT}(?: {_NOW})* {_WISH}(?: (?:for|to|with|that|about))* (?:you|u|anyone|anybody|"
        rf"your \w+|kids)(?: \w+){{0,2}}? {_TELL} {council}{after}",
        rf"\b(?:decided|want|need|prefer|rather|like|asked|choose|chosen|hold off|wait)(?: (?:you|"
        rf"u|it|that|if|we|i))* (?:not (?:to )?|(?:didnt|did not|dont) ){_TELL} {council}{after}",
        rf"\bnot(?: (?:you|to|be))* {_MAKE_KNOWN} {council}{after}",
        rf"^{_LEAD}not for {council} {_KNOW}",
        rf"\b(?:stop|stopping|quit|avoid|prevent)(?: (?:you|u|it|this|kids|them|people|from))* "
        rf"{_TELL} {council}{after}",
        rf"\b(?:hold|put|holding|putting) (?:off|it off)(?: (?:on|from|with))?(?: {_TELL})? "
        rf"{council}{after}",
        rf"(?:^|\b)(?:{_NOT}|didnt|did not|wouldnt|rather not)(?: {_NOW})* {_WISH}"
        rf"(?: (?:with|to|for|that|about|having))* {council} {know}",
        rf"\b(?:rather|prefer|prefer it if|better if) {council} (?:\w+ )?(?:not|didnt|wasnt|werent|"
        rf"isnt|arent|dont|wont) {know}",
        rf"\b{council} {_OUGHT_NOT} {know}",
        rf"\b{council} (?:(?:cant|cannot|can not|wont) {_UNABLE}{_TOLD}|"
        rf"{'(?:cant|cannot|can not) ' + know if is_loose else '(?!)'})",
        rf"\b(?:it|this|that|anything|everything|nothing|details|info\w*) (?:isnt|is not|mustnt|"
        rf"must not|cant|cannot|shouldnt|should not|not|doesnt|to|should|must)(?: \w+)? (?:go|"
        rf"going|get|sent|passed|shared|given|told)(?: on| back)? (?:to|with) {council}"
        if council is not _OR_THEM
        else r"(?!)",
        rf"\b{_END}(?: \w+){{0,4}}? {_CONSENT}(?: \w+){{0,5}}? {council}",
        rf"\b{_END}(?: back)?(?: \w+)?? {council} (?:bit|thing|part|{_CONSENT}|one|answer|line)\b",
        rf"\b(?:change|set|put|switch|turn|make)(?: \w+){{0,4}}? {council}(?: \w+){{0,3}}? to "
        rf"(?:a )?no\b",
        rf"\btake {council} off(?: of)? (?:it|this|that)\b|\b(?:hide|keep)(?: (?:it|this|that|all|"
        rf"everything|away|secret|private|hidden|quiet))* from {council}",
        rf"\bchang(?:e|ed|ing) (?:my|our) minds?(?: \w+){{0,4}}? {council}(?: {know})?(?: {SOON}|"
        rf" any ?more| any longer)*\??$",
        rf"\b(?:say|said|saying|its|is|mean|meant) (?:a )?no to (?:you )?{_TELL} {council}",
        rf"\b{_NOT}(?: {_NOW})* (?:give|have|got)(?: (?:you|u))?(?: (?:my|our|any))? (?:permission|"
        rf"consent) (?:for|to) {council}",
        rf"\b(?:yes|ok|agreed)(?: \w+){{0,4}}? {council}(?: \w+){{0,6}}? (?:its|is|say|it is|mean|"
        rf"saying) (?:now )?(?:a )?no$",
    )
    whole = (
        rf"{_LEAD}(?:no|not|without|minus)(?: more)? {council}(?: (?:{SOON}|any ?more|any longer|"
        rf"after all|told|involved|knowing))*(?: (?:i am|im|we are|i feel|i dont trust)\b.*)?",
        rf"{_LEAD}{council} no(?: (?:tell|talk|know|speak|ring|more|thanks|{SOON}))*",
        rf"{_LEAD}(?:nope |nah |lets |id rather |i would rather |rather )*(?:leave|keep) {council}"
        rf"(?: well| right)? out(?: of (?:it|this|that|things))?(?: {SOON})*",
        *([_BETWEEN_US] if council is _OR_THEM else []),
    )
    return _Ways(
        tuple(re.compile(way) for way in anywhere),
        tuple(re.compile(rf"^{way}$") for way in whole),
        re.compile(
            rf"\b(?:{_TELL}|told|contacted|rung|(?:sent|shown|going|goes|go) to|shared with) "
            rf"{council}|\b{council} {know}"
        ),
    )


_WAYS, _WAYS_WITH_THEM = _ways(_NAMED), _ways(_OR_THEM)
_WAYS_OF_A_PART = _ways(rf"(?:they|{_OR_THEM})", is_loose=True)
_IN_DOUBT = re.compile(
    r"\b(?:not(?: (?:too|really|so|very))? (?:sure|certain)|unsure|dont know)"
    r"(?: (?:if|that|whether))?(?: (?:i|we))?\b"
)
_NO_WORD_OF_THEIRS = re.compile(
    r"\b(?:(?<!\bi )(?<!\bwe )(?<!ive )(?:said|says|say|told|tells|asked|asks|advised|wants?)|if|"
    r"whether|why|when|should i|have to|what happens|whats? the|they|theyre|he|she|school|it was|"
    r"will it|does it)\b|\bdo (?:i|we) need to\b"
)
"""Before the words, these make them another's, or a question about them."""
_OF_LATER = re.compile(r"\b(?:later|afterwards|in future|one day|at some point)\b.*\?")
_SO_DO_NOT = re.compile(
    r"^(?:(?:so|and|but|please|pls|no|just|well|ok|then) )*(?:dont|do not|not to|(?:i|we) "
    r"(?:really )?(?:dont|do not) want (?:that|this|it))"
    r"(?: (?:please|pls|yet|do it|tell them|thanks|ok))*$"
)


def takes_council_back(bare: str, *, may_be_them: bool = False) -> bool:
    """True where one bare clause says that the council is not, or no longer, to be told.

    `may_be_them`: "them" are the council, since that is what was asked last.
    """
    return _takes_back(bare, _WAYS_WITH_THEM if may_be_them else _WAYS)


def _takes_back(bare: str, ways: _Ways) -> bool:
    if _OF_LATER.search(bare):
        return False
    bare = bare.rstrip("?")
    if any(way.match(bare) for way in ways.whole):
        return True
    for way in ways.anywhere:
        found = way.search(bare)
        if found is not None and _NO_WORD_OF_THEIRS.search(bare[: found.start()]) is None:
            return True
    return False


def may_take_council_back(plain: str) -> bool:
    """True for "not sure i want the council to know" and "dont show them what i wrote".

    It may be all of it or a part that is not to be told; which of the two is asked.
    """
    return any(
        _takes_back(_IN_DOUBT.sub("i dont", clause), _WAYS_OF_A_PART)
        for clause in clauses_of(plain)
    )


def speaks_of_telling_council(bare: str) -> bool:
    """True for "you havent told the council have you", whatever is meant by it."""
    return _WAYS.speaks_of_it.search(bare) is not None


def says_not_to(bare: str) -> bool:
    """True for "so please dont", said after what is not to be done."""
    return _SO_DO_NOT.match(bare) is not None


def leaves_council_out(bare: str) -> bool:
    """True for "not them" and "just between us", beside a yes to telling it."""
    return takes_council_back(bare) or any(way.search(bare) for way in (_KEEPS_OUT, _NOT_COUNCIL))
