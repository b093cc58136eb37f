"""Several ways to get in touch named together: "txt or call no bother", "emails NOT ok"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.message import ParentMessage
from bot.nlu.watched_ways import SEEN, WRITTEN_WAYS, SaidOfWays, read_watched

_WAYS = {
    "call": r"(?:phone\s+)?call(?:s|ing)?|ring(?:s|ing)?|phon(?:e|es|ing)",
    **WRITTEN_WAYS,
}
_WAY = "(?:" + "|".join(_WAYS.values()) + r")(?:\s+me)?(?!\s+(?:the|my|him|her|them|from|about)\b)"
_LIST = rf"{_WAY}(?:\s*(?:,|/|&|\+|\band\b|\bor\b|\bnor\b)+\s*{_WAY})*"
_TIGHT_LIST = rf"{_WAY}(?:\s*(?:/|&|\+|\band\b|\bor\b|\bnor\b)+\s*{_WAY})*"
_SHORT_LIST = rf"{_WAY}(?:\s*(?:/|&|\bor\b|\bnor\b|\band\b)\s*{_WAY})+"
_GOOD = (
    r"(?:ok(?:ay)?|fine|safe|good|alright|all right|great|cool|grand|sound|champion|perfect|spot on"
    r"|no (?:bother|problem|probs|worries|trouble|hassle|issue|bovver))\b"
)
_BE = (
    r"\s*(?:is|are|'s|r)?\s+(?:all\s+|both\s+|either\s+|also\s+|always\s+|totally\s+|perfectly\s+)*"
)
_NOT_WHEN = (
    r"(?!\s+(?:from|before|after|(?:un|')?till?|between|at|in the|during|on|unless|when|only)\b)"
)
# "Phone: yes Text - no email y": an answer to each way, whatever mark stands between.
_MARK = r"(?:[:=?.-]+\s*|\s)"
_END = r"[.,;!\n]|$|cos|because|as i|thanks|please|pls"
_ENDS = rf"(?=\s*(?:{_END}))"
_ANSWER_ENDS = (
    rf"(?=\s*(?:{_END}|(?:and |but )?"
    rf"(?:{_WAY}\s*{_MARK}(?:yes|no|y|n|ok|okay|fine)\b|no {_WAY})))"
)
_WAYS_SAID = rf"\b(?P<ways>{_LIST})"
_ASKED_TO = r"(?:you can|you may|can|feel free to|happy for you to)"
_SAFE_TO = r"\b(?:safe|ok|okay|fine)\s+to\s+(?:use |leave (?:an? )?)?"
_FIRST_AND = r"(?:ring|call|phone|text|e-?mail)(?: me| us)?"
# In this order, as each stretch of a message is read once.
_SAID: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), value)
    for pattern, value in (
        (
            rf"{_WAYS_SAID}(?:{_BE}(?:not|never)\s+{_GOOD}"
            rf"|\s+(?:isn'?t|aren'?t|not)(?:\s+{_GOOD}|(?=\s*(?:[.,;!\n]|$)))"
            rf"|{_BE}(?:no (?:good|use|go)|useless|not an option|a no(?:[ -]no|[ -]go)?|off limits"
            r"|not for me)\b|\s+(?:is|are)\s+out\b(?! (?:of|loud)))",
            "no",
        ),
        (
            rf"\b(?P<ways>{_WAY}(?:[\s,]+{_WAY})+)\s+(?:is |are )?(?:all|both) {_GOOD}",
            "yes",
        ),
        (rf"{_WAYS_SAID}(?:\s+(?:in )?english)?{_BE}{_GOOD}", "yes"),
        (
            rf"\b(?:by|via|on) (?P<ways>{_WAY}),? (?:(?:it|that|this)'?s|(?:it|that) is) {_GOOD}",
            "yes",
        ),
        (
            rf"\b(?:don'?t|do not|never|please not|no|not {_GOOD} to)\s+(?P<ways>{_SHORT_LIST})"
            rf"(?!{_BE}{_GOOD}){_NOT_WHEN}",
            "no",
        ),
        (rf"{_SAFE_TO}(?P<ways>{_WAY}|message)\s*[:=?-]+\s*yes", "yes"),
        (rf"{_SAFE_TO}(?P<ways>{_WAY}|message)\s*[:=?-]+\s*no\b", "no"),
        (rf"\b(?P<ways>{_WAY})\s*[.?]\s*(?:yes|fine|ok)\b", "yes"),
        (
            rf"{_WAYS_SAID}(?:\s*[:=]\s*|\s+(?:to\s+|on\s+|at\s+)?\+?\d[\d ]{{8,14}}\d{_BE}"
            rf"|\s+(?:to|for) (?:me|us){_BE}){_GOOD}",
            "yes",
        ),
        (
            rf"\bhappy with\s+(?P<ways>{_LIST}(?:\s*,?\s*(?:or whatever|whatever|anything)\b)?)",
            "yes",
        ),
        (
            rf"(?:^|[.,;:!?\n]\s*|\d\s+|\bplease\s+)(?P<ways>{_FIRST_AND}\s*(?:or|/|and|&)\s*"
            rf"{_FIRST_AND})\b(?!\s+(?:is|are|not|h[ie][mrs]|them|from|about|numbers?|address\w*|only"
            r"|(?:the|my|our)(?!\s+(?:\w+\s+)?(?:mobile|mob|phone|landline)\b))\b)",
            "yes",
        ),
        (rf"\byes\s+to\s+(?P<ways>{_LIST})", "yes"),
        (rf"\bno\s+to\s+(?P<ways>{_LIST})", "no"),
        (rf"{_WAYS_SAID}\s*{_MARK}(?:yes|yep|yeah|y){_ANSWER_ENDS}", "yes"),
        (rf"(?<!\bno )\b(?P<ways>{_TIGHT_LIST})\s*{_MARK}(?:no|nope|n){_ANSWER_ENDS}", "no"),
        (rf"(?:^\W*|(?<=yes )|(?<=ok )|(?<=fine )|(?<=but ))no (?P<ways>{_WAY}){_ENDS}", "no"),
        (
            rf"(?:\b(?:but|just|and)|,|-) ?(?:please )?not (?:by |to |a |an )?(?P<ways>{_LIST})",
            "no",
        ),
        (
            r"(?<!\bi )\b(?:don'?t|do not|never|please not|can'?t)\s+(?:ever\s+)?(?:use|send|try|"
            r"do"
            rf"|have)\s+(?:me\s+|us\s+)?(?:the\s+|my\s+|this\s+|an?\s+|any\s+|by\s+)?(?P<ways>{_LIST})",
            "no",
        ),
        (rf"\b(?:{_ASKED_TO}|{_GOOD} to)\s+(?P<ways>{_SHORT_LIST}){_NOT_WHEN}", "yes"),
        (
            rf"\b(?:you can|feel free to|{_GOOD} to)\s+(?:send|use|do)\s+(?:me\s+)?(?:an?\s+|"
            r"by\s+)?"
            rf"(?P<ways>{_LIST})",
            "yes",
        ),
    )
)

# "Can you leave a voicemail? Yes that's fine": they ask it for us, and answer.
_ANSWERED = tuple(
    (
        re.compile(
            rf"\b(?P<ways>{_LIST})"
            r"(?! (?:my |the )?(?:sister|brother|mum|mam|dad|partner|school)\b)"
            rf"[^.!?\n]{{0,25}}\?+\s*(?:{answer})\b"
        ),
        value,
    )
    for answer, value in (
        (
            "yes|yeah|yep|sure|fine|of course|no problem|ok(?:ay)?|go (?:ahead|for it)|by all means"
            "|crack on|no worries",
            "yes",
        ),
        ("no(?! (?:problem|bother|worries))|nope|never|not really|please don'?t|don'?t", "no"),
    )
)
_PLEASE_NOT = re.compile(
    r"\b(?:can|could|would|will) (?:you|u|ya) (?:please |pls )?not (?:use |send |by )?"
    rf"(?:my |any )?(?P<ways>{_LIST})"
)
# "Voicemail? Go ahead. Same for email."
_SAME_FOR = re.compile(
    rf"\b(?:and )?(?:the )?same (?:goes )?(?:for|with) (?:the |my )?(?P<ways>{_LIST})"
)


# The "no" of "text no email yes" answers for the way before it.
_DENIED_BEFORE = re.compile(
    r"(?:\b(?:not|never)|n'?t|(?<!text )(?<!texts )(?<!calls )(?<!call )(?<!phone )(?<!ring )"
    r"(?<!email )(?<!emails )(?<!voicemail )\bno)"
    r"\s+(?:ever\s+)?$"
)


def read_lists_of_ways(message: ParentMessage) -> Iterator[SaidOfWays]:
    """Find what is said of ways in one breath, each stretch of the message once."""
    taken: list[tuple[int, int]] = []
    said_before: list[SaidOfWays] = []
    stated = message.asserted
    said = [(pattern, value, message.plain) for pattern, value in _ANSWERED]
    said += [(SEEN, "no", stated), (_PLEASE_NOT, "no", message.plain)]
    said += [(pattern, value, stated) for pattern, value in _SAID]
    for pattern, value, words in said:
        for found in pattern.finditer(words):
            start, end = found.span()
            if any(start < last and first < end for first, last in taken):
                continue
            if value == "yes" and _DENIED_BEFORE.search(stated[max(0, start - 30) : start]):
                continue
            taken.append((start, end))
            said_before.append(SaidOfWays(_named(found["ways"]), value, start, end))
            yield said_before[-1]
    for found in _SAME_FOR.finditer(stated):
        if before := [one for one in said_before if one.end <= found.start()]:
            yield SaidOfWays(_named(found["ways"]), before[-1].value, *found.span())
    yield from read_watched(message.plain, stated)


def _named(words: str) -> tuple[str, ...]:
    return tuple(
        way for way, pattern in _WAYS.items() if re.search(rf"\b(?:{pattern})\b", words) is not None
    )
