"""Complaints about the review itself: "its still got 14 september", "you havnt put the college".

What such words hold is what the review shows or lacks, and no new answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casework.message import Message, cut
from casework.referral.draft import Draft
from casework.referral.fields import is_given, value_of
from casework.referral.summary import summary_fields, summary_rows
from casework.turn.wishes_to_change import read_field_name

_CLAUSE = re.compile(r"(?:(?!\s(?:and|but|also)\s)[^.,;!?\n])+", re.IGNORECASE)
_STILL = re.compile(
    r"^\W*(?:and |but |no |why |how come |it |it'?s |you |you'?ve |u |line \d+ |"
    r"the (?P<who>\w+) |that )*still (?:got|has|have|says?|saying|shows?|showing|there|down as|"
    r"put|reads?|wrong|is|on|the (?:wrong|old))\b(?P<what>.*)$",
    re.IGNORECASE,
)
_NOT_PUT = re.compile(
    r"\b(?:(?:you|u|it)(?:'ve|ve)? (?:have ?n'?t|havn'?t|has ?n'?t|did ?n'?t|did not|have not|not|"
    r"never|still have ?n'?t|forgot(?:ten)?(?: to)?|missed(?: out)?|left(?: out)?)"
    r"(?: (?:put|got|written?|wrote|add(?:ed)?|includ(?:e|ed)|mention(?:ed)?|said|say|note[d]?))?"
    r"(?: (?:that|about|down|in))*|(?P<none>(?:there'?s|it'?s got|its got|got|has|with) no|"
    r"where(?:'?s| is)|missing(?: is)?))(?P<what> .*)$",
    re.IGNORECASE,
)
_ONLY_A_LINE = re.compile(
    r"^\W*(?:(?:the|my|his|her|our|any|a|an|best|email|phone|child'?s|son'?s|daughter'?s) )*"
    r"[\w'-]+(?: (?:name|number|address|needs?|dates?|time|certificate|college|school|council|"
    r"to (?:call|ring)))?"
    r"(?: (?:on|in|there|it|at all|here|put|down|listed|shown|either|then|gone|please|pls|"
    r"line))*\W*$",
    re.IGNORECASE,
)
"""No more than what a line is called: "its got no time limit" speaks of none."""
_SPEAKS = re.compile(
    r"school|college|nursery|council|la|lea|senco|head|teacher|doctor|gp|hospital|panel|tribunal|"
    r"judge|officer|caseworker|dad|mum|father|mother|letter",
    re.IGNORECASE,
)
"""Who may "still say" something of their own, and is no line that shows it."""
_NOT_THERE = re.compile(
    r"^\W*(?:and |but |also |so |the |my |his |her |our )*(?P<what>.+?) (?:(?:is ?n'?t|isnt|aint|"
    r"is not|are ?n'?t|not) (?:(?:on|in) (?:there|it|here)|there|shown|showing|listed|down)|"
    r"(?:is |are )?(?:missing|left out|missed out))\b\W*$",
    re.IGNORECASE,
)
_BIT_TO_GO = re.compile(
    r"\b(?:take|remove|delete|get rid of|leave|lose)\b.{1,40}?\b(?:out of|from|off|out|in|on) "
    r"(?:the )?(?:line |number |answer |no\.? ?)?(?P<number>\d{1,2})\b",
    re.IGNORECASE,
)
"""A part of a line is to go: the line is asked anew, since we cannot tell what is left of it."""
_AND_NONE = re.compile(r"^\W*(?:and |but |still |also )*no (?P<what>[\w' ]{3,24})$", re.IGNORECASE)
"""Beside another complaint only: "its still got 14 september and no college"."""
_SCHOOL = re.compile(r"\b(?:school|college|nursery|sixth form|academy)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Complaint:
    """What is said to be wrong or missing: the line, if it is known, and where the words stand."""

    field: str | None
    start: int
    end: int


def read_complaints(message: Message, draft: Draft) -> list[Complaint]:
    """The complaints of the message about the review, in its order."""
    found: list[Complaint] = []
    fields = summary_fields(draft)
    for clause in _CLAUSE.finditer(message.plain):
        still = _STILL.match(clause[0])
        lacks = _NOT_PUT.search(clause[0]) or _NOT_THERE.match(clause[0])
        if lacks is None and found:
            lacks = _AND_NONE.match(clause[0])
        bit = _BIT_TO_GO.search(clause[0])
        field: str | None
        if bit is not None and 0 < int(bit["number"]) <= len(fields):
            field = fields[int(bit["number"]) - 1]
        elif still is not None:
            said = cut(message, clause[0], *clause.span())
            field = _line_that_holds(said, still["what"], draft)
            who = still["who"] or ""
            is_of_it = field not in (None, "in_own_words") and field == _line_named(who)
            if _SPEAKS.fullmatch(who) and not is_of_it:
                continue
        elif lacks is not None:
            field = _line_named(lacks["what"])
            is_lacked = lacks.re is _NOT_PUT and lacks["none"] is not None
            if field is None or (is_lacked and not _ONLY_A_LINE.match(lacks["what"])):
                continue
        else:
            continue
        found.append(Complaint(field, *clause.span()))
    return found


def without_complaints(message: Message, complaints: list[Complaint]) -> Message:
    """The message without the facts that are heard in the complaints."""
    spans = [(each.start, each.end) for each in complaints]
    return Message(
        message.text,
        message.intents,
        tuple(
            entity
            for entity in message.entities
            if not any(start <= entity.start < end for start, end in spans)
        ),
        message.channel,
        message.id,
        message.parts,
        message.leaning,
    )


def _line_named(words: str) -> str | None:
    return "setting" if _SCHOOL.search(words) else read_field_name(words)


def _line_that_holds(said: Message, words: str, draft: Draft) -> str | None:
    """The line that shows what it "still has"; else the one that is called so."""
    days = {str(entity.value) for entity in said.all_of("date")}
    for field in ("decision_date", "certificate_date"):
        if is_given(draft, field) and value_of(draft, field) in days:
            return field
    told = set(re.findall(r"[\w']{3,}|\d+", words.lower())) - _SMALL
    for row in summary_rows(draft):
        if told and told <= set(re.findall(r"[\w']{3,}|\d+", row.value.lower())):
            return row.field
    return _line_named(words)


_SMALL = frozenset({"the", "that", "old", "wrong", "there", "one", "got", "his", "her"})
