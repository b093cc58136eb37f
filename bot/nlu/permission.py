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
    r"|behalf|unaware|knowledge|agreement|authority|fill\w*|form|message|messaging|this|asked"
    r"|agree\w*|said|happy|signed|spoken|told|discuss\w*|speak\w*|know|ok)\b"
)
_FOR_ANOTHER_FAMILY = re.compile(
    r"\b(?:my|our) (?:neighbour|friend|client|sister|brother|auntie|aunty|aunt|cousin|parents"
    r"|daughter[ -]in[ -]law"
    r"|son (?:&|and) his wife|mum'?s english|best mate|mate)\b|\bon behalf of\b|\bfianc[eé]e'?s\b"
    r"|\b(?:family friend|friend of the family|just the sister|just the brother|childminder)\b"
    r"|\b(?:one of|some of|most of) the mums\b|\bhelped mum\b|\bneighbour of\b"
    r"|\bher neighbour\b|\bwriting for her\b|\bmum'?s (?:boyfriend|partner)\b|\bmam'?s boyfriend\b"
)
_OTHER_MATTERS_AGREED = re.compile(
    r"\b(?:to (?:the|his|her|a|my) (?:draft|plan|placement|assessment|school|section))\b"
)
_WRITE_FOR_OTHERS = ("school", "local_authority", "sendiass", "other_professional", "carer")
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
    r"\b(?:but|though|although)\b[^.;!?]{0,15}\b(?:she|he|they|mum|dad|parents?"
    r"|family)\b[^.;!?]{0,25}"
    r"\b(?:did say|said|says|agreed|happy|fine|ok|okay|told me)\b[^.;!?]{0,30}"
    r"\b(?:i (?:can|could|should)|yes|fine|ok|okay|go ahead|for me to|to it)\b"
)
# Plain enough to be kept without asking: who lets them, that they do, and that it is this.
_WHO = (
    r"(?:(?:the |her |his |their )?(?:birth )?(?:mum|mam|mom|mother|dad|father|parents?|family"
    r"|carers?|nan|gran"
    r"|grandmother|grandma|guardian|young (?:person|man|woman|lady|lad)|lad|client|patient"
    r"|great-grandparents)"
    r"|s?he|they|everyone(?: in (?:the )?(?:house|family))?|our \w+|[a-z]+)(?:\s*\([^)]{2,30}\))?"
)
_THIS = (
    r"(?:me|us|this|it|to (?:me|us)|for (?:me|us)|i (?:can|could|should|may|write|refer)|(?:a|the"
    r"|this) referral"
    r"|for (?:me|us) to (?:write|refer|contact|message)|to write|to ask)"
)
_LETS = (
    r"(?:(?:'?s|has|have|had|is|are|both|already|since|now|also|verbally)\s+)*"
    r"(?:said (?:yes|ok|okay|it'?s (?:ok|okay|fine|alright)|that'?s fine|go (?:on|ahead|for it)"
    r"|crack on|do it"
    r"|do what you need to do|i (?:can|could|should|may))\b|says? (?:yes|ok|okay|go ahead|crack on"
    r"|it'?s (?:ok|fine)"
    r"|i can|you can have)\b|(?:ok|okay|fine|happy|alright|content|good)\s+(?:for|with|about)\s+"
    r"(?:me|us|this|it)\b|content (?:that|for) (?:i|me|us)\b|on board\b"
    r"|happy for you to (?:phone|ring|call|contact|write to|e-?mail)\b"
    r"|gave (?:me |us )?(?:his |her |their |the )?(?:ok|okay|nod|thumbs up|go[ -]?ahead"
    r"|blessing|say[ -]so|permission|consent|written authority|authority)\b|given (?:me "
    r"|us )?(?:his |her |their "
    r"|the |verbal |written |full |informed |a )*(?:ok|okay|nod|thumbs up|go[ -]?ahead|blessing"
    r"|say[ -]so"
    r"|permission|consent|authority|agreement)\b|consented\b"
    r"|signed (?:(?:the|our|my|a|his|her|their) )?"
    r"(?:consent|authority|form of authority|letter of authority|\d|on \d)"
    r"|instructed (?:me|us)\b|told me to\b(?! (?:ring|call|speak|ask) (?:the|my))|(?:has |have "
    r"|'s |'ve )?asked (?:me|us|that i\b[^.;!?]{0,15})"
    r"\s*(?:to (?:sort|do|write|fill|contact|refer|get|lead|look|type|ask|message|make|put|help)"
    r"|to look|refer"
    r"|support)\b"
    r"|agree(?:d|s)? (?:to (?:the|this|a) referral|to me|for me|for us|i (?:can |could )?refer"
    r"|to this|that we contact"
    r"|that i)|wanted this sent|knows? i'?m (?:writing|asking)\b[^.;!?]{0,12}\b(?:and"
    r"|&)\b[^.;!?]{0,12}\b(?:said|ok"
    r"|fine|happy|agree)|agrees? to this)"
)
_SURE_YES = re.compile(
    rf"\b{_WHO}(?:,? (?:who|which|and)\b)?\s*(?:{_LETS})"
    r"|\bparental (?:agreement|consent|permission)\s*[:=-]\s*(?:obtained|yes|given|signed|received"
    r"|held)\b"
    r"|\b(?:consent|permission|agreement)\s*[:=-]\s*(?:(?:ms|mr|mrs|mum|dad) \w* ?signed|yes|given"
    r"|signed|obtained"
    r"|received|held)|\b(?:permission|consent)(?: forms?)? (?:(?:is|are|was|has been|have been"
    r"|all) )?(?:recorded|on file|obtained|in place|given"
    r"|received|held|signed)\b"
    r"|\b(?:with|w/) (?:the |her |his |their )?(?:full )?permission (?:from|of)\b"
    r"|\bwho have consented\b"
    r"|\b(?:parents?|mum|mam|mother|dad|father|family|carers?) (?:are |is )?(?:both |fully |all )*"
    r"(?:on board|happy|ok|okay|comfortable|fine) with (?:me|my|us|our) (?:contact|refer|writ|send"
    r"|do|fill|mak|messag)\w*\b"
    r"|\b(?:parents?|mum|mam|mother|dad|father|family|carers?|both)(?: are| is| both| fully)* aware"
    r"(?: of(?: this)?| that| i)?(?: and|,|&)(?: (?:both|fully|very|quite|is|are))*"
    r" (?:content|happy|fine|ok|okay|comfortable|agreeable|supportive|consent\w*|agree\w*"
    r"|in (?:full )?agreement|on board)\b"
    r"|\b(?:have|got|with|has given me|gave me|'ve got) (?:a |the |her |his |their "
    r"|both )?(?:\w+ )?"
    r"(?:mum|mam|mom|mother|dad|father|parent|parents|family|carer|guardian|client)['’]?s?['’]?"
    r" (?:ok|okay|blessing|go[ -]?ahead|say[ -]so|nod|yes|agreement|permission|consent) (?:to"
    r"|for me to)"
    r" (?:pass|share|write|contact|refer|speak|send|give|message|get in touch|ask|do this"
    r"|forward)\b"
    r"|\bsolicitors? for the family \(instructed\)|\b(?:foster )?carers? (?:consent"
    r"|agree)s?\b(?=\s*[.,;!]|$)"
    r"|\bparents? and i both want\b|\bin agreement with (?:mediation|this|the referral)\b"
    r"|\b(?:has|have|had|having) (?:agreed|consented) (?:to|for|i|that) (?:me|us|i|we|this"
    r"|the referral|refer)\b"
    r"|\bthey know i'?m writing\b|\b(?:mum|dad|mother|father|he|she|they)(?: \w+)? says (?:ok|yes"
    r"|go ahead|tell them yes)\b"
    r"|\b(?:mum|mam|mom|mother|dad|father|parents?|she|he|nan|carer)\b[^.;!?]{0,20}\b(?:sat|sitting"
    r"|stood|standing|here|is|are)\b[^.;!?]{0,20}\b(?:beside|next to|with|behind) me\b[^.;!?]{0,12}"
    r"\b(?:saying|telling me|nodding|says|shouting)\b(?: me)?(?: to)?,? (?:yes|yeah|do it|go on"
    r"|go ahead|crack on|send it|it'?s (?:fine|ok)|along)\b"
    r"|\bsays \W*tell them yes\b|\basked me to (?:look|type|sort|lead|fill|put|write"
    r"|message|contact you|refer|get in touch)\b"
    r"|\btelling me what to say\b|\bplease get those mediation\b|\bsaid in terms\b"
)
_SURE_NO = re.compile(
    r"\b(?:consent|permission|agreement)\s*[:=-]\s*(?:pending|no|none|not\b|awaiting|waiting"
    r"|to follow)"
    rf"|\b{_WHO}\s+(?:has|have|had|is|was|do|does|did)?\s*(?:not yet|n'?o?t|dont|doesnt|hasnt"
    rf"|didnt|ain'?t|{NOT_VERB})"
    r"\s*(?:yet |been |even |actually )*(?:been )?(?:asked|contacted|approached|told|given (?:me"
    r"|us) the|agree[ds]?"
    r"|consent\w*|said yes|kno?w?s?\b(?: (?:i'?m|i am|about|that)| yet)|want (?:anyone"
    r"|anybody) told|happy)\b"
    r"(?! (?:with|to (?:the|his|her) (?:plan|school|placement|draft)))"
    r"|\b(?:i|we) (?:have not|haven'?t|not) (?:yet )?(?:asked|told|spoken to"
    r"|approached) (?:her|him|them|mum"
    r"|dad|the (?:family|mum|parents))\b"
    r"|\b(?:told|asked) (?:me|us) (?:expressly )?not to (?:pass|share|give|refer|contact|send"
    r"|tell)\b"
    r"|\b(?:knows? nothing|has no idea|have no idea) (?:of|about|that) (?:this|it|my|i)\b"
    r"|\bunable to (?:give )?consent\b|\bonce (?:we|i) (?:have|get) (?:their|her|his"
    r"|the family'?s) (?:permission"
    r"|consent)\b|\b(?:agreement|consent|permission) not (?:yet )?(?:sought|given|obtained)\b"
    r"|\bsays? no to (?:mediation|this|the referral|it)\b|\bno from the (?:parents|family|mum"
    r"|dad)\b"
)
_HEDGED = re.compile(
    r"\b(?:would|might|may|could be|think|probably|hopefully|maybe|perhaps|not sure|when (?:she|he"
    r"|they|mum)|once"
    r"|until|if|whether|unless|needs? to|will (?:ask|get|agree|sign)|i'?ll (?:ask|get)|council|la"
    r"|school said"
    r"|panel)\b"
)
# "Physio says yes", "they said ok": to what is open.
_BARE_YES = re.compile(
    r"(?!(?:mum|mam|mother|dad|father|nan|gran|she|parents?|family)\b)[a-z]+ (?:\w+ )?(?:said"
    r"|says?) (?:yes|ok|okay)"
)
_NO_PARENT_ASKED = re.compile(
    r"\b(?:the )?(?:council|la|school|senco|teacher|gp|doctor|solicitor|friend|lady|letter"
    r"|sendiass|ipsea|who)\b"
)
_OTHER_MATTERS = re.compile(
    r"\b(?:mediation|plan|school|placement|assess\w*|council|la|section|decision|certificate"
    r"|draft)\b"
)


