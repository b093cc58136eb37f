"""What help is meant where words look like another: hands-on signing, a signer not needed.

"I don't need a signer" asks for none, "hands-on signing" is nothing to look at, "no quiet room" is
no wish for one, and in "yes Urdu" a language is named where one is asked for.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Entity, Message
from casework.referral.show import language_names

_WISH = re.compile(
    r"\b(?:(?:must be|has to be|prefer(?:ably)?|only|please|want|like|need|not) )?(?:an? |the )?"
    r"(?:female|woman|women|lady|male|man)(?: (?:one|interp\w+|translator|signer|mediator))?"
    r"(?: (?:please|pls|only|if possible|preferred))?\b"
    r"|\b(?:interp\w+|translator|signer|some ?(?:one|body)|person) "
    r"(?:who|that|to be|must be|has to be|should be)[^.,;!?]*"
    r"\b(?:female|male|woman|man|lady|men|girl)\b"
    r"|\bno (?:men|males|women|females)\b(?: (?:please|pls))?",
    re.IGNORECASE,
)
_TOLD_OF_SOMEBODY = re.compile(
    r"(?:\b(?:i|he|she|it|who|that|they|we|there|u|you|mum|dad|son|daughter|husband|wife|parent|interp\w+)"
    r"(?: is| was| am| are| were|'?s|'m|'re)|\b(?:im|this|my|our|by|told|said|saw|met|spoke to))"
    r"(?: just| only| also)?(?: an?(?: \w+)?)? $",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(
    r" (?:put|gave|from|with|at|in|of|on|called|named|and|came|said|told|says|who|that (?:came|"
    r"rang|said)|"
    r"i (?:spoke|saw|met)|was|is|has|had|wants|needs|needing|works?|working|rang)\b",
    re.IGNORECASE,
)
"""What stands before or after a man or a woman who is spoken of, and not wished for."""
_ASKS = re.compile(r"\b(?:must|has to|prefer\w*|only|please|pls|want|like|need|not|no)\b", re.I)
_INTERPRETS = re.compile(r"\b(?:interp\w+|translat\w+|signer)\b", re.IGNORECASE)
_NEEDS_NONE = re.compile(
    r"\b(?:do ?n[o']?t|dont|do not|wo ?n'?t|no(?:t|body|t at all)?)(?: really)?"
    r"(?: (?:need|want|require|asked? for|after))?(?: an?| any| the)? "
    r"(?:sign(?:ing)? |language )?(?:signer|interp\w+|translator|sign language|signing)\b"
    r"(?!,? (?:but|just|only|needs?|does|is|for h(?:im|er))\b)",
    re.IGNORECASE,
)
_BY_HAND = re.compile(
    r"\bhands?[- ]?on (?:bsl )?(?:sign\w*|interp\w*|bsl|deaf ?-?blind\w*)|"
    r"\bdeaf ?-?blind manual\b|\btactile (?:bsl|sign\w*)",
    re.IGNORECASE,
)
_DENIED_BEFORE = re.compile(
    r"\b(?:no|not|without|do ?n[o']?t (?:need|want)|dont (?:need|want)|never (?:said|asked for))"
    r"(?: an?| any| the)? *$",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(r"^\W{0,2} ?no\b(?=\W*(?:$|[.,;!]))", re.IGNORECASE)
_IS_HARD = r"(?:hard|harder|difficult|tricky|a struggle|a problem|not (?:easy|good|great)|slow)"
_READING_IS_HARD = re.compile(
    r"\b(?:reading|spelling|writing|long words)(?: (?:it|is|are|it'?s|can|be|really|very|quite|so|"
    rf"too|a bit|also|still|more))* {_IS_HARD}\b|"
    r"\b(?:hard|difficult|tricky|struggle|not easy)(?: for me| for us)? (?:to|with) "
    r"(?:read|reading|write|writing|spell|spelling)\b|"
    r"\b(?:write|put|keep|make|say|explain) (?:it |things |everything |all )?(?:in )?"
    r"(?:simple|simply|plain|easy|short)\b",
    re.IGNORECASE,
)
_OF_THE_CHILD = re.compile(
    r"\b(?:he|she|his|her|they|s?he'?s|child|son|daughter|school|class|lessons?|teachers?|plan)\b",
    re.IGNORECASE,
)
_QUESTIONS = ("interpreter", "language")
_MOST_WORDS = 8
"""Words up to which an answer to "which language?" may name one among others."""


def wish_for_interpreter(message: Message, pending: str | None) -> str | None:
    """Who is to interpret, in their words: "a woman please"; None where nobody speaks of it."""
    found = next((one for one in _WISH.finditer(message.plain) if _is_wished(one)), None)
    if found is None or (pending not in _QUESTIONS and not _INTERPRETS.search(message.plain)):
        return None
    is_short = len(message.plain.split()) <= _MOST_WORDS
    asked = message.plain if "mediator" in found[0] else found[0]
    is_meant = is_short or _INTERPRETS.search(message.plain) or _ASKS.search(asked)
    return found[0].strip() if is_meant else None


def _is_of_interpreter(wish: str | None) -> bool:
    return wish is not None and "mediator" not in wish


def _is_wished(found: re.Match[str]) -> bool:
    """False for "he is a man" and "the man from the council"."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    is_told = _TOLD_OF_SOMEBODY.search(before) is not None
    return not is_told and _OF_SOMEBODY.match(after) is None


