"""Whether the words at the review ask to send it, whatever stands around: "just send it, im tired".

What holds back ("don't send it yet", "send it but ...", "send me a copy") is no such word.
"""

from __future__ import annotations

import re

from casework.consent.beside_yes import takes_back
from casework.consent.clauses import Clause, cut_at_seams
from casework.consent.leading import read_yes
from casework.turn.state import Turn
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
    r"\b(?:wait|hang on|hold on|don'?t send|dont send|do not send|not (?:send|yet)|never|first|"
    r"until|till|before|after|once|when|if|unless|except|instead|change|wrong|should (?:be|say)|"
    r"later|tomorrow|yet|withdraw|delete|cancel|(?:don'?t|dont|do not)(?! \w))\b",
    re.IGNORECASE,
)
"""In the sentence that asks to send it, these put it off."""
_HOLDS_IT = re.compile(
    r"^(?:(?:but|and|oh|ok|no|so|please|pls|just|sorry|actually|can you|could you)[\s,]+)*"
    r"(?:wait|hang on|hold on|first|(?:don'?t|dont|do not) send|not yet|cancel|withdraw|delete|"
    r"remove|change|fix|correct|take [^.;!?]*(?:out|off|away)|"
    r"(?:it|that|this|they|you|u)(?: still)? "
    r"(?:ha[sv]e ?n'?t|havent|hasnt|did ?n'?t|not) sen[dt])\b|"
    r"^but not (?!since|just|only|in|at|been)\b",
    re.IGNORECASE,
)
"""In a sentence of its own too."""
_TO_ANOTHER = re.compile(
    r"^\W*(?:(?:it|this|that|off|over|now) )*(?:me|us|him|her|back|to (?!(?:the |your )?(?:team|"
    r"kids|"
    r"charity|you|them)\b)\w+|by (?:post|email|text))\b",
    re.IGNORECASE,
)
_SAYS_YES = re.compile(r"^\W*(?:(?:ok|okay|oh|omg|fine)[\s,]+)*(?:yes+|yeah|yep|yh|yup)\b", re.I)
_NOT_DONE = re.compile(
    r"\b(?:you|u|it|they)(?: still)? (?:haven'?t|havent|has ?n'?t|did ?n'?t|not) \w+ [^.,!?]*",
    re.IGNORECASE,
)
"""What the assistant did not do, which they live with: "you still havent put the school"."""


def asks_to_send(text: str) -> bool:
    """True where a clause says yes or asks to send the referral and none holds back.

    A question or a remark beside it holds nothing back.
    """
    if read_yes(text, "reading") is not None:
        return not any(_HOLDS_IT.match(clause.typed) for clause in cut_at_seams(straighten(text)))
    clauses = cut_at_seams(straighten(_NOT_DONE.sub(" ", straighten(text))))
    found = [sends for clause in clauses if (sends := _SENDS.match(clause.typed)) is not None]
    if not found or any(_TO_ANOTHER.match(sends["rest"]) for sends in found):
        return False
    return not any(_holds_back(clause) for clause in clauses)


def speaks_of_sending(text: str) -> bool:
    """True for who may think that it is sent now: a yes leads, or a clause asks to send it."""
    clauses = cut_at_seams(straighten(text))
    leads = bool(clauses) and _SAYS_YES.match(clauses[0].typed) is not None
    return leads or any(_SENDS.match(each.typed) for each in clauses)


def say_not_sent(turn: Turn) -> None:
    """Tell who may think that it is sent now that it is not, before what is asked instead."""
    is_over = turn.must_delete or turn.draft.progress.is_stopped
    if turn.must_submit or is_over or not speaks_of_sending(turn.message.plain):
        return
    asks = turn.says.pop() if turn.has_asked else None
    turn.say("utter_not_sent_yet")
    turn.says += [asks] if asks is not None else []


def _holds_back(clause: Clause) -> bool:
    sends = _SENDS.match(clause.typed) is not None
    if _HOLDS_IT.match(clause.typed) or (sends and _TAKES_BACK.search(clause.typed)):
        return True
    if sends or "?" in clause.bare or reads_as_question(clause.typed):
        return False
    if clause.is_joined and _TAKES_BACK.search(clause.typed):
        return True
    return takes_back(clause, "reading", is_sure=True, is_named=True)
