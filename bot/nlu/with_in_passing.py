"""What "with my mum" tells besides who is brought: whose house, whose trouble, a meeting held."""

from __future__ import annotations

import re

from bot.nlu.message import ParentMessage

# "Struggling with my son" and "we live with my mum" bring nobody; "there with my mum" does.
_BRINGS_WITH = re.compile(
    r"\b(?:com(?:e|ing)|attend(?:ing)?|there|join(?:ing)?|sit(?:ting)?|go|meeting|mediation|online"
    r"|teams|zoom|in person)\b[^.;!?]{0,40}$"
    r"|^\W*(?:(?:yes|yeah|yep|please|just|only|me|and|also|maybe|probably|ok)\b[\s,]*)*$"
)
_SHARES = re.compile(r"\b(?:liv(?:e|es|ing)|stay\w*|shar\w+|spoke|talk\w*|agree\w*|school|home)\b")
_WAS_HELD = re.compile(r"\b(?:had|after|last|since|was|been)\s+(?:\w+\s+){0,3}$")
_NOBODYS_HELPER = re.compile(r"(?:son|daughter|niece|nephew)\b")


def is_with_in_passing(message: ParentMessage, found: re.Match[str]) -> bool:
    """Say whether "with my mum" tells of something else than who is brought."""
    begins, _ = message.clause_around(found.start())
    before = message.plain[begins : found.start()]
    if found["beside"]:
        return found[0].startswith("meet") and _WAS_HELD.search(before) is not None
    if not found["with"] or found["bare"] is None:
        return False
    is_shared = _BRINGS_WITH.search(before) is None or _SHARES.search(before) is not None
    return is_shared or _NOBODYS_HELPER.match(found["brought"]) is not None
