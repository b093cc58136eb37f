"""The answer that fits what is told: who was refused a plan is not advised to ask for one.

What a message reminds of most is not always what it tells. An answer that would hide a right to
appeal, or tell of an exemption that does not hold, gives way to one that is true (law L01, L08).
"""

from __future__ import annotations

import re

from casework.dispute.heard_right import heard_right
from casework.dispute.help_not_given import plan_is_fine
from casework.dispute.parts_denied import parts_denied
from casework.dispute.rough_days import tells_part_of_a_month
from casework.message import Message
from casework.referral.draft import Draft

_OF_A_DECISION = {
    "refuse_plan": "refused_plan",
    "refuse_assess": "refused_assessment",
    "refuse_amend": "plan_stopped_or_not_changed",
    "cease_plan": "plan_stopped_or_not_changed",
}
_WITHOUT_A_DECISION = frozenset({"no_plan_school_help", "council_is_late", "school_only"})
_MORE_THAN_THE_SCHOOL = frozenset({"section_b", "section_f", "b_f_i", "eotas"})
_OF_A_FINAL_PLAN = frozenset({"plan_needs_or_help_wrong", "school_only", "school_and_more"})
_SCHOOL_WILL_NOT_ASK = re.compile(
    r"\b(?:school|senco|nursery|teacher|head|college)\b[^.;,!?]{0,20}?"
    r"\b(?:(?:wo|is|are|has|have|do|does|did|ca)n'?t|will not|not going to|refus\w+ to|"
    r"not willing to) (?:even |want to )?"
    r"(?:apply(?:ing)?|request(?:ing)?|ask(?:ing)?|refer(?:ring)?|"
    r"put(?:ting)? (?:him|her|us|it|one|them|in))\b",
    re.IGNORECASE,
)
"""No council has refused it: who asks for an assessment need not be the school."""
_NAMES_A_SCHOOL = re.compile(
    r"\b(?:schools?|academy|placements?|college|nursery|section i|mainstream|named)\b",
    re.IGNORECASE,
)
_SPEAKS_OF_BEING_LATE = re.compile(
    r"\b(?:late|too long|miss\w*|deadline|time|ran out|run out|past|passed|expired|months|year|"
    r"over|left it|still)\b",
    re.IGNORECASE,
)


def topic_that_fits(topic: str, message: Message, draft: Draft) -> str:
    """The topic to answer instead, or the topic itself where it contradicts nothing."""
    heard = heard_right(message, draft)
    told = {str(one.value) for one in heard.all_of("dispute")}
    plan = heard.first("plan_status")
    stands = plan.value if plan is not None and plan.is_sure else None
    if topic in _OF_A_FINAL_PLAN and stands == "draft":
        return "draft_plan"
    if topic == "draft_plan" and stands == "final":
        return "plan_needs_or_help_wrong"
    is_of_school = _NAMES_A_SCHOOL.search(message.plain) is not None
    if topic == "school_only" and plan_is_fine(message.plain) and not is_of_school:
        return "help_not_given"
    if _SCHOOL_WILL_NOT_ASK.search(message.plain):
        told -= {"refuse_assess", "refuse_plan"}
        topic = "no_plan_school_help" if topic == "refused_assessment" else topic
    if topic in _WITHOUT_A_DECISION:
        decided = [fit for kind, fit in _OF_A_DECISION.items() if kind in told]
        if decided:
            return decided[0]
    if topic == "no_plan_school_help" and "not_delivered" in told:
        return "help_not_given"
    if topic == "help_not_given" and "section_f" in told and "not_delivered" not in told:
        return "plan_needs_or_help_wrong"
    if topic == "school_only" and (_tells_more_parts(message) or told & _MORE_THAN_THE_SCHOOL):
        return "school_and_more"
    tells_when = tells_part_of_a_month(message.plain) or message.all_of("date")
    if topic == "missed_deadline" and tells_when:
        return topic if _SPEAKS_OF_BEING_LATE.search(message.plain) else "appeal_deadline"
    return topic


def _tells_more_parts(message: Message) -> bool:
    told = {str(one.value) for one in message.all_of("section")}
    return bool((told - parts_denied(message.plain)) & {"B", "F"})
