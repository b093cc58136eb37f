"""What the disagreement is about: council, kinds, parts of the plan."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.councils_told import council_facts, fact_of_match
from casework.answers.fact import Fact
from casework.answers.places_in_passing import (
    denies_council,
    home_of_now,
    without_places_denied,
    without_schools,
)
from casework.answers.reading import Answer, one
from casework.dispute.all_or_part import ALL_PARTS, all_but, all_fine_but
from casework.dispute.parts_denied import letters_named, parts_denied, without_denials
from casework.message import Message
from casework.places.councils import Council, council_by_gss, match_council
from casework.referral.draft import Draft
from casework.words import straighten


def read_council(message: Message, draft: Draft, today: date) -> Answer | None:
    """A council by name, place or postcode, or one of those offered before."""
    candidates = [c for gss in draft.progress.candidates if (c := council_by_gss(gss))]
    chosen = _choose_candidate(message.plain, candidates)
    if chosen is not None:
        value = {"gss": chosen.gss, "matched_by": "name", "as_typed": message.plain[:80]}
        return one("council", value)
    typed, message = message.plain, without_places_denied(message)
    meant = without_schools(message)
    if meant is not message:
        named = council_facts(meant)
        return Answer(facts=tuple(named)) if named else None
    match = match_council(message.plain)
    if match.kind == "ambiguous":
        if (home := fact_of_match(match_council(home_of_now(message.plain)), typed)) is not None:
            return Answer(facts=(home,))
        if not match.candidates:
            return Answer(problem="utter_help_council")
        return Answer(candidates=match.candidates)
    fact = fact_of_match(match, typed) or _told_by_denial(typed)
    if fact is not None:
        return Answer(facts=(fact,))
    named = council_facts(message)
    return Answer(facts=tuple(named)) if named else None


def _told_by_denial(typed: str) -> Fact | None:
    """The county of "not Nottingham city, the county"; the council that is denied is not meant."""
    match = match_council(typed)
    is_denied = match.council is None or denies_council(typed, match.council.gss)
    return None if is_denied else fact_of_match(match, typed)


def _choose_candidate(text: str, candidates: list[Council]) -> Council | None:
    if not candidates:
        return None
    typed = text.casefold().strip(" .!")
    for council in candidates:
        if typed in (council.name.casefold(), council.official_name.casefold()):
            return council
    words = set(re.findall(r"[a-z]{4,}", typed))
    hits = [c for c in candidates if words & (set(re.findall(r"[a-z]{4,}", c.name.casefold())))]
    return hits[0] if len(hits) == 1 else None


_ISSUE_CHOICES = {
    r"\b(?:help|support|provision|hours|therap\w+)\b.{0,25}(?:\bnot|n'?t|\bnever) (?:being |been )?"
    r"(?:given|provided|delivered|happening)\b": "not_delivered",
    r"\bplan.{0,12}\bwrong\b|\bcontent|not happy with (?:the|his|her) plan": "plan_content",
    r"^\W*(?:they(?:'?re| are)? (?:want to )?|it'?s |it is |being )*(?:stop(?:ping|ped)?|"
    r"end(?:ing|ed)?|ceas(?:e|ing|ed))(?: (?:it|(?:the|his|her|my|our|their) "
    r"(?:plan|ehcp)))?\W*$": "cease_plan",
    r"\bsomething else\b|\bother\b": "unsure_other",
}


def read_issue(message: Message, draft: Draft, today: date) -> Answer | None:
    """The choices that name no kind of dispute; kinds themselves come as facts."""
    if message.all_of("dispute"):
        return None
    if message.all_of("section"):
        return None
    if draft.referral.plan == "final":
        if _SCHOOL_AND_MORE.search(message.plain):
            return one("issue", ["b_f_i"])
        parts = _parts_excepted(message.plain) or _parts_of_all_but(message.plain)
        parts = parts or _parts_at_issue(without_denials(message.plain))
        if parts:
            return one("sections", parts)
    for pattern, kind in _ISSUE_CHOICES.items():
        if re.search(pattern, message.plain, re.IGNORECASE):
            return one("issue", [kind])
    return None


_SCHOOL_AND_MORE = re.compile(
    r"\b(?:school|college|placement)\b[^.!?]{0,30}\b(?:and|plus|as well as|also)\b[^.!?]{0,20}"
    r"\b(?:other|more) (?:parts?|bits?|sections?)\b(?![^.!?]*\b(?:fine|ok|okay|good|right)\b)",
    re.IGNORECASE,
)
"""Our own choice in words: "the school and other parts of the plan"."""
_SECTION_WORDS = {
    # "His needs" are a part of the plan; what "he needs" is help.
    "B": r"(?<!\bhe )(?<!\bshe )(?<!\bthey )(?<!\bi )(?<!\bwe )\bneeds?\b"
    r"(?! (?:an?|the|to|more|some|extra|help|support|speech|therapy|1|one|ot|salt)\b)",
    "F": r"\bhelp|\bhours|\bprovision|\btherap|\bsupport|\bsalt\b|\bOT\b|\b1 ?(?:[:-]|to) ?1\b|"
    r"\bone[ -]to[ -]one\b",
    "I": r"\bschool|\bcollege|\bplacement|\bsetting",
    "G": r"\bhealth|\bnurs|\bnhs",
    "H": r"\bsocial|\bcare\b|\brespite|\bshort break",
}


def parts_by_word(text: str) -> list[str]:
    """The letters of the parts of a plan that are named by what they hold: "the hours" is F."""
    return [
        letter
        for letter, pattern in _SECTION_WORDS.items()
        if re.search(pattern, text, re.IGNORECASE)
    ]


_SCHOOL_AT_ISSUE = re.compile(
    r"\b(?:wrong|nam(?:e|es|ed|ing)|want\w*|different|another|new|plac(?:e|es)|chang\w+|chos\w+|"
    r"choice|agree|disagree\w*|happy|unhappy|like|suitable|unsuitable|right|instead|mainstream|"
    r"special\w*|part|bit|section|issue|problem|about|plan|ehcp)\b",
    re.IGNORECASE,
)
_NAMES_IT_ONLY = re.compile(
    r"[\W\d]*(?:(?:the|his|her|their|my|our|a|it|its|it's|is|and|or|also|just|only|mainly|mostly|"
    r"of|with|for|yes|i|think|needs?|help|hours|provision|therap\w+|support|salt|ot|schools?|"
    r"schooling|college|placement|setting|health|care|social|please|too)\b\W*)*",
    re.IGNORECASE,
)


def _parts_at_issue(text: str) -> list[str]:
    """The parts named; a sentence in which "school" merely stands tells nothing of the part."""
    is_school = _NAMES_IT_ONLY.fullmatch(text) or _SCHOOL_AT_ISSUE.search(text)
    return [letter for letter in parts_by_word(text) if letter != "I" or is_school]


def _parts_excepted(text: str) -> list[str]:
    """The letters of what alone is wrong: the F of "all fine except the help"."""
    excepted = all_fine_but(text) or ""
    return sorted(letters_named(excepted) | set(parts_by_word(excepted)))


def _parts_of_all_but(text: str) -> list[str]:
    """B and F of "everything but the school"; none where no part is left out of all."""
    left_out = all_but(text)
    if left_out is None:
        return []
    letters = set(re.findall(r"\b[A-K]\b", left_out.upper())) | set(parts_by_word(left_out))
    return sorted(ALL_PARTS - letters)


_NOT_THE_PART = re.compile(
    r"\b(?:not|except|apart from|nothing wrong with) (?:about )?(?:the )?\w+|"
    r"\b(?:the )?\w+ (?:bit |part )?(?:is|are) (?:fine|ok|okay|good|right)\b",
    re.IGNORECASE,
)

PART_LETTERS = re.compile(
    r"(?<![A-Za-z'])(?:[A-HJK]|I(?!\s+(?!and\b|or\b|too\b|as\b|also\b|please\b|only\b)[a-z]))"
    r"(?![A-Za-z'\u2019])"
)
"""Parts of the plan; the I of "I think F" is the parent."""


def read_sections(message: Message, draft: Draft, today: date) -> Answer | None:
    """Parts of the plan by letter ("B and F") or by word ("the school")."""
    named = _parts_excepted(message.plain) or _parts_of_all_but(message.plain)
    if named:
        return one("sections", named)
    text = straighten(without_denials(message.plain))
    letters = {str(entity.value) for entity in message.all_of("section")}
    letters |= set(PART_LETTERS.findall(text))
    if re.fullmatch(r"[\sa-k,&+]*(?:and[\sa-k,&+]*)*", text):
        letters |= {c.upper() for c in re.findall(r"\b[a-k]\b", text)}
    letters |= set(parts_by_word(_NOT_THE_PART.sub(" ", text)))
    if not letters and re.search(r"\b(?:all|everything|whole)\b", text, re.IGNORECASE):
        letters = set(ALL_PARTS)
    letters -= parts_denied(message.plain)
    return one("sections", sorted(letters)) if letters else None
