"""Sections of an EHC plan (A to K) that a parent says are at issue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage

_SEPARATOR = r"\s*(?:,\s*and|,\s*or|[,/&+]|\band\b|\bn\b|\bor\b|\bplus\b|\s)\s*"

_AFTER_WORD = re.compile(
    rf"\b(?:section|sections|sect|sec|secs|sectoin|secton|sction|"
    rf"s(?=\.[bfi]\b))\.?\s*(?P<letters>[a-k][12]?\b(?:{_SEPARATOR}(?:section\s+|"
    rf"s\.)?[a-k][12]?\b)*)|\b(?P<before>[bf])\s+sections?\b"
)
# "Sections A to I": all of them.
_RANGE = re.compile(
    r"\b(?:sections?|secs?|parts?)\s+(?P<first>[a-k])\s*(?:to|-|\u2013|through|thru|till)\s*"
    r"(?:section\s+)?(?P<last>[a-k])\b(?!\s+(?:the|a|be|say|get|have)\b)"
)
_CAPITALS = re.compile(
    r"\b(?P<letters>[A-K][12]?(?:\s*(?:,\s*and|,|/|&|\+|\band\b|\bor\b|"
    r"\s)\s*[A-K][12]?\b)+)(?![\w'’]|\.\w)"
)
_ONE_CAPITAL = re.compile(
    r"\b(?:in|it'?s|part|just|only|is|no|about|over|and|or|with|change|help in|out of|missing from|"
    r"left off|disput(?:e|ed|ing)|challeng(?:e|ed|ing)|contest(?:ing)?|fight(?:ing)?|appealing|put|"
    r"instead of)\s+(?P<letters>[BF])\b(?!\.\w)",
    re.IGNORECASE,
)
# Capitals alone: "what's in G is blank", "the personal history (A)".
_IN_A_CAPITAL = re.compile(
    r"\b(?:[Ii]n|IN|named in|[Aa]bout|[Ww]ith)\s+(?P<letters>[CDGHI]1?)(?=\s*(?:[,;!?]|\.(?!\w)|$|"
    r"(?:is|are|was|so|has|but|and|or|they)\b))|\((?P<bracket>[A-K])\)"
)
_CAPITAL_FIRST = re.compile(
    r"(?:^|[.,;!?\n]\s*|\s-\s|\bso\s+)(?P<possessive>[BF])(?=['’]s\s+(?:\w+\s+)?(?:wrong|vague|"
    r"rubbish|thin|weak|useless|empty|blank|a joke|not|missing|inaccurate|out of date))|"
    r"(?:^|[.,;!?\n]\s*|\s-\s|\b(?:and|"
    r"so)\s+)(?P<judged>[BF])(?=\s+(?:is\s+)?(?:all\s+)?(?:unquantified|unspecified|inaccurate|"
    r"vague|woolly|weak|thin|useless|rubbish|blank|empty|wrong)\b)|"
    r"(?:^|[.,;!?\n]\s*|\s-\s)(?P<letters>[BF])(?=\s+(?:is|isn'?t|was|needs|says|part|bit|not|"
    r"doesn'?t|does|has|hasn'?t|only|wrong|vague|too|missing|lacks|gives|misses|full|needs|"
    r"wants)\b)|(?:^|[.,;!?\n]\s*|\s-\s|"
    r"\b(?:and|but|so)\s)(?P<school>I)(?=\s+(?:is|isn'?t|wasn'?t)\b)"
)
_OR_THE_SCHOOL = re.compile(r"\s*(?:,|\bor\b|\band\b|\bnor\b|&)+\s*(?:the )?(?P<school>school)\b")

_ONLY_LETTERS = re.compile(
    rf"(?:(?:it'?s|just|only|section|"
    rf"sections)\s+)?(?P<letters>[a-k][12]?(?:{_SEPARATOR}[a-k][12]?)*)(?:\s+(?:only|please|"
    rf"i think))?"
)
_LETTER = re.compile(r"\b([a-k])[12]?\b")

_NOT_A_LETTER = re.compile(
    r"\s+(?:have|had|want|think|am|was|would|do|don'?t|didn'?t|disagree|agree|need|can|cannot"
    r"|can'?t|feel|know|believe|asked|got|lot|few|bit|school|plan|of|letter|wrong|different|big|"
    r"mess|joke|load|mistake)\b"
)
_GOES_ON_AFTER_I = re.compile(
    r"\s+(?:have|had|want|think|am|was|would|do|don'?t|didn'?t|disagree|agree|need|can|cannot|"
    r"can'?t|feel|know|believe|asked|got|just|also|live|work|never)\b"
)
_FINE = re.compile(
    r"(?<!not )(?<!n't )(?<!nt )\b(?:is|are|looks|looked|itself is|seems|was|were)\s+(?:all\s+|"
    r"both\s+|absolutely\s+|actually\s+|perfectly\s+|just\s+|really\s+|itself\s+)*(?:fine|ok|okay|"
    r"spot on|good|great|right|correct|perfect|agreed|lovely)\b|"
    r"^\W*(?:(?:but|and|section|sections)\s+)*[a-k](?:\s*(?:,|and|&|/|n)\s*[a-k])*\s+(?:all |"
    r"both )?(?:ok|okay|fine|good|great|correct)\b|"
    r"(?<!not )(?<!n't )(?<!nt )(?<!not really )(?<!not very )\b(?:happy|fine|ok|no problem|"
    r"nothing wrong)\s+with\b|"
    r"\b(?:no|not got (?:any|an?)|haven'?t got (?:any|an?)|without) (?:real |big |"
    r"major )?(?:gripes?|arguments?|issues?|problems?|complaints?|quarrel|beef|disputes?|worries|"
    r"concerns?|disagreements?|objections?|qualms)\s+(?:at all\s+)?(?:with|about|over|to)\b|"
    r"\b(?:not|n'?t) (?:arguing|bothered|worried|disputing|challenging|fussed|appealing|contesting|"
    r"complaining)\b"
)

NOT_THIS = re.compile(
    r"\b(?:not|isn'?t|nothing (?:to do )?with|apart from|except|rather than|don'?t|do not|"
    r"never)\s+(?:about\s+|in\s+)?(?:the\s+)?(?:sections?\s+)?$"
)
_SOCIAL = re.compile(r"\b(?:respite|social care|short breaks?)\b")

# "We've got a respite weekend coming": when they can, and no part of the plan.
_RESPITE_OF_THEIR_DAYS = re.compile(
    r"^(?!.*\b(?:plan|ehcp?|section|council|cut|stop\w*|took|taken|taking|refus\w*|won'?t|need\w*"
    r"|enough|want\w*|wrong|lost|los\w+|remov\w+|reduc\w+|only|just|missing|not given)\b)"
    r".*\b(?:got|have|has|having|booked|there'?s|on|in|at|to|from"
    r"|it'?s(?= (?:his|her) \w+ (?:weekend|week|night|day))) "
    r"(?:(?:a|his|her|our|my|the|their|some) )?(?:respite|short break)(?: care)?"
    r"(?: (?:weekend|week|night|day|stay|trip)s?)?"
    r"(?: (?:coming|booked|then|that|this|next|until|till|from|on|for|so)\b|[\s,]*\d|\W*$)",
    re.DOTALL,
)
_HEALTH_PART = re.compile(
    r"\b(?:health (?:part|section|bit|side|provision|care)|nursing|nhs part)\b"
)
# "My needs bit" of the answers given here is no part of the plan.
_NEEDS_PART = re.compile(
    r"(?<!access )\bneeds section\b|(?<!my )(?<!access )\bneeds (?:part|bit)\b"
)
_HELP_PART = re.compile(r"\b(?:help|provision|support) (?:part|section|bit)\b")

_PART_WORDS = (("B", _NEEDS_PART), ("F", _HELP_PART), ("G", _HEALTH_PART), ("H", _SOCIAL))


def read_sections(message: ParentMessage) -> Iterator[Fact]:
    """Find section letters, and the parts of a plan that people name by what they hold."""
    seen: set[str] = set()
    for fact in _ranges(message):
        seen.add(str(fact.value))
        yield fact
    for start, end in _section_spans(message):
        words = message.plain[start:end]
        if words == "school":
            if "I" not in seen:
                seen.add("I")
                yield Fact("section", "I", start, end)
            continue
        if NOT_THIS.search(message.plain, max(0, start - 30), start):
            continue
        for found in _LETTER.finditer(words):
            letter = found[1].upper()
            at, stop = start + found.start(), start + found.end()
            last = stop == end
            if letter == "I" and last and _GOES_ON_AFTER_I.match(message.plain, stop):
                continue
            if letter == "A" and _NOT_A_LETTER.match(message.plain, stop):
                continue
            if letter not in seen:
                seen.add(letter)
                yield Fact("section", letter, at, stop)
    for letter, pattern in _PART_WORDS:
        part = pattern.search(message.asserted)
        if letter == "H" and _RESPITE_OF_THEIR_DAYS.match(message.plain):
            continue
        if part and letter not in seen and not is_fine(message, part.start()):
            yield Fact("section", letter, *part.span())


def _ranges(message: ParentMessage) -> Iterator[Fact]:
    for found in _RANGE.finditer(message.asserted):
        letters = range(ord(found["first"]), ord(found["last"]) + 1)
        if not is_fine(message, found.start()) and not NOT_THIS.search(
            message.plain, max(0, found.start() - 30), found.start()
        ):
            yield from (Fact("section", chr(letter).upper(), *found.span()) for letter in letters)


def _section_spans(message: ParentMessage) -> Iterator[tuple[int, int]]:
    whole = _ONLY_LETTERS.fullmatch(message.bare)
    if whole:
        start = message.plain.index(message.bare) + whole.start("letters")
        yield start, start + len(whole["letters"])
        return
    for found in _AFTER_WORD.finditer(message.asserted):
        if not is_fine(message, found.start()):
            yield found.span(found.lastgroup or "letters")
    for pattern in (_CAPITALS, _ONE_CAPITAL, _IN_A_CAPITAL, _CAPITAL_FIRST):
        for found in pattern.finditer(message.text):
            group = found.lastgroup or "letters"
            start, end = found.span(group)
            letters = message.text[start:end]
            if not letters[0].isupper() or letters.replace(" ", "").lower() in ("a&e", "aande"):
                continue
            if message.asserted[start:end].strip() and not is_fine(message, start):
                yield start, end
                if (school := _OR_THE_SCHOOL.match(message.plain, end)) is not None:
                    yield school.span("school")


def is_fine(message: ParentMessage, position: int) -> bool:
    """Say whether the clause at a position says that something is right as it is."""
    start, end = message.clause_around(position)
    return _FINE.search(message.plain[start:end]) is not None
