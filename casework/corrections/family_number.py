"""Keeps a family's own number apart from that of the person who refers them.

"Mum's number is …", said by a SENCO or a friend, tells how to reach the mother. The number that is
asked for is the writer's; the mother's is kept in the words, once the family has agreed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Entity, Message
from casework.referral.record import THIRD_PARTIES
from casework.referral.show import show_value
from casework.turn.own_words import keep_words
from casework.turn.state import Turn

_KIN = (
    r"(?:mum|mam|mom|mummy|mother|dad|daddy|father|parents?|family|nan|gran|grandma|grandmother|"
    r"grandad|guardian|client|young person)"
)
_WAY = r"(?:mobile|phone|contact|home|direct|landline|email|e-mail|tel|telephone)"
_NUMBER = rf"(?:{_WAY} )*(?:number|no|num|mobile|phone|landline|email|e-mail|address|tel|contact)\b"
_NOT_A_NAME = r"(?!(?:that|it|here|what|there|who|today|let|school|office|work|college|team)'?s?\b)"
_BEFORE = re.compile(
    rf"\b{_KIN}'?s?'? (?:own |new )?{_NUMBER}|\b(?:her|his|their) (?:own |new )?{_NUMBER}"
    rf"|\b{_NOT_A_NAME}[^\W\d_]+'s (?:own |new )?{_NUMBER}"
    rf"|\b(?:{_KIN}|she|he|they)(?:'?s|'re)?(?: (?:is|are|can be \w+|prefers?))? (?:on|at)\b"
    r"(?= ?\W*$)"
    rf"|\b(?:ring|call|contact|text|reach|get|email|e-mail)(?: (?:hold of|to|the|his|her|their))* "
    rf"(?:{_KIN}|her|him|them)(?: \w+){{0,2}} (?:on|at)\b|\bfor (?:the )?{_KIN}\b(?=\W*$)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^\W*(?:that'?s|thats|that is|it'?s|its|it is|which is|is|belongs to|\()? ?"
    rf"(?:the |his |her )?(?:{_KIN}'s|{_KIN}s|hers|theirs|{_KIN} (?:number|mobile|phone))\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:my|mine|our|i'?m on|i am on|me on|us on|school|office|work|desk)\b", re.IGNORECASE
)
_HELD_IS_THEIRS = re.compile(
    rf"\b(?:phone|number|mobile|that|it|one)(?: \w+)?(?: is| was|'?s| belongs to)"
    rf"(?: actually| really| just)? (?:the |his |her |their )?{_KIN}(?:'?s\b| (?:one|number)|'s,)",
    re.IGNORECASE,
)
_OF_REACHING = frozenset({"phone", "email"})
_SAYS_NOTHING_ELSE = frozenset({"person_name", "contact_ok", "contact_preferred", "council"})
"""What a mother's name or "fine to ring" beside her number are easily taken for."""


def put_family_number_aside(turn: Turn) -> bool:
    """Take the family's number out of the message, or out of the draft where it says so now.

    True where the message tells nothing else.
    """
    if not _writes_for_a_family(turn):
        return False
    theirs = [one for one in turn.message.entities if _is_theirs(one, turn.message)]
    if theirs:
        _keep(turn)
        _say_kept(turn)
    elif _takes_back(turn):
        phone = str(turn.draft.referral.contact.phone)
        _keep(turn, f" ({show_value('phone', phone)})")
        turn.clear("phone")
        turn.clear("safe_contact")
        _ask_for_own(turn)
    else:
        return False
    gone = [*theirs, *(one for one in turn.message.entities if one.name in _SAYS_NOTHING_ELSE)]
    left = tuple(one for one in turn.message.entities if one not in gone)
    turn.message = replace(turn.message, entities=left)
    return not any(one.is_sure for one in left)


def _writes_for_a_family(turn: Turn) -> bool:
    return turn.draft.referral.referrer.role in THIRD_PARTIES


def _is_theirs(entity: Entity, message: Message) -> bool:
    """True for the number that is told of as the mother's, and not as one's own."""
    if entity.name not in _OF_REACHING:
        return False
    found = [one for one in message.entities if one.name in _OF_REACHING and one is not entity]
    start = max((one.end for one in found if one.end <= entity.start), default=0)
    stop = min((one.start for one in found if one.start >= entity.end > 0), default=None)
    before = message.text[start : entity.start] if entity.end else message.text
    after = message.text[entity.end : stop] if entity.end else ""
    if _OWN.search(before) and not _AFTER.match(after):
        return False
    is_after = stop is None and _AFTER.match(after) is not None
    return _BEFORE.search(before) is not None or is_after


def _takes_back(turn: Turn) -> bool:
    """True for "the phone is the mum's" of the number that was taken for the writer's."""
    has_phone = turn.draft.referral.contact.phone is not None
    return has_phone and _HELD_IS_THEIRS.search(turn.message.plain) is not None


def _keep(turn: Turn, more: str = "") -> None:
    """Keep the words where the family has agreed that we hold anything of it (DP-08)."""
    told = turn.message.first("permission")
    if turn.draft.referral.has_permission or (told is not None and told.value == "yes"):
        message = turn.message
        turn.message = replace(message, text=f"{message.text.strip()}{more}")
        keep_words(turn)
        turn.message = message


def _say_kept(turn: Turn) -> None:
    if turn.draft.referral.has_permission:
        turn.say("utter_added_for_team")
    elif turn.draft.referral.referrer.permission is not None:
        turn.say("utter_permission_needed")


def _ask_for_own(turn: Turn) -> None:
    progress = turn.draft.progress
    for marks in (progress.answered, progress.unsure, progress.skipped):
        marks[:] = [each for each in marks if each not in ("phone", "safe_contact")]
    turn.say("utter_added_for_team")
