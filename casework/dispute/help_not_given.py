"""Help that is in a plan but is not given: no appeal follows from it (law L42, row D21).

"Section F isn't followed" names the section that nobody carries out; only words against what it
says put the section itself in dispute, which can be appealed (L01).
"""

from __future__ import annotations

import re

NOT_GIVEN = "not_delivered"
_IS_WRONG_AS_WRITTEN = re.compile(
    r"\b(?:wrong\w*|wording|worded|vague|woolly|unclear|incorrect|not (?:specific|clear|right|"
    r"enough|detailed)|isn'?t (?:specific|clear|right|enough)|too (?:few|little|low|weak|vague)|"
    r"unspecified|unquantified|disagree|don'?t agree|not happy with what|should (?:say|have|be "
    r"more)|needs? (?:more|to say)|left out|missing from|not in (?:it|the plan|section f)|"
    r"instead of|access to|opportunit\w+|"
    r"(?:cut|reduced|taken|took|removed) (?:\w+ ){0,3}(?:out of|from|in) (?:the|his|her|their) "
    r"(?:new |final |amended )?(?:plan|ehcp)|doesn'?t say)\b",
    re.IGNORECASE,
)


def without_its_section(
    kinds: list[str], sections: set[str], text: str
) -> tuple[list[str], set[str]]:
    """The kinds and sections told, less the section that only names the help that is not given."""
    is_all = NOT_GIVEN in kinds and not set(kinds) - {NOT_GIVEN, "section_f"}
    if not is_all or sections - {"F"} or _IS_WRONG_AS_WRITTEN.search(text):
        return kinds, sections
    return [NOT_GIVEN], set()
