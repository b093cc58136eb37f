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

_UNDECIDED = re.compile(
    r"\b(?:not|n'?t|no) (?:really )?(?:an? |the |any |their )?(?:proper |real |final |formal |"
    r"actual |official )*decision(?: letter)?"
    r"(?=\s*(?:yet|as yet|[.,;!]|$|so far|just|only|they|been|has|its?\b))|"
    r"\b(?:they|council|la|authority|borough|panel)\b[^.;,!?]{0,20}(?:n'?t|\bnot|\bnever)\b"
    r"[^.;,!?]{0,15}\b(?:decided|made (?:a|the|their|any|up)\b[^.;,!?]{0,15}\b(?:decision|mind))|"
    r"\bnothing(?:'?s)?(?: is| was| has| been| yet)* decided\b|"
    r"\b(?:it'?s|its|it is|this is|that'?s|thats|was|only|just) (?:only |just |still )*"
    r"(?:an? |their |the )?(?:proposal|consultation)\b|"
    r"\b(?:are|is|'re|re|they|council|still|just|only) (?:still |only |just )*"
    r"consulting (?:me|us|with (?:me|us)|parents|the family)\b|"
    r"\b(?:are|is|'re|re|only|just|still) propos(?:e|es|ing) to (?:cease|stop|end|close)\b",
    re.IGNORECASE,
)
_DECIDED_SINCE = re.compile(
    r"\b(?:then|now|since|after(?:wards)?|but)\b[^.;]{0,40}\b(?:decided|decision|final|stopped|"
    r"ceased|ended)\b(?! letter| yet)|\bnot (?:just |only |a )+(?:proposal|consultation)\b",
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
    told = {str(entity.value) for entity in message.all_of("dispute")}
    if any(kind.startswith("refuse_") for kind in told | set(draft.progress.stated_kinds)):
        return False
    text = message.plain
    if _UNDECIDED.search(text) is None or reads_as_question(text):
        return False
    return not (_DECIDED_SINCE.search(text) or _OF_ANOTHER_MATTER.search(text))


def contradicts_letter(kinds: list[str], text: str, draft: Draft) -> bool:
    """True where "14 weeks ago" was taken for no answer, though a letter's date is known.

    Who says that nothing came is believed; else the letter stands, and they are asked.
    """
    has_letter = draft.referral.decision.letter_date is not None
    is_late = bool(set(kinds) & {"no_decision", "annual_review_late"})
    return has_letter and is_late and _NOTHING_CAME.search(text) is None
