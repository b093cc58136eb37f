"""Questions of few words that lean on what is being asked: "whats that?", "do we even need one?".

What is said to them depends on the case (`casework.turn.own_case`).
"""

from __future__ import annotations

import re
from typing import Literal

from casework.words import LEAD_IN

LONGEST = 12
"""Words that a question may have to be known by them; what is longer tells of a case."""
WHAT_IT_IS = {
    "certificate_held": "what_is_a_certificate",
    "certificate_date": "what_is_a_certificate",
    "plan": "what_is_an_ehc_plan",
    "sections": "what_are_the_sections",
    "appeal_lodged": "what_is_the_tribunal",
}
"""What "what's one of those?" asks, where the question names the thing."""
_WHAT_IS_THAT = re.compile(
    r"\b(?:what|wot|wat)(?:'?s| is| are|'?re)? (?:even |actually )?(?:one of )?"
    r"(?:that|this|it|one|those|these|them)(?: then| even| exactly| please| pls|"
    r" when .{1,20})*\W*$",
    re.IGNORECASE,
)
_OF_A_CERTIFICATE = frozenset(
    {"certificate_held", "certificate_date"}
    | {"what_is_a_certificate", "how_do_i_get_a_certificate", "when_will_i_get_it"}
)
"""Questions and topics in which "one" and "it" are the certificate."""
_A_CERTIFICATE = r"(?:a|an|the|this|that|any|my|your)?(?: mediation)? ?cert(?:ificate|s|if\w*)?"
_IS_NEEDED = (
    r"(?:(?<!why )(?<!wy )(?<!y )\b(?:do|does|did|will|would|should)(?:n'?t)? (?:i|we|he|she|they)"
    r"(?: even| still| really| actually| definitely| honestly| also| then| now)* "
    r"(?:need|require|have to (?:have|get|hold)|"
    r"got to have)(?: to (?:get|have|hold))? (?:{0})|"
    r"\b(?:is|are) (?:{0})(?: even| still| really| actually)* (?:needed|necessary|required|"
    r"compulsory|a must)|"
    r"\b(?:whether|if) (?:i|we)(?: really| actually| even| do)* need (?:{0}))"
)
_FOR_THIS = (
    r"(?: (?:for (?:this|that|it|him|her|us|me|my (?:son|daughter|child|case|appeal)|our case)|"
    r"then|"
    r"though|tho|anyway|at all|or not|now|in (?:my|our) case|please|pls|to appeal))*\W*(?:$|[.?!])"
)
_NEEDS_NAMED = re.compile(_IS_NEEDED.format(_A_CERTIFICATE) + _FOR_THIS, re.IGNORECASE)
_NEEDS_ONE = re.compile(_IS_NEEDED.format(r"one|it|that|this|1") + _FOR_THIS, re.IGNORECASE)
_NAMES_ITS_CASE = re.compile(
    r"\b(?:s[ck]h?ool\w*|placement|college|nursery|sections?|parts?|help|hours|support|health|care|drafts?|"
    r"review|needs|home|salt|therapy|mediat\w+ if|refus\w+|ceas\w+|b and f|f and i)\b",
    re.IGNORECASE,
)
CERTIFICATE_NEEDED = "certificate_needed"
"""No topic of the FAQ: what is said of it depends on the dispute."""
HELD_AGAINST_US = "held_against_us"
"""No topic of the FAQ either: whether the council minds being asked for mediation."""
_ARE_THEY_ANGRY = re.compile(
    r"\b(?:(?:they|council|la|school|them)(?:'?re| are| be| get| gonna be| going to be)*|"
    r"(?<!you )be|get) (?:all |really |so |very )*(?:angry|cross|annoyed|mad|funny|arsey|upset)"
    r"(?: (?:with|at|about|if|that|because|cos|for|then|after)\b.*)?\W*$|"
    r"\b(?:hold (?:it|this|that)|held) against (?:me|us|him|her|my|them)\b|"
    r"\btake (?:it|this) out on (?:me|us|him|her|my|them)\b|"
    r"\bmake (?:it|things) (?:worse|harder|awkward) (?:with|for|between)\b|"
    r"\bget (?:me|us) in(?:to)? trouble\b",
    re.IGNORECASE,
)
_ASKS_WHETHER = re.compile(
    r"\?|\b(?:will|would|won'?t|are|do|does|can|could|is|might|what if|does)\b", re.IGNORECASE
)

