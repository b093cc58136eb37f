"""Families called Foster: the name makes nobody a foster carer, nor a child one in care."""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Message

_IS_A_NAME = re.compile(
    r"\b(?:sur|last |family |second )names?(?:'?s| is| are)?\W{1,3}foster\b|"
    r"\bfoster(?:'?s)?(?: is| was)? (?:just |only )?(?:his|her|my|our|the|a|their)"
    r" (?:\w+ )?(?:sur)?name\b",
    re.IGNORECASE,
)
_AFTER_A_FIRST_NAME = re.compile(
    r"\b(?!(?:My|Our|His|Her|The|An?|Hi|Yes|No|As|Am|Im|Is|We|They|In|And|Private|Public|Local|"
    r"Emergency|Independent|National|Regional|Short|Long|Term|Time|Temporary|Permanent|Former|"
    r"Current|Previous|New|First|Full|Part|Respite|Kinship|Connected|Specialist|Therapeutic|Approved|"
    r"Registered|Qualified|Senior|Lead|Single|Council|City|County|Borough|Authority|Agency|Family|"
    r"British|English|Child|Children|Childrens|Parent|Team|Lets|Pro|Simply) )"
    r"[A-Z][a-z]+ (?:Foster|FOSTER)\b"
    r"(?! (?i:care|caring|carers?|parents?|parenting|mum|mam|mom|dad|mother|father|child|children|"
    r"kids?|son|daughter|brother|sister|placements?|agency|agencies|family|families|teams?|homes?|"
    r"house|services?|panel|social|support\w*|scheme|network|link|worker|group|fostering|system|plus)\b)"
)
_ONLY_A_NAME = re.compile(
    r"(?:\bno\b\W*(?:\w+\W+){0,3}foster(?:'?s)?(?: is| was)?"
    r"|\bfoster(?:'?s)?(?: is| was)? (?:just|only))"
    r" (?:his|her|my|our|the|a|their) (?:\w+ )?(?:sur)?name\b",
    re.IGNORECASE,
)
_CARES = re.compile(
    r"\bfoster(?:ed|ing|s)?\b(?! family)|\bcarers?\b|\bin care\b|\blook(?:ed)?[- ]after\b|"
    r"\bguardian\b|\blives? with (?:me|us)\b",
    re.IGNORECASE,
)
_ROLES = frozenset({"carer", "looked_after"})


def names_foster(text: str) -> bool:
    """True for "surname foster" and "Jayden Foster"; false for "my foster son"."""
    return bool(_IS_A_NAME.search(text) or _AFTER_A_FIRST_NAME.search(text))


def says_foster_is_only_a_name(text: str) -> bool:
    """True for "no, foster is his NAME"; a name given denies nothing that was told before."""
    return _ONLY_A_NAME.search(text) is not None


def without_foster_as_a_role(message: Message) -> Message:
    """The message without the carer and the child in care that the name was heard as.

    Ann Foster may be a foster carer all the same, where her other words say so.
    """
    text = message.plain
    beside = _AFTER_A_FIRST_NAME.sub(" ", _IS_A_NAME.sub(" ", text))
    if not names_foster(text) or _CARES.search(beside):
        return message
    kept = tuple(one for one in message.entities if str(one.value) not in _ROLES)
    return replace(message, entities=kept)
