"""Takes parts of the plan out of the draft that the parent says it is not about.

What is left is asked about anew where the law hangs on it: with only the school left, whether it
is only the school (law L08).
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.answers.dispute import read_sections
from casework.answers.facts import SECTION_OF_KIND
from casework.dispute.only_the_school import adds_a_part
from casework.dispute.parts_denied import parts_alone, parts_denied, without_denials
from casework.law.disputes import SCHOOL_ONLY_KINDS
from casework.message import Entity
from casework.referral.draft import Unconfirmed
from casework.referral.show import show_value
from casework.say import Say
from casework.turn.passing_over import count_miss, offer_after_misses
from casework.turn.state import Turn
from casework.words import reads_as_plain_no

_ASK_FOR_PARTS = frozenset({"issue", "sections", "school_only_check"})
_TELLS_NOTHING = re.compile(
    r"^(?:\W|\b(?:no+|nope|sorry|actually|please|thanks?|thank you|it|its|it's|is|i|that|at|all|"
    r"though|tho|then|now|any ?more|ok|okay|as well|too|also|off|out|wrong|hang on|wait|one|only|"
    r"just|section|part|we)\b)*$",
    re.IGNORECASE,
)
_NAMES_ANOTHER = re.compile(
    r"^(?:\W|\b(?:hang on|wait|sorry|actually|but|and|it'?s|that'?s|only|just|about|really)\b)*"
    r"(?:the |his |her |their )?(?:needs|help|provision|support|hours|school|college|placement|"
    r"health|social care|care|(?:section |part )?I)(?: (?:part|section|bit|named|instead|please|"
    r"only|thats wrong))*\W*$",
    re.IGNORECASE,
)
"""What is left of "it's not B, it's the help"."""


def take_parts_away(turn: Turn) -> bool:
    """Take out what is denied; True where the message tells nothing else and so is dealt with.

    The words that deny it leave the message, so that their "no" answers no other question.
    """
    progress = turn.draft.progress
    denied = parts_denied(turn.message.plain) | _parts_left_out(turn)
    if not denied or progress.is_submitted:
        return False
    has_taken = _take_from_draft(turn, denied) | _take_from_readings(turn, denied)
    kept = tuple(one for one in turn.message.entities if not _names_one_of(one, denied))
    rest = replace(turn.message, text=without_denials(turn.message.text), entities=kept)
    tells_more = _TELLS_NOTHING.match(rest.plain) is None
    if not has_taken and (tells_more or turn.pending not in _ASK_FOR_PARTS):
        return False
    turn.message = rest
    if has_taken and _NAMES_ANOTHER.match(rest.plain):
        _put_other_parts(turn)
        return True
    if tells_more:
        return False
    if not has_taken:
        turn.say("utter_part_left_out", {"value": ", ".join(sorted(denied))})
        count_miss(turn)
        offer_after_misses(turn)
    return True


def _parts_left_out(turn: Turn) -> frozenset[str]:
    """The parts that the draft holds beside the only ones that are said to be in dispute."""
    alone = parts_alone(turn.message.plain)
    if not alone or adds_a_part(turn.message.plain):
        return frozenset()
    held = set(turn.draft.referral.dispute.sections)
    held |= {SECTION_OF_KIND[k] for k in turn.draft.progress.stated_kinds if k in SECTION_OF_KIND}
    return frozenset(held - alone)


def _names_one_of(entity: Entity, denied: frozenset[str]) -> bool:
    if entity.name == "section":
        return entity.value in denied
    return entity.name == "dispute" and SECTION_OF_KIND.get(str(entity.value)) in denied


def _put_other_parts(turn: Turn) -> None:
    """Put the part that is named in place of the one taken away, and say what stands now."""
    named = read_sections(turn.message, turn.draft, turn.today)
    letters = set(named.facts[0].value) if named is not None else set()
    sections = sorted({*turn.draft.referral.dispute.sections, *letters})
    turn.put("sections", sections)
    values = {"field": "parts of the plan", "value": show_value("sections", sections)}
    turn.says = [Say("utter_changed", values)]


def _take_from_draft(turn: Turn, denied: frozenset[str]) -> bool:
    """Take the parts out of the answers, and say what is left; False where none was there."""
    dispute, progress = turn.draft.referral.dispute, turn.draft.progress
    kinds = _kinds_left(progress.stated_kinds, denied)
    sections = [letter for letter in dispute.sections if letter not in denied]
    if kinds == progress.stated_kinds and sections == dispute.sections:
        return False
    turn.clear("sections")
    if kinds != progress.stated_kinds:
        turn.clear("issue")
        if kinds:
            turn.put("issue", kinds)
    if sections:
        turn.put("sections", sections)
    elif not kinds:
        turn.put("issue", ["plan_content"])
    if sections:
        values = {"field": "parts of the plan", "value": show_value("sections", sections)}
        turn.say("utter_changed", values)
    else:
        turn.say("utter_part_left_out", {"value": ", ".join(sorted(denied))})
    if progress.changing in _ASK_FOR_PARTS:
        progress.changing = None
    return True


def _kinds_left(kinds: list[str], denied: frozenset[str]) -> list[str]:
    """The kinds without those about a part that is denied; of several parts the others stay."""
    gone = {kind for kind, letter in SECTION_OF_KIND.items() if letter in denied}
    gone |= SCHOOL_ONLY_KINDS | {"b_f_i"} if "I" in denied else set()
    gone |= {"b_f_i"} if {"B", "F"} <= denied else set()
    return [kind for kind in kinds if kind not in gone]


def _take_from_readings(turn: Turn, denied: frozenset[str]) -> bool:
    """Drop what was half heard of these parts and waits for a yes; False where nothing was."""
    progress = turn.draft.progress
    before = [progress.unconfirmed, *progress.to_confirm]
    progress.unconfirmed = _without(progress.unconfirmed, denied)
    left = [_without(waiting, denied) for waiting in progress.to_confirm]
    progress.to_confirm = [waiting for waiting in left if waiting is not None]
    return before != [progress.unconfirmed, *progress.to_confirm]


def _without(waiting: Unconfirmed | None, denied: frozenset[str]) -> Unconfirmed | None:
    if waiting is None or waiting.field not in ("issue", "sections"):
        return waiting
    if waiting.field == "sections":
        left = [letter for letter in waiting.value if letter not in denied]
    else:
        left = _kinds_left(waiting.value, denied)
    if left == waiting.value:
        return waiting
    shown = show_value(waiting.field, left)
    return waiting.model_copy(update={"value": left, "shown": shown}) if left else None


_SAYS_THERE_IS_NONE = re.compile(
    r"\bno (?:\w+ )?(?:plan|ehcp?|parts?|sections?)\b|"
    r"(?:\b(?:not|havent|dont|doesnt|hasnt|never|without|isnt)|n't)(?: \w+){0,2} "
    r"(?:an? |any |the )?(?:\w+ )?(?:plan|ehcp?|parts?|sections?)\b|"
    r"^\W*(?:none|no parts?|nothing)(?: of (?:them|those|it|the parts))?\W*$|"
    r"^\W*(?:no+[\s,.]+)?(?:section |part )?[A-HJK] (?:is|'?s) "
    r"(?:wrong|not right|incorrect|a mistake)\W*$|"
    r"\bwhy (?:is|does it say|have you got|did you put) (?:section |part )?[A-HJK]\b",
    re.IGNORECASE,
)
_NONE_OF_THEM = re.compile(
    r"^\W*(?:no+[\s,.]+)?(?:none|nothing|not any|neither)"
    r"(?: (?:of|at|all|them|those|it|these|is|wrong|the|parts?|sections?))*\W*$",
    re.IGNORECASE,
)


def take_parts_of_no_plan(turn: Turn) -> bool:
    """Take out every part that the draft holds; True where that was said, and nothing else."""
    dispute, progress = turn.draft.referral.dispute, turn.draft.progress
    held = list(dispute.sections)
    if not held or progress.is_submitted or not _denies_all_parts(turn):
        return False
    turn.clear("sections")
    turn.say("utter_part_left_out", {"value": ", ".join(held)})
    if not (progress.stated_kinds or turn.draft.referral.plan == "none"):
        turn.put("issue", ["plan_content"])
    if progress.changing == "sections":
        progress.mark_answered("sections")
    if turn.pending == "sections":
        progress.pending = None
    return True


def _denies_all_parts(turn: Turn) -> bool:
    words, progress = turn.message.plain, turn.draft.progress
    has_plan = turn.draft.referral.plan not in ("none", "requested")
    if progress.changing == "sections":
        return _NONE_OF_THEM.match(words) is not None or (
            not has_plan
            and (reads_as_plain_no(words) or _SAYS_THERE_IS_NONE.search(words) is not None)
        )
    is_reviewed = turn.pending in ("summary", "change_what")
    return is_reviewed and not has_plan and _SAYS_THERE_IS_NONE.search(words) is not None
