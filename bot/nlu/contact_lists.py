"""Several ways to get in touch named together: "txt or call no bother", "emails NOT ok"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.nlu.message import ParentMessage

_WAYS = {
    "call": r"(?:phone\s+)?call(?:s|ing)?|ring(?:s|ing)?|phon(?:e|es|ing)",
    "text": r"texts?|texting|text\s+messages?|sms(?:es)?",
    "email": r"e-?mails?|emailing",
    "voicemail": r"(?:leave |leaving )?(?:a )?message(?=\s*[:=?-])|voice\s?mails?"
    r"|voice\s?messages?|answer\s?phone",
}
_WAY = "(?:" + "|".join(_WAYS.values()) + r")(?:\s+me)?(?!\s+(?:the|my|him|her|them|from|about)\b)"
_LIST = rf"{_WAY}(?:\s*(?:,|/|&|\+|\band\b|\bor\b|\bnor\b)+\s*{_WAY})*"
_SHORT_LIST = rf"{_WAY}(?:\s*(?:/|&|\bor\b|\bnor\b|\band\b)\s*{_WAY})+"
_GOOD = (
    r"(?:ok(?:ay)?|fine|safe|good|alright|all right|great|cool|grand|sound|champion|perfect|spot on"
    r"|no (?:bother|problem|probs|worries|trouble|hassle|issue|bovver))\b"
)
_BE = (
    r"\s*(?:is|are|'s|r)?\s+(?:all\s+|both\s+|either\s+|also\s+|always\s+|totally\s+|perfectly\s+)*"
)
_NOT_WHEN = (
    r"(?!\s+(?:from|before|after|until|till|between|at|in the|during|on|unless|when|only)\b)"
)
_SAID: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"\b(?P<ways>{_LIST}){_BE}(?:not|never)\s+{_GOOD}"), "no"),
    (re.compile(rf"\b(?P<ways>{_LIST})\s+(?:isn'?t|aren'?t|not)\s+{_GOOD}"), "no"),
    (re.compile(rf"\b(?P<ways>{_LIST})\s+(?:isn'?t|aren'?t|not)(?=\s*(?:[.,;!\n]|$))"), "no"),
    (
        re.compile(
            rf"\b(?P<ways>{_LIST}){_BE}(?:no (?:good|use|go)|useless|out|not an option"
            rf"|a no(?:[ -]no|[ -]go)?|off limits"
            r"|not for me)\b"
        ),
        "no",
    ),
    (re.compile(rf"\b(?P<ways>{_LIST})(?:\s+(?:in )?english)?{_BE}{_GOOD}"), "yes"),
    (
        re.compile(
            rf"\b(?:by|via|on) (?P<ways>{_WAY}),? (?:(?:it|that|this)'?s|(?:it|that) is) {_GOOD}"
        ),
        "yes",
    ),
    (
        re.compile(
            rf"\b(?:don'?t|do not|never|please not|no|not {_GOOD} to)\s+(?P<ways>{_SHORT_LIST})"
            rf"(?!{_BE}{_GOOD}){_NOT_WHEN}"
        ),
        "no",
    ),
    (
        re.compile(
            rf"\b(?:safe|ok|okay|fine)\s+to\s+(?:use |leave (?:an? )?)?(?P<ways>{_WAY}"
            rf"|message)\s*[:=?-]+\s*yes"
        ),
        "yes",
    ),
    (
        re.compile(
            rf"\b(?:safe|ok|okay|fine)\s+to\s+(?:use |leave (?:an? )?)?(?P<ways>{_WAY}"
            rf"|message)\s*[:=?-]+\s*no\b"
        ),
        "no",
    ),
    (re.compile(rf"\b(?P<ways>{_WAY})\s*[.?]\s*(?:yes|fine|ok)\b"), "yes"),
    (
        re.compile(rf"\b(?P<ways>{_WAY})\s*[.?]\s*no(?=\s*(?:[.,;!\n]|$|cos|because|as i|thanks))"),
        "no",
    ),
    (re.compile(rf"\b(?P<ways>{_LIST})\s*[:=]\s*{_GOOD}"), "yes"),
    (
        re.compile(
            rf"\b(?P<ways>{_LIST})\s+(?:to\s+|on\s+|at\s+)?\+?\d[\d ]{{8,14}}\d{_BE}{_GOOD}"
        ),
        "yes",
    ),
    (re.compile(rf"\b(?P<ways>{_LIST})\s+(?:to|for) (?:me|us){_BE}{_GOOD}"), "yes"),
    (
        re.compile(
            rf"\bhappy with\s+(?P<ways>{_LIST}(?:\s*,?\s*(?:or whatever|whatever|anything)\b)?)"
        ),
        "yes",
    ),
    (
        re.compile(
            r"(?:^|[.,;:!?\n]\s*|\d\s+|\bplease\s+)(?P<ways>(?:ring|call|phone|text"
            r"|e-?mail)(?: me| us)?"
            r"\s*(?:or|/)\s*(?:ring|call|phone|text|e-?mail)(?: me| us)?)\b(?!\s+(?:is|are|not)\b)"
        ),
        "yes",
    ),
    (re.compile(rf"\byes\s+to\s+(?P<ways>{_LIST})"), "yes"),
    (re.compile(rf"\bno\s+to\s+(?P<ways>{_LIST})"), "no"),
    (re.compile(rf"\b(?P<ways>{_WAY})\s*(?:[:=]\s*|\s)yes(?=\s*(?:[.,;!\n]|$))"), "yes"),
    (re.compile(rf"\b(?P<ways>{_WAY})\s*(?:[:=]\s*|\s)no(?=\s*(?:[.,;!\n]|$))"), "no"),
    (
        re.compile(
            rf"(?:\b(?:but|just|and)|,|-) ?(?:please )?not (?:by |to |a |an )?(?P<ways>{_LIST})"
        ),
        "no",
    ),
    (
        re.compile(
            rf"(?<!\bi )\b(?:don'?t|do not|never|please not|can'?t)\s+(?:ever\s+)?(?:use|send|try"
            rf"|do"
            rf"|have)\s+"
            rf"(?:me\s+|us\s+)?(?:the\s+|my\s+|this\s+|an?\s+|any\s+|by\s+)?(?P<ways>{_LIST})"
        ),
        "no",
    ),
    (
        re.compile(
            rf"\b(?:you can|you may|can|feel free to|happy for you to|{_GOOD} to)\s+"
            rf"(?P<ways>{_SHORT_LIST}){_NOT_WHEN}"
        ),
        "yes",
    ),
    (
        re.compile(
            rf"\b(?:you can|feel free to|{_GOOD} to)\s+(?:send|use|do)\s+(?:me\s+)?(?:an?\s+"
            r"|by\s+)?"
            rf"(?P<ways>{_LIST})"
        ),
        "yes",
    ),
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
_READER = r"(?:he|she|husband|wife|partner|boyfriend|girlfriend|ex|dad|father|mum|mother|family)"
_READS = (
    r"(?:reads?|checks?|sees?|opens?|monitors?|looks? (?:at|through)|goes? through|listens? to"
    r"|has access to|can (?:see|read|open|get into))\s+(?:all\s+)?(?:of\s+)?(?:my|our)"
    r"(?: (?:work|main|usual|personal|home))?"
)
_MUST_NOT_SEE = (
    r"(?:must ?n[o']?t|must not|can'?t|cannot|should ?n'?t)\s+(?:ever\s+)?(?:see|read|find"
    r"|know about)"
    r"(?:\s+(?:any|the|my|our|your))*"
)
_WATCHED = (
    (
        re.compile(
            rf"\b{_READER}(?:\s\w+)?\s+(?:can|will|does)?\s*(?:see|sees|check|checks|read|reads"
            rf"|look at|looks at)"
            r"\s+(?:my|our|the) (?P<ways>call log|calls|call history|phone bill)\b"
        ),
        ("call",),
    ),
    (
        re.compile(rf"\b{_READER}(?:\s\w+)?\s+can see (?:my |our |the )?(?P<ways>texts)\b"),
        ("text",),
    ),
    (
        re.compile(
            rf"\btexts\.\s+(?:my )?{_READER} (?:can )?(?:sees?|reads?|checks?) (?P<ways>them)\b"
        ),
        ("text",),
    ),
    (
        re.compile(
            r"\bcalls? (?:from \w+ numbers? )?(?:cause|causes|would cause|make|makes"
            r"|means?) (?P<ways>trouble"
            r"|problems|a row|rows)|\b(?:not|n't) allow\w* (?:i |me )?(?:to )?(?:speak|talk"
            r"|use)[^.;!?]{0,25}"
            r"\b(?:phone|telephone)\b|\bphone(?: line)?s? (?:is|are) (?:monitored|tapped|bugged)\b"
            r"|\bphone lines are monitored\b|\bif i ask you to (?:phone|ring"
            r"|call)[^.;!?]{0,12}\bdon'?t\b"
            r"|\b(?:ringing|calling|phoning) (?:would ?n[o']?t|is not|isn'?t"
            r"|won'?t)(?: be)?(?= (?:ok|safe)|\s*[.,;!]"
            rf"|$)|\b{_READER}(?:\s\w+)?\s+(?:(?:always|often|can|will)\s+)*"
            r"(?:listens? in|overhears?)\b"
        ),
        ("call",),
    ),
    (
        re.compile(
            rf"\b(?P<ways>voice\s?mails?|voice\s?messages?|answer\s?(?:phone|machine))\b"
            rf"[^.!?\n]{{0,25}}?\b{_READER}(?:\s\w+)?\s+(?:(?:always|often|can|will|still)\s+)*"
            r"(?:listens?|hears?|gets|checks?)\b"
        ),
        ("voicemail",),
    ),
)
_UNSEEN = re.compile(
    rf"\b{_READER}\s+(?:can'?t|cannot|doesn'?t|does not) (?:see|read|get into|check"
    rf"|know about) (?:my |the "
    rf"|this )?(?P<ways>e-?mails?|texts?)\b|\buse (?P<private>e-?mail)\b[^.;!?]{{0,10}}[.,]? "
    rf"it'?s private\b"
    r"|\b(?P<safe>e-?mail)(?:ing)? is (?:safe|private)\b|(?P<address>@)\S+ is (?:\w+ )?private\b"
    r"|\b(?P<own>e-?mail|inbox)\b[^.;!?@]{0,50}?(?:\b(?:that one(?: is|'?s)|it'?s|it is|that'?s"
    r"|is|which is) (?:safe|private|secure|(?:just|only|all) (?:mine|me)|for my eyes only)\b"
    r"(?!\s*\?)|\b(?:nobody|no ?one|no-one)(?: else)? (?:sees?|reads?|checks?|looks|has|uses?|gets"
    r"|knows|can (?:see|read|get into|open))\b)"
    r"|\b(?:only i|i'?m the only one who) (?:have|has|know|knows|can (?:see|read|get into|open)|see"
    r"|sees|reads?|checks?|gets?)\b[^.;!?@]{0,25}?\b(?P<mine>e-?mails?|inbox)\b"
    r"|\b(?:nobody|no ?one|no-one)(?: else)? (?:but me )?(?:looks at|sees|reads|checks"
    r"|goes (?:in|through|on)|touches|uses|picks up|can (?:see|read|get into)) (?:my|this) "
    r"(?P<only>phone|mobile|texts?|e-?mails?)\b"
)
_ANY_WAY = re.compile(
    r"\bby any means\b(?! (?:necessary|possible))|\b(?:any|either|all) (?:way|method"
    r"|of these) (?:is |are )?"
    r"(?:fine|ok|okay|good|safe)\b"
)
_WRITTEN = "|".join(_WAYS[way] for way in ("text", "email", "voicemail"))
# "My ex reads my emails", "he mustn't see any texts": what somebody else sees is not safe.
_SEEN = re.compile(
    rf"\b{_READER}(?:\s\w+)?\s+(?:(?:always|often|still|also)\s+)*(?:{_READS}|{_MUST_NOT_SEE})\s+"
    rf"(?P<ways>{_WRITTEN})\b(?!\s+from\b)"
)


_PLEASE_NOT = re.compile(
    r"\b(?:can|could|would|will) (?:you|u|ya) (?:please |pls )?not (?:use |send |by )?"
    rf"(?:my |any )?(?P<ways>{_LIST})"
)
# "Voicemail? Go ahead. Same for email."
_SAME_FOR = re.compile(
    rf"\b(?:and )?(?:the )?same (?:goes )?(?:for|with) (?:the |my )?(?P<ways>{_LIST})"
)


class SaidOfWays(NamedTuple):
    """Ways (`call`, `text`, `email`, `voicemail`), whether they are fine, and where it stands."""

    ways: tuple[str, ...]
    value: str
    start: int
    end: int


def read_lists_of_ways(message: ParentMessage) -> Iterator[SaidOfWays]:
    """Find what is said of ways in one breath, each stretch of the message once."""
    taken: list[tuple[int, int]] = []
    said_before: list[SaidOfWays] = []
    stated = message.asserted
    said = [(pattern, value, message.plain) for pattern, value in _ANSWERED]
    said += [(_SEEN, "no", stated), (_PLEASE_NOT, "no", message.plain)]
    said += [(pattern, value, stated) for pattern, value in _SAID]
    for pattern, value, words in said:
        for found in pattern.finditer(words):
            start, end = found.span()
            if any(start < last and first < end for first, last in taken):
                continue
            if value == "yes" and re.search(
                r"(?:\b(?:not|never|no)|n'?t)\s+(?:ever\s+)?$", stated[max(0, start - 12) : start]
            ):
                continue
            taken.append((start, end))
            said_before.append(SaidOfWays(_named(found["ways"]), value, start, end))
            yield said_before[-1]
    for found in _SAME_FOR.finditer(stated):
        if before := [one for one in said_before if one.end <= found.start()]:
            yield SaidOfWays(_named(found["ways"]), before[-1].value, *found.span())
    yield from _watched(message.plain, stated)


def _watched(plain: str, stated: str) -> Iterator[SaidOfWays]:
    """What somebody else sees, or must not notice: "he can see my call log"."""
    for pattern, ways in _WATCHED:
        if found := pattern.search(plain):
            yield SaidOfWays(ways, "no", *found.span())
    if found := _UNSEEN.search(plain):
        seen = found["ways"] or found["only"] or ""
        way = "text" if seen.startswith(("text", "phone", "mobile")) else "email"
        yield SaidOfWays((way,), "yes", *found.span())
    if found := _ANY_WAY.search(stated):
        yield SaidOfWays(("call", "text", "email"), "yes", *found.span())


def _named(words: str) -> tuple[str, ...]:
    return tuple(
        way for way, pattern in _WAYS.items() if re.search(rf"\b(?:{pattern})\b", words) is not None
    )
