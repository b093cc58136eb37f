"""The words of one clause that refuse a consent by themselves."""

from __future__ import annotations

import re

from casework.consent.council_taken_back import takes_council_back
from casework.consent.not_kept import refuses_keeping
from casework.consent.ways_to_agree import COUNCIL, KEEP, SAYS, TAIL, TELL, TOLD, Matter

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
        rf"(?:(?:dont|do not|never) (?:you )?(?:dare )?{KEEP}{TAIL}|"
        rf"(?:i|we) want (?:nothing|none of (?:it|this|that)) (?:kept|stored|saved|recorded){TAIL}|"
        rf"(?:(?:id|i would) )?rather not have {TOLD} (?:kept|stored|saved|recorded){TAIL}|"
        rf"(?:keep|store|save) nothing|leave it(?: for now| there| thanks)*|not now|"
        r"not yet|dont|do not|not (?:just yet|right now|today|at the moment|for now)|"
        rf"{SAYS} (?:a )?no(?: then| for now| to (?:that|it))*|"
        r"(?:id )?rather (?:you )?(?:not|didnt))(?: (?:please|thanks|thank you|though))*$"
    ),
    "share_with_council": re.compile(
        r"^(?:(?:no+|nope|nah|please|pls|so|and|ok|oh|wait|then|just|actually|well) )*"
        rf"(?:(?:dont|do not|never) (?:you )?(?:dare )?{TELL}(?: yet| anything)*{TAIL}|"
        rf"(?:i|we|id|im) ?(?:dont|do not|rather not|not|wouldnt|really dont)(?: want| like| happy|"
        rf" comfortable)?(?: for)?(?: you| u)?(?: to| with)?(?: you)? {TELL}(?: yet)?{TAIL}|"
        rf"(?:i|we) (?:really )?(?:dont|do not) want {COUNCIL} (?:to know|knowing|told|involved|"
        rf"to be told|contacted|in on it|there)(?: yet)?{TAIL}|{COUNCIL} (?:cant|cannot|mustnt|"
        rf"must not|shouldnt|dont need to|do not need to) (?:know|be told|find out)(?: yet)?{TAIL}"
        rf"|(?:tell|give|show) {COUNCIL} (?:nothing|nowt)|nothing to {COUNCIL}|"
        rf"{COUNCIL} (?:(?:can|may|should|must|are to|is to) )?(?:know|see|get|hear) nothing|"
        rf"(?:id|i would) rather (?:{COUNCIL}|you|u) (?:didnt|did not)(?: know| tell {COUNCIL})?"
        rf"(?: yet)?|keep (?:it|this) (?:between us|private|from them|quiet)(?: for now)?|"
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
    if matter == "consent" and refuses_keeping(clause):
        return True
    if matter == "share_with_council" and takes_council_back(clause, may_be_them=True):
        return True
    is_of_any = _OUTRIGHT.match(clause) is not None
    return is_of_any or _REFUSES[matter].match(clause) is not None
