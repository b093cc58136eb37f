"""Friends and relatives who write for a parent refer as others do: the family has to agree."""

from __future__ import annotations

import re
from typing import Literal

from casework.message import Message
from casework.people.kin import AUNT, GRANDPARENT, PARENT
from casework.people.own_role import I_AM, OF_THE_FAMILY, takes_the_place
from casework.referral.draft import Draft
from casework.words import reads_as_yes

FRIEND_OR_RELATIVE = "a friend or relative helping the family"
"""Kept as the referrer's relationship: the contract has no role of its own for it."""
_A_RELATIVE = (
    r"(?:sister|brother|friend|mate|neighbou?r|cousin|colleague|best friend|"
    r"(?:sister|brother|son|daughter)[- ]in[- ]law|sis|bro|bestie)"
)
_OF_THE_CHILD = r"(?:brother|sister|cousin|sis|bro)"
"""Doing it "for her brother" speaks of another child, "for my brother" of a parent."""
_DOING_IT = (
    r"(?:writing|doing (?:this|it)|asking|filling (?:this|it|the form)(?: in| out)?|typing|here|"
    r"messaging|texting|helping(?: out)?|applying|referring|acting|sorting (?:this|it)(?: out)?|"
    r"on here|(?<=m )on|contacting you|getting in touch)"
)
_KIN_BESIDE_PARENTS = rf"(?:{AUNT}|uncle|cousin|sister|brother|relative|relation)"
_GRANDPARENT = rf"(?:{GRANDPARENT}|family member)"
_NAMED_A_HELPER = re.compile(
    r"^\W*(?:(?:i'?m|i am|it'?s|this is|just|only|other|none of these|an?|the|his|her|their|mum'?s|"
    r"dad'?s|big|little|older|elder|younger|half|step|twin|family|church|close|good|best|old|next|"
    r"door)\W+)*(?:friend|mate|neighbou?r|cousin|brother|sister|sibling|colleague|interpreter|"
    r"translator|relative|family member)\b(?!'s)",
    re.IGNORECASE,
)
"""Of whom an answer begins to speak: "older sister, our mum doesn't speak english"."""
_HELPS_A_PARENT = re.compile(
    rf"^\W*(?:(?:i'?m|i am|i|just|only|his|her|their|{_GRANDPARENT}|{_KIN_BESIDE_PARENTS})\W+)*"
    r"(?:(?<=i )(?:help|write|type|translate|interpret)|helping|writing|typing|translating|"
    r"interpreting)(?: this| it| out)*(?: for)? (?:(?:my|his|her|their|the|a) )?"
    rf"(?:{_A_RELATIVE}|{PARENT})\b(?! (?:and|&) (?:me|i)\b)",
    re.IGNORECASE,
)
"""Of a writer who says no more of it: "typing for mum", "nan, writing for his mum"."""
_FOR_A_PARENT = re.compile(
    rf"\b(?:i'?m|i am|it'?s|this is|just)\s+(?:only |just )?(?:(?:his|her|their|the|a|{PARENT}'?s|"
    rf"[\w-]+'s)\s+)(?:\w+ )?{_A_RELATIVE}\b(?=.{{0,60}}\b(?:she|he|they)(?:'?s| is| are|'re) "
    rf"(?:the|his|her|their) (?:\w+ )?{PARENT}\b)"
    rf"|\b(?:i'?m|i am|it'?s|this is)\s+(?:just )?(?:the |her |his |their )?{PARENT}'?s "
    rf"(?:\w+ )?{_A_RELATIVE}\b"
    rf"|\b{_DOING_IT}(?: this)? (?:for|on behalf of) (?!(?:her|his) (?:\w+ "
    rf")?{_OF_THE_CHILD}\b)(?:my|a|her|his|the) (?:\w+ )?(?:{_A_RELATIVE}|{PARENT})\b(?!(?:[- "
    rf"]in[- ]law)? (?:too|as well|also|to (?:explain|see|read|look|know|come))\b)"
    rf"|\b(?:i'?m|i am|this is) (?:just |only )?(?:a |an? old |the |her |their |his )?"
    rf"(?:family|close|good|old|next[- ]door) (?:{_A_RELATIVE}|friend of the family)\b"
    rf"|\b(?:i'?m|i am|this is)\s+(?:just |only )?(?:a |the |her |his |their |[\w-]+'s )?"
    rf"{_A_RELATIVE}\b(?: of (?:hers|his|theirs|mine|the (?:family|mum|dad|parents?)|[A-Z]\w+))?"
    rf"(?=.{{0,20}}\b(?:helping|filling|writing|typing|doing|asking|supporting|on behalf|of the "
    rf"(?:family|mum|dad|parents?)|of (?:hers|theirs)))"
    rf"|\b(?:i'?m|i am|we'?re) (?:just |only )?(?:helping|supporting) (?:out )?"
    rf"(?!my family\b)(?:my|a|her|his|the) (?:\w+ )?(?:{_A_RELATIVE}|mum|mother|parents?|family)"
    rf"(?: of \w+)?(?:'s)? "
    rf"(?:who|with (?:the|this|her|his|it)|fill|do|write|sort|apply|get|ask|because|as|to)\b"
    rf"|^\W*(?:i'?m |i am |just |only |someone else\W+|other\W+|a |an |the |her |their |family |"
    rf"close |good |mum'?s |dad'?s |parent'?s )*(?:friend|mate|neighbou?r|colleague|friend of the "
    rf"family|family friend)(?: (?:of (?:the )?(?:family|mum|parents?|hers|theirs)|here|"
    rf"helping(?: (?:her|them|out|the family|the mum))?))?\W*$",
    re.IGNORECASE,
)

