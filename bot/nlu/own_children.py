"""Whose child it is where one's own son or daughter is named: a parent's, whatever their job.

"My daughter's son" is a grandchild: who tells of one may look after them, which has to be asked.
"""

from __future__ import annotations

import re

from bot.nlu.facts import Fact, Span
from bot.nlu.kin import OWN_CHILD
from bot.nlu.message import ParentMessage

# "My sisters son" and "my cousin son" are of other parents.
_ADJECTIVES = (
    r"(?:(?!foster|god|grand|step|sis(?:ter)?\b|brother|cousin|niece|nephew|friend|neighbour|aunt"
    r"|uncle|late\b|partner|girlfriend|boyfriend|daughter\b|son\b|\w+s )[\w-]+ ){0,3}?"
)
_MY_SON = re.compile(
    rf"\b(?:my|our) (?:{_ADJECTIVES}(?:son|daughter)|"
    r"own (?:boy|girl|lad|lass|child|children|kids?))\b(?!['’]?s\b|-in-law| in law)"
)
_CHILD = r"(?:son|daughter|boy|girl|lad|lass|child|children|kids?|twins)"
_CARES_FOR_OWN = re.compile(
    r"(?<!foster )(?<!kinship )(?<!connected )\b(?:carer|advocate|appointee) (?:for|to|of) "
    rf"(?:my|our) {_ADJECTIVES}{_CHILD}\b(?!['’]?s\b)"
    r"|(?<!foster )(?<!kinship )\bcarer\b[^.!?]{0,15}\b(?:he|she)(?:'?s| is) my (?:own )?"
    r"(?:son|daughter)\b(?!['’])"
)
# Of somebody at work: "a pupil of mine", "mum has asked me".
_AT_WORK = re.compile(
    r"(?<!\bis )\b(?:an?|the|my|our|this) (?:\w+ )?(?:pupils?|students?|clients?)\b|\bcaseload\b"
    r"|\b(?:(?:the|a|this|one|my) famil(?:y|ies)|on behalf of|in my (?:class|form|setting|school)"
    r"|permission|consent\w*|service users?|i (?:support|represent|work with))\b"
    r"|(?<!his )(?<!her )(?<!their )\b(?:mum|mam|mother|dad|father|(?<!as )the parents?|carers?)"
    r" (?:(?:has|have|is|are) )?(?:ask\w*|says?|said|agree\w*|want\w*|happy)\b"
)
_WORKS_ELSEWHERE = re.compile(
    r"\b(?:another|a different|different|not (?:at )?(?:his|her|their))\s+(?:\w+ )?"
    r"(?:school|college|setting)\b|\b(?:senco|teacher|ta|social worker|nurse) myself\b"
)
_NO_CHILD = (
    r"(?!['’]?s? ?(?:friend|scout|guide|psych|minder|care\b|benefit|protection|support|and adol"
    r"|group|club|band|centre|services|toilet))"
)
_GRANDCHILD = re.compile(
    r"\bmy (?:(?:eldest|oldest|youngest|own|adult|late|other) )?(?:daughter|son)(?:['’]?s|s['’]) "
    r"(?:(?:little|older|younger|eldest|youngest|own|autistic|disabled|\d+ year old) ){0,2}"
    rf"(?:{_CHILD}|baby|little one)\b{_NO_CHILD}"
    r"|\b(?:his|her|their) (?:mum|mam|mom|mother|dad|father) is my (?:own )?"
    r"(?:daughter|son|sister|brother)\b(?!['’])"
    r"|\bmy (?:daughter|son)\b[^.;!?]{0,40}\b(?:have|got|look(?:ing)? after|raising|bringing up|for"
    r"|with) (?:her|his) (?:\w+ )?(?:son|daughter|boy|girl|baby|kids)\b" + _NO_CHILD + r"|"
    r"\bmy (?:daughter|son) has (?:\w+ )?(?:boys|girls|kids|children|sons|daughters)\b[^.;!?]{0,15}"
    r"\bi (?:have|got|look after)\b"
)


def tells_of_own_child(message: ParentMessage, *, has_a_job: bool) -> Span | None:
    """Where a carer "for my son", or somebody with a job, tells that the child is their own."""
    cares = _CARES_FOR_OWN.search(message.asserted)
    if cares or not has_a_job:
        return cares.span() if cares else None
    own = OWN_CHILD.search(message.plain)
    if own and _WORKS_ELSEWHERE.search(message.plain):
        return own.span()
    found = _MY_SON.search(message.plain)
    if found is None or _AT_WORK.search(message.plain) or read_grandchild(message):
        return None
    return found.span()


def read_grandchild(message: ParentMessage) -> Fact | None:
    """The carer that "my daughter's son" may tell of; unsure."""
    found = _GRANDCHILD.search(message.plain)
    return Fact("referrer_role", "carer", *found.span(), sure=False) if found else None
