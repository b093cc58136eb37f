"""What people call a line of the review where they put it right: "the age should be 11"."""

from __future__ import annotations

import re

_WHOSE = (
    r"(?:(?:the|my|his|her|their|our|(?:the |my |our )?"
    r"(?:child|son|daughter|kid|boy|girl|lad|grandson|granddaughter)'?s?) )?"
)
_WHAT = (
    r"(?:(?:first |full |last |sur)?name|age|date of birth|dob|birthday|"
    r"(?:certificate|letter|decision)(?:'?s)? date|"
    r"date(?: (?:on|of) (?:the )?(?:letter|decision|certificate))?|"
    r"(?:phone|mobile)(?: number)?|number|e-?mail(?: address)?|council|"
    r"(?:best )?time(?: to (?:ring|call|phone))?|access(?: needs)?)"
)
_SIGN = (
    r"(?: ?[:=] ?| - | (?:to|is|was|as|now|into|spelt|spelled|should be|should say|"
    r"should have been|shud be|needs to be|needs to say|has to be|must be|is really|is actually|"
    r"is now|is spelt|is spelled) |,? it(?:'?s| is| was| should be) )"
)
_BEGINS = (
    r"(?:^|[,;.!\n]|\b(?:and|but|also|no|nope|change|correct|fix|update|alter|amend|put|make|"
    r"things?|wrong|sorry|plus|from|except)\b)"
)
BY_NAME = re.compile(
    rf"{_BEGINS}[ :]*(?:(?P<what>{_WHOSE}{_WHAT})"
    rf"(?:{_SIGN}(?:to |be |in fact |really |actually )?| (?=\d))"
    rf"|(?:on|under|for) (?P<under>(?:the |my |his |her )?(?:access(?: needs)?|best time)):? "
    rf"(?:put |add |say |it should say |should say )?)"
    r"(?P<new>[^,;!\n]+?)(?=[,;!\n]|[.] |[.]?$| (?:and|but|plus) )",
    re.IGNORECASE,
)
"""A clause that gives a line by its name (`what` or `under`) and what it is to be (`new`)."""
NAMES_A_LINE = re.compile(
    rf"(?:[,;.!\n]|\s(?=(?:and|but|also|plus)\b))\s{{0,3}}(?:(?:and|but|also|plus) ){{0,3}}"
    rf"(?:(?:on|under|for) (?:the |my )?(?:access(?: needs)?|best time)\b|{_WHOSE}{_WHAT}{_SIGN})",
    re.IGNORECASE,
)
"""Where another line is begun by its name."""
