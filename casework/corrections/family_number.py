"""Keeps the number of somebody else apart from that of the writer.

"Mum's number is …", said by a SENCO or a friend, tells how to reach the mother. The number that is
asked for is the writer's; the mother's is kept in the words, once the family has agreed. Nor does
"his dad's number is …" replace a parent's own. Only who has given none may be reached by another's
("use my mum's", "ring Ana, not me"): then it is asked what is safe.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Entity, Message
from casework.people.reached_with_care import is_to_be_rung_instead
from casework.people.shared_phone import is_shared
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
    rf"(?:{_KIN}|her|him|them)(?: \w+){{0,2}} (?:on|at)\b|\bfor (?:the )?{_KIN}\b(?=\W*$)"
    rf"|\b{_KIN}(?:'?s)?(?: (?:full )?name)?(?: is|:| =|,)? (?-i:[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)"
    r"\W*(?:on|at|tel|mob)?\W*$"
    rf"|\badd (?:(?:in|also|his|her|the|my|their|our) )*{_KIN}\b[^.;!?\d]*$"
    rf"|\b{_KIN}'?s'? name (?:and|&|\+) {_NUMBER}",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^\W*(?:that'?s|that is|it'?s|it is|which is|is|belongs to|\()? ?"
    rf"(?:the |his |her )?(?:{_KIN}'s|{_KIN}s|hers|theirs|{_KIN} (?:number|mobile|phone))\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:my(?! (?:full )?name\b)|mine|our|i'?m on|i am on|me on|us on|school|office|work|desk)\b",
    re.IGNORECASE,
)
_OWN_NUMBER = re.compile(
    r"\b(?:my|our) (?:own |new |mobile |home |other |work |best )*(?:number|no|mobile|phone|email|"
    r"landline|cell)\b[^,;.]*$|\b(?:i'?m|i am|me|us|mine) (?:is |on |at )?$|\bmine\b[^,;.]*$",
    re.IGNORECASE,
)
_NUMBER_OF_HERS = re.compile(
    r"\b(?:her|his|their|the|\w+'s) (?:number|mobile|phone)(?: is|:)? ?(?P<number>(?:0|"
    r"\+\d)[\d ]{8,12}\d)\b",
    re.IGNORECASE,
)
_KINS_NUMBER = re.compile(r"\b\w+'?s (?:\w+ )?(?:number|mobile|phone|landline)\b", re.IGNORECASE)
_PUTS_IN_PLACE = re.compile(
    r"\b(?:instead of mine|use (?:that|this|it|my|his|her)|change (?:it|my|the|number)|replace|"
    r"(?:number|mobile|phone|landline) (?:is|would be|'?s) (?:the )?(?:better|best|easier))\b",
    re.IGNORECASE,
)
_HELD_IS_THEIRS = re.compile(
    rf"\b(?:phone|number|mobile|that|it|one)(?: \w+)?(?: is| was|'?s| belongs to)"
    rf"(?: actually| really| just)? (?:the |his |her |their )?{_KIN}(?:'?s\b| (?:one|number)|'s,)",
    re.IGNORECASE,
)
_OTHERS = (
    r"(?:husband|hubby|wife|partner|ex|boyfriend|girlfriend|brother|sister|aunt|auntie|uncle|friend|"
    r"neighbour|social worker|support worker|key ?worker|advocate|teacher|senco|ta|carer)"
)
_OTHER_TOLD = re.compile(
    rf"\b(?:(?:my|our|his|her|their|the|a) )?(?:\w+ )?(?:{_KIN}|{_OTHERS})(?:'?s)?\b"
    r"|^\W*(?-i:[A-Z][a-z]+) (?:would|wants?|prefers?|likes?|needs?)\b",
    re.IGNORECASE,
)
_OF_ONESELF = re.compile(
    r"\b(?:my|mine|our|ours|me|us|i'?m|i am|i|it'?s|it is|this is|instead|change|use)\b",
    re.IGNORECASE,
)
_OF_REACHING = frozenset({"phone", "email"})
_SAYS_NOTHING_ELSE = frozenset(
    {"person_name", "contact_ok", "contact_preferred", "council", "referrer_role"}
)
"""What a mother's name or "fine to ring" beside her number are easily taken for."""
_SAYS_WHO_AND_HOW = frozenset({"person_name", "contact_ok", "contact_preferred"})


