"""A reading that was not sure waits for a yes; saying the right value again is as good."""

from __future__ import annotations

import re
from typing import Any

from casework.answers import Answer
from casework.answers.elsewhere import no_is_of_another
from casework.answers.fact import Fact
from casework.answers.facts import SECTION_OF_KIND
from casework.consent.leading import read_yes
from casework.dispute.borne_out import kinds_agreed, kinds_borne_out
from casework.dispute.help_not_given import NOT_GIVEN
from casework.dispute.only_the_school import is_only_the_school
from casework.dispute.parts_denied import parts_denied
from casework.law.disputes import SCHOOL_ONLY_KINDS, with_people
from casework.people.names_told import names_another
from casework.referral.draft import Draft, Unconfirmed
from casework.referral.fields import is_given
from casework.turn.compared import NAMES, same_value
from casework.turn.kinds_told_again import (
    HEDGED_DAY,
    OTHER_DAY,
    denies_reading,
    other_day_of_month,
    with_kinds_told_again,
)
from casework.turn.own_words import keep_limits
from casework.turn.passing_over import count_miss, offer_after_misses
from casework.turn.putting_facts import drop_what_contradicts_the_plan, take_facts
from casework.turn.state import Turn
from casework.turn.taking import take_beside
from casework.words import (
    reads_as_mere_assent,
    reads_as_no,
    reads_as_plain_no,
    reads_as_plain_yes,
    reads_as_unsure,
    reads_as_yes,
    straighten,
)

_AGREES = re.compile(
    r"^\W*(?:(?:yes|yeah|ok|okay|just|please|go on|then) )*(?:put|use|go with) (?:that|it)"
    r"(?: one)?(?: then| please| ta| thanks)*\W*$",
    re.IGNORECASE,
)
_AND_THE_SCHOOL = re.compile(
    r"\b(?:and|plus|also|\+|&)(?: about| its| it'?s)? the (?:school|college|placement)\b"
    r"(?! (?:is|are|said|says|agree|know|ha[sd]|want|support|think|back|sent|told))",
    re.IGNORECASE,
)
"""Another part of the plan, told beside a yes to one."""
_BOTH = re.compile(
    r"^\W*(?:(?:it'?s|yes|well|i think|um+) )*(?:both|all|everything|the (?:whole )?lot)"
    r"(?: (?:two|three|four|[2-4]))?(?: of (?:them|it|those|these))?"
    r"(?: please| really| i think| tbh)?\W*$",
    re.IGNORECASE,
)


def agrees_to_reading(text: str) -> bool:
    """True for "put that": yes to what was read, but no consent."""
    return _AGREES.match(straighten(text)) is not None


def is_asked_to_confirm(turn: Turn) -> bool:
    """True where the question asked last was whether a reading is right."""
    waiting = turn.draft.progress.unconfirmed
    return waiting is not None and waiting.field == turn.pending


