"""Whether a message asks how long the family has: "am I in time?", "whats the two months bit?"."""

from __future__ import annotations

import re
from typing import Literal

TimeAsked = Literal["appeal_deadline", "deadline_to_contact_you", "missed_deadline"]
LONGEST = 12
"""Words that such a question may have: what is longer tells what it is about, and that counts."""
_WE = r"(?:i|we|ive|we've|i've)"
_AN_END = (
    r"(?:deadline|cut[ -]?off(?: date)?|time limit|last (?:day|date)|end date|final (?:day|date))"
)
_OF_OTHERS = (
    r"(?! (?:for|of|on) (?:the |my |a |your )*(?:council|la|school|mediation|meeting|mediator|you|"
    r"letter|tribunal to|them|it to|term|half term|year)\b)"
)
_ACT = (
    r"(?:appeal|act|do (?:it|this|that|something|anything)|respond|reply|challenge (?:it|this)|"
    r"contact (?:you|u|them|a|an|the|someone)\b|ask for (?:mediation|a certificate)|"
    r"(?:get|send|put|lodge|hand)(?: (?:it|this|that|my appeal|the appeal|an appeal|the form))? in)"
)
_ANOTHER_TIME = (
    r"(?: (?:for|to wait|wait|waiting|to (?:be|sit|stay|talk|speak|fill|finish|complete|answer|"
    r"keep|live|come back|decide)|in (?:the|a|there|this|mediation)|at (?:the|a)|with|on (?:the|a)|"
    r"(?:until|till|til|before) (?:the|my|our|a|it|you|u|they|someone|somebody) (?:meet\w*|"
    r"mediat\w+|call\w*|ring\w*|\w+s?\b)(?<!deadline)))"
)
_IN_TIME = re.compile(
    r"\b(?:am i|are we|r we|is (?:he|she|it|that|this)|will (?:i|we|it) be|would (?:i|we|it) be)"
    r"(?: still| even| just| ok(?:ay)? and| definitely| really)* "
    r"(?:in|within|inside|out of|past|outside)(?: the| my| our)? (?:time|deadline|time limit|limit|"
    r"(?:two|2)[- ]months?)\b(?! (?:for|to (?:get|collect|pick|see|meet|catch)|order)\b)|"
    rf"\b(?:have|do|'?ve) {_WE} still (?:got |have )(?:any )?time\b(?! for| off| to (?:add|change|"
    r"tell|fill|bring))|"
    r"\bam i (?:ok(?:ay)?|all ?right|fine) for time\b",
    re.IGNORECASE,
)
_HOW_LONG = re.compile(
    r"\bhow (?:long|much (?:more )?time|many (?:more )?(?:days|weeks|months))"
    r"(?: more)?(?: (?:have|do|did|has)| ?'?ve)? "
    rf"{_WE}(?: still| really| even)*(?: got| have| get|ve got)(?: left)?\b"
    rf"(?!{_ANOTHER_TIME})|"
    rf"\bhow (?:long|much time|many (?:days|weeks|months))(?: is| are)?(?: there)? left\b"
    rf"(?!{_ANOTHER_TIME})",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"\b(?:when|what|which day)(?:'?s| is| was| are)? (?:my|our|his|her|the)"
    rf"(?: own| real| exact| actual| legal| appeal)* {_AN_END}(?! on\b){_OF_OTHERS}|"
    rf"\b(?:when|what day|what date) (?:does|do|will|is) (?:my|our|the) (?:time|(?:two|2) months)"
    r"(?: to appeal)? (?:run out|runs out|running out|end|ends|up|over|finish)\b|"
    rf"\b(?:by when|by (?:what|which) (?:day|date)|what (?:day|date) by)"
    rf"(?: do| must| should| have)? {_WE}\b|"
    rf"\bwhen (?:do|must|should|have) {_WE}(?: have| got| need)?(?: to)? {_ACT}"
    rf"(?: \w+){{0,3}}? by\b|"
    r"(?:^|[.!?,;] ?|\b(?:please|pls|plz|can (?:you|u)|just|and|ok) )(?:tell|give|say)(?: me| us)?"
    r"(?: what)?(?: the| my| our)?(?: last| exact| own| right| real)? (?:dates?|deadline|last day)"
    r"(?: is| by)?(?: please| pls| then| now)*\W*$",
    re.IGNORECASE,
)
_TWO_MONTHS = re.compile(
    r"\b(?:is|was) (?:it|that|this)(?: still| only| really| just| not)* (?:two|2)[- ]months?\W*$|"
    r"\b(?:what|wot|wat|whats|what's|explain|why)\b[^.?!]{0,25}\b(?:two|2)[- ]months?(?: (?:bit|"
    r"thing|rule|limit|about|part|deadline|mean\w*|business|stuff)|\W*$)|"
    r"\b(?:two|2)[- ]months? (?:from|after) (?:when|what|which)\b",
    re.IGNORECASE,
)
_WHICH_DAY = re.compile(
    r"\bwhich (?:one|date|day|of (?:them|these|those|the (?:two|dates)))"
    r"(?: of (?:them|these|those|the two))?(?: really| actually| is it that| do| does)*"
    r" (?:counts?|matters|(?:do )?(?:you|u|i|we|they) "
    r"(?:count|use|go by|start)(?: from| on| with)?)\b|"
    r"\b(?:does|do) (?:the |my |our |it |that )?(?:two months |2 months |time |clock |deadline )?"
    r"(?:count|start|run) from (?:when|the (?:day|date))\b",
    re.IGNORECASE,
)
_TOO_LATE = re.compile(
    r"\b(?:is it|am i|are we|is that|was (?:it|i)|have (?:i|we) (?:just )?left (?:it|this))"
    r"(?: already| now| all| just| really| probably| way| far)* too l(?:ate|ong)\b"
    r"(?! (?:to|for) (?!appeal|act\b|do (?:it|this|anything)|this|us|"
    r"me|him|her|ask for (?:mediation|a cert)|contact|a certificate))|"
    r"\bhave (?:i|we)(?: already| just| now)* (?:missed|run out of|gone (?:past|over)|blown) "
    r"(?:it\b|(?:the |my |our )?(?:deadline|time|chance|cut[ -]?off|boat|window|"
    r"two months|2 months|date))",
    re.IGNORECASE,
)
_MORE_TIME = re.compile(
    r"\b(?:do|does|will|would|can|could|did)\b[^.?!]{0,20}\bcert\w*[^.?!]{0,20}"
    r"\b(?:more|extra|longer|another)\b|"
    r"\b(?:do|does|will|would|can|could) (?:i|we)(?: then| now| still)? (?:get|have|gain)"
    r" (?:more|extra|longer|another)\b[^.?!]{0,25}\bcert\w*",
    re.IGNORECASE,
)
"""Whether the certificate makes the time longer."""
_OF_ANOTHER_MATTER = re.compile(
    r"\b(?:discriminat\w+|claim\w*|exclu\w+|suspen\w+|drafts?|proposed|comments?|orders?|ordered|"
    r"agreed|promised|transport|admissions?|dla|pip|dwp|benefits?|register|vote|post(?:ing)?|"
    r"passport|hearing|appealed|complain\w*|ombudsman|birthday|25|ages?|process|form|chat|"
    r"page|session|referral|this out)\b",
    re.IGNORECASE,
)
_OF_CONTACT = re.compile(
    r"\b(?:ring|call|phone|contact|in touch|speak|spoken|advis[eo]rs?|ask(?:ing)? for)\b",
    re.IGNORECASE,
)


def asks_if_longer(text: str) -> bool:
    """True for "does the certificate mean I've more time?"."""
    return _MORE_TIME.search(text) is not None


def asks_of_time(text: str) -> TimeAsked | None:
    """The topic where few words ask how long there is, or whether it is over; None for none."""
    if len(text.split()) > LONGEST or _OF_ANOTHER_MATTER.search(text):
        return None
    if _TOO_LATE.search(text):
        return "missed_deadline"
    if not any(
        asked.search(text)
        for asked in (_IN_TIME, _HOW_LONG, _WHEN, _TWO_MONTHS, _WHICH_DAY, _MORE_TIME)
    ):
        return None
    return "deadline_to_contact_you" if _OF_CONTACT.search(text) else "appeal_deadline"
