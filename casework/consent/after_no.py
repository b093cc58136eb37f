"""A consent said after a "no" that refuses nothing: "No I'm ok with that. go on".

It answers what was explained just before ("so nobody sees it?"), or takes an earlier no back.
"""

from __future__ import annotations

import re
from typing import Literal

from casework.consent.clauses import clauses_of
from casework.consent.ways_to_agree import Matter, makes_a_yes, names_what_is_asked
from casework.words import straighten

_NO = r"(?:(?:no+|nope|nah|oh|sorry|wait|ok|well) )+"
_FINE = r"(?:ok|okay|fine|happy|alright|all right|good|cool|comfortable)"
_MEANT = r"(?:i (?:meant|mean)(?: to say)? )"
_BEGINS = re.compile(r"^(?:no+|nope|nah)\b")
_IS_HAPPY = (
    rf"(?:im|i am|were|we are) (?:all |totally |perfectly |really )?{_FINE} with "
    rf"(?:it|that|this|all that|you keeping it|you telling them)|"
    rf"{_MEANT}(?:yes|yeah|yep|(?:its|it is|thats|that is|im) {_FINE}|{_FINE})"
)
_AND_GOES_ON = (
    r"(?: (?:then|please|now|carry on|go on|keep going|go ahead|keep it|with it|thanks))*"
)
_AGREES: dict[Matter, re.Pattern[str]] = {
    "consent": re.compile(
        rf"^{_NO}?(?:{_IS_HAPPY}|(?:its |thats )?(?:ok |fine )?(?:go on|go ahead|carry on|continue|"
        rf"keep going|keep it|you can keep it|please keep it|yes keep it)){_AND_GOES_ON}$"
    ),
    "share_with_council": re.compile(rf"^{_NO}?(?:{_IS_HAPPY}){_AND_GOES_ON}$"),
}
_IS_FINE = (
    rf"(?:(?:thats|that is|its|it is) (?:all )?{_FINE}(?: (?:by|with|for) me| with that)?|"
    r"(?:i|we) (?:dont|do not) mind(?: at all)?|ok|okay)"
)
_MAY_AGREE = re.compile(rf"^{_NO}{_IS_FINE}(?: if .*)?$")
_FINE_AND_MORE = re.compile(rf"^{_NO}{_IS_FINE} (?:(?:so|and|then|please) )*(?P<more>\w.*)$")
_ADDS_NOTHING = re.compile(
    r"^(?:(?:no+|nope|nah|ok|okay|thanks|thank you|please|sorry|mate|love|its|thats|fine|then|"
    r"go on|carry on|go ahead)(?: |$))+$"
)


def consents_after_no(text: str, matter: Matter) -> Literal["yes", "unclear"] | None:
    """What a message that begins with "no" comes to, where it refuses nothing; None where it may.

    "No, that's fine" may be either, and is asked about again; "no thats fine tell them" is a yes.
    """
    plain = straighten(text)
    clauses = clauses_of(plain)
    whole = " ".join(clauses)
    if not clauses or _BEGINS.match(whole) is None or "?" in plain:
        return None
    joined = [whole] if clauses[0] in ("no", "nope", "nah", "no no") else []
    agreed = [clause for clause in clauses if _AGREES[matter].match(clause)]
    rest = [clause for clause in clauses if clause not in agreed]
    if any(_AGREES[matter].match(each) for each in joined) or agreed:
        is_all = all(_ADDS_NOTHING.match(clause) for clause in rest)
        return "yes" if is_all or any(_AGREES[matter].match(each) for each in joined) else None
    goes_on = _FINE_AND_MORE.match(whole)
    if goes_on is not None and makes_a_yes(goes_on["more"], matter):
        return "yes" if names_what_is_asked(goes_on["more"], matter) else "unclear"
    return "unclear" if _MAY_AGREE.match(whole) else None
