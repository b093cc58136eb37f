"""Names of grown-ups told after what they are to the writer: "can my nan come? her name's Joy"."""

from __future__ import annotations

import re
from itertools import takewhile

from casework.people.kin import AUNT, DAD, GRANDAD, GRANDPARENT, MUM, NAN, PARENT
from casework.safety.redaction import is_first_name, words_of_nobody

_WORD = r"[^\W\d_][\w'-]*"
_NAME = rf"(?P<name>{_WORD}(?: {_WORD})?)"
_WOMAN = rf"{MUM}|step-?mum|{NAN}|{AUNT}|sister|(?:mother|sister)[- ]in[- ]law|wife|girlfriend"
_MAN = (
    rf"{DAD}|step-?dad|{GRANDAD}|uncle|brother|(?:father|brother)[- ]in[- ]law|husband|hubby|"
    r"boyfriend"
)
_ANYBODY = (
    r"partner|ex|friend|mate|neighbour|cousin|advocate|social worker|support worker|key ?worker|"
    r"teacher|senco|carer"
)
_IS_NOT_SELF = r"(?<!i'm )(?<!i am )(?<!\bim )(?<!\bas )(?<!this is )(?<!it's )(?<!\bits )"
_WHOSE = r"\b(?:my|our|his|her|their|the|a) (?:\w+ )?"
_BETWEEN = (
    r"(?! (?:here|writing|speaking)\b)(?:(?!\b(?:son|daughter|child|kid|boy|girl|lad|her|his|him|"
    r"them|their|name[sd]?|called)\b)[^\n]){0,50}?[ ,.;!?(]+"
)


def _told_after(who: str, possessive: str, pronoun: str) -> str:
    said_of = (
        rf"(?:(?:{possessive}) name(?:'?s)?(?: is|:)? |(?:{pronoun})(?:'?s| is) (?:called|named) )"
    )
    return rf"{_IS_NOT_SELF}{_WHOSE}(?P<who>{who})\b{_BETWEEN}(?:and )?{said_of}{_NAME}"


_TOLD_AFTER = tuple(
    re.compile(_told_after(who, possessive, pronoun), re.IGNORECASE)
    for who, possessive, pronoun in (
        (_WOMAN, "her", "she"),
        (_MAN, "his", "he"),
        (_ANYBODY, "her|his|their", "she|he|they"),
    )
)
_RUNG_BY_MISTAKE = re.compile(
    r"\b(?:rang|called|phoned|texted|messaged|emailed|contacted|spoke (?:to|with)) (?:my|our) "
    rf"(?:\w+ )?(?P<who>{_WOMAN}|{_MAN}|{_ANYBODY})\b[^.;!?,]*, {_NAME}\W*$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf"\b(?:my|our|his|her|their) (?:\w+ )?(?P<who>{_WOMAN}|{_MAN}|{_ANYBODY}),? {_NAME}",
    re.IGNORECASE,
)
_IS_A_VERB = re.compile(
    r"(?:will|may|hope|drew|grant|chase|sue|rob|mark)\b"
    r"(?! (?:will|can|could|would|may|might|is|has|wants)\b)",
    re.IGNORECASE,
)
"""Will of "my mum will come" is nobody; of "my brother will is coming" he is."""
_DOES = re.compile(
    r"\w+ (?:(?:also|both|probably|only|still) )*(?:not|never|be|come|attend|help|join|want|need"
    r"|get|have|sit|bring|support|speak|go|ring|do)\b",
    re.IGNORECASE,
)
_ITS_NAME = re.compile(
    rf"\b(?P<who>{_WOMAN}|{_MAN}|{_ANYBODY})(?:'?s)? name(?:'?s| is|:)? {_NAME}", re.IGNORECASE
)

_ROLE_AFTER = re.compile(
    r"(?P<name>[^\W\d_][\w'-]{0,40} .{0,60}?[^\W_])[\s,-]{1,5}"
    rf"(?:(?:the|his|her|their|and|step|foster) ){{0,3}}"
    rf"(?:{PARENT}|carer|guardian|{GRANDPARENT}|{AUNT}|uncle)",
    re.IGNORECASE,
)
"""Nasreen Akhtar of "Nasreen Akhtar Mother"."""


def kin_named(words: str) -> dict[str, str]:
    """What grown-ups are to the writer or the child, each with the name told of them."""
    beside = {
        found["who"].casefold(): name
        for found in _BESIDE.finditer(words)
        if (name := _name_beside(words, found))
    }
    told = {
        found["who"].casefold(): name
        for pattern in (_ITS_NAME, *_TOLD_AFTER, _RUNG_BY_MISTAKE)
        for found in pattern.finditer(words)
        if (name := _name_in(found["name"]))
    }
    return beside | told


def is_of_kin(words: str, name: str) -> bool:
    """True where the words tell the name of somebody spoken of: "my nan can come, her name's Joy".

    False for "mums name is Sheila", which may be the writer's.
    """
    first = name.casefold().split()[0]
    return any(
        found["name"].casefold().split()[0] == first
        for pattern in (*_TOLD_AFTER, _RUNG_BY_MISTAKE)
        for found in pattern.finditer(words)
    )


def is_name_of_a_role(words: str, name: str) -> bool:
    """True for the Sheila of "mums name is Sheila": perhaps the writer of a form."""
    first = name.casefold().split()[0]
    return any(found["name"].casefold().split()[0] == first for found in _ITS_NAME.finditer(words))


def is_named_kin(words: str, name: str) -> bool:
    """True where the name is that of a grown-up told of in any of these ways."""
    return is_of_kin(words, name) or is_name_of_a_role(words, name)


def is_a_verb(words: str) -> bool:
    """True where the words begin with what somebody does: "will not go" of "my son will not go"."""
    return _IS_A_VERB.match(words) is not None and _DOES.match(words) is not None


def without_role(name: str) -> str:
    """The name without what its owner is to the child, told after it."""
    told = _ROLE_AFTER.fullmatch(name)
    return told["name"] if told is not None and _name_in(told["name"]) else name


def _name_in(words: str) -> str:
    """The words up to the first ordinary one."""
    ordinary = words_of_nobody()
    return " ".join(takewhile(lambda word: word.casefold() not in ordinary, words.split()))


def _name_beside(words: str, found: re.Match[str]) -> str:
    """The name right after "my sister", where any word may stand: typed as a name, or known."""
    is_shouted = words.isupper()
    start = found.start("name")
    names: list[str] = []
    for at in re.finditer(r"\S+", _name_in(found["name"])):
        if not _reads_as_name(at[0], words[start + at.start() :], is_shouted=is_shouted):
            break
        names.append(at[0])
    return " ".join(names)


def _reads_as_name(word: str, rest: str, *, is_shouted: bool) -> bool:
    """True for a name with a capital or a first name in use, unless it does what somebody does."""
    has_capital = word[0].isupper() and not is_shouted
    if is_a_verb(rest) or (not has_capital and _IS_A_VERB.match(rest)):
        return False
    return has_capital or is_first_name(word.casefold())
