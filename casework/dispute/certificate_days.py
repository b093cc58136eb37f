"""Which of the days told is the certificate's: a month to appeal runs from the date it bears (L21).

The day it came, or the day of the call or the meeting before it, may be days later or earlier.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.dispute.letter_days import (
    is_of_certificate,
    is_of_no_certificate,
    is_when_it_came,
    words_before,
)
from casework.message import Entity, Message
from casework.referral.draft import Draft

_OF_A_TALK = re.compile(
    r"\b(?:call|mediation|meeting|session|rang|phoned|spoke|spoken|talked)"
    r"(?: (?:it|was|is|were|happened|took place|held|on|back|in|the|to|with|them|him|her|you))*"
    r"\s*$",
    re.IGNORECASE,
)
_HAVE_ONE = re.compile(
    r"\b(?:(?:do|did|does) have|have|has|had|got)(?: (?:got|actually|already))* "
    r"(?:one|it|mine)\b(?! wrong)",
    re.IGNORECASE,
)
_NAMES_A_LETTER = re.compile(r"\b(?:letter|plan|ehcp|email|decision)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:whether|if|can|could|may|might|will|would|should|when|to be|until|till|before)\b"
    r"[^.;!?]*$",
    re.IGNORECASE,
)
"""Before a day: no certificate is issued yet ("whether it may be issued today")."""


def of_certificate_after_all(message: Message, draft: Draft) -> Message:
    """The message with the certificate of "oh wait, I do have one dated 12 November".

    Said right after "no": the paper that was asked for last is meant, where no letter is named.
    """
    answered = [one for one in draft.progress.answered if one != draft.progress.pending]
    is_right_after = answered[-1:] == ["certificate_held"]
    held, days = draft.referral.certificate.held, message.all_of("date")
    is_letter_known = draft.referral.decision.letter_date is not None
    if not (is_right_after and is_letter_known) or held is not False or len(days) != 1:
        return message
    if not _HAVE_ONE.search(message.plain) or _NAMES_A_LETTER.search(message.plain):
        return message
    others = [one for one in message.entities if one.name not in ("date", "certificate")]
    day = replace(days[0], role="certificate")
    return replace(message, entities=(*others, Entity("certificate", "yes"), day))


def certificate_day(message: Message) -> Entity | None:
    """The day heard as a certificate's, or the one whose own words say so."""
    if is_of_no_certificate(message):
        return None
    days = message.all_of("date")
    told = [day for day in days if day.role == "certificate" or is_of_certificate(message, day)]
    issued = [day for day in told if not _TO_COME.search(words_before(message, day))]
    return _day_it_bears(message, issued)


def certificate_day_answered(message: Message) -> Entity | None:
    """The certificate's day, of who was asked for it: any day may be meant."""
    days = message.all_of("date")
    told = [day for role in ("certificate", None, "decision") for day in days if day.role == role]
    named = [day for day in told if day.role == "certificate"]
    return _day_it_bears(message, named or told)


def _day_it_bears(message: Message, told: list[Entity]) -> Entity | None:
    """The first day that may be its date; where none is, the first, to be asked about."""
    if not told:
        return None
    borne = (day for day in told if not _is_of_another_thing(message, day))
    return next(borne, None) or replace(told[0], is_sure=False)


def _is_of_another_thing(message: Message, day: Entity) -> bool:
    is_of_a_talk = _OF_A_TALK.search(words_before(message, day)) is not None
    return is_of_a_talk or is_when_it_came(message, day)
