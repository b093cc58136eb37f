"""Ways to be reached that somebody else sees, or nobody but the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

WRITTEN_WAYS = {
    "text": r"texts?|texting|text\s+messages?|sms(?:es)?",
    "email": r"e-?mails?|emailing",
    "voicemail": r"(?:leave |leaving )?(?:a )?message(?=\s*[:=?-])|voice\s?mails?"
    r"|voice\s?messages?|answer\s?phone",
}
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
            rf"|look at|looks at|has access to|gets)"
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
# "My ex reads my emails", "he mustn't see any texts": what somebody else sees is not safe.
SEEN = re.compile(
    rf"\b{_READER}(?:\s\w+)?\s+(?:(?:always|often|still|also)\s+)*(?:{_READS}|{_MUST_NOT_SEE})\s+"
    rf"(?P<ways>{'|'.join(WRITTEN_WAYS.values())})\b(?!\s+from\b)"
)


class SaidOfWays(NamedTuple):
    """Ways (`call`, `text`, `email`, `voicemail`), whether they are fine, and where it stands."""

    ways: tuple[str, ...]
    value: str
    start: int
    end: int


def read_watched(plain: str, stated: str) -> Iterator[SaidOfWays]:
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
