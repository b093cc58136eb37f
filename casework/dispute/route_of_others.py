"""Routes named that who writes may not want: the council's wish, a meeting that is no use."""

from __future__ import annotations

import re

_WISHES = (
    r"(?:'?s)?(?: (?:also|all|just|only|really|keep|keeps|still|would|has|have|is|are|\w+ing))*"
    r" (?:wants?|wanted|says?|said|offer\w*|suggest\w*|needs?|ask\w*|told|tells|likes?|prefers?|"
    r"recommend\w*|thinks?|pushing)\b[^.;!?]*\b(?:mediat\w*|meet\w*|talk\w*|cert\w*)\b"
)
_OF_AN_OFFICE = re.compile(
    r"\b(?:council|la|authority|schools?|college|officer|case ?worker|senco|panel|tribunal|letter)"
    rf"{_WISHES}",
    re.IGNORECASE,
)
_OF_KIN = re.compile(
    r"\b(?:they|he|she|husband|wife|partner|ex|mum|mam|mom|dad|nan|gran|sister|brother|friend)"
    rf"{_WISHES}",
    re.IGNORECASE,
)
_THE_WRITER_TOO = re.compile(
    r"\b(?:i|we)(?:'?d| would| both| all| also| really| do)* (?:want|like|prefer|agree|choose)\b|"
    r"\b(?:and|so (?:do|would|am|are)|as do|with) (?:i|me|we|us)\b|\b(?:i|me|we|us) and\b|\bboth\b",
    re.IGNORECASE,
)
_DISLIKED = re.compile(
    r"\b(?:mediation|meetings?|meeting them|talking)\b(?: (?:with|to) \w+)?[^.;!?,]{0,20}"
    r"\b(?:waste|pointless|useless|rubbish|no (?:good|use|point)|failed|"
    r"(?:wo|did|does|is|ca)n'?t (?:work|help|worth|any good|going to work))\b|"
    r"\b(?:no point|point|waste of time|pointless)(?: in| of| to| doing| having| going)* "
    r"(?:mediation|meeting|a meeting|talking)\b|"
    r"\b(?:rather|prefer|sooner) not(?: to)?(?: (?:have|do|go to|go for|try|get|a|any|the))* "
    r"(?:mediation(?! cert)|meet\w*|talk\w*)",
    re.IGNORECASE,
)


def is_wish_of_others(text: str, *, for_family: bool) -> bool:
    """True for "the council want mediation"; who writes for a family tells what that wants."""
    is_theirs = _OF_AN_OFFICE.search(text) or (not for_family and _OF_KIN.search(text))
    return bool(is_theirs) and _THE_WRITER_TOO.search(text) is None


def dislikes_mediation(text: str) -> bool:
    """True for "mediation is a waste of time, just the paper" and "I'd rather not have it"."""
    return _DISLIKED.search(text) is not None
