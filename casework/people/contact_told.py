"""What a message tells of how and when to reach its writer: a no to a way outweighs a yes."""

from __future__ import annotations

import re
from typing import Any

from casework.message import Entity, Message
from casework.referral.draft import Draft

CONTACT_FLAG = {
    "call": "safe_to_call",
    "text": "safe_to_text",
    "email": "safe_to_email",
    "voicemail": "safe_to_leave_voicemail",
}
OF_REACHING = frozenset({"best_time", "phone", "email", "safe_contact"})
"""Questions to which "can you ring after 5?" may hold the answer."""
LONGEST_TIME = 200
"""Characters kept of the times to call that one message names."""
_FLAG_OF_PREFERRED = {"phone": "safe_to_call", "text": "safe_to_text", "email": "safe_to_email"}
_ONLY_THIS_WAY = {
    way: re.compile(
        rf"\b{words}(?: or what'?s ?app| or wa)? only\b|\bonly (?:by |want |send )?{words}\b",
        re.IGNORECASE,
    )
    for way, words in (("text", r"te?xts?"), ("email", r"e-?mails?"))
}
_TAKES_OUT = re.compile(
    r"(?:do not|don'?t|never|not|can'?t|cannot|won'?t|except|avoid)\b", re.IGNORECASE
)


_AT_A_TIME = (
    r"(?:when i'?m|when i am|when im|when we'?re|while i'?m|while i am|while im|when i work|"
    r"between|before|after|till|until|unless|from \d|past|during|around \d|"
    r"first thing|late|too (?:early|late)|early|"
    r"at (?:\d|night|lunch|dinner|tea|bed ?time|weekends?|the weekend)|"
    r"on (?:a |any )?(?:week\w*|school|bank|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)s?)|"
    r"on (?:a |any )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?|"
    r"in (?:the |an? )?(?:morning|afternoon|evening|day|week|school|holiday)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|mornings?|afternoons?|evenings?)"
)
_NOT_AT_A_TIME = re.compile(
    r"\b(?:don'?t|do not|not to|not|never|avoid|no)(?: \w+){0,2}? (?:ring|call|phone|contact|text)"
    rf"(?:ing|s)?(?: me| us)?(?: back)?(?: please)? {_AT_A_TIME}\b[^,.;!?\n]*",
    re.IGNORECASE,
)
_NOT_WITH_SOMEBODY_THERE = re.compile(
    r"\b(?:don'?t|do not|not to|not|never|avoid|no)(?: \w+){0,2}? (?:ring|call|phone|contact|text)"
    r"(?:ing|s)?(?: me| us)?(?: back)?(?: please)? (?:when|while|if) [^,.;!?\n]*"
    r"\b(?:home|here|in|around|there|about|back)\b",
    re.IGNORECASE,
)
"""Whose being there makes a call unsafe: that it is refused stands, and when is kept beside it."""
_ASKS_FOR_A_TIME = re.compile(
    r"^\W*(?:(?:please|pls|and|also|but|ok|yes|hi)\W+)*(?:can|could|would|will|cud|wud) "
    r"(?:you|u|ya|someone|somebody|they|it)\b(?! (?:tell|say|let))(?: \w+){0,3}? "
    r"(?:ring|call|phone|text|contact|be)\b.*\b(?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)?|morning|"
    r"afternoon|evening|lunch\w*|school|work|weekends?|weekdays?|\w+day)s?\b",
    re.IGNORECASE,
)


def asks_to_be_reached_then(text: str) -> bool:
    """True for "can you not ring between 12 and 1?": it names a time and asks about nothing."""
    return _ASKS_FOR_A_TIME.search(text) is not None


def refuses_only_a_time(text: str) -> bool:
    """True for "don't ring when I'm at work": calls at other times are not refused."""
    return _NOT_AT_A_TIME.search(text) is not None


def tells_only_when(text: str) -> bool:
    """True for "please don't call before 9": its figures are hours, and answer nothing else."""
    refused = _NOT_AT_A_TIME.search(text)
    is_all = refused is not None and not re.search(r"\d", text.replace(refused[0], ""))
    return is_all or asks_to_be_reached_then(text)


def ways_told(message: Message) -> tuple[dict[str, Any], bool]:
    """The `safe_to_…` flags and `preferred` that are told, and whether all of it is sure."""
    named = message.all_of("contact_ok")
    if refuses_only_a_time(message.plain):
        named = [entity for entity in named if (entity.role, entity.value) != ("call", "no")]
    flags: dict[str, Any] = {}
    for entity in sorted(named, key=_weight_of_way):
        of_role = CONTACT_FLAG.get(str(entity.role))
        for flag in [of_role] if of_role else CONTACT_FLAG.values():
            flags[flag] = entity.value == "yes"
    is_sure = all(entity.is_sure for entity in named)
    only = next((way for way, said in _ONLY_THIS_WAY.items() if said.search(message.plain)), None)
    if only is not None and {(one.role, one.value) for one in named} == {(only, "yes")}:
        flags = {flag: way == only for way, flag in CONTACT_FLAG.items()}
        return flags | _way_left(flags, message), True
    preferred = message.first("contact_preferred")
    if preferred is not None and flags.get(_FLAG_OF_PREFERRED[preferred.value]) is not False:
        return flags | {"preferred": preferred.value}, is_sure and preferred.is_sure
    return flags | _way_left(flags, message), is_sure


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
    """When to call, in their words; a time taken out adds to what was said: "not on Fridays"."""
    times = list(dict.fromkeys(str(entity.value) for entity in message.all_of("best_time")))
    before = draft.referral.contact.best_time
    plain = message.plain
    refused = _NOT_AT_A_TIME.search(plain) or _NOT_WITH_SOMEBODY_THERE.search(plain)
    if refused is not None and not times:
        times = [refused[0].strip()]
    if times and before and _TAKES_OUT.match(times[0]) and not _share_a_word(before, times[0]):
        times.insert(0, before)
    return ", ".join(times)[:LONGEST_TIME] or None


def _share_a_word(before: str, after: str) -> bool:
    return bool(_words_of_time(before) & _words_of_time(after))


def _words_of_time(words: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"\d+|\w{5,}", words.lower())}
