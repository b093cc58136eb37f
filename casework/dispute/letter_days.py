"""Days told beside a letter that are not its date: when it came, was opened or was read.

The time to appeal runs from the date that the letter bears (law L21), so that no such day may move
it. Where no date is known yet, such a day may at most be asked about. No day is a certificate's of
which it is said that there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from casework.law.deadlines import add_months
from casework.message import Entity, Message
from casework.words import reads_as_question

_CAME = (
    r"(?:opened|read|saw|seen|found|noticed|came|come|arrived|landed|received|recieved|got|get|"
    r"turned up|picked (?:it )?up|collected)"
)
_PAPERS = {
    "certificate": re.compile(r"\bcert\w*", re.IGNORECASE),
    "letter": re.compile(r"\b(?:letter|decision|refus\w+|decided)\b", re.IGNORECASE),
}
_IS_OF_A_PAPER = re.compile(
    r"^ ?(?:\((?:the )?|(?:is|was|that'?s|for|on|=) "
    r"(?:the |my |our |council'?s? |mediation )*)(?P<paper>cert\w*|letter|decision|refusal)\b",
    re.IGNORECASE,
)
"""After a day: "18 November is the certificate", "10 October (letter)"."""
_ONLY_DATED = re.compile(
    r"(?P<before>[^,.;!?\n]*)[,.;!?\n] ?(?:it'?s |it is |and |which is )?dated?\W*(?:the )?$",
    re.IGNORECASE,
)
_LONE_LETTER_DAY = re.compile(
    r"\bletter(?:'?s)?(?: (?:is|was|says|said|dated?|of|from|one|on|it|just))* (?:the )?"
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?! (?:of )?[a-z]{3})",
    re.IGNORECASE,
)
_SAYS_ITS_DATE = re.compile(r"\b(?:dated?|says?|said|printed|written|issued)\b", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?:^\W*(?:(?:and|but|so|yes|yeah|ok) )*|"
    rf"\b(?:i|we|he|she|they|it|letter|cert\w*|email|that|only|actually|just|finally|my \w+))"
    rf"(?:'ve|'d| have| had| was| only| just| actually| finally| first| never| didn'?t)* ?{_CAME}\b"
    r"(?: (?!and\b|but\b|it'?s\b|it (?:is|says?)\b)[\w']+){0,6}\s*$|"
    r"\b(?:envelope|post ?mark\w*|stamp\w*)\b[^.;,!?]{0,20}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\W*(?:(?:is|was|that'?s|being) )?(?:only )?(?:the (?:day|date) |when )"
    r"(?:that |when )?(?:[\w']+ ){0,4}?"
    rf"{_CAME}\b|"
    rf"^[ ,]*(?:that )?(?:i|we) (?:only |just |first )?{_CAME} (?:it|the letter|mine)\W*$",
    re.IGNORECASE,
)
_OF_A_MEETING = re.compile(
    r"\b(?:meeting|review|appointment|panel|hearing|visit|assessment)"
    r"(?: (?:was|is|were|happened|took place|held|on|back|in))*\s*$",
    re.IGNORECASE,
)
_OF_ANOTHER_PAPER = re.compile(
    r"\b(?:draft|proposed|proposal|order|guardian\w*|report|commented|appointment|court|prescription)"
    r"\b",
    re.IGNORECASE,
)
_OF_ANOTHER_CHILD = re.compile(
    r"\b(?:(?:sister|brother|sibling|twin|eldest|oldest|youngest)(?:'?s)?|other (?:one|child|son|"
    r"daughter|boy|girl|twin)(?:'?s)?)\b",
    re.IGNORECASE,
)
_OF_THE_DECISION = re.compile(
    r"\b(?:final\w*|amended|letter|decision|refus\w+|decided)\b", re.IGNORECASE
)
_UNDATED = re.compile(
    r"\bno dates?\b|\bundated\b|\b(?:not|is ?n'?t|was ?n'?t) dated\b|"
    r"(?:\b(?:not|never|cannot|no ?one|nobody)|n'?t)\b[^.;,!?]{0,25}\b(?:an?|any|the) date\b",
    re.IGNORECASE,
)
_SORT = (
    r"(?:(?:an?|any|the|my|one|such|of|those|these|sort|kind|type|bloody|fucking|flipping|stupid|"
    r"damn|mediation|yet|single|actual) )*"
)
_NOT = r"(?:do ?n[o']?t|do not|does ?n'?t|have ?n'?t|have not|has ?n'?t|did ?n'?t|never)"
_HELD = r"(?:have|had|got|get|given?|send|sent|issued?|received?|seen|been (?:given|sent))"
_NONE_HELD = re.compile(
    rf"\b(?:i|we|ive|weve)?(?:'?ve)? ?{_NOT}(?: (?:even|actually|ever|yet|been))* {_HELD}"
    rf"(?: (?:me|us|him|her))? {_SORT}cert|"
    rf"\bno ?(?:one|body)(?:'?s| has| have| ever)* (?:gave|{_HELD})(?: (?:me|us))? {_SORT}cert|"
    rf"\bcert\w*\b[^.;!?]{{0,30}}\b(?:i|we)(?:'?ve)? {_NOT}(?: (?:even|actually))* {_HELD} "
    r"(?:one|it|any|that)\b",
    re.IGNORECASE,
)
_IS_NO_DENIAL = re.compile(
    r"\b(?:if|unless|until|till|in case|because|what happens|they (?:say|said)|told)\b"
    r"[^.;!?]{0,30}$",
    re.IGNORECASE,
)
"""Before the words: "what if we don't get a certificate"."""

_WISHED_FOR = re.compile(
    r"\b(?:want|need|like|promise|give|get|send|issue|make|after|wanting|asking for)\b[^.;!?]{0,25}"
    r"\bcert",
    re.IGNORECASE,
)
_BY_CALL = re.compile(
    r"\b(?:rang|phoned|texted|spoke(?:n)?|(?:on|by|over) the phone|by phone|phone call|in a call|"
    r"verbally|(?:called|told) (?:me|us|my \w+|him|her|to say))\b",
    re.IGNORECASE,
)
_IN_WRITING = re.compile(
    r"\b(?:letters?|e-?mail\w*|dated?|paper\w*|post\w*|plan|says?|writing|wrote|written)\b",
    re.IGNORECASE,
)
_NOT_WRITTEN = re.compile(
    r"\b(?:no|never|not|without|n[o']t|nothing)\b[^.;,!?]{0,15}"
    r"\b(?:letters?|e-?mails?|paper\w*|post|writing|written)\b",
    re.IGNORECASE,
)
_LAST_SENTENCE = re.compile(r"[^.;!?\n,]*$")


def is_when_it_came(message: Message, day: Entity) -> bool:
    """True for the date of "13 October was when I actually opened it" and "it came on the 3rd"."""
    if day.end <= day.start:
        return False
    before = words_before(message, day)
    if _SAYS_ITS_DATE.search(_UNDATED.sub(" ", _since_another_day(message, day, before))):
        return False
    after = message.text[day.end :].replace("\u2019", "'")
    return _BEFORE.search(before) is not None or _AFTER.match(after) is not None


def letter_day(message: Message) -> Entity | None:
    """The day of the letter; of several that of the decision, and not that of the draft.

    Of two letters with a day each the last one counts, which is asked about.
    """
    days = [
        day for day in message.all_of("date", "decision") if not is_of_certificate(message, day)
    ]
    if len(days) < 2:
        lone = days[0] if days else None
        is_of_another = lone is not None and _OF_ANOTHER_CHILD.search(words_before(message, lone))
        return replace(lone, is_sure=False) if lone is not None and is_of_another else lone
    ways: tuple[Callable[[Message, Entity], bool], ...] = (
        lambda told, day: _OF_ANOTHER_CHILD.search(words_before(told, day)) is None,
        lambda told, day: not is_when_it_came(told, day),
        lambda told, day: not _is_of_another_paper(told, day),
        lambda told, day: _OF_THE_DECISION.search(words_before(told, day)) is not None,
        lambda told, day: paper_named(told, day) is not None,
    )
    for is_so in ways:
        days = [day for day in days if is_so(message, day)] or days
    last = max(days, key=lambda day: str(day.value))
    is_one = len({day.value for day in days}) == 1
    return days[0] if is_one else replace(last, is_sure=False)


def paper_named(message: Message, day: Entity) -> str | None:
    """The paper, "letter" or "certificate", that the words right beside a day name as its own."""
    if day.end <= day.start:
        return None
    after = _IS_OF_A_PAPER.match(message.text[day.end :].replace("\u2019", "'"))
    named = _last_paper(words_before(message, day))
    if named is not None:
        return named
    if after is not None:
        return _last_paper(after["paper"])
    dated = _ONLY_DATED.search(message.text[: day.start].replace("\u2019", "'"))
    return _last_paper(dated["before"]) if dated is not None else None


def is_of_certificate(message: Message, day: Entity) -> bool:
    """True for the day of "we have the certificate, dated 18 November"."""
    return paper_named(message, day) == "certificate" and not is_of_no_certificate(message)


def lone_letter_day(text: str, certificate: date) -> date | None:
    """The last 10th up to the certificate, of "18 November is the certificate, letter is 10th"."""
    found = _LONE_LETTER_DAY.search(text)
    if found is None:
        return None
    try:
        day = certificate.replace(day=int(found["day"]))
        return day if day <= certificate else add_months(day, -1)
    except ValueError:
        return None


def _last_paper(words: str) -> str | None:
    """The paper that is named last in the words."""
    last = {
        paper: [found.start() for found in cue.finditer(words)][-1:]
        for paper, cue in _PAPERS.items()
    }
    return max((paper for paper in last if last[paper]), key=lambda one: last[one], default=None)


def _is_of_another_paper(message: Message, day: Entity) -> bool:
    words = words_before(message, day)
    return bool(_OF_ANOTHER_PAPER.search(words)) and not _OF_THE_DECISION.search(words)


def tells_when_it_came(message: Message) -> bool:
    """True where a day in the message is that of a paper's coming, worth keeping as it was said."""
    return any(is_when_it_came(message, day) for day in message.all_of("date"))


