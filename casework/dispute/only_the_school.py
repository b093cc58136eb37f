"""What is said of the school named and of the other parts of a plan, in words (law L08)."""

from __future__ import annotations

import re

from casework.dispute.all_or_part import all_fine_but, denies_only
from casework.dispute.field_words import FINE, HELP, OTHERS, SCHOOL
from casework.dispute.parts_denied import parts_alone, without_denials
from casework.referral.draft import Draft
from casework.words import reads_as_correction, reads_as_question

_ELSEWHERE = r"(?:out(?:side)? of (?:a )?school|not in (?:a )?school|(?<!not )at home)"
_TAUGHT = (
    r"(?:want(?:ed|s|ing)?(?! (?:to (?:stay|be|work|go|come)|me|us)\b)|taught|teach\w*|educat\w+|"
    r"learn(?:s|ing)?|should|lessons?|tuition|tutor\w*|provision|package)"
)
_OUT_OF_SCHOOL = re.compile(
    rf"\b{_TAUGHT}\b[^.;,!?\n]{{0,30}}\b{_ELSEWHERE}\b|"
    rf"^\W*(?:(?:no|yes|it'?s|about|for|him|her|to|be)\W+)*{_ELSEWHERE}\W*$|"
    rf"\b{_ELSEWHERE} instead of|otherwise than|\beotas\b|home tuition",
    re.IGNORECASE,
)
"""Where education is to be, and not only where somebody is: "my husband is at home"."""
_WHOSE = r"(?:(?:about|over|with|to|the|that|which|what|his|her|their|my|our|a|an|no|for) )*"
_OF_SCHOOL = (
    rf"(?:(?:type|kind|sort|name|choice)(?: of {_WHOSE}{SCHOOL})?(?! of)|"
    rf"(?:(?:named|wrong|different|another|mainstream|special) )*{SCHOOL}(?:'?s)?(?: "
    rf"(?:named?|names|type|kind|choice|place|placement|part|bit|section|itself|change|one))*)"
)
_BEGINS = (
    r"^(?:\W|\b(?:no+|nope|nah|yes|yeah|yep|ya|ok|okay|well|um+|er+m?|oh|so|and|but|cos|because|"
    r"sorry|actually|honestly|basically|really|definitely|i(?:'?d)?|think|guess|suppose|mean|say|"
    r"it'?s|it is|that'?s|that|this|for|us|me|we|i'?m|am|we'?re|are|all|at|the|moment|please|hi)"
    r"\b)*"
)
_CHANGES = r"(?:(?:wanna|(?:want|need)(?: to)?) change |want (?=(?:a )?(?:different|another)))?"
_IN_DISPUTE = (
    r"(?: (?:that'?s|that is|that|which is|which|is))*"
    r" (?:wrong|not right|incorrect|unsuitable|the (?:problem|issue|trouble)|(?:at|in) (?:issue|"
    r"dispute)|disputed|needs (?:changing|to change)|(?:i|we)(?:'?m|'?re| am| are)? (?:disagree "
    r"with|dispute|disputing|appeal\w*|unhappy (?:with|about)|not (?:happy|ok|okay) (?:with|about)|"
    r"want changed?|do(?:n'?t| not) (?:agree with|want|like)))"
)
_THEY_NAMED = (
    r"(?: (?:that|which))?(?: (?:they|the council|the la|he|she|he'?s|she'?s|been|being|has|have|"
    r"they'?ve|put|puts|named|chose|chosen|picked|gave|given|offered|want|wants|write|written"
    r"|wrote|down|"
    r"should|is|will|to|go|goes|going|in|into|it|there|for|him|her))+"
)
_ENDS = (
    r"(?: (?:only|alone|really|actually|honestly|tbh|please|thanks|thank you|ta|love|though|tho|"
    r"i think|for (?:us|me|him|her)|that'?s (?:it|all)|nothing (?:else|more)|no more))*\W*"
)
_ONLY_SCHOOL = re.compile(
    rf"{_BEGINS}\b(?:(?:only|just|purely|solely) (?:that )?(?:there (?:is|are) |there'?s )?"
    rf"(?:(?:disagree\w*|unhappy|not happy|disput\w+|appeal\w*) )?{_CHANGES}{_WHOSE}{_OF_SCHOOL}|"
    rf"{_WHOSE}{_OF_SCHOOL} (?:only|alone))"
    rf"(?:{_THEY_NAMED})?(?:{_IN_DISPUTE})?{_ENDS}",
    re.IGNORECASE,
)
"""A whole clause: what "the school only gives him 5 hours" goes on to say is something else."""
_ONLY_THAT = re.compile(
    rf"{_BEGINS}(?:(?:only|just) that|nothing (?:else|more)"
    r"(?: in (?:it|the (?:final )?plan))?(?: (?:is )?(?:wrong|in dispute|at all|to change))?)"
    rf"{_ENDS}",
    re.IGNORECASE,
)
_REST = (
    r"(?:(?:(?:all )?(?:of )?(?:the )?rest(?: of (?:it|the plan|that))?|everything else|"
    r"every other (?:part|bit)|(?:all )?(?:the )?other (?:parts?|bits?|sections?|things?|stuff)|"
    r"the others))"
)
_REST_READS = r"(?:(?:is|are|r|looks?|seems?|all|both|pretty|just|quite|really|actually|reads) )*"
_REST_IS_FINE = re.compile(
    rf"{_BEGINS}(?:{_REST} {_REST_READS}{FINE}|(?:do(?:n'?t| not) (?:really )?mind|{FINE} with|"
    rf"(?:happy|content) with|agree with|no (?:quarrel|problem|issue)s? with|nothing wrong with) "
    rf"{_REST}){_ENDS}(?: (?:by|with|as) (?:me|us|it is|they are|is))?\W*",
    re.IGNORECASE,
)
_ALL_BUT_THE_SCHOOL = re.compile(
    rf"^\W*(?:about |for |with )?{_WHOSE}{_OF_SCHOOL}(?:{_THEY_NAMED})?{_ENDS}", re.IGNORECASE
)
_REVIEW = frozenset({"summary", "change_what"})
LONGEST = 150
"""Characters of a clause that says no more than this; what is longer tells a story."""
_OF_THE_SCHOOL = re.compile(rf"\b(?:{SCHOOL}|section I)\b", re.IGNORECASE)
_SPEAKS_OF_ONLY = re.compile(
    rf"\b(?:only|just)\b[^.;!?]{{0,40}}?\b(?:{SCHOOL}|type|name|that|section I)\b|"
    rf"\b(?:{SCHOOL}|section I) (?:only|alone)\b|\b(?:rest|else|others)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    rf"[.,;:!?\n\u2013\u2014]+(?!\d)|\s-+\s|\s(?:but|though|tho"
    rf"|because|cos|coz|since|as)\s|"
    rf"\s(?:and|&|\+)\s(?=(?:that'?s|it'?s|it|i|we|all|the rest|everything|nothing|the other)\b)|"
    rf"(?<!think)(?<!sure)(?<!if)(?<!whether)(?<!not)(?<!hope)(?<!wish)(?<!that)(?<!says)(?<!say)"
    rf"(?<!the)(?<!all)(?<!of)"
    rf"\s(?={_REST} {_REST_READS}{FINE}\b)",
    re.IGNORECASE,
)
_HAS_A_FLAW = re.compile(
    rf"\b(?:{_REST}|all|everything|plan)\b[^.;,!?\n]{{0,30}}?\b{FINE}\b(?: (?:with|by) \w+)?,? "
    rf"(?:ish|enough|if|(?:except|apart|bar|other than|but)\b(?![^.;!?\n]*\b{SCHOOL}\b))\b",
    re.IGNORECASE,
)
"""The rest is "good but not perfect": then it may not be only the school."""
_NOTHING_ELSE = re.compile(
    r"\b(?:nothing (?:else|more)|(?:no|not(?: any| the)?|there(?:'s| is) no|aren'?t any) other \w+|"
    r"(?:i |we )?(?:do ?n[o']?t|do not) (?:need|want)(?: any)?(?: help| anything| changes?)?"
    rf"(?: with| in| to| for)? {_REST})\b"
    r"(?=\W*(?:$|[.,;:!]|(?:and )?(?:just|only)\b|the school|(?:is )?wrong|"
    r"in (?:it|the plan)(?! (?:is|are|was) (?!wrong))|changed|to change|thanks|please|really))",
    re.IGNORECASE,
)
"""Where the rest of the plan is asked about, that none of it is meant."""
_OF_HELP = (
    rf"(?:{HELP}|language|needs|outcomes?|health|nurs\w+|social care|respite|short breaks?|"
    rf"transport|sections? [A-HJK]|description)"
)
_NOT_THE_HELP = re.compile(
    rf"^\W*not (?:about |with )?(?:the |his |her |any )*{_OF_HELP}\W*$|"
    rf",\W*not (?:about |with )?(?:the |his |her |any )*{_OF_HELP}(?=\W*(?:$|,))",
    re.IGNORECASE,
)
_NAMES_HELP = re.compile(
    rf"\b(?<!he )(?<!it ){_OF_HELP}\b(?![^.;,!?\n]{{0,25}}\b{FINE}\b)|"
    rf"\b[BF]\b(?! (?:is|are) {FINE})",
    re.IGNORECASE,
)
_ADDS_A_PART = re.compile(
    rf"\b(?:also|as well|plus|other (?:parts|bits|things)|maybe (?:more|others?)|"
    rf"another (?:part|thing)|"
    rf"(?:cut|stopped|reduced|removed|lost|took) (?:his|her|their|the|my) \w+|"
    rf"(?:the|his|her|their|my) (?:needs|{HELP})\b(?! (?:(?:bit|part|side|section|is|are|seems?|"
    rf"looks?|all|both) )+{FINE}))\b|"
    rf"\b{SCHOOL},? (?:and|&|n|\+) (?:(?:the|his|her|their|my|about|also) )*{_OF_HELP}\b(?! "
    rf"(?:(?:is|are|all|both) )*{FINE})|\b(?:section )?[BF] too\b",
    re.IGNORECASE,
)
"""Said beside "only the school": then it is not only the school, and a certificate is needed."""
_PART_IS_WRONG = re.compile(
    rf"\b{_OF_HELP}(?: (?:bit|part|side|section|stuff|of it|in it|and language|therapy))*(?:'s|s)? "
    rf"(?:(?:is|are|was|were|looks?|seems?|also|too|a bit|very|really|all|so|just|quite|pretty|"
    rf"far) )*(?:vague|woolly|wrong|missing|unclear|weak|rubbish|poor|useless|out of date|low|"
    rf"little|few|not (?:enough|right|specific|clear|in))\b",
    re.IGNORECASE,
)
_IS_BOTH = re.compile(
    r"^\W*(?:(?:no|it'?s|um+|well|i think) )*both\b(?! (?:schools|colleges|parents|of us))",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    rf"\b(?:(?:they|council|la|plan|it)(?:'?ve|'?s| have| has| had)? (?:also |just )?(?:left|cut|"
    rf"missed|took|taken|dropped|removed)|didn'?t (?:put|include|write)|"
    rf"(?:left|missing|taken|cut) (?:out|off)) ?(?:\w+ ){{0,4}}?(?:{HELP}|"
    rf"needs)\b(?! (?:reports?|assessments?|letters?|advice)\b)|"
    rf"\b{HELP}(?: (?:hours|sessions|therapy|bit|stuff))*(?: (?:is|are|was|were|been|got|has|have|"
    rf"also))* (?:cut|left out|taken out|missing|missed|removed|halved|reduced|dropped)\b",
    re.IGNORECASE,
)
"""Help that stands no longer in the plan, told beside the school."""
_PART_OF_IT = (
    rf"(?:(?:the|his|her|their|my|our) (?:{HELP}|needs|outcomes?|rest|other \w+)|sections? [A-HJK]|"
    rf"[BF]\b|ot\b|salt|speech|physio|therapy|hours)"
)
_ADDED_LATER = re.compile(
    rf"\b{_PART_OF_IT}(?: (?!{FINE}|can|could|will|would|come|comes|be\b)[\w']+){{0,4}}? "
    rf"(?:too|as ?well)\b(?= ?(?:$|[.,;!]|please|pls))|"
    rf"\b(?:also|as well as|plus)\b(?: [\w']+){{0,4}}? {_PART_OF_IT}|"
    rf"\b{_PART_OF_IT}(?: [\w']+)? (?:is|are|r|was) (?:all |also |still )*(?:wrong|bad|"
    rf"not (?:right|enough))\b|\b(?:got|put|have) {_PART_OF_IT}(?: part| bit)? (?:all )?wrong\b",
    re.IGNORECASE,
)
"""Said after "only the school" was answered: "actually the hours as well"."""
_HELP_TOO = re.compile(
    rf"\b{HELP}\b.{{0,30}}\b(?:wrong|not enough|missing|too)\b|"
    rf"\b(?:not enough|too little|no)\b.{{0,20}}\b{HELP}\b",
    re.IGNORECASE,
)
"""Said beside a wrong school: then it is not only the school (law L08)."""
_KIND_OF_SCHOOL = re.compile(rf"\b(?:type|kind|sort) of {SCHOOL}\b", re.IGNORECASE)
_OTHERS_THINK = re.compile(
    rf"\b(?:they|he|she|{OTHERS}) (?:says?|said|thinks?|reckons?|claims?)\b", re.IGNORECASE
)
"""Nobody is exempt by what somebody else thinks: "my ex thinks it's only the school"."""


def adds_a_part_later(text: str) -> bool:
    """True for "the help is wrong too": an answer of "only the school" holds no longer."""
    rest = without_denials(text)
    adds = (_ADDED_LATER, _PART_IS_WRONG, _LEFT_OUT)
    return not reads_as_question(text) and any(part.search(rest) for part in adds)


def tells_of_kind_of_school(text: str) -> bool:
    """True for "the sort of school they put, day instead of residential": no name is in dispute."""
    return _KIND_OF_SCHOOL.search(text) is not None


def tells_of_help_too(text: str) -> bool:
    """True for "wrong school and not enough help"."""
    return _HELP_TOO.search(text) is not None


def wants_out_of_school(text: str) -> bool:
    """True for "I want him educated at home": that is more than the school (law L40)."""
    return _OUT_OF_SCHOOL.search(text) is not None


def tells_of_other_parts(text: str) -> bool:
    """True for "both" and "they left the OT out", whatever else is not known for sure."""
    return bool(_IS_BOTH.search(text) or _LEFT_OUT.search(text))


def is_only_the_school(text: str) -> bool:
    """True for "just the school", "I don't mind the rest" and "we disagree with section I only".

    Whatever else is named beside it, or doubted, leaves it to be asked.
    """
    if denies_only(text) or doubts_the_rest(text) or _OTHERS_THINK.search(text):
        return False
    rest = without_denials(text)
    says_so = any(_says_only(clause) for clause in _clauses(rest))
    is_said = says_so or _is_all_but_the_school(text) or parts_alone(text) == {"I"}
    beside = _NAMES_HELP.search(_said_besides(rest))
    return is_said and not (beside or adds_a_part(rest) or tells_of_other_parts(rest))


def says_nothing_else(text: str) -> bool:
    """True for "no other problems" and "I want the school changed, nothing else"."""
    rest = _NOTHING_ELSE.sub(" ", without_denials(text))
    adds = (_NAMES_HELP, _ADDS_A_PART, _PART_IS_WRONG, _LEFT_OUT, _IS_BOTH)
    is_said = _NOTHING_ELSE.search(text) is not None and not denies_only(text)
    return is_said and not doubts_the_rest(text) and not any(one.search(rest) for one in adds)


def denies_only_the_school(text: str) -> bool:
    """True for "it's more than just the school", which leaves other parts in dispute too."""
    return denies_only(text) and _OF_THE_SCHOOL.search(text) is not None


def doubts_the_rest(text: str) -> bool:
    """True for "the other parts are good but not perfect", which says neither."""
    return _HAS_A_FLAW.search(text) is not None


def adds_a_part(text: str) -> bool:
    """True for "only the school. oh and the speech bit is vague": it is more than the school."""
    if _SPEAKS_OF_ONLY.search(text) is None:
        return False
    adds = (_ADDS_A_PART, _PART_IS_WRONG, _LEFT_OUT)
    beside = _said_besides(_NOTHING_ELSE.sub(" ", text))
    return any(part.search(beside) for part in adds)


def _said_besides(text: str) -> str:
    """The clauses that do not say that it is only the school, less the help that it is not."""
    rest = [clause for clause in _clauses(text) if not _says_only(clause)]
    return _NOT_THE_HELP.sub(" ", ", ".join(rest))


def _clauses(text: str) -> list[str]:
    return [clause.strip() for clause in _CLAUSE_END.split(text) if clause.strip()]


def _says_only(clause: str) -> bool:
    """True for a clause that says so and goes on to nothing else."""
    ways = (_ONLY_SCHOOL, _ONLY_THAT, _REST_IS_FINE)
    return len(clause) <= LONGEST and any(way.fullmatch(clause) for way in ways)


def _is_all_but_the_school(text: str) -> bool:
    excepted = all_fine_but(text)
    return excepted is not None and _ALL_BUT_THE_SCHOOL.fullmatch(excepted) is not None


def school_only_told_again(words: str, draft: Draft) -> tuple[str, bool] | None:
    """What they say of it now, and whether that is sure; None where it was not told before.

    What takes the place of an answer is asked about at once, and what puts one right where it is
    unsure.
    """
    if draft.progress.school_only is None:
        return None
    is_exempt = draft.progress.school_only == "only_school"
    if denies_only_the_school(words) or (is_exempt and adds_a_part_later(words)):
        return "other_parts", True
    if not is_only_the_school(words):
        return None
    puts_right = draft.progress.pending in _REVIEW or reads_as_correction(words)
    return "only_school", not (puts_right or _may_put_a_name_right(words, draft))


def _may_put_a_name_right(words: str, draft: Draft) -> bool:
    """True for "Ivy not Holly", where Holly was told: what stands beside it is put right too."""
    held = [draft.referral.child.name, draft.referral.referrer.name]
    names = [name.split()[0].casefold() for name in held if name and name.strip()]
    return " not " in f" {words} " and any(name in words.casefold() for name in names)