_WHOSE = rf"(?:his|her|their|the|an?|(?:(?!{PARENT}'?s\b)[\w-]+'?s))"
_ADDS_NOTHING = r"(?:just|only|actually|really|sorry|both|also)"
_IS_THE_PARENT = re.compile(
    rf"\b(?:(?:i'?m|i am|we'?re|we are)(?: {_ADDS_NOTHING})*|(?:it'?s|this is)"
    rf"(?= (?:\w+ )?{PARENT}(?:\W*$|[,.;!]| (?:here|of)\b)))(?: {_WHOSE})?"
    rf"(?: (?:single|step|foster|birth|adoptive|real))? (?:step-?)?{PARENT}\b(?!'s)"
    r"(?! (?:myself|too|also|as well)\b)"
    r"|^\W*(?:(?:hi|hello|yes|no|sorry|just|single|the|an?)\W+)*"
    rf"(?:{_WHOSE}\W+)?{PARENT}(?=\W*$|[,.;!]| (?:of|to|here)\b)",
    re.IGNORECASE,
)
"""Says of the writer "I'm Mason's mum", or begins "mum, \u2026"; not "his mum cant read"."""
_HAS_A_HELPER = re.compile(
    r"\b(?:help|support)(?:s|ing)?(?: out)? (?:me|us)\b|"
    r"\b(?:she|he|they)(?:'?s| is| are|'re) (?:just |only )?(?:here|helping|supporting|typing|"
    r"writing)\b",
    re.IGNORECASE,
)
"""Beside "its his aunt" these tell of somebody else than the writer."""


def _kin_beside(lead: str, kin: str) -> str:
    """The kin right after the words that lead to it: "im his aunt", not "im glad my aunt"."""
    before = rf"(?: {_ADDS_NOTHING})*(?: {_WHOSE})?(?: {PARENT}'?s)?(?: (?!my\b|our\b)\w+)?"
    return rf"{lead}{before} {kin}\b(?!'s)"


def _says_relative(kin: str) -> re.Pattern[str]:
    """Words by which the writer is of this kin: "im his aunt", "none of those, an aunt"."""
    return re.compile(
        _kin_beside(rf"(?:{I_AM}|\byou are:?|\b(?:it'?s|this is|as))", kin)
        + r"|^\W*(?:(?:none of (?:those|them|these)|no|just|only|the|his|her|their|an?)\W+)*"
        rf"{kin}\b(?=\W*$|[,.;!]| (?:here|helping|of|to)\b)",
        re.IGNORECASE,
    )


def _says_of_self(kin: str) -> re.Pattern[str]:
    """Words in the first person: "im his aunt", and not "its his aunt" or "just his aunt"."""
    return re.compile(
        _kin_beside(r"(?:\b(?:i'?m|i am|we'?re|we are)|\byou are:?)", kin), re.IGNORECASE
    )


