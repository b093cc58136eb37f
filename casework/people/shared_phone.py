"""A phone that somebody else checks, shares or answers: no way to it is safe until it is asked."""

from __future__ import annotations

import re

GROWN_UP = (
    r"(?:husband|hubby|wife|missus|partner|ex|mum|mam|mom|mother|dad|father|sister|brother|nan|"
    r"gran(?!d(?:son|d?aught|ch|kid|bab))\w*|boyfriend|girlfriend|bf|gf|friend|"
    r"neighbou?r|flatmate|housemate|in-?laws?|fella)"
)
OWNER = rf"(?:{GROWN_UP}|son|daughter|boss|other half)"
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
    rf"\b(?:{OWNER}|he|she|they|somebody|someone|everyone|people|kids?|carer|staff|family) "
    rf"(?:\w+ ){{0,2}}?{_SEEN} (?:\w+ )?my (?:\w+ )?{_PHONE}\b|"
    r"\b(?:share|sharing|shared) (?:a |the |this |my )?(?:phone|mobile|email|inbox)\b|"
    r"\b(?:shared|family|joint|communal) (?:phone|mobile|email|inbox)\b|"
    r"\b(?:it'?s|this is|that'?s) not (?:just |only )?my (?:phone|mobile)\b|"
    r"\b(?:ring|call|te?xt|message|email)\w*\b[^.;!?]{0,30}\b(?:delete|wipe)"
    r"(?: (?:it|them|the \w+|my \w+|any \w+|everything))? "
    r"(?:after|afterwards|straight ?away|once)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:nobody|no ?one|never|doesn'?t|don'?t|isn'?t|not) ", re.IGNORECASE)
_SOMEBODY = (
    rf"(?:(?:my|his|her|our|the) (?:\w+ )?{OWNER}|he|she|they|hubby|mum|dad|some(?:body|one) else|"
    r"another person|everyone|the kids|the whole family)"
)
_LISTENS = (
    r"(?:answers?|answering|picks? (?:it )?up|checks?|checking|monitors?|listens? (?:in )?to)"
)
_HOLDS = r"(?:reads?|looks? (?:at|through)|goes through|sees?|uses?|has|have|holds?|shares?|opens?)"
_THE_PHONE = (
    r"(?:(?:the|that|this|our|his) (?:\w+ )?(?:phone|mobile|landline)\b|(?:the|our|his) "
    r"(?:texts?|messages?|calls?|voicemails?)\b)"
)
_GIVEN = (
    r"(?:i|we|you|u)(?:'?ve| have)?(?: just)? (?:gave|given|put|have|had|got|typed|said|told)"
    r"(?: (?:you|u|down|in|there|for me))*"
)
"""What is said of a number that they gave."""
_IS_SHARED = re.compile(
    rf"\b{_SOMEBODY}(?:'s| is| might| may| will| can| could| often| always| sometimes| usually|"
    rf" mostly| does)* (?:picks up\b|"
    rf"{_LISTENS} (?:it\b(?! every)|(?:that|this) number|{_THE_PHONE})|"
    rf"{_HOLDS} {_THE_PHONE}(?! number))|"
    rf"\b(?:my|our|his|her) (?:\w+ )?{OWNER}(?: [^\W\d_]+)?'?s'? (?:mobile |phone |home )?"
    r"(?:phone|number|mobile|landline)\b"
    r"(?! (?:is|was|has|got|gets)(?: been)? (?:off|brok\w+|bust\w*|smashed|cracked|dead|lost|"
    r"gone|taken|stolen|locked|confiscated|switched|not working)\b)|"
    rf"\b(?:(?:phone|mobile|number|landline)(?: (?:that )?{_GIVEN})?(?:'?s| is| was)|"
    r"it(?:'?s| is)|belongs? to)(?: (?:actually|really|now|still))* "
    rf"(?:my|our) (?:\w+ )?{OWNER}'?s?\b(?! (?:plan|school|who|(?-i:[A-Z])))|"
    rf"\b(?:that'?s|this is) (?:my|our) (?:\w+ )?{OWNER}'?s(?: (?:number|phone|mobile|one))?"
    r"(?=\W*$|[,.;]| (?:so|but|she|he|and|not|till|until)\b)|"
    rf"\b(?:using|use|borrow\w*|(?:i'?m|i am) on) (?:my|our) (?:\w+ )?{OWNER}'?s\b|"
    r"\b(?:it'?s|it is|is) (?:a )?shared(?: (?:number|landline))?\b|"
    r"\b(?:it'?s|it is|that'?s) not my own (?:phone|mobile|number)\b",
    re.IGNORECASE,
)
_NOT_ANYBODY = re.compile(
    r"\b(?:nobody|no ?one|never|not|n'?t|only i)\b[^.;,]{0,25}$", re.IGNORECASE
)


def others_see_phone(text: str | None) -> bool:
    """True for "my phone gets checked" and "mum answers my phone sometimes"."""
    found = _OTHERS_SEE_PHONE.search(text or "")
    if text is None or found is None:
        return False
    before = text[max(0, found.start() - 10) : found.start()]
    is_denied = _NOT.search(f"{before}{found[0]}") is not None
    return not is_denied or "not just my" in found[0].lower() or " not my " in found[0].lower()


def is_shared(text: str) -> bool:
    """True for "my husband answers it" and "its my mums phone"; false for "nobody else has it"."""
    found = _IS_SHARED.search(text)
    is_owned = found is not None and _NOT_ANYBODY.search(text[: found.end()]) is None
    return is_owned or others_see_phone(text)
