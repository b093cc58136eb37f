"""The council named beside no wish about telling it: "the school is the problem, not the council".

Said at another moment than when telling it was asked, such words take no yes back. Whoever names
the wish as well ("tell the school, not the council") is not meant here.
"""

from __future__ import annotations

import re

from casework.referral.draft import Draft
from casework.words import reads_as_question

_COUNCIL = r"(?:(?:the|our|my) )?(?:council|local authority|la|lea)"
_MISSPELT = re.compile(
    r"\b(?:coucil|concil|counsil|councel|counsel|cuncil|coucnil|councl|counicl|councill)\b",
    re.IGNORECASE,
)
_SET_APART = re.compile(rf"^(?:and |but |its |it is )*(?:no|not) (?:with |about )?{_COUNCIL}\??$")
_WHOM_ELSE = (
    r"(?:schools?|nursery|college|academy|hospital|nhs|head(?:teacher)?|teachers?|senco|dad|mum|"
    r"ex|husband|wife|partner|panel|academy trust|trust)"
)
_OF_A_DISPUTE = re.compile(
    r"\b(?:problems?|issues?|trouble|row|fight\w*|fault|mediat\w+|disputes?|disagree\w*|"
    r"complain\w*|complaint|argu\w+|fall(?:ing|en)? out|fell out|blame|against)\b|"
    rf"\b(?:its|it is|it was|thats|that is|was|is)(?: with| about)?(?: the| my| his| her| their| "
    rf"our)? {_WHOM_ELSE}\b"
)
_TELLS_A_WISH = re.compile(
    r"\b(?:tell\w*|told|inform\w*|shar\w+|know\w*|let|involv\w+|notif\w+|keep|leave|ring|call|"
    r"phone|contact\w*|speak|talk|send|pass|give|mind|consent|permission|secret|private|scared|"
    r"afraid|please|pls|dont|do not|anyone|anybody|everyone|everybody)\b"
)
_DOES_NOT_TALK_HERSELF = re.compile(
    r"\b(?:i|we|id|wed) (?:\w+ )?(?:dont|do not|wont|will not|wouldnt|rather not|would not|cant|"
    r"cannot)(?: \w+)?(?: (?:want|like|wish|need|have))?(?: to)? (?:talk|speak|chat|deal|meet|"
    rf"write|go|ring|call|phone|e?mail|message)(?: to| with)? {_COUNCIL}(?: (?:myself|ourselves|"
    r"alone|directly|face to face|in person|again))*\??$"
)
_ASKS_TO_CHANGE = re.compile(
    r"^(?:(?:and|so|but|ok|okay|oh|hi|sorry|actually) )*(?:(?:can|could|may) (?:i|we) |"
    r"(?:am i|are we) (?:allowed|able) to |is it (?:ok|okay|possible|too late) to |what if i |"
    rf"do i get to )(?:still |ever |just )*chang(?:e|ed) (?:my|our) minds?\b|"
    rf"^chang(?:e|ed|ing) (?:my|our) minds? (?:about|on) {_COUNCIL}\?$"
)
_MEANS_IT = re.compile(
    r"\b(?:dont|do not|didnt|please|pls|plz|now|after all|not|never|any ?more|scared|afraid|"
    r"rather|want|wish|stop|decided|have changed|ive changed)\b"
)


_OUR_TELLING = re.compile(
    r"(?<!they )(?<!we )(?<!i )(?<!school )\b(?:tell(?:ing)?|told|inform\w*|involv\w+|"
    r"shar(?:e|ing)|(?:talk|speak)ing to|let(?:ting)?|(?:no|yes) (?:to|for|about)|"
    r"(?:consent\w*|permission|agree\w*) (?:to|for|with))(?! (?:me|us|him|her|my)\b)\b"
    r"[^.,;!?]{0,25}?\bcouncil\b|\b(?:bit|part|line) about (?:the |our )?council\b|"
    r"\bcouncil (?:bit|thing|part|knowing|being told|having|seeing|"
    r"(?:can|may|to|shouldn'?t|should not) (?:know|see|be told))\b",
    re.IGNORECASE,
)
_WHY_PUT = re.compile(r"^\W*why (?:does it say|have you|did you|is it)\b", re.IGNORECASE)


def speaks_of_our_telling(words: str) -> bool:
    """True for "no to the council" and "the council bit, id rather not", said at the review.

    It may be a no, or to a part of it: which, is asked. What only asks is answered.
    """
    only_asks = reads_as_question(words) and _WHY_PUT.match(words) is None
    return not only_asks and _OUR_TELLING.search(words) is not None


def only_speaks_of_council(bare: str, beside: str) -> bool:
    """True where a bare clause sets the council apart, tells who talks to it, or only asks.

    `beside`: the other words of the message from the same sentence, bare too.
    """
    if _SET_APART.match(bare):
        return _OF_A_DISPUTE.search(beside) is not None and not _TELLS_A_WISH.search(beside)
    if _ASKS_TO_CHANGE.match(bare):
        return _MEANS_IT.search(f"{bare} {beside}") is None
    return _DOES_NOT_TALK_HERSELF.search(bare) is not None


def name_council(plain: str, draft: Draft) -> str:
    """The words with the name of the family's council, where it is known, as "the council"."""
    plain = _MISSPELT.sub("council", plain)
    council = draft.referral.council
    names = [name for name in (council.name, council.as_typed) if name]
    if not names:
        return plain
    called = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(
        rf"\b(?:the )?(?:{called})(?: (?:city|county|borough|district))?(?: council)?\b",
        "the council",
        plain,
        flags=re.IGNORECASE,
    )
