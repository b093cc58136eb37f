"""A yes or no to one of the two consents, in the many words that people have for it.

What is asked decides what counts: "you can tell them" agrees to telling the council, and to nothing
else. A yes with a condition, a doubt, or a question about what it is a yes to, is none yet.
"""

from __future__ import annotations

import re
from typing import Literal

from casework.consent.asking_only import reads_as_giving_nothing
from casework.consent.clauses import clauses_of
from casework.words import (
    reads_as_no,
    reads_as_plain_no,
    reads_as_question,
    reads_as_unsure,
    reads_as_yes,
    straighten,
)

Matter = Literal["consent", "share_with_council"]

_COUNCIL = (
    r"(?:them|they|(?:the )?(?:council|local authority|la|send team|school(?: and| n)? council)|"
    r"anyone|anybody|people|everyone)"
)
_TOLD = (
    r"(?: all| any)?(?: of)? ?(?:it|that|this|them|these|everything|anything|all|what (?:i|we) "
    r"(?:say|said|tell you|told you)|(?:my|our|his|her|their|the|any)?(?: own)? ?(?:personal )?"
    r"(?:details|info|information|answers|data|stuff|words|record|records|bits))"
)
_KEEP = r"(?:keep|store|save|hold|have|use|record|write|note)"
_TELL = (
    rf"(?:(?:tell|contact|ring|call|phone|email|ask|involve|invite|inform|message|(?:talk|speak|"
    rf"write|chat|go) to|speak with|talk with|let) {_COUNCIL}(?: know)?|"
    rf"(?:share|discuss)(?:{_TOLD})?(?: with {_COUNCIL})?)"
)
_TAIL = (
    r"(?: (?:about (?:it|this|us|me|him|her|that)|on file|down|then|for now|too|now|with (?:it|"
    r"that|this|them)|if (?:you|u|ya) (?:want|like|need)(?: to)?|if (?:it|that) helps))*"
)
_YES = r"(?:y|ye|yes+|ye+a*h*|yep+|yup|yh|aye|yas|yess?ir|ofc|of course|absolutely|definitely)"
_SAYS = (
    r"(?:(?:i|id|ill|i will|i would|we|wed|we will|we would|lets)(?: just| have to| rather)? "
    r"(?:say|put|go with|go for|pick|choose|tick|answer))"
)
_ASSENT = (
    rf"(?:{_SAYS} (?:a )?{_YES}|(?:the )?(?:council|la) {_YES}|(?:shes|hes|theyre|she is|he is|"
    r"they are|(?:mum|dad|mums|dads|family)(?: is| are)?) (?:happy|fine|ok|okay|good) "
    rf"(?:with|about) (?:it|that|this) {_YES}|certainly|agreed|i agree(?: to (?:it|that|this))?|"
    r"i (?:do )?(?:give )?(?:my )?consent|i do|we do|go ahead|go for it|please do|do it|"
    r"i give (?:you )?permission|permission given|"
    r"(?:i|we|ive|weve)(?: have)?(?: already| just| did)* (?:said|told you|say) (?:yes+|yeah|ok)|"
    r"(?:you|u) (?:can|may)|(?:you|u) have (?:my|our) (?:permission|consent)|"
    r"(?:thats?|its?|this|thatd be|that is|that would be|it is|is|all|im|i am|were|we are|would be|"
    r"be|am)? ?(?:ok|okay|fine|alright|all ?right|good|cool|happy|perfect|no problem|no bother)"
    r"(?: (?:with|by|for) (?:it|that|me|this|us))*|"
    r"(?:i|we) (?:really )?(?:dont|do not) mind(?: at all)?|no objections?)"
)
_MAY_BE_DONE = (
    r"(?:(?:you|u|ya|yous) (?:can|may)|(?:thats |its |it is |im |i am |were |we are |am )?(?:ok|"
    r"okay|fine|happy|alright)(?: (?:for|if) (?:you|u))?(?: to)?|"
    r"(?:i|we) (?:dont|do not) mind(?: you)?(?: if (?:you|u))?|please|(?:i |we )?want (?:you|u) to)"
)
_AGREES_TO: dict[Matter, str] = {
    "consent": rf"(?:{_MAY_BE_DONE}? ?{_KEEP}(?:ing)?(?:{_TOLD})?{_TAIL})",
    "share_with_council": rf"(?:{_MAY_BE_DONE}? ?{_TELL}{_TAIL}|{_COUNCIL} (?:can|may|should) "
    rf"(?:be told|know|be contacted|come|be asked|hear)(?: about)?{_TAIL}|(?:(?:just|only) )*"
    rf"the (?:council|la|local authority)(?: only)?)",
}
_FILLER = (
    r"(?:oh|ok|okay|k|um+|erm?|well|so|and|but|hi|hello|please|pls|plz|thanks|thank you|thx|ta|"
    r"cheers|love|mate|x+|lol|hmm+|right|sorry|look|listen|just|sure|then|honestly|really|all|"
    r"to be honest|tbh|fine|good|great|course|again|already|to (?:that|it|this|you)|"
    r"for (?:gods?|petes|christs|fucks) sake)"
)
_WAY = r"(?:(?:phone ?)?calls?|phone|ringing|texts?|texting|e ?mails?|voicemails?|writing|letters?)"
_ONE_WAY = (
    rf"(?:(?:(?:the )?(?:council|la|them|me|us) )?(?:(?:by|on|via|in|through) )?{_WAY} only|"
    rf"only (?:by|on|via|in|through) {_WAY}|no {_WAY}|not (?:by|on|over|via) (?:the )?{_WAY}|"
    rf"{_WAY} no)(?: (?:please|though|thanks))*"
)
"""By which way, beside a yes: it takes nothing back, and the team has to keep to it."""
_ADDS_NOTHING = re.compile(rf"(?:{_FILLER}|{_ONE_WAY})(?: |$)")
_BY_ONE_WAY = re.compile(rf"(?:^|\b(?:yes|but|and|ok) ){_ONE_WAY}$")
_AGREES: dict[Matter, tuple[re.Pattern[str], ...]] = {
    matter: tuple(re.compile(rf"{piece}(?: |$)") for piece in (_YES, _ASSENT, agrees))
    for matter, agrees in _AGREES_TO.items()
}
_FAMILY_AGREES = re.compile(
    r"^(?:yes )?(?:(?:the )?(?:family|parents?|mum|mom|dad|mother|father|carers?|guardian|she|he|"
    r"they)(?: (?:both|all|have|has|is|are|does|do|would))*|theyve|shes|hes|theyre|both|all) "
    r"(?:agree[sd]?|said (?:yes|ok|its ok|thats fine)|says? (?:yes|ok)|happy|fine|ok|okay|"
    r"consent(?:s|ed)?|given (?:consent|permission))(?: (?:to|with) (?:it|that|this))*$"
)
_SURE_YES = re.compile(rf"\b(?:{_YES}|i agree|consent|go ahead|you can|u can)\b")
_MOMENT = re.compile(
    r"^(?:(?:hang on|hold on|wait|hmm+|whatever|sorry|oh|ok|okay|look|right|fine|god|well|actually|"
    r"i said|i told you|told you|no i said|for (?:gods|fucks|petes|christs) sake|ffs|please|a sec|"
    r"one sec|sigh|listen|um+|erm?|i mean)(?: |$))+$"
)
"""Said before the answer itself: "hang on… yes"."""
_HOLDS_BACK = re.compile(
    r"\b(?:but|wait|hang on|hold on|no|nope|nah|never|wrong|however|yet|first|later|until|till|til|"
    r"thinking|think (?:about|it)|unless|except|although|instead|actually|meant|question|"
    r"questions|only|if|provided|providing|depends|long as|withdraw|stop|cancel|"
    r"not (?:sure|now|ready|happy|keep|kept|share|shared|tell|told|say|said|send|all|my|his|her|"
    r"their|the|about|for|with|it|them|that|this|everything|anything|council|really|that)|"
    r"(?:dont|do not|doesnt|wont|cant|cannot|didnt|havent|not) (?:want|keep|store|save|share|tell|"
    r"send|say|trust|agree|like|let|use|think|want|put|write|give|include|mention|know|"
    r"(?:ring|call|contact|involve) (?:them|the council)))\b"
)
_PEOPLE_BESIDE = (
    r"(?:my|his|her|the|our|their) (?:ex\w*|husband|wife|partner|mum|dad|mother|father|family|"
    r"school|boss|work|landlord|social worker|brother|sister|son|daughter|nan|gran\w*|in laws|"
    r"step\w*|parents|other half|teachers?|head)(?: \w+)?"
)
_LEAVES_OUT = re.compile(
    rf"^(?:but |and |just |please )*(?:not|(?:dont|do not|never) (?:tell|ring|call|contact|"
    rf"involve|share(?: it)? with|talk to|speak to|let)) {_PEOPLE_BESIDE}(?: anything| about (?:it|"
    r"this)| know| please| though| either)*$"
)
"""Who else is not to be told, beside a yes for the council."""
_TELLS = re.compile(r"\b(?:tell|ring|call|contact|talk|speak)\b")
_HARMLESS = re.compile(
    r"^(?P<yes>.*?) ?\b(?:as long as|so long as|long as|if) (?:(?:it|that|this) (?:dont|doesnt|"
    r"does not|wont|will not|cant) (?:make|do|cause|get|go|affect|hurt|harm|mess|count) "
    r"(?:\w+ ){0,3}?(?:worse|harm|trouble|bother|against me|against us|against him|against her|"
    r"damage|problems|bad|things|him|her|us|me)|(?:it|that|this) (?:helps?|will help|gets?|means)"
    r"\b(?: \w+){0,4}|(?:you|u) (?:must|have to|need(?: it| to)?|want(?: to)?|think so)|"
    r"(?:thats|its) (?:ok|fine|what it takes|needed))$"
)
"""A hope rather than a condition: keeping or telling never makes anything worse."""
_ABOUT_IT = re.compile(
    r"\b(?:who|whos|whose|why|keep|kept|keeping|stored?|storing|see|sees|seen|reads?|tell|told|"
    r"shared?|sharing|private|privacy|safe|secure|confidential|consent|agree|agreeing|yes|no|"
    r"what for|for what|mean|meant|what (?:is|are|was) (?:this|that|it|you)|whats (?:this|that|it)|"
    r"delete|deleted|withdraw|details|data|info\w*|health|know|knows|council|la|them|change my "
    r"mind|undo|stop|what do (?:you|u))\b"
)
"""A question about what the yes is to: it is answered first."""
_REFUSES: dict[Matter, re.Pattern[str]] = {
    "consent": re.compile(
        r"^(?:(?:no+|nope|nah|please|pls|so|and|ok|oh|wait|then|just|actually|well) )*"
        rf"(?:(?:dont|do not|never) (?:you )?(?:dare )?{_KEEP}(?:{_TOLD})?{_TAIL}|"
        rf"(?:i|we|id|im) ?(?:dont|do not|rather not|not|wouldnt) (?:want |like |happy |happy for |"
        rf"comfortable )?(?:for )?(?:you |u )?(?:to |with )?(?:you )?{_KEEP}(?:ing)?(?:{_TOLD})?"
        rf"{_TAIL}|(?:i|we) (?:dont|do not) want {_TOLD} (?:kept|stored|saved|recorded|written)"
        rf"{_TAIL}|(?:keep|store|save) nothing|leave it(?: for now| there| thanks)*|not now|"
        r"not yet|dont|do not|not (?:just yet|right now|today|at the moment|for now)|"
        rf"{_SAYS} (?:a )?no(?: then| for now| to (?:that|it))*|"
        r"(?:id )?rather (?:you )?(?:not|didnt))(?: (?:please|thanks|thank you|though))*$"
    ),
    "share_with_council": re.compile(
        r"^(?:(?:no+|nope|nah|please|pls|so|and|ok|oh|wait|then|just|actually|well) )*"
        rf"(?:(?:dont|do not|never) (?:you )?(?:dare )?{_TELL}(?: yet| anything)*{_TAIL}|"
        rf"(?:i|we|id|im) ?(?:dont|do not|rather not|not|wouldnt|really dont)(?: want| like| happy|"
        rf" comfortable)?(?: for)?(?: you| u)?(?: to| with)?(?: you)? {_TELL}(?: yet)?{_TAIL}|"
        rf"(?:i|we) (?:really )?(?:dont|do not) want {_COUNCIL} (?:to know|knowing|told|involved|"
        rf"to be told|contacted|in on it|there)(?: yet)?{_TAIL}|{_COUNCIL} (?:cant|cannot|mustnt|"
        rf"must not|shouldnt|dont need to|do not need to) (?:know|be told|find out)(?: yet)?{_TAIL}"
        rf"|(?:id|i would) rather (?:{_COUNCIL}|you|u) (?:didnt|did not)(?: know| tell {_COUNCIL})?"
        rf"(?: yet)?|keep (?:it|this) (?:between us|private|from them|quiet)(?: for now)?|"
        rf"{_SAYS} (?:a )?no(?: then| for now| to (?:that|it|them))*|"
        r"leave it(?: for now| there| at that| thanks)*|not now|not yet|not (?:till|until|til) .*|"
        r"not (?:just yet|right now|today|at the moment|for now)|dont|do not|(?:ask me )?later|"
        r"(?:id )?rather (?:you )?(?:not|didnt)|(?:im|i am|were|we are) not (?:ready|happy|"
        r"comfortable)(?: (?:for|with) (?:that|it|this))?(?: yet)?|"
        r"(?:i|ill|i will) (?:need|want|have|would like) to (?:talk|speak|think)\b.*first)"
        r"(?: (?:please|thanks|thank you|though))*$"
    ),
}
_NO_ALONE = frozenset({"no", "noo", "nooo", "nope", "nah", "no no", "no way"})
_REASONS = (
    r"they|i(?! mean| said yes| meant)|im|ive|id|we|not|dont|do not|leave|please|way|never|cos|coz|"
    r"because|bc|absolutely|need|you|u|wait (?:dont|not|no|leave)|thanks|thank"
)
_REASON_AT_ONCE = re.compile(rf"(?:no )?(?:{_REASONS})\b")
"""A no with its reason in one breath: "no they had their chance", not "no school wants him"."""
_REASON_APART = re.compile(rf"(?:{_REASONS}|my|he|she|hes|shes|the)\b")
"""After a stop more may begin a reason: "no, my husband works there"."""
_AGREES_AFTER_ALL = re.compile(r"\b(?:mind|objections?|problems?|worries|bother|issues?)\b")
_TELLS_NOTHING_ELSE = frozenset({"permission", "contact_ok", "supporter", "route"})
"""Entities that may be heard in a no to telling the council."""


