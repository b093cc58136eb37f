"""Whether only the school is wrong, or other parts of the plan too: a certificate hangs on it."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.dispute import PART_LETTERS
from casework.answers.fact import Fact
from casework.answers.reading import Answer, one
from casework.dispute.all_or_part import denies_only, means_all_parts
from casework.dispute.field_words import SCHOOL
from casework.dispute.only_the_school import (
    adds_a_part,
    doubts_the_rest,
    is_only_the_school,
    says_nothing_else,
    tells_of_kind_of_school,
    tells_of_other_parts,
    wants_out_of_school,
)
from casework.dispute.parts_denied import parts_denied, without_denials
from casework.dispute.parts_listed import parts_listed
from casework.message import Message
from casework.referral.draft import Draft
from casework.words import reads_as_plain_no, reads_as_unsure, reads_as_yes, straighten

_SCHOOL = re.compile(rf"\b{SCHOOL}\b", re.IGNORECASE)
"""In "no it's the school" the no may deny either."""
_HELP = "utter_help_school_only_check"
_OTHER_PARTS = re.compile(
    r"\b(?:other|more|else|too|also|as well|both|another)\b|\b[BF]\b|\bneeds\b|\bhelp\b|\bhours\b",
    re.IGNORECASE,
)
_NEEDS_OF_A_CHILD = re.compile(
    r"\b(?:meet(?:s|ing)?|met|suits?|manage\w*|cope with|cater\w* for|for|of|with|special|high|"
    r"complex|additional)(?: (?:his|her|their|my|all|the|special|educational|complex|child'?s|"
    r"son'?s|daughter'?s))* needs?\b|\b(?:he|she|they|who|child|son|daughter|we|i) "
    r"(?:really |just |also )*needs?\b|"
    r"\bneeds (?:are|r) (?:(?:too|so|very|really) )*(?:complex|high|severe|great|much)\b",
    re.IGNORECASE,
)
"""The needs that a child has, which name no part of a plan."""


def read_school_only(message: Message, draft: Draft, today: date) -> Answer | None:
    """Whether only the school is wrong (law L08); "no, F too" adds the letters."""
    text = straighten(without_denials(message.plain))
    if wants_out_of_school(text):
        return one("school_only_check", "out_of_school")
    if denies_only(text):
        is_unsure = reads_as_unsure(text)
        return one("school_only_check", "unsure") if is_unsure else _other_parts(message)
    if adds_a_part(text) or means_all_parts(text):
        return _other_parts(message)
    if is_only_the_school(message.plain) or says_nothing_else(message.plain):
        # The kind comes first: told anew, it takes what was answered about it out.
        facts = [Fact("school_only_check", "only_school")]
        if re.search(r"no school (?:is )?named|none (?:is )?named", text, re.IGNORECASE):
            facts.insert(0, Fact("issue", ["i_none_named"]))
        elif re.search(r"\btype\b", text, re.IGNORECASE) or tells_of_kind_of_school(text):
            facts.insert(0, Fact("issue", ["i_type_only"]))
        return Answer(facts=tuple(facts))
    if tells_of_other_parts(text):
        return _other_parts(message)
    if reads_as_unsure(text):
        return one("school_only_check", "unsure")
    parts = {entity.value for entity in message.all_of("section")} - {"I"}
    if doubts_the_rest(text):
        return None
    is_only = any(one.is_sure and one.value == "school" for one in message.all_of("only"))
    is_of_parts = _OTHER_PARTS.search(_NEEDS_OF_A_CHILD.sub(" ", text)) is not None
    is_no = reads_as_plain_no(text)
    if is_of_parts or is_no or parts:
        is_only |= is_no and not (is_of_parts or parts) and _SCHOOL.search(text) is not None
        return Answer(problem=_HELP) if is_only else _other_parts(message)
    return _yes_to_only(draft) if reads_as_yes(text) else None


def _yes_to_only(draft: Draft) -> Answer:
    """A yes to "only the school, or other parts too?" says neither; it does to a plainer question.

    A certificate may hang on it, so that the question is put as one of yes or no first.
    """
    if draft.progress.misses == 0:
        return Answer(problem=_HELP)
    return one("school_only_check", "only_school")


def _other_parts(message: Message) -> Answer:
    """Other parts than the school are in dispute ("No, F too"); the letters are added."""
    letters = set(PART_LETTERS.findall(straighten(without_denials(message.plain))))
    letters |= {str(entity.value) for entity in message.all_of("section")}
    letters |= parts_listed(message.plain) & {"B", "F"}
    letters -= parts_denied(message.plain)
    facts = [Fact("school_only_check", "other_parts")]
    if letters - {"I"}:
        facts.insert(0, Fact("sections", sorted(letters | {"I"})))
    return Answer(facts=tuple(facts))
