"""Several parts of a plan named in one breath: "the hours, the nursing and the respite".

With the education part in it a certificate is needed and there is an appeal (law L08, L40), so that
such a list must never be taken for health or social care alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from casework.dispute.all_or_part import ALL_PARTS, all_fine_but, means_all_parts
from casework.dispute.field_words import HELP, SCHOOL
from casework.dispute.kinds_heard import with_kinds
from casework.dispute.parts_denied import LONGEST_LETTER, parts_denied, without_denials
from casework.law.disputes import SCHOOL_ONLY_KINDS
from casework.message import Entity, Message
from casework.referral.draft import Draft

_CARE = (
    r"(?:(?:the )?social (?:care|services|work(?:er)?)|respite|short breaks?|"
    r"overnight (?:stays?|care)|personal assistant|pa hours|holiday club|saturday club|"
    r"care (?:bit|part|side|section|at home|needs|package)|(?:section )?h[12]\b)"
)
_HEALTH = (
    r"(?:(?:the )?health(?:care)?(?! visitor)|nhs|nurs(?:e|es|ing)|medical|medicines?|medication|"
    r"camhs|continence|peg feed\w*)"
)
_OF_IT = r"(?: (?:care|needs|help|support|provision|hours|part|bit|side|section|stuff|team|and))*"
_CARE_WITH_ITS_WORDS = re.compile(rf"\b{_CARE}{_OF_IT}\b", re.IGNORECASE)
_HEALTH_WITH_ITS_WORDS = re.compile(
    rf"\b(?:{_HEALTH}{_OF_IT}|(?:help|support) (?:from|by) (?:the )?{_HEALTH})\b", re.IGNORECASE
)
_HELP = rf"(?:{HELP}|teaching|education(?:al)?|schooling|interventions?|tuition|section f)\b"
_HELP_NAMED = re.compile(
    rf"\b{_HELP}(?! (?:report|assessment|visitor|me\b|us\b|please))(?!\s*[:.-]*\s*(?:agreed|fine|"
    rf"ok\b|okay|good|perfect|spot on))",
    re.IGNORECASE,
)
_NEEDS_NAMED = re.compile(
    r"\b(?:(?:the|his|her|their|my|special|whose|educational) )?needs\b(?! "
    r"(?:to|a|an|more|some|the|help|support|his|her|\d+)\b)(?!\s*[-:.]+\s*agreed)|\bsection b\b|"
    r"\bdescription of (?:him|her|them)\b",
    re.IGNORECASE,
)
_SCHOOL_NAMED = re.compile(
    rf"(?<!\bat )(?<!\bin )(?<!\bfrom )(?<!\bto )(?<!\bby )(?<!\bof )(?<!\bfor )(?<!asked "
    rf")(?<!told )(?<!rang )(?<!love )(?<!like )(?<!emailed )(?:\b(?:the|which|what|wrong|"
    rf"different|another|about|type of|kind of|sort of|his|her|and|plus)|&) "
    rf"{SCHOOL}(?:(?= (?:named|place\b|placement|choice|bit|part|chosen|they|the council|"
    rf"in (?:section )?i\b|(?:that|which) (?:has|have|is|was|they|the council)|too|as well|also|"
    rf"and|is wrong|isn'?t|not right))|(?=\s*(?:$|[,.;&+!])))|"
    rf"\bplacement\b(?=\s*(?:$|[,.;&+!]| and| too))|\bwrong {SCHOOL}\b",
    re.IGNORECASE,
)
_AND = r",? ?(?:,|\band\b|&|\+|\bplus\b|\bn\b) ?"
_HELP_AND_SCHOOL = re.compile(
    rf"\b{_HELP}(?: \w+)?{_AND}(?:about |also |the |which |wrong |his |her )*{SCHOOL}\b|"
    rf"\b{SCHOOL}(?: \w+){{0,3}}?{_AND}(?:also |the |not enough |his |her |too little |wrong |"
    rf"how many )*{HELP}",
    re.IGNORECASE,
)
"""The help and the school in one list, both in dispute."""
_SCHOOL_SPEAKS = re.compile(
    r"\b(?:school|college|placement|setting) (?:is|are|was|has|have|says?|said|agrees?|thinks?"
    r"|wants?|supports?|backs?|told|sent|staff|cannot|itself (?:says|agrees)|"
    r"(?:is|are|was|has|have|do|does|did|ca|wo)n'?t) "
    r"(?!wrong|too far|(?:not )?(?:right|suitable|appropriate)|unsuitable|named|been named|too)",
    re.IGNORECASE,
)
_IS_FINE = re.compile(
    r"\b(?:is|are|all|both|looks?|seems?|was)? ?(?:fine|ok|okay|good|great|perfect|spot on|agreed|"
    r"(?:i'?m |we'?re |am |are )?(?:content|happy|satisfied)|can'?t fault|"
    r"no (?:problem|complaint|issue)s?|wouldn'?t touch|nothing wrong|not arguing|not disputing|"
    r"excellent|lovely)\b",
    re.IGNORECASE,
)
_NOT_FINE = re.compile(
    r"\b(?:not|never|isn'?t|aren'?t|n'?t) (?:\w+ )?(?:fine|ok|okay|good|great|happy|content|agreed|"
    r"right)\b",
    re.IGNORECASE,
)
_NAMES_A_PART = re.compile(
    rf"\b(?:{_HELP}|{_CARE}|{_HEALTH}|needs|school|college|placement|setting|description)",
    re.IGNORECASE,
)
_LISTS_PARTS = re.compile(
    rf"^\W*(?:(?:the|his|her|their|my|it'?s|about|both|also|and|plus|too|as well|part|bit|side|"
    rf"section|please|{_HELP}|{_CARE}|{_HEALTH}|needs|{SCHOOL})\b\W*|[&+,]\W*)+$",
    re.IGNORECASE,
)
"""Names of parts and nothing else: "needs and school"."""
_ONLY = re.compile(
    r"\b(?:only|just|solely|nothing else|rest (?:is|of it)|everything else|that'?s all|"
    r"only thing)\b",
    re.IGNORECASE,
)
_SEAM = re.compile(r"[.;!?\n]+|,? \b(?:but|though|while|whereas)\b")
_HEALTH_OR_CARE = frozenset({"health_only", "social_only"})
_KIND_OF_PART = {"B": "section_b", "F": "section_f"}
_WITHOUT_A_PLAN = frozenset({"none", "requested", "draft"})
_IN_CARE = re.compile(
    r"\b(?:in|into|under|from) (?:\w+ )?care\b|\bfoster|\blooked[- ]after|\bspecial guardian|"
    r"\bkinship",
    re.IGNORECASE,
)
_IN_DISPUTE = {
    "section_b": "B",
    "section_f": "F",
    "b_f_i": "I",
    "i_named_only": "I",
    "i_type_only": "I",
}


def parts_listed(text: str) -> frozenset[str]:
    """The parts that a list names as wrong: B, F and I by their letters, "health" and "care".

    What is called right counts not, and the needs or help of health and care are theirs.
    """
    named: set[str] = set()
    excepted = all_fine_but(text)
    for clause in [*_complaints(without_denials(text)), *([excepted] if excepted else [])]:
        rest = _CARE_WITH_ITS_WORDS.sub(" \u00b7 ", clause)
        named |= {"care"} if rest != clause else set()
        left = _HEALTH_WITH_ITS_WORDS.sub(" \u00b7 ", rest)
        named |= {"health"} if left != rest else set()
        named |= {"F"} if _HELP_NAMED.search(left) else set()
        named |= {"B"} if _NEEDS_NAMED.search(left) else set()
        if _SCHOOL_NAMED.search(left) and not _SCHOOL_SPEAKS.search(left):
            named.add("I")
    return frozenset(named - parts_denied(text))


def _complaints(text: str) -> Iterator[str]:
    """The clauses that call nothing right; "the help, the needs, all good" is one that does."""
    for sentence in _SEAM.split(text):
        pieces: list[str] = []
        for piece in sentence.split(","):
            if not _IS_FINE.search(piece) or _NOT_FINE.search(piece):
                pieces.append(piece)
            elif not _NAMES_A_PART.search(piece):
                pieces = []
        yield from [",".join(pieces)] if pieces else []


def with_parts_listed(message: Message, draft: Draft) -> Message:
    """The message with each part of the plan that its list names, to be asked about.

    Only beside what was heard of the parts, or as the answer to what it is about: a word of an
    account alone names no part.
    """
    heard = [one for one in message.entities if one.name == "dispute"]
    kinds = {str(one.value) for one in heard}
    about = {*_HEALTH_OR_CARE, *_IN_DISPUTE}
    plan = message.first("plan_status")
    status = str(plan.value) if plan is not None and plan.is_sure else draft.referral.plan
    words = message.plain
    if status in _WITHOUT_A_PLAN or words.endswith("?"):
        return message
    is_answer = draft.progress.pending == "issue"
    if is_answer and (all_named := _all_that_is_named(words, status)):
        return _with_letters(message, all_named)
    is_asked = is_answer and not kinds - about - {"looked_after"}
    is_told = bool(kinds & about) and kinds <= about | {"looked_after"}
    if not (is_asked or is_told):
        return message
    parts = parts_listed(words)
    beyond = parts & {"health", "care"}
    told_of = without_denials(words)
    if not beyond and is_asked and _HELP_AND_SCHOOL.search(told_of) and not _IS_FINE.search(words):
        told = {"section_f"} if kinds & SCHOOL_ONLY_KINDS else {"section_f", "i_named_only"}
        return with_kinds(message, *sorted(told - kinds))
    if not beyond:
        return _with_the_school(message, kinds, parts)
    education = parts - beyond
    if education and _ONLY.search(words):
        return message
    return _with_kinds(message, heard, education)


def _all_that_is_named(words: str, status: str | None) -> frozenset[str]:
    """The parts of "needs and school" and of "all of it", which tell nothing else."""
    if status == "final" and means_all_parts(words):
        return ALL_PARTS
    if not _LISTS_PARTS.match(words):
        return frozenset()
    school = {"I"} if re.search(SCHOOL, words, re.IGNORECASE) else set()
    parts = parts_listed(words) | school
    return parts if len(parts) > 1 and parts <= ALL_PARTS else frozenset()


def _with_letters(message: Message, parts: frozenset[str]) -> Message:
    """The message with the parts for what its words were guessed to mean."""
    kept = [one for one in message.entities if one.name != "dispute" or one.is_sure]
    letters = [Entity("section", part) for part in sorted(parts)]
    return replace(message, entities=(*kept, *letters))


def _with_the_school(message: Message, kinds: set[str], parts: frozenset[str]) -> Message:
    """The message with the school that it names beside the needs or the help in dispute."""
    letters = {str(one.value) for one in message.all_of("section")}
    is_more = bool({*letters} & {"B", "F"} or kinds & {"section_b", "section_f"})
    if "I" not in parts or "I" in letters or not is_more:
        return message
    return replace(message, entities=(*message.entities, Entity("section", "I")))


def _with_kinds(message: Message, heard: list[Entity], education: frozenset[str]) -> Message:
    told = {_KIND_OF_PART[part] for part in education if part in _KIND_OF_PART}
    if education:
        told.add("edu_plus_health_care" if told else "school_plus_health_care")
    kept = [one for one in heard if _stands(one, education, message.plain)]
    known = {str(one.value) for one in kept}
    added = [Entity("dispute", kind, is_sure=False) for kind in sorted(told - known)]
    if not added and len(kept) == len(heard):
        return message
    others = [
        one
        for one in message.entities
        if one.name not in ("dispute", "only") and not _is_of_another_part(one, education)
    ]
    return replace(message, entities=(*others, *kept, *added))


def _is_of_another_part(entity: Entity, education: frozenset[str]) -> bool:
    """True for the help of "the social care needs and help", unless its letter is named."""
    is_letter = entity.end - entity.start <= LONGEST_LETTER
    is_education = entity.name == "section" and entity.value in {"B", "F"}
    return is_education and not is_letter and entity.value not in education


def _stands(kind: Entity, education: frozenset[str], words: str) -> bool:
    """False for what the words of health and care were mistaken for; what is sure stands."""
    if kind.value in _HEALTH_OR_CARE or (kind.value in SCHOOL_ONLY_KINDS and not kind.is_sure):
        return not education
    if kind.is_sure:
        return True
    if kind.value == "looked_after":
        return _IN_CARE.search(words) is not None
    part = _IN_DISPUTE.get(str(kind.value))
    return part is None or part in education
