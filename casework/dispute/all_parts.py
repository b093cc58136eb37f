"""That the whole plan is in dispute: "all of it", "everything is wrong but the school is worst".

What is worst of it takes no other part out, as "everything but the school" does.
"""

from __future__ import annotations

import re

ALL_PARTS = frozenset({"B", "F", "I"})
"""The parts that may be appealed alone, which "all of it" means."""

_LEADS = (
    r"(?:(?:it'?s|basically|literally|honestly|just|about|pretty much|well|um+|yes|no|i|we|"
    r"disagree with|unhappy with|not happy with|don'?t agree with|want)\W+)*"
)
_ALL = (
    r"(?:all|everything|every(?: single)? (?:part|section|bit)|the lot|"
    r"(?:the|this) (?:whole|entire)(?: (?:lot|plan|thing|ehcp|document))?)"
)
_GOES_ON = (
    r"(?:,? (?:of (?:it|them|the (?:plan|ehcp|sections))|in (?:it|the (?:plan|ehcp))|on it|"
    r"(?:the )?(?:sections?|parts?|bits?)|is|are|was|just|really|so|pretty|wrong|rubbish|bad|"
    r"awful|vague|a (?:joke|mess)|changed|needs? (?:changing|redoing|to change)|tbh|please|pls))*"
)
_MOST = r"(?:most(?:ly)?|mainly|especially|esp|particularly|worst|above all)"
_WORST = (
    rf"(?:\W+(?:but |and )?(?:{_MOST}\b[^.;!?]{{0,40}}|"
    r"(?:the )?[\w' ]{1,25}? (?:is|are)(?: (?:by far|definitely))? (?:the )?(?:worst|main|biggest)"
    r"\b[^.;!?]{0,25}))?"
)
_IS_ALL = re.compile(rf"^\W*{_LEADS}{_ALL}{_GOES_ON}{_WORST}\W*$", re.IGNORECASE)


def means_all_parts(text: str) -> bool:
    """True for "the whole lot" and "all of it but mostly the school"; nothing else is told."""
    return _IS_ALL.match(text) is not None
