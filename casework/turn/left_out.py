"""What a message tells and the referral does not take: a second child, a letter yet to come."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.fact import Fact
from casework.message import Message
from casework.people.ages_told import tells_birthday
from casework.referral.fields import is_given
from casework.turn.state import Turn
from casework.turn.topics import Asked

_CHILD = r"(?:child|kid|son|daughter|boy|girl|lad|lass|little one|twin|brother|sister|one)"
_ANOTHER_CHILD = re.compile(
    rf"\b(?:my|our|have|got|for|about|had|there'?s|with) (?:an?|the|his|her|my|our)? ?"
    rf"(?:other|another) {_CHILD}\b|"
    r"\b(?:also|too) (?:have|got|for) (?:an?|my|our) (?:son|daughter|child|boy|girl|lad)\b|"
    r"\b(?:one|two|both) of (?:my|our) (?:kids|children|boys|girls|sons|daughters)\b|"
    rf"\b(?:one|this|it|same|refer\w*) for (?:my|our) (?:\w+ )?{_CHILD} (?:too|as well|also)\b",
    re.IGNORECASE,
)
_BESIDES = re.compile(r"\b(?:also|too|as well)\b", re.IGNORECASE)
_LATER_CHILD = re.compile(rf"\b(?:my|our) (?:second|2nd|third|3rd) {_CHILD}\b", re.IGNORECASE)
"""Another child only where one was told of before: a second child may be the one it is about."""
_ASKS = re.compile(
    r"\?|^\W*(?:and |so |but )?(?:can|could|do|does|is|are|will|would|should|what|how|"
    r"which|when)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:twins|triplets)\b|\b(?:both|two|2|three|3)(?: of)?(?: my| our| the)?"
    r" (?:kids|children|boys|girls|sons|daughters|lads)\b(?! (?:school|home|services))",
    re.IGNORECASE,
)
_LIKE_AN_AGE = re.compile(
    r"\bmental age\b|\b(?:mind|level|understanding|abilit\w+|functions?|functioning|like|more like)"
    r" (?:of |at |as |like )*an? (?:\d+|\w+) ?[- ]?(?:year|yr)",
    re.IGNORECASE,
)
"""A second age that is no second child's: "19 with the mind of a 3 year old"."""
_OF_THESE_ONE = re.compile(
    r"\b(?:one of|for one|only one|(?:eld|old|young)(?:er|est)|(?:it'?s|this is) (?:just |only )?"
    r"(?:about|for) (?:my|our|the) (?:son|daughter|boy|girl|one)\b)",
    re.IGNORECASE,
)
_OF_ANOTHER_CHILD = re.compile(
    r"\b(?:other|second|2nd) (?:twin|child|kid|son|daughter|boy|girl|lad)(?:'?s)?\b|"
    r"\b(?:his|her|their) (?:twin |big |little |older |younger |elder )?"
    r"(?:brother|sister|twin|sibling)(?:'?s|s')? (?:own )?"
    r"(?:letter|decision|refusal|plan|ehcp?|certificate|one|came|got|was|is dated)\b",
    re.IGNORECASE,
)
"""What is told of a brother or sister is no answer about the child of this referral."""
_SIBLING = r"(?:his|her|their) (?:\w+ )?(?:brother|sister|twin|sibling)"
_TAKEN_FOR_ANOTHER = re.compile(
    rf"\b(?:thinking|thinkin|talking) (?:of|about) {_SIBLING}\b|"
    rf"\b(?:mix\w+|confus\w+|muddl\w+)\b[^.;!?]{{0,25}}\b{_SIBLING}\b|"
    rf"\b(?:that'?s|that was|that is|i (?:meant|mean)) (?:for |about )?{_SIBLING}\b",
    re.IGNORECASE,
)
"""What was just said is taken back: it was of a brother or sister."""
_OF_TWINS = re.compile(r"\b(?:other|second|2nd) one(?:'?s)?\b", re.IGNORECASE)
_OF_A_CHILD = frozenset({"child_name", "child_age"})
_OF_ONE_CASE = _OF_A_CHILD | {
    "plan",
    "issue",
    "sections",
    "school_only_check",
    "decision_date",
    "certificate_held",
    "certificate_date",
    "appeal_lodged",
}
_TWO_CHILDREN = "two_children"
"""The topic that tells of a referral for each child."""
_ONLY_ONE = re.compile(
    r"\b(?:its|it's|it is|is|have|got|there'?s) (?:only|just) (?:the )?(?:one|1)\b",
    re.IGNORECASE,
)
_OF_A_LETTER = re.compile(r"\b(?:letters?|dated|decision|refus\w+)\b", re.IGNORECASE)
_ONE_CHILD = "one_child"
"""Among what was told: that a referral is for one child."""


