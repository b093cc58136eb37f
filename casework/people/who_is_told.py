"""Whether the other parent, a young person's family or the council will be told of it.

The answers say what this service does, and of the council only that it has rules of its own
(DP-03, DP-05, DP-13; who counts as a parent: Education Act 1996 s.576). None of them
promises that nothing is ever passed on (S-04).
"""

from __future__ import annotations

import re
from typing import Literal

from casework.referral.record import Referral

Asked = Literal["other_parent", "family", "somebody", "in_the_room", "of_danger"]

_OTHER_PARENT = (
    r"(?:my ex\w*(?: (?:husband|wife|partner))?|(?:my|his|her|their|the) (?:child'?s |kid'?s "
    r"|children'?s |kids )?(?:other parent|absent parent|step\w+)|my (?:husband|wife|partner|"
    r"boyfriend|girlfriend)|(?:his|her|their|the|my (?:son|daughter|child|kid)'?s) (?:real |birth |"
    r"biological )?(?:dad|father|mum|mam|mom|mother)|the other parent|the ex)"
)
_FAMILY = (
    r"(?:my (?:mum|mam|mom|mother|dad|father|parents?|family|nan|gran\w*|carers?|foster \w+)"
    r"(?: (?:and|or|n|&) (?:my )?dad)?)"
)
_PRONOUN = (
    r"(?:him|her|he|she)(?=\W*$| (?:know|about|that|if|when|i|im|i'm|we|what|any\w*|at|this|it|too|"
    r"first|please|then|or|and|be|get|have|find|ever|also|hear|see|read|come|going|gonna|not)\b|[,.?!])"
)
_TELL = (
    r"(?:contact|tell|ring|call|phone|text|email|e-mail|write to|message|speak to|talk to|speak "
    r"with|inform|involve|notify|get in touch with|let|ask|share (?:it |this )?with|invite)"
)
_WE = r"(?:you|u|ya|yous|anyone|anybody|someone|somebody|they|the (?:council|la|school)|council|la)"
_MAY = r"(?:will|would|do|does|are|is|can|could|did|have|has|must|might|won'?t|gonna)"
_HAVE_TO = r"(?:(?:going |gonna |have |has |need |got |be |ever |also |just |then |not |to )*)"
_IS_TOLD = (
    r"(?:told(?! off)|contacted|informed|involved|notified|rung|find out|know|hear|see (?:it|this|"
    r"that|what|my|any)|read (?:it|this|what)|get (?:to know|told|contacted|"
    r"involved)|be able to (?:see|read))"
)
_HE_IS_TOLD = (
    r"(?:told(?! off)|contacted|informed|notified|find out|(?:get to )?know(?= (?:it|its|it's|"
    r"about|i|im|i'm|that|we|where)\b|\W*$)|hear about|see (?:it|this))"
)
"""Said of "he", who may be the child: "will he know what to do" is another question."""
_IS_THERE = (
    r"(?:be there|be at|be in (?:the|that)|come|coming|be invited|invited|attend|be on (?:it|the)|"
    r"turn up|be sat)"
)
_US_WITH = (
    r"(?:have to |need to |got to )?(?:be |sit |meet |see |face |speak |talk )"
    r"(?:in )?(?:the |a )?(?:same )?(?:room |call |building )?(?:as |with |to |opposite |near )*"
)


def _asks_about(somebody: str, *, is_told: str = _IS_TOLD) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?!(?:can|could) (?:you|u)\b){_MAY} {_WE} {_HAVE_TO}{_TELL} {somebody}\b|"
        rf"\b(?:are|r) {_WE} (?:gonna |going to |planning to )?{_TELL}(?:ing)? {somebody}\b|"
        rf"\b{_MAY} {somebody} {_HAVE_TO}(?:get |be )?{is_told}\b",
        re.IGNORECASE,
    )


def _asks_who_comes(somebody: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?!can|could){_MAY} {somebody} {_HAVE_TO}{_IS_THERE}\b|"
        rf"\b{_MAY} (?:i|we) (?:ever )?{_US_WITH}{somebody}\b",
        re.IGNORECASE,
    )


