"""A few words as the whole answer to what the dispute is about: "wont amend", "more hours".

They tell a kind only because of the question they answer, so that they are heard nowhere else, and
all but the plainest are asked about.
"""

from __future__ import annotations

import re

from casework.dispute.field_words import HELP, PLAN, SCHOOL
from casework.dispute.kinds_heard import with_kinds
from casework.message import Message
from casework.referral.draft import Draft

_WHO = (
    r"(?:(?:the |our |my )?(?:council|la|lea|authority|county|borough|school|they|it)"
    r"(?:'?s|'?re|'?ve)? )?(?:(?:has|have|are|is|was|were|just|still|keep|keeps|being|been) )*"
)
_WILL_NOT = (
    r"(?:(?:wo ?n'?t|will not|would ?n'?t|would not|not (?:going|willing) to|"
    r"refus(?:e|es|ed|ing|al) to|declin(?:e|ed|ing) to|said no to|no to|not)(?: be| even)?)"
)
_OF_PLAN = (
    r"(?: (?:it|anything|at all|(?:the |his |her |my |our |their )?(?:ehc ?)?(?:plan|ehcp|echp)))*"
)
_HOW_MUCH = (
    r"(?:not (?:got )?enough|too (?:few|little)|more|wrong|fewer|less|low|lack of"
    r"|(?:the )?(?:amount|level|number|lack) of|cut(?:ting)?|"
    r"reduced|halved)"
)
_US = (
    r"(?:you(?:'?re|r)? (?:own )?(?:lot|people|staff|team|service|charity|company|\w*mediators?|"
    r"\w+ (?:lady|man))|the (?:\w+ ){1,2}(?:from|at|of) (?:you|ur|your|kids)\b|"
    r"(?:one|some\w*) (?:of|at|from) (?:you|ur|kids)(?:r? lot|r people|r staff)?|the mediator|"
    r"kids (?:staff|mediators?|itself|the charity))"
)
_PLAN_NAMED = rf"(?:the |a |an |his |her |my |our |their |any )?{PLAN}"
_THE_PLAN = rf"(?:what (?:it|the plan) says|it|(?:the |his |her |my |our )?{PLAN})"
_ASSESSMENT_NAMED = (
    r"(?:the |an |his |her |my |our |any )?(?:ehc |ehcna |needs )*(?:ass?ess?ments?|ehcna)"
)
_SAID_NO = (
    r"(?:said no(?: to)?|no to|refused?|refusing|turned down|turned it down|rejected|declined|"
    r"knocked back|wo ?n'?t (?:do|give|make|write|issue))"
)


def _whole(kind: str, words: str, *, is_sure: bool = False) -> tuple[str, bool, re.Pattern[str]]:
    """The kind of an answer that is these words and no more."""
    around = (
        r"(?:(?:no|well|so|it'?s|it is|that|just|only|mainly|basically|about|because|cos|on|"
        r"over)\W+)*"
    )
    after = r"(?: (?:please|thanks|really|basically|at all|any ?more|(?:for|to) (?:him|her|them)))*"
    return kind, is_sure, re.compile(rf"^\W*{around}(?:{words}){after}\W*$", re.IGNORECASE)


def _refused(kind: str, what: str) -> tuple[str, bool, re.Pattern[str]]:
    """The kind of "they said no to a plan" and "it's the plan they refused"."""
    who = r"(?:they(?:'?ve)?|the council|is what they|it is they)(?: have| has)?"
    words = rf"\b{_SAID_NO} {what}\b|\b{what} (?:that |which )?{who} {_SAID_NO}"
    return kind, False, re.compile(words, re.IGNORECASE)


