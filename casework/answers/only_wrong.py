"""Words that only say that an answer is wrong, and so are none: "that's weird, I never said it"."""

from __future__ import annotations

import re

SAYS_WRONG = re.compile(
    r"^\W*(?:(?:no+|nope|nah|also|and|but|sorry|that'?s|that|it'?s|it|is|was|looks?|"
    r"sounds?|reads?|says?|all|just|so|a bit|really|very|completely|totally|still|please|now|the|"
    r"one|line|though|tho|isn'?t|ain'?t|not|quite|a|needs?|to be|should be|"
    r"weird|odd|wrong|incorrect|right|correct|true|rubbish|nonsense|daft|silly|strange|mess|"
    r"mistake|off|changed?|changing|fixed|fixing|it again)\b\W*)+$",
    re.IGNORECASE,
)
DENIES_IT = re.compile(
    r"^\W*(?:(?:no|and|but|sorry|because|cos|that'?s|it'?s)\W+)*(?:"
    r"i (?:never|did ?n'?t|did not|have ?n'?t|haven'?t|have never|do ?n'?t|do not) (?:ever )?"
    r"(?:(?:say|said|put|write|wrote|written|told|tell|ask(?:ed)?|typed?|mean|meant|recogni[sz]e)\b|"
    r"(?:want|like|need|understand|get) (?:that|it|this|the|those|them|what|you)\b)|"
    r"not (?:what|how|the way) i\b|not (?:me|mine|my words|ours)\b|"
    r"(?:that |this |it )?(?:makes?|making) no sense|where did (?:that|this|it)\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;!\n]+")


def is_only_wrong(text: str) -> bool:
    """True for "no, thats weird" and "I never said that. wrong", of which no new answer is left."""
    pieces = [piece for piece in _SENTENCE.split(text) if piece.strip()]
    return bool(pieces) and all(SAYS_WRONG.match(each) or DENIES_IT.match(each) for each in pieces)
