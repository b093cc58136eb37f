"""Whether a message says who its writer is, and not whom else it speaks of.

A role once given is the parent's own word: "my son" from a grandmother, "like speech therapist"
and "I work for them" tell nothing of it.
"""

from __future__ import annotations

import re

from casework.message import Entity, Message
from casework.referral.draft import Draft
from casework.referral.record import THIRD_PARTIES

_KIN = (
    r"(?:parents?|mum|mam|mom|mummy|dad|daddy|mother|father|carers?|guardian|nan|nana|nanna|gran|"
    r"granny|grandma|grandmother|grandad|grandfather|grandparents?|aunt|auntie|aunty|uncle|"
    r"foster \w+|kinship \w+|step-?(?:mum|dad|mother|father|parent)|young person|sister|brother)"
)
_JOB = (
    r"(?:senco|senca|sendco|teacher|headteacher|head|ta|tutor|social worker|officer|case ?worker|"
    r"advis[eo]r|advocate|support worker|worker|professional|solicitor|nurse|doctor|gp|therapist|"
    r"psychologist|volunteer|sendiass|practitioner|keyworker|health visitor)"
)
_I_AM = (
    r"\b(?:i'?m|i am|we'?re|we are|(?:writing|here|referring|acting|speaking|asking) as|"
    r"(?:my |the )?role (?:is|should be|=|:)|number \d+ (?:is|should be)|put me (?:down )?as|"
    r"change (?:it|that|my role|role|the role) to)"
)
_SAYS_WHO = re.compile(
    rf"{_I_AM}(?! (?:meet|see|ring|call|phon|visit|e-?mail|text|contact|wait|speak)ing\b)"
    rf"(?:\s+(?!(?:not|asking|told|with|from|his|for|like)\b)[\w'-]+){{0,3}}?"
    rf"\s+(?:(?:his|her|their|the|\w+'s) )?(?:\w+ )?(?:{_KIN}|{_JOB})\b(?!'s)"
    rf"|{_I_AM}\s+(?:from|at|with)\s+(?:the |a |his |her )?(?:\w+ )?(?:school|council|sendiass)\b"
    rf"|^\W*(?:(?:no|sorry|actually|oops|it'?s|its|the|his|her|a|an)\W+)*{_KIN}"
    rf"(?:\W+(?:here|not \w+(?: \w+)?|please|sorry|actually|thanks))?\W*$"
    rf"|\bi (?:foster|adopted)\b|\bnot (?:a|the|his|her|their) {_KIN}\b",
    re.IGNORECASE,
)
_BESIDE_THE_FAMILY = re.compile(
    r"\b(?:also|too|as well|another|a different|by (?:trade|job|day|profession)|for a living|"
    r"used to be|retired|former|ex-?|myself|was an?|work(?:s|ing)? as)\b",
    re.IGNORECASE,
)
"""A parent may have such a job besides: "I am also a SENCO"."""
_OF_THE_FAMILY = frozenset({"parent", "carer", "young_person"})

FRIEND_OR_RELATIVE = "a friend or relative helping the family"
"""Kept as the referrer's relationship: the contract has no role of its own for it."""
_A_RELATIVE = (
    r"(?:sister|brother|friend|mate|neighbou?r|cousin|colleague|best friend|"
    r"(?:sister|brother|son|daughter)[- ]in[- ]law|sis|bro|bestie)"
)
_PARENT = r"(?:parents?|mum|mam|mom|mother|dad|father)"
_DOING_IT = (
    r"(?:writing|doing (?:this|it)|asking|filling (?:this|it|the form)(?: in| out)?|typing|here|"
    r"messaging|texting|helping(?: out)?|applying|referring|acting|sorting (?:this|it)(?: out)?|"
    r"on here|(?<=m )on|contacting you|getting in touch)"
)
_FOR_A_PARENT = re.compile(
    rf"\b(?:i'?m|i am|it'?s|its|this is|just)\s+(?:only |just )?"
    rf"(?:(?:his|her|their|the|a|{_PARENT}'?s|[\w-]+'s)\s+)(?:\w+ )?{_A_RELATIVE}\b"
    rf"(?=.{{0,60}}\b(?:she|he|they)(?:'?s| is| are|'re) (?:the|his|her|their) (?:\w+ )?"
    rf"{_PARENT}\b)"
    rf"|\b(?:i'?m|i am|it'?s|its|this is)\s+(?:just )?(?:the |her |his |their )?{_PARENT}'?s "
    rf"(?:\w+ )?{_A_RELATIVE}\b"
    rf"|\b{_DOING_IT}"
    rf"(?: this)? (?:for|on behalf of) (?:my|a|her|his|the) (?:\w+ )?"
    rf"(?:{_A_RELATIVE}|{_PARENT})\b"
    rf"|\b(?:i'?m|i am|this is) (?:just |only )?(?:a |an? old |the |her |their |his )?"
    rf"(?:family|close|good|old|next[- ]door) (?:{_A_RELATIVE}|friend of the family)\b"
    rf"|\b(?:i'?m|i am|this is)\s+(?:just |only )?(?:a |the |her |his |their |[\w-]+'s )?"
    rf"{_A_RELATIVE}\b(?: of (?:hers|his|theirs|mine|the (?:family|mum|dad|parents?)|[A-Z]\w+))?"
    rf"(?=.{{0,20}}\b(?:helping|filling|writing|typing|doing|asking|supporting|on behalf|of the "
    rf"(?:family|mum|dad|parents?)|of (?:hers|theirs)))"
    rf"|\b(?:i'?m|i am|we'?re) (?:just |only )?(?:helping|supporting) (?:out )?"
    rf"(?:my|a|her|his|the) (?:\w+ )?(?:{_A_RELATIVE}|mum|mother|parents?|family)"
    rf"(?: of \w+)?(?:'s)? "
    rf"(?:who|with (?:the|this|her|his|it)|fill|do|write|sort|apply|get|ask|because|as|to)\b"
    rf"|^\W*(?:i'?m |i am |just |only |someone else\W+|other\W+|a |an |the |her |their |"
    rf"family |close |good |mum'?s |dad'?s |parent'?s )*"
    rf"(?:friend|mate|neighbou?r|colleague|friend of the family|family friend)"
    rf"(?: (?:of (?:the )?(?:family|mum|parents?|hers|theirs)|here|helping(?: (?:her|them|out|the "
    rf"family|the mum))?))?\W*$",
    re.IGNORECASE,
)
_KIN_BESIDE_PARENTS = r"(?:aunt|auntie|aunty|uncle|cousin|sister|brother|relative|relation)"
_GRANDPARENT = (
    r"(?:nan|nana|nanna|gran|granny|grandma|grandmother|grandad|grandfather|family member)"
)


