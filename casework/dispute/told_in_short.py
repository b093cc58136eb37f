"""A few words as the whole answer to what the dispute is about: "wont amend", "more hours".

They tell a kind only because of the question they answer, so that they are heard nowhere else, and
all but the plainest are asked about.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Entity, Message
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
_HELP = (
    r"(?:hours|hrs|1[:.-]1|1 to 1|one to one|ta(?: time| hours| support)?|therapy|therapies|salt|"
    r"slt|ot|physio|speech(?: (?:and|&) language)?(?: therapy)?|provision|help|support)"
)
_HOW_MUCH = (
    r"(?:not (?:got )?enough|too (?:few|little)|more|wrong|fewer|less|low|lack of"
    r"|(?:the )?(?:amount|level|number|lack) of|cut(?:ting)?|"
    r"reduced|halved)"
)
_PERSON = (
    r"(?:lot|people|staff|team|mediators?|colleagues?|caseworkers?|advisers?|advisors?|lady|ladies|"
    r"woman|man|guy|person|charity|organi[sz]ation|company|service)"
)
_US = (
    rf"(?:you(?:'?re|r)? (?:own )?{_PERSON}|the {_PERSON} (?:from|at|of) (?:you|ur|your|kids)\b|"
    r"(?:one|some|somebody|someone) (?:of|at|from) (?:you|ur|kids)(?:r? lot|r people|r staff)?|"
    r"kids (?:staff|mediators?|itself|the charity)|the mediator)"
)
_PLAN_NAMED = r"(?:the |a |an |his |her |my |our |their |any )?(?:ehc ?plan|ehcp|echp|plan)"
_THE_PLAN = (
    r"(?:what (?:it|the plan) says|what'?s in (?:it|the plan)|it|"
    r"(?:the |his |her |my |our )?(?:plan|ehcp|echp))"
)
_ASSESSMENT_NAMED = (
    r"(?:the |an |his |her |my |our |any )?(?:ehc |ehcna |needs )*(?:ass?ess?ments?|ehcna)"
)
_SAID_NO = (
    r"(?:said no(?: to)?|no to|refused?|refusing|turned down|turned it down|rejected|declined|"
    r"knocked back|wo ?n'?t (?:do|give|make|write|issue))"
)


def _whole(words: str) -> re.Pattern[str]:
    around = (
        r"(?:(?:no|well|so|it'?s|it is|that|just|only|mainly|basically|about|because|cos|on"
        r"|over)\W+)*"
    )
    after = (
        r"(?: (?:please|thanks|really|basically|at all|any ?more|for (?:him|her|them)|"
        r"to (?:him|her)))*"
    )
    return re.compile(rf"^\W*{around}(?:{words}){after}\W*$", re.IGNORECASE)


_TOLD = (
    (
        "refuse_amend",
        True,
        _whole(
            rf"{_WHO}{_WILL_NOT} (?:amend(?:ing)?{_OF_PLAN}|"
            r"(?:chang(?:e|ing)|alter(?:ing)?|updat(?:e|ing)) "
            r"(?:the |his |her |my |our |their )?(?:ehc ?)?(?:plan|ehcp|echp))|"
            r"no amendments?(?: made)?"
        ),
    ),
    (
        "refuse_amend",
        False,
        _whole(
            rf"{_WHO}{_WILL_NOT} (?:chang(?:e|ing)|alter(?:ing)?|updat(?:e|ing))(?: it| anything)?|"
            r"no changes?(?: made)?"
        ),
    ),
    (
        "refuse_plan",
        False,
        re.compile(
            rf"\b{_SAID_NO} {_PLAN_NAMED}\b|\b{_PLAN_NAMED} (?:that |which )?(?:they(?:'?ve)?|"
            rf"the council|is what they|it is they)(?: have| has)? {_SAID_NO}",
            re.IGNORECASE,
        ),
    ),
    (
        "refuse_assess",
        False,
        re.compile(
            rf"\b{_SAID_NO} {_ASSESSMENT_NAMED}\b|\b{_ASSESSMENT_NAMED} (?:that |which )?"
            rf"(?:they(?:'?ve)?|the council)(?: have| has)? {_SAID_NO}",
            re.IGNORECASE,
        ),
    ),
    (
        "refuse_assess",
        False,
        _whole(
            r"(?:(?:no |not )?to )?(?:(?:the |an |his |her )?ass?ess?ments?|"
            r"ass?ess?(?:ing)?(?: (?:him|her|them|my \w+|the \w+))?)"
        ),
    ),
    (
        "annual_review_late",
        False,
        _whole(
            r"(?:the |his |her |our |an? )?(?:late |annual |yearly |overdue )*review"
            r"(?: (?:is|was|never|has ?n'?t|did ?n'?t|not))*(?: (?:late|overdue|happen(?:ed)?"
            r"|held|been"
            r"|done))*"
        ),
    ),
    (
        "not_delivered",
        False,
        _whole(
            rf"{_WHO}(?:ignor(?:e|es|ed|ing) {_THE_PLAN}|"
            r"(?:not|never|no ?one|nobody|refus(?:e|es|ing) to|"
            r"(?:is|are|was|do|does|did|has|have|wo|ca|ai)n'?t)"
            r"(?: (?:even|actually|really|is|are|has|have))* (?:do(?:ing)?|done|"
            r"follow(?:s|ing|ed)?|giv(?:e|ing)|stick(?:ing)? to|deliver(?:ing)?|provid(?:e|ing)|"
            r"read|looked at|seen|opened) "
            rf"(?:(?:any|half|most|all) of (?:it|what it says)|{_THE_PLAN}))"
        ),
    ),
    (
        "section_f",
        False,
        _whole(
            rf"(?:need(?:s|ed)? )?(?:the )?{_HOW_MUCH}(?: of)?(?: the| his| her)? {_HELP}|"
            r"(?!(?:the |his |her )?(?:help|support)\W*$)"
            rf"(?:the |his |her )?{_HELP}(?: (?:is|are|being|been|has|have|got|were|was))*"
            r"(?: (?:too|so|very|not))?(?: (?:low|few|little|wrong|cut|reduced|halved|enough|"
            r"missing|vague|not right))?"
        ),
    ),
    (
        "i_type_only",
        False,
        _whole(
            r"(?:the |what |which |wrong )?(?:type|kind|sort) of (?:school|setting|placement"
            r"|college)"
        ),
    ),
    (
        "i_named_only",
        False,
        _whole(
            r"(?:(?:the|what|which|wrong) (?:school|college|placement|setting)"
            r"(?: (?:named|place|choice|in it|they (?:named|chose|picked|put)))?|placement)"
        ),
    ),
    (
        "no_decision",
        False,
        _whole(
            rf"{_WHO}(?:(?:no|not had an?|never had an?|nothing|without an?) (?:answer|reply"
            rf"|response|"
            r"decision|word|news)|still waiting|nothing back|heard nothing|"
            r"(?:(?:have|has|did|do|does|wo|are|is) ?n'?t|not|never) (?:even |yet )?"
            r"(?:answer(?:ed|ing)?|repl(?:ied|ying|y)|decided|got back to (?:me|us))|late"
            r"|overdue|(?:too )?slow)(?: yet)?"
        ),
    ),
)
_ABOUT_US = re.compile(
    rf"\b(?:(?:how|what|the way) {_US} (?:\w+ ){{0,2}}?(?:treat\w*|spoke|speak\w*|talk\w*|behav\w+|"
    rf"handled|dealt|acted|did|said)|{_US} (?:\w+ ){{0,6}}?(?:rude|unfair|unkind|biased|late|"
    rf"shouted|ignored|lied|promised|let (?:me|us) down|sided|took sides|(?:didn'?t|never"
    rf"|wo ?n'?t) (?:listen|ring|call"
    rf"|turn up))"
    rf"|(?:treated|spoken to|let down|ignored) (?:\w+ ){{0,2}}?by {_US}"
    rf"|(?:complain\w*|unhappy|upset|angry) (?:\w+ ){{0,2}}?{_US}"
    r"|it'?s (?:you|kids) (?:that )?i'?m (?:complaining|unhappy|upset|angry)"
    r"|i(?:'?m| am) complaining about (?:you|kids)\b)",
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
    r"(?:(?:they|council|la|the council|it|we|she|he)(?:'?s|'?ve)? )?(?:(?:got|were|was|been"
    r"|has|have|"
    r"just) )*(?:refus(?:ed|al)|said no|turned (?:us |him |her |it |me )?down|"
    r"knocked (?:us |him |her |it )?back|rejected|declined|a no)"
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
    return replace(message, entities=(*message.entities, Entity("dispute", kind, is_sure=is_sure)))


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
        is_refusal = plan in _NO_PLAN and _REFUSED.match(text)
        return ("refuse_assess", False) if is_refusal else None
    if plan in _NO_PLAN and told[0] in _NEED_A_FINAL_PLAN:
        return ("sen_support", False) if told[0] == "section_f" else None
    if plan == "final" and told[0] == "no_decision":
        return "annual_review_late", False
    return told
