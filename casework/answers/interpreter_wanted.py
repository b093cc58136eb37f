"""Reads a wish for an interpreter told in more words than yes: "yes please, for the meeting"."""

from __future__ import annotations

import re

from casework.words import english_is_fine, reads_as_mere_assent, reads_as_yes

_LITTLE_ENGLISH = re.compile(
    r"\b(?:my|our|me|the) (?:\w+ )?english\b(?: (?:is|it'?s|really|still|very|quite|just|so|"
    r"too|a bit|only|not|never|no))*(?:isn'?t|ain'?t)?(?: (?:so|that|very|really|quite|"
    r"always|too))* (?:(?:good|great|strong|enough|perfect|fluent|brilliant|ok|okay|fine|best|well|"
    r"there)(?: enough)?|weak|poor|bad|basic|broken|limited|small|little|slow|low)\b"
    r"(?: (?:for|to|in|at|with)\b[^,.;!?]*)?",
    re.IGNORECASE,
)
_BIT_OF_ENGLISH = re.compile(
    r"\b(?:(?:a |only |just |very )*(?:little|tiny bit of|bit of|basic|broken|limited|poor)|"
    r"not (?:much|a lot of|good|very good|so good)|"
    r"(?:don'?t|do not) (?:speak|understand|know|have) "
    r"(?:much|a lot of|good|very good|enough|any|well)) english\b|"
    r"\benglish,? but (?:only )?(?:not|no|a (?:little|bit)|slow\w*|bad\w*)\b|"
    r"^\W*(?:sometimes|at times|(?:just |only )?a (?:bit|little)(?: bit)?)\W*(?:please|pls)?\W*$",
    re.IGNORECASE,
)
_FOR_SOME_ONLY = re.compile(
    r"\b(?:but|not|though|tho|although|except|just)\b[^.;!?]*\b(?:meetings?|"
    r"slow\w*|fast|quick\w*|legal|forms?|letters?|papers?|phone|understand\w*|"
    r"(?:my|our|his|her|their) (?:\w+ )?(?:husband|hubby|wife|partner|mum|mam|mom|mother|dad|"
    r"father|nan|gran\w*|sister|brother|parents|in[ -]laws?))\b",
    re.IGNORECASE,
)
"""After "english is fine": "but not for the meeting", "but slow"."""
_SAYS_LITTLE = re.compile(
    r"\b(?:not|never|no|isn'?t|ain'?t|weak|poor|bad|basic|broken|limited|small|little|"
    r"slow|low)\b",
    re.IGNORECASE,
)
_YES = re.compile(
    r"^\W*(?:(?:oh|um|er|hi|well|ok|okay|please|pls|i think|i guess)\W+)*"
    r"(?:(?:y|yes+|yeah|yeh|yea|yep|yh|ye|aye|yup|definitely|absolutely|please do)\b|"
    r"(?:of course|if (?:possible|poss|you can)|(?:i|we) (?:do|would|will)|please)"
    r"(?=\W*$|\W+(?:for|yes|need|please|like(?: one| that)?\W*$)\b))",
    re.IGNORECASE,
)
_NEEDS = re.compile(
    r"\b(?:i|we|i'?d|we'?d|i'?ll|we'?ll)(?: (?:would|will|do|really|might|also|need to))* "
    r"(?:need|want|like|love|prefer|require)(?: to have)? (?:one|it|that|this|somebody|someone|"
    r"help with (?:the )?english|help (?:to )?understand\w*)\b"
    r"(?=\W*$|[,.;!]| (?:for (?:the )?(?:me|us|my|it|meet\w*|mediat\w*)|please|pls|"
    r"to (?:translate|interpret|sign|explain)|"
    r"who|that can|with (?:me|us)|if|as|because|cos)\b)|"
    r"\b(?:that|it|one|this)(?: (?:would|will|wud))?(?: really| be)? (?:help(?:s|ful)?|great|good|"
    r"useful|better|easier|lovely|nice|needed)\b",
    re.IGNORECASE,
)
_HOLDS_BACK = re.compile(
    r"\b(?:no|not|none|never|nobody|nothing|don'?t|do ?nt|do not|won'?t|can'?t|"
    r"isn'?t|without|but|unless|instead|though|already|which|what|why|who|how|if)\b|"
    r"\b(?:my|our) (?:\w+ )?(?:\w+) (?:will|can|could|would|does|is)\b",
    re.IGNORECASE,
)


def wants_interpreter(text: str) -> bool:
    """True for "yes please, my English is not enough", said where they are asked for it.

    A yes that something beside it holds back ("yes but not for me") is left to be asked about.
    """
    if reads_as_mere_assent(text):
        return False
    begins = _YES.match(text)
    if begins is not None and reads_as_yes(text):
        return True
    beside = text if begins is None else text[begins.end() :]
    rest = _LITTLE_ENGLISH.sub(" ", beside)
    is_wish = begins is not None or _NEEDS.search(rest) is not None
    return is_wish and _HOLDS_BACK.search(rest) is None


def has_little_english(text: str) -> bool:
    """True for "my English is not so good": no answer by itself, and a reason to ask once more."""
    if _BIT_OF_ENGLISH.search(text):
        return True
    return any(_SAYS_LITTLE.search(found[0]) for found in _LITTLE_ENGLISH.finditer(text))


def english_is_enough(text: str) -> bool:
    """True for "english is fine"; false where it is fine for some of it, or for one of them."""
    return english_is_fine(text) and _FOR_SOME_ONLY.search(text) is None
