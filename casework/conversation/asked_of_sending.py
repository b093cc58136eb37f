"""What is asked at the end: if it can be changed later, if it came, what stands in a line of it."""

from __future__ import annotations

import re
from typing import Literal

from casework.answers.fact import Fact
from casework.consent.calling_off import may_call_off
from casework.people.family_view import rows_for_family
from casework.referral.told_back import within_a_sentence
from casework.turn.compared import same_value
from casework.turn.state import Turn
from casework.turn.wishes_to_change import read_field_name
from casework.words import reads_as_question, straighten

_REFERENCE = re.compile(
    r"\b(?:ref(?:erence)?|(?:referral|case|reference|ref) (?:number|no|code|id)|(?:my|the) code)\b",
    re.IGNORECASE,
)
_WANTS_IT = re.compile(
    r"\b(?:lost|forg[eo]t\w*|miss\w*|again|(?:did ?n'?t|not|never) (?:get|got|have|see|write)|"
    r"can'?t (?:find|see|remember)|need|want|have ?n'?t got)\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\b(?:council|letter|school|plan|ehcp?|tribunal|sendiass|from|certificate)\b", re.IGNORECASE
)
_IS_SENT = re.compile(
    r"^\W*(?:(?:ok|so|and|but|hi|sorry|um+|please|can you tell me)\W+)*"
    r"(?:did|has|have|is|was|do) (?:it|that|this|you|u|(?:my|the) (?:referral|form|answers))"
    r"(?: (?:all|been|definitely|actually|now|already|still))* (?:sent?|gone?|go|submit(?:ted)?|"
    r"receiv\w+|get|got|have|work(?:ed)?)(?: (?:it|that|this|my (?:referral|form|answers)|through|"
    r"off|in|there|ok|okay|now|already|all|everything|to (?:you|the team)))*\W*$",
    re.IGNORECASE,
)
_CHANGES_LATER = re.compile(
    r"\b(?:can|could|may|will|am|are|is it|be) (?:(?:i|we|possible|able|allowed|to|still) )+"
    r"(?:change|correct|edit|add(?: to)?|fix|update|alter|amend)\b(?! my (?:mind|name|number))"
    r"[^.,;!?]{0,30}?\b(?:after(?:wards?)?|later(?: on)?|(?:once|when|if) (?:it|i|its|it's|you)\b"
    r"[^.,;!?]{0,20}\b(?:sent|send|goes|gone|in|got))\b",
    re.IGNORECASE,
)
_LEADS_IN = (
    r"^\W*(?:(?:sorry|ok|okay|so|and|but|wait|um|oh|hang on|just|please|"
    r"is (?:this|that|it)(?: all)? (?:right|correct|ok))\W+)*"
)
_WHAT = r"(?:(?:what|when|which|who)(?:'?s| is| was| were| are)?)"
_LINE = r"(?:(?:the|my|his|her|our|that|your) )?(?:[\w']+ ){0,3}?[\w']+"
_IN_THE_LIST = (
    r"(?:again|(?:that )?(?:you(?:'?ve| have)?(?: got| have| put)?|i (?:gave|put|said|told you))"
    r"(?: down| there| for (?:him|her|me))?)"
)
_ASKS_OF_LINE = re.compile(
    rf"{_LEADS_IN}(?:{_WHAT} {_LINE} {_IN_THE_LIST}|"
    r"(?:when|what date) was (?:the|my|our) letter(?: dated| from| sent)?|"
    rf"{_WHAT} (?:[\w']+ ){{0,3}}?(?:did (?:i|we) (?:say|put|give|write|tell you)|"
    r"(?:have|did) you (?:got|have|put|get)|do you have)(?: down| there)?"
    rf"(?: (?:for|as|about) {_LINE})?|"
    r"(?:is|are) (?:the|my|his|her|our|that) (?:[\w']+ ){0,3}?[\w']+ "
    r"(?:right|correct|ok(?:ay)?))"
    r"(?: (?:again|please|then|now))*\W*$",
    re.IGNORECASE,
)


def asked_of_sending(
    words: str, *, is_sent: bool
) -> Literal["receipt", "stop", "change_later"] | None:
    """The control that answers "can i change it after", "whats my reference", "did it go"."""
    plain = straighten(words)
    if not is_sent:
        return "change_later" if _CHANGES_LATER.search(plain) is not None else None
    is_asked = reads_as_question(plain) or _WANTS_IT.search(plain) is not None
    of_reference = _REFERENCE.search(plain) is not None and not _OF_ANOTHER.search(plain)
    if (of_reference and is_asked) or _IS_SENT.match(plain) is not None:
        return "receipt"
    return "stop" if may_call_off(plain) else None


def tells_what_stands(turn: Turn, facts: list[Fact]) -> bool:
    """Read that line out as the family may see it. True where that was done."""
    words = turn.message.plain
    field = read_field_name(words) if _ASKS_OF_LINE.match(words) else None
    if field is None or any(not same_value(turn.draft, fact) for fact in facts):
        return False
    row = next((row for row in rows_for_family(turn.draft) if row.field == field), None)
    if row is None:
        return False
    values = {"field": within_a_sentence(row.label), "value": row.value}
    turn.say("utter_line_stands", values, asks="summary")
    return True
