"""Takes an answer out of the draft that the parent wants to be gone: "delete that email".

The phone number has rules of its own (`casework.corrections.phone_number`). What has to be
known is asked anew instead.
"""

from __future__ import annotations

import re

from casework.corrections.lines_put_right import ask_again
from casework.referral.fields import is_given
from casework.referral.show import field_label
from casework.referral.summary import summary_fields
from casework.referral.told_back import within_a_sentence
from casework.turn.state import Turn

_VERB = (
    r"(?:delete|remove|erase|wipe|scrap|bin|drop|clear|get rid of|take (?:off|out|away)|take|"
    r"lose|do(?:n'?t| not) (?:keep|store|save|hold))"
)
_WHOSE = r"(?:(?:that|my|the|this|his|her|our|all(?: of)?|whole|it|\w+'s) )*"
_LABELS = {
    "email": r"e-?mails?(?: address(?:es)?)?",
    "best_time": r"(?:best )?times?(?: to (?:ring|call))?",
    "setting": r"(?:school|college|nursery)(?: name)?",
    "organisation": r"(?:organisation|employer|place of work)",
    "supporters": r"(?:supporters?|who comes with (?:me|us))",
    "in_own_words": r"(?:own )?(?:words|wording|account)(?: (?:bit|part))?",
    "meeting_format": r"(?:how to meet|way to meet)",
}
_ASKS_ABOUT_IT = re.compile(r"^\W*(?:how|why|what|when|will|do you|did|where)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:do ?n'?t|do not|never|not|did ?n'?t) $", re.IGNORECASE)
_OUT = r"(?: (?:off|out|away|from (?:it|there|this)|completely|please|pls|now|altogether|off it))*"
_BY_NAME = {
    field: re.compile(
        rf"\b{_VERB} {_WHOSE}{label}{_OUT}(?=\W*(?:$|[.,;!?]|(?:and|but|i|its?|it'?s|that'?s)\b))",
        re.IGNORECASE,
    )
    for field, label in _LABELS.items()
}
_BY_NUMBER = re.compile(
    rf"\b{_VERB} (?:(?:the )?(?:line|number|no\.?|answer|row) ?)?(?P<number>\d{{1,2}})"
    rf"{_OUT}(?=\W*$|[.,;!])",
    re.IGNORECASE,
)
_SUCH = (
    r"(?:ones?|e-?mails?(?: address(?:es)?)?|address|(?:best |set |particular )?times?|school|"
    r"college|nursery|organisation|employer|supporters?|preference)"
)
_THESE_DAYS = r"(?: (?:any ?more|no more|now|at all|either|these days|yet|to give|there|on it))*"
_IS_NONE = re.compile(
    r"^\W*(?:(?:no|sorry|just|please|i|we|actually|but)\W+)*(?:"
    r"(?:do ?n'?t|do not|dont|have ?n'?t|havent|never) (?:have|got|had|use|do)"
    rf"(?: (?:an?|any|it|that|got|my|{_SUCH})\b)*{_THESE_DAYS}|"
    rf"(?:(?:got|have|there(?: is|'?s)) )?(?:none|no {_SUCH}|nothing|nobody){_THESE_DAYS}|"
    rf"{_VERB}(?: (?:it|that|this|them|all|out|off|completely|please))+|"
    r"(?:leave (?:it|that) )?(?:blank|empty|out))\W*$",
    re.IGNORECASE,
)
"""Said to the question for an answer that is being changed: it is to be none."""
_KEEPS_IT = re.compile(
    r"^\W*(?:(?:no|yes|sorry|ok|oh|actually|just|please|pls|wait|hang on|i)\W+)*(?:"
    r"(?:leave|keep|want to keep|want to leave) (?:it|that|this|the one|mine|my \w+)"
    r"(?: (?:as|how|like|the way) (?:it|that|they) (?:is|was|are|were)| as is| alone| in| there|"
    r" be| then| please| pls| you have| you'?ve got)*|no thanks?(?: you)?|never ?mind|no worries|"
    r"no problem|no change\w*|(?:it|that)(?:'?s| is) (?:fine|ok|okay|right|correct|good)"
    r"(?: (?:as it is|really|actually|after all))?|(?:do ?n'?t|dont|do not) (?:change|touch) "
    r"(?:it|that|anything)|forget (?:it|that)|wait|hang on)\W*$",
    re.IGNORECASE,
)
"""Said to the same question: the answer stands as it was."""
_MAY_GO = frozenset(_LABELS)
_MOST_WORDS = 5
"""Words of a message that tells nothing besides: "remove line 6 please"."""


def take_answer_out(turn: Turn) -> bool:
    """Take out the answer that is to go; True where that is all that the message tells."""
    words, progress = turn.message.plain, turn.draft.progress
    if progress.is_submitted or _ASKS_ABOUT_IT.match(words):
        return False
    if progress.changing in _MAY_GO and _KEEPS_IT.match(words):
        progress.changing = None
        turn.say("utter_skipped")
        return True
    field = _field_to_go(turn)
    if field is not None and field not in _MAY_GO:
        ask_again(turn, field)
        return True
    if field is None or not is_given(turn.draft, field):
        return False
    if field == "email":
        _delete_from_words(turn, str(turn.draft.referral.contact.email))
    turn.clear(field)
    progress.to_confirm = [one for one in progress.to_confirm if one.field != field]
    if progress.unconfirmed is not None and progress.unconfirmed.field == field:
        progress.unconfirmed = None
    if progress.changing == field:
        progress.changing = None
    turn.say("utter_taken_out", {"field": within_a_sentence(field_label(field))})
    is_short = len(words.split()) <= _MOST_WORDS
    return is_short or not any(entity.is_sure for entity in turn.message.entities)


def _field_to_go(turn: Turn) -> str | None:
    words, changing = turn.message.plain, turn.draft.progress.changing
    if changing in _MAY_GO and _IS_NONE.match(words):
        return changing
    if turn.pending in ("summary", "change_what"):
        numbered = _BY_NUMBER.search(words)
        fields = summary_fields(turn.draft)
        number = 0 if numbered is None else int(numbered["number"])
        is_meant = numbered is not None and not _DENIED.search(words[: numbered.start()])
        if is_meant and 0 < number <= len(fields):
            return fields[number - 1]
    if turn.message.first("email") is not None:
        return None
    return next((field for field, way in _BY_NAME.items() if _is_asked(way, words)), None)


def _is_asked(way: re.Pattern[str], words: str) -> bool:
    found = way.search(words)
    return found is not None and not _DENIED.search(words[: found.start()])


def _delete_from_words(turn: Turn, address: str) -> None:
    words = turn.draft.referral.dispute.in_own_words or ""
    left = re.sub(re.escape(address), "[deleted]", words, flags=re.IGNORECASE)
    if left != words:
        turn.put("in_own_words", left)
