"""Which ways to reach them are safe: all, some, one only, or none before asking."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.reading import Answer, one
from casework.consent.leading import read_yes
from casework.message import Entity, Message
from casework.people.contact_told import CONTACT_FLAG, own_ways, refuses_only_a_time
from casework.people.limits_told import hangs_on_somebody, without_limits
from casework.people.reached_with_care import is_to_be_asked_how
from casework.people.shared_phone import is_shared, others_see_phone
from casework.people.ways_named import ways_in, ways_refused
from casework.referral.draft import Draft
from casework.words import reads_as_plain_no, reads_as_yes, straighten

WAYS = tuple(CONTACT_FLAG.values())
_WAY = r"(ring|call|phone|te?xt|e-?mail)"
_ONE_WAY = re.compile(
    rf"\b{_WAY}\w*(?: or what'?s ?app| or wa)? only\b"
    r"(?! (?:after|before|between|when|while|on|in|at|from|if|until|till|during|\d))|"
    rf"only (?:by |want )?{_WAY}|just (?:by |want |like )?(?:a )?{_WAY}|"
    rf"\bplease {_WAY} (?:me )?only",
    re.IGNORECASE,
)


def hangs_on_care(words: str | None) -> bool:
    """True where no way is plainly safe: what to heed is told, or who must not be there."""
    return is_to_be_asked_how(words) or hangs_on_somebody(words)


def read_wishes(text: str) -> dict[str, bool]:
    """The one way that is safe, where only one is named: "txt only pls". Empty where none is."""
    only = _ONE_WAY.search(text)
    if only is None:
        return {}
    way = next(group for group in only.groups() if group).lower()
    named = "safe_to_call"
    if "mail" in way:
        named = "safe_to_email"
    elif way.startswith(("text", "txt")):
        named = "safe_to_text"
    return {flag: flag == named for flag in WAYS}


_ALL_ARE_SAFE = re.compile(
    r"^\W*(?:(?:they|they're|theyre|all|any|every|everything|either|both|are|is|it'?s|that'?s|of|"
    r"them|these|those|ways?|you|like|can|use|totally|absolutely|perfectly|really|always|one|"
    r"whatever|which ?ever|anything|works?|for|me|will|do|by)\W++)*"
    r"(?:fine|ok|okay|good|safe|any|anything|whatever|either|all|works|do)\b"
    r"(?:\W+(?:of|them|way|ways|with|by|for|me|thanks?|you|please|ta|x+))*+\W*$"
)
"""No word is named twice: of a long answer each reading would be tried."""


_YES_LEADS = re.compile(
    r"^\W*(?:(?:i just said|i'?ll say|let'?s say|oh|well|ok|so|and|(?:as|like) i said|s?he'?s out|"
    r"i'?m alone)\W+)*"
    r"(?:y|ye|yes+|yea+h|yeh|yep|yup|yh|aye|sure|fine|ok|okay|of course|safe|"
    r"(?:it|that|this|they|all|both|any|everything|every way)(?:'?s|'?re| is| are)? "
    r"(?:all |both |totally |perfectly |always )?(?:safe|fine|ok|okay|good))\b"
)
"""What comes after something else was told ("CAMHS saw her, she is well") is no yes to ways."""
_ALL = r"(?:all|any|anything|everything|every way|any ?way)"
_ALL_BUT = re.compile(
    rf"^\W*(?:(?:yes|yeah|yep|they'?re|it'?s|to)[\s,]+)*(?:{_ALL}\b|(?=(?:except|apart from)\b))"
    r"(?:[^.;]{0,30}?\b(?:except|apart from|but not|bar|but no|just not)(?: for)?\b|"
    r" but(?= (?:the |a |by )?(?:phone|calls?|ring\w*|te?xts?|e-?mails?|voice|messages?))"
    r"(?![^.;,]*\b(?:best|better|prefer\w*|easier|easiest|first|quick\w*|ideal\w*|mainly|mostly)))"
    r"(?P<but>[^.;]+)",
)
_ALL_LESS = re.compile(
    rf"^\W*(?:(?:yes|yeah|they'?re|it'?s)\W+)*{_ALL}(?: of (?:them|those))?(?: (?:is|are))?"
    r"(?: (?:fine|ok|okay|good|safe))?\W+(?:(?:but|and|just|only|please|pls)\W+)*"
    r"(?:no|not|never|do ?n[o']?t|do not)\b"
)
"""Said of all, less the ways that are refused in what follows: "all fine, no voicemail"."""
_MINDS_NONE = re.compile(
    r"^\W*(?:no\W+)?(?:(?:(?:i|we) )?(?:do ?n[o']?t|dont|do not) mind"
    r"(?: (?:which|how|any\w*|at all))?|(?:i'?m )?not (?:fussed|bothered|fussy)|"
    r"(?:it )?doesn'?t matter(?: (?:which|how))?|no preference|"
    r"whatever(?: (?:works|suits|is (?:easiest|best)))?)"
    r"(?: (?:really|tbh|honestly|to be honest|thanks|thank you|x+))*\W*$"
)
_IS_NO_ANSWER = re.compile(
    r"^\W*(?:no|nope|nah)\W+(?:it'?s|that'?s|they'?re|all|i'?m)\b.*\b(?:fine|ok|okay|safe)\b|"
    r"^\W*not? (?!not?\b|never|really|thanks?|thank|please|pls|safe|any|one|ways?|of|at|do|none)"
    r"\w+ ?\w*\W*$|"
    r"^\W*(?:(?:yes|ok|please|just|now)\W+)*(?:send|submit|that'?s (?:it|all)|go ahead|carry on|"
    r"continue|done)(?: (?:it|this|that|now|off|please|then))*\W*$"
)
"""A yes or a no or neither: "no its fine", "not the school", "send it". It is asked again."""
_NONE_IS_SAFE = re.compile(
    r"\b(?:not|isn'?t) safe\b(?! (?:to (?:travel|go|be|leave h\w+|walk)|for (?:him|her|my|them)|"
    r"(?:at|in) school|on (?:the|his|her))\b)|\bunsafe|ask me first|"
    r"\b(?:none|nothing|neither)(?: of (?:them|those|it|these))?(?:'?s| is| are) safe\b"
)
_NO_TO_ELSE = re.compile(
    r"\b(?:wrong|right|correct|consent|agree|council|school|permission|tell\w*|told|got|done|needed|"
    r"that'?s (?:all|it)|that all|not (?:for )?(?:me|that|him|her)|isn'?t (?:me|him|her)|no ?one)\b"
)
"""A no to a consent, to what was read or to more questions: no word on how to reach them."""


def read_safe_contact(message: Message, draft: Draft, today: date) -> Answer | None:
    """Which ways are safe: all, one only, or none before asking."""
    text = straighten(without_limits(message)).lower()
    is_limited = text != message.plain.lower()
    named = [way for way in own_ways(message) if not _is_guessed_refusal(way, message.plain)]
    if _is_asked_whether_right(draft):
        return _said_to_reading(named, text)
    but = _ALL_BUT.search(message.plain.lower())
    if but is not None and (left_out := _flags_in(but["but"])):
        return one("safe_contact", _all_ways(draft, text) | dict.fromkeys(left_out, False))
    no_to = {CONTACT_FLAG[str(way.role)] for way in named if way.role in CONTACT_FLAG}
    no_to |= {CONTACT_FLAG[way] for way in ways_refused(text)}
    if no_to and _ALL_LESS.match(message.plain.lower()) and all(way.value == "no" for way in named):
        return one("safe_contact", _all_ways(draft, text) | dict.fromkeys(no_to, False))
    are_all_safe = bool(named) and all(way.value == "yes" for way in named)
    if named and reads_as_yes(text) and not read_wishes(text):
        is_of_these = is_limited or are_all_safe
        flags = _within_limits({}, message) if is_of_these else _all_ways(draft, text)
        flags |= {
            CONTACT_FLAG[way.role]: way.value == "yes" for way in named if way.role in CONTACT_FLAG
        }
        refused = [way for way in named if way.value != "yes"]
        return one("safe_contact", flags, is_sure=all(way.is_sure for way in refused))
    is_refused = bool(ways_refused(text)) and not read_wishes(text)
    if named or message.first("contact_preferred") or is_refused:
        return None
    if _MINDS_NONE.match(text):
        return one("safe_contact", _all_ways(draft, text))
    if _IS_NO_ANSWER.match(text):
        return None
    is_none_safe = _NONE_IS_SAFE.search(text) is not None
    if is_none_safe and refuses_only_a_time(message.plain):
        return None
    if is_none_safe or (reads_as_plain_no(text) and not _NO_TO_ELSE.search(text)):
        return one("safe_contact", dict.fromkeys(WAYS, False))
    wishes = read_wishes(text)
    if wishes:
        return one("safe_contact", wishes)
    if reads_as_yes(text) or _ALL_ARE_SAFE.match(text):
        return one("safe_contact", _all_ways(draft, text))
    said = None if is_shared(text) or not _YES_LEADS.match(text) else read_yes(text, "reading")
    if said is None:
        return None
    ways = _all_ways(draft, text)
    return one("safe_contact", ways | ({WAYS[-1]: False} if said.has_limits else {}))


def _flags_in(text: str) -> set[str]:
    return {CONTACT_FLAG[way] for way in ways_in(text)}


def _within_limits(ways: dict[str, bool], message: Message) -> dict[str, bool]:
    """The ways that are named beside a limit, and no other; no message where somebody may hear."""
    is_heard = hangs_on_somebody(message.plain)
    return ({"safe_to_leave_voicemail": False} if is_heard else {}) | ways


def _is_asked_whether_right(draft: Draft) -> bool:
    waiting = draft.progress.unconfirmed
    return waiting is not None and waiting.field == "safe_contact"


def _said_to_reading(named: list[Entity], text: str) -> Answer | None:
    """What "yes, and email me" adds to the ways that were read; a yes alone adds none.

    None where the words only agree to the reading or deny it (`casework.turn.confirming`).
    """
    if named and reads_as_yes(text) and not read_wishes(text):
        said = [way for way in named if way.role in CONTACT_FLAG]
        flags = {CONTACT_FLAG[str(way.role)]: way.value == "yes" for way in said}
        is_sure = all(way.is_sure for way in said)
        return one("safe_contact", flags, is_sure=is_sure) if flags else None
    is_of_all = _ALL_ARE_SAFE.match(text) and not reads_as_yes(text)
    return one("safe_contact", dict.fromkeys(WAYS, True)) if is_of_all else None


_MAY_REFUSE = re.compile(
    r"\b(?:not?|never|nor|n[o']?t|\w+n'?t|cannot|only|just|but|except|unless|rather|instead|avoid|"
    r"unsafe|careful\w*|depends|prefer\w*|hates?|hear\w*|deaf|if|when|while|bar|bother\w*|trouble)\b"
)


def _is_guessed_refusal(way: Entity, text: str) -> bool:
    """True for a no that was learnt and not read, in words none of which refuses or limits."""
    return way.value == "no" and not way.is_sure and _MAY_REFUSE.search(text.lower()) is None


def _all_ways(draft: Draft, text: str) -> dict[str, bool]:
    """All ways but those refused before and not named now; where care is needed, no message.

    Of a phone that somebody else checks a bare yes says nothing of texts.
    Ways that were told and wait for a yes, as beside a danger, are those that the yes is to.
    """
    contact = draft.referral.contact
    refused = {way for way in WAYS if getattr(contact, way) is False}
    if _MAY_REFUSE.search(text) is None:
        refused -= _flags_in(text)
    is_anew = draft.progress.changing == "safe_contact"
    ways = {way: is_anew or way not in refused for way in WAYS}
    if not hangs_on_care(contact.best_time):
        return ways
    waiting = [*draft.progress.to_confirm_first, *draft.progress.to_confirm]
    told = next((one.value for one in waiting if one.field == "safe_contact"), None)
    safe = {way: value for way, value in (told or {}).items() if way in WAYS}
    if not safe and others_see_phone(contact.best_time):
        ways.pop("safe_to_text")
    return (safe or ways) | {"safe_to_leave_voicemail": False}