def tells_of_a_call(text: str) -> bool:
    """True for "they said no on the phone on 3 November", where no paper is spoken of."""
    is_written = _IN_WRITING.search(_NOT_WRITTEN.sub(" ", text)) is not None
    return _BY_CALL.search(text) is not None and not is_written


def says_undated(text: str) -> bool:
    """True for "there's no date on it": the paper is there, and nobody can tell its date."""
    return _UNDATED.search(text) is not None


def denies_certificate(text: str) -> bool:
    """True for "no one has given us a certificate"; false for "if we don't get a certificate"."""
    found = _NONE_HELD.search(text)
    if found is None or _IS_NO_DENIAL.search(text[: found.start()]):
        return False
    return not reads_as_question(found[0])


def is_of_no_certificate(message: Message) -> bool:
    """True where no day can be a certificate's: there is none, or one is only wished for."""
    held = message.first("certificate")
    if held is not None:
        return bool(held.value == "no")
    return denies_certificate(message.plain) or _WISHED_FOR.search(message.plain) is not None


def without_days_of_meetings(message: Message) -> Message:
    """The message without the date of "they sent nothing, the meeting was 12 March".

    Of several letters told, only the day of the one that decides stays in it.
    """
    letter = letter_day(message)
    kept = tuple(
        letter if letter is not None and _is_same(found, letter) else found
        for found in message.entities
        if found.name != "date"
        or (letter is not None and _is_same(found, letter))
        or (found.role is None and not _OF_A_MEETING.search(words_before(message, found)))
        or found.role not in (None, "decision")
    )
    return replace(message, entities=kept)


def _since_another_day(message: Message, day: Entity, before: str) -> str:
    """The words before a day that say nothing of the one before it."""
    ends = [other.end for other in message.all_of("date") if 0 < other.end <= day.start]
    return before[-(day.start - max(ends)) :] if ends else before


def _is_same(one: Entity, other: Entity) -> bool:
    return replace(one, is_sure=True) == replace(other, is_sure=True)


def words_before(message: Message, day: Entity) -> str:
    """What stands before the date in its own clause."""
    found = _LAST_SENTENCE.search(message.text[: day.start].replace("\u2019", "'"))
    return found[0] if found else ""