def put_family_number_aside(turn: Turn) -> bool:
    """Take somebody else's number out of the message, or out of the draft where it says so now.

    True where the message tells nothing else.
    """
    if not _writes_for_a_family(turn):
        return _keep_own_number(turn)
    theirs = [one for one in turn.message.entities if _is_theirs(one, turn.message)]
    if theirs:
        _keep(turn)
        _say_kept(turn)
    elif _takes_back(turn):
        phone = str(turn.draft.referral.contact.phone)
        _keep(turn, f" ({show_value('phone', phone)})")
        turn.clear("phone")
        turn.clear("safe_contact")
        _forget_whose_it_was(turn)
        _ask_for_own(turn)
    else:
        return False
    gone = [*theirs, *(one for one in turn.message.entities if one.name in _SAYS_NOTHING_ELSE)]
    left = tuple(one for one in turn.message.entities if one not in gone)
    turn.message = replace(turn.message, entities=left)
    return not any(one.is_sure for one in left)


def _keep_own_number(turn: Turn) -> bool:
    """Keep the other parent's number in the words, where the writer's own is known or not asked."""
    turn.message = message = _with_number_unheard(turn.message)
    contact = turn.draft.referral.contact
    if turn.draft.referral.referrer.role is None or turn.pending == "anything_else":
        return False
    named = [one for one in message.entities if _is_of_one_named(one, turn)]
    theirs = [one for one in message.entities if _is_of_somebody_else(one, message)] + named
    is_open = turn.pending in _OF_REACHING or is_to_be_rung_instead(message.plain)
    kept = [one for one in theirs if getattr(contact, one.name) is not None or not is_open]
    if not kept or _PUTS_IN_PLACE.search(message.plain):
        return False
    keep_words(turn)
    turn.say("utter_added_for_team")
    gone = [*kept, *(one for one in message.entities if named and one.name in _SAYS_WHO_AND_HOW)]
    left = tuple(one for one in message.entities if one not in gone)
    turn.message = replace(message, entities=left)
    tells_more = any(one.is_sure and one.name not in _SAYS_NOTHING_ELSE for one in left)
    return turn.pending != "supporters" and not tells_more


def _is_of_one_named(entity: Entity, turn: Turn) -> bool:
    """True for "also Marcus 07700 900889" and "the social worker, 020 …", where one's own is known.

    A number asked for, and one told beside one's own name, is one's own.
    """
    referral, progress = turn.draft.referral, turn.draft.progress
    is_asked = {turn.pending, progress.changing} & _OF_REACHING
    if entity.name not in _OF_REACHING or entity.end == 0 or is_asked:
        return False
    if getattr(referral.contact, entity.name) is None:
        return False
    start = max(turn.message.text.rfind(end, 0, entity.start) for end in ".;!?\n") + 1
    before = turn.message.text[start : entity.start]
    if _OF_ONESELF.search(_OTHER_TOLD.sub("", before)):
        return False
    own = str(referral.referrer.name or "").casefold().split()
    if set(re.findall(r"[\w'-]+", before.casefold())) & set(own):
        return False
    names = turn.message.all_of("person_name")
    is_named = bool(own) and any(start <= one.start < entity.start for one in names)
    return is_named or _OTHER_TOLD.search(before) is not None


def _with_number_unheard(message: Message) -> Message:
    """The message with the number of "ring Ana not me, her number is …", if it was not heard."""
    number = _NUMBER_OF_HERS.search(message.text)
    if message.first("phone") or number is None or not is_to_be_rung_instead(message.plain):
        return message
    digits = re.sub(r"\D", "", number["number"])
    value = f"+44{digits[1:]}" if digits.startswith("0") else f"+{digits}"
    found = Entity("phone", value, start=number.start("number"), end=number.end("number"))
    return replace(message, entities=(*message.entities, found))


def _is_of_somebody_else(entity: Entity, message: Message) -> bool:
    """True for the number of "his dad's number is …" and of "ring Ana, not me, on …"."""
    if entity.name not in _OF_REACHING:
        return False
    before = message.text[: entity.start] if entity.end else message.text
    if _OWN_NUMBER.search(before):
        return False
    is_owned = entity.name == "phone" and is_shared(message.plain)
    is_owned = is_owned and _KINS_NUMBER.search(message.plain) is not None
    return _is_theirs(entity, message) or is_owned or is_to_be_rung_instead(message.plain)


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
    is_instead = is_to_be_rung_instead(message.plain)
    return _BEFORE.search(before) is not None or is_after or is_instead


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


def _forget_whose_it_was(turn: Turn) -> None:
    """Take "phone 4 is mum's" from how to reach them: it is not said of the number to come."""
    held = (turn.draft.referral.contact.best_time or "").split(", ")
    left = [words for words in held if words and not _HELD_IS_THEIRS.search(words)]
    turn.put("best_time", ", ".join(left) or None)


def _ask_for_own(turn: Turn) -> None:
    progress = turn.draft.progress
    for marks in (progress.answered, progress.unsure, progress.skipped):
        marks[:] = [each for each in marks if each not in ("phone", "safe_contact")]
    turn.say("utter_added_for_team")
