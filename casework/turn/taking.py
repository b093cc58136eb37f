"""Takes into the draft what a message answers and what it tells besides."""

from __future__ import annotations

from dataclasses import replace

from casework.answers import Answer, read_answer
from casework.answers.fact import Fact
from casework.answers.facts import facts_in
from casework.answers.names import reads_as_name_with_number
from casework.answers.replacing import (
    corrected_date,
    puts_a_date_right,
    puts_a_name_right,
    with_replacements,
)
from casework.answers.schools import is_part_of_a_place, places_in
from casework.consent.family_refuses import family_may_take_back, family_takes_back
from casework.message import Message
from casework.people.family_view import heard_list
from casework.referral.draft import may_be_kept, without_family_details
from casework.referral.fields import is_given
from casework.referral.record import THIRD_PARTIES
from casework.turn.beside_unsure import answer_beside_unsure, words_beside_unsure
from casework.turn.consents import PLAIN_ANSWERS, note_when_and_how
from casework.turn.left_out import tells_only_of_another, without_another_child
from casework.turn.letter_found import bare_date, confirm_the_day_first
from casework.turn.own_words import keep_limits, keep_words
from casework.turn.passing_over import (
    OFFERED_AFTER,
    count_miss,
    offer_after_misses,
    offer_person_for_contact,
    pass_over,
    refuses_every_way,
)
from casework.turn.putting_facts import take_facts
from casework.turn.state import Turn
from casework.words import reads_as_correction, reads_as_mere_assent, reads_as_no

_BESIDE_A_NAME = frozenset({"name", "child_name", "child_age", "phone", "email", "setting"})
_OF_THE_CASE = frozenset({"plan", "issue", "sections", "school_only_check"})
_TOLD_BIT_BY_BIT = frozenset({"safe_contact", "access_needs", "supporters"})
NONE_OF_OURS = "benefits_other"
"""The kind of dispute that is something we do not do."""
_OF_CALLS = {"safe_to_call": True, "preferred": "phone"}
NAME_QUESTIONS = ("name", "child_name")
LONGEST_NAME = 5
LONGEST_PLACE = 4


def facts_that_count(turn: Turn) -> list[Fact]:
    """The facts, less what a short answer merely looks like: Mark is no town, Poole nobody.

    "None" tells of no plan only where that was asked.
    """
    facts = with_places(turn, facts_in(turn.message, turn.draft, turn.today))
    facts = [fact for fact in facts if not _guesses_none_of_ours(fact)]
    words = turn.message.plain
    if reads_as_correction(words) or puts_a_date_right(words, turn.draft):
        facts += corrected_date(turn.message, turn.draft, facts)
    facts = without_another_child(turn, with_replacements(facts, turn.message, turn.draft))
    if tells_only_of_another(turn):
        return facts
    if turn.pending is not None and reads_as_no(turn.message.plain) and _is_one_word(turn.message):
        return []
    if turn.pending in PLAIN_ANSWERS and reads_as_mere_assent(turn.message.plain):
        return []
    if turn.pending == "name" and reads_as_name_with_number(turn.message.plain):
        return [fact for fact in facts if fact.field == "name"]
    if turn.pending is not None:
        facts += bare_date(turn, facts)
    is_short = len(turn.message.plain.split()) <= LONGEST_NAME
    if turn.pending in NAME_QUESTIONS and is_short and _is_named(turn):
        return [fact for fact in facts if fact.field in _BESIDE_A_NAME]
    if turn.pending == "best_time":
        facts = [fact for fact in facts if not _only_names_calls(turn, fact)]
    if turn.pending == "council" and is_short:
        return [fact for fact in facts if not _may_be_a_place(turn.message, fact)]
    return facts + _bare_name(turn)


def _guesses_none_of_ours(fact: Fact) -> bool:
    """True for a guess that it is nothing of ours: what has gone wrong is asked in open words."""
    return fact.field == "issue" and not fact.is_sure and fact.value == [NONE_OF_OURS]


def _only_names_calls(turn: Turn, fact: Fact) -> bool:
    """True for the ring of "can you ring after 5", where that calls are safe is known."""
    is_of_calls = fact.field == "safe_contact" and fact.value.items() <= _OF_CALLS.items()
    return is_of_calls and turn.draft.referral.contact.safe_to_call is True


