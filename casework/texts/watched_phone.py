"""Whether a text asks for no more texts because somebody else sees the phone: "stop, he is here".

Whatever is answered to it is read by that person, so it must be as good as nothing
(docs/decisions/0016).
"""

from __future__ import annotations

import re

_APOSTROPHES = re.compile(r"['\u2018\u2019\u02bc`\u00b4]")
_LONGEST = 40
"""Words. Who writes more than that is not in a hurry."""
_KIN = (
    r"(?:(?:ex|abusive) )?(?:husband|hubby|partner|boyfriend|bf|fella|wife|girlfriend|ex|dad|"
    r"father|mum|mother|stepdad|mother in law|family|brother|son|daughter)s?"
)
_SEES = (
    r"(?:(?:has|have|got|gets|took|takes|holds|holding|using|uses|checks|checking|on) "
    r"(?:\w+ ){0,2}?(?:phone|mobile|number|messages|texts)|"
    r"(?:goes|going|looks|looking) (?:through|at) (?:\w+ ){0,2}?"
    r"(?:phone|mobile|messages|texts|these|them|this|it)|"
    r"(?:reads|reading|sees|seeing|seen|watches|watching|checks|monitors)\b|"
    r"(?:can|will|might|could|may|going to|gonna|about to) (?:see|read|find|know|look)\b|"
    r"here\b|(?:home|back)(?: now| again)?$)"
)
_SOMEBODY_SEES = (
    rf"(?:(?:(?:he|she|they|someone|somebody|(?:my|her|his|the) {_KIN}) (?!\w+ing\b)|"
    r"(?:hes|shes|theyre) )(?:(?:is|are|just|now|still|always|also|been|keeps|sometimes) )*"
    rf"{_SEES}|(?:hell|shell|theyll) (?:see|read|know|find|look)\b|"
    rf"this is (?:her|his|the) {_KIN}\b|"
    r"(?:my|this) phone is (?:being )?(?:watched|checked|read|shared)\b)"
)
_SEEN = re.compile(rf"\b{_SOMEBODY_SEES}")
_STOP_THEN = re.compile(
    r"^(?:(?:please|pls|plz|no|omg|sorry) )*stop"
    rf"(?: (?:now|please|pls|it|this(?! is)|stop|because|cos|cause|as))* {_SOMEBODY_SEES}"
)
_PARTNER = r"(?:(?:ex|abusive) )?(?:husband|hubby|partner|boyfriend|fella|wife|girlfriend|ex)"
_HELD_NOW = re.compile(
    r"(?:(?:sorry|omg|please|careful|quick|no|help|stop|shit) )*"
    rf"(?:he|she|hes|shes|(?:my|the) {_PARTNER}s?) (?:(?:is|has|just|now) )*"
    r"(?:(?:has|have|got|took|taken|holding) (?:hold of )?my (?:phone|mobile)|"
    r"(?:reading|looking at|checking|can see) (?:this|these|my phone)|"
    r"(?:reading|looking at|checking|seen|found|read|can see) (?:my|your|the|these|our) "
    r"(?:texts|messages))"
    r"(?: (?:now|right now|again|too|and))*"
)
"""All that a text says. Nobody in two minds writes no more than this; a helpline would be seen."""
_OF_OTHERS = rf"(?! (?:him|his|their|them|the (?:school|council)|my {_KIN}(?! {_SEES})))"
_AT_ANY_TIME = (
    r"(?! (?:me |us |this number )?(?:after|before|between|until|till|from|at (?:night|weekends?)|"
    r"in the (?:evenings?|mornings?|afternoons?)|on (?:a )?(?:week|mon|tues|wednes|thurs|fri|satur|"
    r"sun))\w*\b)"
)
"""Who names a time wants texts at others: "don't text after 6, my husband is home"."""
_OTHERS_DO_NOT = (
    r"(?:they|s?he|nobody|council|school|la|senco|teachers?|staff|office|team|people|worker|"
    r"officer|(?:i|we)(?! (?:dont|do not) (?:really )?(?:want|need|like)\b))"
    r" (?:(?:just|still|also|really|even|always|often) )*"
)
"""Before it: "the school never text me", "I don't get texts"."""
_NO_TEXTS = re.compile(
    rf"\b(?P<others>{_OTHERS_DO_NOT})?"
    r"(?:(?:stop|quit|dont|do not|never) (?:\w+ ){0,2}?(?:text(?:s|ing)?|txt(?:ing)?|"
    r"messag(?:e|es|ing)|msg|reply(?:ing)?|writ(?:e|ing) back|contacting me|respond(?:ing)?)\b"
    rf"{_OF_OTHERS}{_AT_ANY_TIME}|no more (?:texts|messages)\b|"
    r"delete (?:all )?(?:these|the|this|my|your) (?:messages?|texts?|conversation|chat|number)\b)"
)


def ends_texts_unseen(text: str) -> bool:
    """True where texts are to end and the words tell who holds, sees or reads the phone.

    So they are to where somebody close has it right now, and that is all that is said.

    >>> ends_texts_unseen("STOP he is here")
    True
    >>> ends_texts_unseen("stop him reading my phone")
    False
    """
    plain = re.sub(r"[\W_]+", " ", _APOSTROPHES.sub("", text)).casefold().strip()
    if len(plain.split()) > _LONGEST:
        return False
    if _HELD_NOW.fullmatch(plain):
        return True
    asks = any(found["others"] is None for found in _NO_TEXTS.finditer(plain))
    asks |= _STOP_THEN.match(plain) is not None
    return asks and _SEEN.search(plain) is not None
