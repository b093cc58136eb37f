"""Who of the family needs the interpreter or signer: "I am ok but my wife needs, yes".

What begins like a no ("not for me, but my mum does") may be a wish for somebody who comes along.
"""

from __future__ import annotations

import re

from casework.referral.show import language_names

_KIN = (
    r"(?:(?:mother|father|sister|brother|mum|dad)[ -]in[ -]law|mums?|mam|mom|mother|ma|dad|father|"
    r"husband|hubby|wife|missus|partner|nan|nana|gran\w*|sister|brother|auntie?|aunty|uncle|"
    r"parents|in[ -]laws|fianc\w+|boyfriend|girlfriend|other half|son|daughter|child)"
)
_WHOSE = r"(?:my|our|his|her|their|the|me)"
_ONE = rf"(?P<whom>{_WHOSE} (?:\w+ )?{_KIN})\b"
_HELP = (
    r"(?:[\w-]+ )?(?:interp\w+|transl\w+|sign\w*|bsl|lip[ -]?\w+|language)|one|it|this|yes|please|"
    r"pls|"
    r"some ?(?:one|body)|english|understand\w*|too|also|though|tho|because|cos|so|as|she|he|but|"
    r"for|"
    rf"{'|'.join(sorted(map(re.escape, language_names().values()), key=len, reverse=True))}"
)
_NO_HELP = r"(?!\W*(?:not?\b|n'?t\b|one (?:before|last|once)))"
_NEEDS = re.compile(
    rf"\b{_ONE},? (?:(?:will|would|might|may|'?ll|does|do|also|really|only|definitely|probably|she|"
    r"he|they) )*"
    r"(?:needs?|wants?|requires?|(?:would|wud) like)\b"
    rf"(?=\W*$|[,.;!]| (?:(?:an?|the|some|help with|help in|it in) )*(?:{_HELP})\b)"
    rf"{_NO_HELP}",
    re.IGNORECASE,
)
_SPEAKS_LITTLE = re.compile(
    rf"\b{_ONE}(?:'?s)? (?:(?:has|have|speaks?|with|got|is|knows?|understands?|only|just) )*"
    r"(?:no|little|very little|hardly any|not much|(?:a )?bit of|poor|bad) english\b|"
    rf"\b(?P<who>{_WHOSE} (?:\w+ )?{_KIN}) (?:(?:does|do)(?:n'?t| not)|can'?t|cannot|cant) "
    r"(?:really )?(?:speak|understand|talk|follow)(?: \w+){0,2} english\b",
    re.IGNORECASE,
)
_NOT_ME = (
    r"(?:not? (?:for )?(?:me|myself|us)|i(?:'?m| am) (?:ok|okay|fine|good|alright)|"
    r"i (?:do ?n[o']?t|dont|do not)(?: (?:need|want)(?: one| it| any)?)?|i can manage|"
    r"(?:my|me) english (?:is )?(?:ok|okay|fine|good)|for me|just|only|yes|but)"
)
_BUT_SHE_DOES = re.compile(
    rf"\b{_NOT_ME}\b[\s,.;]*(?:but |though |just |only |it'?s )*{_ONE}"
    r"(?: (?:does|do|will|would|yes|is the one|tho|though))*\W*(?:please|pls|yes|x+)?\W*$",
    re.IGNORECASE,
)
_FOR_HER = re.compile(
    rf"^\W*(?:(?:yes|yeah|yep|please|pls|ok|well|no|but|just|only|it'?s|it is|one|not (?:for )?me|"
    rf"maybe|probably|more)\W+)*for (?P<whom>(?:(?:me|myself|us) and )?{_WHOSE} (?:\w+ )?{_KIN})\b",
    re.IGNORECASE,
)
_SPEAKS_ANOTHER = re.compile(
    rf"\bbut {_ONE}(?: (?:only|just|mostly|still))? (?:speaks?|talks?|uses?) "
    r"(?!english|for|to|up|with|about|good|well|fine|it|some)[^\W\d_]+",
    re.IGNORECASE,
)
_BUT_NOT_SHE = re.compile(
    rf"\benglish\b[^.;!?]*\bbut {_ONE},? (?:(?:do|does|can|is|speaks?|understands?) ?)?"
    r"(?:n'?t|not|cannot|can'?t|doesn'?t)\b",
    re.IGNORECASE,
)
_ENGLISH_NOT_FOR = re.compile(
    rf"\benglish\b[^.;!?]*\bnot (?:so |really |very )?(?:(?:good|fine|ok|okay|great) )?for {_ONE}",
    re.IGNORECASE,
)
"""Of the one who "english is ok for me, not for my husband" tells of."""
_LANGUAGE_FOR = re.compile(
    r"^\W*(?!no\b|not\b|none\b|nothing\b|thank|i'?m\b|im\b|fine\b|ok\b|good\b)(?:yes\W+|an? )?"
    rf"[^\W\d_]+(?: (?:interpreter|speaker|signer|please))? for {_ONE}\W*(?:please|pls)?\W*$",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not?|never|nor)\W+(?:for\W+)?$", re.IGNORECASE)
_INTERPRETS = re.compile(
    rf"\b{_KIN}(?: \w+){{0,5}} (?:does|do|will|can|could|would|'?ll)(?: \w+)? "
    r"(?:it|interpret\w*|translat\w*|help\w*|sign|speak|explain|talk)\b",
    re.IGNORECASE,
)
"""Of the family, and helps: "no, my sister will do it"."""


_TOLD = (
    _NEEDS,
    _SPEAKS_LITTLE,
    _BUT_SHE_DOES,
    _FOR_HER,
    _SPEAKS_ANOTHER,
    _LANGUAGE_FOR,
    _BUT_NOT_SHE,
)


_SPEAKS_IT = re.compile(
    rf"^\W*(?:yes\W+)?{_ONE}(?: (?:only|just|mostly|mainly))? (?:speaks?|uses?|needs?) (?!english)",
    re.IGNORECASE,
)
"""Told where the language is asked for: "my wife speaks Tamil"."""


def family_interprets(text: str) -> bool:
    """True for "no, my sister will interpret": the language that she speaks is no wish."""
    return _INTERPRETS.search(text) is not None


def speaks_it(text: str) -> str | None:
    """Whose language it is that was asked for, as typed, or None."""
    found = _SPEAKS_IT.search(text)
    return found["whom"] if found is not None else interpreter_is_for(text)


def interpreter_is_for(text: str) -> str | None:
    """Whom the interpreter is for, as typed ("my wife"), or None where nobody else is named."""
    if _INTERPRETS.search(text):
        return None
    not_for = _ENGLISH_NOT_FOR.search(text)
    if not_for is not None:
        return not_for["whom"]
    for pattern in _TOLD:
        found = pattern.search(text)
        if found is None:
            continue
        group = next(name for name, whom in found.groupdict().items() if whom)
        if not _DENIED.search(text[: found.start(group)]):
            return found[group]
    return None