_WIDER_FAMILY = f"(?:{_KIN_BESIDE_PARENTS}|{_GRANDPARENT})"
_IS_BESIDE_PARENTS = _says_relative(_KIN_BESIDE_PARENTS)
_IS_OF_THE_WIDER_FAMILY = _says_relative(_WIDER_FAMILY)
_AM_OF_THE_WIDER_FAMILY = _says_of_self(_WIDER_FAMILY)
_HELPS_ONLY = re.compile(
    rf"\bi (?:just |only )?help (?:out )?(?:(?:my|our|his|her|the) )?{PARENT}\b|"
    r"\b(?:helping|to help|here to help|on (?:her|his|their|the \w+'?s?) behalf|"
    r"none of (?:those|them|these)|not (?:the|his|her|their) (?:parent|carer|mum|mother|guardian)|"
    r"(?:she|he|they)(?:'?s| is| are|'re) (?:the|his|her|their) (?:\w+ )?"
    rf"{PARENT}|"
    rf"{PARENT}(?: \w+)? "
    r"(?:can'?t|cannot|struggles to|is unable to) (?:do|read|write|use|fill|type|manage|speak)|"
    rf"{PARENT}(?: \w+)? (?:has )?(?:asked|wants|told) me)\b",
    re.IGNORECASE,
)
_BRINGS_UP = re.compile(
    r"\b(?:guardian|foster\w*|kinship|sgo|special guardian\w*|adopt\w*|lives? with (?:me|us)|"
    r"in (?:my|our) care|(?:i|we) (?:\w+ )?(?:look(?:s|ed|ing)? after|car(?:e|ing) for|"
    r"rais(?:e|ed|ing)|bring(?:ing)? (?:him|her|them) up)|looking after|caring for|raising|"
    r"parental responsibility|his carer|her carer|their carer)\b",
    re.IGNORECASE,
)
"""Then a relative is the carer, and nobody else has to agree."""


def relative_without_the_care(message: Message) -> bool:
    """True for an aunt who helps, or with whom the family's yes or no is told: she is no carer.

    A grandparent mostly has the care, so only a no of the family tells that they have not. Whom a
    parent names as her own helper is not the writer.
    """
    words, permission = message.plain, message.first("permission")
    if _BRINGS_UP.search(words) or _is_the_parent(message):
        return False
    if _HAS_A_HELPER.search(words) and not _AM_OF_THE_WIDER_FAMILY.search(words):
        return False
    if _HELPS_A_PARENT.search(words):
        return True
    if _is_refused(message) and _IS_OF_THE_WIDER_FAMILY.search(words):
        return True
    return (permission is not None or _HELPS_ONLY.search(words) is not None) and (
        _IS_BESIDE_PARENTS.search(words) is not None
    )


def _is_the_parent(message: Message) -> bool:
    """True where the writer says so, or was surely heard to, and says "I'm his aunt" nowhere."""
    role = message.first("referrer_role")
    is_heard = role is not None and role.value == "parent" and role.is_sure
    is_heard &= _AM_OF_THE_WIDER_FAMILY.search(message.plain) is None
    return is_heard or _IS_THE_PARENT.search(message.plain) is not None


def _is_refused(message: Message) -> bool:
    permission = message.first("permission")
    return permission is not None and permission.value == "no"


def friend_of_the_family(message: Message, draft: Draft) -> Literal["surely", "perhaps"] | None:
    """Whether a friend or relative writes for the parent; a role once given is asked about first.

    An opening's "her son was refused" is easily heard as a parent's. Later a parent names those who
    help her, so only "I'm his aunt" counts.
    """
    known, pending = draft.referral.referrer.role, draft.progress.pending
    waiting = draft.progress.unconfirmed if pending == "role" else None
    if waiting is not None and (waiting.field, waiting.shown) == ("role", FRIEND_OR_RELATIVE):
        return "surely" if reads_as_yes(message.plain) else None
    is_asked = pending == "role" or (known is None and not pending)
    role = message.first("referrer_role")
    is_said = _AM_OF_THE_WIDER_FAMILY.search(message.plain) is not None
    is_said |= role is not None and role.value == "carer"
    if (is_asked or is_said) and relative_without_the_care(message):
        return _how_surely(message, known, is_asked=is_asked)
    may_be_heard_wrong = role is None or role.value == "parent"
    if not may_be_heard_wrong or not writes_for_a_parent(message.plain):
        return None
    is_said = known in OF_THE_FAMILY and takes_the_place(message, draft)
    return "surely" if known is None else ("perhaps" if is_said else None)


def _how_surely(
    message: Message, known: str | None, *, is_asked: bool
) -> Literal["surely", "perhaps"] | None:
    """A carer who is an aunt and tells that the family said no has no care of the child."""
    if known not in (None, "other_professional", *OF_THE_FAMILY):
        return None
    has_no_care = known == "carer" and _is_refused(message)
    is_new = is_asked or known in (None, "other_professional")
    return "surely" if is_new or has_no_care else "perhaps"


def writes_for_a_parent(text: str) -> bool:
    """True for a relative or friend who is neither parent nor carer: the family has to agree."""
    return _FOR_A_PARENT.search(text) is not None and _IS_THE_PARENT.search(text) is None


def is_named_a_helper(text: str) -> bool:
    """True for a brother, a friend or an interpreter, where it was asked who writes.

    Who brings the child up answers as a carer, and who says so as a parent.
    """
    speaks_of_another = any(
        pattern.search(text) for pattern in (_BRINGS_UP, _HAS_A_HELPER, _IS_THE_PARENT)
    )
    return _NAMED_A_HELPER.search(text) is not None and not speaks_of_another
