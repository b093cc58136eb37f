"""Who writes and what they are to the child, and not whom else the message speaks of.

A role once given is the parent's own word: "my son" from a grandmother, "like speech therapist"
and "I work for them" tell nothing of it. The roles know parents and carers only; what a carer or
step-parent is to the child is kept beside them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Entity, Message
from casework.people.kin import AUNT, DAD, GRANDPARENT, JOB, MUM, PARENT, STEP_PARENT
from casework.referral.draft import Draft
from casework.referral.record import THIRD_PARTIES
from casework.words import reads_as_correction

_KIN = (
    rf"(?:{PARENT}|{STEP_PARENT}|carers?|guardian|{GRANDPARENT}|{AUNT}|uncle|foster \w+|"
    r"kinship \w+|young person|sister|brother)"
)
I_AM = (
    r"\b(?:i'?m|i am|we'?re|we are|(?:writing|here|referring|acting|speaking|asking) as|"
    r"(?:my |the )?role (?:is|should be|=|:)|number \d+ (?:is|should be)|put me (?:down )?as|"
    r"change (?:it|that|my role|role|the role) to)"
)
_SAYS_WHO = re.compile(
    rf"{I_AM}(?! (?:meet|see|ring|call|phon|visit|e-?mail|text|contact|wait|speak|bring|hav|tak)"
    r"ing\b)"
    rf"(?:\s+(?!(?:not|asking|told|with|from|his|for|like|so|glad|lucky|my)\b)[\w'-]+){{0,3}}?"
    rf"\s+(?:(?:his|her|their|the|\w+'s) )?(?:\w+ )?(?:{_KIN}|{JOB})\b(?!'s)"
    rf"|{I_AM}\s+(?:from|at|with)\s+(?:the |a |his |her )?(?:\w+ )?(?:school|council|sendiass)\b"
    rf"|^\W*(?:(?:no|sorry|actually|oops|it'?s|the|his|her|a|an)\W+)*{_KIN}"
    rf"(?:\W+(?:here|not \w+(?: \w+)?|please|sorry|actually|thanks))?\W*$"
    rf"|\bi (?:foster|adopted)\b|\bnot (?:a|the|his|her|their) {_KIN}\b",
    re.IGNORECASE,
)
_IS_NOT_FAMILY = re.compile(
    rf"^\W*(?:(?:no|sorry|oh|actually)\W+)*(?:i'?m|i am) the (?:\w+ )?{JOB}\W*$|"
    rf"\bnot (?:a |the |his |her |their )?{_KIN}\b|"
    rf"\b(?:i'?m|i am|we'?re|as) (?:actually |really )?(?:his|her|their|the child'?s|sendiass) "
    rf"(?:\w+ ){{0,2}}?{JOB}\b|\b(?:on behalf of|referring (?:him|her|them|a (?:pupil|child)))\b",
    re.IGNORECASE,
)
"""A parent has a job besides: "i'm a TA" says nothing, "I'm the SENCO, not mum" does."""
_ONLY_A_JOB = re.compile(
    rf"^\W*(?:(?:no|sorry|oh|actually)\W+)*(?:i'?m|i am) an? (?:\w+ )?{JOB}\W*$", re.I
)
_DENIES_A_ROLE = re.compile(
    rf"\bnot (?:a |the |his |her |their )?{_KIN}\b|\b(?:she|he|they) calls? me {_KIN}\b", re.I
)
"""Then who writes is put right in so many words: "im not the parent im the social worker"."""
_REVIEW = ("summary", "change_what")
OF_THE_FAMILY = frozenset({"parent", "carer", "young_person"})
_WHO = (
    rf"{STEP_PARENT}|(?:foster|adoptive) (?:{PARENT}|carers?)|kinship carers?|"
    rf"(?:special|legal) guardians?|(?:great )?{GRANDPARENT}s?|"
    rf"(?:{MUM}|{DAD})'?s (?:partner|girlfriend|boyfriend|husband|wife)"
)
_ALSO = rf"(?:(?:,| and| with)+(?: his| her| their| the| a)? (?P<also>{_WHO})\b(?!'s))?"
_IS_ONE = re.compile(
    r"\b(?:i'?m|i am|we'?re|we are|it'?s|this is)(?: (?!not\b|from\b|asking\b)\w+){0,2}? "
    rf"(?:(?:his|her|their|the|a|child'?s|just|only) )*(?P<who>{_WHO})\b(?!'s|s\b){_ALSO}",
    re.IGNORECASE,
)
_IS_ONE_IN_SHORT = re.compile(
    rf"^\W*(?:(?:his|her|their|the|a|child'?s|just|only) )*(?P<who>{_WHO}){_ALSO}"
    r"(?=\W*$|[,.;]| here\b| and\b)",
    re.IGNORECASE,
)
_NAMED_WITH_IT = re.compile(
    rf"\w, (?:the )?(?P<who>(?i:{_WHO}))(?: and (?P<also>(?i:{_WHO})))? (?:of|to) [A-Z]"
)
"""After a name: "Rosalind Keane, gran and special guardian of Poppy"."""
_BY_THE_CHILD = tuple(
    (re.compile(rf"\b(?:my|me|our) (?:\w+ )?(?:{child})\b(?!'s)", re.IGNORECASE), who)
    for child, who in (
        (r"grand ?(?:sons?|daughters?|child(?:ren)?|kids?|babies|baby)", "grandparent"),
        (
            r"nephews?|nieces?|(?:brother|sister|bro|sis)'?s (?:kids?|child(?:ren)?|boys?|girls?|"
            r"lads?|sons?|daughters?|little one)",
            "aunt or uncle",
        ),
    )
)
"""What a carer is to the child they call so; a parent may speak of another's grandson."""
_BY_THE_CARE = re.compile(
    r"\bi(?:'?ve| have| got| hold)+ (?:an? |the )?(?:sgo|special guardianship)\b", re.IGNORECASE
)
_OF_A_PARENT = re.compile(r"(?<=mum|dad)s (?=\w)|(?<=other|ather)s (?=\w)")
_STEP = re.compile(r"\bstep[ -]?(?=[a-z])", re.IGNORECASE)


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
    if draft.progress.pending == "supporters" and not re.search(I_AM, message.plain, re.I):
        return None
    is_asked_for = draft.progress.pending == "role" or _DENIES_A_ROLE.search(message.plain)
    if _says_own_role(message.plain, str(role.value), known):
        is_safe = known in THIRD_PARTIES or {known, role.value} <= {"parent", "carer"}
        is_put_right = takes_the_place(message, draft)
        return role if is_asked_for or is_safe or not is_put_right else replace(role, is_sure=False)
    is_job = draft.progress.pending in _REVIEW and _ONLY_A_JOB.match(message.plain)
    return replace(role, is_sure=False) if is_job else None


