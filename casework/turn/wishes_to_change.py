"""Hears that an answer given before is to be changed, whatever is asked now: "go back, wrong one".

Each reads the whole message: "he won't go back to school" and "they put the wrong thing in the
plan" tell of the case.
"""

from __future__ import annotations

import re

_LEAD = (
    r"^\W*(?:(?:oh|ok|okay|no|yes|wait|hang on|sorry|soz|oops|whoops|actually|um|and|but|so|please|"
    r"pls|i think|hold on)[\s,.!]+)*"
)
_ASKS = (
    r"(?:(?:(?:can|could|may|shall) (?:i|we|you)|how (?:do|can) i|let me|"
    r"(?:i|we)(?:'?d| would)?(?: just| also)? (?:want|need|like|have|got|wanna)(?: to)?) )?"
    r"(?:please |just |pls )?"
)
_TAIL = (
    r"(?:[\s,.!]+(?:again|please|pls|sorry|soz|thanks|thank you|thx|ta|by mistake|by accident|now|"
    r"oops|then|too|x+|i (?:think|(?:have )?made a mistake)|(?:was|is) wrong|wrong))*\W*$"
)
_LAST = r"(?:(?:the|that|my) )?(?:last|previous) (?:question|answer|one)"
_WRONG_ONE = r"(?:the |a )?wrong (?:answer|thing|one|button|option|choice)"
_CHANGE = r"(?:change|redo|correct|fix|edit|update|alter|amend|re-?do|put right)"
_WHOSE = r"(?:my|his|her|their|our|the|(?:my |the )?(?:child|son|daughter|kid)'?s?)"
_LINE = (
    r"(?:(?:first |full |last |sur|middle )?name|age|date of birth|birthday|dob|"
    r"(?:(?:phone|mobile|contact) )?number|phone|e-?mail(?: address)?|council|"
    r"date(?: (?:of|on) (?:the |my )?(?:letter|certificate))?|(?:letter|certificate) date|"
    r"date of the (?:letter|certificate))"
)
_GIVEN = (
    r"(?: (?:(?:that )?(?:i|you|u)(?:'ve| have)?(?: (?:gave|put|got|given|said|have))?(?: you)?))?"
)
_GOES_BACK = re.compile(
    rf"{_LEAD}{_ASKS}(?:(?:go|step|take me) back"
    r"(?: (?:one|a step|one step|a bit|a question|one question))?"
    rf"(?: to {_LAST})?(?:[\s,.]+(?:i|and|to|so|as) [^?]{{1,40}}|{_TAIL})|"
    rf"(?:(?:{_CHANGE}|answer|see) )?(?:my answer (?:to|on|for) )?{_LAST}{_TAIL}|"
    rf"(?:i(?:'?ve| have)?(?: just)? )?"
    r"(?:(?:pressed|clicked|hit|tapped|put|chose|picked|gave|typed|selected|given|said) )?"
    rf"{_WRONG_ONE}(?: (?:on|to|for|in) {_LAST})?{_TAIL})\W*$",
    re.IGNORECASE,
)
_BACK_TO = re.compile(r"\bback to (?!(?:the |that |my )?(?:last|previous)\b)", re.IGNORECASE)
"""Back to school, or to their old council."""
_OF_ANY_ANSWER = re.compile(
    rf"{_LEAD}(?:{_ASKS}{_CHANGE} (?:something|an answer|(?:one|some) of my answers|my answers?|"
    r"what i (?:said|put|told you|wrote))(?: (?:i said|i put|earlier|before|from before))*|"
    rf"i(?:'?ve| have)? made an? (?:mistake|typo|error)(?: (?:earlier|before|somewhere))?){_TAIL}",
    re.IGNORECASE,
)
_OF_ONE_LINE = re.compile(
    rf"{_LEAD}(?:(?!the council(?:'?s| is| was) ){_WHOSE} {_LINE}{_GIVEN}(?:'?s| is| was| are)? ?"
    r"(?:(?:all |spelt |spelled )?(?:wrong|incorrect)|(?:not|n'?t) (?:right|correct))|"
    rf"i(?:'?ve| have)? (?:got|put|typed|given|gave|spelt|done) {_WHOSE} {_LINE}"
    r"(?: in| down)? wrong|"
    rf"i(?:'?ve| have)?(?: just)? (?:put|gave|given|typed|said|told you|chose|picked|got|entered) "
    rf"(?:you )?(?:the |a |in )*wrong {_LINE}|"
    rf"{_ASKS}(?:go back (?:and|to) )?{_CHANGE} {_WHOSE} {_LINE}){_TAIL}",
    re.IGNORECASE,
)


def wants_to_go_back(words: str) -> bool:
    """True for "go back i made a mistake" and "wrong answer on the last one sorry"."""
    return _GOES_BACK.match(words) is not None and _BACK_TO.search(words) is None


def wants_an_answer_changed(words: str) -> bool:
    """True for "wait I need to change something" and "my phone number is wrong"."""
    return _OF_ANY_ANSWER.match(words) is not None or _OF_ONE_LINE.match(words) is not None


_FIELD_WORDS: tuple[tuple[str, str], ...] = (
    (r"\b(?:child|son|daughter|boy|girl|his|her|kid)(?:'?s)?\b.{0,12}name\b", "child_name"),
    (r"\b(?:sur)?name\b(?! of (?:a|the|his|her|their|our|my)\b)", "name"),
    (r"\bage\b|\bbirthday\b|\bborn\b|\bdob\b|\bhow old\b", "child_age"),
    (r"\be-?mail\b", "email"),
    (r"\bsafe\b|\bvoice", "safe_contact"),
    (r"\bphone\b|\bnumber\b(?! ?\d{1,2}\b)|\bmobile\b|\bcontact\b", "phone"),
    (r"\btell(?:ing)? the council\b|\bshare\b|\bsharing\b", "share_with_council"),
    (r"\bcertificate\b.{0,10}\bdate\b|\bdate\b.{0,14}\bcertificate\b", "certificate_date"),
    (r"\bcertificate\b", "certificate_held"),
    (r"\bletter\b|\bdate\b", "decision_date"),
    (r"\bcouncil\b|\barea\b|\bborough\b", "council"),
    (r"\bappeal", "appeal_lodged"),
    (r"\bsections?\b|\bparts?\b", "sections"),
    (r"\bonly the school\b", "school_only_check"),
    (r"\bplan\b", "plan"),
    (
        r"\bissue\b|\bdispute\b|\bproblem\b|\bdecision\b|"
        r"\b(?:what|which) (?:\w+'?s? ){1,3}(?:all )?about\b",
        "issue",
    ),
    (
        r"\baccess\b|\bneeds\b(?! (?:to|chang|fix|(?:an? )?(?:\w+ )?(?:interp|sign|transl)))",
        "access_needs",
    ),
    (r"\blanguage\b", "language"),
    (r"\binterpreter\b|\bsigner\b|\bbsl\b", "interpreter"),
    (r"\btime\b|\bwhen\b", "best_time"),
    (r"\bmeet", "meeting_format"),
    (r"\bmediation\b|\broute\b", "route_wanted"),
    (r"\bcomes? with\b|\bsupport", "supporters"),
    (r"\brole\b|\bparent\b|\bcarer\b|\bwho i am\b", "role"),
)


def read_field_name(text: str) -> str | None:
    """The answer that somebody wants to change, by the words for it: "my number" is the phone."""
    for pattern, field in _FIELD_WORDS:
        if re.search(pattern, text, re.IGNORECASE):
            return field
    return None
