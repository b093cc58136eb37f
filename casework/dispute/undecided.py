"""A letter that decides nothing yet: "it is only a proposal", "they are consulting me".

A council must hear the family before it ends a plan (SEND Regulations 2014, reg 31). Until it has
decided there is nothing to appeal, whatever date its letter bears.
"""

from __future__ import annotations

import re

from casework.message import Message
from casework.referral.draft import Draft
from casework.words import reads_as_question

NO_LETTER = "no_letter"
"""The answer to "what is the date on the letter?" of who has no letter with a decision."""

_IS_NO_DECISION = re.compile(
    r"\b(?:not|n'?t|no) (?:really )?(?:an? |the |any |their )?(?:proper |real |final |formal |"
    r"actual |official )*decision(?: letter)?"
    r"(?=\s*(?:yet|as yet|[.,;!]|$|so far|just|only|they|been|has|its?\b))|"
    r"\b(?:it'?s|it is|this is|that'?s|was|only|just) (?:only |just |still )*"
    r"(?:an? |their |the )?(?:proposal|consultation)\b|"
    r"\b(?:are|is|'re|re|they|council|still|just|only) (?:still |only |just )*"
    r"consulting (?:me|us|with (?:me|us)|parents|the family)\b|"
    r"\b(?:are|is|'re|re|only|just|still) propos(?:e|es|ing) to (?:cease|stop|end|close)\b",
    re.IGNORECASE,
)
"""Of the paper itself, whatever was asked."""
_HAVE_NOT_DECIDED = re.compile(
    r"\b(?:they|council|la|authority|borough|panel)\b[^.;,!?]{0,20}(?:n'?t|\bnot|\bnever)\b"
    r"[^.;,!?]{0,15}\b(?:decided|made (?:a|the|their|any|up)\b[^.;,!?]{0,15}\b(?:decision|mind))|"
    r"\bnothing(?:'?s)?(?: is| was| has| been| yet)* decided\b",
    re.IGNORECASE,
)
_ABOUT = r"(?:on|about|for|over|regarding|to|if|whether|between|as to)"
_OF_A_PLAN = (
    r"(?:it|this|that|re-?assess\w*|assess\w*|ehc\w*|plan|ceas\w+|stop\w*|end(?:ing)?|amend\w*|"
    r"chang\w+|issue|outcome|case|request|application|review|him|her|us)\b"
)
_DECIDED_ELSEWHERE = re.compile(
    r"\b(?:decided|decision|mind)(?: up)?(?: yet| anything| still)*(?: "
    rf"(?:what|where|who|which|when|how|why)\b| {_ABOUT}\b(?!(?: [\w'-]+){{0,3}} {_OF_A_PLAN})|"
    rf" (?:his|her|my|our|their|the|a|any)\b(?!(?: [\w'-]+){{0,2}} {_OF_A_PLAN}))",
    re.IGNORECASE,
)
"""What the council has yet to decide is not the dispute: who gives the therapy, the budget."""
_DECIDED_SINCE = re.compile(
    r"\b(?:then|now|since|after(?:wards)?|but)\b[^.;]{0,40}\b(?:decided|decision|final|stopped|"
    r"ceased|ended)\b(?! letter| yet)|\bnot (?:just |only |a )+(?:proposal|consultation)\b|"
    r"\b(?:at first|at the start|originally|to (?:begin|start) with|back then)\b",
    re.IGNORECASE,
)
_PLAN_CAME = re.compile(
    r"\bfinal (?:ehc ?)?(?:plan|ehcp)\b|"
    r"\b(?:just|only) (?:(?:the|his|her|an?|my|our|new|amended|ehc) )*(?:plan|ehcp)\b",
    re.IGNORECASE,
)
"""A final plan is the decision, whatever its letter is called."""
_NO_FINAL_PLAN = re.compile(
    r"\b(?:not?|never|(?:is|was|has|have|had|did|do|does|are)n'?t|without|before|until|till|"
    r"a?waiting|yet)"
    r"(?: (?!just\b|only\b|but\b)[\w']+){0,3} final\b",
    re.IGNORECASE,
)
_NOTHING_CAME = re.compile(
    r"\b(?:no|not|never|n'?t|nothing|havent|hasnt|didnt|still waiting)\b[^.;!?]{0,30}"
    r"\b(?:answer\w*|repl\w+|respon\w+|heard|decision|decided|letter|got (?:back|anything)|"
    r"anything back|back to)\b|\bignor\w+\b",
    re.IGNORECASE,
)
_OF_ANOTHER_MATTER = re.compile(r"\b(?:transport|panel date|funding|school place)\b", re.IGNORECASE)


def says_undecided(message: Message, draft: Draft) -> bool:
    """True where what the council sent is said to be no decision; a refusal in an email is one."""
    return _sounds_undecided(message, draft) and not _tells_of_a_plan(message.plain)


def doubts_decision(message: Message, draft: Draft) -> bool:
    """True for "no decision letter, just the final plan", whose date is that of a decision."""
    return _sounds_undecided(message, draft) and _tells_of_a_plan(message.plain)


def ask_for_letter_again(draft: Draft) -> None:
    """Ask for the letter's date anew: the time to appeal runs from it, so it goes by an answer."""
    progress = draft.progress
    if progress.changing is None:
        progress.changing = "decision_date"
    elif "decision_date" not in (progress.changing, *progress.to_change):
        progress.to_change.append("decision_date")


def contradicts_letter(kinds: list[str], text: str, draft: Draft) -> bool:
    """True where "14 weeks ago" was taken for no answer, though a letter or final plan is known.

    Who says that nothing came is believed; else the letter stands, and they are asked.
    """
    has_letter = draft.referral.decision.letter_date is not None
    is_late = bool(set(kinds) & {"no_decision", "annual_review_late"})
    is_of_it = _NOTHING_CAME.search(text) and not _DECIDED_ELSEWHERE.search(text)
    is_known = has_letter and not is_of_it
    return is_late and (is_known or _tells_of_a_plan(text))


def _sounds_undecided(message: Message, draft: Draft) -> bool:
    """True for the words of it; at the question for the appeal it is the Tribunal that waits."""
    told = {str(entity.value) for entity in message.all_of("dispute")}
    if any(kind.startswith("refuse_") for kind in told | set(draft.progress.stated_kinds)):
        return False
    text = message.plain
    is_of_council = draft.progress.pending != "appeal_lodged" and _HAVE_NOT_DECIDED.search(text)
    if not (_IS_NO_DECISION.search(text) or is_of_council) or reads_as_question(text):
        return False
    of_others = (_DECIDED_SINCE, _OF_ANOTHER_MATTER, _DECIDED_ELSEWHERE)
    return not any(pattern.search(text) for pattern in of_others)


def _tells_of_a_plan(text: str) -> bool:
    return _PLAN_CAME.search(text) is not None and _NO_FINAL_PLAN.search(text) is None
