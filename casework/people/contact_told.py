"""What a message tells of how and when to reach its writer: a no to a way outweighs a yes."""

from __future__ import annotations

import re
from typing import Any

from casework.message import Entity, Message
from casework.people.asks_to_be_reached import asks_to_be_reached_then
from casework.people.at_a_time import NOT_AT_A_TIME, cannot_answer_then
from casework.people.limits_told import hangs_on_somebody, is_only_if_urgent, limits_told
from casework.people.reached_with_care import care_told, is_of_another, says_the_same
from casework.people.somebody_there import (
    NOT_WITH_SOMEBODY_THERE,
    refused_with_somebody,
    somebody_to_ring,
    tells_who_is_home,
    ways_unsafe_with_somebody,
)
from casework.people.ways_named import (
    TAKES_REFUSAL_BACK,
    gives_both_only,
    is_done_by_others,
    ways_in,
    ways_listed,
    ways_refused,
)
from casework.referral.draft import Draft
from casework.words import as_compared

CONTACT_FLAG = {
    "call": "safe_to_call",
    "text": "safe_to_text",
    "email": "safe_to_email",
    "voicemail": "safe_to_leave_voicemail",
}
OF_REACHING = frozenset({"best_time", "phone", "email", "safe_contact"})
"""Questions to which "can you ring after 5?" may hold the answer."""
LONGEST_TIME = 400
"""Characters kept of when to reach them and what to heed then."""
_FLAG_OF_PREFERRED = {"phone": "safe_to_call", "text": "safe_to_text", "email": "safe_to_email"}
_NO_BEFORE_BEST = re.compile(
    r"^\W*no\W+(?=(?:the |my )?(?:phone|calls?|ring\w*|te?xts?|e-?mails?)(?:'?s| is| are) "
    r"(?:the )?(?:best|better|easier|fine|ok|okay|good)\b)",
    re.IGNORECASE,
)
"""A no to what was read: "no phone is better"."""
_CALLED_SO = re.compile(
    r"\bcall (?:me|him|her|them) [^\W\d_]+,? (?:not|instead of) (?!me\b|on\b|in\b|at\b|"
    r"by\b)[^\W\d_]+"
    r"(?: please| pls)?\W*$",
    re.IGNORECASE,
)
"""Said of a name: "please call me Sue not Susan"."""
_TAKES_OUT = re.compile(
    r"(?:do not|don'?t|never|not?|can'?t|cannot|won'?t|except|avoid|unless)\b",
    re.IGNORECASE,
)
_BUSY = re.compile(
    r"\b(?:not|never|no|don'?t|can'?t|cannot|won'?t|avoid|except|busy|asleep|sleep\w*|"
    r"(?:i'?m|i am|im|am|be) (?:at work|working|out|teaching|in class|driving)|i work|"
    r"work (?:from )?"
    r"(?=\d))\b",
    re.IGNORECASE,
)
"""Said of a time at which they cannot be rung: it is no time to ring."""
_NUMBER = re.compile(r"\+?\d[\d ()-]{8,}\d")
_ANY_MORE = re.compile(r"\s*(?:any ?more|any longer|now)\b", re.IGNORECASE)
_THE_NEXT_DAY = re.compile(r"\W*(?:today|tomorrow|tmrw|tmw)\W*", re.IGNORECASE)
_WILL_THEY = re.compile(
    r"\W*(?:(?:and|so|when|but|ok) )*will (?:you|u|someone|somebody|anyone|they)\b[^.!]*\?",
    re.IGNORECASE,
)
_SAYS_FROM_WHEN = re.compile(r"\bnot (?:before|until|till|after)\b", re.IGNORECASE)
_STRETCH = re.compile(r"[^,.;!?\n]+(?:,(?= you can'?t| you cannot| so (?:don'?t|not))[^,.;!?\n]+)?")
_ANSWERS_TOO = re.compile(r"\d|\b(?:yes|yeah|yep|yh|ok|okay|fine|sure|none)\b", re.IGNORECASE)


def refuses_only_a_time(text: str) -> bool:
    """True for "don't ring when I'm at work": calls at other times are not refused."""
    return NOT_AT_A_TIME.search(text) is not None or cannot_answer_then(text) is not None


def tells_only_when(text: str) -> bool:
    """True for "please don't call before 9": its figures are hours, and answer nothing else."""
    refused = NOT_AT_A_TIME.search(text)
    rest = text if refused is None else text.replace(refused[0], "")
    is_all = refused is not None and _ANSWERS_TOO.search(rest) is None
    return is_all or asks_to_be_reached_then(text)