_WHY_NOT = re.compile(r"^why (?:not|wouldnt (?:it be|it|i|we|you))\b")
_NO_AFTER_ALL = re.compile(
    r"(?:(?:wait|actually|hang on|hold on|well|um+|erm?|hmm+) )+(?:no+|nope|nah)"
)


def reads_as_agreement(text: str, matter: Matter, *, for_family: bool = False) -> bool:
    """True where the words agree to that consent, however put: "whatever. yes".

    `for_family`: a professional was asked whether the family agrees, so "mum said yes" agrees.
    """
    plain = straighten(text)
    if reads_as_unsure(plain):
        return False
    if reads_as_yes(plain) and not re.search(r"\b(?:if|as|only|unless)\b", plain, re.IGNORECASE):
        return True
    clauses = clauses_of(plain)
    agreed = [
        place
        for place, clause in enumerate(clauses)
        if _agrees(clause, matter) or (for_family and _FAMILY_AGREES.match(clause))
    ]
    if not agreed:
        return False
    others = [(place, clause) for place, clause in enumerate(clauses) if place not in agreed]
    is_sure = any(_SURE_YES.search(clauses[place]) for place in agreed) or for_family
    return all(
        _leaves_it(clause, matter, comes_first=place < agreed[0], is_sure=is_sure)
        for place, clause in others
    )


