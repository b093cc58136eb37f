"""When a parent would like to be called, in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.denied_times import (
    EXCEPT,
    find_denial,
    is_no_time,
    join_exceptions,
    read_busy_until,
    stands_for_itself,
    tell_time,
)
from bot.nlu.facts import Fact, overlaps
from bot.nlu.message import ParentMessage

_CLOCK = (
    r"(?:(?:half|quarter)(?: past| to)? )?"
    r"(?:(?:(?:0[6-9]|1[0-8])[0-5]\d(?:\s*(?:hrs|hours))?|(?:[01]\d|2[0-3])[0-5]\d\s*(?:hrs"
    r"|hours))\b"
    r"|\d{1,2}(?:[:.]\d\d)?(?:\s*(?:am|pm|o'?clock|ish))?|noon|midday|lunch(?:time)?"
    r"|(?:the )?school run|school|work|tea"
    r"|dinner|maghrib|asr|zuhr|dhuhr|isha'?a?|fajr|iftar|jumm?u?'?ah|(?:friday |evening |morning )?"
    r"prayers?|(?:the )?mosque|mass|church|shabbat|shabbos|breakfast|bed ?time|(?:the )?nursery run"
    r"|(?:the )?(?:school |nursery )?(?:pick[ -]?up|drop[ -]?off)|my shift|tea ?time"
    r"|the school run|school run|one"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
# Who is out or asleep when it is safe to ring.
_OTHERS_AWAY = (
    r"(?:only\s+)?(?:when|while|once|if) (?:(?:my|the) )?(?:ex|husband|hubby|wife|partner|boyfriend"
    r"|girlfriend|fella|dad|mum|father|mother|he|she|they|everyone|nobody|no ?one)"
    r"(?:'?s|'?re| is| are| has| have)?"
    r" (?:(?:gone |already )?(?:at|to|in) (?:work|bed)|out|away|asleep|gone|work"
    r"|(?:not|n'?t) (?:here|in|home|at home|around|there)|(?:is|are)n'?t (?:here|in|home|at home"
    r"|around|there))\b"
)
_DAY_NAME = r"(?:tomorrow|tmrw|tmw|mon|tues?|weds?|wednes|thur?s?|fri|satur|sun)(?:days?)?"
_TIME = (
    rf"(?:(?:not\s+|no\s+(?:phone\s+)?calls\s+|don'?t\s+ring\s+|do not ring\s+|dont (?:ring|call"
    rf"|phone)\s+|don'?t (?:call"
    rf"|phone)\s+)?(?:before|b4|after|until|till|from(?!\s+(?:(?:the |my )?(?:school|work|nursery"
    rf"|mosque"
    r"|church|mass|prayers?|dinner|tea|breakfast|bed ?time)\b))|past(?= \d))\s+"
    rf"(?:about\s+|around\s+)?{_CLOCK}"
    r"|(?:around|roughly)\s+(?:tea ?time|lunch ?time|dinner ?time|noon|midday|\d{1,2}(?:[:.]\d\d)?"
    r"\s*(?:am|pm|ish|o'?clock)?)\b(?!\s*(?:min|hour|hr|week|month|year|day|mile|%|[/-]))"
    rf"|{_CLOCK}\s*(?:till|til|until|to|-)\s*{_CLOCK}"
    rf"|between\s+{_CLOCK}\s+(?:and|to|-|&)\s+{_CLOCK}|any\s*time(?!\s+(?:soon|limit"
    rf"|scale))(?:\s+(?:of )?(?:the )?day(?:\s+(?:or|n|and)\s+(?:night|neet"
    rf"|evening))?\b)?(?:\s+(?:b4|before|after|bar|except|but)\s+(?:{_CLOCK}|{_DAY_NAME}))?"
    rf"|any\s*(?:day|week ?day)\s+(?:but|{EXCEPT})\s+(?:{_DAY_NAME}|week\s?ends?)"
    r"|(?<=call )(?:literally )?whenever|(?<=ring )whenever|(?<=phone )whenever"
    r"|(?<=(?:call|ring|bell) (?:me|us) )whenever(?=[.,;!\n]|$)"
    r"|(?<=phone (?:me|us) )whenever(?=[.,;!\n]|$)"
    r"|(?:in|on) my lunch (?:hour"
    r"|break)(?:\s*\([^)]{3,15}\))?"
    r"|(?<!past )(?<!to )tea\s?times?|dinner\s?times?|lunch\s?times?|bed\s?time|\d{1,2}\s*ish"
    r"|\d{1,2} at night|(?:at|on|over) weekends?"
    rf"|{_OTHERS_AWAY}"
    r"|(?:when|while|once) (?:it'?s dark|(?:the )?(?:kids"
    r"|children|he|she|they)"
    r"(?:'?s|'?re| is| are)? (?:(?:in|at) (?:school|bed|nursery|college)|asleep))"
    r"|(?<!feel )(?<!feels )(?<!be )safe day (?:or|and) night|day or night|after friday prayers?"
    rf"|(?:in the|in|the morn'?s|this|weekday|week day|weekend|any|only"
    rf"|{_DAY_NAME})\s+(?:dinner\s?times?|mornings?"
    rf"|afternoons?"
    r"|evenings?"
    rf"|lunch\s?times?)|(?:mornings|afternoons|evenings|lunch\s?times?)"
    r"|nights?(?= (?:is|are|r|would be|wud be) (?:best|better|easier))"
    rf"|week\s?days?|week\s?ends?|school hours|during the day|day\s?time|{_DAY_NAME}"
    rf"|\d{{1,2}}(?:[:.]\d\d)?\s*(?:am|pm)?\s*(?:-|to)\s*\d{{1,2}}(?:[:.]\d\d)?\s*(?:am|pm)?"
    rf"|\d{{1,2}}(?::\d\d)?\s*(?:am|pm))"
)
_TIMES = re.compile(
    rf"\b{_TIME}(?:(?:\s*,\s*|\s+(?:and|or|but|on|in the|only {EXCEPT}|{EXCEPT}|only)\s+"
    rf"|\s+){_TIME})*(?:\s+only)?\b"
)
_FILLER = re.compile(
    r"\b(?:best|in|the|only|please|pls|preferably|prefer|mainly|usually|is|are|good|better|ok"
    r"|okay|fine|time|times|for|me|to|call|ring|phone|text|a|any|at|on|calls|texts|emails|would"
    r"|be|i|we|not|suits?|anytime|thanks|ideally|early|late|so|then)\b|[\s,.;!?()-]+"
)
_REACH = re.compile(
    r"\b(?:ring(?:ing)?|bell|buzz|call(?:s|ing)?|phon(?:e|ing)|contact|reach|get hold of"
    r"|best time|free"
    r"|available"
    r"|speak to me"
    r"|rung|suits?|talk to me|text me|email me|catch me|(?:i'?m|i am|be) about|number|mobile|"
    r"at home|home after"
    r"|home from"
    r"|in after|get me|ask for|do (?:it|this|that) (?:at|in|on)|(?:works?|suits?) (?:best"
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
_OF_THE_PAST = re.compile(
    r"\b(?:came|(?<!i )said|told|rang|called|phoned|letter|asked|meeting|review"
    r"|promised"
    r"|took|hit|s?he'?s (?:free|available|about|off)"
    r"|by(?! (?:phone|text|sms|e-?mail|mobile|landline|call))"
    r"|every|each|since|coffee|(?:ring|call|phone)(?:ing)? (?:the|my) (?:council"
    r"|school|la|senco))\b"
)
_SAYS_WHEN_ITSELF = re.compile(r"(?:not|no|don'?t|do not|dont)\b|(?:only\s+)?(?:after|from)\b")

_ASKS_TO_BE_REACHED = re.compile(r"\b(?:ring|call|phone|contact|reach|speak|text|voicemail)\b")
_IS_A_WISH = re.compile(
    r"\b(?:only|best|preferably|ideally|just|except|not)\s*(?:on |in the |in )?\|"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days\b"
)
_NOT_BEFORE_AN_HOUR = re.compile(
    r"not (?:before|after|until|till)\s+(?:about )?(?:\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|o'?clock"
    r"|in the (?:morning|afternoon|evening))"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday)\b"
    r"(?!\s*(?:weeks|months|years|days|of|more)))"
)


_TOLD_FOR_ITSELF = re.compile(
    r"\b(?:after|before|b4|between|from|any\s*time|whenever|mornings?|afternoons?|evenings?"
    r"|tea\s?times?"
    r"|nights?|lunch|dinner|week\s?ends?|til|till|to|school hours|day\s?time|bed\s?time|when)\b"
    r"|\dish\b|\d\s*[-–]\s*\d"
    r"|&"
)
_OF_REACHING = re.compile(
    r"\b(?:ring|call|phone|telephone|text me|text us|text in|reach|speak to me|speak to|talk to me"
    r"|free to (?:talk|speak|chat)|i can (?:only )?"
    r"(?:do|talk|speak|answer|chat)|availab\w+|free (?:from|after|between|till?|until|before)"
    r"|best time|suits?|try|ok"
    r"|fine|answer"
    r"|done by|texting|let it|nights? (?:is|are|r|would be) (?:best|better)(?! for (?:h|the)))\b"
    r"|\d(?:[ -]?\d){8,}"
)


# "Fridays after 1500 only", with a number to ring.
_ONLY_THEN = re.compile(r"\b(?:after|before|between|from|till|until)\b.*\bonly$")


def _sentence_around(message: ParentMessage, position: int) -> str:
    for start, end in message.sentences:
        if start <= position < end:
            return message.asserted[start:end]
    return message.asserted


def _is_asked_for(sentence: str, words: str) -> bool:
    """Say whether a time that is told for itself stands in a sentence about being reached."""
    is_told = _TOLD_FOR_ITSELF.search(words) is not None
    return is_told and _OF_REACHING.search(sentence) is not None


def read_times(message: ParentMessage, taken: list[tuple[int, int]]) -> Iterator[Fact]:
    """Find times to be called, as typed; `taken` are numbers and addresses beside them.

    A time that is denied keeps the words which deny it: "not on Fridays".
    """
    return join_exceptions(message, _read_each(message, taken))


def _read_each(message: ParentMessage, taken: list[tuple[int, int]]) -> Iterator[Fact]:
    has_found = False
    for start, end in message.clauses:
        if busy := read_busy_until(message, start, end):
            yield busy
            continue
        clause = message.asserted[start:end]
        for found in _TIMES.finditer(clause):
            if overlaps(start + found.start(), start + found.end(), taken):
                continue
            if is_no_time(clause, *found.span()):
                continue
            denial = find_denial(clause, *found.span())
            first, last = denial or found.span()
            is_told = has_found if denial else False
            if denial and stands_for_itself(clause[first:last]):
                is_told = True
            if not is_told and not _is_time_to_call(message, (start, end), found, taken, denial):
                continue
            if _OF_THE_PAST.search(clause):
                continue
            has_found = True
            words = tell_time(message.text[start + first : start + last].strip())
            yield Fact("best_time", words, start + first, start + last)


def _is_time_to_call(
    message: ParentMessage,
    around: tuple[int, int],
    found: re.Match[str],
    taken: list[tuple[int, int]],
    denial: tuple[int, int] | None,
) -> bool:
    """Say whether the time found in a clause, `around` in the message, tells when to call."""
    start, end = around
    clause = message.asserted[start:end]
    first, last = denial or found.span()
    reached = list(clause)
    for begin, stop in taken:
        if start <= begin < end:
            reached[begin - start : stop - start] = " " * (stop - begin)
    beside = "".join(reached)
    rest = _FILLER.sub("", beside[:first] + beside[last:])
    sentence = _sentence_around(message, start)
    before = _NEW_THOUGHT.split(clause[: found.start()])[-1]
    if not denial and _UNREACHABLE.search(before) and not _SAYS_WHEN_ITSELF.match(found[0]):
        return False
    reaches = (
        _REACH.search(clause) is not None
        or (
            _ASKS_TO_BE_REACHED.search(sentence) is not None
            and _IS_A_WISH.search(clause[: found.start()] + "|" + found[0]) is not None
        )
        or _NOT_BEFORE_AN_HOUR.match(clause, found.start()) is not None
        or _is_asked_for(sentence, found[0])
        or (bool(taken) and _ONLY_THEN.search(found[0]) is not None)
    )
    weekday_only = re.fullmatch(rf"\s*{_DAY_NAME}\s*", found[0])
    hour_only = re.fullmatch(r"\d+", found[0].strip())
    return not hour_only and (reaches or not (rest or weekday_only))
