"""The review: yes sends it; anything else names or says what to change."""

from __future__ import annotations

import re
from typing import Literal

from casework.answers.fact import Fact
from casework.answers.replacing import with_replacements
from casework.answers.schools import read_school_name
from casework.consent.leading import read_yes
from casework.corrections.answer_before import put_name_right, put_number_right
from casework.corrections.certificate_told import with_certificate_told
from casework.corrections.left_over import keep_left_over, tells_more
from casework.corrections.line_meant import (
    field_named,
    field_said_to_be_wrong,
    is_of_a_line,
    names_another,
    names_only,
    says_wrong,
)
from casework.corrections.lines_put_right import (
    ask_again,
    say_what_stands,
    take,
    take_complaints,
    take_numbered,
)
from casework.corrections.named_changes import with_named_changes
from casework.corrections.numbered_changes import names_no_line, read_numbered_changes
from casework.corrections.sending import (
    asks_to_send,
    holds_sending,
    leaves_a_but,
    nothing_to_change,
    offer_to_send,
    waits_to_send,
)
from casework.referral.fields import is_given, value_of
from casework.turn.compared import NAMES, adds_to_answers, same_value
from casework.turn.confirming import agrees_to_reading
from casework.turn.passing_over import OFFERED_AFTER, count_miss, offer_after_misses
from casework.turn.putting_facts import ADDS_TO, take_facts
from casework.turn.state import Turn
from casework.words import (
    reads_as_correction,
    reads_as_no,
    reads_as_plain_yes,
    reads_as_question,
    reads_as_yes,
)

_MOST_WORDS = 6
"""Words of a message that says no more than that something is wrong."""
_CONFIRMED = frozenset(
    {"name", "child_name", "child_age", "plan", "decision_date", "certificate_date"}
    | {"school_only_check"}
)
"""Readings that are asked about at once; of others so few words may tell nothing."""
_MAY_BE_A_SCHOOL = frozenset({"name", "child_name", "council", "supporters", "setting"})
"""What the name of a school is easily taken for."""
_HEARD_IN_A_NAME = frozenset({"issue", "sections", "role", "relationship", "council", "setting"})
_SENTENCE_END = re.compile(r"[.!;\n]+")


def take_review_answer(turn: Turn, facts: list[Fact]) -> Literal["send", "changed", "unclear"]:
    """What the answer to "is all this right?" leads to; changes are made here.

    What of it leads to nothing is kept for the team, which is said.
    """
    numbered = read_numbered_changes(turn.message, turn.draft, turn.today)
    if numbered:
        take_numbered(turn, numbered)
        return "changed"
    if put_name_right(turn) and not any(_tells_besides(turn, fact) for fact in facts):
        return "changed"
    if put_number_right(turn):
        return "changed"
    waited = turn.draft.progress.unconfirmed
    decision = _decide(turn, facts)
    if decision == "unclear" and turn.draft.progress.unconfirmed is not None:
        turn.draft.progress.unconfirmed = waited
    is_all = decision == "unclear" and tells_more(turn.message.plain)
    if decision == "dealt" or not keep_left_over(turn, is_all=is_all):
        return "changed" if decision == "dealt" else decision
    if decision == "unclear":
        count_miss(turn)
        offer_after_misses(turn)
        return "changed"
    return decision


def _decide(turn: Turn, facts: list[Fact]) -> Literal["send", "changed", "dealt", "unclear"]:
    words = turn.message.plain
    is_held = holds_sending(words)
    is_plain_yes = reads_as_plain_yes(words) and not reads_as_correction(words)
    if not is_held and (agrees_to_reading(words) or is_plain_yes):
        return "send"
    facts = with_changes(turn, facts)
    if NAMES & set(turn.changed):
        facts = [fact for fact in facts if fact.field not in NAMES]
    is_unread = names_another(turn) or (leaves_a_but(words) and not _adds(turn, facts))
    may_change = is_unread or words[:1].isdigit()
    if asks_to_send(words) and not may_change and _takes_nothing_back(turn, facts):
        take_facts(turn, _new_of(turn, facts), is_answer=False, is_correction=False)
        return "send"
    if nothing_to_change(words):
        offer_to_send(turn)
        return "changed"
    if take_complaints(turn):
        return "dealt"
    wrong = field_said_to_be_wrong(words)
    field = wrong or field_named(turn.draft, words)
    if field is not None and names_only(words, field, facts):
        ask_again(turn, field)
        return "changed"
    if facts:
        before, waited = list(turn.changed), turn.draft.progress.unconfirmed
        take(turn, facts, adds=adds_to_answers(words))
        if wrong is not None and not _is_told(wrong, facts):
            ask_again(turn, wrong)
            return "changed"
        if turn.changed != before or any(fact.field == field for fact in facts):
            say_what_stands(turn, [fact.field for fact in facts])
            return "changed"
        waiting = turn.draft.progress.unconfirmed
        is_to_confirm = waiting is not None and waiting != waited and waiting.field in _CONFIRMED
        if is_to_confirm and not reads_as_yes(words):
            return "changed"
    if reads_as_plain_yes(words) and not is_held:
        return "send"
    if field == "share_with_council" or (field is not None and is_of_a_line(words)):
        ask_again(turn, field)
        return "changed"
    if waits_to_send(words):
        turn.say("utter_take_your_time")
        turn.say("utter_not_sent_yet", asks="summary")
        return "dealt"
    if is_unread:
        keep_left_over(turn, is_all=True)
        return "dealt"
    is_wrong = says_wrong(words) and len(words.split()) <= _MOST_WORDS
    is_wrong |= reads_as_no(words) or names_no_line(words, turn.draft)
    if is_wrong or turn.message.intent == "change_answer":
        ask_what_to_change(turn)
        return "changed"
    return "unclear"