def _says_relative(kin: str) -> re.Pattern[str]:
    """Words by which the writer is of this kin: "im his aunt", "none of those, an aunt"."""
    return re.compile(
        rf"(?:{_I_AM}|\byou are:?|\b(?:it'?s|its|this is|as))\s+"
        rf"(?:(?!(?:not|with|from|for|like|asking|told)\b)[\w'-]+ ){{0,3}}?{kin}\b(?!'s)"
        rf"|^\W*(?:(?:none of (?:those|them|these)|no|just|only|the|his|her|their|an?)\W+)*{kin}\b"
        r"(?=\W*$|[,.;!]| (?:here|helping|of|to)\b)",
        re.IGNORECASE,
    )


_IS_BESIDE_PARENTS = _says_relative(_KIN_BESIDE_PARENTS)
_IS_OF_THE_WIDER_FAMILY = _says_relative(f"(?:{_KIN_BESIDE_PARENTS}|{_GRANDPARENT})")
_HELPS_ONLY = re.compile(
    r"\b(?:helping|to help|here to help|on (?:her|his|their|the \w+'?s?) behalf|"
    r"none of (?:those|them|these)|not (?:the|his|her|their) (?:parent|carer|mum|mother|guardian)|"
    r"(?:she|he|they)(?:'?s| is| are|'re) (?:the|his|her|their) (?:\w+ )?"
    r"(?:parents?|mum|mam|mom|mother|dad|father)|"
    r"(?:parents?|mum|mam|mom|mother|dad|father)(?: \w+)? "
    r"(?:can'?t|cannot|struggles to|is unable to) (?:do|read|write|use|fill|type|manage|speak)|"
    r"(?:parents?|mum|mam|mom|mother|dad|father)(?: \w+)? (?:has )?(?:asked|wants|told) me)\b",
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

    A grandparent mostly has the care, so only a no of the family tells that they have not.
    """
    words, permission = message.plain, message.first("permission")
    if _BRINGS_UP.search(words):
        return False
    is_refused = permission is not None and permission.value == "no"
    if is_refused and _IS_OF_THE_WIDER_FAMILY.search(words):
        return True
    return (permission is not None or _HELPS_ONLY.search(words) is not None) and (
        _IS_BESIDE_PARENTS.search(words) is not None
    )


def friend_of_the_family(message: Message, draft: Draft) -> bool:
    """True for an opening from a friend or relative of the parent, where no role is known yet.

    Their "her son was refused" is easily heard as a parent's. A relative who has not got the care
    is one at any time.
    """
    if relative_without_the_care(message):
        return draft.referral.referrer.role in (None, "other_professional", *_OF_THE_FAMILY)
    role = message.first("referrer_role")
    may_be_heard_wrong = role is None or (role.value == "parent" and not role.is_sure)
    is_new = draft.referral.referrer.role is None
    return is_new and may_be_heard_wrong and writes_for_a_parent(message.plain)


def needs_no_permission(told: str | None, draft: Draft) -> bool:
    """True for a parent or carer, of whom "mum hasn't agreed" tells something else.

    `told`: the role that the message tells outright, if one.
    """
    role = told or draft.referral.referrer.role
    return role is not None and role not in THIRD_PARTIES


def role_of_writer(message: Message, draft: Draft) -> Entity | None:
    """Who writes; once that is known, another role only where they say it of themselves."""
    role, known = message.first("referrer_role"), draft.referral.referrer.role
    if role is None or known is None or role.value == known:
        return role
    if draft.progress.pending == "supporters" and not re.search(_I_AM, message.plain, re.I):
        return None
    return role if _says_own_role(message.plain, str(role.value), known) else None


def _says_own_role(text: str, role: str, known: str) -> bool:
    """True where the words say of their writer that they are `role`, and not `known` as before."""
    said = _SAYS_WHO.search(text)
    if said is None:
        return False
    is_of_work = known in THIRD_PARTIES and re.search(rf"\b{_JOB}\b", said[0], re.IGNORECASE)
    if is_of_work and role in _OF_THE_FAMILY:
        return False
    is_job = known in _OF_THE_FAMILY and role not in _OF_THE_FAMILY
    return not (is_job and _BESIDE_THE_FAMILY.search(text))


def writes_for_a_parent(text: str) -> bool:
    """True for a relative or friend who is neither parent nor carer: the family has to agree."""
    return _FOR_A_PARENT.search(text) is not None