_WRITES_FIRST = re.compile(
    r"\b(?:te?xt|message|whats ?app|e-?mail)(?: me| us)? "
    r"(?:first(?! (?:thing|time|class))|before (?:(?:you|u) )?(?:ring|call|phone)\w*)[^,.;!?\n]*",
    re.IGNORECASE,
)
"""How to begin, and no way instead of calls: "text first so I know who it is"."""


def ways_told(message: Message) -> tuple[dict[str, Any], bool]:
    """The `safe_to_…` flags and `preferred` that are told, and whether all of it is sure."""
    named = own_ways(message)
    plain = _NO_BEFORE_BEST.sub("", message.plain)
    ways_not_safe = ways_refused(plain) | ways_unsafe_with_somebody(message.plain)
    refused = [Entity("contact_ok", "no", way) for way in sorted(ways_not_safe)]
    named = [one for one in named if one.role not in {no.role for no in refused}] + refused
    flags: dict[str, Any] = {}
    for entity in sorted(named, key=_weight_of_way):
        of_role = CONTACT_FLAG.get(str(entity.role))
        for flag in [of_role] if of_role else CONTACT_FLAG.values():
            flags[flag] = entity.value == "yes"
    if flags and hangs_on_somebody(message.plain):
        flags.setdefault("safe_to_leave_voicemail", False)
    is_sure = all(entity.is_sure for entity in named)
    preferred = message.first("contact_preferred")
    if preferred is not None and _is_no_preference(preferred, message):
        preferred = None
    if preferred is not None and flags.get(_FLAG_OF_PREFERRED[preferred.value]) is not False:
        flags = {_FLAG_OF_PREFERRED[preferred.value]: True} | flags
        return flags | {"preferred": preferred.value}, is_sure and preferred.is_sure
    return flags | _way_left(flags, message), is_sure


def _is_no_preference(way: Entity, message: Message) -> bool:
    """True where the way that was heard is a name, one of a list, somebody else's or a last one."""
    return (
        _CALLED_SO.search(message.plain) is not None
        or bool(ways_listed(message))
        or (not way.is_sure and gives_both_only(message))
        or is_of_another(message.text, way.start, way.end)
        or (way.value == "phone" and is_only_if_urgent(message.plain))
    )


def own_ways(message: Message) -> list[Entity]:
    """What is told of the ways to reach the writer at any time: not of "don't ring her"."""
    then = "".join(one[0] for one in NOT_AT_A_TIME.finditer(message.plain))
    at_a_time = ways_in(then)
    at_a_time |= {"call"} if refuses_only_a_time(message.plain) else set()
    taken_back = TAKES_REFUSAL_BACK.search(message.plain)
    if taken_back is not None:
        return [Entity("contact_ok", "yes", way) for way in sorted(ways_in(taken_back[0]))]
    if _CALLED_SO.search(message.plain):
        return []
    listed = ways_listed(message)
    return [
        entity
        for entity in message.all_of("contact_ok")
        if not _is_guessed_beside(entity, listed, message)
        and not (entity.end and is_of_another(message.text, entity.start, entity.end))
        and not (entity.role in at_a_time and entity.value == "no")
        and not (entity.value == "no" and is_done_by_others(message.text, entity.start))
    ] + [Entity("contact_ok", "yes", way) for way in listed]


def _is_guessed_beside(entity: Entity, listed: set[str], message: Message) -> bool:
    """True for a way that was learnt and not read, where the ways are listed or none is named."""
    return not entity.is_sure and (entity.role in listed or gives_both_only(message))


def _weight_of_way(entity: Entity) -> tuple[bool, bool]:
    return entity.role in CONTACT_FLAG, entity.value != "yes"


def _way_left(flags: dict[str, Any], message: Message) -> dict[str, Any]:
    """The one way left to somebody who must not be rung: the text or the email they name."""
    if flags.get("safe_to_call") is not False:
        return {}
    has_email = message.first("email") is not None or flags.get("safe_to_email")
    wanted = {"text": flags.get("safe_to_text") is True, "email": bool(has_email)}
    ways = [way for way, is_wanted in wanted.items() if is_wanted]
    return {"preferred": ways[0]} if len(ways) == 1 else {}