def take_confirmation(turn: Turn, answer: Answer | None, facts: list[Fact]) -> bool:
    """Deal with the reading that waits for a yes. True when the message settled it.

    A yes to another question, asked since, settles nothing here.
    """
    progress = turn.draft.progress
    waiting = progress.unconfirmed
    if waiting is None or not is_asked_to_confirm(turn):
        return False
    if waiting.field == "start_again":
        return _confirm_start_again(turn)
    if waiting.field in NAMES and names_another(turn.message.plain, str(waiting.value)):
        progress.unconfirmed = None
        facts = [fact for fact in facts if fact.field == waiting.field]
        take_facts(turn, facts, is_answer=True, is_correction=True)
        return True
    hedged = other_day_of_month(turn, waiting, HEDGED_DAY)
    if hedged is not None and OTHER_DAY.match(turn.message.plain) is None:
        fact = Fact(waiting.field, hedged.isoformat())
        progress.unconfirmed = waiting.model_copy(update={"value": fact.value, "shown": fact.shown})
        return True
    other_day = other_day_of_month(turn, waiting, OTHER_DAY)
    if other_day is not None:
        progress.unconfirmed = None
        _settle(turn, waiting.field, other_day.isoformat())
        return True
    answered = answer.facts if answer and not _is_of_the_reading(turn, waiting) else ()
    if _names_the_language(turn, waiting, [*answered, *facts]):
        return True
    said = [fact for fact in (*answered, *facts) if fact.field == waiting.field]
    said = [fact for fact in said if not _is_denied_name(turn, waiting, fact)]
    said = with_kinds_told_again(turn, waiting, said)
    if any(fact.value == "no_letter" for fact in said):
        # "Not got one" may be the certificate: it only says that this is not the date.
        progress.unconfirmed = None
        return True
    if any(_stands_by_held_name(turn, waiting, fact) for fact in said):
        progress.unconfirmed = None
        _take_others(turn, waiting, facts)
        return True
    is_yes = _agrees(turn) or _says_it_again(turn, waiting)
    for fact in said:
        kinds = _kinds_left(waiting, fact, is_yes=is_yes)
        is_same = fact.value == waiting.value or fact.shown == waiting.shown
        if is_same or fact.is_sure or kinds is not None:
            progress.unconfirmed = None
            value = waiting.value if fact.shown == waiting.shown else kinds or fact.value
            if fact.field == "sections" and is_yes:
                value = sorted({*waiting.value, *fact.value})
            if fact.field == "issue":
                value = _beside_the_school(turn, waiting, value)
            if fact.field == "safe_contact" and is_yes:
                value = waiting.value | fact.value
            _settle(turn, waiting.field, value)
            _take_others(turn, waiting, facts)
            return True
        progress.unconfirmed = waiting.model_copy(update={"value": fact.value, "shown": fact.shown})
        return True
    if is_yes:
        progress.unconfirmed = None
        _settle(turn, waiting.field, _with_held(turn, waiting))
        if waiting.field in ("issue", "sections") and _AND_THE_SCHOOL.search(turn.message.plain):
            turn.put("sections", sorted({*turn.draft.referral.dispute.sections, "I"}))
        keep_limits(turn, "reading")
        _take_others(turn, waiting, facts)
        return True
    if _says_no(turn, waiting) and not no_is_of_another(waiting.field, turn.message):
        progress.unconfirmed = None
        if waiting.field == "language" and waiting.value.get("code"):
            turn.put("interpreter", False)
            progress.mark_answered("interpreter")
        else:
            count_miss(turn)
            offer_after_misses(turn)
        _take_others(turn, waiting, facts)
        return True
    if reads_as_unsure(turn.message.plain) and is_given(turn.draft, waiting.field):
        progress.unconfirmed = None
        turn.say("utter_noted_unsure")
        return True
    return False


def _says_no(turn: Turn, waiting: Unconfirmed) -> bool:
    """True for a no to what was read; what went wrong is itself often told with a "not"."""
    words = turn.message.plain
    return reads_as_no(words) and (waiting.field != "issue" or denies_reading(words))


def _is_denied_name(turn: Turn, waiting: Unconfirmed, fact: Fact) -> bool:
    """True for the Grace of "no! Grace is my daughter", where another name is known."""
    is_another = waiting.field in NAMES and is_given(turn.draft, waiting.field)
    return is_another and fact.value == waiting.value and reads_as_no(turn.message.plain)


def _stands_by_held_name(turn: Turn, waiting: Unconfirmed, fact: Fact) -> bool:
    """True for "no, I'm Lisa" of Lisa Tranter, who was taken for Pete: she keeps her surname."""
    is_held = waiting.field in NAMES and is_given(turn.draft, waiting.field)
    return is_held and fact.value != waiting.value and same_value(turn.draft, fact)


def _agrees(turn: Turn) -> bool:
    """True for a yes; "ok" right after an answer to a question of theirs only takes note of it."""
    words = turn.message.plain
    if turn.draft.progress.last_topic is not None and reads_as_mere_assent(words):
        return False
    is_yes = reads_as_yes(words) or agrees_to_reading(words)
    return is_yes or read_yes(words, "reading") is not None


