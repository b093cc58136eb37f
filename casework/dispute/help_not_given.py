"""Help that is in a plan but is not given: no appeal follows from it (law L42, row D21).

"Section F isn't followed" names the section that nobody carries out; only words against what it
says put the section itself in dispute, which can be appealed (L01).
"""

from __future__ import annotations

import re

from casework.dispute.field_words import FINE, HELP

NOT_GIVEN = "not_delivered"
_OF_THE_PLAN = frozenset(
    {"section_b", "section_f", "b_f_i", "plan_content", "refuse_plan", "refuse_assess"}
)
"""What the help in a plan that is right as it stands cannot be about."""
_PLAN_SAYS_IT = re.compile(
    r"\b(?:plan|ehcp?|section f|f|it)(?:'?s)? (?:clearly |already |does |itself |which )*"
    r"(?:says?|states?|stated|said|specif\w+|promis\w+|lists?|reads)\b[^.;!?]{0,40}?"
    r"\b(?:should|is to|needs to|must) (?:be |have |get )+",
    re.IGNORECASE,
)
"""What "the plan says he should have" asks for stands in the plan."""
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
_PLAN_IS_FINE = re.compile(
    rf"\b(?:plan|ehcp?|paper|wording)(?: itself| as written| on paper)?(?:'?s| is| reads| looks|"
    rf" was)(?: all| actually| absolutely|"
    rf" perfectly)* {FINE}\b(?!\W*(?:bar|but|except|apart|other than|aside)\b)|"
    rf"\b(?:nothing wrong with|no (?:problem|issue|complaint|quarrel)s? (?:with|about)|"
    rf"(?<!not )(?<!n't )(?:happy|fine|ok) with|(?<!not )(?<!n't )agree with) "
    rf"(?:the|his|her|my|our|this) (?:whole |final |actual )?(?:plan|ehcp?)(?! not)\b",
    re.IGNORECASE,
)
_HELP = rf"(?:{HELP}(?! (?:reports?|assessments?|letters?|advice)\b))"
_PLAN = (
    r"(?:it|there|(?:the |his |her |my |their |our )?(?:final |new |amended )*(?:plan|ehcp?)|"
    r"(?:section )?f)\b"
)
_IS_LACKING = re.compile(
    rf"\b(?:no|not any|nothing about|without)(?: any)? (?:\w+ ){{0,2}}?{_HELP}(?: at all| \w+)?"
    rf" (?:written )?(?:in|into|on) {_PLAN}|"
    rf"\b{_HELP} (?:(?:is|are|was|were|has|have) ?(?:n'?t|not|never)|(?:isnt|arent|wasnt|not))"
    r"(?: been| even| actually)* (?:written|put|included|mentioned|listed|specified|named|"
    rf"in {_PLAN}(?!,? place))|"
    rf"\b(?:left|missed|leaves|leaving) (?:\w+ ){{0,3}}?{_HELP} out\b|"
    rf"\b{_HELP} (?:\w+ )?(?:is |was |has been |got |been )?left out\b|"
    r"\b(?:plan|ehcp?|section f)\b[^.;!?]{0,40}\b(?:contains?|has|includes?|mentions?|gives?|got) "
    rf"(?:no|nothing|no mention of) (?:\w+ ){{0,2}}?{_HELP}\b|"
    r"\b(?:plan|ehcp?|section f|it) (?:doesn'?t|does not) (?:even )?(?:mention|include|"
    rf"contain|have|list) (?:any |the |his |her )?{_HELP}\b",
    re.IGNORECASE,
)
_CUT = r"(?:cut|reduced|halved|slashed|removed|taken (?:out|away|off)|lowered|dropped)"
_IS_CUT_FROM_IT = re.compile(
    rf"\b(?:plan|ehcp?|section f)(?:'?s)? [^.;,!?]{{0,15}}?\b{_HELP}\b[^.;,!?]{{0,20}}\b{_CUT}\b|"
    rf"\b(?:{_HELP}\b[^.;,!?]{{0,25}}\b{_CUT}|{_CUT} (?:\w+ ){{0,3}}?{_HELP}\b[^.;,!?]{{0,25}})"
    r" (?:down )?(?:in|from|out of|of) "
    r"(?:(?:the|his|her|my|their|our|new|final|amended|latest) )*(?:plan|ehcp?)\b|"
    rf"\b(?:new|final|amended|latest) (?:plan|ehcp?)\b[^.;!?]{{0,25}}\b{_CUT} "
    rf"(?:\w+ ){{0,3}}?{_HELP}\b",
    re.IGNORECASE,
)
_STANDS_STILL = re.compile(
    r"\bstill (?:says?|states?|in|there|has)\b|\bby (?:the )?school\b|"
    r"\bschool (?:have |has |just )?(?:cut|reduced|halved|stopped)",
    re.IGNORECASE,
)


def is_cut_from_plan(text: str) -> bool:
    """True for "plan hours being cut": what the plan gives, and not only what is done of it."""
    return bool(_IS_CUT_FROM_IT.search(text)) and not _STANDS_STILL.search(text)


def is_lacking(text: str) -> bool:
    """True for "no OT in it": help that the plan does not even hold puts its section in dispute."""
    return _IS_LACKING.search(text) is not None


def plan_is_fine(text: str) -> bool:
    """True for "the plan itself is alright": what it says is not in dispute."""
    return _PLAN_IS_FINE.search(text) is not None


def without_its_section(
    kinds: list[str], sections: set[str], text: str
) -> tuple[list[str], set[str]]:
    """The kinds and sections told, less the section that only names the help that is not given.

    Where the words are against what the section says too, it is a kind of its own: with the help
    alone nobody would be asked for the letter, which runs the time to appeal.
    """
    if NOT_GIVEN not in kinds:
        return kinds, sections
    if plan_is_fine(text):
        return [kind for kind in kinds if kind not in _OF_THE_PLAN], set()
    is_all = not set(kinds) - {NOT_GIVEN, "section_f"}
    against = _IS_WRONG_AS_WRITTEN.search(_PLAN_SAYS_IT.sub(" ", text))
    if not is_all or sections - {"F"}:
        return kinds, sections
    if against:
        told = [*kinds, "section_f"] if sections else kinds
        return list(dict.fromkeys(told)), sections
    return [NOT_GIVEN], set()
