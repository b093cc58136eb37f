"""Who comes along, spelt anew or in another's place: "its Rachael not Rachel", "dad not mum".

The old name is one that we hold of them, or the new one is like it: a family's own names are not
meant where somebody else's fits better.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from casework.answers.fact import Fact
from casework.answers.name_words import is_ordinary
from casework.corrections.said_instead import said_instead
from casework.people.names_told import write_name
from casework.people.somebody_told import names_people
from casework.referral.draft import Draft
from casework.referral.fields import value_of

_WHO = r"(?:(?:my|his|her|their|our|the) )?[^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*)?"
_PAIRS = (
    re.compile(rf"(?P<new>{_WHO}),? (?:and )?not (?P<old>{_WHO})(?=\W*$|[.,;])", re.IGNORECASE),
    re.compile(rf"\bnot (?P<old>{_WHO})(?:[,.;]| but)+ (?:it'?s )?(?P<new>{_WHO})", re.IGNORECASE),
    re.compile(rf"\b(?:change|swap) (?P<old>{_WHO}?) (?:to|for) (?P<new>{_WHO})", re.IGNORECASE),
)
_LEAD = re.compile(r"^(?:it'?s|is|sorry|actually|no|but|with|called|bringing)\s+", re.IGNORECASE)
_LIKE = 75
"""Likeness from 0 to 100 of two spellings of one name."""
_NAMES = ("name", "child_name")


def supporter_put_right(words: str, draft: Draft) -> Fact | None:
    """Who comes along, as it is to be; None where nothing of it is put right."""
    held = draft.referral.supporters
    for pair in _PAIRS:
        for told in pair.finditer(words):
            fact = _replaced(held, _as_held(_bare(told["old"]), held), _bare(told["new"]))
            if fact is not None and names_people(_bare(told["new"])):
                return fact
    said = said_instead(words) or ""
    if len(said.split()) != 1 or is_ordinary(said):
        return None
    alike = [word for one in held for word in one.split() if _is_like(said, word)]
    names = " ".join(str(value_of(draft, field) or "") for field in _NAMES).split()
    if len(alike) != 1 or any(_is_like(said, name) for name in names):
        return None
    return _replaced(held, alike[0], said)


def _bare(who: str) -> str:
    while (shorter := _LEAD.sub("", who)) != who:
        who = shorter
    return who


def _as_held(who: str, held: list[str]) -> str:
    """The words as they are written in an answer: Rachel, of "rachel"."""
    found = (re.search(rf"\b{re.escape(who)}\b", one, re.IGNORECASE) for one in held)
    return next((one[0] for one in found if one is not None), who)


def _is_like(said: str, word: str) -> bool:
    one, other = said.casefold(), word.casefold()
    return one != other and fuzz.ratio(one, other) >= _LIKE


def _replaced(held: list[str], old: str, new: str) -> Fact | None:
    """The people with the old words replaced in the one who is called so; None where nobody is."""
    put = write_name(new) if old[:1].isupper() and " " not in new else new
    said = re.compile(rf"\b{re.escape(old)}\b", re.IGNORECASE)
    people = [said.sub(lambda _: put, one, count=1) for one in held]
    return Fact("supporters", people) if people != held else None
