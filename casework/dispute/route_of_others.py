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
    r"(?:wo|did|does|do|is|ca)n'?t (?:work|help|worth|any good|going to work))\b|"
    r"\b(?:no point|point|waste of time|pointless)(?: in| of| to| doing| having| going)* "
    r"(?:mediation|meeting|a meeting|talking)\b|"
    r"\b(?:rather|prefer|sooner) not(?: to)?(?: (?:have|do|go to|go for|try|get|a|any|the))* "
    r"(?:mediation(?! cert)|meet\w*|talk\w*)",
    re.IGNORECASE,
)
_WILL_NOT_MEET = re.compile(
    r"(?<!they )(?<!council )(?<!la )"
    r"\b(?:do ?n[o']?t|ca ?n[o']?t|wo ?n'?t|cannot|not|never|refus\w+|"
    r"done|no (?:more|way)|rather not|hate|dread|(?:sick|tired|fed up|scared|afraid)(?: of| with)?)"
    r"(?: (?:really|even|want|wanna|like|face|bear|stand|handle|manage|ready|able|prepared|willing|"
    r"going|have|do|go|be|to|a|an|any|another|more|the))* "
    r"(?:meet\w*|talk(?:s|ing)?|speak(?:ing)?|sit(?:ting)? (?:down|with|in))\b"
    r"(?! (?:about|on|over|(?:right )?now|today|tonight|at the moment|atm|long|"
    r"to (?:you|u|this|a (?:bot|robot|machine)))\b)",
    re.IGNORECASE,
)
"""Who "can't face meeting them" has named a meeting, and does not want one.

Beside "mediation" it is a wish about how: "mediation but I can't meet on Mondays".
"""


def is_wish_of_others(text: str, *, for_family: bool) -> bool:
    """True for "the council want mediation"; who writes for a family tells what that wants."""
    is_theirs = _OF_AN_OFFICE.search(text) or (not for_family and _OF_KIN.search(text))
    return bool(is_theirs) and _THE_WRITER_TOO.search(text) is None


def dislikes_mediation(text: str) -> bool:
    """True for "mediation is a waste of time, just the paper" and "I can't face meeting them"."""
    will_not_meet = _WILL_NOT_MEET.search(text) and "mediat" not in text.casefold()
    return bool(will_not_meet or _DISLIKED.search(text))
