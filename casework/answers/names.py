"""What somebody is called, out of an answer in any words; what is no name is left to others."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from casework.answers.fact import Fact
from casework.answers.likely_names import likely_name
from casework.answers.name_words import (
    LETTERS,
    NAME_LEAD,
    clean_name,
    initials_alone,
    is_ordinary,
    name_of_sentences,
    tells_a_letter,
)
from casework.answers.parts_of_names import part_of_a_name_told
from casework.answers.reading import Answer, Reader, one
from casework.message import Entity, Message
from casework.people.also_called import two_names
from casework.people.around_names import softened, without_endearment, without_kisses
from casework.people.child_first import child_taken_first, counts_children, without_the_count
from casework.people.kin import AUNT, GRANDPARENT, PARENT, PARTNER
from casework.people.names_told import names_another, write_name
from casework.referral.draft import Draft
from casework.referral.fields import is_given, value_of
from casework.safety.redaction import is_first_name

_TELLS_OF_ONE = re.compile(
    r"(?:s?he|they)(?:'?s|'?re|(?= \w))\b|(?:is |aged? )?\d|(?:the )?same\b", re.IGNORECASE
)
"""The second half of "Jayden and hes 6" and of "Leena Foster, same surname as me"."""
_IS_MINE = re.compile(
    r"\b(?:my (?:own |full |first |last |sur|real |proper )*name|i'?m|i am|me|mine|myself)\b",
    re.IGNORECASE,
)
_SAYS_WHOSE = re.compile(
    r"\b(?:his|hers?|their|he|she|they|s?he'?s|him|my|our|your|child'?s?|sons?|daughters?|kids?|"
    r"boy|girl|mine|me|i'?m|i am|myself|(?:mum|mam|mom|dad|mother|father)(?:'?s| is))\b",
    re.IGNORECASE,
)
_OF_ANOTHER = {
    "self": re.compile(r"\b(?:s?he'?s?|they|his|hers?|him|them|child|son|daughter)\b", re.I),
    "child": re.compile(r"\b(?:me|my name|i'?m|i am)\b", re.IGNORECASE),
}
"""Words by which one of two names is another's: "Jo, hes called Sam"."""
_TITLED = re.compile(r"^\W*(?:it'?s )?(?:mrs|ms|dr)\b", re.IGNORECASE)
_TWO_NAMES = re.compile(r"\s*(?:,|&|\+|\band\b)\s*", re.IGNORECASE)

_ONE_OF_TWO = re.compile(r"(?<=[^\W\d_]) ?/ ?(?!(?:her|him|them|his)s?\b)[^\W\d_].*", re.IGNORECASE)
"""What follows one's own name, in "Jo Marsh / Sam Marsh"."""

_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|"
    r"seven|eigh|nine)teen|twenty)"
)
_NAME_WITH_NUMBER = re.compile(
    rf"[^\W\d_][\w'.-]*,? {_NUMBER}\W*|{_NUMBER} [^\W\d_][\w'.-]*\W*", re.IGNORECASE
)
_YES_AS_A_NAME = re.compile(r"Yes [A-Z][\w'-]+")
"""Yes Okafor: a first name, where "What is your name?" has no yes for an answer."""

_WHOSE_PARENT = re.compile(
    r"(?:^|(?<=[^\W\d_])[\s,-]+)[^\W\d_][\w-]*(?:'s (?:(?:single|foster) |step-?)?"
    rf"(?:{PARENT}|{GRANDPARENT}|{AUNT}|uncle|carer|guardian|{PARTNER})|s (?:mum|mam|dad))\b[\s,-]*"
    r"|[\s,-]+[^\W\d_][\w-]*'s$",
    re.IGNORECASE,
)
"""Around one's own name the child's is not part of it: "I'm Mason's mum, Kelly"."""


def reads_as_name_with_number(text: str) -> bool:
    """True for "Ann Five" and "One Smith", which are whole names where one's own is asked for."""
    return _NAME_WITH_NUMBER.fullmatch(text.strip()) is not None and clean_name(text) is not None


def read_name(field_name: str, role: str) -> Reader:
    """A reader of a name: one that was found, else the whole answer if it reads as one."""

    def read(message: Message, draft: Draft, today: date) -> Answer | None:
        if role == "self" and _YES_AS_A_NAME.fullmatch(message.plain):
            return one(field_name, message.plain)
        if role == "self" and reads_as_name_with_number(message.plain):
            return one(field_name, clean_name(message.plain))
        if tells_a_letter(message.plain) or (
            _tells_of_the_child(message) if role == "self" else _is_own_part(message, draft)
        ):
            return None
        both = two_names(without_kisses(message.plain), clean_name)
        if both is not None and not _OF_ANOTHER[role].search(message.plain):
            return one(field_name, both)
        if (initials := initials_alone(message.plain)) is not None:
            return one(field_name, initials)
        begun = child_taken_first(message.plain) or _child_of_the_writer(message.plain)
        if role == "child" and begun is not None:
            return one(field_name, write_name(begun))
        first = _first_of_several(message.plain) if role == "child" else None
        one_at_a_time = Answer((Fact(field_name, first),), note="utter_one_child_at_a_time")
        if first is not None and counts_children(message.plain):
            return one_at_a_time
        found = message.first("person_name", role) or message.first("person_name")
        is_guessed = False
        if role == "child" and found is not None:
            if _is_writers_own(found, message, draft):
                return None
            if _is_childs_after_all(found, message, draft):
                found, is_guessed = replace(found, role="child"), not found.is_sure
        if found is not None and _is_said_of_another(found, role, message):
            return None
        is_own = role == "self"
        said = _ONE_OF_TWO.sub("", message.plain) if is_own else message.plain
        whole = name_of_sentences(said, role) or clean_name(said)
        if whole and is_own:
            whole = _WHOSE_PARENT.sub(" ", whole).strip() or None
        if whole and names_another(message.plain, whole, than_the_writer=is_own):
            whole = None
        if found is None:
            named = None if whole is None else likely_name(message, whole, draft)
        else:
            named = _heard_and_said(found, whole, message, draft, is_guessed=is_guessed)
        if named is None:
            return None
        return one(field_name, *named) if first is None or found is not None else one_at_a_time

    return read


