"""How they may be reached: a number, an address, which ways are safe, and when."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from casework.answers.fact import Fact
from casework.answers.only_wrong import is_only_wrong
from casework.answers.reading import Answer, one
from casework.consent.leading import read_yes
from casework.message import Entity, Message
from casework.people.contact_told import (
    CONTACT_FLAG,
    join_times,
    own_ways,
    refuses_only_a_time,
    ways_told,
)
from casework.people.limits_told import hangs_on_somebody, without_limits
from casework.people.reached_with_care import (
    care_told,
    is_to_be_asked_how,
    is_to_be_rung_instead,
)
from casework.people.shared_inbox import others_read_it
from casework.people.shared_phone import is_shared, others_see_phone
from casework.people.ways_listed import ways_listed
from casework.people.ways_refused import ways_refused
from casework.referral.draft import Draft
from casework.words import reads_as_plain_no, reads_as_unsure, reads_as_yes, straighten

WAYS = tuple(CONTACT_FLAG.values())
_WAY = r"(ring|call|phone|te?xt|e-?mail)"
_ONE_WAY = re.compile(
    rf"\b{_WAY}\w*(?: or what'?s ?app| or wa)? only\b"
    r"(?! (?:after|before|between|when|while|on|in|at|from|if|until|till|during|\d))|"
    rf"only (?:by |want )?{_WAY}|just (?:by |want |like )?(?:a )?{_WAY}|"
    rf"\bplease {_WAY} (?:me )?only",
    re.IGNORECASE,
)

_HAS_NO_PHONE = re.compile(
    r"\be-?mail\b|\bno (?:phone|mobile)|\bnot? (?:a )?number|"
    r"\b(?:(?:have|has|got|own|use|using)n'?t(?: got)?|(?:don'?t|do not|not) (?:have|own|use|got))"
    r"(?: got)? (?:an?y? |my |one )?(?:phone|mobile|number|landline)",
    re.IGNORECASE,
)


_REFUSES_CALLS = re.compile(
    r"\b(?:don'?t|do not|never|not|no|without)\b[^.;!?]{0,20}"
    r"\b(?:ring|rung|call|calls|called|calling|phone|phoned|talk|speak)\b"
    r"|\b(?:ring|call|phone)(?: me| us| it)?,? (?:never|not|no)\b",
    re.IGNORECASE,
)


def refuses_calls(text: str) -> bool:
    """True where a number beside these words is not safe to ring, whatever else was heard."""
    return _REFUSES_CALLS.search(text) is not None and not refuses_only_a_time(text)


def read_phone(message: Message, draft: Draft, today: date) -> Answer | None:
    """A number, or an email instead; giving a number says that it is safe to ring it.

    To somebody who is not to be rung (`casework.conversation.no_calls`) it says that it is safe to
    text. Where a way is told beside it ("best to text"), that counts, and nothing is implied.
    """
    facts = [
        Fact(name, found.value, found.is_sure)
        for name in ("phone", "email")
        if (found := message.first(name)) is not None
    ]
    if facts:
        is_flagged = "domestic_abuse" in draft.referral.safety.categories
        is_flagged |= _hangs_on_care(draft.referral.contact.best_time)
        ways, wishes = own_ways(message), _read_wishes(message.plain)
        says_nothing = all(map(_leaves_calls, ways)) and not refuses_calls(message.plain)
        says_nothing &= bool(wishes) or "preferred" not in ways_told(message)[0]
        is_flagged |= _hangs_on_care(message.plain) or others_see_phone(message.plain)
        told = (draft.referral.contact.best_time, message.plain)
        is_flagged |= any(is_to_be_rung_instead(words or "") for words in told)
        if facts[0].field == "phone" and says_nothing and not is_flagged:
            cannot_be_rung = draft.referral.contact.safe_to_call is False
            implied = {"safe_to_text": True} if cannot_be_rung else {"safe_to_call": True}
            implied |= {CONTACT_FLAG[str(way.role)]: way.value == "yes" for way in ways}
            implied |= {CONTACT_FLAG[way]: False for way in ways_refused(message.plain)}
            facts.append(Fact("safe_contact", wishes or implied))
        return Answer(facts=tuple(facts))
    if _HAS_NO_PHONE.search(message.plain) or reads_as_plain_no(message.plain):
        return Answer(facts=(Fact("prefers_email", True),))
    return None


def _hangs_on_care(words: str | None) -> bool:
    """True where no way is plainly safe: what to heed is told, or who must not be there."""
    return is_to_be_asked_how(words) or hangs_on_somebody(words)


def _leaves_calls(way: Entity) -> bool:
    """True for "no texts" and "you can leave a message", which put nothing in place of a call."""
    if not way.is_sure or way.role not in CONTACT_FLAG or way.role == "call":
        return False
    return way.value == "no" or way.role == "voicemail"


def _read_wishes(text: str) -> dict[str, bool]:
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


_BEGINS_WITH_YES = re.compile(r"^\W*(?:yes|yeah|yep|ok|fine|sure|(?:you )?can)\b")
_ALL_BUT = re.compile(
    r"^\W*(?:yes |yeah |they'?re |to )*(?:all|any|anything|everything|every way|any ?way)\b"
    r"(?:[^.;]{0,30}?\b(?:except|apart from|but not|bar|but no|just not)(?: for)?\b|"
    r" but(?= (?:the |a |by )?(?:phone|calls?|ring\w*|te?xts?|e-?mails?|voice|messages?))"
    r"(?![^.;,]*\b(?:best|better|prefer\w*|easier|easiest|first|quick\w*|ideal\w*|mainly|mostly)))"
    r"(?P<but>[^.;]+)",
)
_WAY_NAMED = {
    "safe_to_call": r"\b(?:ring|call|phone)",
    "safe_to_text": r"\bte?xt",
    "safe_to_email": r"\be-?mail",
    "safe_to_leave_voicemail": r"\bvoice|\bmessage|\banswer ?(?:phone|machine)",
}


def read_safe_contact(message: Message, draft: Draft, today: date) -> Answer | None:
    """Which ways are safe: all, one only, or none before asking."""
    text = straighten(without_limits(message)).lower()
    is_limited = text != message.plain.lower()
    named = [way for way in own_ways(message) if not _is_guessed_refusal(way, message.plain)]
    if _is_asked_whether_right(draft):
        return _said_to_reading(named, text)
    if is_limited and not named and (listed := ways_listed(Message(text))):
        flags = {CONTACT_FLAG[way]: True for way in listed}
        return one("safe_contact", _within_limits(flags, message))
    but = _ALL_BUT.search(text)
    if but is not None:
        left_out = {flag for flag, way in _WAY_NAMED.items() if re.search(way, but["but"])}
        if left_out:
            return one("safe_contact", {flag: flag not in left_out for flag in WAYS})
    are_all_safe = bool(named) and all(way.value == "yes" for way in named)
    if are_all_safe and message.first("best_time") and _BEGINS_WITH_YES.match(text):
        flags = {CONTACT_FLAG[way.role]: True for way in named if way.role in CONTACT_FLAG}
        return one("safe_contact", flags) if flags else None
    if named and reads_as_yes(text) and not _read_wishes(text):
        is_of_these = is_limited or are_all_safe
        flags = _within_limits({}, message) if is_of_these else _all_ways(draft, text)
        flags |= {
            CONTACT_FLAG[way.role]: way.value == "yes" for way in named if way.role in CONTACT_FLAG
        }
        refused = [way for way in named if way.value != "yes"]
        return one("safe_contact", flags, is_sure=all(way.is_sure for way in refused))
    is_refused = bool(ways_refused(text)) and not _read_wishes(text)
    if named or message.first("contact_preferred") or is_refused:
        return None
    if re.search(r"\bnot safe|\bunsafe|ask me first", text) or reads_as_plain_no(text):
        return one("safe_contact", dict.fromkeys(WAYS, False))
    wishes = _read_wishes(text)
    if wishes:
        return one("safe_contact", wishes)
    if reads_as_yes(text) or _ALL_ARE_SAFE.match(text):
        return one("safe_contact", _all_ways(draft, text))
    said = None if is_shared(text) else read_yes(text, "reading")
    if said is None:
        return None
    ways = _all_ways(draft, text)
    return one("safe_contact", ways | ({WAYS[-1]: False} if said.has_limits else {}))


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
    if named and reads_as_yes(text) and not _read_wishes(text):
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

    Ways that were told and wait for a yes, as beside a danger, are those that the yes is to.
    """
    contact = draft.referral.contact
    refused = {way for way in WAYS if getattr(contact, way) is False}
    if _MAY_REFUSE.search(text) is None:
        refused -= {way for way, words in _WAY_NAMED.items() if re.search(words, text)}
    is_anew = draft.progress.changing == "safe_contact"
    ways = {way: is_anew or way not in refused for way in WAYS}
    if not _hangs_on_care(contact.best_time):
        return ways
    waiting = [*draft.progress.to_confirm_first, *draft.progress.to_confirm]
    told = next((one.value for one in waiting if one.field == "safe_contact"), None)
    safe = {way: value for way, value in (told or {}).items() if way in WAYS}
    return (safe or ways) | {"safe_to_leave_voicemail": False}


