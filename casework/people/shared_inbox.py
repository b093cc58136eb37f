"""An address that somebody else reads, told where an email address is asked for.

"lena@example.com but he reads it": the address is kept, and it is not safe to write to it.
"""

from __future__ import annotations

import re

_WHO = (
    r"(?:he|she|they|hubby|we both|(?:my|his|her|our|the) (?:\w+ )?(?:husband|wife|partner|ex|mum|"
    r"mam|mom|mother|dad|father|son|daughter|sister|brother|boyfriend|girlfriend|family|kids|boss|"
    r"work|flatmate|housemate)|some ?(?:one|body)(?: else)?|other people|every ?(?:one|body)|"
    r"work|others)"
)
_INBOX = (
    r"(?:it|them|everything|both|that one|this one|(?:(?:my|our|the|this|that|these|all|any) )+"
    r"(?:\w+ )?(?:e-?mails?|inbox|account|messages?|mail|address|phone|laptop|computer))"
)
_READS = (
    rf"(?:(?:reads?|sees?|checks?|opens?|looks? at|goes (?:on|in|into|through)|gets? into|uses?|"
    rf"monitors?|shares?|has access to|can access) {_INBOX}\b|"
    r"(?:reads?|sees?|checks?|looks)(?: too| as well| also| sometimes)?(?=\W*$|[.,;!])|"
    r"(?:has|have|got|knows?) (?:the |my )?(?:password|log ?in|access\b(?! to (?!it\b|my\b|the "
    r"e-?mail))))"
)
_KIN = (
    r"(?:mum|mam|mom|dad|nan|gran|husband|hubby|wife|partner|ex|son|daughter|sister|brother|friend|"
    r"mate|boyfriend|girlfriend|boss|mother|father|family|auntie?|uncle)"
)
_SHARED = r"(?:shared|joint|family|work|school)"
_IS_READ = re.compile(
    rf"\b{_WHO}(?:'?s| is| can| could| also| often| always| sometimes| might| may| will| does| all|"
    rf" here| still)* {_READS}|"
    rf"\b(?:it'?s|it is|that'?s) (?:really |actually )?(?:my|our) {_KIN}'?s\b",
    re.IGNORECASE,
)
_IS_SHARED = re.compile(
    rf"(?:\b(?:it'?s|is|that'?s|an?|the|our|my)(?: (?:an?|the|my|our))? |(?:^|[,.;!])\s*){_SHARED} "
    r"(?:one|e-?mail|inbox|account|address)\b|"
    rf"\b(?:it'?s|it is|is|that'?s)(?: (?:an?|the|my|our))? {_SHARED}(?:'?s)?"
    r"(?=\W*$|[.,;!]| but\b| \S+@)",
    re.IGNORECASE,
)
_ONLY_THEIRS = re.compile(
    r"\b(?:(?:only|just) (?:i|me|mine)\b(?! (?:and|or|&) )|(?:nobody|no ?one|none|not anyone) else|"
    r"(?<!not )(?<!n't )(?<!isnt )(?:private|safe)\b)",
    re.IGNORECASE,
)
"""Beside what only calls it an address of work or of the family."""
_NOT_SAFE = re.compile(
    r"(?<!he )(?<!he is )(?<!he's )(?<!hes )\b(?:not|isn'?t) (?:safe|private|secure|mine|my own)\b"
    r"(?! (?:at|in|on|out|around|with)\b)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:nobody|no ?one|never|only (?:i|me)(?! (?:and|or|&) )|n'?t|not|cannot|no longer)\b"
    r"[^.;,]{0,25}$",
    re.IGNORECASE,
)


def others_read_it(text: str) -> bool:
    """True for "but he reads it" and "it's a shared inbox"; false for "nobody else reads it"."""
    if _NOT_SAFE.search(text) or (_IS_SHARED.search(text) and not _ONLY_THEIRS.search(text)):
        return True
    return any(_NOBODY.search(text[: found.start()]) is None for found in _IS_READ.finditer(text))
