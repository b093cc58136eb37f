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
_READS = (
    r"(?:reads?|sees?|checks?|opens?|looks? at|goes (?:on|in|into|through)|gets? into|uses?|"
    r"monitors?|shares?|(?:has|have|got|knows?) (?:the |my )?(?:password|log ?in|access))"
)
_IS_READ = re.compile(
    rf"\b{_WHO}(?:'?s| is| can| could| also| often| always| sometimes| might| may| will| does| all|"
    rf" still)* {_READS}\b|"
    r"\b(?:it'?s|its|it is|is|that'?s|thats|a|an|the|our)(?: an?)? "
    r"(?:shared|joint|family|work|school)(?: (?:one|email|e-mail|inbox|account|address))?\b|"
    rf"\b(?:it'?s|its|it is|that'?s|thats) (?:really |actually )?(?:my|our) (?:\w+'?s)\b|"
    r"\bnot (?:safe|private|secure|my own)\b|\bisn'?t (?:safe|private|secure|mine|my own)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:nobody|no ?one|never|only i|only me|n'?t|not|cannot|no longer)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)


def others_read_it(text: str) -> bool:
    """True for "but he reads it" and "it's a shared inbox"; false for "nobody else reads it"."""
    return any(
        found[0].lower().startswith(("not ", "isn")) or not _NOBODY.search(text[: found.start()])
        for found in _IS_READ.finditer(text)
    )
