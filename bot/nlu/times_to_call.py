"""When a parent would like to be called, in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.facts import Fact, overlaps
from bot.nlu.message import ParentMessage

_CLOCK = (
    r"(?:(?:half|quarter)(?: past| to)? )?"
    r"(?:\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|o'?clock|ish)?|noon|midday|lunch(?:time)?|school|work|tea"
    r"|dinner|tea ?time|the school run|school run|one"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
_DAY_NAME = r"(?:tomorrow|tmrw|tmw|mon|tues?|weds?|wednes|thur?s?|fri|satur|sun)(?:days?)?"
_TIME = (
    rf"(?:(?:not\s+|no\s+(?:phone\s+)?calls\s+|don'?t\s+ring\s+|do not ring\s+|dont (?:ring|call"
    rf"|phone)\s+|don'?t (?:call"
    rf"|phone)\s+)?(?:before|after|until|till|from)\s+(?:about\s+)?{_CLOCK}"
    r"|(?:around|roughly)\s+(?:tea ?time|lunch ?time|dinner ?time|noon|midday|\d{1,2}(?:[:.]\d\d)?"
    r"\s*(?:am|pm|ish|o'?clock)?)\b(?!\s*(?:min|hour|hr|week|month|year|day|mile|%|[/-]))"
    rf"|{_CLOCK}\s*(?:till|til|until|to|-)\s*{_CLOCK}"
    rf"|between\s+{_CLOCK}\s+(?:and|to|-)\s+{_CLOCK}|any\s*time(?!\s+(?:soon|limit|scale))"
    rf"|(?:in the|weekday|week day|weekend|any|only|{_DAY_NAME})\s+(?:mornings?|afternoons?"
    r"|evenings?"
    rf"|lunch\s?times?)|(?:mornings|afternoons|evenings|lunch\s?times?)"
    rf"|week\s?days?|week\s?ends?|school hours|during the day|day\s?time|{_DAY_NAME}"
    rf"|\d{{1,2}}(?:[:.]\d\d)?\s*(?:am|pm)?\s*(?:-|to)\s*\d{{1,2}}(?:[:.]\d\d)?\s*(?:am|pm)?"
    rf"|\d{{1,2}}(?::\d\d)?\s*(?:am|pm))"
)
_TIMES = re.compile(
    rf"\b{_TIME}(?:(?:\s*,\s*|\s+(?:and|or|but|on|in the)\s+"
    rf"|\s+){_TIME})*(?:\s+only)?\b"
)
_FILLER = re.compile(
    r"\b(?:best|in|the|only|please|pls|preferably|prefer|mainly|usually|is|are|good|better|ok"
    r"|okay|fine|time|times|for|me|to|call|ring|phone|text|a|any|at|on|calls|texts|emails|would"
    r"|be|i|we|not|suits?|anytime|thanks|ideally|early|late)\b|[\s,.;!?()-]+"
)
_REACH = re.compile(
    r"\b(?:ring(?:ing)?|call(?:s|ing)?|phon(?:e|ing)|contact|reach|get hold of|best time|free"
    r"|available"
    r"|speak to me"
    r"|rung|suits?|talk to me|text me|email me|catch me|about|number|mobile|at home|home after"
    r"|home from"
    r"|in after|ask for|do (?:it|this|that) (?:at|in|on)|(?:works?|suits?) (?:best"
    r"|for (?:me|us)))\b|\b(?:me|us|calls?|times?|ring|phone)\b.{0,12}\bbest\b"
    r"|\bbest\b\s*(?:is\s*)?$"
    r"|^\W*best\b"
)
# "the phone is a no go weekdays": when they cannot be reached, not when they can.
_UNREACHABLE = re.compile(
    r"\b(?:no go|no good|not good|can'?t|cannot|unable|busy|at work|working|in work|on shift"
    r"|not (?:able|free|available|around|in|home|there))\b[^.;]*$"
)
_NEW_THOUGHT = re.compile(r"\b(?:so|but)\b")
_NOT_THEN = re.compile(r"\s+(?:is|are)\s+(?:out|no good|not good|bad|difficult|no use|not ok)\b")
_SAYS_WHEN_ITSELF = re.compile(r"(?:not|no|don'?t|do not|dont)\b|(?:only\s+)?(?:after|from)\b")

_ASKS_TO_BE_REACHED = re.compile(r"\b(?:ring|call|phone|contact|reach|speak|text|voicemail)\b")
_IS_A_WISH = re.compile(
    r"\b(?:only|best|preferably|ideally|just|except|not)\s*(?:on |in the |in )?\|"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days\b"
)
_NOT_BEFORE_AN_HOUR = re.compile(
    r"not (?:before|after|until|till)\s+(?:about )?\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|o'?clock)"
)


def _sentence_around(message: ParentMessage, position: int) -> str:
    for start, end in message.sentences:
        if start <= position < end:
            return message.asserted[start:end]
    return message.asserted


def read_times(message: ParentMessage, taken: list[tuple[int, int]]) -> Iterator[Fact]:
    """Find times to be called, as typed; `taken` are numbers and addresses beside them."""
    for start, end in message.clauses:
        clause = message.asserted[start:end]
        for found in _TIMES.finditer(clause):
            if overlaps(start + found.start(), start + found.end(), taken):
                continue
            reached = list(clause)
            for first, last in taken:
                if start <= first < end:
                    reached[first - start : last - start] = " " * (last - first)
            beside = "".join(reached)
            rest = _FILLER.sub("", beside[: found.start()] + beside[found.end() :])
            reaches = _REACH.search(clause)
            sentence = _sentence_around(message, start)
            reaches = reaches or (
                _ASKS_TO_BE_REACHED.search(sentence) is not None
                and _IS_A_WISH.search(clause[: found.start()] + "|" + found[0]) is not None
            )
            reaches = reaches or _NOT_BEFORE_AN_HOUR.match(found[0]) is not None
            before = _NEW_THOUGHT.split(clause[: found.start()])[-1]
            if _UNREACHABLE.search(before) and not _SAYS_WHEN_ITSELF.match(found[0]):
                continue
            if _NOT_THEN.match(clause, found.end()):
                continue
            weekday_only = re.fullmatch(rf"\s*{_DAY_NAME}\s*", found[0])
            hour_only = re.fullmatch(r"\d+", found[0].strip())
            if hour_only or (rest and not reaches) or (weekday_only and not reaches):
                continue
            if re.search(
                r"\b(?:came|said|told|rang|called|phoned|letter|asked|meeting|review"
                r"|promised"
                r"|by"
                r"|every|each|since|coffee)\b",
                clause,
            ):
                continue
            found_words = message.text[start + found.start() : start + found.end()].strip()
            yield Fact(
                "best_time",
                found_words,
                start + found.start(),
                start + found.end(),
            )
