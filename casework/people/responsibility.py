"""Who says that they have no parental responsibility for the child: a person has to look.

A step-parent or partner who cares for the child may refer all the same (Education Act 1996 s.576:
who has care of a child is a parent), but somebody else may have to agree.
"""

from __future__ import annotations

import re

from casework.message import Message
from casework.people.kin import GRANDPARENT, PARENT, PARTNER, STEP_PARENT
from casework.referral.draft import Draft

NO_RESPONSIBILITY = "no_parental_responsibility"
"""Among what was told, and why a person is to look."""
_RIGHT = r"(?:parental (?:responsibilit(?:y|ies)|rights)|p\.?r\.?(?!\w))"
_LACKS = re.compile(
    r"\b(?:i|we)(?:'?ve| have| do)?(?: (?:really|still|actually))? ?(?:not|n'?t|never|haven'?t|"
    r"don'?t|didn'?t)(?: (?:actually|legally|got|have|had|any|the|full|hold|a))* "
    rf"{_RIGHT}\b|\b(?:without|no) {_RIGHT}\b|"
    rf"\b{_RIGHT}[^.!?]{{0,30}}\b(?:not me|i don'?t|i haven'?t|not mine)\b",
    re.IGNORECASE,
)
_OTHER = (
    rf"(?:he|she|they|(?:(?:his|her|their|the|my) )?(?:\w+ )?(?:{PARENT}|{PARTNER}|{STEP_PARENT}|"
    rf"{GRANDPARENT}))"
)
_OF_ANOTHER = re.compile(
    rf"\b{_OTHER}\b(?: \w+){{0,3}}? (?:no|without) {_RIGHT}|"
    rf"\b(?:no|without) {_RIGHT} (?:for|on|from|with|to|as) {_OTHER}\b",
    re.IGNORECASE,
)
_SAID_BY_OTHERS = re.compile(
    rf"\b(?:{_OTHER}|council|la|local authority|school|senco|(?:social )?worker|officer|solicitor|"
    r"everyone|somebody|someone)(?: \w+)? (?:says?|said|reckons?|claims?|claimed|thinks?|saying|"
    r"tells?|told|insists?|writes?|wrote|put)\b",
    re.IGNORECASE,
)
"""What others say of it is theirs: "the council say i have no PR"."""
_SENTENCE = re.compile(r"[.!?;\n]+|\bbut\b", re.IGNORECASE)


def note_responsibility(draft: Draft, message: Message) -> None:
    """Remember that the writer says so; `casework.dispute.result` asks for a person."""
    told = draft.progress.told
    if NO_RESPONSIBILITY not in told and lacks_responsibility(message.plain):
        told.append(NO_RESPONSIBILITY)


def lacks_responsibility(words: str) -> bool:
    """True for "I don't have parental responsibility"; false for "his dad has no PR"."""
    return any(map(_tells_of_self, _SENTENCE.split(words)))


def _tells_of_self(sentence: str) -> bool:
    found = _LACKS.search(sentence)
    if found is None or _OF_ANOTHER.search(sentence) is not None:
        return False
    return _SAID_BY_OTHERS.search(sentence[: found.start() + 1]) is None