def say_what_is_left_out(turn: Turn) -> None:
    """Tell the parent, so that nobody thinks it was kept.

    The answer to the question for the letter's date is told so by its own reader.
    """
    told = turn.draft.progress.told
    if tells_of_several_children(turn.message):
        if _ONE_CHILD not in told:
            told.append(_ONE_CHILD)
            turn.say("utter_one_child_at_a_time")
    elif tells_of_another_child(turn):
        turn.say("utter_another_child_later")
    if turn.pending != "decision_date" and _gives_future_letter_date(turn.message, turn.today):
        turn.say("utter_letter_date_left_out")


def without_another_child(turn: Turn, facts: list[Fact]) -> list[Fact]:
    """The facts, less those that are another child's than the referral's."""
    if tells_only_of_another(turn):
        return [fact for fact in facts if fact.field not in _OF_ONE_CASE]
    if not tells_of_another_child(turn):
        return facts
    return [fact for fact in facts if fact.field not in _OF_A_CHILD]


def tells_of_only_one(asked: Asked, words: str) -> bool:
    """True for "its only one child??", which asks nothing about a second one."""
    return asked.topics[:1] == (_TWO_CHILDREN,) and _ONLY_ONE.search(words) is not None


def tells_of_several_children(message: Message) -> bool:
    """True for "I have twins, both refused"; false for "one of my twins"."""
    if message.first("several_children") is not None:
        is_one = _LIKE_AN_AGE.search(message.plain) or tells_birthday(message.plain)
        return not is_one
    words = message.plain
    return _SEVERAL.search(words) is not None and _OF_THESE_ONE.search(words) is None


def tells_only_of_another(turn: Turn) -> bool:
    """True for "his sister's letter was 4 November": nothing of it is this referral's.

    Where two dates are told, one of them may be the right one.
    """
    words, draft = turn.message.plain, turn.draft
    is_of_twins = _ONE_CHILD in draft.progress.told and _OF_TWINS.search(words) is not None
    knows_one = any(is_given(draft, field) for field in _OF_ONE_CASE)
    is_taken_back = _TAKEN_FOR_ANOTHER.search(words) is not None
    is_other = _OF_ANOTHER_CHILD.search(words) is not None or is_of_twins or is_taken_back
    return knows_one and is_other and len(turn.message.all_of("date")) < 2


def tells_of_another_child(turn: Turn) -> bool:
    """True for "I have another child too"; a question about it is answered as a question."""
    words, draft = turn.message.plain, turn.draft
    if _ASKS.search(words):
        return False
    if tells_only_of_another(turn):
        return True
    knows_one = any(is_given(draft, field) for field in _OF_A_CHILD)
    later = _LATER_CHILD.search(words) if knows_one else None
    return (_ANOTHER_CHILD.search(words) or later) is not None or _names_one_besides(turn)


def _names_one_besides(turn: Turn) -> bool:
    """True for "also my daughter Lily who is 7", where the child is called Sam."""
    held = str(turn.draft.referral.child.name or "").casefold()
    told = [one for one in turn.message.all_of("person_name", "child") if one.is_sure]
    is_besides = _BESIDES.search(turn.message.plain) is not None
    return is_besides and bool(held and told) and str(told[0].value).casefold()[0] != held[0]


def _gives_future_letter_date(message: Message, today: date) -> bool:
    letter = message.first("date", "decision")
    return (
        letter is not None
        and date.fromisoformat(letter.value) > today
        and _OF_A_LETTER.search(message.plain) is not None
    )
