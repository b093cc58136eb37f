"""Names that stand alone between marks: "He's 14, Jonah", "… no one with me. Kev Ramsbottom".

Whose name it is follows from what stands beside it and from what else the message tells; such a
name is never sure, so that it is confirmed before it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.nlu.ages import read_ages
from bot.nlu.facts import Fact, overlaps
from bot.nlu.message import ParentMessage
from bot.nlu.name_cues import NAME_OF_A_PLACE
from bot.nlu.names import Name, NameTaker
from bot.nlu.signed_names import read_signed

# A mark counts with a space after it, so that addresses stay whole; a number ends a piece, too.
_MARKS = re.compile(r"[.,;:!?]+(?=\s|$)|[\n()]|\s[-–—]+\s|\+?\d(?:[ -]?\d){8,}|\S+@\S+")
_MYSELF = re.compile(
    r"\b(?:i'?m|i am|my own|(?:mum|dad|mother|father|parent|nan|grandma|carer) here)\b"
)
_REACHES_ME = re.compile(
    r"\d(?:[ -]?\d){8,}|\S@\S|\b(?:thanks|thank you|regards|cheers|for me|call me|ring me|text me"
    r"|e-?mail me|contact me)\b"
)
_OWN_PLAN = re.compile(r"\b(?:my(?: own)?|own) (?:plan|ehcp?)\b|\bi'?m (?:1[6-9]|2[0-5])\b")
_OF_CONTACT = re.compile(
    r"\b(?:voicemails?|texts?|calls?|ring|e-?mails?|phone|landline|interpreter)\b"
)
_MY_PARTNER = re.compile(r"\bmy (?:wife|husband|partner|fianc[eé]e?)\b")
_CHILD_WORD = re.compile(
    r"\b(?:son|daughter|child|boy|girl|lad|lass|kid|pupil|student|toddler|baby|grandson"
    r"|granddaughter|nephew|niece)\b"
)
_TALKS_OF_CHILD = re.compile(
    r"\b(?:he|she|him|her|his|hers|they|them|he'?s|she'?s|years?[ -]old|yo|dob|born)\b"
    rf"|{_CHILD_WORD.pattern}"
)
_TALKS_OF_CASE = re.compile(
    r"\b(?:plan|ehcp?|assess\w*|refus\w+|council|la|letter|decision|section|placement)\b"
)
_SEVERAL = re.compile(
    r"\b(?:kids|children|twins|sons|daughters|boys|girls|lads|siblings|both (?:of them|have"
    r"|need))\b"
)
_NAMES_SOMETHING_ELSE = re.compile(
    r"\b(?:school|college|nursery|academy|pre-?school|setting|placement|teacher|head|doctor|gp"
    r"|senco|mediator|diagnos\w+|worker|officer|consultant|carer|friend|aide|boss|brother|sister"
    r"|cousin|advocate|solicitor|therapist)\b"
    r"|\b(?:has|have|with|need|needs|called|live|lives|not|street|road)$"
)
_LIKE_A_WORD = re.compile(r"(?i)(?:(?<!s)ally|ing|ably|edly|antly|ently|ously|ively|[ckptwzg]ed)$")
_SAYS_AGE_FIRST = re.compile(
    r"[\s.,(–-]*(?:and\s+)?(?:(?:he|she|who|they)(?:'?s| is|'?ll be| will be| turns| turned| was| "
    r"has just turned| just turned|'?re| are)\s+|(?:is|aged?|turns)\s+)?(?:nearly |only |almost )?$"
)
_UNIT_OF_AGE = re.compile(
    r"(?:\s*-?\s*(?:years?|yrs?|yo|y|months?|mths?)(?:[ -]old)?)?(?:\s(?:now|next \w+"
    r"|soon))?[\s.,(–-]*"
)


_SIGNED = re.compile(
    r"(?:[.!?\n)]\s*|\s[-–—]\s*|^|\bx{1,4}\s+|\b(?:thanks|thank you|ta|cheers|regards"
    r"|sorry)[.,]?\s+)$"
)
_SIGNED_APART = re.compile(r"(?:\n\s*|\s[-–—]\s*|\bx{1,4}\s+)$")
_OF_THE_WRITER = re.compile(
    r"\b(?:i|i'?m|me|my|mine|we|us|our|ours|thanks|thank|sorry|ta|regards|cheers)\b"
)
_HANGS_ON = re.compile(r"\d\w*(?: (?:years?|yrs?)(?: old)?)?\s*[,(–-]\s*$")
_SAYS_AN_AGE = re.compile(r"\b(?:he|she)(?:'?s| is| turned| turns)\s+(?:\w+\s+)?\d{1,2}\b")
_KISSES = re.compile(r"x+|[^\w]+")


class _Piece(NamedTuple):
    """What stands between two marks, without the spaces around it."""

    start: int
    end: int


def read_lone_names(message: ParentMessage, taker: NameTaker, facts: Sequence[Fact]) -> list[Fact]:
    """Read pieces that are nothing but a name; `facts` are the people read from surer words."""
    taken = [(fact.start, fact.end) for fact in facts]
    found = list(facts)
    lone: list[Fact] = []
    pieces = _pieces(message)
    ages = [fact for fact in read_ages(message, facts) if fact.role == "child"]
    signed = None if _has_own(found) else read_signed(message, taker, facts)
    if signed is not None:
        lone.append(signed)
        found.append(signed)
        taken.append((signed.start, signed.end))
    for at, piece in enumerate(pieces):
        name = taker.take(piece.start, capital=True, most=3, weak=True)
        if name is None:
            name = _with_surname_of_a_place(taker, piece)
        if name is None or name.end != piece.end:
            name = taker.take_known(piece.start)
            is_place = name is not None and (name.start, name.end) in taker.blocked
            if name is not None and is_place and not _is_beside_age(message, name, ages):
                continue
        if name is None or name.end != piece.end or overlaps(*piece, taken):
            continue
        if NAME_OF_A_PLACE.search(name.value):
            continue
        if message.plain.startswith("?", piece.end):
            continue
        is_one_word = " " not in name.value
        if not taker.is_first_name(name.value.split()[0]) and (
            (is_one_word and _LIKE_A_WORD.search(name.value))
            or (name.value.isupper() and len(name.value) > 3)
        ):
            continue
        if message.bare == message.plain[piece.start : piece.end]:
            words = name.value.count(" ") + 1
            return [Fact("person_name", name.value, *piece)] if 2 <= words <= 3 else []
        before = message.plain[pieces[at - 1].start : pieces[at - 1].end] if at else ""
        is_last = all(_is_no_name(message, taker, later) for later in pieces[at + 1 :])
        fact = _whose(message, name, before, ages, found, is_last=is_last)
        if is_last and at and not _has_own(found) and fact is not None:
            fact = _as_signature(message, taker, fact, pieces[at - 1], found, ages)
        if fact is not None:
            lone.append(fact)
            found.append(fact)
    return lone


def _has_own(facts: Sequence[Fact]) -> bool:
    return any(fact.entity == "person_name" and fact.role == "self" for fact in facts)


def _is_no_name(message: ParentMessage, taker: NameTaker, piece: _Piece) -> bool:
    """Say whether what follows a signature is a place or kisses."""
    words = message.plain[piece.start : piece.end]
    return tuple(piece) in taker.blocked or _KISSES.fullmatch(words) is not None


def _as_signature(
    message: ParentMessage,
    taker: NameTaker,
    fact: Fact,
    before: _Piece,
    found: Sequence[Fact],
    ages: Sequence[Fact],
) -> Fact:
    """A name by itself at the very end signs the message: "… refused. Truro. Demelza"."""
    name = Name(str(fact.value), fact.start, fact.end)
    says_age = any(before.start <= age.start < before.end for age in ages)
    is_apart = _SIGNED_APART.search(message.plain, max(0, fact.start - 20), fact.start) is not None
    if not is_apart and (says_age or _SAYS_AN_AGE.search(message.plain, before.start, before.end)):
        return fact
    if _OF_THE_WRITER.search(message.plain) is None:
        return fact
    signs = _SIGNED.search(message.plain, max(0, fact.start - 20), fact.start)
    follows_place = tuple(before) in taker.blocked
    if not (signs or follows_place) or _is_beside_age(message, name, ages):
        return fact
    is_known = taker.is_first_name(name.value.split()[0])
    has_child = any(one.role == "child" and one.sure for one in found)
    is_sure = is_known and (is_apart or has_child or " " in name.value)
    return replace(fact, role="self", sure=is_sure or (fact.role == "self" and fact.sure))


def _with_surname_of_a_place(taker: NameTaker, piece: _Piece) -> Name | None:
    """Take "Kev Ramsbottom" though Ramsbottom is a town: a first name stands before it."""
    first = taker.take(piece.start, capital=True, most=1, weak=False)
    name = taker.take(piece.start, capital=True, most=2, weak=False)
    is_bare = taker.is_whole_message(piece.start, piece.end)
    if (
        first is None
        or name is None
        or is_bare
        or first.value.isupper()
        or overlaps(first.start, first.end, taker.blocked)
    ):
        return None
    is_surname = any(start == first.end + 1 and end == name.end for start, end in taker.blocked)
    return name if is_surname else None


def _pieces(message: ParentMessage) -> list[_Piece]:
    """Cut the message at its marks; opening and closing brackets are marks as well."""
    pieces, at = [], 0
    ends = [found.span() for found in _MARKS.finditer(message.plain)]
    for start, end in [*ends, (len(message.plain), len(message.plain))]:
        words = message.plain[at:start]
        first = at + len(words) - len(words.lstrip())
        last = at + len(words.rstrip())
        if first < last:
            pieces.append(_Piece(first, last))
        at = end
    return pieces


def _whose(
    message: ParentMessage,
    name: Name,
    before: str,
    ages: Sequence[Fact],
    found: Sequence[Fact],
    *,
    is_last: bool,
) -> Fact | None:
    """Give the name to the child or to the writer, or to nobody where nothing tells."""
    plain = message.plain
    has_own = any(fact.role == "self" for fact in found)
    has_child = any(fact.role == "child" for fact in found)
    is_full = " " in name.value
    childs = Fact("person_name", name.value, name.start, name.end, "child", sure=False)
    own = replace(childs, role="self")
    if not has_child and _is_beside_age(message, name, ages):
        return replace(childs, sure=has_own and _HANGS_ON.search(plain, 0, name.start) is not None)
    if _SEVERAL.search(plain) or _NAMES_SOMETHING_ELSE.search(before):
        return None
    if is_full and not has_own:
        return replace(own, sure=_MYSELF.search(plain, 0, name.start) is not None)
    if has_own and (has_child or is_full):
        return None
    if has_own:
        return childs if _TALKS_OF_CHILD.search(plain) else None
    if has_child:
        return own
    if not name.start:
        return None
    is_of_a_couple = _MY_PARTNER.search(plain) and not _CHILD_WORD.search(plain)
    is_of_contact = _OF_CONTACT.search(plain) and not _TALKS_OF_CHILD.search(plain)
    if is_of_a_couple or is_of_contact or _OWN_PLAN.search(plain) or _REACHES_ME.search(plain):
        return own
    tells_of_child = _TALKS_OF_CHILD.search(plain) or (is_last and _TALKS_OF_CASE.search(plain))
    return childs if tells_of_child else None


def _is_beside_age(message: ParentMessage, name: Name, ages: Sequence[Fact]) -> bool:
    """Say whether an age stands right before or after: "he's 14, Jonah", "Maja, she's 7"."""
    plain = message.plain
    for age in ages:
        if age.end <= name.start:
            between = plain[age.end : name.start]
            if _UNIT_OF_AGE.fullmatch(between):
                return True
        elif _SAYS_AGE_FIRST.fullmatch(plain[name.end : age.start]):
            return True
    return False