def _with_safe_address(answer: Answer, message: Message, draft: Draft) -> Answer:
    """The address that was asked for as a safe one: unless more is told of that, it is.

    One that somebody else reads is not.
    """
    contact = draft.referral.contact
    if others_read_it(message.plain):
        kept = [fact for fact in answer.facts if fact.field != "safe_contact"]
        return replace(answer, facts=(*kept, Fact("safe_contact", {"safe_to_email": False})))
    is_flagged = "domestic_abuse" in draft.referral.safety.categories
    is_flagged |= _hangs_on_care(contact.best_time) or _hangs_on_care(message.plain)
    told, is_sure = ways_told(message)
    is_told = contact.safe_to_email is not None or (is_sure and bool(told))
    is_told |= False in told.values()
    if is_flagged or is_told or [fact.field for fact in answer.facts] != ["email"]:
        return answer
    return replace(answer, facts=(*answer.facts, Fact("safe_contact", {"safe_to_email": True})))


_HAS_NO_EMAIL = re.compile(
    r"\b(?:no|not|none|nope|neither|never|without|nothing|don'?t|do not|"
    r"haven'?t|hasn'?t|ain'?t|can'?t)\b",
    re.IGNORECASE,
)
_MOST_WORDS_OF_NONE = 8


def read_email(message: Message, draft: Draft, today: date) -> Answer | None:
    """An address, or after all a number; "don't have email either" is an answer too.

    Where one stands that is being changed, a "no" to it takes nothing out
    (`casework.corrections.taken_out`).
    """
    if message.first("email") or message.first("phone"):
        answer = read_phone(message, draft, today)
        return answer and _with_safe_address(answer, message, draft)
    if draft.progress.changing == "email":
        return Answer(is_unsure=True) if reads_as_unsure(message.plain) else None
    is_short = len(message.plain.split()) <= _MOST_WORDS_OF_NONE
    return Answer(is_unsure=True) if is_short and _HAS_NO_EMAIL.search(message.plain) else None


def read_best_time(message: Message, draft: Draft, today: date) -> Answer | None:
    """When to reach them, in their words; what is to be heeded then stays beside it."""
    words, before = message.plain, draft.referral.contact.best_time
    if not words or is_only_wrong(words):
        return None
    if draft.progress.changing == "best_time":
        before = ", ".join(care_told(before or ""))
    return one("best_time", join_times(before, [words]))
