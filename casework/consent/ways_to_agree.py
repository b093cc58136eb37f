"""The words that make up a yes: to a reading or the review, and to each of the two consents."""

from __future__ import annotations

import re
from typing import Literal

Matter = Literal["consent", "share_with_council"]
Asked = Literal["consent", "share_with_council", "reading"]
"""What a yes may be to; "reading" is all that only asks whether something is right."""

COUNCIL = (
    r"(?:them|they|(?:the )?(?:council|local authority|la|send team|school(?: and| n)? council)|"
    r"anyone|anybody|people|everyone)"
)
TOLD = (
    r"(?: all| any)?(?: of)? ?(?:it|that|this|them|these|everything|anything|all|what (?:i|we) "
    r"(?:say|said|tell you|told you)|(?:my|our|his|her|their|the|any)?(?: own)? ?(?:personal )?"
    r"(?:details|info|information|answers|data|stuff|words|record|records|bits))"
)
KEEP = r"(?:keep|store|save|hold|have|use|record|write|note)"
TELL = (
    rf"(?:(?:tell|contact|ring|call|phone|email|ask|involve|invite|inform|message|(?:talk|speak|"
    rf"write|chat|go)(?: to)?|speak with|talk with|let) {COUNCIL}(?: know)?|"
    rf"(?:share|discuss)(?:{TOLD})?(?: with {COUNCIL})?)"
)
_KEEPING = r"(?:keeping|storing|saving|holding|having|using|recording|writing|noting)"
_TELLING = (
    rf"(?:(?:telling|contacting|ringing|calling|phoning|emailing|asking|involving|informing|"
    rf"messaging|(?:talking|speaking|writing) (?:to|with)|letting) {COUNCIL}(?: know)?|"
    rf"sharing(?:{TOLD})?(?: with {COUNCIL})?)"
)
TAIL = (
    r"(?: (?:about (?:it|this|us|me|him|her|that)|on file|down|then|for now|too|now|with (?:it|"
    r"that|this|them)|if (?:you|u|ya) (?:want|like|need)(?: to)?|if (?:it|that) helps))*"
)
_YES = r"(?:y|ye|yes+|ye+a*h*|yep+|yup|yh|aye|yas|yess?ir|ofc|(?:of )?course|absolutely|definitely)"
SAYS = (
    r"(?:(?:i|id|ill|i will|i would|we|wed|we will|we would|lets)(?: just| have to| rather)? "
    r"(?:say|put|go with|go for|pick|choose|tick|answer))"
)
_ASSENT = (
    rf"(?:{SAYS} (?:a )?{_YES}|(?:the )?(?:council|la) {_YES}|(?:shes|hes|theyre|she is|he is|"
    r"they are|(?:mum|dad|mums|dads|family)(?: is| are)?) (?:happy|fine|ok|okay|good) "
    rf"(?:with|about) (?:it|that|this) {_YES}|"
    rf"(?:she|he|mum|mom|mother|dad|father)(?: (?:is|has|just))* (?:says?|said|saying) {_YES}|"
    r"certainly|agreed|i agree(?: to (?:it|that|this))?|"
    r"i (?:do )?(?:give )?(?:my )?consent|i do|we do|go ahead|go for it|please do|do it|"
    r"i give (?:you )?permission|permission given|go on(?: then)?|"
    r"(?:i|we|ive|weve)(?: have)?(?: already| just| did)* (?:said|told you|say) (?:yes+|yeah|ok)|"
    r"(?:you|u) (?:can|may)|(?:you|u) have (?:my|our) (?:permission|consent)|"
    r"(?:thats?|its?|this|thatd be|that is|that would be|it is|is|all|im|i am|were|we are|would be|"
    r"be|am|both)? ?(?:ok|okay|fine|alright|all ?right|good|cool|happy|perfect|no prob(?:s|lem)?|"
    r"no bother)(?: (?:with|by|for) (?:it|that|me|this|us))*|"
    r"(?:i|we) (?:really )?(?:dont|do not) mind(?: at all)?|"
    r"(?:(?:i|we)(?: have|ve)? )?no (?:objections?|issues?)(?: (?:with|to) (?:it|that|this))?|"
    r"(?:sure|ok|okay|fine|yeah) why not)"
)
_MAY_BE_DONE = (
    r"(?:(?:you|u|ya|yous) (?:can|may)|can|(?:thats |its |it is |im |i am |were |we are |am )?"
    r"(?:ok|okay|fine|happy|alright)(?: (?:for|if) (?:you|u))?(?: to)?|"
    r"(?:i|we) (?:dont|do not) mind(?: you)?(?: if (?:you|u))?|please|(?:i |we )?want (?:you|u) to)"
)
_AGREES_TO: dict[Asked, str] = {
    "consent": rf"(?:{_MAY_BE_DONE}? ?{KEEP}(?:ing)?(?:{TOLD})?{TAIL}|"
    rf"(?:{_MAY_BE_DONE} |(?:to|with|about) (?:you |u |ya |your )?){_KEEPING}(?: on to)?(?: down)?"
    rf"(?:{TOLD})?{TAIL})",
    "share_with_council": rf"(?:{_MAY_BE_DONE}? ?{TELL}{TAIL}|"
    rf"(?:{_MAY_BE_DONE} |(?:to|with|about) (?:you |u |ya |your )?){_TELLING}{TAIL}|"
    rf"to (?:the )?(?:council|local authority|la)(?: (?:being told|knowing|being involved))?|"
    rf"{COUNCIL} (?:can|may|should) "
    rf"(?:be told|know|be contacted|come|be asked|hear)(?: about)?{TAIL}|(?:(?:just|only) )*"
    rf"the (?:council|la|local authority)(?: only)?|{_YES} can)",
    "reading": r"(?:(?:(?!(?:is|are) (?:it|that|this|everything)\b)"
    r"(?:thats?|its?|it is|that is|all|everything(?: is|s)?|looks?|this is|is) )*"
    r"(?:right|correct|true|spot on)|(?:it|she|he|they) (?:is|does|do|are)|"
    r"(?:please )?(?:send|submit)(?: (?:it|this|that))?(?: (?:off|in|now))*|put (?:it|that))",
}
_FILLER = (
    r"(?:oh|ok|okay|k|um+|erm?|well|so|and|but|hi|hello|please|pls|plz|thanks|thank you|thx|ta|"
    r"cheers|love|mate|x+|lol|h?mm+|right|sorry|look|listen|just|sure|then|honestly|really|all|"
    r"to be honest|tbh|fine|good|great|course|again|already|to (?:that|it|this|you)|"
    r"for (?:gods?|petes|christs|fucks) sake|omg|omfg|oh my god|god|wow|yay|phew|ffs|"
    r"(?:i )?(?:spose|suppose|supose|guess|reckon)(?: so)?|i mean|dear|ji|jee|haan|inshallah|"
    r"alhamdulillah|hun|hon|duck|pet|"
    r"darling|sweetheart|(?:as|like) i (?:said|say)|i told you|obviously|by all means|"
    r"that(?:s| is) (?:all|it|everything)|for (?:(?:all )?(?:of )?(?:your|ur|the) (?:help|time|"
    r"patience|support)|listening|helping)"
    r"(?: to)?(?: (?:me|us|today))*|"
    r"why not|alright|both|too|no (?:worries|prob(?:s|lem)?|bother))"
)
_WAY = (
    r"(?:(?:phone ?)?calls?|phone|ringing|texts?|texting|e ?mails?|voicemails?|writing|letters?|"
    r"post)"
)
ONE_WAY = (
    rf"(?:(?:(?:the )?(?:council|la|them|me|us) )?(?:(?:by|on|via|in|through) )?{_WAY} only|"
    rf"only (?:by|on|via|in|through) {_WAY}|no {_WAY}|not (?:by|on|over|via|in) (?:the )?{_WAY}|"
    rf"nothing (?:by|in|on|through) (?:the )?{_WAY}|{_WAY} no)(?: (?:please|though|thanks))*"
)
"""By which way, beside a yes: it takes nothing back, and the team has to keep to it."""
_ADDS_NOTHING = re.compile(rf"(?:{_FILLER}|{ONE_WAY})(?: |$)")
_AGREES: dict[Asked, tuple[re.Pattern[str], ...]] = {
    asked: tuple(re.compile(rf"{piece}(?: |$)") for piece in (_YES, _ASSENT, agrees))
    for asked, agrees in _AGREES_TO.items()
}
_FAMILY_AGREES = re.compile(
    r"^(?:yes )?(?:(?:the )?(?:family|parents?|mum|mom|dad|mother|father|carers?|guardian|she|he|"
    r"they)(?: (?:both|all|have|has|is|are|does|do|would))*|theyve|shes|hes|theyre|both|all) "
    r"(?:agree[sd]?|said (?:yes|ok|its ok|thats fine)|says? (?:yes|ok)|happy|fine|ok|okay|"
    r"consent(?:s|ed)?|given (?:consent|permission))(?: (?:to|with) (?:it|that|this))*$"
)
_SURE_YES = re.compile(
    rf"\b(?:{_YES}|i agree|consent|go ahead|go for it|you can|u can|(?:ok|okay|fine|happy|alright|"
    rf"good) (?:with|by) (?:me|us|that|it|this)|(?:dont|do not) mind)\b"
)
_NAMES_IT: dict[Asked, re.Pattern[str]] = {
    asked: re.compile(rf"(?:^|\b){agrees}(?: |$)") for asked, agrees in _AGREES_TO.items()
}
_OUTRIGHT = re.compile(rf"^(?:{_FILLER} )*{_YES}(?: |$)")
_OF_SOMETHING_ELSE = re.compile(
    r"^(?:(?:or|and|yes and) no\b|to (?!be\b|let\b|tell\b|answer\b)|he says|she says|they (?:say|"
    r"said)|right\b|up\b|no\b(?! (?:rush|hurry|pressure|trouble)\b))"
)
"""After a yes these make it another: "yes to the school", "yes or no", "yeah right", "aye up"."""
_MERELY_FINE = re.compile(r"\b(?:ok|okay|fine|alright|all ?right|good|cool|right)\b")
_ASKS_WHY = re.compile(
    r"^y (?:do|does|did|u|you|r|are|is|would|wud|shud|cant|not|dont|dnt|the|they)\b"
)
"""The "y" that is a why: "y do u ask"."""
_OF_COURSE = re.compile(r"\b(?:absolutely|definitely|defo|certainly|course)$")
"""Said of what comes next, unless it stands alone: "absolutely raging"."""
_IN_MOCKERY = re.compile(
    r"^(?:(?:oh|ha|lol|um+|well) )*(?:yeah+|yea+h*|yes) right(?: lol| mate| love)?$"
)
"""To "is it right?" it may be a yes; to a consent it is asked again."""


