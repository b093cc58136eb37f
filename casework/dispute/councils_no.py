"""A council's no that is told without saying to what: "we asked the council and they said no".

Where there is no plan it is mostly the refusal of an assessment, or of a plan after one. Either can
be appealed in time (law L01), so it is asked about and not passed over for help at school.
"""

from __future__ import annotations

import re

from casework.dispute.field_words import COUNCIL
from casework.dispute.kinds_heard import with_kinds, without_kinds
from casework.message import Message
from casework.referral.draft import Draft

_TO_ANOTHER = (
    r"(?! (?:more|one|problem|worries|to (?!an? assess|assess|it\b|us\b|me\b|him\b|her\b|them\b|"
    r"the assess|my|our|an? ehc|ehc)))"
)
_NO = (
    rf"(?:said (?:a flat |straight |just )?no\b{_TO_ANOTHER}|"
    r"(?:refused|rejected|declined|turned) (?:it|us|him|her|me|them|this|(?:the|my|our) "
    r"(?:request|application))\b|turned (?:\w+ )?down\b|knocked (?:\w+ )?back\b|"
    r"won'?t (?:do it|assess)\b|(?:refused|declined|rejected)"
    r"(?=\W*$|[.,;!]| (?:cos|because|as|and|saying)))"
)
_ASKED = re.compile(
    rf"\b(?:asked|applied|requested|put in|contacted|wrote to|"
    rf"went to)\b[^.;!?]{{0,40}}?\b(?:the )?{COUNCIL}\b[^.;!?]{{0,30}}?\b{_NO}|"
    rf"\b(?:applied|put in|asked|requested)\b[^.;!?]{{0,25}}?\b(?:assess\w*|ehcp?|plan|"
    rf"ehcna)\b[^.;!?]{{0,30}}?\b(?:said no|refused|rejected|declined|turned (?:\w+ )?down|"
    rf"knocked back)\b|\b{COUNCIL} (?:have |has |just |also |then |wrote (?:back )?and )*{_NO}",
    re.IGNORECASE,
)
_ASSESSED = re.compile(
    r"\b(?:did|done|had|finished|completed|after|carried out|went through) "
    r"(?:\w+ ){0,3}?(?:ass?ess?\w*|(?:the|their|all the) (?:tests|reports))|"
    r"\bass?ess?\w+ (?:(?:is|was|were|are|has|have|been|got|had|all|now|fully|already) )*(?:done|"
    r"finished|completed?|over)\b|"
    r"\b(?:reports?|tests?|tested) (?:(?:is|are|was|were|have|has|been|got|all) )*(?:done|in|back|"
    r"finished|written|completed?)\b|\bno plan (?:is |was )?needed\b|"
    r"\bassessed (?:him|her|them|my|us|and)\b",
    re.IGNORECASE,
)
_SAID_NO = re.compile(
    r"\b(?:sa(?:id|ys|ying) no|refus\w+|turned (?:\w+ )?down|declin\w+|reject\w+)\b", re.IGNORECASE
)
_OTHER_MATTER = re.compile(
    r"\b(?:transport|taxi|blue badge|dla|pip|budget|direct payments?|school place|placement|move|"
    r"housing|respite|short breaks?|funding|re-?assess\w*|change|amend\w*)\b",
    re.IGNORECASE,
)
_AFTER_A_REVIEW = re.compile(
    rf"\b(?:they|{COUNCIL})(?:'?ve| have| has| just)? (?:said no|refused|declined|rejected|"
    rf"wo ?n'?t (?:change|amend)|will not (?:change|amend))\b|\bjust won'?t change\b",
    re.IGNORECASE,
)
_NO_PLAN = frozenset({None, "none", "requested", "unsure"})
_REFUSALS = ("refuse_assess", "refuse_plan")
_LEFT_OVER = frozenset({"sen_support", "no_decision"})
"""What such a message is easily taken for, though something was decided."""


def with_councils_no(message: Message, draft: Draft) -> Message:
    """The message with the refusal that it tells of, to be asked about; of two the likelier."""
    words = message.plain
    told = {str(one.value): one for one in message.all_of("dispute")}
    if _is_no_after_a_review(set(told), words, draft):
        return with_kinds(
            without_kinds(message, ("annual_review_late", "no_decision")), "refuse_amend"
        )
    is_assessed = _ASSESSED.search(words) is not None
    refusals = [kind for kind in _REFUSALS if kind in told]
    if len(refusals) > 1 and is_assessed and not any(told[kind].is_sure for kind in refusals):
        return without_kinds(message, {"refuse_assess"})
    if refusals and "no_decision" in told and _SAID_NO.search(words):
        return without_kinds(message, {"no_decision"})
    plan = message.first("plan_status")
    has_plan = draft.referral.plan not in _NO_PLAN or (plan is not None and plan.value == "final")
    if refusals or has_plan or set(told) - _LEFT_OVER or _OTHER_MATTER.search(words):
        return message
    if _ASKED.search(words) is None or words.endswith("?"):
        return message
    kind = "refuse_plan" if is_assessed else "refuse_assess"
    return with_kinds(without_kinds(message, _LEFT_OVER), kind)


def _is_no_after_a_review(told: set[str], words: str, draft: Draft) -> bool:
    """True where a review was thought late, or is named so, and a no came of it."""
    has_decided = told & {"refuse_amend", "cease_plan", "refuse_reassess"}
    is_reviewed = "annual_review_late" in told | set(draft.progress.stated_kinds)
    is_no = _AFTER_A_REVIEW.search(words) is not None and not words.endswith("?")
    return is_reviewed and not has_decided and is_no