def with_places(turn: Turn, facts: list[Fact]) -> list[Fact]:
    """The facts with the school and the place of work that are named; neither is a council."""
    told = turn.message.first("referrer_role")
    role = turn.draft.referral.referrer.role if told is None else told.value
    places = places_in(
        turn.message,
        is_professional=role in THIRD_PARTIES,
        is_under_review=turn.pending in ("summary", "change_what"),
    )
    return [fact for fact in facts if not is_part_of_a_place(fact, places)] + places


def _may_be_a_place(message: Message, fact: Fact) -> bool:
    """True for a name that is all there is: Chester is a place too, "I'm Chester" is not."""
    said = "".join(letter for letter in message.plain if letter.isalpha())
    name = "".join(letter for letter in str(fact.value) if letter.isalpha())
    return fact.field in ("name", "child_name") and len(said) <= len(name) + 1


def _is_named(turn: Turn) -> bool:
    return read_answer(turn.pending or "", turn.message, turn.draft, turn.today) is not None


def corrects_another(turn: Turn, facts: list[Fact]) -> bool:
    """True for "no sorry, 3 October" at a question of yes or no: it answers an earlier one."""
    if turn.pending not in PLAIN_ANSWERS or not reads_as_correction(turn.message.plain):
        return False
    return any(is_given(turn.draft, fact.field) for fact in facts)


def take_answer(turn: Turn, answer: Answer, facts: list[Fact]) -> bool:
    """Take the answer to the pending question and the other facts beside it."""
    pending = turn.pending or ""
    progress = turn.draft.progress
    # A consent that is given or refused in doubt is neither: it waits for a plain word.
    if pending == "access_needs" or (answer.is_unsure and pending not in PLAIN_ANSWERS):
        answer = answer_beside_unsure(turn, facts) or answer
    answer = _doubt_own_name(turn, answer)
    is_school = any(is_part_of_a_place(fact, facts) for fact in answer.facts)
    if is_school or (answer.facts and not without_another_child(turn, list(answer.facts))):
        return take_loose_facts(turn, facts)
    if answer.keeps is not None:
        keep_words(turn, answer.keeps)
        turn.say("utter_added_for_team")
    if answer.problem is not None:
        count_miss(turn)
        is_last = progress.misses >= OFFERED_AFTER
        turn.say(answer.problem, asks=None if is_last else pending)
        offer_after_misses(turn)
        return True
    if answer.candidates:
        progress.candidates = [council.gss for council in answer.candidates]
        turn.draft.referral.council.as_typed = turn.message.plain[:80]
        if len(turn.message.plain.split()) > LONGEST_PLACE:
            keep_words(turn)
        return True
    if answer.note is not None:
        turn.say(answer.note)
    if pending == "safe_contact":
        keep_limits(turn, "reading")
    others = answer.beside(facts)
    is_correction = reads_as_correction(turn.message.plain)
    if answer.is_unsure:
        return _take_unsure(turn, others)
    if refuses_every_way(turn, answer):
        take_beside(turn, others, is_answered=False)
        offer_person_for_contact(turn)
        return True
    if pending in PLAIN_ANSWERS:
        PLAIN_ANSWERS[pending](turn, bool(answer.facts[0].value))
    else:
        take_facts(turn, list(answer.facts), is_answer=True, is_correction=is_correction)
        if any(_waits_for_yes(turn, fact.field) for fact in answer.facts):
            take_beside(turn, others, is_answered=True)
            return True
        if answer.facts:
            progress.mark_answered(pending)
        if pending == "permission" and not turn.draft.referral.has_permission:
            _end_without_permission(turn)
            return True
    take_beside(turn, others, is_answered=True)
    progress.misses = 0
    return True


def _doubt_own_name(turn: Turn, answer: Answer) -> Answer:
    """The answer, to be confirmed where the child's name is the parent's own: it was sent twice."""
    own, said = turn.draft.referral.referrer.name, turn.message.plain.strip(" .,!")
    if turn.pending != "child_name" or own is None or said.casefold() != own.casefold():
        return answer
    return replace(answer, facts=tuple(replace(fact, is_sure=False) for fact in answer.facts))


def _take_unsure(turn: Turn, others: list[Fact]) -> bool:
    """Pass over what they do not know; what they tell in its place is kept in their words.

    What has gone wrong is explained first, where they tell of it without a name for it.
    """
    pending = turn.pending or ""
    has_told_more = take_beside(turn, others, is_answered=False)
    if has_told_more and pending != "email":
        return True
    if words_beside_unsure(turn.message.plain) is not None:
        if may_be_kept(turn.draft):
            keep_words(turn)
        if pending == "issue" and turn.draft.progress.misses == 0:
            return False
    pass_over(turn, pending, is_unsure=True)
    return True


