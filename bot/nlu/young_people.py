"""Young people who write about their own plan: "I'm 18, they ended my EHCP"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage

_YEARS = (
    r"(?:(?:nearly |almost |only |just |now |turning )*(?:1[6-9]|2[0-5]|sixteen|seventeen|eighteen"
    r"|nineteen|twenty(?:[- ](?:one|two|three|four|five))?))"
)
_NOT_YEARS = (
    r"(?!\s*(?:weeks?|months?|days?|miles?|minutes?|mins?|hours?|hrs?|stone|kilo\w*|children|kids"
    r"|%|years? (?!old)|yrs? (?!old)|st\b|nd\b|rd\b|th\b|[/:.]\d))"
)
# "River (they/them), 18": how to speak of who writes, and no child that is told of.
PRONOUNS = r"\(?\b(?:he|she|they|ze|xe|it)\s*/\s*\w{2,5}(?:\s*/\s*\w{2,6})?\)?"
_PRONOUNS = re.compile(PRONOUNS)
_MY_AGE = re.compile(
    rf"\b(?:i'?m|i am|am|its me|it'?s me|i just turned|i turned|i'?ve turned|turned|me,)\s+"
    rf"(?:\w+(?:\s*{PRONOUNS})?,?\s+)??(?:(?:a|an|the|deaf|autistic|disabled"
    rf"|blind)[\s,]+){{0,2}}{_YEARS}{_NOT_YEARS}\b"
    rf"|\b(?:a|an) (?:\w+ ){{1,2}}(?:woman|man|lad|girl|person) of {_YEARS}\b"
    rf"|\btoo old at {_YEARS}\b"
    r"|\b(?:sixteen|seventeen|eighteen) going on\b"
)
_BARE_AGE = re.compile(
    rf"(?:^|[.,;:!?\n]\s*|\bits? me\s+|\bits \w+\.\s*){_YEARS}{_NOT_YEARS}(?=\s*(?:[.,;!?\n]|$"
    rf"|in ))"
)
_THING = (
    r"(?:ehc plan|ehcp?|plan|echp|college|sixth form|6th form|course|review|annual review"
    r"|assessment|appeal|support|needs|section [a-k]|internship|apprenticeship|placement)"
)
_OWN_CASE = re.compile(
    rf"\bmy(?: own| current| final| new| draft| latest| old| last| whole)* {_THING}\b|\b(?:ehcp?"
    rf"|plan|this is|it'?s) for me\b"
    r"|\b(?:writing|doing (?:this|it)|referring|filling this in) (?:for )?(?:myself|me self)\b"
    r"|\b(?:about|assess|reassess|support|help|give|fund|for) me\b(?! (?:a call|a ring|to help))"
    r"|\bmyself\b|\bi(?:'?ve| have)?(?: got| still have| had)? (?:an? |my )(?:ehc plan|ehcp?"
    r"|plan)\b"
    r"|\b(?:got|have|had) (?:a )?(?:ehcp?|plan) since i was\b"
    r"|\bi (?:was|am|'m) in (?:care|college)\b|\bin care\b|\bcare leaver\b"
    r"|\bin (?:a )?supported (?:internship|living|flat)\b"
    r"|\b(?:have|got) (?:an? )?ehcp?\b|\bi employ my own pa\b|\bwithout my (?:mum|mam|dad"
    r"|parents)\b"
    r"|\bmy (?:staff|support worker|key ?worker|advocate|personal adviser|pa|social worker|nan"
    r"|mum|mam|dad|parents) (?!of\b)|\bcut (?:man|me) off\b|\bthe plan (?:money )?(?:stops|ends)\b"
)
_OWN_PLAN = re.compile(
    r"\b(?:my(?: own)?|own) (?:final |new |old |draft |latest |current )*(?:ehc plan|ehcp?|ehc|plan"
    r"|echp)\b(?! (?:request|application|b|for (?:him|her|my)))"
    r"|\b(?:ehcp?|plan) for me\b|\bcut man off\b|\b(?:refus\w+|won'?t"
    r"|declined) to (?:re-?)?assess me\b"
    r"|\b(?:it'?s|this is|this isn'?t about a child it'?s|this isnt about a child its) about me\b"
)
_OF_A_CHILD = re.compile(
    r"\b(?:he|she|him|her|his|hers|he's|she's|hes|shes)\b|\b(?:my|our|the|a"
    r"|own)\s+(?:\w+\s+){0,2}?(?:son|daughter|child(?!ren)|boy|girl|lad|lass|kids?"
    r"|children(?!['’]?s (?:home|services|act))|grand\w+|nephew|niece|brother|sister|pupil|student"
    r"|client|bairn|twins)\b|\b(?:son|daughter|pupil|mum of|dad of|mother of|grandson)\b"
)
_ANOTHER = re.compile(
    r"\b(?:(?:my|our|the) (?:\w+ )?|(?<!of )(?<!her )(?<!his )(?=(?:mum|mam|dad|nan) "
    r"(?:says?|said|is|will|can)\b))(?:nan|gran|grandma|mum|mam|mother|dad|father|auntie|aunt|uncle"
    r"|support worker|key ?worker|advocate|social worker|personal adviser|adviser|carer|teacher"
    r"|partner|girlfriend|boyfriend|college|friend|flatmate|brother|sister|tutor|pa)\b"
    r"[^!?]{0,60}?\b(?:he|she|him|her|his|hers|he's|she's|hes|shes)\b"
)
_I_AM_THE_STUDENT = re.compile(
    r"\b(?:i'?m|i am|it'?s me|its me)[,]? (?:the|a) (?:(?:college|sixth form|young|disabled|deaf"
    r"|autistic) )*(?:student|pupil|learner|young person|young adult|teenager|teen)"
    r"(?= *(?:[.,;!?\n]|$|here\b|and\b|with\b|who\b|myself\b|so\b|not\b|in this\b|it'?s\b))"
)
_IS_FOR_ME = re.compile(
    r"(?:^|[.,;!?\n] *)(?:no+ |yeah |yes )?(?:it'?s|it is|this is|this'?s) (?:all |just )?for "
    r"(?:me|myself)(?= *(?:[.,;!?\n]|$))"
)
_SAYS_I = re.compile(r"\bi\b|\bi'?m\b")
_CARES = re.compile(r"\b(?:carer? for|look after|looking after|raising|custody|guardian)\b")


def own_names(people: Sequence[Fact], roles: Sequence[Fact]) -> list[Fact]:
    """The people, where a name read as a child's is that of the young person who writes."""
    writes = any(fact.value == "young_person" and fact.sure for fact in roles)
    is_named = any(fact.entity == "person_name" and fact.role == "self" for fact in people)
    if not writes or is_named:
        return list(people)
    return [
        replace(fact, role="self")
        if fact.entity == "person_name" and fact.role == "child"
        else fact
        for fact in people
    ]


