"""The review: yes sends it; anything else names or says what to change."""

from __future__ import annotations

import re
from typing import Literal

from casework.answers.facts import Fact
from casework.answers.replacing import with_replacements
from casework.corrections.named_changes import with_named_changes
from casework.corrections.numbered_changes import NumberedChange, read_numbered_changes
from casework.corrections.sending import asks_to_send
from casework.referral.fields import is_given
from casework.referral.summary import summary_fields
from casework.referral.told_back import heard_list
from casework.turn.confirming import agrees_to_reading
from casework.turn.controls import read_field_name
from casework.turn.plain_answers import PLAIN_ANSWERS
from casework.turn.state import ADDS_TO, NAMES, Turn, same_value, take_facts
from casework.words import reads_as_correction, reads_as_no, reads_as_plain_yes, reads_as_yes

PLAIN_YES_WORDS = 4
_NUMBER = re.compile(
    r"^\W*(?:(?:please|pls|just|(?:can|could) (?:you|u|i|we)|i(?:'?d like| want| need) to)\s+)*"
    r"(?:(?:change|fix|edit|correct|alter|update)\s+)?(?:no\.?|number|#|line|row|answer|question)?"
    r"\s*(\d{1,2})(?: please| pls)?\W*$",
    re.IGNORECASE,
)
_CONFIRMED = frozenset({"name", "child_name", "child_age", "decision_date", "certificate_date"})
"""Readings that are asked about at once; of others so few words may tell nothing."""
_SENTENCE_END = re.compile(r"[.!;\n]+")
_CLAUSE_END = re.compile(r"[.,;!\n]+|\b(?:but|and)\b", re.IGNORECASE)
_IS_WRONG = re.compile(
    r"\b(?:is|are|was)(?:n'?t| not)\b|\bain'?t\b|"
    r"\b(?:wrong|incorrect|not (?:right|correct|true))\b",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\b(?:also|too|as well|plus)\b", re.IGNORECASE)


def take_review_answer(turn: Turn, facts: list[Fact]) -> Literal["send", "changed", "unclear"]:
    """What the answer to "is all this right?" leads to; changes are made here."""
    words = turn.message.plain
    is_plain_yes = reads_as_yes(words) and len(words.split()) <= PLAIN_YES_WORDS
    if agrees_to_reading(words) or (is_plain_yes and not reads_as_correction(words)):
        return "send"
    numbered = read_numbered_changes(turn.message, turn.draft, turn.today)
    if numbered:
        _take_numbered(turn, numbered)
        return "changed"
    facts = with_changes(turn, facts)
    if asks_to_send(words) and _takes_nothing_back(turn, facts):
        take_facts(turn, _new_of(turn, facts), is_answer=False, is_correction=False)
        return "send"
    wrong = _field_said_to_be_wrong(words)
    field = wrong or _named_field(turn, words)
    if field is not None and _names_only(turn, words, field, facts):
        ask_again(turn, field)
        return "changed"
    if facts:
        before, waited = list(turn.changed), turn.draft.progress.unconfirmed
        _take(turn, facts, adds=_ALSO.search(words) is not None)
        if wrong is not None and not _is_told(wrong, facts):
            ask_again(turn, wrong)
            return "changed"
        if turn.changed != before or any(fact.field == field for fact in facts):
            _say_what_stands(turn, [fact.field for fact in facts])
            return "changed"
        waiting = turn.draft.progress.unconfirmed
        is_to_confirm = waiting is not None and waiting != waited and waiting.field in _CONFIRMED
        if is_to_confirm and not reads_as_yes(words):
            return "changed"
    if reads_as_yes(words):
        return "send"
    if field is not None:
        ask_again(turn, field)
        return "changed"
    if reads_as_no(words) or turn.message.intent == "change_answer":
        ask_what_to_change(turn)
        return "changed"
    return "unclear"


def _new_of(turn: Turn, facts: list[Fact]) -> list[Fact]:
    """What is surely told and not in the referral yet."""
    return [fact for fact in facts if fact.is_sure and not same_value(turn.draft, fact)]


def _takes_nothing_back(turn: Turn, facts: list[Fact]) -> bool:
    """True where what is told beside "send it" changes no answer: none is to be read again."""
    return all(
        fact.field in ADDS_TO or not is_given(turn.draft, fact.field)
        for fact in _new_of(turn, facts)
    )


def with_changes(turn: Turn, facts: list[Fact]) -> list[Fact]:
    """The facts with what the words put in another's place or call by its name."""
    facts = with_replacements(facts, turn.message, turn.draft)
    return with_named_changes(facts, turn.message, turn.draft, turn.today)


def sends_first(turn: Turn) -> bool:
    """True for "yes send. oh and can someone ring me": what follows the yes takes nothing back."""
    if turn.pending != "summary":
        return False
    words = turn.message.plain
    first, *rest = [part for part in _SENTENCE_END.split(words) if part.strip()] or [""]
    takes_back = reads_as_correction(" ".join(rest)) or any(map(reads_as_no, rest))
    return reads_as_plain_yes(first) and not takes_back


def _take_numbered(turn: Turn, changes: list[NumberedChange]) -> None:
    """Take what the numbers say; the first that could not be read is asked anew."""
    for change in changes:
        if change.field in PLAIN_ANSWERS and change.facts:
            PLAIN_ANSWERS[change.field](turn, bool(change.facts[0].value))
        else:
            turn.draft.progress.changing = None if change.adds else change.field
            _take(turn, list(change.facts), adds=change.adds)
            turn.draft.progress.changing = None
    unread = [change.field for change in changes if not change.facts]
    if unread:
        ask_again(turn, unread[0])
    else:
        _say_what_stands(turn, [fact.field for change in changes for fact in change.facts])


def _say_what_stands(turn: Turn, fields: list[str]) -> None:
    """Say what was noted, where nothing else tells that the message was heard."""
    heard = heard_list(turn.draft, list(dict.fromkeys(fields)))
    if heard and not turn.says and turn.draft.progress.unconfirmed is None:
        turn.say("utter_heard", {"facts": heard})


def _take(turn: Turn, facts: list[Fact], *, adds: bool) -> None:
    """Take corrections; "they also cut his OT" adds to what the dispute is about."""
    added = [fact for fact in facts if adds and fact.field in ADDS_TO]
    take_facts(turn, added, is_answer=False, is_correction=False)
    others = [fact for fact in facts if fact not in added]
    take_facts(turn, others, is_answer=True, is_correction=True)


def _is_told(field: str, facts: list[Fact]) -> bool:
    """True where the facts hold the answer; to "the name" either name is one."""
    fields = {fact.field for fact in facts}
    return field in fields or (field in NAMES and bool(fields & NAMES))


def _field_said_to_be_wrong(words: str) -> str | None:
    """The name, of "the date is right, the name isn't"."""
    wrong = [clause for clause in _CLAUSE_END.split(words) if _IS_WRONG.search(clause)]
    named = [field for clause in wrong if (field := read_field_name(clause)) is not None]
    return named[0] if named else None


def _names_only(turn: Turn, words: str, field: str, facts: list[Fact]) -> bool:
    """True for "council" or "4", false for "his age is 9", which is the new answer itself."""
    is_short = len(words.split()) <= PLAIN_YES_WORDS
    return is_short and all(fact.field != field for fact in facts)


def take_change(turn: Turn, facts: list[Fact]) -> None:
    """The answer to "which answer shall I change?": a number, a name, or the new answer itself."""
    field = _named_field(turn, turn.message.plain)
    if field is not None and _names_only(turn, turn.message.plain, field, facts):
        ask_again(turn, field)
    elif numbered := read_numbered_changes(turn.message, turn.draft, turn.today):
        _take_numbered(turn, numbered)
    elif facts := with_changes(turn, facts):
        _take(turn, facts, adds=_ALSO.search(turn.message.plain) is not None)
    elif field is not None:
        ask_again(turn, field)
    elif not (reads_as_no(turn.message.plain) or reads_as_yes(turn.message.plain)):
        turn.say("utter_error_change_what", asks="change_what")


def ask_what_to_change(turn: Turn) -> None:
    """Ask which answer to change."""
    turn.draft.progress.pending = "change_what"
    turn.say("utter_ask_change_what", asks="change_what")


def ask_again(turn: Turn, field: str) -> None:
    """Ask for the answer anew, even where it is not asked unprompted; the old one stands so far."""
    if field == "phone":
        turn.draft.progress.asked_email = False
    turn.draft.progress.changing = field
    turn.draft.progress.pending = field
    turn.draft.progress.misses = 0
    turn.say(f"utter_ask_{field}", asks=field)


def _named_field(turn: Turn, words: str) -> str | None:
    number = _NUMBER.match(words)
    if number is not None:
        fields = summary_fields(turn.draft)
        position = int(number.group(1)) - 1
        return fields[position] if 0 <= position < len(fields) else None
    return read_field_name(words)
