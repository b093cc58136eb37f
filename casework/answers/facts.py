"""The facts a message holds, whatever was asked: from the entities found to answers by field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from casework.answers.councils_told import council_facts
from casework.answers.fact import Fact
from casework.answers.family_agreed import (
    agreement_told,
    day_of_agreement,
    permission_told,
    way_of_agreement,
    without_how_they_agreed,
)
from casework.answers.meeting_format import is_ruled_out, way_asked_for
from casework.answers.places_in_passing import is_a_language, without_places_in_passing
from casework.dispute.certificate_days import certificate_day, of_certificate_after_all
from casework.dispute.heard_right import heard_right
from casework.dispute.help_not_given import without_its_section
from casework.dispute.letter_days import (
    denies_certificate,
    is_when_it_came,
    letter_day,
    tells_of_a_call,
)
from casework.dispute.only_the_school import school_only_told_again, tells_of_help_too
from casework.dispute.parts_denied import parts_denied, parts_of_no_plan
from casework.dispute.parts_listed import parts_listed
from casework.dispute.route_told import route_preferred, told_route
from casework.dispute.undecided import (
    NO_LETTER,
    contradicts_letter,
    doubts_decision,
    says_undecided,
)
from casework.law.deadlines import check_letter_date
from casework.law.disputes import SCHOOL_ONLY_KINDS
from casework.message import Entity, Message
from casework.people.ages_told import OLDEST, stands_for_a_thing, writers_age, years_reached
from casework.people.capacity import KIND, tells_of_capacity
from casework.people.contact_told import time_told, ways_told
from casework.people.family_helpers import FRIEND_OR_RELATIVE, friend_of_the_family
from casework.people.interpreter_for import family_interprets
from casework.people.kept_apart import rooms_apart_in
from casework.people.meeting_told import minds_nothing_else, supporters_in
from casework.people.own_role import (
    needs_no_permission,
    relationship_of,
    role_of_writer,
    takes_the_place,
)
from casework.referral.draft import Draft
from casework.referral.fields.putting import age_on
from casework.referral.show import show_value
from casework.words import english_is_fine

_PLAN_IS_WRONG = re.compile(
    r"\bplan\b.{0,20}\b(?:is|are|'s|it's|all)\b.{0,10}\bwrong\b|"
    r"\bwrong\b.{0,12}\bin (?:the|his|her) plan\b",
    re.IGNORECASE,
)
_IS_MINE = re.compile(r"\bmy (?:own |new )?(?:e-?mail|number|phone|mobile)\b", re.IGNORECASE)
BESIDE_AN_ISSUE = frozenset(
    {"looked_after", "two_councils", "parents_disagree", "in_custody", "cert_held", KIND}
)
"""Circumstances of a dispute; what it is about still has to be asked."""
SECTION_OF_KIND = {"section_b": "B", "section_f": "F"}
DATE_PROBLEM = {
    "in_future": "date_future",
    "too_old": "date_too_old",
    "before_letter": "certificate_before_letter",
}
"""What is wrong with a date -> the response that says so, without its `utter_`."""


def facts_in(message: Message, draft: Draft, today: date) -> list[Fact]:
    """Every fact of the message that needs no knowledge of the question asked."""
    facts: list[Fact] = []
    facts += _people(message, draft, today)
    message = of_certificate_after_all(without_how_they_agreed(message, draft), draft)
    facts += _contact(message, draft)
    facts += _dispute(message, draft)
    facts += _dates(message, draft, today)
    facts += _meeting(message, draft)
    return facts


def _people(message: Message, draft: Draft, today: date) -> list[Fact]:
    facts = []
    role = role_of_writer(message, draft)
    friend = friend_of_the_family(message, draft)
    if friend is not None:
        role = None
        facts += _of_a_friend(message, draft, is_sure=friend == "surely")
    if role is not None:
        facts.append(Fact("role", role.value, role.is_sure))
    relationship = relationship_of(message, draft, role)
    if relationship is not None:
        facts.append(Fact("relationship", relationship))
    is_young_person = (
        role is not None and role.value == "young_person"
    ) or draft.referral.referrer.role == "young_person"
    name = message.first("person_name", "self")
    child = message.first("person_name", "child")
    if name is not None:
        facts.append(Fact("name", name.value, name.is_sure))
    elif child is not None and is_young_person:
        facts.append(Fact("name", child.value, is_sure=False))
    if child is not None and not is_young_person:
        facts.append(Fact("child_name", child.value, child.is_sure))
    whose = "self" if is_young_person else "child"
    born = message.first("date_of_birth", whose) or message.first("date_of_birth", "child")
    age = message.first("age", whose)
    if age is None and is_young_person and (child is None or name is None):
        age = message.first("age")
    if age is None and child is None:
        age = writers_age(message, draft)
    if age is not None and stands_for_a_thing(age, message, draft):
        age = None
    if born is not None:
        if 0 <= age_on(date.fromisoformat(born.value), today) <= OLDEST:
            facts.append(Fact("child_age", {"date_of_birth": born.value}, born.is_sure))
    elif age is not None and int(age.value) <= OLDEST:
        years = years_reached(int(age.value), message.plain)
        facts.append(Fact("child_age", {"age": years}, age.is_sure))
    permission = permission_told(message) or agreement_told(message, draft)
    told = str(role.value) if role is not None and role.is_sure else None
    told = "other_professional" if friend == "surely" else told
    if permission is not None and not needs_no_permission(told, draft):
        on = day_of_agreement(message, draft, today)
        how = way_of_agreement(message, draft)
        told_so = {"given": permission.value == "yes", "on": on and on.isoformat(), "how": how}
        facts.append(Fact("permission", told_so, permission.is_sure))
    organisation = message.first("organisation")
    if organisation is not None:
        facts.append(Fact("organisation", organisation.value, organisation.is_sure))
    supporters = supporters_in(message)
    if supporters:
        is_sure = all(entity.is_sure for entity in message.all_of("supporter"))
        facts.append(Fact("supporters", supporters, is_sure))
    return facts


def _of_a_friend(message: Message, draft: Draft, *, is_sure: bool) -> list[Fact]:
    """A friend or relative refers as others do; in place of another role they are asked first.

    What takes the place of an answer is asked about at once, and what puts one right where it is
    unsure.
    """
    if is_sure:
        return [Fact("role", "other_professional"), Fact("relationship", FRIEND_OR_RELATIVE)]
    is_asked = takes_the_place(message, draft)
    return [Fact("role", "other_professional", not is_asked, FRIEND_OR_RELATIVE)]


def _contact(message: Message, draft: Draft) -> list[Fact]:
    facts = []
    for name in ("phone", "email"):
        found = _surest(message.all_of(name))
        if found is not None and not _is_of_who_comes(message, draft):
            facts.append(Fact(name, found.value, found.is_sure))
    flags, is_sure = ways_told(message)
    if flags:
        facts.append(Fact("safe_contact", flags, is_sure))
    best_time = time_told(message, draft)
    if best_time is not None:
        facts.append(Fact("best_time", best_time))
    facts += council_facts(without_places_in_passing(message, draft))
    return facts


def _is_of_who_comes(message: Message, draft: Draft) -> bool:
    """True for "rachel@example.org", where it was asked who comes along: it is hers."""
    return draft.progress.pending == "supporters" and not _IS_MINE.search(message.plain)


def _surest(found: Sequence[Entity]) -> Entity | None:
    """The first that is sure, else the first."""
    return next((entity for entity in found if entity.is_sure), found[0] if found else None)


def _dispute(message: Message, draft: Draft) -> list[Fact]:
    facts = []
    message = heard_right(message, draft)
    plan = message.first("plan_status")
    if plan is not None:
        facts.append(Fact("plan", plan.value, plan.is_sure))
    else:
        drafts = [entity for entity in message.all_of("dispute") if entity.value == "draft_plan"]
        facts += [Fact("plan", "draft", draft.is_sure) for draft in drafts[:1]]
    disputes = [one for one in message.all_of("dispute") if not is_a_language(one, message)]
    kinds = list(dict.fromkeys(str(entity.value) for entity in disputes))
    is_doubtful = contradicts_letter(kinds, message.plain, draft)
    sections = {str(entity.value) for entity in message.all_of("section")}
    sure_kinds = {str(entity.value) for entity in message.all_of("dispute") if entity.is_sure}
    sections |= {SECTION_OF_KIND[kind] for kind in sure_kinds if kind in SECTION_OF_KIND}
    if sure_kinds & SCHOOL_ONLY_KINDS:
        sections.add("I")
    if "I" in sections | set(draft.referral.dispute.sections) and tells_of_help_too(message.plain):
        sections |= {"F"} | set(draft.referral.dispute.sections)
    denied = parts_denied(message.plain)
    kinds = [kind for kind in kinds if SECTION_OF_KIND.get(kind) not in denied]
    sections -= denied | parts_of_no_plan(message, draft)
    heard = set(kinds)
    kinds, sections = without_its_section(kinds, sections, message.plain)
    is_doubtful |= bool(set(kinds) - heard)
    is_guessed = kinds == ["section_b"] and not sure_kinds
    if (not kinds or is_guessed) and not sections and _PLAN_IS_WRONG.search(message.plain):
        kinds = ["plan_content"]
    if tells_of_capacity(message, draft):
        kinds = [kind for kind in kinds if kind != KIND]
    if kinds:
        told = [entity for entity in message.all_of("dispute") if entity.value in kinds]
        is_sure = all(entity.is_sure for entity in told) and not is_doubtful
        facts.append(Fact("issue", kinds, is_sure))
    if tells_of_capacity(message, draft):
        facts.append(Fact("issue", [KIND]))
    school_only = school_only_told_again(message.plain, draft)
    if school_only == ("other_parts", True):
        sections |= parts_listed(message.plain) & {"B", "F"}
        sections |= {"I"} if sections else set()
    if sections:
        facts.append(Fact("sections", sorted(sections)))
    if school_only is not None:
        facts.append(Fact("school_only_check", *school_only))
    for name, field in (("certificate", "certificate_held"), ("appeal", "appeal_lodged")):
        is_wish = name == "certificate" and route_preferred(message.plain) == "certificate_only"
        found = None if is_wish else message.first(name)
        if found is None and name == "certificate" and denies_certificate(message.plain):
            found = Entity("certificate", "no")
        is_idle = name == "appeal" and draft.progress.pending != field
        if found is not None and (found.is_sure or found.value == "yes" or not is_idle):
            facts.append(Fact(field, found.value == "yes", found.is_sure))
    route = told_route(message)
    return [*facts, Fact("route_wanted", *route)] if route is not None else facts


def _dates(message: Message, draft: Draft, today: date) -> list[Fact]:
    facts = []
    if says_undecided(message, draft):
        return [Fact("decision_date", NO_LETTER)]
    if (letter := letter_day(message)) is not None and is_when_it_came(message, letter):
        is_known = draft.referral.decision.letter_date is not None
        letter = None if is_known else replace(letter, is_sure=False)
    if letter is not None and check_letter_date(date.fromisoformat(letter.value), today) is None:
        is_doubtful = doubts_decision(message, draft) or tells_of_a_call(message.plain)
        is_sure = letter.is_sure and not is_doubtful
        facts.append(Fact("decision_date", letter.value, is_sure))
    elif message.first("no_date") is not None:
        facts.append(Fact("decision_date", NO_LETTER))
    issued = certificate_day(message)
    is_in_order = letter is None or issued is None or issued.value >= letter.value
    if issued is not None and is_in_order and date.fromisoformat(issued.value) <= today:
        facts.append(Fact("certificate_date", issued.value, issued.is_sure))
    return facts


def _meeting(message: Message, draft: Draft) -> list[Fact]:
    facts = []
    needs = [str(entity.value) for entity in message.all_of("access_need")]
    apart = rooms_apart_in(message.plain)
    if needs or apart:
        known = [need for need in needs if need != "none"] + (["other"] if apart else [])
        facts.append(Fact("access_needs", {"needs": known, "details": apart}))
    meeting = message.first("meeting")
    is_out = meeting is not None and is_ruled_out(str(meeting.value), message.plain)
    if meeting and not (is_out or minds_nothing_else(meeting, message, draft)):
        facts.append(Fact("meeting_format", meeting.value, meeting.is_sure))
    elif meeting is None and (asked := way_asked_for(message.plain)) is not None:
        facts.append(Fact("meeting_format", asked))
    interpreter = message.first("interpreter")
    language, signs = message.first("language"), message.all_of("sign")
    wants = interpreter is not None and interpreter.value == "yes"
    if interpreter is not None and interpreter.value == "no":
        return [*facts, Fact("interpreter", False, interpreter.is_sure)]
    if family_interprets(message.plain) and not signs:
        return facts
    if signs:
        facts.append(Fact("language", {"sign": [str(sign.value) for sign in signs]}))
    if language is not None and (wants or not english_is_fine(message.plain)):
        named = {"code": str(language.value), "name": show_value("language_code", language.value)}
        facts.append(Fact("language", named, is_sure=wants and language.is_sure))
    elif wants and not signs:
        facts.append(Fact("interpreter", True, interpreter is None or interpreter.is_sure))
    return facts
