"""What people ask about a notice of danger right after it: why it came, and who will be told.

"Why?" is then no question about what was asked before, and "please don't tell anyone" must not be
left without a word: nothing that may have to be passed on is ever promised to be kept secret.
"""

from __future__ import annotations

import re
from typing import Literal

from casework.words import straighten

AboutNotice = Literal["why", "secret"]
LONGEST = 16
"""Words. Who writes more tells something."""

_OF_THE_CASE = re.compile(
    r"\b(?:dates?|letter|name|number|age|council|school|plan|certificate|appeal|meeting|mediation|"
    r"tribunal)\b",
    re.IGNORECASE,
)
_OPENS = r"^\W*(?:(?:sorry|but|and|so|um|ok|oh|no|please|hang on|wait)\W+)*"
_WHY = re.compile(
    rf"{_OPENS}(?:why(?:\W*$|\W+(?:(?:are|r|did|do|have|would) (?:you|u|i)|that|this|999)\b)|"
    r"(?:what|huh|eh|pardon)\W*$|what (?:do|did) (?:you|u) mean\b|"
    r"what(?:'?s| is| was) (?:this|that)(?: (?:for|about|all about|mean))?\W*$|"
    r"i (?:do ?n'?t|do not|did ?n'?t) (?:understand|get it|follow)\b|how come\b|"
    r"(?:what makes|who told|who said)\b|what(?:'?s| has) (?:that|this) got to do\b|"
    r"what are (?:you|u) (?:on|talking) about\b)",
    re.IGNORECASE,
)
_NOT = r"\b(?:do ?n'?t|do not|did ?n'?t|never|not|wo ?n'?t|can ?n?'?t|without) (?:\w+ ){0,3}?"
_SERVICES = r"(?:the )?(?:social|children'?s services|ss\b|police|cops|nspcc|camhs|authorities)\w*"
_ANYBODY = rf"(?:any ?(?:one|body)|every ?(?:one|body)|a soul|on (?:me|us)|{_SERVICES})"
_TELL = r"(?:tell|report|inform|contact|involve|say|pass|share|phone|call|ring)(?:s|ing)?"
_YOU_OR_THEY = rf"(?:you|u|they|some ?(?:one|body)|{_SERVICES}(?: \w+)?)"
_SECRET = re.compile(
    "|".join(
        [
            rf"{_NOT}{_TELL} (?:\w+ ){{0,2}}?{_ANYBODY}",
            rf"{_NOT}(?:report|pass) (?:it|this|that|me|us|him|her)\b",
            rf"{_NOT}want (?:\w+ )?{_ANYBODY}(?: \w+)? (?:involved|to (?:know|find out|be told))\b",
            r"\bkeep (?:it|this|that) (?:\w+ )?(?:between|secret|private|quiet|to yourself)\b",
            r"\b(?:is|will) (?:it|this|that|what i(?:'?ve)? (?:say|said|wrote)) (?:\w+ )?"
            r"(?:confidential|private|secret)\b",
            r"\b(?:are|r|will|would|do|have) (?:you|u) (?:\w+ ){0,3}?"
            rf"(?:report(?:ing)?|{_TELL} (?:\w+ )?{_ANYBODY})\b",
            rf"\bwho (?:will|do|would|are) (?:you|u) (?:\w+ ){{0,2}}?{_TELL}\b",
            r"\b(?:am|will|would|could|can) i (?:\w+ ){0,4}?"
            r"(?:trouble\b|be arrested|lose (?:him|her|them|my|the)\b)",
            rf"\b(?:will|would|are|can|could|might|wo ?n'?t|if) {_YOU_OR_THEY} (?:\w+ ){{0,3}}?"
            r"tak(?:e|ing) (?:him|her|them|my|our|the (?:kids|children))\b",
            rf"\b{_YOU_OR_THEY} wo ?n'?t take (?:him|her|them|my|our)\b",
            r"\b(?:delete|remove|erase|undo|unsend|wipe|forget|ignore|take back) "
            r"(?:what i|that i|(?:my |the |that )?last (?:message|bit)|that (?:message|bit))\b",
        ]
    ),
    re.IGNORECASE,
)


def read_about_notice(text: str) -> AboutNotice | None:
    """What the words ask about the notice itself; None where they are about anything else."""
    said = straighten(text)
    if len(said.split()) > LONGEST or _OF_THE_CASE.search(said):
        return None
    if _SECRET.search(said):
        return "secret"
    return "why" if _WHY.match(said) else None
