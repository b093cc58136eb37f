"""Who is named beside a meeting and not brought: "not my husband", "we live with my mum"."""

from __future__ import annotations

import re

from bot.nlu.message import ParentMessage

_BETWEEN = (
    r"(?:\s+(?:really|ever|even|do|i|we|you|to|be|being|want(?:ing)?|like|need|wish|think|feel|felt"
    r"|safe|comfortable|comfy|happy|ok|okay|able|have|having|let(?:ting)?|allow|invite|bring(?:ing)?"
    r"|come|coming|meet|sit(?:ting)?|attend(?:ing)?|go(?:ing)?|speak|talk|in|on|at|a|the|same|room"
    r"|meeting|mediation|there|see(?:ing)?|face|facing|all|with|near|next|beside|for|of|about|that|if"
    r"|in case|any(?:more)?|either))*"
)
_WHOSE = r"(?:\s+(?:my|our|me|his|her|their|the|an?)(?:\s+[\w-]+)?)?[\s-]*$"
# What is between must lead on to them: "I don't drive so my dad comes" keeps nobody away.
_NOT_WANTED = re.compile(
    r"(?:\b(?:not|never|cannot|no (?:way|circumstances)(?: can| could| should| must)?"
    r"|refus(?:e|es|ing)|rather not|what if|scared|afraid|terrified|frightened|worried|anxious"
    r"|nervous|fear|dread(?:ing)?|unsafe|uncomfortable"
    r"|(?:don|won|can|wouldn|couldn|didn|shouldn|mustn)t|dnt|dont)|n't)\b"
    rf"{_BETWEEN}{_WHOSE}"
)
_NOT_WITHOUT = re.compile(r"\bwithout\b")
_EX = re.compile(r"\b(?:ex[ -]+|(?:his|her|their) new )$")
_EX_IS_WISHED = re.compile(
    r"\b(?:want|like|need|bring(?:ing)?|happy for|fine for|ok(?:ay)? for|can|could|may)\s+"
    r"(?:my|our|his|her|their|the)\s+ex[ -]+$"
)


def is_kept_away(message: ParentMessage, start: int) -> bool:
    """Say whether the words before a person, who begins at `start`, do not want or fear them.

    Nor is an ex who "is coming too" somebody brought, unless they are wished there.
    """
    begins, _ = message.clause_around(start)
    before = message.plain[begins:start]
    if _NOT_WANTED.search(before) and not _NOT_WITHOUT.search(before):
        return True
    return _EX.search(before) is not None and _EX_IS_WISHED.search(before) is None


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
