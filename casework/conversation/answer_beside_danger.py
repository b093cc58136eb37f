"""Takes the answer to the question asked from a message that speaks of danger as well.

Nobody who was told to ring 999 is asked the same once more if they have answered it. But a message
of danger must put nothing wrong into the referral, and what happened is not to stand there: only
clauses without danger are read, and what is told a second time is not asked for a third time.
"""

from __future__ import annotations

from dataclasses import replace

from casework.answers import Answer, read_answer
from casework.answers.fact import Fact
from casework.message import Message
from casework.safety.harmless_words import harmless_clauses, leading_words
from casework.turn.confirming import is_asked_to_confirm, take_confirmation
from casework.turn.passing_over import pass_over
from casework.turn.state import Turn
from casework.turn.taking import take_answer, take_loose_facts
from casework.words import reads_as_plain_no, reads_as_plain_yes

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
