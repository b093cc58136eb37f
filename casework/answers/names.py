"""What somebody is called, out of an answer in any words; what is no name is left to others."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from casework.answers.fact import Fact
from casework.answers.name_words import (
    IS_WRITTEN_AS_A_NAME,
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
from casework.people.names_told import names_another, tells_whose_names, write_name
from casework.referral.draft import Draft
from casework.referral.fields import is_given, value_of
from casework.safety.redaction import words_of_nobody

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
    r"boy|"
    r"girl|mine|me|i'?m|i am|myself|(?:mum|mam|mom|dad|mother|father)(?:'?s| is))\b",
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
    r"(?:^|(?<=[^\W\d_])[\s,-]+)[^\W\d_][\w-]*(?:'s (?:(?:single|foster) |step-?)?(?:mum|mam|mom|"
    r"mummy|dad|daddy|mother|father|nan|nana|gran|granny|grandma|grandad|carer|guardian|aunt|"
    r"auntie|aunty|uncle|wife|husband|partner)|s (?:mum|mam|dad))\b[\s,-]*|"
    r"[\s,-]+[^\W\d_][\w-]*'s$",
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
        if role == "self" and _tells_of_the_child(message):
            return None
        if tells_a_letter(message.plain) or (role == "child" and _is_own_part(message, draft)):
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
        if found is not None and (
            _is_said_of_another(found, role, message) or _is_of_an_address(found, message)
        ):
            return None
        is_own = role == "self"
        said = _ONE_OF_TWO.sub("", message.plain) if is_own else message.plain
        whole = name_of_sentences(said, role) or clean_name(said)
        if whole and is_own:
            whole = _WHOSE_PARENT.sub(" ", whole).strip() or None
        if whole and names_another(message.plain, whole, than_the_writer=is_own):
            whole = None
        is_told_whose = tells_whose_names(message.plain) or _names_both(message)
        if found is not None and found.role == role and is_told_whose:
            return one(field_name, found.value, found.is_sure)
        if found is not None and whole is not None and _has_initials_too(found, whole):
            return one(field_name, whole)
        if found is not None and whole is not None and _only_leads_to(found, whole):
            return one(field_name, found.value)
        if found is not None and whole is not None and _only_goes_on(found, whole):
            return one(field_name, found.value)
        if found is not None and (whole is None or _is_nearly(found, whole)):
            return one(field_name, found.value, not (is_guessed and whole is None))
        if whole is None or (found is None and _names_nobody(message, whole, draft)):
            return None
        return one(field_name, whole) if first is None else one_at_a_time

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


def _names_both(message: Message) -> bool:
    """True for "I'm Jane, mum of Tom": each name is of another."""
    roles = {entity.role for entity in message.all_of("person_name") if entity.is_sure}
    return {"self", "child"} <= roles


def _is_nearly(found: Entity, whole: str) -> bool:
    """True for a name that is all but a word of what was said, and not another's beside it."""
    name = str(found.value)
    is_another = not found.is_sure and name.casefold() not in whole.casefold()
    return len(name) >= len(whole) - 3 and not is_another


def _has_initials_too(found: Entity, whole: str) -> bool:
    """True for the Marsh of "K. L. Marsh" and the Jo of "Jo M"."""
    beside = LETTERS.sub(" ", whole.casefold()).split()
    for word in LETTERS.sub(" ", str(found.value).casefold()).split():
        if word not in beside:
            return False
        beside.remove(word)
    return max(map(len, beside), default=0) == 1


def _only_leads_to(found: Entity, whole: str) -> bool:
    """True for the Amina of "our daughter Amina": the words before are nobody's."""
    name = str(found.value).casefold()
    before = whole.casefold().removesuffix(name)
    return before != whole.casefold() and bool(before.strip()) and is_ordinary(before)


def _only_goes_on(found: Entity, whole: str) -> bool:
    """True for the Priya Nair of "Priya Nair, social worker" and of "Priya Nair, LB Camden"."""
    name = str(found.value).casefold()
    after = whole.casefold().removeprefix(name)
    follows = after != whole.casefold() and after.startswith((",", " here"))
    is_known = found.is_sure and after.startswith(",")
    return follows and " " in name and bool(after.strip(" ,")) and (is_known or is_ordinary(after))


def _is_of_an_address(found: Entity, message: Message) -> bool:
    """True for the "fatima" of "fatima.n@example.org", which may be anybody's address."""
    return any(email.start <= found.start < email.end for email in message.all_of("email"))


_NEVER_NAMES = frozenset(
    {
        "access_need",
        "appeal",
        "certificate",
        "contact_ok",
        "contact_preferred",
        "dispute",
        "email",
        "interpreter",
        "meeting",
        "phone",
        "plan_status",
        "referrer_role",
        "route",
        "supporter",
    }
)
"""Facts whose words nobody is called by; places, months and languages are names as well."""
_IS_PRESSED = 1
"""Misses after which a lone odd word is taken: somebody may truly be called so."""


def _names_nobody(message: Message, whole: str, draft: Draft) -> bool:
    """True for "online", "his mum" and "she likes horses", whatever was asked."""
    if any(_covers(entity, message, draft) for entity in message.entities):
        return True
    words = [LETTERS.sub("", word.lower()) for word in whole.split()]
    if max(map(len, words)) == 1:
        return False
    ordinary = [word in words_of_nobody() for word in words]
    is_pressed = draft.progress.misses >= _IS_PRESSED
    if all(ordinary):
        return not (is_pressed and len(words) == 1 and whole[0].isupper())
    is_typed_so = whole in message.plain and IS_WRITTEN_AS_A_NAME.fullmatch(whole)
    return ordinary[0] and not is_typed_so and not is_pressed


def _covers(entity: Entity, message: Message, draft: Draft) -> bool:
    """True where a sure fact that is nobody's name is all that the message tells.

    A place is a name as well, but not where we still have to hear of a council.
    """
    length = len(message.plain.strip(" .,!?"))
    is_awaited = entity.name == "council" and not is_given(draft, "council")
    is_never_a_name = entity.is_sure and (entity.name in _NEVER_NAMES or is_awaited)
    return is_never_a_name and 0 < length - 1 <= entity.end - entity.start


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
    return names[0] if is_each_named else None
