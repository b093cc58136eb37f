"""Whether the words at the review ask to send it, whatever stands around: "just send it, im tired".

What holds back ("don't send it yet", "send it but ...", "send me a copy") is no such word.
"""

from __future__ import annotations

import re

from casework.words import reads_as_question, straighten

_BEFORE = (
    r"(?:(?:yes+|yeah|yep|yh|ok|okay|right|so|well|and|then|please|pls|plz|just|now|oh|go on|"
    r"go ahead|fine|sure|thanks|love|mate|great|good|perfect|no|nope|nothing|no more changes|done|"
    r"to me|it'?s|its|that'?s|thats|all|correct|looks|is|everything|(?:can|could) (?:you|u)|"
    r"(?:you|u) can|i want (?:you |u |it )?to|happy(?: to| for (?:you|u) to)?|i'?m|ready|to|"
    r"for god'?s sake|ffs)[\s,]+)*"
)
_SENDS = re.compile(
    rf"^\W*{_BEFORE}(?:send|submit)(?P<rest>\W*$|[\s,]+(?:it|this|that|off|in|now|then|away|"
    r"please|pls|plz|thanks?|thank you|ta|cheers|love|mate|asap|anyway|already|straight|through|"
    r"to (?:you|them|(?:the |your )?team)|as it is|the (?:\w+ )?(?:thing|form|referral|lot)|i|i'?m|"
    r"so|x+)\b.*)$",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    r"\b(?:but|wait|hang on|hold on|don'?t|dont|do not|not (?!sick|well|long)|never|first|until|"
    r"till|before|after|once|when|if|unless|except|instead|change|wrong|should (?:be|say)|later|"
    r"tomorrow|yet|withdraw|delete|cancel)\b",
    re.IGNORECASE,
)
_TO_ANOTHER = re.compile(
    r"^\W*(?:(?:it|this|that|off|over|now) )*(?:me|us|him|her|back|to (?!(?:the |your )?(?:team|"
    r"kids|"
    r"charity|you|them)\b)\w+|by (?:post|email|text))\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:you|u|it|they)(?: still)? (?:haven'?t|havent|has ?n'?t|did ?n'?t|not) \w+ [^.,!?]*",
    re.IGNORECASE,
)
"""What the assistant did not do, which they live with: "you still havent put the school"."""
_ENDS = re.compile(r"[.!?;\n\u2026]+|,|\b(?:and|cos|because|coz) (?=(?:i|im|i'm|my|its|it's|we)\b)")


def asks_to_send(text: str) -> bool:
    """True where a clause asks to send the referral and none holds back."""
    plain = straighten(text)
    clauses = [clause for clause in _ENDS.split(plain) if clause.strip()]
    found = [sends for clause in clauses if (sends := _SENDS.match(clause)) is not None]
    if not found or _TAKES_BACK.search(_NOT_DONE.sub(" ", plain)):
        return False
    if any(_TO_ANOTHER.match(sends["rest"]) for sends in found):
        return False
    others = [clause for clause in clauses if _SENDS.match(clause) is None]
    return not any(reads_as_question(clause) for clause in others)
