"""A question at the review what stands in a line of it: "when was the letter again?"."""

from __future__ import annotations

import re

from casework.answers.fact import Fact
from casework.people.family_view import rows_for_family
from casework.referral.told_back import within_a_sentence
from casework.turn.compared import same_value
from casework.turn.controls import read_field_name
from casework.turn.state import Turn

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
_ASKS = re.compile(
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


def tells_what_stands(turn: Turn, facts: list[Fact]) -> bool:
    """Read that line out as the family may see it. True where that was done."""
    words = turn.message.plain
    field = read_field_name(words) if _ASKS.match(words) else None
    if field is None or any(not same_value(turn.draft, fact) for fact in facts):
        return False
    row = next((row for row in rows_for_family(turn.draft) if row.field == field), None)
    if row is None:
        return False
    values = {"field": within_a_sentence(row.label), "value": row.value}
    turn.say("utter_line_stands", values, asks="summary")
    return True
