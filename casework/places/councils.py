"""Which council somebody means: from a name, a nickname, a place or a postcode, as they type it.

The rules are 3b of the coverage research: exact names before places before near misses; a near
miss is confirmed with the parent; a name that several councils share is asked about, not guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from casework.places.gazetteer import Council, Meaning, Reach, load_gazetteer, normalise, words_of
from casework.places.misspellings import find_near_miss
from casework.places.postcodes import (
    authorities_of_outcode,
    authority_of_postcode,
    find_postcode,
    is_outside_england_postcode,
    is_shared_outcode,
)
from casework.places.sides import on_that_side

__all__ = [
    "Council",
    "CouncilMatch",
    "all_councils",
    "council_by_gss",
    "council_of_postcode",
    "is_outside_england_postcode",
    "match_council",
]

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
_SOMETHING_IS_THERE = re.compile(
    r"\b(?:school|college|nursery|placement|agency|hospital|clinic|work|job|office|his dad|her dad"
    r"|ex|nan|friend|family)s?(?: is| are| was)?(?: based| now)? (?:in|at|near)$"
)
"""Before a name: what is at that place is no home."""
_OF_AN_ADDRESS = frozenset({"postcode", "post", "address"})
"""After a name: "a Bristol postcode" is had by many whose council is another."""
_JOINS = frozenset({"or", "and", "not", "but", "to"})
_DENIALS = frozenset({"not", "isnt", "isn't", "aint", "ain't"})

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
class _Hit:
    """One name found in the text: the words from `start` up to `end`."""

    start: int
    end: int
    name: str
    meaning: Meaning


def all_councils() -> tuple[Council, ...]:
    """The 153 English authorities with the SEND duty, by GSS code."""
    return tuple(load_gazetteer().councils.values())


def council_by_gss(gss: str) -> Council | None:
    """The authority with this GSS code, one that it had before, or one of a newer list."""
    gazetteer = load_gazetteer()
    return gazetteer.councils.get(gazetteer.codes.get(gss, ""))


def council_of_postcode(postcode: str) -> Council | None:
    """The authority at a full postcode; None outside England or where it is not known."""
    gss = authority_of_postcode(postcode)
    return council_by_gss(gss) if gss else None


def match_council(text: str) -> CouncilMatch:
    """What council the text names; the text is an answer or a span found in a message."""
    words = normalise(text).split()
    by_postcode = _match_postcode(text, words)
    if by_postcode is not None:
        return by_postcode
    hits = _find_names(text, words)
    if hits:
        return _weigh(hits, text, words)
    near = _match_misspelt(words)
    return _match_outcode_among(words) if near.kind == "none" else near


def _match_postcode(text: str, words: list[str]) -> CouncilMatch | None:
    parts = find_postcode(text)
    if parts is None:
        telling = [word for word in words if word not in words_of("filler")]
        return _match_outcode(telling[0]) if len(telling) == 1 else None
    postcode = " ".join(parts)
    if is_outside_england_postcode(postcode):
        return CouncilMatch("outside_england", matched_by="postcode")
    council = council_of_postcode(postcode)
    if council is not None:
        return CouncilMatch("exact", council, matched_by="postcode")
    return _match_outcode(parts[0])


def _match_outcode(outcode: str) -> CouncilMatch | None:
    """What the first half of a postcode says; None where the text is no such thing."""
    if is_outside_england_postcode(outcode):
        return CouncilMatch("outside_england", matched_by="postcode")
    authorities = authorities_of_outcode(outcode)
    if not authorities:
        return None
    if len(authorities) == 1:
        return _one(authorities[0], "postcode", is_certain=not is_shared_outcode(outcode))
    return _choice(Meaning(authorities, Reach.DISTRICT), "postcode")


def _match_outcode_among(words: list[str]) -> CouncilMatch:
    """What the first half of a postcode says beside words that nobody knows; never sure."""
    for word in words:
        if re.fullmatch(r"[a-z]{1,2}\d[a-z\d]?", word) and (found := _match_outcode(word)):
            is_one = found.kind == "exact"
            return replace(found, kind="fuzzy", candidates=_only(found)) if is_one else found
    return CouncilMatch("none")


def _only(match: CouncilMatch) -> tuple[Council, ...]:
    return (match.council,) if match.council else ()


def _find_names(text: str, words: list[str]) -> list[_Hit]:
    """The longest known names in the text, left to right, without those that are mere words."""
    gazetteer = load_gazetteer()
    hits: list[_Hit] = []
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + gazetteer.longest), start, -1):
            name = " ".join(words[start:end])
            meaning = gazetteer.names.get(name)
            if meaning is not None:
                hits.append(_Hit(start, end, name, meaning))
                start = end
                break
        else:
            start += 1
    hits = [hit for hit in hits if _is_meant(hit, hits, text, words)]
    kept = [hit for hit in hits if not (_is_denied(hit, words) or _is_of_another(hit, words))]
    return kept or hits


def _is_meant(hit: _Hit, hits: list[_Hit], text: str, words: list[str]) -> bool:
    """Whether a name that is also an ordinary word ("reading", "send") is meant as a name."""
    if hit.name not in load_gazetteer().only_when_asked:
        return True
    if hit.end - hit.start == len(words):
        return True
    before = words[hit.start - 1] if hit.start else ""
    after = words[hit.end] if hit.end < len(words) else ""
    council_words = words_of("council_words")
    points_before = before in words_of("points_at_a_place") or before in council_words
    points_here = points_before or after in council_words
    named = {i for other in hits for i in range(other.start, other.end)}
    rest = [
        word for i, word in enumerate(words) if i not in named and word not in words_of("filler")
    ]
    if not rest:
        is_beside_a_name = any(other.start == hit.end for other in hits) or _is_joined(
            hit, hits, words
        )
        stands_first = not hit.start and after in words_of("after_an_answer")
        return (
            points_here
            or is_beside_a_name
            or stands_first
            or before in words_of("before_an_answer")
        )
    spelling = r"\W+".join(re.escape(word) for word in hit.name.split())
    has_capital = any(found[0][0].isupper() for found in re.finditer(spelling, text, re.IGNORECASE))
    return has_capital and points_here


def _is_joined(hit: _Hit, hits: list[_Hit], words: list[str]) -> bool:
    """Whether one word joins it to another name: "bury or bolton"."""
    ends = {other.end for other in hits}
    starts = {other.start for other in hits}
    is_before = hit.start - 1 in ends and words[hit.start - 1] in _JOINS
    return is_before or (hit.end + 1 in starts and words[hit.end] in _JOINS)


def _is_denied(hit: _Hit, words: list[str]) -> bool:
    """Whether the text says it is not this one: "not Derby city, Derbyshire"."""
    return bool(_DENIALS.intersection(words[max(0, hit.start - 2) : hit.start]))


def _is_of_another(hit: _Hit, words: list[str]) -> bool:
    """Whether something of theirs is there, but not they: "Kent, but the agency is in Medway"."""
    before = " ".join(words[max(0, hit.start - 4) : hit.start])
    is_of_address = "".join(words[hit.end : hit.end + 1]) in _OF_AN_ADDRESS
    return is_of_address or _SOMETHING_IS_THERE.search(before) is not None


def _weigh(hits: list[_Hit], text: str, words: list[str]) -> CouncilMatch:
    """Decide between the names found: those that agree narrow down, the smaller says more."""
    outside = [hit for hit in hits if hit.meaning.is_outside_england]
    inside = [hit for hit in hits if not hit.meaning.is_outside_england]
    for hit in outside:
        before = words[hit.start - 1] if hit.start else ""
        is_beside = before in words_of("next_to_a_border") and inside
        if not inside or (hit.meaning.reach is Reach.COUNTRY and not is_beside):
            return CouncilMatch("outside_england", matched_by=_matched_by(hit.meaning))
    inside.sort(key=lambda hit: hit.meaning.reach)
    shared = _agreed(inside)
    first = inside[0].meaning
    if not shared:
        return _conflict(inside, words)
    if len(shared) == 1:
        county = _county_named_alike(shared[0], inside, words)
        if county is not None and _denies_city(words):
            return CouncilMatch("exact", county, matched_by=_matched_by(first))
        if county is not None:
            city = load_gazetteer().councils[shared[0]]
            return CouncilMatch("fuzzy", city, (city, county), _matched_by(first))
        is_certain = not outside and not any(
            _may_be_longer(hit, text, words) or _is_bare_word(hit, text) for hit in inside
        )
        return _one(shared[0], _matched_by(first), is_certain=is_certain)
    told = on_that_side((load_gazetteer().councils[gss] for gss in shared), words)
    if told is not None:
        return CouncilMatch("exact", told, matched_by=_matched_by(first))
    return _choice(
        Meaning(shared, first.reach, has_usual=first.has_usual and first.authorities[0] in shared),
        _matched_by(first),
    )


def _county_named_alike(gss: str, hits: list[_Hit], words: list[str]) -> Council | None:
    """The county around a city of the same name, where "Nottingham" may mean either."""
    says_city = not _SAYS_CITY.isdisjoint(words) and not _denies_city(words)
    if says_city or any(hit.meaning.reach < Reach.TOWN_COUNCIL for hit in hits):
        return None
    name = load_gazetteer().councils[gss].name
    return next((each for each in all_councils() if each.name == f"{name}shire"), None)


def _denies_city(words: list[str]) -> bool:
    """Whether the text says that it is the county: "Leicester, not the city, the county one"."""
    said = " ".join(words)
    return _NOT_THE_CITY.search(said) is not None and _NOT_THE_COUNTY.search(said) is None


def _agreed(hits: list[_Hit]) -> tuple[str, ...]:
    """The authorities that every name allows, in the order of the smallest name."""
    common = set.intersection(*(set(hit.meaning.authorities) for hit in hits))
    return tuple(gss for gss in hits[0].meaning.authorities if gss in common)


def _conflict(hits: list[_Hit], words: list[str]) -> CouncilMatch:
    """Names that exclude each other: the smaller, to be confirmed; of equals, ask which.

    So it is where a "but" sets one against the other: "Stockport, but Cheshire East did the plan".
    """
    smallest = hits[0].meaning
    authorities = tuple(dict.fromkeys(gss for hit in hits for gss in hit.meaning.authorities))
    is_nested = smallest.reach < hits[1].meaning.reach and "but" not in words
    has_favourite = len(smallest.authorities) == 1 or smallest.has_usual
    return _choice(
        Meaning(authorities, smallest.reach, has_usual=is_nested and has_favourite),
        _matched_by(smallest),
    )


def _is_bare_word(hit: _Hit, text: str) -> bool:
    """Whether a small place stands as an ordinary word in lower case: "send", "deal", "hope"."""
    is_small = hit.meaning.reach is Reach.PLACE
    return is_small and text.islower() and hit.name in words_of("not_a_place")


def _may_be_longer(hit: _Hit, text: str, words: list[str]) -> bool:
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


def _match_misspelt(words: list[str]) -> CouncilMatch:
    telling = [i for i, word in enumerate(words) if word not in words_of("filler")]
    if not telling:
        return CouncilMatch("none")
    near = find_near_miss(words[telling[0] : telling[-1] + 1])
    near = near or find_near_miss([words[i] for i in telling])
    if near is None:
        return CouncilMatch("none")
    if near.is_outside_england:
        return CouncilMatch("outside_england", matched_by=_matched_by(near))
    if len(near.authorities) == 1:
        return _one(near.authorities[0], _matched_by(near), is_certain=False)
    return _choice(near, _matched_by(near))


def _matched_by(meaning: Meaning) -> MatchedBy:
    is_name = meaning.reach in (Reach.TOWN_COUNCIL, Reach.COUNTY_COUNCIL, Reach.REGION)
    return "name" if is_name else "place"


def _one(gss: str, matched_by: MatchedBy, *, is_certain: bool) -> CouncilMatch:
    council = load_gazetteer().councils[gss]
    if is_certain:
        return CouncilMatch("exact", council, matched_by=matched_by)
    return CouncilMatch("fuzzy", council, (council,), matched_by)


def _choice(meaning: Meaning, matched_by: MatchedBy) -> CouncilMatch:
    """One authority: exact. Several: the usual one to confirm, else the question which."""
    councils = tuple(load_gazetteer().councils[gss] for gss in meaning.authorities)
    if len(councils) == 1:
        return CouncilMatch("exact", councils[0], matched_by=matched_by)
    if meaning.has_usual:
        return CouncilMatch("fuzzy", councils[0], councils[:MOST_CANDIDATES], matched_by)
    offered = councils if len(councils) <= MOST_CANDIDATES else ()
    return CouncilMatch("ambiguous", None, offered, matched_by)
