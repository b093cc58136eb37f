"""A parent who cannot use the phone: a signer is offered, and they are not rung.

That they should not be rung is kept as `contact.safe_to_call`: no. It is taken only from what they
say of themselves; a child who is deaf or signs is no reason not to ring the parent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casework.corrections.signer_taken_away import denies_signing
from casework.message import Message
from casework.people.at_a_time import only_then
from casework.people.whose import is_about_writer
from casework.referral.draft import Unconfirmed
from casework.referral.show import show_value
from casework.turn.consents import has_withdrawn
from casework.turn.state import Turn

_IS_DEAF = re.compile(
    r"\b(?:i'?m|i am|i was|i'?ve been|we are|we'?re|me being|i|we both are|"
    r"(?:me|i) and my \w+ are|as)"
    r" (?:(?:a|both|also|born|totally|completely|profoundly|severely|partially|quite|very|proud|"
    r"and|am|is) ){0,3}(?:deaf|deafblind|deaf-blind)\b"
    r"(?! (?:to|child|boy|girl|son|daughter|school))|"
    r"\bdeaf(?:blind)? (?:parents?|mum|mom|dad|mother|father|carer|bsl|here)\b|"
    r"\b(?:i|i'?ve|i have) (?:just |now |recently )?lost (?:all |most of |nearly all )?(?:of )?my "
    r"hearing\b|\bmy hearing(?:'?s| is| has)? (?:all |completely |totally |pretty much )?"
    r"(?:gone|went)\b|"
    r"^\W*deaf\W*$",
    re.IGNORECASE,
)
_CANNOT_PHONE = re.compile(
    r"\b(?:can'?t|cannot|can not|cant|unable to|not able to|don'?t|do not|struggle to|hard to)"
    r" (?:really )?(?:use|"
    r"hear (?:(?:a thing|anything|much|well|properly|you|people) )?(?:on|over|down)|talk on|"
    r"speak on|do|manage|answer|cope with)"
    r" (?:the |a |my )?(?:tele)?phones?(?: calls?)?\b|"
    r"\bno (?:use|good) (?:on|with) (?:the )?phones?\b",
    re.IGNORECASE,
)
_MAY_BE_TEXTED = re.compile(
    r"(?<!n't )(?<!dont )(?<!not )(?<!never )(?<!no )\b(?:te?xts?|sms)(?: me| us| is| are| only|"
    r" not| instead| pls| please| message| best| ok| fine)*\b(?! (?:no|too small|book|relay)\b)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b(?:bsl|british sign language|sign language|sign supported english|sse|signer|signing|"
    r"deaf-?\s?blind \w+|lip-?\s?speaker)\b",
    re.IGNORECASE,
)
_INSTEAD_OF_CALLS = frozenset({"bsl", "sse", "deafblind_manual", "lipspeaker"})
"""Makaton is mostly a child's, and a note taker or another country's signs say nothing of calls."""
_WITH_SOMEBODY = re.compile(
    r"[^.;!?]*\b(?:(?:with|for) (?:him|his|her|them|my|our)|at (?:home|school)|lessons?|"
    r"classes)\b|[^.;!?]{0,30}\b(?:he|she|they) (?:is|are|needs?|uses?)\b",
    re.IGNORECASE,
)


def note_no_calls(turn: Turn) -> None:
    """Offer a signer, once, to somebody who is deaf, signs or cannot use the phone.

    Where the signing may be somebody else's, that they are not to be rung waits for a yes. Who
    refers a family tells of the family.
    """
    contact, progress = turn.draft.referral.contact, turn.draft.progress
    if denies_signing(turn.message.plain):
        return
    is_unsure = _may_sign(turn.message)
    if "signer" in progress.told or not (_cannot_be_rung(turn.message) or is_unsure):
        return
    if turn.draft.referral.is_third_party and not _IS_DEAF.search(turn.message.plain):
        return
    turn.say("utter_signer_offered", topic="interpreter_or_bsl")
    if has_withdrawn(turn.draft):
        return
    progress.told.append("signer")
    if not _cannot_be_rung(turn.message):
        _ask_later_whether_to_ring(turn)
        return
    turn.put("safe_contact", {"safe_to_call": False})
    is_reached = contact.phone or contact.email
    if not is_reached and _MAY_BE_TEXTED.search(turn.message.plain) is None:
        progress.asked_email = True


def _cannot_be_rung(message: Message) -> bool:
    """True when they say of themselves that they are deaf, sign or cannot use the phone."""
    text = message.plain
    cannot = [found for found in _CANNOT_PHONE.finditer(text) if not only_then(text, *found.span())]
    said = [*_IS_DEAF.finditer(text), *cannot]
    if any(is_about_writer(text, *found.span()) for found in said):
        return True
    deaf = re.finditer(r"\bdeaf\b", text, re.IGNORECASE)
    if any(not is_about_writer(text, *found.span()) for found in deaf):
        return False
    return any(not _WITH_SOMEBODY.match(text, found.end()) for found in _own_signs(message))


def _may_sign(message: Message) -> bool:
    """True when they sign, though it may be for somebody else: "we use BSL with him"."""
    return any(True for _ in _own_signs(message))


def _own_signs(message: Message) -> Iterator[re.Match[str]]:
    """The signing of who cannot be rung, said of the writer."""
    if not any(sign.value in _INSTEAD_OF_CALLS for sign in message.all_of("sign")):
        return
    for found in _SIGNED.finditer(message.plain):
        if is_about_writer(message.plain, *found.span()):
            yield found


def _ask_later_whether_to_ring(turn: Turn) -> None:
    value = {"safe_to_call": False}
    shown = show_value("safe_contact", value)
    waiting = Unconfirmed(field="safe_contact", value=value, shown=shown)
    progress = turn.draft.progress
    others = [one for one in progress.to_confirm if one.field != "safe_contact"]
    progress.to_confirm = [*others, waiting]
