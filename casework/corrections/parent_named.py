"""Keeps the name of a parent apart from that of whoever refers the family."""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Entity
from casework.referral.record import THIRD_PARTIES
from casework.turn.own_words import keep_words
from casework.turn.state import Turn

_PARENT = (
    r"(?:mum|mam|mom|mother|dad|father|parents?|guardian|nan|gran|grandma|grandmother|client|"
    r"family|lady)"
)
_TITLE = r"(?:(?:mrs?|ms|miss|mx|dr)\.? )?"
_LEADS_TO_A_PARENT = re.compile(
    rf"\b{_PARENT}(?:'?s)?(?: (?:first |full |last )?name)?"
    rf"(?:'s|,| is| was| called| named|:| -| =)* ?{_TITLE}$"
    rf"|\b{_PARENT}'?s'? (?:first |full )?name\b(?: and [a-z]+)?[^.;!?:]{{0,40}}[:=-] ?{_TITLE}$"
    r"|\b(?:for|on behalf of|behalf of|referring|refer|supporting|support|helping|help|with|about|"
    rf"ring|call|contact|asked by)(?: the)?(?: {_PARENT},?)? {_TITLE}$",
    re.IGNORECASE,
)
_IS_A_PARENT = re.compile(
    rf"^(?:,? (?:is|she is|she's|he is|he's)|'s)? ?[,(]? ?(?:the |his |her |their )?{_PARENT}\b"
    r"(?! (?:support|liaison|partnership|advis|worker))",
    re.IGNORECASE,
)
_IS_THE_PARENT = re.compile(
    rf"^(?: is|'s|,? (?:s?he) is|,? s?he's)? ?[,(]? ?the {_PARENT}\b", re.IGNORECASE
)
"""Said so outright, it is no child's name, however surely it was heard as one."""
_IS_OWN = re.compile(r"\b(?:i'?m|i am|my name(?: is|'s)?|this is|it'?s) $", re.IGNORECASE)


def put_parents_name_aside(turn: Turn) -> bool:
    """Take the parent's name out of the message of somebody who refers them; the words are kept.

    True where the message tells nothing else.
    """
    if turn.draft.referral.referrer.role not in THIRD_PARTIES:
        return False
    theirs = [one for one in turn.message.entities if _is_a_parents(one, turn.message.text)]
    if not theirs:
        return False
    if turn.draft.referral.has_permission:
        keep_words(turn)
    left = tuple(one for one in turn.message.entities if one not in theirs)
    turn.message = replace(turn.message, entities=left)
    if left or turn.pending == "permission":
        return False
    if turn.draft.referral.has_permission:
        turn.say("utter_added_for_team")
    return turn.draft.referral.has_permission


def _is_a_parents(entity: Entity, text: str) -> bool:
    """True for the name taken for the writer's that the words give to the mother or father."""
    if entity.name != "person_name" or entity.role == "supporter":
        return False
    start = entity.start if entity.end else text.find(str(entity.value))
    if start < 0:
        return False
    before, after = text[:start], text[start + len(str(entity.value)) :]
    if _IS_OWN.search(before) and entity.role == "self":
        return False
    is_child = entity.role == "child" and entity.is_sure
    has_led = _LEADS_TO_A_PARENT.search(before) is not None and entity.role != "child"
    if _IS_THE_PARENT.match(after):
        return True
    return has_led or (_IS_A_PARENT.match(after) is not None and not is_child)
