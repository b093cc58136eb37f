"""Whether a family takes back the yes that somebody who refers them told of.

All that was told of a family is deleted then, so the words must end there: "she doesn't want you to
contact the council" leaves the referral as it is.
"""

from __future__ import annotations

import re

_KIN = (
    r"(?:mum|mam|mom|mother|dad|father|parents?|family|guardian|client|nan|gran|sister|"
    r"young person)"
)
_NAME = (
    r"(?!(?:Council|School|LA|Senco|SENCO|Tribunal|College|Nobody|Who|It|That|They)\b)[A-Z][a-z]+"
)
_WHO = rf"\b(?:(?i:{_KIN}|s?he)|{_NAME})"
_OF_THE_FAMILY = re.compile(
    rf"^(?=.*\b{_KIN}\b)(?!.*\b(?:council|la|authority|school|senco|college|panel|nhs)\b)",
    re.IGNORECASE | re.DOTALL,
)
_THEY = re.compile(r"\bthey(?='ve\b|\s)", re.IGNORECASE)
"""As likely the council: "we asked for 1:1 and they have not agreed"."""
_SOON = r"(?: (?:any ?more|any longer|now|after all|at all|either|yet|please|sorry|thanks))*"
_ENDS = rf"{_SOON}(?= *(?:[.,;:!?\n\u2026]|$)| (?:and|so|because|cos|as|s?he|they|please)\b)"
_IT = (
    r"(?:it|this|that|the referral|(?:any|all) of (?:it|this)|everything|anything|"
    r"(?:her|his|their|the family'?s) (?:details|data|info\w*))"
)
_TO_GO_ON = (
    rf"(?:(?:do|send|keep|hold|store) {_IT}|go (?:on|ahead|through)(?: with {_IT})?|proceed|"
    rf"carry on(?: with {_IT})?|continue(?: with {_IT})?|be referred|take part|"
    r"refer(?: (?:her|him|them|the \w+))?(?: to (?:you|kids|mediation))?)"
)
_NOT = r"(?:do(?:es)? ?n[o']?t|no longer|did ?n[o']?t)"
_TAKES_BACK = re.compile(
    rf"{_WHO}(?:'s|'ve)?(?: (?:has|have|now|just|since))* "
    rf"(?i:{_NOT} (?:really )?wants? (?:{_IT}|(?:(?:me|us|you) )?to {_TO_GO_ON}){_ENDS}|"
    rf"(?:ha(?:s|ve) ?n[o']?t|not) (?:actually |really )?agreed(?: (?:to|with) (?:it|this|the "
    rf"referral|(?:me|us) \w+ing(?: \w+)?))?{_ENDS}|"
    rf"no longer agrees?(?: (?:to|with) {_IT})?{_ENDS}|wants? {_IT} stopped\b|"
    r"(?:wants? to )?withdr(?:aw[ns]?|ew) (?:(?:her|his|their|the family'?s) )?"
    r"(?:consent|permission|agreement|yes|from (?:it|this))\b|"
    rf"(?:said|says) no\b(?=[^.!?]*\b(?:stop (?:it|this)|agree{_ENDS}|be(?:ing)? referred))|"
    rf"(?:said|says) (?:to stop|stop)(?: {_IT})?{_ENDS}|changed (?:her|his|their) minds?(?: about "
    rf"{_IT})?{_SOON}\W*$)"
)
_ONE = r"(?:mum|mam|mom|mother|dad|father|s?he|parent|nan|gran)"
_IS_AGAINST = (
    rf"\b{_ONE}\b[^.,;!?]{{0,30}}?\b(?:no|(?:not|(?:do|does|did|is|has|have|wo|would|ca)n'?t)"
    r"(?! (?:well|able|here|around|at|in|on|speak|read|write|drive|have|mind|use)\b)|refus\w+|"
    r"against|disagree\w*|objects?)\b"
)
_ONE_IS_AGAINST = re.compile(_IS_AGAINST, re.IGNORECASE)
_ANOTHER_AGREES = re.compile(
    rf"{_IS_AGAINST}[^.;!?]*?\b(?:(?:the )?other|{_ONE})\b"
    r"(?: (?:has|is|did|does|really|still|definitely))*? (?:does|did|has|agree[sd]?|"
    r"sa(?:id|ys) (?:yes|ok)|(?:happy|fine|ok|okay|keen)|wants? (?:it|this|to|me to))\b"
    r"(?!n'?t| not)",
    re.IGNORECASE,
)
_MAY_TAKE_BACK = re.compile(
    rf"{_WHO}(?:'s|'ve)?(?: (?:has|have|now|just|since))* "
    r"(?i:changed (?:her|his|their) minds?\b(?! about (?!it|this|that))|"
    rf"{_NOT} (?:really )?wants? {_IT}{_SOON} but\b|wants? to withdraw{_ENDS})"
)
_TELLS_ITS_WISH = re.compile(
    rf"{_WHO}(?: (?:has |have )?(?i:said|says|told (?:me|us)|asked)(?: that)?(?: s?he| they)?)? "
    rf"(?i:(?:really )?{_NOT}(?= (?:really )?(?:want|like|wish|agree))|"
    r"(?P<is>(?:is|are)(?: not|n'?t))(?= (?:happy|ok)))"
)
_GOES_ON = re.compile(
    r"(?<=\b(?:but|and) )does ?n[o']?t(?= (?:really )?(?:want|like|wish)\b)", re.IGNORECASE
)
"""Of who was named before: "she said yes but doesn't want the council told"."""


def one_is_against(words: str) -> bool:
    """True for "mum agrees, dad disagrees": the yes of one leaves a doubt."""
    return _ONE_IS_AGAINST.search(words) is not None


def another_agrees(words: str) -> bool:
    """True for "dad doesn't agree but mum does": one no ends nothing, and a person looks."""
    return _ANOTHER_AGREES.search(words) is not None


def family_takes_back(words: str) -> bool:
    """True for "Michelle said no, she doesn't want it", and not for "the council said no"."""
    if another_agrees(words):
        return False
    if _OF_THE_FAMILY.match(words):
        words = _THEY.sub("family", words)
    return _TAKES_BACK.search(words) is not None


def family_may_take_back(words: str) -> bool:
    """True for "mum has changed her mind, she'd like a meeting": whether it agrees is asked."""
    if another_agrees(words):
        return any(way.search(words) for way in (_TAKES_BACK, _MAY_TAKE_BACK))
    return not family_takes_back(words) and _MAY_TAKE_BACK.search(words) is not None


def as_the_family_says(words: str) -> str:
    """The words of a family's wish as if it wrote itself, every letter after them in its place."""
    words = _GOES_ON.sub(lambda found: "dont".ljust(len(found[0])), words)
    return _TELLS_ITS_WISH.sub(
        lambda found: ("I dont" if found["is"] is None else "Im not").ljust(len(found[0])), words
    )