_TOLD_OTHER_PARENT = _asks_about(_OTHER_PARENT)
_TOLD_FAMILY = _asks_about(_FAMILY)
_TOLD_SOMEBODY = _asks_about(_PRONOUN, is_told=_HE_IS_TOLD)
_COMES_OTHER_PARENT = _asks_who_comes(_OTHER_PARENT)
_COMES_SOMEBODY = _asks_who_comes(_PRONOUN)
_TO_ACT = (
    r"(?:look(?:s|ed|ing)? (?:at|into|in to)|read(?:s|ing)?|see(?:s|n|ing)?|check(?:s|ed|ing)?|"
    r"(?:do|does|did|doing|done) (?:something|anything|sumthing|summat) (?:about|with)|"
    r"act(?:s|ed|ing)? on|deal(?:s|t|ing)? with|help(?:s|ing)?(?: me| us| him| her| them)? with|"
    r"follow(?:s|ed|ing)? up(?: on)?|report(?:s|ed|ing)?|pass(?:es|ed|ing)? on|know about|"
    r"(?:been |be |get )?told about|take(?:s|n)? (?:it |this |that )?(?:further|seriously))"
)
_HARM = (
    r"(?:hit(?:s|ting)?(?! the roof)|hurt(?:s|ing)?|bruis(?:e|es|ed|ing)|abus(?:e|ed|es|ing|ive)|"
    r"violen(?:t|ce)|beat(?:s|ing|ings|en)?|touch(?:es|ed|ing)|slap(?:s|ped|ping)?|"
    r"punch(?:es|ed|ing)?|kick(?:s|ed|ing)?(?! off)|harm(?:s|ed|ing)?|self[ -]?harm(?:s|ed|ing)?|"
    r"danger|safeguarding|threat(?:s|en\w*)?|suicid(?:e|al)|neglect(?:s|ed|ing)?|"
    r"restrain(?:s|ed|ing|ts?)?|dying|killing)"
)
_WHAT_WAS_TOLD = rf"(?:(?:[\w']+ ){{0,6}}?{_HARM}\b)"
_WHO_ACTS = re.compile(
    rf"\b(?:{_MAY}|who|whos|who's|when (?:{_MAY})) (?:(?:{_WE}|any ?one|some ?one) )?{_HAVE_TO}"
    rf"{_TO_ACT} {_WHAT_WAS_TOLD}|"
    rf"\b(?:{_MAY}) {_WHAT_WAS_TOLD}(?: \w+){{0,2}}? {_HAVE_TO}(?:be |get |been |being )?"
    r"(?:looked (?:at|into)|read|seen|checked|dealt with|reported|passed on|followed up|"
    r"taken (?:further|seriously)|told to)\b",
    re.IGNORECASE,
)
"""Of what was told of a danger: the referral does not hold it (S-09).

Only words of harm say so: the answer names safety on a screen that others may see, and "what he
did" may be his homework."""
_NOT_ABOUT_THIS = re.compile(
    r"\b(?:officer|sen manager|senco|teacher|head|worker|caseworker|mediator|judge|doctor|gp)\b|"
    r"\b(?:help|school place|results?|outcome|mark|score|child|son|daughter|pupil)\b|"
    r"\b(?:does|do|did) (?:he|she) know\b",
    re.IGNORECASE,
)


def asks_who_is_told(text: str) -> Asked | None:
    """Of whom the words ask whether they are told, or come to the meeting.

    `of_danger`: whether anybody acts on what was told of somebody being hurt.
    """
    if _WHO_ACTS.search(text):
        return "of_danger"
    if _COMES_OTHER_PARENT.search(text):
        return "in_the_room"
    if _TOLD_OTHER_PARENT.search(text):
        return "other_parent"
    if _TOLD_FAMILY.search(text):
        return "family"
    is_somebody = _TOLD_SOMEBODY.search(text) and not _NOT_ABOUT_THIS.search(text)
    return "somebody" if is_somebody else None


def answer_who_is_told(text: str, referral: Referral) -> str | None:
    """The response to such a question, or None for what is none.

    "Will you tell him?" may mean the child; one past school leaving age is asked himself (DP-31).
    """
    is_afraid = "domestic_abuse" in referral.safety.categories
    if is_afraid and _COMES_SOMEBODY.search(text):
        return "utter_told_in_the_room"
    asked = asks_who_is_told(text)
    if asked == "of_danger":
        return "utter_told_of_danger" if referral.safety.flagged else None
    if asked is None or referral.is_third_party:
        return None
    if asked == "in_the_room":
        return "utter_told_in_the_room"
    if asked == "somebody":
        may_be_child = referral.child.past_school_leaving_age and not is_afraid
        return None if may_be_child else "utter_told_other_parent"
    is_young = referral.referrer.role == "young_person"
    return "utter_told_family" if asked == "family" or is_young else "utter_told_other_parent"