def takes_the_place(message: Message, draft: Draft) -> bool:
    """True where what is told would be put at once in the place of an answer: it is asked first."""
    return draft.progress.pending in _REVIEW or reads_as_correction(message.plain)


def _says_own_role(text: str, role: str, known: str) -> bool:
    """True where the words say of their writer that they are `role`, and not `known` as before."""
    said = _SAYS_WHO.search(text)
    if said is None:
        return False
    is_of_work = known in THIRD_PARTIES and re.search(rf"\b{JOB}\b", said[0], re.IGNORECASE)
    if is_of_work and role in OF_THE_FAMILY:
        return False
    is_job = known in OF_THE_FAMILY and role not in OF_THE_FAMILY
    return not is_job or _IS_NOT_FAMILY.search(text) is not None


def relationship_of(message: Message, draft: Draft, role: Entity | None) -> str | None:
    """What a parent or carer is to the child, where it is new. `role`: who they say they are."""
    known, held = draft.referral.referrer.role, draft.referral.referrer.relationship
    is_asked = known is None and draft.progress.pending == "role"
    is_of_the_family = role is not None and role.value in ("parent", "carer")
    if held is not None and (role is None or role.value == known):
        return None
    told = relationship_told(message.plain)
    if told is None and role is not None and role.value == "carer":
        told = _by_the_child(message.plain)
    is_guardian = known in ("parent", "carer") and told is not None and "guardian" in told
    return told if is_of_the_family or is_asked or is_guardian else None


def relationship_told(text: str) -> str | None:
    """What the writer says they are to the child, in small letters: "nan, special guardian"."""
    found = _IS_ONE.search(text) or _IS_ONE_IN_SHORT.match(text) or _NAMED_WITH_IT.search(text)
    if found is not None:
        told = [found["who"], found["also"]]
        return ", ".join(_spell(who) for who in told if who)
    return "special guardian" if _BY_THE_CARE.search(text) else None


def _by_the_child(text: str) -> str | None:
    return next((who for child, who in _BY_THE_CHILD if child.search(text)), None)


def _spell(who: str) -> str:
    return _OF_A_PARENT.sub("'s ", _STEP.sub("step-", who.lower()))
