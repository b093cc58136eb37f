"""A phone that somebody else checks, shares or answers: no way to it is safe until it is asked."""

from __future__ import annotations

import re

_PHONE = (
    r"(?:phone|fone|mobile|mob|messages?|texts?|txts|calls?|emails?|inbox|voice ?mails?|whatsapp|"
    r"post|letters)"
)
_SEEN = (
    r"(?:check(?:s|ed|ing)?|read(?:s|ing)?|look(?:s|ed|ing)? (?:at|through|in)|go(?:es|ing)? "
    r"through|gone through|monitor(?:s|ed|ing)?|see[ns]?|seeing|search(?:es|ed|ing)?|open(?:s|ed)?|"
    r"answer(?:s|ed|ing)?|pick(?:s|ed|ing)? up|us(?:es|ed|ing)|shar(?:es|ed|ing)|has|hear(?:s|d)?|"
    r"listen(?:s|ing)? to|looks after|tak(?:es|en))"
)
_OTHERS_SEE_PHONE = re.compile(
    rf"\bmy (?:\w+ )?{_PHONE}(?:'?s)? (?:\w+ ){{0,2}}?(?:gets?|is|are|r|being|was|keeps? getting|"
    rf"might (?:get|be)|may (?:get|be)|can be|could be)(?: (?:often|always|sometimes|being))? "
    r"(?:checked|read|looked (?:at|through)|gone through|monitored|seen|searched|shared|opened|"
    r"watched|tracked)\b|"
    r"\b(?:mum|mam|mom|dad|mother|father|husband|wife|partner|ex|he|she|they|somebody|someone|"
    r"everyone|people|nan|gran|sister|brother|son|daughter|kids?|flatmate|housemate|carer|staff|"
    rf"family) (?:\w+ ){{0,2}}?{_SEEN} (?:\w+ )?my (?:\w+ )?{_PHONE}\b|"
    r"\b(?:share|sharing|shared) (?:a |the |this |my )?(?:phone|mobile|email|inbox)\b|"
    r"\b(?:shared|family|joint|communal) (?:phone|mobile|email|inbox)\b|"
    r"\b(?:it'?s|its|this is|that'?s|thats) not (?:just |only )?my (?:phone|mobile)\b|"
    r"\b(?:ring|call|te?xt|message|email)\w*\b[^.;!?]{0,30}\b(?:delete|wipe)"
    r"(?: (?:it|them|the \w+|my \w+|any \w+|everything))? "
    r"(?:after|afterwards|straight ?away|once)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:nobody|no ?one|never|doesn'?t|don'?t|isn'?t|not) ", re.IGNORECASE)


def others_see_phone(text: str | None) -> bool:
    """True for "my phone gets checked" and "mum answers my phone sometimes"."""
    found = _OTHERS_SEE_PHONE.search(text or "")
    if text is None or found is None:
        return False
    before = text[max(0, found.start() - 10) : found.start()]
    is_denied = _NOT.search(f"{before}{found[0]}") is not None
    return not is_denied or "not just my" in found[0].lower() or " not my " in found[0].lower()