def reads_as_refusal(text: str, matter: Matter, *, tells: frozenset[str] = frozenset()) -> bool:
    """True where the words refuse that consent: "no, not till I've spoken to someone".

    `tells`: the names of the entities heard. A no to telling the council may go on in other words,
    since nothing is lost by it; a no to keeping forgets all that was told, and is read closely.
    """
    plain = straighten(text)
    clauses = clauses_of(plain)
    if any(_agrees(clause, matter) for clause in clauses):
        return False
    if reads_as_plain_no(plain):
        return True
    if any(_REFUSES[matter].match(clause) for clause in clauses):
        return True
    if len(clauses) == 1 and _NO_AFTER_ALL.fullmatch(clauses[0]):
        return True
    if matter == "consent":
        return reads_as_giving_nothing(plain)
    if not tells <= _TELLS_NOTHING_ELSE or not reads_as_no(plain):
        return False
    whole = " ".join(clauses)
    if _AGREES_AFTER_ALL.search(whole) or "question" in whole:
        return False
    is_alone = clauses[0] in _NO_ALONE and len(clauses) > 1
    if is_alone and all("?" in each or reads_as_question(each) for each in clauses[1:]):
        return True
    begins = clauses[1] if is_alone else clauses[0].partition(" ")[2]
    reason = _REASON_APART if is_alone else _REASON_AT_ONCE
    return clauses[0].split()[0] in _NO_ALONE and reason.match(begins) is not None


