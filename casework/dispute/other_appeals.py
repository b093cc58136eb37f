"""Which appeal was lodged: none to the council or on transport, and none that is still to be sent.

Who is taken to have appealed hears of no time that runs: only who tells of an appeal sent is
believed, and their own words, learnt or read, are asked about where they leave a doubt.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Entity, Message

_KIND = "already_appealed"
_OTHERS = (
    r"(?:(?:the|my|our|his|her|their|local) )*(?:council|l\.?a|lea|local authority|"
    r"(?:sen|send|ehcp?) (?:team|dep(?:t|artment)|office|officer|coordinator)|case ?(?:worker|"
    r"officer)|school|senco|head(?: ?teacher)?|mp|panel|ombudsman)\b(?!'s)"
)
_OTHER_APPEAL = re.compile(
    rf"\bappeal(?:ed|ing)? (?:\w+ ){{0,4}}?(?:to|with) {_OTHERS}|"
    r"\b(?:(?:1st|2nd|3rd|first|second|third|final) stage|stage (?:\d|one|two|three)) "
    r"(?:\w+ ){0,2}(?:appeal|hearing|review|panel)\b|"
    r"\b(?:transport|taxi|admissions?|exclusion|parking|pip|dla|benefits?) (?:appeal|panel)\b|"
    r"\bappeal(?:ed|ing)? (?:\w+ ){0,4}(?:transport|taxi|admissions?|exclusion|dla|pip)\b",
    re.IGNORECASE,
)
_TO_OTHERS = re.compile(
    rf"\b(?:to|with|asked|rang|phoned|e-?mailed|contacted|sent|gave|wrote) {_OTHERS}|"
    rf"\b(?:asked|told|begged) (?:them|{_OTHERS}) to (?:re\w+|look|think|change)\b|"
    r"\bcomplain(?:ed|t)\b",
    re.IGNORECASE,
)
"""Where an appeal is asked about, these tell to whom something went."""
_OF_THE_TRIBUNAL = re.compile(r"\b(?:tribunal|sendist|judge|hmcts|court)\b", re.IGNORECASE)
_DAY_OF_AN_APPEAL = re.compile(
    r"\b(?:appeal|hearing|panel)\b"
    r"(?:'?s| is| was)?(?: (?:coming up|set|due|booked|listed|happening|fixed))?"
    r"(?: (?:on|for))? (?:\w+day )?(?:the )?$",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:need|have|has|ha[sd] got|got|must|want\w*|wanna|going|gonna|plan\w*|intend\w*|"
    r"hop(?:e|ing)|will|would|shall|should|can|could|may|might|able|time|right|ready|"
    r"before (?:i|we)|when (?:i|we)|if (?:i|we)|how|until|till|let'?s|about|supposed|deadline|"
    r"last day)\b(?: [\w']+){0,3}? appeal\b(?! (?:in\b|lodged|sent|registered))|"
    r"\bappeal(?:ing)? (?:by|before|until)\b|\b(?:to|if) appeal\b",
    re.IGNORECASE,
)
_IS_LODGED = re.compile(
    r"\b(?:appealed|lodged|registered|submitted|hearing|(?:tribunal|sendist|judge) "
    r"(?:has|have|ha[sd] got|got)|in front of (?:a |the )?(?:tribunal|judge))\b",
    re.IGNORECASE,
)
_WITHDRAWN = re.compile(r"\b(?:withdr[ae]w\w*|dropped|pulled out|took it back|gave up)\b", re.I)


def without_other_appeals(message: Message) -> Message:
    """The message without what its appeal was heard as, where that is another than the Tribunal's.

    The day on which any appeal is heard leaves it too, unless it was told of a paper.
    """
    words = message.text
    is_other = _OTHER_APPEAL.search(words) and not _OF_THE_TRIBUNAL.search(words)
    is_to_come = not message.all_of("appeal") and _TO_COME.search(message.plain)
    kept = [
        one
        for one in message.entities
        if not ((is_other or is_to_come) and _is_of_an_appeal(one))
        and not _is_day_of_an_appeal(one, words)
    ]
    kept = [_as_sure_as_told(one, kept, words) for one in kept]
    is_doubted = any(one.name == "appeal" and not one.is_sure for one in kept)
    return replace(
        message, entities=tuple(one for one in kept if not (is_doubted and one.value == _KIND))
    )


def _as_sure_as_told(entity: Entity, beside: list[Entity], words: str) -> Entity:
    """The appeal, to be asked about where it was withdrawn or is only learnt from the message."""
    is_told = any(one.name == "appeal" for one in beside) or _IS_LODGED.search(words)
    is_doubtful = _WITHDRAWN.search(words) or not is_told
    is_lodged = _is_of_an_appeal(entity) and entity.value != "no"
    return replace(entity, is_sure=False) if is_lodged and is_doubtful else entity


def is_sent_elsewhere(words: str) -> bool:
    """True for "yes, to the council": what was sent is no appeal to the Tribunal."""
    return _TO_OTHERS.search(words) is not None and _OF_THE_TRIBUNAL.search(words) is None


def _is_of_an_appeal(entity: Entity) -> bool:
    return entity.name == "appeal" or entity.value == _KIND


def _is_day_of_an_appeal(entity: Entity, words: str) -> bool:
    is_bare = entity.name == "date" and entity.role is None and entity.start > 0
    return is_bare and _DAY_OF_AN_APPEAL.search(words[: entity.start]) is not None