def read_young_person(message: ParentMessage) -> Fact | None:
    """The young person who writes, where no child is told of; sure with an age and an own case."""
    plain = message.plain
    student = _I_AM_THE_STUDENT.search(plain)
    if student:
        left = plain[: student.start()] + " " + plain[student.end() :]
        if not (_OF_A_CHILD.search(left) or _CARES.search(plain)):
            return Fact("referrer_role", "young_person", *student.span())
    # A nan in hospital ("she's") is no child that the message is about.
    without_others = _ANOTHER.sub(" ", _PRONOUNS.sub(" ", plain))
    if _OF_A_CHILD.search(without_others) or _CARES.search(plain):
        return None
    aged, plan = _MY_AGE.search(plain), _OWN_PLAN.search(plain)
    case = plan or _OWN_CASE.search(plain)
    if aged and case:
        return Fact("referrer_role", "young_person", *aged.span())
    bare = _BARE_AGE.search(plain)
    if plan and bare:
        return Fact("referrer_role", "young_person", *bare.span())
    # "17. autistic. i want …": an age by itself at the very start.
    starts = bare if bare and not bare.start() and _SAYS_I.search(plain) else None
    found = aged or plan or starts or _IS_FOR_ME.search(plain)
    return Fact("referrer_role", "young_person", *found.span(), sure=False) if found else None
