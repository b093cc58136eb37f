"""How they may be reached: a number, an address, which ways are safe, and when."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from casework.answers.fact import Fact
from casework.answers.only_wrong import is_only_wrong
from casework.answers.reading import Answer, one
from casework.answers.safe_contact import hangs_on_care, read_wishes
from casework.message import Entity, Message
from casework.people.contact_told import (
    CONTACT_FLAG,
    join_times,
    own_ways,
    refuses_only_a_time,
    ways_told,
)
from casework.people.reached_with_care import (
    care_told,
    is_to_be_rung_instead,
)
from casework.people.shared_inbox import others_read_it
from casework.people.shared_phone import others_see_phone
from casework.people.ways_named import ways_refused
from casework.referral.draft import Draft
from casework.words import reads_as_plain_no, reads_as_unsure

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
        is_flagged |= hangs_on_care(draft.referral.contact.best_time)
        ways, wishes = own_ways(message), read_wishes(message.plain)
        says_nothing = all(map(_leaves_calls, ways)) and not refuses_calls(message.plain)
        says_nothing &= bool(wishes) or "preferred" not in ways_told(message)[0]
        is_flagged |= hangs_on_care(message.plain) or others_see_phone(message.plain)
        told = (draft.referral.contact.best_time, message.plain)
        is_flagged |= any(is_to_be_rung_instead(words or "") for words in told)
        if facts[0].field == "phone" and says_nothing and not is_flagged:
            cannot_be_rung = draft.referral.contact.safe_to_call is False
            implied = {"safe_to_text": True} if cannot_be_rung else {"safe_to_call": True}
            implied |= {CONTACT_FLAG[str(way.role)]: way.value == "yes" for way in ways}
            implied |= {CONTACT_FLAG[way]: False for way in ways_refused(message.plain)}
            facts.append(Fact("safe_contact", wishes or implied))
        return Answer(facts=tuple(facts))
    if ways_told(message)[0].get("safe_to_call"):
        return None
    if _HAS_NO_PHONE.search(message.plain) or reads_as_plain_no(message.plain):
        return Answer(facts=(Fact("prefers_email", True),))
    return None


def _leaves_calls(way: Entity) -> bool:
    """True for "no texts" and "you can leave a message", which put nothing in place of a call."""
    if not way.is_sure or way.role not in CONTACT_FLAG or way.role == "call":
        return False
    return way.value == "no" or way.role == "voicemail"


def _with_safe_address(answer: Answer, message: Message, draft: Draft) -> Answer:
    """The address that was asked for as a safe one: unless more is told of that, it is.

    One that somebody else reads is not.
    """
    contact = draft.referral.contact
    if others_read_it(message.plain) and any(fact.field == "email" for fact in answer.facts):
        kept = [fact for fact in answer.facts if fact.field != "safe_contact"]
        return replace(answer, facts=(*kept, Fact("safe_contact", {"safe_to_email": False})))
    is_flagged = "domestic_abuse" in draft.referral.safety.categories
    is_flagged |= hangs_on_care(contact.best_time) or hangs_on_care(message.plain)
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
