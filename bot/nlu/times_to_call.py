"""When a parent would like to be called, in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.facts import Fact, overlaps
from bot.nlu.message import ParentMessage

_CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|o'?clock)?|noon|midday|lunch(?:time)?|school|work|one"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
_DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|satur|sun)(?:days?)?"
_TIME = (
    rf"(?:(?:not\s+|don'?t\s+ring\s+|do not ring\s+|dont (?:ring|call|phone)\s+|don'?t (?:call"
    rf"|phone)\s+)?(?:before|after|until|till|from)\s+(?:about\s+)?{_CLOCK}"
    rf"|between\s+{_CLOCK}\s+(?:and|to|-)\s+{_CLOCK}|any\s*time(?!\s+(?:soon|limit|scale))"
    rf"|(?:in the|weekday|week day|weekend|any|{_DAY_NAME})\s+(?:mornings?|afternoons?|evenings?"
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
    r"\b(?:ring|call|phone|contact|reach|get hold of|best time|free|available"
    r"|speak to me"
    r"|talk to me|text me|email me|catch me|about|at work)\b"
)


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
            yield Fact(
                "best_time",
                message.text[start + found.start() : start + found.end()],
                start + found.start(),
                start + found.end(),
            )
