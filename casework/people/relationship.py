"""What a carer or step-parent is to the child: the roles know parents and carers only."""

from __future__ import annotations

import re

from casework.message import Entity, Message
from casework.referral.draft import Draft

_WHO = (
    r"step[ -]?(?:mum|mom|mam|mother|dad|father|parents?)|(?:foster|adoptive) "
    r"(?:mum|mom|mam|mother|dad|father|parents?|carers?)|kinship carers?|special guardians?|"
    r"legal guardians?|"
    r"(?:great )?(?:nan|nana|nanna|nanny|gran|granny|grandma|grandmother|grandad|granddad|grandpa|"
    r"grandfather|grandparent)s?|"
    r"(?:mum|mom|mam|mother|dad|father)'?s (?:partner|girlfriend|boyfriend|husband|wife)"
)
_ALSO = rf"(?:(?:,| and| with)+(?: his| her| their| the| a)? (?P<also>{_WHO})\b(?!'s))?"
_IS_ONE = re.compile(
    r"\b(?:i'?m|i am|we'?re|we are|it'?s|this is)(?: (?!not\b|from\b|asking\b)\w+){0,2}? "
    rf"(?:(?:his|her|their|the|a|child'?s|just|only) )*(?P<who>{_WHO})\b(?!'s|s\b){_ALSO}",
    re.IGNORECASE,
)
_IS_ONE_IN_SHORT = re.compile(
    rf"^\W*(?:(?:his|her|their|the|a|child'?s|just|only) )*(?P<who>{_WHO}){_ALSO}"
    r"(?=\W*$|[,.;]| here\b| and\b)",
    re.IGNORECASE,
)
_NAMED_WITH_IT = re.compile(
    rf"\w, (?:the )?(?P<who>(?i:{_WHO}))(?: and (?P<also>(?i:{_WHO})))? (?:of|to) [A-Z]"
)
"""After a name: "Rosalind Keane, gran and special guardian of Poppy"."""
_BY_THE_CHILD = tuple(
    (re.compile(rf"\b(?:my|me|our) (?:\w+ )?(?:{child})\b(?!'s)", re.IGNORECASE), who)
    for child, who in (
        (r"grand ?(?:sons?|daughters?|child(?:ren)?|kids?|babies|baby)", "grandparent"),
        (
            r"nephews?|nieces?|(?:brother|sister|bro|sis)'?s (?:kids?|child(?:ren)?|boys?|girls?|"
            r"lads?|sons?|daughters?|little one)",
            "aunt or uncle",
        ),
    )
)
"""What a carer is to the child they call so; a parent may speak of another's grandson."""
_BY_THE_CARE = re.compile(
    r"\bi(?:'?ve| have| got| hold)+ (?:an? |the )?(?:sgo|special guardianship)\b", re.IGNORECASE
)
_OF_A_PARENT = re.compile(r"(?<=mum|dad)s (?=\w)|(?<=other|ather)s (?=\w)")
_STEP = re.compile(r"\bstep[ -]?(?=[a-z])", re.IGNORECASE)


def relationship_of(message: Message, draft: Draft, role: Entity | None) -> str | None:
    """What a parent or carer is to the child, where it is new. `role`: who they say they are."""
    known, held = draft.referral.referrer.role, draft.referral.referrer.relationship
    is_asked = known is None and draft.progress.pending == "role"
    is_of_the_family = role is not None and role.value in ("parent", "carer")
    if held is not None and (role is None or role.value == known):
        return None
    told = relationship_told(message.plain)
    if told is None and role is not None and role.value == "carer":
        told = _by_the_child(message.plain)
    is_guardian = known in ("parent", "carer") and told is not None and "guardian" in told
    return told if is_of_the_family or is_asked or is_guardian else None


def relationship_told(text: str) -> str | None:
    """What the writer says they are to the child, in small letters: "nan, special guardian"."""
    found = _IS_ONE.search(text) or _IS_ONE_IN_SHORT.match(text) or _NAMED_WITH_IT.search(text)
    if found is not None:
        told = [found["who"], found["also"]]
        return ", ".join(_spell(who) for who in told if who)
    return "special guardian" if _BY_THE_CARE.search(text) else None


def _by_the_child(text: str) -> str | None:
    return next((who for child, who in _BY_THE_CHILD if child.search(text)), None)


def _spell(who: str) -> str:
    return _OF_A_PARENT.sub("'s ", _STEP.sub("step-", who.lower()))