def take_loose_facts(turn: Turn, facts: list[Fact]) -> bool:
    """Facts that do not answer the pending question in its own terms, or that come unasked.

    True where they tell anything that was not known.
    """
    pending, progress = turn.pending, turn.draft.progress
    before = progress.model_copy(deep=True), len(turn.changed)
    is_correction = reads_as_correction(turn.message.plain)
    own = [fact for fact in facts if fact.field == pending]
    others = [fact for fact in facts if fact.field != pending]
    take_facts(turn, own, is_answer=True, is_correction=is_correction)
    take_beside(turn, others, is_answered=bool(own))
    if own and pending is not None and not _waits_for_yes(turn, pending):
        progress.mark_answered(pending)
    return bool(own) or before != (progress, len(turn.changed))


def take_beside(turn: Turn, others: list[Fact], *, is_answered: bool) -> list[str]:
    """Take what is told beside the answer and say so; what the answer implies goes without saying.

    Returns the fields put.
    """
    given_before = {fact.field for fact in others if is_given(turn.draft, fact.field)}
    words = turn.message.plain
    is_correction = reads_as_correction(words) or puts_a_name_right(words, turn.draft)
    is_correction |= puts_a_date_right(words, turn.draft)
    taken = take_facts(turn, others, is_answer=False, is_correction=is_correction)
    confirm_the_day_first(turn)
    implied = _OF_THE_CASE if is_answered and turn.pending in _OF_THE_CASE else frozenset()
    is_new = (set(taken) - given_before) | (_TOLD_BIT_BY_BIT & set(taken))
    new = heard_list(turn.draft, [name for name in taken if name in is_new - implied])
    if new and may_be_kept(turn.draft):
        turn.say("utter_heard", {"facts": new})
    elif new and turn.pending == "consent":
        turn.say("utter_heard_before_consent")
    return taken


def _waits_for_yes(turn: Turn, field: str) -> bool:
    waiting = turn.draft.progress.unconfirmed
    return waiting is not None and waiting.field == field


def _bare_name(turn: Turn) -> list[Fact]:
    """First name and surname alone, where something else was asked: their own perhaps."""
    bare = turn.message.all_of("person_name")
    is_awaited = turn.pending not in (None, "supporters", *NAME_QUESTIONS)
    if len(bare) != 1 or bare[0].role is not None or not is_awaited:
        return []
    is_all = str(bare[0].value).casefold() == turn.message.plain.strip(" .,!").casefold()
    is_known = is_given(turn.draft, "name")
    if not is_all or is_known or " " not in str(bare[0].value):
        return []
    return [Fact("name", bare[0].value, is_sure=False)]


def _is_one_word(message: Message) -> bool:
    return len(message.plain.split()) == 1


def end_where_refused(turn: Turn) -> None:
    """Take no more where who writes for a family tells, unasked, that it has not agreed.

    Where it has, when and how it did is kept.
    """
    note_when_and_how(turn)
    referral, progress = turn.draft.referral, turn.draft.progress
    told = turn.message.first("permission")
    is_told = "role" in turn.changed and told is not None and told.value == "no"
    takes_back = referral.has_permission and family_takes_back(turn.message.plain)
    if referral.is_third_party and takes_back and progress.is_submitted:
        turn.ask_person("consent_withdrawn", "urgent")
    elif referral.is_third_party and (is_told or takes_back):
        turn.put("permission", False)
    permission = referral.referrer.permission
    is_refused = permission is not None and permission.given is False
    is_open = may_be_kept(turn.draft) and not (progress.is_stopped or progress.is_submitted)
    if is_refused and is_open and referral.is_third_party and "permission" in turn.changed:
        turn.says = [said for said in turn.says if said.asks is None and said.topic is not None]
        _end_without_permission(turn)
    elif is_open and family_may_take_back(turn.message.plain) and referral.has_permission:
        turn.says = [said for said in turn.says if said.asks is None]
        turn.clear("permission")


def _end_without_permission(turn: Turn) -> None:
    """No family details are taken before the family agreed (DP-08)."""
    turn.draft = without_family_details(turn.draft)
    turn.draft.progress.is_stopped = True
    turn.say("utter_permission_needed")