def waits_for_more(text: str, matter: Matter) -> bool:
    """True for "no wait, I have a question" and "no. yes": no answer yet, however it begins."""
    plain = straighten(text)
    is_held = re.search(
        r"\b(?:wait|hang on|hold on|questions?|mean|meant|first)\b", plain, re.IGNORECASE
    )
    agrees = any(_agrees(clause, matter) for clause in clauses_of(plain))
    return agrees or is_held is not None or reads_as_question(plain)


def is_yes_with_limits(text: str) -> bool:
    """True for "yes the council, not the ex" and "yes, email only": the team has to read it."""
    clauses = clauses_of(straighten(text))
    return any(_LEAVES_OUT.match(clause) or _BY_ONE_WAY.search(clause) for clause in clauses)


def _agrees(clause: str, matter: Matter) -> bool:
    if _is_made_of_yes(clause, matter):
        return True
    hope = _HARMLESS.match(clause)
    return hope is not None and _is_made_of_yes(hope["yes"].strip(), matter)


def _is_made_of_yes(clause: str, matter: Matter) -> bool:
    """True where every word belongs to a way to agree, or adds nothing to one."""
    reached = {(0, False)}
    for place in range(len(clause)):
        for has_agreed in {agreed for at, agreed in reached if at == place}:
            if (nothing := _ADDS_NOTHING.match(clause, place)) is not None:
                reached.add((nothing.end(), has_agreed))
            for way in _AGREES[matter]:
                if (found := way.match(clause, place)) is not None:
                    reached.add((found.end(), True))
    return (len(clause), True) in reached


def _leaves_it(clause: str, matter: Matter, *, comes_first: bool, is_sure: bool) -> bool:
    """True where the clause takes nothing from the yes beside it."""
    if comes_first and _MOMENT.match(clause):
        return True
    if _LEAVES_OUT.match(clause) and (matter == "share_with_council" or _TELLS.search(clause)):
        return True
    if _HARMLESS.match(f"yes {clause}") or _BY_ONE_WAY.search(clause):
        return True
    if "?" in clause or reads_as_question(clause):
        is_rhetorical = _WHY_NOT.match(clause) is not None
        return is_sure and (is_rhetorical or not _ABOUT_IT.search(clause))
    return _HOLDS_BACK.search(clause) is None