def _says_it_again(turn: Turn, waiting: Unconfirmed) -> bool:
    """True for "it is only about the school", where that is what was read."""
    if waiting.field not in ("issue", "sections"):
        return False
    several = {*waiting.value, *turn.draft.progress.stated_kinds}
    if len(several) > 1 and _BOTH.match(turn.message.plain):
        return True
    is_of_school = set(waiting.value) <= SCHOOL_ONLY_KINDS
    return is_of_school and is_only_the_school(turn.message.plain)


def _with_held(turn: Turn, waiting: Unconfirmed) -> Any:
    """What was read, with the kinds held beside it: "both", and help not given before an end."""
    held = turn.draft.progress.stated_kinds
    if waiting.field != "issue" or turn.draft.progress.changing == "issue":
        return waiting.value
    is_end = waiting.value == ["cease_plan"] and held == [NOT_GIVEN]
    is_more = is_end or _BOTH.match(turn.message.plain) is not None
    return list(dict.fromkeys([*waiting.value, *held])) if is_more else waiting.value


def _kinds_left(waiting: Unconfirmed, fact: Fact, *, is_yes: bool) -> list[str] | None:
    """The kinds that the reading and the answer to it leave together, where they leave any."""
    if fact.field != "issue":
        return None
    if is_yes:
        return kinds_agreed(waiting.value, fact.value)
    return fact.value if fact.is_sure else kinds_borne_out(waiting.value, fact.value)


def _beside_the_school(turn: Turn, waiting: Unconfirmed, told: list[str]) -> list[str]:
    """The kinds told, with the wrong school that was asked about and is not denied by them.

    With the help or the needs in dispute too a certificate is needed either way (law L08).
    """
    is_more = bool(told) and set(told) <= set(SECTION_OF_KIND)
    if not is_more or not set(waiting.value) <= SCHOOL_ONLY_KINDS:
        return told
    words = turn.message.plain
    return told if reads_as_no(words) or parts_denied(words) else [*waiting.value, *told]


def _take_others(turn: Turn, waiting: Unconfirmed, facts: list[Fact]) -> None:
    """Take what is told beside the yes or no: "yes and my number is …"."""
    others = [other for other in facts if other.field != waiting.field]
    take_beside(turn, others, is_answered=True)


def _names_the_language(turn: Turn, waiting: Unconfirmed, facts: list[Fact]) -> bool:
    """Take "BSL", said to "would you like an interpreter or a signer?": a yes that says which."""
    named = [fact for fact in facts if fact.field == "language" and fact.is_sure]
    if waiting.field != "interpreter" or not named or reads_as_no(turn.message.plain):
        return False
    turn.draft.progress.unconfirmed = None
    _settle(turn, "language", named[0].value)
    turn.draft.progress.mark_answered("interpreter")
    others = [other for other in facts if other.field not in ("language", "interpreter")]
    take_beside(turn, others, is_answered=True)
    return True


def _is_of_the_reading(turn: Turn, waiting: Unconfirmed) -> bool:
    """True where a yes or no says whether the reading is right, and is no answer by itself.

    To "the date is 3 May, is that right?" a no does not say that there is no letter; only where a
    yes was read is a no its opposite.
    """
    words = turn.message.plain
    return reads_as_plain_yes(words) or (reads_as_plain_no(words) and waiting.value is not True)


def _settle(turn: Turn, field: str, value: Any) -> None:
    if field == "issue" and turn.draft.progress.changing != "issue":
        value = with_people(value, turn.draft.progress.stated_kinds)
    turn.put(field, value)
    if field == "plan":
        drop_what_contradicts_the_plan(turn)
    if field == "issue":
        held = set(turn.draft.referral.dispute.sections)
        letters = {SECTION_OF_KIND[kind] for kind in value if kind in SECTION_OF_KIND}
        if letters - held:
            turn.put("sections", sorted(held | letters))
    turn.draft.progress.mark_answered(field)
    turn.draft.progress.misses = 0


def _confirm_start_again(turn: Turn) -> bool:
    turn.draft.progress.unconfirmed = None
    if reads_as_yes(turn.message.plain):
        forget_and_begin_again(turn)
    return True


def forget_and_begin_again(turn: Turn) -> None:
    """Begin with an empty draft."""
    turn.draft = Draft()
    turn.must_delete = True
    turn.say("utter_started_again")
