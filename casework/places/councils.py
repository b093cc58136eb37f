"""Which council somebody means: from a name, a nickname, a place or a postcode, as they type it.

Exact names go before places, and places before near misses; a near miss is confirmed with the
parent; a name that several councils share is asked about, not guessed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.places.gazetteer import Council, Meaning, Reach, load_gazetteer, normalise, words_of
from casework.places.misspellings import find_near_miss
from casework.places.postcodes import (
    authorities_of_outcode,
    authority_of_postcode,
    find_postcode,
    is_outside_england_postcode,
    is_shared_outcode,
)
from casework.places.weighing import CouncilMatch, Hit, choice, matched_by, one, weigh

__all__ = [
    "Council",
    "CouncilMatch",
    "all_councils",
    "council_by_gss",
    "council_of_postcode",
    "is_outside_england_postcode",
    "match_council",
]

_SOMETHING_IS_THERE = re.compile(
    r"\b(?:school|college|nursery|placement|agency|hospital|clinic|work|job|office|his dad|her dad"
    r"|ex|nan|friend|family)s?(?: is| are| was)?(?: based| now)? (?:in|at|near)$"
)
"""Before a name: what is at that place is no home."""
_OF_AN_ADDRESS = frozenset({"postcode", "post", "address"})
"""After a name: "a Bristol postcode" is had by many whose council is another."""
_JOINS = frozenset({"or", "and", "not", "but", "to"})
_DENIALS = frozenset({"not", "isnt", "isn't", "aint", "ain't"})


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
        return weigh(hits, text, words)
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
        return one(authorities[0], "postcode", is_certain=not is_shared_outcode(outcode))
    return choice(Meaning(authorities, Reach.DISTRICT), "postcode")


def _match_outcode_among(words: list[str]) -> CouncilMatch:
    """What the first half of a postcode says beside words that nobody knows; never sure."""
    for word in words:
        if re.fullmatch(r"[a-z]{1,2}\d[a-z\d]?", word) and (found := _match_outcode(word)):
            is_one = found.kind == "exact"
            return replace(found, kind="fuzzy", candidates=_only(found)) if is_one else found
    return CouncilMatch("none")


def _only(match: CouncilMatch) -> tuple[Council, ...]:
    return (match.council,) if match.council else ()


def _find_names(text: str, words: list[str]) -> list[Hit]:
    """The longest known names in the text, left to right, without those that are mere words."""
    gazetteer = load_gazetteer()
    hits: list[Hit] = []
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + gazetteer.longest), start, -1):
            name = " ".join(words[start:end])
            meaning = gazetteer.names.get(name)
            if meaning is not None:
                hits.append(Hit(start, end, name, meaning))
                start = end
                break
        else:
            start += 1
    hits = [hit for hit in hits if _is_meant(hit, hits, text, words)]
    kept = [hit for hit in hits if not (_is_denied(hit, words) or _is_of_another(hit, words))]
    return kept or hits


def _is_meant(hit: Hit, hits: list[Hit], text: str, words: list[str]) -> bool:
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


def _is_joined(hit: Hit, hits: list[Hit], words: list[str]) -> bool:
    """Whether one word joins it to another name: "bury or bolton"."""
    ends = {other.end for other in hits}
    starts = {other.start for other in hits}
    is_before = hit.start - 1 in ends and words[hit.start - 1] in _JOINS
    return is_before or (hit.end + 1 in starts and words[hit.end] in _JOINS)


def _is_denied(hit: Hit, words: list[str]) -> bool:
    """Whether the text says it is not this one: "not Derby city, Derbyshire"."""
    return bool(_DENIALS.intersection(words[max(0, hit.start - 2) : hit.start]))


def _is_of_another(hit: Hit, words: list[str]) -> bool:
    """Whether something of theirs is there, but not they: "Kent, but the agency is in Medway"."""
    before = " ".join(words[max(0, hit.start - 4) : hit.start])
    is_of_address = "".join(words[hit.end : hit.end + 1]) in _OF_AN_ADDRESS
    return is_of_address or _SOMETHING_IS_THERE.search(before) is not None


def _match_misspelt(words: list[str]) -> CouncilMatch:
    telling = [i for i, word in enumerate(words) if word not in words_of("filler")]
    if not telling:
        return CouncilMatch("none")
    near = find_near_miss(words[telling[0] : telling[-1] + 1])
    near = near or find_near_miss([words[i] for i in telling])
    if near is None:
        return CouncilMatch("none")
    if near.is_outside_england:
        return CouncilMatch("outside_england", matched_by=matched_by(near))
    if len(near.authorities) == 1:
        return one(near.authorities[0], matched_by(near), is_certain=False)
    return choice(near, matched_by(near))