def _tells_besides(turn: Turn, fact: Fact) -> bool:
    """True for what is surely told beside a name, and for nothing that its words may look like."""
    is_heard_in_it = fact.field in NAMES | _HEARD_IN_A_NAME
    return fact.is_sure and not is_heard_in_it and not same_value(turn.draft, fact)


def _adds(turn: Turn, facts: list[Fact]) -> bool:
    """True where all that a "but" tells was read: it adds to the answers ("but ring after 4")."""
    return bool(_new_of(turn, facts)) or "best_time" in turn.changed


def _new_of(turn: Turn, facts: list[Fact]) -> list[Fact]:
    """What is surely told and not in the referral yet."""
    return [fact for fact in facts if fact.is_sure and not same_value(turn.draft, fact)]


def _takes_nothing_back(turn: Turn, facts: list[Fact]) -> bool:
    """True where what is told beside "send it" changes no answer: none is to be read again.

    That it is only the school is asked about first, as it may take the certificate away.
    """
    doubts_the_school = any(
        fact.field == "school_only_check" and not same_value(turn.draft, fact) for fact in facts
    )
    return not doubts_the_school and all(_only_adds(turn, fact) for fact in _new_of(turn, facts))


def _only_adds(turn: Turn, fact: Fact) -> bool:
    """False for what they should see before it is sent: the dispute, and a way that is refused."""
    if fact.field in ("issue", "sections"):
        return False
    if fact.field == "safe_contact":
        held = value_of(turn.draft, fact.field) or {}
        return all(held.get(way, said) == said for way, said in fact.value.items())
    return fact.field in ADDS_TO or not is_given(turn.draft, fact.field)


def with_changes(turn: Turn, facts: list[Fact]) -> list[Fact]:
    """The facts with what the words put in another's place or call by its name."""
    facts = with_replacements(facts, turn.message, turn.draft)
    facts = with_certificate_told(facts, turn.message, turn.draft, turn.today)
    return with_named_changes(facts, turn.message, turn.draft, turn.today)


def sends_first(turn: Turn) -> bool:
    """True for "yes send. oh and can someone ring me": what follows the yes takes nothing back."""
    if turn.pending != "summary":
        return False
    words = turn.message.plain
    first, *rest = [part for part in _SENTENCE_END.split(words) if part.strip()] or [""]
    takes_back = reads_as_correction(" ".join(rest)) or any(map(reads_as_no, rest))
    said = read_yes(words, "reading")
    only_asks = said is not None and all(map(reads_as_question, said.beside))
    leads = only_asks or (reads_as_plain_yes(first) and not takes_back)
    return leads and not holds_sending(words)


def _is_told(field: str, facts: list[Fact]) -> bool:
    """True where the facts hold the answer; to "the name" either name is one."""
    fields = {fact.field for fact in facts}
    return field in fields or (field in NAMES and bool(fields & NAMES))


def take_change(turn: Turn, facts: list[Fact]) -> None:
    """The answer to "which answer shall I change?": a number, a name, or the new answer itself."""
    words, progress = turn.message.plain, turn.draft.progress
    if progress.changing == "setting":
        progress.changing = None
        if school := read_school_name(turn.message):
            facts = [*(fact for fact in facts if fact.field not in _MAY_BE_A_SCHOOL), school]
    if nothing_to_change(words):
        return
    field = field_named(turn.draft, words)
    if numbered := read_numbered_changes(turn.message, turn.draft, turn.today):
        take_numbered(turn, numbered)
    elif field is not None and names_only(words, field, facts):
        ask_again(turn, field)
    elif take_complaints(turn):
        return
    elif facts := with_changes(turn, facts):
        before = list(turn.changed)
        take(turn, facts, adds=adds_to_answers(words))
        is_unheard = turn.changed == before and not (turn.says or turn.draft.progress.unconfirmed)
        keep_left_over(turn, is_all=is_unheard and tells_more(words))
    elif field is not None:
        ask_again(turn, field)
    elif keep_left_over(turn):
        return
    elif turn.pending == "summary":
        ask_what_to_change(turn)
    elif not (reads_as_no(words) or reads_as_yes(words)):
        count_miss(turn)
        if turn.draft.progress.misses < OFFERED_AFTER:
            turn.say("utter_error_change_what", asks="change_what")
        offer_after_misses(turn)


def ask_what_to_change(turn: Turn) -> None:
    """Ask which answer to change."""
    turn.draft.progress.pending = "change_what"
    turn.say("utter_ask_change_what", asks="change_what")
