"""What the disagreement is about: kinds of dispute, sections of the plan, and what was done so far.

Only what a parent states counts, not what they ask or suppose. How it is worded is kept in
`wording.yml`; here are the sections of a plan and what follows from several facts together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage
from bot.nlu.ruled_out import ruled_out_by_words
from bot.nlu.sections import NOT_THIS, is_fine, read_sections
from bot.nlu.wording import Wording, read_wording

_SCHOOL = r"(?:school|college|placement|setting|nursery|section i)"
_HEALTH = r"(?:health|nursing|nhs|medical|section [gc])"
_CARE = r"(?:social care|respite|short breaks?|section [hd][12]?)"
_REST = (
    r"(?:nothing else|(?:the )?rest (?:of (?:it|the plan) )?(?:is|looks|was|seems)(?: all)? "
    r"(?:good|fine|ok|okay|right|great|perfect)|"
    r"everything else(?: in it| in the plan)?(?: is|'s)?(?: all)? (?:good|fine|ok|okay|right|"
    r"great)|(?:section )?b (?:and|&|n) (?:section )?f (?:is|are|r|look|looks|seem)(?: both| all)? "
    r"(?:fine|ok|okay|good|right|great)|"
    r"(?:happy|fine|ok|okay|agree|no \w+|not arguing) with (?:section )?b (?:and|&|n|or) "
    r"(?:section )?f\b|(?:happy|fine|ok|agree) with (?:everything|all of it|all the rest|the rest|"
    r"it all|the whole plan)(?: else)?(?: but| except| apart| other)?|"
    r"(?:our|my|the) only (?:worry|problem|issue|concern|thing|complaint|gripe|objection)|"
    r"that's (?:it|all)$)"
)
_ONLY_PART = (
    r"(?:(?:about|for|over|the|with|want|wanting|appealing|is|it'?s|wrong|part|section|i'?m|"
    r"bothered about)\s+){0,3}"
)
_NOT_ONLY = re.compile(r"\b(?:not|isn'?t|no)\s+(?:just|only)\b")
_ONLY = {
    value: re.compile(
        rf"\b(?:only|just|solely|purely|nothing but)\s+{_ONLY_PART}(?:overnight\s+|"
        rf"named\s+)?{part}\b(?!\s+to\b)|\b{part}(?: part| section| bit| named| name)?,? "
        rf"only(?=\s*(?:[.,;!)]|$|please|thanks|that|which|is wrong))|"
        rf"\b{part}[^.]{{0,40}}\band nothing else\b"
    )
    for value, part in (("school", _SCHOOL), ("health", _HEALTH), ("care", _CARE))
}
_REST_IS_FINE = re.compile(rf"\b{_REST}")
_TOPICS = {
    "care": re.compile(rf"\b{_CARE}\b"),
    "health": re.compile(rf"\b{_HEALTH}\b"),
    "school": re.compile(rf"\b{_SCHOOL}\b"),
}

_WRONG_SCHOOL = re.compile(
    r"\b(?:wrong|unsuitable|different|inappropriate)\s+(?:(?!with|at|in|about)\w+\s+)?(?:school|"
    r"college|placement|setting)\b|"
    r"\b(?:school|college|placement|setting|nursery)(?: named)?(?: is|'?s| are| r)? "
    r"(?:just |completely |totally |all )?(?:the )?wrong\b|"
    r"\b(?:named|naming|names|put down|chosen|chose|picked|"
    r"offered)\s+(?:(?:the|a|an|our|his|her|my|another|local|nearest|mainstream|special|wrong|"
    r"different|that)\s+){0,3}(?:school|college|placement|setting|academy|mainstream)\b|"
    r"\b(?:disagree|unhappy|(?:don'?t|do not|not|dont)\s+(?:agree|happy|like))\s+(?:with\s+|"
    r"about\s+)?(?:the\s+|his\s+|her\s+|that\s+|this\s+)?(?:named\s+)?(?:school|placement|"
    r"college)\b(?! to)|\b(?:school|placement|college)\s+(?:named|"
    r"they (?:have )?(?:named|chose|picked|want|put)|"
    r"(?:is|isn'?t|not)\s+(?:wrong|unsuitable|not suitable|not right|right|suitable|"
    r"can'?t meet))\b|\b(?:refus\w+ to|won'?t|will not|not)\s+name\b[^.,;]{0,30}\b(?:school|"
    r"college|placement)\b|"
    r"\b(?:named|naming|names)\s+(?:[\w'’.]+\s+){1,3}(?:school|college|academy)\b|"
    r"\bput\s+(?:him|her|them)\s+(?:in|into)\s+(?:a\s+)?(?:mainstream|special(?:ist)?)\b|"
    r"\b(?:named|naming|names)\s+(?:[\w'’.]+\s+){1,4}(?:which|who|that|"
    r"and (?:it|they))\s+(?:can'?t|cannot|won'?t|isn'?t|aren'?t|don'?t|has|have|is|says?|said)\b|"
    r"\b(?:and )?so is (?:section )?i\b|\bso'?s (?:section )?i\b|"
    r"\b(?:named|want|wanted)\s+(?:a\s+)?(?:mainstream|special(?:ist)?)\b|"
    r"\bsection i\b.{0,30}\b(?:wrong|disagree|appeal|not)\b"
)
_TOO_LITTLE = re.compile(
    r"(?:(?:there'?s|it'?s|just|still|simply) )*(?:not|nowhere near) (?:got |getting )?enough "
    r"(?:of )?(?:hours|hrs|1[:.-]1|one to one|ta(?: time| hours)?|(?:speech )?therapy|salt|ot|"
    r"provision)"
)
"""The whole message, which else looks like one who has had enough."""
_SCHOOL_IS_NAMED_OF_PLAN = re.compile(r"\b(?:plan|ehcp?|section|named|naming|draft|final)\b")
_SCHOOL_KINDS = ("i_named_only", "i_type_only", "i_none_named")
_EDUCATION = {"section_b": "B", "section_f": "F"}
PART_IN_DISPUTE = {**_EDUCATION, **dict.fromkeys(_SCHOOL_KINDS, "I")}
"""Kinds from which a section of the plan follows."""
CIRCUMSTANCES = frozenset(
    {"looked_after", "two_councils", "parents_disagree", "in_custody", "not_england"}
)
"""Said beside what a dispute is about; on their own they do not say what that is."""
NEED_A_PLAN = frozenset(
    {
        "annual_review_late",
        "b_f_i",
        "cease_plan",
        "i_named_only",
        "i_none_named",
        "i_type_only",
        "not_delivered",
        "refuse_amend",
        "refuse_reassess",
        "section_b",
        "section_f",
        "sections_a_e_j",
    }
)
"""Kinds that nobody has who says that there is no plan."""
NEED_NO_PLAN = frozenset({"draft_plan", "refuse_assess", "refuse_plan", "sen_support"})
"""Kinds that nobody has who says that there is a final plan."""
_BESIDE_A_SCHOOL = (CIRCUMSTANCES - {"parents_disagree"}) | {
    "already_appealed",
    "b_f_i",
    "health_only",
    "i_named_only",
    "section_b",
    "section_f",
    "social_only",
}
"""Kinds beside which words about a school tell another kind."""
_VAGUE = ("sen_support", "exclusion", "no_decision", "i_named_only", "transport", "section_f")
"""Widest wordings, vaguest first; heard only where they are all that may have been said."""


def read_disputes(message: ParentMessage, wording: Wording) -> list[Fact]:
    """Find kinds of dispute, sections, plan status, certificate, appeal, route, permission."""
    facts = _without_implied_contradictions(
        read_wording(message.asserted_sentences, message.bare, wording)
    )
    sections = list(read_sections(message))
    only = _read_only(message)
    facts += sections
    if only is not None:
        facts.append(only)
    if _TOO_LITTLE.fullmatch(message.bare):
        facts.append(Fact("dispute", "section_f", 0, len(message.text), sure=False))
    facts += _follow(message, facts, only)
    ruled_out = ruled_out_by_words(message)
    return [fact for fact in facts if fact.entity != "dispute" or fact.value not in ruled_out]


def _read_only(message: ParentMessage) -> Fact | None:
    stated = message.asserted
    if _NOT_ONLY.search(stated):
        return None
    for value, pattern in _ONLY.items():
        found = pattern.search(stated)
        if found:
            return Fact("only", value, *found.span())
    rest = _REST_IS_FINE.search(stated)
    if rest is None:
        return None
    for value, topic in _TOPICS.items():
        about = topic.search(stated)
        if about and not _is_about_praise(stated, about.start()):
            return Fact("only", value, *rest.span())
    return None


def _is_about_praise(stated: str, position: int) -> bool:
    return (
        re.match(
            r"[^,.;]{0,30}\b(?:is|are) (?:fine|good|ok|great)\b",
            stated[position:],
        )
        is not None
    )


def _follow(message: ParentMessage, facts: list[Fact], only: Fact | None) -> Iterator[Fact]:
    """Work out the kinds that follow from sections, from "only", and from words about a school."""
    said: dict[str, Fact] = {str(fact.value): fact for fact in facts if fact.entity == "dispute"}
    sections = {str(fact.value): fact for fact in facts if fact.entity == "section"}
    draft = (
        re.search(r"\bdraft\b", message.plain) is not None
        or any(fact.entity == "plan_status" and fact.value == "draft" for fact in facts)
        or "draft_plan" in said
    )
    appealed = next(
        (fact for fact in facts if fact.entity == "appeal" and fact.value == "yes"), None
    )
    if appealed:
        yield Fact("dispute", "already_appealed", appealed.start, appealed.end, sure=appealed.sure)
    if only is not None and only.value == "health":
        yield Fact("dispute", "health_only", only.start, only.end)
    elif only is not None and only.value == "care":
        yield Fact("dispute", "social_only", only.start, only.end)
    education = {kind: fact for kind, fact in said.items() if kind in _EDUCATION}
    for kind, letter in _EDUCATION.items():
        if letter in sections and kind not in said and not draft and "not_delivered" not in said:
            education[kind] = Fact("dispute", kind, sections[letter].start, sections[letter].end)
            yield education[kind]
        elif kind in said and said[kind].sure and letter not in sections:
            yield Fact("section", letter, said[kind].start, said[kind].end)
    school = _school(message, sections, said, only)
    if school is None or draft:
        return
    if "I" not in sections and school.sure:
        of_plan = _SCHOOL_IS_NAMED_OF_PLAN.search(message.asserted) is not None
        yield Fact("section", "I", school.start, school.end, sure=of_plan)
    if education:
        is_sure = school.sure and all(fact.sure for fact in education.values())
        yield Fact("dispute", "b_f_i", school.start, school.end, sure=is_sure)
    elif not any(kind in said for kind in ("i_none_named", "i_type_only", "eotas")):
        alone = (only is not None and only.value == "school") or (
            list(sections) == ["I"] and re.search(r"\bonly\b", message.asserted) is not None
        )
        if alone or not set(said) - _BESIDE_A_SCHOOL:
            yield Fact("dispute", "i_named_only", school.start, school.end, sure=alone)
    if not any(fact.entity == "plan_status" for fact in facts) and _SCHOOL_IS_NAMED_OF_PLAN.search(
        message.asserted
    ):
        yield Fact("plan_status", "final", school.start, school.end, sure=False)


def _school(
    message: ParentMessage, sections: dict[str, Fact], said: dict[str, Fact], only: Fact | None
) -> Fact | None:
    """Return where the school is said to be at issue, if it is."""
    for kind in _SCHOOL_KINDS:
        if kind in said:
            return said[kind]
    for found in _WRONG_SCHOOL.finditer(message.asserted):
        if NOT_THIS.search(message.asserted, max(0, found.start() - 20), found.start()):
            continue
        if (
            not is_fine(message, found.start())
            or "wrong" in found[0]
            or "instead" in message.asserted
        ):
            return Fact("dispute", "school", *found.span())
    if only is not None and only.value == "school":
        return only
    return sections.get("I")


def _without_implied_contradictions(facts: list[Fact]) -> list[Fact]:
    """Settle what a longer wording and a shorter one both read."""
    facts = _without_guesses(facts)
    kinds = {fact.value for fact in facts if fact.entity == "dispute"}
    dropped: set[str] = set()
    if "refuse_reassess" in kinds:
        dropped.add("refuse_assess")
    if "refuse_amend" in kinds:
        dropped.update({"cease_plan", "annual_review_late"})
    if kinds & {"refuse_assess", "refuse_plan", "refuse_reassess", "draft_plan"}:
        dropped.update({"no_decision", "sen_support"})
    if "refuse_assess" in kinds and "refuse_plan" in kinds:
        unsure = [fact for fact in facts if fact.value == "refuse_plan" and not fact.sure]
        dropped.update({"refuse_plan"} if unsure else set())
    if "annual_review_late" in kinds:
        dropped.add("no_decision")
    if "not_delivered" in kinds:
        dropped.update({"section_f", "sen_support"})
    if "draft_plan" in kinds:
        dropped.update({"section_b", "section_f"})
    kept = [fact for fact in facts if not (fact.entity == "dispute" and fact.value in dropped)]
    if any((fact.entity, fact.value) == ("plan_status", "requested") for fact in kept):
        # Who has asked for a plan has none yet, and may say both.
        kept = [fact for fact in kept if (fact.entity, fact.value) != ("plan_status", "none")]
    kept = _without_denied(_without_denied(kept, "certificate"), "appeal")
    return _settle(_settle(_settle(kept, "certificate"), "appeal"), "plan_status")


def _without_denied(facts: list[Fact], entity: str) -> list[Fact]:
    """Leave out the "yes" of words that a "no" begins: "no [appeal lodged]"."""
    denials = [fact for fact in facts if (fact.entity, fact.value) == (entity, "no")]
    return [
        fact
        for fact in facts
        if (fact.entity, fact.value) != (entity, "yes")
        or not any(denial.start < fact.start < denial.end for denial in denials)
    ]


def _without_guesses(facts: list[Fact]) -> list[Fact]:
    """Leave out kinds that are not sure beside a sure one, and vague ones beside clearer ones."""
    surely = {fact.value for fact in facts if fact.entity == "dispute" and fact.sure}
    if surely - CIRCUMSTANCES:
        return [fact for fact in facts if fact.sure or fact.entity != "dispute"]
    kinds = {str(fact.value) for fact in facts if fact.entity == "dispute"}
    for kind in _VAGUE:
        if kinds - {kind} - CIRCUMSTANCES:
            kinds.discard(kind)
    return [fact for fact in facts if fact.entity != "dispute" or fact.value in kinds]


def _settle(facts: list[Fact], entity: str) -> list[Fact]:
    """Where one message gives an entity two values, neither is sure."""
    if len({fact.value for fact in facts if fact.entity == entity}) < 2:
        return facts
    return [
        Fact(fact.entity, fact.value, fact.start, fact.end, fact.role, False)
        if fact.entity == entity
        else fact
        for fact in facts
    ]
