"""A parent who cannot use the phone: a signer is offered, and nothing is said of ringing them.

That they should not be rung is kept as `contact.safe_to_call`: no.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.say import Say
from casework.turn import Turn

_IS_DEAF = re.compile(
    r"\b(?:i'?m|i am|im|we are|we'?re|being|born|am) (?:(?:a|both|also|born|totally|completely|"
    r"profoundly|severely|partially|quite|very|proud|and) ){0,2}(?:deaf|deafblind|deaf-blind)\b"
    r"(?! (?:child|boy|girl|son|daughter|school))|"
    r"\bdeaf(?:blind)? (?:parents?|mum|mom|dad|mother|father|carer|person|couple|bsl|here)\b|"
    r"^\W*deaf\W*$",
    re.IGNORECASE,
)
_CANNOT_PHONE = re.compile(
    r"\b(?:can'?t|cannot|can not|cant|unable to|not able to|don'?t|dont|do not|struggle to|hard to)"
    r" (?:really )?(?:use|hear (?:on|over)|talk on|speak on|do|manage|answer|cope with)"
    r" (?:the |a |my )?(?:tele)?phones?(?: calls?)?\b|"
    r"\bno (?:use|good) (?:on|with) (?:the )?phones?\b",
    re.IGNORECASE,
)

_IN_WRITING = {
    "utter_ask_phone": "utter_ask_phone_for_texts",
    "utter_why_phone": "utter_why_phone_for_texts",
    "utter_help_phone": "utter_help_phone_for_texts",
    "utter_ask_want_callback": "utter_ask_want_message",
    "utter_help_want_callback": "utter_help_want_message",
    "utter_why_want_callback": "utter_why_want_message",
    "utter_handover": "utter_handover_message_noted",
    "utter_handover_callback_noted": "utter_handover_message_noted",
    "utter_faq_interpreter_or_bsl": "utter_signer_offered",
}
"""What is said instead to somebody who is not to be rung."""


def note_no_calls(turn: Turn) -> None:
    """Offer a signer, once, to somebody who is deaf, signs or cannot use the phone."""
    contact, progress = turn.draft.referral.contact, turn.draft.progress
    text = turn.message.plain
    signs = bool(turn.message.all_of("sign"))
    if "signer" in progress.told or not (
        signs or _IS_DEAF.search(text) or _CANNOT_PHONE.search(text)
    ):
        return
    progress.told.append("signer")
    contact.safe_to_call = False
    if not contact.phone and not contact.email:
        progress.asked_email = True
    turn.say("utter_signer_offered", topic="interpreter_or_bsl")


def speak_of_writing(turn: Turn) -> None:
    """Put what is said of ringing into what is said of writing, where they are not to be rung."""
    if turn.draft.referral.contact.safe_to_call is not False:
        return
    says = [replace(say, response=_IN_WRITING.get(say.response, say.response)) for say in turn.says]
    turn.says = _without_repeats(says)


def _without_repeats(says: list[Say]) -> list[Say]:
    kept: list[Say] = []
    for say in says:
        if say not in kept:
            kept.append(say)
    return kept
