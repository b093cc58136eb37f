"""The words that refuse a consent by themselves, and a part that is taken out of none.

"Dont keep his diagnosis" refuses nothing: it is asked about again.
"""

from __future__ import annotations

import re

from casework.consent.council_taken_back import takes_council_back
from casework.consent.ways_to_agree import COUNCIL, SAYS, TELL, Matter

_LEAD = (
    r"(?:(?:no+|nope|nah|please|pls|plz|so|and|but|ok|okay|oh|wait|then|just|actually|well|sorry|"
    r"look|right|thanks|thank you|fine|i said|i told you|(?:i|id|we) (?:really )?) )*?"
)
_NOT = (
    r"(?:dont|do not|dnt|never|not|wont|will not|wouldnt|would not|didnt|cant|cannot|mustnt|"
    r"must not|may not|no)"
)
_NOW = r"(?:really|ever|just|now|you|u|dare|go|even|to)"
_KEEP = r"(?:keep|store|save|hold(?: on to)?|record|write|note|put|log|have)(?: down)?"
_KEEPING = (
    r"(?:keeping|storing|saving|holding(?: on to)?|recording|writing|noting|having)(?: down)?"
)
_KEPT = r"(?:kept|stored|saved|held|recorded|written|noted|logged)"
_ALL_OF_IT = (
    r"(?:(?:any|all|none)(?: of)? )?(?:it|this|that|everything|anything|nothing|owt|what (?:i|we) "
    r"(?:say|said|tell you|told you|type|write)|(?:no |any |my |our |the |his |her )*(?:personal "
    r")?(?:details|info|information|data|stuff|answers|record|records|notes|things)|me|us|them)"
)
_MORE = (
    r"(?: (?:down|anywhere|about (?:me|us|him|her|(?:my|our) (?:kid|kids|child|children|son|"
    r"daughter|boy|girl|family|life))|on (?:file|record|(?:a|your|the|any) (?:computer|system|"
    r"records?|files?|database))|at all|ever|thanks|thank you|please|pls|though|for now|yet|now|"
    r"then|like that|by you|if (?:thats|its) ok))*"
)
_WISH = (
    r"(?:want(?:ed|ing)?|wish|like|happy|ok|okay|fine|comfortable|keen|agree(?:ing)?|"
    r"consent(?:ing)?|allow|let|give (?:you )?(?:my )?(?:permission|consent))"
)
_REFUSES_KEEPING = re.compile(
    rf"^{_LEAD}(?:"
    rf"(?:(?:you|u) )?{_NOT}(?: {_NOW})* (?:{_KEEP}|{_KEEPING}) {_ALL_OF_IT}{_MORE}|"
    rf"(?:i |we |im |were )?(?:am |are )?{_NOT}(?: {_NOW})* {_WISH}(?: (?:for|with|to|that|about|"
    rf"you|u|your \w+|kids|anyone))* (?:{_KEEP}|{_KEEPING}) {_ALL_OF_IT}{_MORE}|"
    rf"(?:i |we |im )?{_NOT}(?: {_NOW})* {_WISH}(?: (?:to|for|with|having))* {_ALL_OF_IT}"
    rf"(?: (?:to be|being|be))? {_KEPT}{_MORE}|"
    rf"(?:i would |id |i |we )?(?:much )?(?:rather|prefer)(?: (?:it|if|that|for))* (?:you |u )?"
    rf"(?:not|didnt|did not|dont|do not)(?: to)? (?:{_KEEP}|{_KEEPING})(?: {_ALL_OF_IT})?"
    rf"(?: {_KEPT})?{_MORE}|"
    rf"(?:i would |id |i |we )?(?:much )?(?:rather|prefer)(?: (?:it|if|that))* {_ALL_OF_IT} "
    rf"(?:was|were|is|be) ?(?:not|nt) {_KEPT}{_MORE}|"
    rf"keep {_ALL_OF_IT} (?:off|out of) (?:your|the|any) (?:computer|system|records?|files?|"
    rf"database)s?|"
    rf"(?:you|u) (?:have|has) no right to keep {_ALL_OF_IT}{_MORE})$"
)
_ONLY_NO = re.compile(
    r"^(?:(?:ok|okay|right|so|well|fine|sorry|but|oh|um|er|hmm|i think|erm|thanks|thank you|"
    r"actually|please|its|it is|thats|then|still|the answer is|i would say|id say|i have to say|"
    r"im afraid|ill say|just) )*(?:a )?(?:no+|nope|nah)(?: (?:no+|nope|nah|then|sorry|thanks|"
    r"thank you|ta|mate|love|please|actually|from me|for now|bye|goodbye|to (?:that|it|this)|not "
    r"(?:really|now|today|yet)))*$|"
    r"^(?:(?:and|but|so|like|as|look|no) )*(?:i|we|ive|weve)(?: have)?(?: already| just| did| "
    r"only)* (?:said|told (?:you|u)|say|saying|mean|meant) (?:a )?(?:no+|nope|nah)"
    r"(?: (?:already|twice|before|thanks|thank you))*$"
)
_SAYS_GOODBYE = re.compile(
    r"^(?:(?:ok|thanks|thank you|right|anyway|good|bye+|goodbye|cheers|ta|cya|see (?:you|ya)|take "
    r"care|now|then|sorry)(?: |$))+$"
)
_OUTRIGHT = re.compile(
    r"^(?:(?:no+|nope|nah|please|sorry|and|oh|well|but|just|thanks) )*"
    r"(?:(?:absolutely|definitely|certainly|of course|obviously|defo|deffo) (?:not|no)|"
    r"not (?:a|any) chance|hell no|over my dead body|"
    r"i (?:refuse|object|decline|withhold (?:my |all |any )?consent)(?: to (?:that|this|it))?|"
    r"(?:i|we) (?:dont|do not|wont|will not|cant|cannot|am not able to) "
    r"(?:give (?:you |my |any |our )*(?:permission|consent|authority)|agree|consent)"
    r"(?: (?:to|for|with) (?:that|this|it|any of (?:it|that|this)))?|"
    r"(?:you|u) (?:do not|dont) have (?:my |our )(?:permission|consent)|"
    r"(?:id|i would|i) (?:much )?(?:prefer|rather) (?:(?:you|u) (?:not|didnt|did not|dont)|"
    r"not to|it wasnt|it was not)|"
    r"(?:im |i am |were |we are )?(?:really )?not (?:at all |really |very )?"
    r"(?:happy|comfortable|ok|okay)(?: (?:with|about) (?:that|this|it))?)"
    r"(?: (?:please|thanks|thank you|though|sorry|mate|at all))*$"
)
"""Words that refuse whatever was asked."""
_REFUSES: dict[Matter, re.Pattern[str]] = {
    "consent": re.compile(
        r"^(?:(?:no+|nope|nah|please|pls|so|and|ok|oh|wait|then|just|actually|well) )*"
        rf"(?:(?:i|we) want (?:nothing|none of (?:it|this|that)) {_KEPT}{_MORE}|"
        rf"(?:keep|store|save) nothing|leave it(?: for now| there| thanks)*|not now|"
        r"not yet|dont|do not|not (?:just yet|right now|today|at the moment|for now)|"
        rf"{SAYS} (?:a )?no(?: then| for now| to (?:that|it))*|"
        r"(?:id )?rather (?:you )?(?:not|didnt))(?: (?:please|thanks|thank you|though))*$"
    ),
    "share_with_council": re.compile(
        r"^(?:(?:no+|nope|nah|please|pls|so|and|ok|oh|wait|then|just|actually|well) )*"
        rf"(?:(?:dont|do not|never|(?:i|we) would ?nt) (?:you )?(?:dare )?{TELL}"
        rf"(?: yet| anything)*|(?:tell|give|show) {COUNCIL} (?:nothing|nowt)|nothing to {COUNCIL}|"
        rf"{COUNCIL} (?:(?:can|may|should|must|are to|is to) )?(?:know|see|get|hear) nothing|"
        rf"keep (?:it|this) (?:between us|private|from them|quiet)(?: for now)?|"
        rf"{SAYS} (?:a )?no(?: then| for now| to (?:that|it|them))*|"
        r"leave it(?: for now| there| at that| thanks)*|not now|not yet|"
        r"not (?:till|until|til) (?!you|u\b).*|"
        r"not (?:just yet|right now|today|at the moment|for now)|dont|do not|(?:ask me )?later|"
        rf"(?:id |i would )?rather (?:you |u )?(?:not|didnt)(?: {TELL})?(?: just)?(?: yet)?|"
        r"(?:im|i am|were|we are) not (?:ready|happy|"
        r"comfortable)(?: (?:for|with) (?:that|it|this))?(?: yet)?|"
        r"(?:i|ill|i will) (?:need|want|have|would like) to "
        r"(?:talk|speak|think|ask|check)\b.*first)"
        r"(?: (?:please|thanks|thank you|though))*$"
    ),
}


def refuses_outright(clause: str, matter: Matter) -> bool:
    """True where one bare clause refuses the consent by itself: "do not tell the council yet"."""
    if matter == "consent" and "?" not in clause and _REFUSES_KEEPING.match(clause):
        return True
    if matter == "share_with_council" and takes_council_back(clause, may_be_them=True):
        return True
    is_of_any = _OUTRIGHT.match(clause) is not None
    return is_of_any or _REFUSES[matter].match(clause) is not None


def says_only_no(clauses: list[str]) -> bool:
    """True for "ok no then", "no. i just said no" and "no thanks, bye"."""
    says = [clause for clause in clauses if _ONLY_NO.match(clause)]
    rest = [clause for clause in clauses if clause not in says]
    return bool(says) and all(map(_SAYS_GOODBYE.match, rest))