def needs_no_interpreter(text: str) -> bool:
    """True for "I don't need a signer" and "no interpreter"."""
    return _NEEDS_NONE.search(text) is not None


def settle_help(message: Message, pending: str | None) -> Message:
    """The message with the help that it tells as it is meant."""
    kept = [one for one in message.entities if not _is_denied(one, message.text)]
    if _BY_HAND.search(message.plain):
        kept = [replace(one, value="deafblind_manual") if _is_bsl(one) else one for one in kept]
    if needs_no_interpreter(message.plain) and not any(one.name == "sign" for one in kept):
        kept = [replace(one, value="no") if one.name == "interpreter" else one for one in kept]
    if pending in _QUESTIONS and _finds_reading_hard(message):
        kept.append(Entity("access_need", "easy_read"))
    named = _language_by_name(message) if pending in _QUESTIONS else None
    if named is not None:
        kept.append(named)
    elif pending == "interpreter" and _is_of_interpreter(wish_for_interpreter(message, pending)):
        kept = [one for one in kept if one.name != "interpreter"]
        kept.append(Entity("interpreter", "yes"))
    return replace(message, entities=tuple(kept))


def _finds_reading_hard(message: Message) -> bool:
    """True for "speaking is ok but reading is hard", said of the writer where it may be missed."""
    is_told = _READING_IS_HARD.search(message.plain) is not None
    return (
        is_told
        and _OF_THE_CHILD.search(message.plain) is None
        and not message.all_of("access_need")
    )


def _is_bsl(entity: Entity) -> bool:
    return (entity.name, entity.value) == ("sign", "bsl")


def _is_denied(entity: Entity, text: str) -> bool:
    """True for the quiet room of "quiet room no" and of "no quiet room"."""
    if entity.name != "access_need" or entity.value == "none" or not entity.end:
        return False
    before, after = text[: entity.start], text[entity.end :]
    is_a_need = re.match(r"(?:no|not|can'?t|cannot)\b", text[entity.start :], re.IGNORECASE)
    is_denied = _DENIED_BEFORE.search(before) or _DENIED_AFTER.match(after)
    return is_denied is not None and is_a_need is None


def _language_by_name(message: Message) -> Entity | None:
    """Urdu of "yes urdu, a woman please"; None where a language was heard, or several are named."""
    words = re.findall(r"[^\W\d_]+", message.plain.casefold())
    if message.first("language") or len(words) > _MOST_WORDS or "no" in words:
        return None
    named = [code for code, name in language_names().items() if name.casefold() in words]
    return Entity("language", named[0]) if len(named) == 1 and named[0] != "eng" else None
