"""What the names found in a text mean together: those that agree narrow down, others are asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from casework.places.gazetteer import Council, Meaning, Reach, load_gazetteer, words_of

MOST_CANDIDATES = 6
"""A list longer than this is no help: the question stays open ("Which London borough?")."""

SHORT_ANSWER = 3
"""Up to so many words, an unknown word beside a name is taken for a part of a longer name."""

_SAYS_CITY = frozenset({"city", "cc", "unitary"})

_NOT_THE_CITY = re.compile(
    r"\b(?:not|isn'?t|outside) (?:in )?(?:the )?(?:city|unitary)\b|"
    r"\bthe (?:county|shire)(?: council)?(?: one)?$|\b(?:it'?s|but|in) the county\b"
)
_NOT_THE_COUNTY = re.compile(r"\bnot (?:in )?(?:the )?county\b")
_SIDE = re.compile(
    r"(?P<not>\bnot (?:the |in )?)?\b(?P<side>north|south|east|west|central)(?:ern)?\b"
)

Kind = Literal["exact", "fuzzy", "ambiguous", "outside_england", "none"]
MatchedBy = Literal["name", "place", "postcode"]


@dataclass(frozen=True)
class CouncilMatch:
    """What a text says about the council.

    `exact`: `council` is sure. `fuzzy`: `council` is likely and must be confirmed; `candidates`
    holds it and what else may be meant. `ambiguous`: ask which of `candidates` (2 to 6), or which
    of very many where it is empty (London, Yorkshire). `outside_england` and `none`: no council.
    """

    kind: Kind
    council: Council | None = None
    candidates: tuple[Council, ...] = ()
    matched_by: MatchedBy | None = None


@dataclass(frozen=True)
class Hit:
    """One name found in the text: the words from `start` up to `end`."""

    start: int
    end: int
    name: str
    meaning: Meaning


def _on_that_side(councils: Iterable[Council], words: list[str]) -> Council | None:
    """The one council with the side in its name that the words say; None where it is not one."""
    said = {found["side"] for found in _SIDE.finditer(" ".join(words)) if not found["not"]}
    named = [each for each in councils if set(each.name.lower().split()) & said]
    return named[0] if len(named) == 1 else None


def weigh(hits: list[Hit], text: str, words: list[str]) -> CouncilMatch:
    """Decide between the names found: those that agree narrow down, the smaller says more."""
    outside = [hit for hit in hits if hit.meaning.is_outside_england]
    inside = [hit for hit in hits if not hit.meaning.is_outside_england]
    for hit in outside:
        before = words[hit.start - 1] if hit.start else ""
        is_beside = before in words_of("next_to_a_border") and inside
        if not inside or (hit.meaning.reach is Reach.COUNTRY and not is_beside):
            return CouncilMatch("outside_england", matched_by=matched_by(hit.meaning))
    inside.sort(key=lambda hit: hit.meaning.reach)
    shared = _agreed(inside)
    first = inside[0].meaning
    if not shared:
        return _conflict(inside, words)
    if len(shared) == 1:
        county = _county_named_alike(shared[0], inside, words)
        if county is not None and _denies_city(words):
            return CouncilMatch("exact", county, matched_by=matched_by(first))
        if county is not None:
            city = load_gazetteer().councils[shared[0]]
            return CouncilMatch("fuzzy", city, (city, county), matched_by(first))
        is_certain = not outside and not any(
            _may_be_longer(hit, text, words) or _is_bare_word(hit, text) for hit in inside
        )
        return one(shared[0], matched_by(first), is_certain=is_certain)
    told = _on_that_side((load_gazetteer().councils[gss] for gss in shared), words)
    if told is not None:
        return CouncilMatch("exact", told, matched_by=matched_by(first))
    return choice(
        Meaning(shared, first.reach, has_usual=first.has_usual and first.authorities[0] in shared),
        matched_by(first),
    )


def _county_named_alike(gss: str, hits: list[Hit], words: list[str]) -> Council | None:
    """The county around a city of the same name, where "Nottingham" may mean either."""
    says_city = not _SAYS_CITY.isdisjoint(words) and not _denies_city(words)
    if says_city or any(hit.meaning.reach < Reach.TOWN_COUNCIL for hit in hits):
        return None
    name = load_gazetteer().councils[gss].name
    return next(
        (each for each in load_gazetteer().councils.values() if each.name == f"{name}shire"), None
    )


def _denies_city(words: list[str]) -> bool:
    """Whether the text says that it is the county: "Leicester, not the city, the county one"."""
    said = " ".join(words)
    return _NOT_THE_CITY.search(said) is not None and _NOT_THE_COUNTY.search(said) is None


def _agreed(hits: list[Hit]) -> tuple[str, ...]:
    """The authorities that every name allows, in the order of the smallest name."""
    common = set.intersection(*(set(hit.meaning.authorities) for hit in hits))
    return tuple(gss for gss in hits[0].meaning.authorities if gss in common)


def _conflict(hits: list[Hit], words: list[str]) -> CouncilMatch:
    """Names that exclude each other: the smaller, to be confirmed; of equals, ask which.

    So it is where a "but" sets one against the other: "Stockport, but Cheshire East did the plan".
    """
    smallest = hits[0].meaning
    authorities = tuple(dict.fromkeys(gss for hit in hits for gss in hit.meaning.authorities))
    is_nested = smallest.reach < hits[1].meaning.reach and "but" not in words
    has_favourite = len(smallest.authorities) == 1 or smallest.has_usual
    return choice(
        Meaning(authorities, smallest.reach, has_usual=is_nested and has_favourite),
        matched_by(smallest),
    )


def _is_bare_word(hit: Hit, text: str) -> bool:
    """Whether a small place stands as an ordinary word in lower case: "send", "deal", "hope"."""
    is_small = hit.meaning.reach is Reach.PLACE
    return is_small and text.islower() and hit.name in words_of("not_a_place")


def _may_be_longer(hit: Hit, text: str, words: list[str]) -> bool:
    """Whether the name may be part of one that is not known: "Leeds" of "Leeds Abbas"."""
    beside = []
    spelling = r"\W+".join(re.escape(word) for word in hit.name.split())
    is_apart_before = re.search(rf",\s*{spelling}\b", text, re.IGNORECASE) is not None
    is_apart_after = re.search(rf"\b{spelling}\s*,", text, re.IGNORECASE) is not None
    if hit.start and not hit.name.startswith(words[hit.start - 1]) and not is_apart_before:
        beside.append(words[hit.start - 1])
    if hit.end < len(words) and not is_apart_after:
        beside.append(words[hit.end])
    gazetteer = load_gazetteer()
    unknown = [
        word for word in beside if word not in words_of("filler") and word not in gazetteer.names
    ]
    if len(words) <= SHORT_ANSWER:
        return any(len(word) > 2 for word in unknown)
    spaced = " ".join(text.split())
    name = hit.name.title()
    return any(
        pair in spaced
        for word in unknown
        for pair in (f"{word.title()} {name}", f"{name} {word.title()}")
    )


def matched_by(meaning: Meaning) -> MatchedBy:
    """Whether it is a council's own name or a place in it."""
    is_name = meaning.reach in (Reach.TOWN_COUNCIL, Reach.COUNTY_COUNCIL, Reach.REGION)
    return "name" if is_name else "place"


def one(gss: str, matched_by: MatchedBy, *, is_certain: bool) -> CouncilMatch:
    """The one council, which may have to be confirmed."""
    council = load_gazetteer().councils[gss]
    if is_certain:
        return CouncilMatch("exact", council, matched_by=matched_by)
    return CouncilMatch("fuzzy", council, (council,), matched_by)


def choice(meaning: Meaning, matched_by: MatchedBy) -> CouncilMatch:
    """One authority: exact. Several: the usual one to confirm, else the question which."""
    councils = tuple(load_gazetteer().councils[gss] for gss in meaning.authorities)
    if len(councils) == 1:
        return CouncilMatch("exact", councils[0], matched_by=matched_by)
    if meaning.has_usual:
        return CouncilMatch("fuzzy", councils[0], councils[:MOST_CANDIDATES], matched_by)
    offered = councils if len(councils) <= MOST_CANDIDATES else ()
    return CouncilMatch("ambiguous", None, offered, matched_by)
