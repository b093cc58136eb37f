"""What the words right after a notice about a danger answer: the notice, nothing before it.

"Is it safe to carry on?" was asked last; whether we may tell the council was asked before that. A
yes to the one must never be taken for a yes to the other.
"""

from __future__ import annotations

import re
from typing import Literal

from casework.words import reads_as_plain_yes, straighten

AnswerToNotice = Literal["goes on", "stops", "ring"]

GOES_ON = "carry on"
STOPS = "stop for now"
RINGS = "please ring me"
A_PERSON = "I would like a person to help"
"""In its place for somebody who is not to be rung."""
ASKS_WHETHER_TO_RING = "suicidal_adult"
ASKS_WHETHER_SAFE = "domestic_abuse"
LONGEST_TO_GO_ON = 10
"""Words. Who writes more tells something."""

_YES = r"(?:yes+|yeah|yea|yep|yh|yup|ye|ok|okay|sure|aye|of course|definitely|absolutely)"
_NO = r"(?:no+|nope|nah|naw)"
_OPENS = r"^\W*(?:(?:oh|um|er|well|so|sorry|actually|honestly|please|pls)\W+)*"
_POLITE = r"(?:\W+(?:thanks|thank you|ta|please|pls)\b)?"
_SPEAKS_OF = (
    r"(?:i|im|ive|id|i'm|i've|i'd|he|hes|he's|she|shes|she's|they|theyre|they're|we|it|its|it's|my|"
    r"his|her|not|but|because|cos|sorry|really)"
)
_LEAD = re.compile(
    rf"{_OPENS}(?:{_YES}\b(?!\W*$){_POLITE}\W+|{_NO}\b{_POLITE}(?:\s*[,.;:!\u2013\u2014-]+\s*|"
    rf"\s+(?={_SPEAKS_OF}\b)))(?=\S)",
    re.IGNORECASE,
)
"""A yes always, a no unless it belongs to the next word: "no interpreter"."""
_LEADING_YES = re.compile(rf"{_OPENS}(?:{_YES}\b|\U0001f44d|\u2705)", re.IGNORECASE)
_BARE_NO = re.compile(
    rf"{_OPENS}(?:{_NO}\b\W*)+(?:(?:thanks|thank you|ta|please|pls)\b\W*)*$", re.IGNORECASE
)

_GOES_ON = re.compile(
    r"\b(?:carry on|continue|go on|keep going)\b|^\W*go ahead\b|"
    r"\b(?:it'?s|it is|that'?s|that is|i'?m|i am|we'?re|we are) (?:all |perfectly |quite )?"
    r"(?:fine|ok|okay|alright|all right|safe|good)\b|"
    r"\bbut i (?:have to|need to|want to|must|will)\b",
    re.IGNORECASE,
)
_DOES_NOT = re.compile(r"\b(?:not|never|cannot|can'?t|do ?n'?t|won'?t|unsafe)\b", re.IGNORECASE)
_NO_TO_SAFE = re.compile(
    rf"{_OPENS}(?:{_NO}\b(?=\W*$|\s*[,.;:!\u2013\u2014-]|{_POLITE}\s+(?:{_SPEAKS_OF}|thanks|thank|"
    r"please|just|can|do ?n'?t think)\b)|"
    rf"(?:{_NO}\W+)?(?:(?:it|its|it'?s|im|i'?m|i am|it is|that'?s|this is)\s+)?(?:really |just )*"
    r"(?:not|isn'?t|ain'?t) ?(?:really|very|that|so|all that|right now|now|yet|at the moment|atm|"
    r"today|tonight|at all)?(?: safe(?: (?:here|to|for me|for us|now|at|right now|yet|atm|really)"
    r"\b.*)?)?\W*$|"
    r"(?:it|that|this) (?:isn'?t|is not|ain'?t|does ?n'?t)\b|"
    r"i (?:do ?n'?t|do not) (?:think (?:so|it|i)\b|feel safe|"
    r"want to (?:carry|go|continue|talk|say))|"
    r"(?:i'?d |i would )?rather (?:not|leave|stop)\b|unsafe\b|"
    r"(?:i (?:need|have|want|would like|'?d like) to |i'?d like to |can i |please )?leave"
    r"(?: (?:this|the) page| it| now)?\W*$)",
    re.IGNORECASE,
)
"""Not "none" nor "I haven't", which answer the question before."""

_NOT_SAFE = re.compile(
    r"(?:\W*\b(?:no|sorry|its?|it'?s|is|isn'?t|not|a|really|very|safe|place|time|to|talk|speak|chat|"
    r"right|now|here|at the moment|atm|for me|today|tonight|just|yet)\b)+\W*",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    rf"{_OPENS}(?:(?:i'?m |i am )?(?:not|never) (?:really |too |very |quite )?sure|unsure|maybe|"
    r"perhaps|possibly|dunno|idk|(?:i )?(?:do ?n'?t|do not) know|not certain|it depends|depends|"
    r"(?:sort|kind) of|sometimes|i think so|i hope so|i guess(?: so)?)\W*$",
    re.IGNORECASE,
)
"""It may be meant for the notice: what was asked before is asked again."""