def is_said_in_mockery(plain: str) -> bool:
    """True for "yeah right", which agrees to nothing that is asked for."""
    return _IN_MOCKERY.match(plain.strip(" .!\N{HORIZONTAL ELLIPSIS}").lower()) is not None


def makes_a_yes(clause: str, asked: Asked, *, for_family: bool = False) -> bool:
    """True where every word belongs to a way to agree, or adds nothing to one."""
    ends = _ends_of_yes(clause, asked)
    return len(clause) in ends or (for_family and _FAMILY_AGREES.match(clause) is not None)


def begins_with_yes(clause: str, asked: Asked) -> tuple[str, str] | None:
    """The yes said outright and what goes on after it: "yes", "hes 12". None for any other."""
    if _OUTRIGHT.match(clause) is None or _ASKS_WHY.match(clause):
        return None
    end = max(_ends_of_yes(clause, asked), default=0)
    rest = clause[end:]
    yes = clause[:end].strip()
    is_of_rest = bool(rest) and _OF_COURSE.search(yes) is not None
    return None if not end or is_of_rest or _OF_SOMETHING_ELSE.match(rest) else (yes, rest)


def is_said_outright(clause: str) -> bool:
    """True for "yes" and "i agree", and not for a mere "fine"."""
    return _SURE_YES.search(clause) is not None


def is_weak(clause: str) -> bool:
    """True for a mere "fine", which may be of something else: "she is fine"."""
    return not is_said_outright(clause) and _MERELY_FINE.search(clause) is not None


def names_what_is_asked(clause: str, asked: Asked) -> bool:
    """True for "yes talk to them", where the question was whether we may."""
    return _NAMES_IT[asked].search(clause) is not None


def _ends_of_yes(clause: str, asked: Asked) -> set[int]:
    """Where the clause may be cut so that all before is made of yes, and one was said."""
    reached = {(0, False)}
    for place in range(len(clause)):
        for has_agreed in {agreed for at, agreed in reached if at == place}:
            if (nothing := _ADDS_NOTHING.match(clause, place)) is not None:
                reached.add((nothing.end(), has_agreed))
            for way in _AGREES[asked]:
                if (found := way.match(clause, place)) is not None:
                    reached.add((found.end(), True))
    return {place for place, has_agreed in reached if has_agreed}
