"""Takes an answer out of the draft that the parent wants to be gone: "delete that email".

The phone number has rules of its own (`casework.corrections.phone_number`). What has to be
known is asked anew instead. A need that is denied goes from the list of needs.
"""

from __future__ import annotations

import re

from casework.corrections.lines_put_right import ask_again
from casework.corrections.phone_number import use_no_more
from casework.referral.fields import is_given
from casework.referral.show import field_label, label_of, show_value
from casework.referral.summary import summary_fields
from casework.referral.told_back import within_a_sentence
from casework.turn.state import Turn

_VERB = (
    r"(?:delete|remove|erase|wipe|scrap|bin|drop|clear|get rid of|take (?:off|out|away)|take|"
    r"(?<!\bi )(?<!can )(?<!often )(?<!sometimes )lose|do(?:n'?t| not) (?:keep|store|save|hold))"
)
_WHOSE = r"(?:(?:that|my|the|this|his|her|our|all(?: of)?|whole|it|\w+'s) )*"
_LABELS = {
    "email": r"e-?mails?(?: address(?:es)?)?",
    "best_time": r"(?:best )?times?(?: to (?:ring|call))?",
    "setting": r"(?:school|college|nursery)(?: name)?",
    "organisation": r"(?:organisation|employer|place of work)",
    "supporters": r"(?:supporters?|who comes with (?:me|us))",
    "in_own_words": r"(?:(?:what(?:'?s| is| it says| you(?:'ve| have)? (?:put|got|written)) "
    r"(?:in|under|for|as) (?:my |the |our )?)?(?:own )?(?:words|wording|account)(?: (?:bit|part))?|"
    r"what i (?:said|wrote|told you)(?! about))",
    "meeting_format": r"(?:how to meet|way to meet)",
}
_MAY_GO = frozenset(_LABELS)
_ASKED_ANEW = {"route_wanted": r"(?:(?:bit|part|line) about )?mediation(?: bit| part)?"}
"""What has to be known: who wants it gone is asked again."""
_ASKS_ABOUT_IT = re.compile(r"^\W*(?:how|why|what|when|will|do you|did|where)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:do ?n'?t|do not|never|not|did ?n'?t) $", re.IGNORECASE)
_OUT = r"(?: (?:off|out|away|from (?:it|there|this)|completely|please|pls|now|altogether|off it))*"
_GONE = r"(?:taken (?:out|off|away)|removed|deleted|erased|off|out|gone|go(?! to))\b"
_NO_MORE = r"(?=\W*(?:$|[.,;!?]|(?:and|but|i|i'?m|its?|it'?s|that'?s)\b))"
_BY_NAME = {
    field: re.compile(
        rf"\b{_VERB} {_WHOSE}{label}{_OUT}{_NO_MORE}|"
        rf"\b(?:want|need|like|can|could) {_WHOSE}{label} (?:to (?:be )?|be )?{_GONE}|"
        rf"{label} (?:has to|needs to|should|must) (?:be )?{_GONE}",
        re.IGNORECASE,
    )
    for field, label in (_LABELS | _ASKED_ANEW).items()
}
_HAVING_DOUBTS = re.compile(
    r"\b(?:not (?:so |really |too |100% )?sure|unsure|(?:might|may) not want|second thoughts|"
    r"(?:do ?n'?t|dont) know (?:if|about)|dunno (?:if|about))\b"
    r"(?!.*\b(?:what|how|who|when|where|why)\b)[^.;!?]{0,25}\bmediation\b",
    re.IGNORECASE,
)
"""Said at the review of what they asked for before."""
_BY_NUMBER = re.compile(
    rf"\b{_VERB} (?:(?:the )?(?:line|number|no\.?|answer|row) ?)?(?P<number>\d{{1,2}})"
    rf"{_OUT}(?=\W*$|[.,;!])|"
    rf"^\W*(?:(?:line|number|no\.?|answer|row) ?)?(?P<first>\d{{1,2}})[\s,.:)-]+(?:please |pls |"
    rf"just |can you )*{_VERB}(?: (?:it|that|this|them))?{_OUT}\W*$",
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
_AS_IT_IS = (
    r"(?:(?:leave|keep|want to keep|want to leave) (?:it|that|this|the one|mine|my \w+|them)"
    r"(?: (?:as|how|like|the way) (?:it|that|they) (?:is|was|are|were)| as is| alone| in| there|"
    r" be| then| you have| you'?ve got)*|no change\w*|nothing(?: to change| wrong)?|"
    r"(?:do ?n'?t|dont|do not) (?:change|touch) (?:it|that|anything)|forget (?:it|that)|"
    r"(?:it|that|this)(?:'?s| is| was| looks)? (?:all |actually |already )?(?:right|correct)"
    r"(?: (?:as it is|really|actually|after all|already|now))*)"
)
_NO_MATTER = (
    r"(?:no thanks?(?: you)?|never ?mind|no worries|no problem|wait|hang on|"
    r"(?:it|that)(?:'?s| is) (?:all )?(?:fine|ok|okay|good)"
    r"(?: (?:as it is|really|actually|after all))*)"
)
_SMALL = r"(?:(?:no|yes|sorry|ok|oh|actually|just|please|pls|thanks|i|and|so|then)\b[\s,.!]*)*"
_KEEPS_IT = re.compile(rf"^\W*{_SMALL}(?:(?:{_AS_IT_IS}|{_NO_MATTER})[\s,.!]*{_SMALL})+$", re.I)
"""Said to the same question: the answer stands as it was."""
_LEAVES_IT = re.compile(rf"^\W*{_SMALL}(?:{_AS_IT_IS}[\s,.!]*{_SMALL})+$", re.I)
"""The same, where "no thanks" and "it's fine" would be an answer."""
_SAID_WITH_NO = frozenset(
    {"access_needs", "interpreter", "language", "certificate_held", "appeal_lodged"}
    | {"safe_contact", "route_wanted", "school_only_check"}
)
_CONSENTS = frozenset({"permission", "share_with_council"})
"""A yes is not left standing by words that may be a no."""
_MOST_WORDS = 5
"""Words of a message that tells nothing besides: "remove line 6 please"."""


def take_answer_out(turn: Turn) -> bool:
    """Take out the answer that is to go; True where that is all that the message tells."""
    words, progress = turn.message.plain, turn.draft.progress
    if _ASKS_ABOUT_IT.match(words):
        return False
    if progress.is_submitted:
        return _field_to_go(turn) == "email" and use_no_more(turn, ("safe_to_email",))
    if _is_kept(turn):
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


def _is_kept(turn: Turn) -> bool:
    """True where they look at an answer again and leave it: "no its right, leave it"."""
    words, progress = turn.message.plain, turn.draft.progress
    asked = progress.changing
    if asked is None or asked in _CONSENTS or progress.unconfirmed is not None:
        return False
    if asked not in _MAY_GO and not is_given(turn.draft, asked):
        return False
    keeps = _LEAVES_IT if asked in _SAID_WITH_NO else _KEEPS_IT
    return keeps.match(words) is not None


def _field_to_go(turn: Turn) -> str | None:
    words, changing = turn.message.plain, turn.draft.progress.changing
    if changing in _MAY_GO and _IS_NONE.match(words):
        return changing
    if turn.pending in ("summary", "change_what"):
        numbered = _BY_NUMBER.search(words)
        fields = summary_fields(turn.draft)
        number = 0 if numbered is None else int(numbered["number"] or numbered["first"])
        is_meant = numbered is not None and not _DENIED.search(words[: numbered.start()])
        if is_meant and 0 < number <= len(fields):
            return fields[number - 1]
        if _HAVING_DOUBTS.search(words):
            return "route_wanted"
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


_DENIES_A_NEED = (
    r"(?:no|not|without|never (?:said|asked for)|remove|delete|drop|"
    r"take (?:off|out|away)|do ?n[o']?t (?:need|want)|dont (?:need|want)|"
    r"did ?n[o']?t (?:say|ask for|want))(?: an?| any| the)?"
)


def take_needs_away(turn: Turn) -> bool:
    """Take them out; True where the message tells nothing else and so is dealt with."""
    access, words = turn.draft.referral.access, turn.message.plain
    gone = [need for need in access.needs if need != "other" and _is_need_denied(need, words)]
    if not gone:
        return False
    left = [need for need in access.needs if need not in gone]
    details = access.details
    turn.clear("access_needs")
    turn.put("access_needs", {"needs": left, "details": details if left else None})
    shown = show_value("access_needs", {"needs": left, "details": access.details})
    label = within_a_sentence(field_label("access_needs"))
    turn.say("utter_changed", {"field": label, "value": shown})
    return not any(one.is_sure for one in turn.message.entities)


def _is_need_denied(need: str, words: str) -> bool:
    label = re.escape(label_of("access_needs", need))
    return re.search(rf"\b{_DENIES_A_NEED} {label}\b(?! only)", words, re.IGNORECASE) is not None