def time_told(message: Message, draft: Draft) -> str | None:
    """When to call and what to heed then, in their words, joined to what stands of that before."""
    plain = message.plain
    named = message.all_of("best_time")
    named = [entity for entity in named if not _is_taken_back(entity, named, plain)]
    times = list(dict.fromkeys(_time_in_its_words(entity, message) for entity in named))
    times = [one for one in times if not _only_asks_whether(one, plain)]
    instead = somebody_to_ring(plain)
    if instead is not None:
        times = [instead, *(one for one in times if one not in instead)]
    first = _WRITES_FIRST.search(plain)
    if first is not None:
        times = [first[0].strip(), *times]
    refused_beside = refused_with_somebody(plain)
    if refused_beside is not None:
        times = [refused_beside, *(one for one in times if one not in refused_beside)]
    refused = NOT_AT_A_TIME.search(plain) or NOT_WITH_SOMEBODY_THERE.search(plain)
    words = refused[0] if refused is not None else cannot_answer_then(plain)
    if words is not None and not any(one in words or words in one for one in times):
        times.append(words.strip())
    limits = limits_told(message, asked=draft.progress.pending)
    heeded = [*care_told(plain), *(message.text[start:end] for start, end in limits)]
    if draft.referral.is_third_party and not draft.referral.has_permission:
        heeded = []
    told = [*times, *(words for words in heeded if not any(words in one for one in times))]
    return join_times(draft.referral.contact.best_time, told) if told else None


def join_times(before: str | None, told: list[str]) -> str:
    """The new words beside those told before that still stand.

    A time taken out ("not on Fridays") and what is to be heeded stand, until the same day or hour
    is told anew; another time to call takes the place of the one before.
    """
    only_adds = all(_TAKES_OUT.match(words) or _is_to_be_heeded(words) for words in told)
    held = [words for words in (before or "").split(", ") if words]
    standing = [
        words
        for words in held
        if only_adds or _TAKES_OUT.match(words) or _is_to_be_heeded(words)
        if not says_the_same(words, told)
        if _is_to_be_heeded(words) or not any(_share_a_word(words, new) for new in told)
    ]
    new = [words for words in told if not _is_in_care(words, standing)]
    once: dict[str, str] = {}
    for words in [*standing, *new]:
        once.setdefault(as_compared(words), words)
    return ", ".join(once.values())[:LONGEST_TIME]


def _is_in_care(words: str, standing: list[str]) -> bool:
    """True for care told before, and for the "weekdays" of "ring my mum weekdays"."""
    if _is_to_be_heeded(words):
        return says_the_same(words, standing)
    return any(words in one for one in standing if _is_to_be_heeded(one))


def _is_to_be_heeded(words: str) -> bool:
    return bool(care_told(words)) or hangs_on_somebody(words)


def add_to_times(before: str | None, words: str) -> str:
    """The words beside those told before, whatever they mean: nobody here can read them."""
    return ", ".join(dict.fromkeys(filter(None, [before, words])))[:LONGEST_TIME]


def _time_in_its_words(entity: Entity, message: Message) -> str:
    """The time, with the words around it where they say that it is none: "8-16 I am at work"."""
    said = str(entity.value)
    if entity.end == 0 or _TAKES_OUT.match(said):
        return said
    for found in _STRETCH.finditer(message.text):
        is_within = found.start() <= entity.start < found.end()
        if is_within and tells_who_is_home(found[0]):
            return found[0].strip()
        around = (
            f"{message.text[found.start() : entity.start]} {message.text[entity.end : found.end()]}"
        )
        if is_within and _BUSY.search(around) and not _SAYS_FROM_WHEN.search(around):
            return _NUMBER.sub("", found[0]).strip()
    return said


def _is_taken_back(entity: Entity, named: list[Entity], text: str) -> bool:
    """True for the "not 9 to 11" of "not 9 to 11 any more, better 1 to 3"."""
    is_over = _ANY_MORE.match(text, entity.end) is not None if entity.end else False
    others = [one for one in named if one is not entity]
    return is_over and any(not _TAKES_OUT.match(str(one.value)) for one in others)


def _only_asks_whether(words: str, text: str) -> bool:
    """True for the "tomorrow" of "will someone ring me tomorrow?", which is no wish."""
    return _THE_NEXT_DAY.fullmatch(words) is not None and _WILL_THEY.match(text) is not None


def _share_a_word(before: str, after: str) -> bool:
    return bool(_words_of_time(before) & _words_of_time(after))


def _words_of_time(words: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"\d+|\w{5,}", words.lower())}
