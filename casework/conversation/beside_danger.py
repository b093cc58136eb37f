"""Keeps the facts of a message that speaks of danger; the front desk alone answers it.

"My ex reads my phone, don't text me, ring 07700 900123 after 6": the notice is said at once, and
what was told must not be lost, above all how it is safe to reach them (DP-22).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from casework.answers.fact import Fact
from casework.conversation.answer_beside_danger import take_answer_beside_danger
from casework.corrections.care_noted import note_care
from casework.corrections.council_told import take_no_to_council
from casework.dispute.result import update_result
from casework.message import Message
from casework.people.kept_apart import whom_to_leave_out
from casework.people.responsibility import note_responsibility
from casework.referral.draft import Draft
from casework.safety.harmless_words import harmless_clauses
from casework.turn.consents import has_withdrawn, note_who_consents
from casework.turn.own_words import keep_words
from casework.turn.putting_facts import take_facts
from casework.turn.state import Outcome, Turn
from casework.turn.taking import facts_that_count

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