_CLAUSE = re.compile(r"(?:(?!\s(?:and|but|so|because|cos)\s)[^.,;!?\n])+")
_ANYBODY = r"(?:you|u|ya|someone|somebody|anyone|anybody|a (?:real )?person|one of you|your team)"
_CALL = r"(?:ring|call|phone|bell|telephone)"
_SMALL = (
    rf"(?:{_YES}|{_NO}|please|pls|plz|just|can|could|cud|would|will|wud|{_ANYBODY}|i|i'?d|i'?ll|"
    r"want|need|like|love|prefer|to|for|get|have|ask|then|and|but|only|maybe|if|possible|it|that)"
)
_AFTER_CALL_ME = (
    r"(?=\W*$|\W+(?:back|please|pls|on|at|when|while|if|as|after|before|between|by|from|until|"
    r"tomorrow|tonight|today|now|later|asap|soon|only|but|and|any|in|this|next|once|instead|"
    r"thanks|thank|ta|im|i|i'?m|about|because|cos|first|straight|quick\w*|for|x|\d|"
    r"mon|tue|wed|thu|fri|sat|sun)\w*)"
)
"""Not "call me Jo"."""
_ASKS_TO_BE_RUNG = re.compile(
    rf"^\W*(?:{_SMALL}\W+)*(?:(?:ring|phone|telephone|bell) (?:me|us|back)\b|"
    rf"call (?:me|us)\b{_AFTER_CALL_ME}|(?:call|ring|phone) (?:back|please|pls)\b|"
    rf"give (?:me|us) an? {_CALL}\b|be (?:rung|called|phoned)\b|(?:a )?{_CALL}\W*$|"
    rf"(?:a |the )?(?:call ?back|phone call|call|ring) (?:please|pls|would|wud|back|tomorrow|"
    rf"tonight|today)\b|{_ANYBODY} (?:to |please |can |could |who can |should )*{_CALL}\b|"
    rf"(?:a |the )?(?:person|human)(?: please| pls)?\W*$)",
    re.IGNORECASE,
)
_REFUSES_CALLS = re.compile(
    r"\b(?:no (?:phone )?calls?\b|no (?:ringing|calling|phoning|voicemails?)|"
    r"no phone\b(?! (?:me|us|back)\b)|no need to (?:ring|call|phone)\b|"
    r"(?:do ?n'?t|do not|never|not|stop|without|mustn'?t|can'?t|cannot)(?: \w+){0,4}? "
    r"(?:ring|ringing|call|calling|calls|phone|phoning)\b)",
    re.IGNORECASE,
)
_RINGS_THEMSELVES = re.compile(
    r"\b(?:(?:i(?:'?ll|'?d)?|we(?:'?ll)?)(?: (?:can|will|could|would|just|might|"
    r"(?:want|need|like|have|prefer|rather|going) to))*|(?:can|could|may|shall|should) i(?: just)?)"
    rf" {_CALL}\b(?! (?:me|us)\b)",
    re.IGNORECASE,
)
"""Who says "ok i'll call" means the number in the notice."""


def read_answer_to_notice(text: str, notice: str | None) -> AnswerToNotice | None:
    """What the words ask for after the notice about that danger; None where they answer it not.

    Without a notice they were written before the question was asked: a yes goes on, no more.
    """
    said = straighten(text)
    if asks_to_be_rung(said):
        return "ring"
    if _goes_on(said):
        return "goes on"
    if notice == ASKS_WHETHER_SAFE and _NO_TO_SAFE.match(said):
        return "stops"
    if said.casefold() == STOPS:
        return "stops"
    if _LEADING_YES.match(said) and notice == ASKS_WHETHER_TO_RING:
        return "ring"
    is_bare = reads_as_plain_yes(said) or _BARE_NO.match(said) or _UNSURE.match(said)
    return "goes on" if is_bare else None


def asks_to_be_rung(text: str) -> bool:
    """Whether a clause asks for a call: "yes please can someone ring me tonight"."""
    return any(
        _ASKS_TO_BE_RUNG.match(clause[0].strip()) is not None
        and _REFUSES_CALLS.search(clause[0]) is None
        and _RINGS_THEMSELVES.search(clause[0]) is None
        for clause in _CLAUSE.finditer(text)
    )


def only_says_not_safe(text: str) -> bool:
    """Whether the words say that it is not safe to talk, and nothing of why."""
    said = straighten(text)
    return "safe" in said.casefold() and _NOT_SAFE.fullmatch(said) is not None


def refuses_calls(text: str) -> bool:
    """Whether the words ask for no calls, so that none is offered in answer to them."""
    return _REFUSES_CALLS.search(straighten(text)) is not None


def end_of_answer(text: str) -> int:
    """Where a leading yes or no ends, which is the notice's: "no, he is still here"; else 0."""
    lead = _LEAD.match(text)
    return 0 if lead is None else lead.end()


def _goes_on(said: str) -> bool:
    is_short = len(said.split()) <= LONGEST_TO_GO_ON
    return is_short and bool(_GOES_ON.search(said)) and _DOES_NOT.search(said) is None