Consents = Literal["consent", "share_with_council"]
CONSENTS: tuple[Consents, ...] = ("consent", "share_with_council")
_IF_I_SAY = re.compile(
    r"\b(?:what|wot|wat)\b[^.?!]{0,25}\b(?:if|when) (?:i|we)(?: just| were to| do)? "
    r"(?:(?:say|said|put|answer\w*|tick|pick|press|type|choose|chose) (?:a )?"
    r"(?:no|yes|nope|yeah)\b|"
    r"(?:refuse|decline|(?:do(?:n'?t| not) )?(?:agree|consent|say yes|let (?:you|u)|want (?:you|u) "
    r"to))\b)(?! (?:to (?:(?:the |a )?(?:mediat\w+|meeting)|it all)|with\b|at\b|in\b|on\b))",
    re.IGNORECASE,
)
MUST_I = re.compile(
    rf"^\W*(?:(?:{LEAD_IN}|but)\W+)*"
    r"(?:(?:do (?:i|we)(?: really| actually| even)? (?:have|need|got)(?: to)?|must (?:i|we))"
    r"(?: (?:say|answer|agree|tell (?:you|u)|do|give|put|share))?"
    r"(?: (?:it|that|this|you that|one))?|"
    r"is (?:it|this|that) (?:needed|necessary|required|compulsory|optional|a must|up to me)|"
    r"can (?:i|we) (?:leave|skip|miss) (?:it|this|that)(?: out| blank)?)\W*$",
    re.IGNORECASE,
)
"""Whether what is asked has to be answered: "do I have to?"."""
_MAY_SAY_NO = re.compile(
    rf"^\W*(?:(?:{LEAD_IN}|but)\W+)*(?:(?:does|will|would|do) (?:it|that) (?:matter|be bad)|"
    r"is (?:it|that) (?:ok(?:ay)?|bad|fine|alright|all right|a problem)|(?:can|could|may) (?:i|we))"
    r"(?: (?:just|still|also))?(?: if (?:i|we)(?: just)?)? say no"
    r"(?: to (?:this|that|it|(?:telling )?(?:the council|them)(?: (?:bit|part|one|question))?))?"
    r"\W*$|"
    r"^\W*(?:do|does) (?:they|the (?:council|la)) (?:have|need) to (?:know|be told)\W*$",
    re.IGNORECASE,
)
_CAN_CHANGE_IT = re.compile(
    r"\b(?:can|could|may) (?:i|we)(?: still| always| then)? (?:(?:change|undo) "
    r"(?:it|that|this)\b|change my (?:mind|answer|reply)\b|take (?:it|that|this|my yes) back\b)"
    r"(?! (?:about|on|and|n) (?:the )?(?:mediat\w+|meet\w*))",
    re.IGNORECASE,
)
_OF_THE_COUNCIL = re.compile(r"\b(?:council|la|local authority)\b", re.IGNORECASE)
_OF_KEEPING = re.compile(r"\b(?:keep(?:ing)?|stor(?:e|ing)|sav(?:e|ing))\b", re.IGNORECASE)
IF_NOT: dict[str, Consents] = {
    "if_not_kept": "consent",
    "if_council_not_told": "share_with_council",
}
"""No topics of the FAQ: what a no to a consent would mean, and which consent it is."""


def asks_what_that_is(text: str, pending: str | None) -> str | None:
    """The topic that tells what the pending question asks for: "no, whats that"."""
    is_asked = pending is not None and _WHAT_IS_THAT.search(text) is not None
    return WHAT_IT_IS.get(pending) if pending is not None and is_asked else None


def asks_what_an_answer_does(text: str) -> bool:
    """True for "what happens if I say yes?", whatever is being asked."""
    return len(text.split()) <= LONGEST and _IF_I_SAY.search(text) is not None


def asks_what_a_no_means(text: str, pending: str | None) -> Consents | None:
    """The consent of which the words ask what a yes or no to it does, or if it can be changed."""
    if len(text.split()) > LONGEST:
        return None
    if _IF_I_SAY.search(text):
        if _OF_THE_COUNCIL.search(text):
            return "share_with_council"
        if _OF_KEEPING.search(text):
            return "consent"
    elif not (_CAN_CHANGE_IT.search(text) or _MAY_SAY_NO.match(text) or MUST_I.match(text)):
        return None
    return next((each for each in CONSENTS if each == pending), None)


def asks_if_held_against(text: str) -> bool:
    """True for "will the council be angry with us?"."""
    if len(text.split()) > LONGEST or _ARE_THEY_ANGRY.search(text) is None:
        return False
    return _ASKS_WHETHER.search(text) is not None


def asks_if_needed(text: str, *, pending: str | None = None, after: str | None = None) -> bool:
    """True for "do I need a certificate?" alone, and "do we need one?" where it is spoken of.

    With a word of what it is for, or right after another answer, it asks about that.
    """
    is_alone = len(text.split()) <= LONGEST and not _NAMES_ITS_CASE.search(text)
    if not is_alone or after not in {None} | _OF_A_CERTIFICATE:
        return False
    is_spoken_of = bool({pending, after} & _OF_A_CERTIFICATE)
    return bool(_NEEDS_NAMED.search(text) or (is_spoken_of and _NEEDS_ONE.search(text)))