def read_permission(
    message: ParentMessage, facts: Sequence[Fact], roles: Sequence[Fact]
) -> list[Fact]:
    """Find the permission of those written for, where no wording told it; never for parents."""
    is_told = any(fact.entity == "permission" for fact in facts)
    if is_told and (turned := _BUT_AGREES.search(message.plain)):
        return [Fact("permission", "yes", *turned.span(), sure=False)]
    plain = _plainly_told(message, roles)
    if plain is not None:
        return [plain]
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


def _plainly_told(message: ParentMessage, roles: Sequence[Fact]) -> Fact | None:
    """Permission in words that leave no doubt; of those who write for themselves there is none."""
    for_another = _FOR_ANOTHER_FAMILY.search(message.plain) or _FOR_ANOTHER.search(message.plain)
    if for_another is None and not any(fact.value in _WRITE_FOR_OTHERS for fact in roles):
        return None
    if any(fact.value in ("parent", "young_person") and fact.sure for fact in roles):
        for_another = _FOR_ANOTHER_FAMILY.search(message.plain)
        if for_another is None:
            return None
    if found := _SURE_NO.search(message.plain):
        return Fact("permission", "no", *found.span())
    for found in _SURE_YES.finditer(message.asserted):
        before = re.split(
            r"[.,;!?\n]", message.asserted[max(0, found.start() - 20) : found.start()]
        )
        around = before[-1] + found[0]
        if _HEDGED.search(found[0]) or re.search(_DENIED, around):
            continue
        if _BARE_YES.fullmatch(found[0]) or _NO_PARENT_ASKED.match(found[0]):
            continue
        if _OTHER_MATTERS_AGREED.search(found[0]):
            continue
        return Fact("permission", "yes", *found.span())
    return None


def _is_about_writing(words: str) -> bool:
    """Say whether it is the writing that is agreed to, and not a plan or a placement."""
    return _ABOUT_WRITING.search(words) is not None and not _OTHER_MATTERS.search(words)
