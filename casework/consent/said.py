"""A yes or no to one of the two consents, in the many words that people have for it.

What is asked decides what counts: "you can tell them" agrees to telling the council, and to nothing
else. A yes with a condition, a doubt, or a question about what it is a yes to, is none yet.
"""

from __future__ import annotations

import re

from casework.consent.asking_only import reads_as_giving_nothing
from casework.consent.beside_yes import hope_taken_off
from casework.consent.clauses import clauses_of
from casework.consent.leading import read_yes
from casework.consent.not_kept import says_only_no
from casework.consent.ways_to_agree import Matter, is_said_in_mockery, makes_a_yes
from casework.consent.ways_to_refuse import refuses_outright
from casework.words import (
    reads_as_no,
    reads_as_plain_no,
    reads_as_plain_yes,
    reads_as_question,
    straighten,
)

_NO_ALONE = re.compile(
    r"(?:no+|nope|nah)(?: (?:no+|way|thanks|thank you|ta|sorry|not (?:yet|now|really)|but|and))*"
)
_GIVES_WAY = re.compile(
    r"\b(?:but|though|however|i suppose|i guess)(?: (?!can\b|could\b|may\b)\w+){0,3}? "
    r"(?:yes|yeah|yep|go on|go ahead|(?:ok|okay|fine|alright)(?! (?:to|with|for)\b)|"
    r"if (?:i|we|you|u) (?:have to|must|need to))\b"
)
"""After a refusal: "not really comfortable but ok if i have to", which is asked again."""
_REASONS = (
    r"they|i(?! mean| said yes| meant)|im|ive|id|we|not|dont|do not|leave|please|way|never|cos|coz|"
    r"because|bc|absolutely|need|you|u|wait (?:dont|not|no|leave)|thanks|thank"
)
_REASON_AT_ONCE = re.compile(rf"(?:no )?(?:{_REASONS})\b")
"""A no with its reason in one breath: "no they had their chance", not "no school wants him"."""
_REASON_APART = re.compile(rf"(?:{_REASONS}|my|he|she|hes|shes|the)\b")
"""After a stop more may begin a reason: "no, my husband works there"."""
_AGREES_AFTER_ALL = re.compile(
    r"(?<!\bmy )(?<!\bour )\b(?:mind|objections?|problems?|worries|bother|issues?)\b"
)
_TELLS_NOTHING_ELSE = frozenset({"permission", "contact_ok", "supporter", "route"})
"""Entities that may be heard in a no to telling the council."""


_NO_AFTER_ALL = re.compile(
    r"(?:(?:wait|actually|hang on|hold on|well|um+|erm?|hmm+) )+(?:no+|nope|nah)"
)


def reads_as_agreement(text: str, matter: Matter, *, for_family: bool = False) -> bool:
    """True where the words agree to that consent, however put: "whatever. yes".

    `for_family`: a professional was asked whether the family agrees, so "mum said yes" agrees.
    """
    if is_said_in_mockery(straighten(text)):
        return False
    return reads_as_plain_yes(text) or read_yes(text, matter, for_family=for_family) is not None


def reads_as_refusal(text: str, matter: Matter, *, tells: frozenset[str] = frozenset()) -> bool:
    """True where the words refuse that consent: "no, not till I've spoken to someone".

    `tells`: the names of the entities heard. A no to telling the council may go on in other words,
    since nothing is lost by it; a no to keeping forgets all that was told, and is read closely.
    """
    plain = straighten(text)
    clauses = clauses_of(plain)
    whole = " ".join(clauses)
    if any(_agrees(clause, matter) for clause in clauses) or _GIVES_WAY.search(whole):
        return False
    if reads_as_plain_no(plain) or says_only_no(clauses):
        return True
    if any(refuses_outright(clause, matter) for clause in clauses):
        return True
    if len(clauses) == 1 and _NO_AFTER_ALL.fullmatch(clauses[0]):
        return True
    if matter == "consent":
        return reads_as_giving_nothing(plain)
    if not tells <= _TELLS_NOTHING_ELSE or not reads_as_no(plain):
        return False
    if _AGREES_AFTER_ALL.search(whole) or "question" in whole:
        return False
    is_alone = _NO_ALONE.fullmatch(clauses[0]) is not None and len(clauses) > 1
    if is_alone and all("?" in each or reads_as_question(each) for each in clauses[1:]):
        return True
    begins = clauses[1] if is_alone else clauses[0].partition(" ")[2]
    reason = _REASON_APART if is_alone else _REASON_AT_ONCE
    return (
        _NO_ALONE.fullmatch(clauses[0].split()[0]) is not None and reason.match(begins) is not None
    )


def waits_for_more(text: str, matter: Matter) -> bool:
    """True for "no wait, I have a question" and "no. yes": no answer yet, however it begins."""
    plain = straighten(text)
    is_held = re.search(
        r"\b(?:wait|hang on|hold on|questions?|mean|meant|first)\b", plain, re.IGNORECASE
    )
    clauses = clauses_of(plain)
    agrees = any(_agrees(clause, matter) for clause in clauses)
    agrees |= _GIVES_WAY.search(" ".join(clauses)) is not None
    return agrees or is_held is not None or reads_as_question(plain)


def tells_outright(clause: str, matter: Matter) -> bool:
    """True where one bare clause agrees to the consent by itself: "you can tell the council"."""
    return _agrees(clause, matter)


def _agrees(clause: str, matter: Matter) -> bool:
    hope = hope_taken_off(clause)
    return makes_a_yes(clause, matter) or (hope is not None and makes_a_yes(hope, matter))
