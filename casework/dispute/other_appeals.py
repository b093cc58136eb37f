"""Appeals that are not the one to the SEND Tribunal: to the council, in stages, on transport.

Nothing that is told of them is taken for an appeal that was lodged, nor their day for a letter's.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Entity, Message

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


def without_other_appeals(message: Message) -> Message:
    """The message without what its appeal was heard as, where that is another than the Tribunal's.

    The day on which any appeal is heard leaves it too, unless it was told of a paper.
    """
    words = message.text
    is_other = _OTHER_APPEAL.search(words) and not _OF_THE_TRIBUNAL.search(words)
    kept = tuple(
        one
        for one in message.entities
        if not (is_other and _is_of_an_appeal(one)) and not _is_day_of_an_appeal(one, words)
    )
    return message if len(kept) == len(message.entities) else replace(message, entities=kept)


def is_sent_elsewhere(words: str) -> bool:
    """True for "yes, to the council": what was sent is no appeal to the Tribunal."""
    return _TO_OTHERS.search(words) is not None and _OF_THE_TRIBUNAL.search(words) is None


def _is_of_an_appeal(entity: Entity) -> bool:
    return entity.name == "appeal" or entity.value == "already_appealed"


def _is_day_of_an_appeal(entity: Entity, words: str) -> bool:
    is_bare = entity.name == "date" and entity.role is None and entity.start > 0
    return is_bare and _DAY_OF_AN_APPEAL.search(words[: entity.start]) is not None
