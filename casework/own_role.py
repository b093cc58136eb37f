"""Whether a message says who its writer is, and not whom else it speaks of.

A role once given is the parent's own word: "my son" from a grandmother, "like speech therapist"
and "I work for them" tell nothing of it.
"""

from __future__ import annotations

import re

from casework.draft import Draft
from casework.message import Entity, Message

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
    rf"{_I_AM}(?:\s+(?!(?:not|asking|told|with|from|his|for|like)\b)[\w'-]+){{0,3}}?"
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

_A_RELATIVE = r"(?:sister|brother|friend|mate|neighbour|cousin|colleague)"
_PARENT = r"(?:parents?|mum|mam|mom|mother|dad|father)"
_FOR_A_PARENT = re.compile(
    rf"\b(?:i'?m|i am|it'?s|its|this is|just)\s+(?:only |just )?"
    rf"(?:(?:his|her|their|the|a|{_PARENT}'?s|[\w-]+'s)\s+)(?:\w+ )?{_A_RELATIVE}\b"
    rf"(?=.{{0,60}}\b(?:she|he|they)(?:'?s| is| are|'re) (?:the|his|her|their) (?:\w+ )?"
    rf"{_PARENT}\b)"
    rf"|\b(?:i'?m|i am|it'?s|its|this is)\s+(?:just )?(?:the |her |his |their )?{_PARENT}'?s "
    rf"(?:\w+ )?{_A_RELATIVE}\b"
    rf"|\b(?:writing|doing (?:this|it)|asking|filling (?:this|it) in|typing|here|messaging|texting)"
    rf"(?: this)? (?:for|on behalf of) (?:my|a|her|his|the) (?:\w+ )?"
    rf"(?:{_A_RELATIVE}|{_PARENT})\b",
    re.IGNORECASE,
)


def role_of_writer(message: Message, draft: Draft) -> Entity | None:
    """Who writes; once that is known, another role only where they say it of themselves."""
    role, known = message.first("referrer_role"), draft.referral.referrer.role
    if role is None or known is None or role.value == known:
        return role
    return role if _says_own_role(message.plain, str(role.value), known) else None


def _says_own_role(text: str, role: str, known: str) -> bool:
    """True where the words say of their writer that they are `role`, and not `known` as before."""
    if _SAYS_WHO.search(text) is None:
        return False
    is_job = known in _OF_THE_FAMILY and role not in _OF_THE_FAMILY
    return not (is_job and _BESIDE_THE_FAMILY.search(text))


def writes_for_a_parent(text: str) -> bool:
    """True for a relative or friend who is neither parent nor carer: the family has to agree."""
    return _FOR_A_PARENT.search(text) is not None
