"""Keeps the facts of a message that speaks of danger; the front desk alone answers it.

"My ex reads my phone, don't text me, ring 07700 900123 after 6": the notice is said at once, and
what was told must not be lost, above all how it is safe to reach them (DP-22).

Nobody who was told to ring 999 is asked the same once more if they have answered it. But a message
of danger must put nothing wrong into the referral, and what happened is not to stand there: only
clauses without danger are read, and what is told a second time is not asked for a third time.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from casework.answers import Answer, read_answer
from casework.answers.fact import Fact
from casework.corrections.care_noted import note_care
from casework.corrections.council_told import take_no_to_council
from casework.dispute.result import update_result
from casework.message import Message
from casework.people.kept_apart import whom_to_leave_out
from casework.people.responsibility import note_responsibility
from casework.referral.draft import Draft
from casework.safety.harmless_words import harmless_clauses, leading_words
from casework.turn.confirming import is_asked_to_confirm, take_confirmation
from casework.turn.consents import has_withdrawn, note_who_consents
from casework.turn.own_words import keep_words
from casework.turn.passing_over import pass_over
from casework.turn.putting_facts import take_facts
from casework.turn.state import Outcome, Turn
from casework.turn.taking import facts_that_count, take_answer, take_loose_facts
from casework.words import reads_as_plain_no, reads_as_plain_yes

_DAYS_OF_PAPERS = frozenset({"decision_date", "certificate_date"})
_PAPER = re.compile(
    r"\b(?:letters?|decisions?|plans?|ehcps?|certificates?|dated?|issued|council|la)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:(?!\s(?:and|but|so|because|cos)\s)[^.,;!?\n])+")
_OF_THE_CASE = ("dispute", "section", "plan_status", "council")
_OF_PROVISION = re.compile(
    r"\b(?:\d+ ?(?:hours?|hrs?)|tas?|1[:.-]1|ot|salt|physio\w*|therap(?:y|ies|ists?)|reports?|"
    r"ehcps?|plan|section [a-k]|tribunal|senco|annual review|assess(?:ed|ment)|provision|"
    r"diagnos\w+)\b",
    re.IGNORECASE,
)
"""What the plan or the help is about, in words that tell of nothing else."""
_MUST_BE_KNOWN = re.compile(
    r"\b(?:parental responsibility|PR|court orders?|child arrangements?|residency|custody)\b",
    re.IGNORECASE,
)
"""Who decides for the child. What else stands beside a danger may tell of it, and the summary is
read on a screen that others may see: that stays in the safeguarding record."""
FEWEST_WORDS_KEPT = 4
"""A clause of fewer says no more than the facts that were read from it."""
_BY_FEW_WORDS = frozenset(
    {"role", "name", "child_name", "child_age", "council", "plan", "issue", "sections"}
    | {"school_only_check", "decision_date", "certificate_held", "certificate_date"}
    | {"appeal_lodged", "route_wanted", "phone", "email", "want_callback", "interpreter"}
    | {"language", "meeting_format", "supporters", "best_time", "access_needs"}
)
"""Questions of which a short answer may stand first in such a message; never a consent."""
_NEVER_BESIDE_DANGER = frozenset(
    {"start_again", "permission", "consent", "share_with_council", "safe_contact"}
)
"""A yes beside a danger agrees to none of these (docs/decisions/0016)."""
_IN_THEIR_WORDS = frozenset({"in_own_words", "access_needs"})
"""Questions that may be answered with nothing but what was taken for danger."""
MOST_WORDS = 6
"""Words before the danger that may be the whole answer: "no not yet, and I want to die"."""
_STANDS_IN_RECORD = "Their words on this are in the safeguarding record."
_NAMES = frozenset({"name", "child_name"})


def take_facts_beside_danger(
    draft: Draft, message: Message, *, today: date, now: datetime
) -> Outcome:
    """The outcome of the message: what it tells beside the danger. It says nothing.

    The question that was asked is answered where a clause without danger answers it, so that it
    does not come again; no consent, and no yes to sending, is ever heard in such a message.
    A no to telling the council is.

    Of the words themselves those are kept that tell of the case, of who decides for the child, or
    of who is not to be contacted: the rest is the safeguarding lead's to read. A day in them is the
    day of what happened, not the letter's.

    What contradicts an answer waits for the next question. Nothing is taken from somebody who said
    no to our keeping it.
    """
    turn = Turn(draft=draft.copy_deep(), message=message, today=today, now=now)
    progress = turn.draft.progress
    if has_withdrawn(draft) or progress.has_declined:
        return turn.finish()
    progress.has_lost_thread = True
    asked = progress.unconfirmed
    told = facts_that_count(turn)
    if not _tells_day_of_paper(message):
        told = [fact for fact in told if fact.field not in _DAYS_OF_PAPERS]
    told = [_as_sure_as_it_may_be(fact, message) for fact in told]
    if not take_answer_beside_danger(turn, told):
        take_facts(turn, told, is_answer=False, is_correction=False)
    take_no_to_council(turn)
    note_care(turn)
    note_responsibility(turn.draft, message)
    _keep_words_of_case(turn)
    if progress.unconfirmed is not None and progress.unconfirmed != asked:
        progress.to_confirm_first.append(progress.unconfirmed)
        progress.unconfirmed = asked
    note_who_consents(turn.draft)
    # The referral says at once that somebody must look, also one that was sent before.
    update_result(turn.draft, today)
    turn.says.clear()
    return turn.finish()


def _keep_words_of_case(turn: Turn) -> None:
    """Keep the harmless clauses that tell of the case, and whom to leave out."""
    for clause in harmless_clauses(turn.message):
        is_of_case = any(clause.all_of(name) for name in _OF_THE_CASE)
        is_kept = is_of_case or any(
            kept.search(clause.text) for kept in (_MUST_BE_KNOWN, _OF_PROVISION)
        )
        if is_kept and len(clause.text.split()) >= FEWEST_WORDS_KEPT:
            keep_words(turn, clause.text)
    left_out = whom_to_leave_out(turn.message.plain)
    if left_out is not None:
        keep_words(turn, left_out)


def _as_sure_as_it_may_be(fact: Fact, message: Message) -> Fact:
    """What the dispute is about, read from words of danger, is asked about: "cutting herself"."""
    if fact.field != "issue":
        return fact
    told = {each.value for clause in harmless_clauses(message) for each in clause.all_of("dispute")}
    return fact if told else replace(fact, is_sure=False)


def _tells_day_of_paper(message: Message) -> bool:
    """True where a letter, a plan or a certificate is named in the same clause as a day."""
    days = message.all_of("date")
    return bool(days) and any(
        _PAPER.search(clause[0])
        for clause in _CLAUSE.finditer(message.text)
        if any(clause.start() <= day.start < clause.end() for day in days)
    )


def take_answer_beside_danger(turn: Turn, told: list[Fact]) -> bool:
    """Take the answer, and with it the other facts. False where nothing was taken."""
    whole = turn.message
    try:
        return _take(turn, told)
    finally:
        turn.message = whole


def _take(turn: Turn, told: list[Fact]) -> bool:
    pending, leading = turn.pending or "", leading_words(turn.message)
    if is_asked_to_confirm(turn):
        return any(_take_reading(turn, words, told) for words in leading)
    if pending not in _BY_FEW_WORDS | _IN_THEIR_WORDS:
        return False
    is_again = _is_said_again(turn, pending)
    if any(fact.field == pending and fact.is_sure for fact in told):
        take_loose_facts(turn, told)
        _keep_words_beside_needs(turn)
        return True
    for words in leading if pending in _BY_FEW_WORDS else ():
        is_short = is_again or len(words.text.split()) <= MOST_WORDS
        answer = _read(turn, words) if is_short else None
        if answer is not None:
            turn.message = words
            return take_answer(turn, answer, told)
    if is_again and pending in _IN_THEIR_WORDS:
        _go_on_without(turn, pending)
    return False


def _is_said_again(turn: Turn, pending: str) -> bool:
    """True from the second message of danger on that comes as an answer to this question."""
    told, mark = turn.draft.progress.told, f"danger_at:{pending}"
    if mark in told:
        return True
    told.append(mark)
    return False


def _take_reading(turn: Turn, words: Message, told: list[Fact]) -> bool:
    """Take a plain yes or no to "is that right?", unless it were a consent or to begin again."""
    waiting = turn.draft.progress.unconfirmed
    if waiting is None or waiting.field in _NEVER_BESIDE_DANGER:
        return False
    if not (reads_as_plain_yes(words.plain) or reads_as_plain_no(words.plain)):
        return False
    turn.message = words
    return take_confirmation(turn, None, told)


def _keep_words_beside_needs(turn: Turn) -> None:
    """Keep what the clauses that name a need say of it: they are shown at the review."""
    clauses = [one for one in harmless_clauses(turn.message) if one.all_of("access_need")]
    if turn.pending != "access_needs" or not clauses:
        return
    found = tuple(replace(each, start=0, end=0) for one in clauses for each in one.entities)
    joined = replace(clauses[0], text=", ".join(one.text for one in clauses), entities=found)
    answer = read_answer("access_needs", joined, turn.draft, turn.today)
    details = answer.facts[0].value.get("details") if answer and answer.facts else None
    if details:
        needs = turn.draft.referral.access.needs
        turn.put("access_needs", {"needs": needs, "details": details})


def _read(turn: Turn, clause: Message) -> Answer | None:
    """What the clause answers for sure; what is wrong with an answer is asked about later."""
    pending = turn.pending or ""
    if pending in _NAMES and not clause.all_of("person_name"):
        return None
    answer = read_answer(pending, clause, turn.draft, turn.today)
    if answer is None or answer.problem is not None:
        return None
    if pending == "access_needs" and not reads_as_plain_no(clause.plain):
        return None
    return answer


def _go_on_without(turn: Turn, pending: str) -> None:
    """Ask no third time for what stands in the safeguarding record; somebody reads it there."""
    if pending == "access_needs":
        turn.put("access_needs", {"needs": ["other"]})
        turn.draft.progress.mark_answered(pending)
    else:
        pass_over(turn, pending, is_unsure=True)
    turn.ask_person("told_more", "soon", note=_STANDS_IN_RECORD, is_awaited=False)