def _child_of_the_writer(words: str) -> str | None:
    """Josh, of "Josh's mum Ella"."""
    told = _WHOSE_PARENT.match(words)
    name = told[0].split("'s ")[0] if told is not None and "'s " in told[0] else ""
    return name if name and not is_ordinary(name) else None


def _is_own_part(message: Message, draft: Draft) -> bool:
    """True for "Marsh is my surname" and "Mrs Marsh", where the child's name is asked for."""
    part = part_of_a_name_told(message.plain, draft)
    return (part is not None and part.field == "name") or _TITLED.match(message.plain) is not None


def _is_writers_own(found: Entity, message: Message, draft: Draft) -> bool:
    """True for Ros of "put me as Rosalind, Ros is short for it", and for "MY name is Rob Stone".

    By itself the writer's name is an answer: a child may be called after a parent.
    """
    said = LETTERS.sub("", message.plain)
    if len(said) <= len(LETTERS.sub("", str(found.value))) + 1:
        return False
    own = message.first("person_name", "self")
    names = str(found.value).casefold().split()
    held = str(value_of(draft, "name") or "").casefold().split()
    is_told = own is not None and own.is_sure and _IS_MINE.search(message.plain) is not None
    return (not found.is_sure and (is_told or names == held[: len(names)])) or (
        is_told and found == own
    )


def _is_childs_after_all(found: Entity, message: Message, draft: Draft) -> bool:
    """True for "the names Morwenna", where the writer's name is known and they do not say "my"."""
    is_known = is_given(draft, "name") and value_of(draft, "name") != found.value
    return found.role == "self" and is_known and _IS_MINE.search(message.plain) is None


def _is_said_of_another(found: Entity, role: str, message: Message) -> bool:
    """True for "her name is Aisha" where the parent's own name is asked for; false for "Aisha".

    Whose it is that was only guessed counts less than that a name was asked for: "Smith, John".
    """
    is_of_another = found.role is not None and found.role != role
    is_of_another &= found.is_sure or _SAYS_WHOSE.search(message.plain) is not None
    said = LETTERS.sub("", without_kisses(softened(message.plain)))
    is_only_the_name = len(said) <= len(LETTERS.sub("", str(found.value))) + 1
    return is_of_another and not is_only_the_name


def _heard_and_said(
    found: Entity, whole: str | None, message: Message, draft: Draft, *, is_guessed: bool
) -> tuple[str, bool] | None:
    """The name that was heard, or all of what was said where that is a name; and whether surely."""
    heard = str(found.value)
    if whole is None:
        is_typed = found.end == 0 or message.text[found.start].isupper()
        may_be = found.is_sure or (not is_ordinary(heard) and (is_typed or _is_in_use(heard)))
        leads = message.plain.casefold().startswith(heard.casefold()) and _is_in_use(heard)
        is_sure = found.is_sure or leads or len(message.plain) <= 2 * len(heard)
        return (heard, is_sure and not is_guessed) if may_be else None
    if _has_initials_too(found, whole):
        return whole, True
    if _says_more(found, whole):
        return heard, True
    is_within = heard.casefold() in whole.casefold()
    said = None if found.is_sure and not is_within else likely_name(message, whole, draft)
    return said if said and (said[1] or not found.is_sure) else (heard, found.is_sure)


def _has_initials_too(found: Entity, whole: str) -> bool:
    """True for the Marsh of "K. L. Marsh" and the Jo of "Jo M"."""
    beside = LETTERS.sub(" ", whole.casefold()).split()
    for word in LETTERS.sub(" ", str(found.value).casefold()).split():
        if word not in beside:
            return False
        beside.remove(word)
    return max(map(len, beside), default=0) == 1


def _says_more(found: Entity, whole: str) -> bool:
    """True for "our daughter Amina" and "Priya Nair, LB Camden": the name heard is all of it."""
    name = str(found.value).casefold()
    before, heard, after = whole.casefold().partition(name)
    if not heard or len(name) >= len(whole) - 3:
        return bool(heard)
    is_full = " " in name and after.startswith((",", " here"))
    goes_on = is_full and ((found.is_sure and after.startswith(",")) or is_ordinary(after))
    return goes_on or (bool(before.strip()) and not after and is_ordinary(before))


def _tells_of_the_child(message: Message) -> bool:
    """True for "levi hes 15" where the parent's own name is asked for."""
    names = {entity.role for entity in message.all_of("person_name")}
    return names == {"child"} and message.first("age", "child") is not None


def _first_of_several(text: str) -> str | None:
    """The first of two children's names: a referral is for one child."""
    named = without_the_count(without_endearment(text).strip())
    parts = _TWO_NAMES.split(NAME_LEAD.sub("", named))
    names = [clean_name(part) for part in parts if not _TELLS_OF_ONE.match(part)]
    is_each_named = len(names) == len(parts) > 1 and all(names)
    return names[0] if is_each_named and len(names[0] or "") > 1 else None


def _is_in_use(name: str) -> bool:
    return is_first_name(name.split()[0].casefold())
