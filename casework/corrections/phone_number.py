"""Deletes the family's phone number, or doubts one that somebody else answers.

"My husband answers it" may make a call a danger, so that such a number is never safe by itself: it
is asked. "Take that number off" deletes it, from the family's own words too.
"""

from __future__ import annotations

import re

from casework.people.shared_phone import is_shared
from casework.referral.draft import Draft
from casework.referral.fields import value_of
from casework.referral.show import field_label, show_value
from casework.referral.told_back import within_a_sentence
from casework.turn.own_words import keep_for_team
from casework.turn.state import Turn

_DELETES = re.compile(
    r"\b(?:delete|remove|erase|wipe|scrap|bin|drop|get rid of|take (?:off|out|away)|"
    r"do(?:n'?t| not) (?:keep|store|save|hold))"
    r" (?:(?:that|my|the|this|his|her|our|it|\w+'s) )*(?:(?:mobile|home|work|tele)[ -]?)?"
    r"(?:phone numbers?|numbers?|phone|mobile|landline)\b(?! \d)|"
    r"\btake (?:that|the|my|this|his|her) (?:phone )?(?:number|phone|mobile) "
    r"(?:off|out|away)\b|"
    r"\b(?:want|need|like) (?:that|the|my|this) (?:phone )?(?:number|phone|mobile) "
    r"(?:to be )?(?:gone|deleted|removed|taken off|off|out)\b",
    re.IGNORECASE,
)
_ASKS_ABOUT_IT = re.compile(r"^\W*(?:how|why|what|when|will|do|did|where)\b", re.IGNORECASE)
_OF_SEVERAL = re.compile(r"\b(?:second|other|old|first|2nd|line \d|instead)\b", re.IGNORECASE)
_BY_PHONE = ("safe_to_call", "safe_to_text", "safe_to_leave_voicemail")
_DIGITS = re.compile(r"\+?\d[\d ()-]{7,}\d")
_NATIONAL = 10
"""Digits of a British number without what stands for the country."""


def put_number_right(turn: Turn) -> bool:
    """Delete the number that is to go, or doubt one that is shared; True where that was all."""
    is_done = _delete_number(turn) or _doubt_shared_number(turn)
    return is_done and not any(told.is_sure for told in turn.message.entities)


def _doubt_shared_number(turn: Turn) -> bool:
    """Ask anew how to reach them safely, where the number they gave is told to be shared."""
    contact, message = turn.draft.referral.contact, turn.message
    tells_how = message.all_of("contact_ok") or message.first("phone")
    is_open = contact.safe_to_call is True or contact.safe_to_text is True
    if contact.phone is None or not is_open or tells_how or turn.draft.progress.is_submitted:
        return False
    if not is_shared(message.plain):
        return False
    _forget_what_is_safe(turn.draft, but_refused=True)
    return True


def _delete_number(turn: Turn) -> bool:
    """Delete the phone number; the next question is for another way to reach them."""
    text, contact = turn.message.plain, turn.draft.referral.contact
    progress = turn.draft.progress
    is_meant = _DELETES.search(text) is not None and not _ASKS_ABOUT_IT.match(text)
    names_another = turn.message.first("phone") is not None or _OF_SEVERAL.search(text)
    if contact.phone is None or not is_meant or names_another:
        return False
    if progress.is_submitted:
        return use_no_more(turn, _BY_PHONE)
    _delete_from_words(turn, contact.phone)
    turn.clear("phone")
    _forget_what_is_safe(turn.draft)
    progress.asked_email = True
    progress.to_confirm = [one for one in progress.to_confirm if one.field != "phone"]
    if progress.changing == "phone":
        progress.changing = None
    turn.say("utter_changed", {"field": "phone number", "value": "deleted"})
    return True


def use_no_more(turn: Turn, ways: tuple[str, ...]) -> bool:
    """Refuse these ways, by what was sent, and have somebody look before it is used; True."""
    turn.put("safe_contact", dict.fromkeys(ways, False))
    turn.ask_person("told_more", "urgent", is_awaited=False)
    keep_for_team(turn)
    shown = show_value("safe_contact", value_of(turn.draft, "safe_contact"))
    label = within_a_sentence(field_label("safe_contact"))
    turn.say("utter_changed", {"field": label, "value": shown})
    return True


def _forget_what_is_safe(draft: Draft, *, but_refused: bool = False) -> None:
    """Forget which ways are safe; with `but_refused`, a way refused before stays refused."""
    contact, progress = draft.referral.contact, draft.progress
    for flag in _BY_PHONE:
        if not (but_refused and getattr(contact, flag) is False):
            setattr(contact, flag, None)
    if contact.preferred in ("phone", "text"):
        contact.preferred = None
    if "safe_contact" in progress.answered:
        progress.answered.remove("safe_contact")


def _delete_from_words(turn: Turn, number: str) -> None:
    """Delete it from what is kept in their own words and from how to reach them."""

    def without(found: re.Match[str]) -> str:
        digits = re.sub(r"\D", "", found[0])
        return "[deleted]" if digits[-_NATIONAL:] == number[-_NATIONAL:] else found[0]

    for field in ("in_own_words", "best_time"):
        words = value_of(turn.draft, field) or ""
        left = _DIGITS.sub(without, words)
        if left != words:
            turn.put(field, left)
