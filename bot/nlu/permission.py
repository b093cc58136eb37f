"""Whether a family lets somebody write for them: "mum knows I'm writing and has said yes".

The wordings of `wording.yml` are sure. Here who agrees, that they agree and whether it is denied
may stand apart in a sentence; what is read so is asked to be confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage
from bot.nlu.negation import NOT_VERB

_FAMILY = (
    r"(?:mum|mam|mom|mummy|dad|mother|father|parents?|family|carers?|guardian|grandparents?|nan"
    r"|grandmother|they|they've|she|she's|he|he's|young (?:person|man|woman|lady|adult)|clients?"
    r"|students?|tenants?|couple)"
)
_AGREES = (
    r"(?:said (?:yes|ok|okay|fine|it'?s (?:ok|fine)|i (?:can|could|should)|we (?:can|could))"
    r"|agree[sd]?\b(?! (?:with|to (?:the|his|her|a|that|every)\b))"
    r"|consent(?:s|ed|ing)?\b|(?:given?|gave|giving|provided|signed)\b"
    r"[^.;!?]{0,25}\b(?:permission|consent|ok|okay|agreement|go[ -]?ahead|blessing|form|authority)"
    r"|signed\b|(?:is|are|was|were|'s|'re|both|very|quite|really|more than) (?:happy|fine|ok|okay"
    r"|content|comfortable|on board|in (?:full )?agreement|keen)\b|happy for\b"
    r"|wants? (?:me|us|this referral|this to)\b|asked (?:me|us|if (?:i|we)|that (?:i|we)"
    r"|for (?:me|us))"
    r"|(?:has|have) (?:requested|asked for) (?:this|me|us|that)|approved?s?\b|okayed"
    r"|supports? (?:this|the))"
)
_PAPER = (
    r"(?:permission|consent|say[ -]so|go[ -]?ahead|sign(?:ed)?[ -]?off|blessing|authorisation"
    r"|signed authority|written authority|authority)\b"
)
_DENIED = (
    r"(?:\b(?:not|never|no|without|yet to|neither|unable|waiting|awaiting|pending|need to"
    rf"|still need|must|unless)\b|\b{NOT_VERB}\b)"
)
_ASKED = (
    r"(?:asked|approached|contacted|spoken|checked|told|informed|consulted|discussed"
    r"|run (?:it|this) (?:by|past)|got"
    r"|had|have|obtained|received|been given|signed|agreed|consented|given|sought"
    r"|authori[sz]ed|permitted|allowed|know|knows|aware"
    r"|said)"
)
_YES = (
    re.compile(rf"\b{_FAMILY}\b(?P<words>[^.;!?]{{0,60}}?\b{_AGREES})"),
    re.compile(
        rf"\b(?:have|has|got|with|hold|holding|obtained|received|gained|enclosed|attached|under"
        rf"|i've|having)\b(?P<words>[^.;!?]{{0,40}}?\b{_PAPER})"
    ),
    re.compile(
        rf"\b{_PAPER}(?P<words>[^.;!?]{{0,20}}\b(?:given|obtained|received|signed|yes|gained"
        r"|in place|on file|granted|attached|from (?:both |the )?(?:mum|parents?|mother"
        r"|family)))\b"
    ),
)
_HAPPY_FOR_ME = re.compile(
    r"\b(?:is|are|'s|'re|both|very) (?:happy|fine|ok|okay|content) (?P<words>(?:for (?:me"
    r"|us)|with (?:me|us)) to\b)"
)
_WITH_IT = re.compile(
    r"\bwith (?:the )?(?:full |written |verbal |express )?(?:knowledge|agreement|consent|permission"
    rf"|approval|support|blessing)\b(?P<words>[^.;!?]{{0,40}}?\b{_FAMILY})"
)
_YES = (*_YES, _WITH_IT, _HAPPY_FOR_ME)
_NO = (
    re.compile(rf"\b{_FAMILY}\b[^.;!?,]{{0,15}}?\bunaware\b"),
    re.compile(
        rf"\b(?:not|never|yet to|without|{NOT_VERB})\b[^.;!?,]{{0,20}}?\b{_ASKED}\b[^.;!?]{{0,45}}?"
        rf"\b(?:{_FAMILY}|{_PAPER})"
    ),
    re.compile(
        rf"\b(?:{_FAMILY})\b[^.;!?,]{{0,20}}?\b(?:not|never|yet to|{NOT_VERB})\b[^.;!?]{{0,20}}?\b"
        rf"(?:{_ASKED}|agree\w*|consent\w*|happy)\b"
    ),
    re.compile(
        rf"\b(?:no|without|waiting (?:for|on)|awaiting|pending"
        rf"|still (?:need|waiting)(?: for)?)\b[^.;!?,]{{0,30}}?\b{_PAPER}"
    ),
)
_ABOUT_WRITING = re.compile(
    r"\b(?:writ\w+|say[ -]so|go[ -]?ahead|sign\w*|blessing|ok(?:ay)?|authori\w+|refer\w*"
    r"|contact\w*|permission|consent\w*|on (?:their|her"
    r"|his|the \w+) behalf"
    r"|behalf|unaware|knowledge|agreement|authority|fill\w*|form|message|messaging|this|asked|agree\w*|said|happy|signed|spoken|told|discuss\w*|speak\w*|know|ok)\b"
)
_PROFESSIONS = ("school", "local_authority", "sendiass", "other_professional")
_FOR_ANOTHER = re.compile(
    r"\b(?:on behalf of|my (?:neighbour|friend|client)|(?:her|his|their|a family) friend)\b"
    r"|\b(?:mum|mam|mom|mother|dad|father|parents?|sister|brother|daughter|son|she|he|they)\b"
    r"[^.;!?]{0,45}\b(?:(?:given|gave|gives) me (?:the |her |his |their )?(?:ok|okay"
    r"|permission|go[ -]?ahead|blessing"
    r"|consent|say[ -]so)|said i (?:can|could)|happy for me|asked that i|asked me to (?:do"
    r"|write|fill|contact|refer|message|get in touch|sort))\b"
)
_BUT_AGREES = re.compile(
    r"\b(?:but|though|although)\b[^.;!?]{0,15}\b(?:she|he|they|mum|dad|parents?|family)\b[^.;!?]{0,25}"
    r"\b(?:did say|said|says|agreed|happy|fine|ok|okay|told me)\b[^.;!?]{0,30}"
    r"\b(?:i (?:can|could|should)|yes|fine|ok|okay|go ahead|for me to|to it)\b"
)
_OTHER_MATTERS = re.compile(
    r"\b(?:mediation|plan|school|placement|assess\w*|council|la|section|decision|certificate|draft)\b"
)


def read_permission(
    message: ParentMessage, facts: Sequence[Fact], roles: Sequence[Fact]
) -> list[Fact]:
    """Find the permission of those written for, where no wording told it; never for parents."""
    is_told = any(fact.entity == "permission" for fact in facts)
    if is_told and (turned := _BUT_AGREES.search(message.plain)):
        return [Fact("permission", "yes", *turned.span(), sure=False)]
    writes_for_others = any(fact.value in _PROFESSIONS for fact in roles) or (
        _FOR_ANOTHER.search(message.plain) is not None
        and not any(fact.value == "parent" and fact.sure for fact in roles)
    )
    if is_told or not writes_for_others:
        return []
    for pattern in _NO:
        found = pattern.search(message.plain)
        if found and _is_about_writing(found[0]):
            return [Fact("permission", "no", *found.span(), sure=False)]
    for pattern in _YES:
        for found in pattern.finditer(message.asserted):
            if re.search(_DENIED, found[0]) or not _is_about_writing(found[0]):
                continue
            return [Fact("permission", "yes", *found.span(), sure=False)]
    return []


def _is_about_writing(words: str) -> bool:
    """Say whether it is the writing that is agreed to, and not a plan or a placement."""
    return _ABOUT_WRITING.search(words) is not None and not _OTHER_MATTERS.search(words)
