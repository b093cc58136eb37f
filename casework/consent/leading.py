"""A clear yes in a message that may say more: "omg yes. and dont ring me at work".

The clause that answers settles what was asked; all that stands around it is heard as any message
is. A yes that something beside it takes back, or makes hang on something, is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casework.consent.beside_yes import (
    begins_with_but,
    denies_it_at_once,
    hope_taken_off,
    is_only_a_moment,
    lets_come_first,
    limits,
    may_put_right,
    takes_a_part_out,
    takes_back,
)
from casework.consent.clauses import Clause, cut_at_seams
from casework.consent.ways_to_agree import (
    Asked,
    Matter,
    begins_with_yes,
    is_said_outright,
    is_weak,
    makes_a_yes,
    names_what_is_asked,
)
from casework.words import straighten

_OF_THEMSELVES = re.compile(
    r"^(?:(?:yes|oh|well|no) )*(?:im|i am|were|we are|and is) (?:all |doing )*(?:ok|okay|fine|"
    r"alright|all ?right|good|cool)(?: (?:thanks|thank you|ta|now|really|love|mate))*$"
)
_SAVES = re.compile(r"^(?:please |pls |can you )*save(?: (?:it|this|that))?$")
"""Before "and come back later" it is no yes to keeping."""
_LEAVES_NO_DOUBT = re.compile(
    r"\b(?:y|yes+|ye+a*h*|yep|yup|yh|i agree|agree[sd]|consent\w*|send|submit|correct|all)\b"
)
_GREETS = re.compile(r"^(?:alright|all ?right|right)(?: (?:then|love|mate|hun))*$")
_GOES_ON = re.compile(
    r"^(?:and (?:is|are|has|does)\b|(?:(?:and|or) )?(?:the )?(?:council|la|local authority)$)"
)
"""After something else: of whom was told before ("she knows and is fine with it"), or a list."""
SHORTEST_BUT = 4
"""Words that "but" and what follows must have to be worth keeping."""


@dataclass(frozen=True)
class Yes:
    """A yes, and what is said besides, as typed."""

    beside: tuple[str, ...] = ()
    has_limits: bool = False
    """Some of it the team has to keep to: "but not the school"."""
    has_reservation: bool = False
    """It says "but", whatever follows: somebody should read it."""
    comes_weakly: bool = False
    """No more than "fine" or "go on", after something else: "CAMHS saw her, she is well"."""
    may_put_right: bool = False
    """What stands beside it may change an answer: "but it was the 5th"."""


def read_yes(text: str, asked: Asked, *, for_family: bool = False) -> Yes | None:
    """The yes of the message to what was asked, or None where there is no clear one.

    `for_family`: a professional was asked whether the family agrees, so "mum said yes" agrees.
    """
    agreed: list[str] = []
    before: list[Clause] = []
    after: list[Clause] = []
    for clause in cut_at_seams(straighten(text)):
        is_leading = all(map(is_only_a_moment, before))
        found = _yes_of(clause, asked, is_leading=is_leading, for_family=for_family)
        if found is None:
            (after if agreed else before).append(clause)
        elif any(map(denies_it_at_once, found[1:])):
            return None
        else:
            agreed.append(found[0])
            after += found[1:]
    is_sure = for_family or any(map(is_said_outright, agreed))
    is_of_later = bool(after) and any(map(_SAVES.match, agreed))
    if asked != "reading" and (is_of_later or is_of_themselves(agreed, before, after)):
        return None
    is_named = any(names_what_is_asked(yes, asked) for yes in agreed)
    if not agreed or not all(map(lets_come_first, before)):
        return None
    if asked == "reading" and not (is_sure or is_named):
        return None
    if any(takes_back(one, asked, is_sure=is_sure, is_named=is_named) for one in after):
        return None
    beside = [one for one in (*before, *after) if not is_only_a_moment(one)]
    return Yes(
        tuple(one.typed for one in beside),
        has_limits=any(map(limits, beside)),
        has_reservation=any(map(begins_with_but, beside)),
        comes_weakly=bool(_told(before)) and not any(map(_LEAVES_NO_DOUBT.search, agreed)),
        may_put_right=any(map(may_put_right, beside)),
    )


def is_of_themselves(agreed: list[str], before: list[Clause], after: list[Clause]) -> bool:
    """True for "I'm ok thanks" and "she had her tea, all fine": no answer to a consent.

    A mere "fine" answers where it leads. "Alright" greets where more is told; "ok so" begins it.
    """
    if not all(map(is_weak, agreed)):
        return False
    told = _told(before)
    greets = any(_GREETS.match(yes) for yes in agreed) and any(map(_tells, after))
    begins_to_tell = bool(after) and after[0].bare.startswith("so ")
    return bool(told) or greets or begins_to_tell or all(map(_OF_THEMSELVES.match, agreed))


def _told(clauses: list[Clause]) -> list[Clause]:
    return [one for one in clauses if not is_only_a_moment(one)]


def _tells(clause: Clause) -> bool:
    return not (is_only_a_moment(clause) or limits(clause) or "?" in clause.bare)


def agrees_in_part(text: str, matter: Matter) -> bool:
    """True for "yes but not about my health": no yes to what was asked, and a wish to be kept."""
    return any(takes_a_part_out(one, matter) for one in _after_doubtful_yes(text, matter))


def agrees_with_a_but(text: str, matter: Matter) -> bool:
    """True for "yes but just to see, not to decide", where that leaves the yes in doubt."""
    return any(
        begins_with_but(one) and len(one.bare.split()) >= SHORTEST_BUT and "?" not in one.bare
        for one in _after_doubtful_yes(text, matter)
    )


def _after_doubtful_yes(text: str, matter: Matter) -> list[Clause]:
    """What follows a yes that leads and does not count."""
    clauses = cut_at_seams(straighten(text))
    if not clauses or read_yes(text, matter) is not None:
        return []
    leads = _yes_of(clauses[0], matter, is_leading=True, for_family=False)
    if leads is None or any(map(denies_it_at_once, leads[1:])):
        return []
    return [*leads[1:], *clauses[1:]]


def _yes_of(
    clause: Clause, asked: Asked, *, is_leading: bool, for_family: bool
) -> tuple[str] | tuple[str, Clause] | None:
    """The yes that the clause is, or the yes that it begins with and the rest of it."""
    if not (is_leading or for_family) and _GOES_ON.match(clause.bare):
        return None
    hope = hope_taken_off(clause.bare)
    for words in (clause.bare, hope):
        if words is not None and makes_a_yes(words, asked, for_family=for_family):
            return (words,)
    begun = begins_with_yes(clause.bare, asked) if is_leading else None
    if begun is None:
        return None
    yes, rest = begun
    typed = clause.typed.split(maxsplit=len(yes.split()))[-1]
    return yes, Clause(typed, rest, is_joined=True)