_TOLD = (
    _whole(
        "refuse_amend",
        rf"{_WHO}{_WILL_NOT} (?:amend(?:ing)?{_OF_PLAN}|(?:(?:chang|updat)(?:e|ing)|alter(?:ing)?) "
        rf"(?:the |his |her |my |our |their )?{PLAN})|no amendments?(?: made)?",
        is_sure=True,
    ),
    _whole(
        "refuse_amend",
        rf"{_WHO}{_WILL_NOT} (?:(?:chang|updat)(?:e|ing)|alter(?:ing)?)(?: it| anything)?|"
        rf"no changes?(?: made)?",
    ),
    _refused("refuse_plan", _PLAN_NAMED),
    _refused("refuse_assess", _ASSESSMENT_NAMED),
    _whole(
        "refuse_assess",
        r"(?:(?:no |not )?to )?(?:(?:the |an |his |her )?ass?ess?ments?|"
        r"ass?ess?(?:ing)?(?: (?:him|her|them|my \w+|the \w+))?)",
    ),
    _whole(
        "annual_review_late",
        r"(?:the |his |her |our |an? )?(?:late |annual |yearly |"
        r"overdue )*review(?: (?:is|was|never|has ?n'?t|did ?n'?t|not|late|overdue|happen(?:ed)?|"
        r"held|been|done))*",
    ),
    _whole(
        "not_delivered",
        rf"{_WHO}(?:ignor(?:e|es|ed|ing) {_THE_PLAN}|(?:not|never|no ?one|nobody|"
        rf"refus(?:e|es|ing) to|"
        rf"(?:is|are|was|do|does|did|has|have|wo|ca|ai)n'?t)(?: (?:even|actually|really|is|are|has|"
        rf"have))* (?:do(?:ing)?|done|follow(?:s|ing|ed)?|giv(?:e|ing)|stick(?:ing)? to|"
        rf"deliver(?:ing)?|provid(?:e|ing)|read|looked at|seen|"
        rf"opened) (?:(?:any|half|most|all) of (?:it|what it says)|{_THE_PLAN}))",
    ),
    _whole(
        "section_f",
        rf"(?:need(?:s|ed)? )?(?:the )?{_HOW_MUCH}(?: of)?(?: the| his| her)? {HELP}|"
        rf"(?!(?:the |his |her )?(?:help|support)\W*$)(?:the |his |"
        rf"her )?{HELP}(?: (?:is|are|being|been|has|have|got|were|was))*(?: "
        rf"(?:too|so|very|not))?(?: (?:low|few|little|wrong|cut|reduced|halved|enough|missing|"
        rf"vague|not right))?",
    ),
    _whole("i_type_only", rf"(?:the |what |which |wrong )?(?:type|kind|sort) of {SCHOOL}"),
    _whole(
        "i_named_only",
        rf"(?:the|what|which|wrong) {SCHOOL}(?: (?:named|place|choice|in it|"
        rf"they (?:named|chose|picked|put)))?|placement",
    ),
    _whole(
        "no_decision",
        rf"{_WHO}(?:(?:no|not had an?|never had an?|nothing|without an?) "
        rf"(?:answer|reply|response|decision|word|news)|still waiting|nothing back|heard nothing|"
        rf"(?:(?:have|has|did|do|does|wo|are|is) ?n'?t|not|never) (?:even |"
        rf"yet )?(?:answer(?:ed|ing)?|repl(?:ied|ying|y)|decided|got back to (?:me|us))|late|"
        rf"overdue|(?:too )?slow)(?: yet)?",
    ),
)
_ABOUT_US = re.compile(
    rf"\b(?:(?:how|what|the way) {_US} (?:\w+ ){{0,2}}?(?:treat\w*|spoke|speak\w*|talk\w*|behav\w+|"
    rf"handled|dealt|acted|did|said)|"
    rf"{_US} (?:\w+ ){{0,6}}?(?:rude|unfair|unkind|biased|late|shouted|ignored|lied|promised|"
    rf"let (?:me|us) down|sided|took sides|"
    rf"(?:didn'?t|never|wo ?n'?t) (?:listen|ring|call|turn up))|"
    rf"(?:treated|spoken to|let down|ignored) (?:\w+ ){{0,2}}?by {_US}|"
    rf"(?:complain\w*|unhappy|upset|angry) (?:\w+ ){{0,2}}?{_US}|"
    rf"it'?s (?:you|kids) (?:that )?i'?m (?:complaining|unhappy|upset|angry)|"
    rf"i(?:'?m| am) complaining about (?:you|kids)\b)",
    re.IGNORECASE,
)
"""Of the way in which we treated them, which a manager looks at (row "complaint_kids")."""
_HOURS_TOLD = re.compile(
    r"^(?=.*\b(?:now|only|cut|from|instead|should|needs?|wanted|less|half|but|not|just)\b)"
    r".*\b\d+ ?(?:hours|hrs)\b|\b(?:hours|hrs)\b.*\bcut\b.*\b\d+\b",
    re.IGNORECASE,
)
"""How many there are and should be: "he had 25 hours now its 12"."""
_REFUSED = _whole(
    "refuse_assess",
    r"(?:(?:they|council|la|the council|it|we|she|he)(?:'?s|'?ve)? )?(?:(?:got|were|was|been|has|"
    r"have|just) )*(?:refus(?:ed|al)|said no|turned (?:us |him |her |it |me )?down|"
    r"knocked (?:us |him |her |it )?back|rejected|declined|a no)",
)
_NEED_A_FINAL_PLAN = frozenset({"section_f", "i_named_only", "i_type_only", "not_delivered"})
_NO_PLAN = frozenset({"none", "requested"})
LONGEST = 14
"""Words; what is longer tells more than a kind's name and is read as an account."""


def with_kind_in_short(message: Message, draft: Draft) -> Message:
    """The message with the kind that its few words tell, at the question what it is about."""
    is_asked = draft.progress.pending == "issue"
    if not is_asked or message.all_of("dispute") or message.all_of("section"):
        return message
    told = kind_in_short(message.plain, draft.referral.plan)
    if told is None:
        return message
    kind, is_sure = told
    return with_kinds(message, kind, is_sure=is_sure)


def kind_in_short(text: str, plan: str | None) -> tuple[str, bool] | None:
    """The kind that a few words tell as an answer, and whether surely; None where they tell none.

    Of the plan only where there may be one: without it "not enough help" is help at school.
    """
    if len(text.split()) > LONGEST or text.rstrip().endswith("?"):
        return None
    if _ABOUT_US.search(text):
        return "complaint_kids", False
    told = next(((kind, is_sure) for kind, is_sure, words in _TOLD if words.search(text)), None)
    if told is None and _HOURS_TOLD.search(text):
        told = ("section_f", False)
    if told is None:
        is_refusal = plan in _NO_PLAN and _REFUSED[2].match(text)
        return ("refuse_assess", False) if is_refusal else None
    if plan in _NO_PLAN and told[0] in _NEED_A_FINAL_PLAN:
        return ("sen_support", False) if told[0] == "section_f" else None
    if plan == "final" and told[0] == "no_decision":
        return "annual_review_late", False
    return told
