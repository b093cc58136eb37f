"""Councils, districts, towns and postcodes in a parent's message.

The words are given as typed, a misspelt name as it is spelt: which council they mean is decided
in casework. Place names that are also ordinary words or people's names ("Reading", "Chelsea")
count only with a capital letter and a word such as "in" or "council" beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import spacy
import yaml
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from bot.nlu import place_cues as cues
from bot.nlu.facts import Fact, Span, overlaps
from bot.nlu.homes import keep_home
from bot.nlu.message import ParentMessage
from bot.nlu.names import load_words
from bot.nlu.near_councils import CouncilNames, list_by_sound, nearest_council
from bot.nlu.postcodes import read_postcodes

_FILES = ("councils.yml", "places.yml", "ambiguous.yml", "outside_england.yml")
_SHORTEST_PLAIN_NAME = 4

# Words of the field or of everyday talk that some list holds as a place.
_NEVER_PLACES = frozenset(
    ["council", "county", "city", "borough", "la", "lea", "england", "loggerheads"]
)
# Of a country or of its language: a place only where a council is named with it.
_SPOKEN_THERE = frozenset(["welsh", "scottish"])

_ALSO_A_MONTH = "march"


class Gazetteer(NamedTuple):
    """Names of councils and places, ready to be matched."""

    nlp: Language
    matcher: PhraseMatcher
    ordinary: frozenset[str]
    near: CouncilNames
    councils: frozenset[str]


def load_gazetteer(folder: Path) -> Gazetteer:
    """Load every list of places in the knowledge folder."""
    content = {name: yaml.safe_load((folder / name).read_text(encoding="utf-8")) for name in _FILES}
    councils: set[str] = set()
    for council in content["councils.yml"]["councils"]:
        councils.update([council["name"], council["official_name"], *council.get("aliases", [])])
        councils.update(_strings(council.get("districts", [])))
        councils.update(_strings(council.get("former_districts", [])))
    names = set(councils)
    names.update(_strings(content["places.yml"]["places"]))
    names.update(place["name"] for place in content["places.yml"].get("shared", []))
    for entry in content["ambiguous.yml"]["ambiguous"]:
        names.update(entry["names"])
    names.update(_strings(content["outside_england.yml"]["outside_england"]))
    ordinary = frozenset(_strings(content["places.yml"].get("only_when_asked", [])))

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    spellings = _spellings(names)
    matcher.add("place", list(nlp.tokenizer.pipe(sorted(spellings))))
    near = list_by_sound(
        (name.lower() for name in councils if name.lower() not in ordinary),
        known={*spellings, *load_words(folder).first_names},
    )
    own_names = frozenset(
        name.lower()
        for council in content["councils.yml"]["councils"]
        for name in [council["name"], *council.get("aliases", [])]
        if len(name) >= _SHORTEST_PLAIN_NAME
    )
    return Gazetteer(nlp, matcher, ordinary, near, own_names)


def _strings(content: Any) -> Iterator[str]:
    """Yield every name in nested lists; keys of mappings (codes, countries) are no names."""
    if isinstance(content, str):
        yield from content.split(", ") if "\n" in content else [content]
    elif isinstance(content, dict):
        for value in [content["name"]] if "name" in content else content.values():
            yield from _strings(value)
    elif isinstance(content, Iterable):
        for value in content:
            yield from _strings(value)


def _spellings(names: Iterable[str]) -> set[str]:
    spelled = set()
    for name in names:
        low = name.lower()
        spelled.update(
            [
                low,
                low.replace("-", " "),
                low.replace("'", ""),
                low.replace("st. ", "st "),
                low.replace("&", "and"),
                low.replace(" and ", " & "),
                re.sub(r"^kings ", "king's ", low),
            ]
        )
    return spelled - _NEVER_PLACES


def read_places(
    message: ParentMessage,
    gazetteer: Gazetteer,
    people: Sequence[Fact] = (),
    misspelt: Sequence[Fact] = (),
) -> list[Fact]:
    """Find councils and places and postcodes; names of people are left alone.

    `misspelt`: what `read_misspelt` has found in the message.
    """
    postcodes = list(read_postcodes(message))
    taken = [(fact.start, fact.end) for fact in [*people, *postcodes]]
    spans = [span for span in find_place_spans(message, gazetteer) if not overlaps(*span, taken)]
    joined = _joined(message, spans)
    facts = [_council(message, span, gazetteer) for span in joined]
    kept = [fact for fact in facts if fact is not None]
    if not kept:
        kept = _hinted(message, joined, gazetteer)
    for name in misspelt:
        # "Waltham Forrest": the place found is only a part of the name.
        beside = [fact for fact in kept if not name.start <= fact.start < fact.end <= name.end]
        if not overlaps(name.start, name.end, taken) and (not kept or len(beside) < len(kept)):
            kept = [name, *beside]
    return postcodes + keep_home(message, kept)


def find_place_spans(
    message: ParentMessage, gazetteer: Gazetteer, alone: bool = True
) -> list[Span]:
    """Return where places are named, longest match first, ordinary words passed over.

    `alone`: a name that is also a person's counts where it makes up a whole clause ("…, Lincoln.").
    """
    document = gazetteer.nlp.make_doc(message.plain)
    matches = filter_spans(gazetteer.matcher(document, as_spans=True))
    return [
        (span.start_char, span.end_char)
        for span in matches
        if _means_a_place(message, span.start_char, span.end_char, gazetteer, alone)
    ]


def _means_a_place(
    message: ParentMessage, start: int, end: int, gazetteer: Gazetteer, alone: bool
) -> bool:
    words, ordinary = message.plain[start:end], gazetteer.ordinary
    if cues.PART_OF_A_WORD.search(
        message.plain[max(0, start - 2) : start] + "|" + message.plain[end : end + 2]
    ):
        return False
    if cues.TITLE_BEFORE.search(message.text[max(0, start - 40) : start]):
        return False
    if words in _SPOKEN_THERE and not cues.CUE_AFTER.match(message.plain, end):
        return False
    if message.bare == words or (alone and cues.IT_IS.sub("", message.bare) == words):
        return True
    if words not in ordinary and len(words) >= _SHORTEST_PLAIN_NAME:
        return True
    typed = message.text[start:end]
    before, after = message.plain[:start], message.plain[end:]
    is_short = len(words) < _SHORTEST_PLAIN_NAME and words not in ordinary
    if is_short and (typed.isupper() or cues.SURE_CUE_BEFORE.search(before)):
        return True
    clause_start, clause_end = message.clause_around(start)
    is_alone = alone and message.plain[clause_start:clause_end].strip(" .,;!\n") == words
    if not typed[0].isupper():
        is_council = words in gazetteer.councils and cues.COUNCIL_AFTER.match(after) is not None
        return (
            is_council
            or bool(cues.LIVES_AT.search(before))
            or (is_alone and words in gazetteer.councils)
        )
    if is_alone:
        return True
    if (
        words in gazetteer.councils
        and cues.AGE_BEFORE.search(before)
        and cues.PIECE_ENDS.match(after)
    ):
        return True
    if cues.SCHOOL_THERE.match(after) and cues.ANY_ONE.search(before):
        return True
    return bool(
        cues.CUE_BEFORE.search(before)
        or cues.CUE_AFTER.match(after)
        or cues.DECIDES_AFTER.match(after)
    )


def _joined(message: ParentMessage, spans: Sequence[Span]) -> list[Span]:
    """Join names side by side ("Grantham, Lincs"): the second says which of that name is meant."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        is_beside = joined and cues.BETWEEN_PARTS.fullmatch(message.plain, joined[-1][1], start)
        decides = cues.DECIDES_AFTER.match(message.plain, end) and message.plain[start - 2] == ","
        if is_beside and not decides and not cues.DENIED.search(message.plain, 0, joined[-1][0]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _council(message: ParentMessage, span: Span, gazetteer: Gazetteer) -> Fact | None:
    start, end = span
    before = message.plain[:start]
    if (
        not message.asserted[start:end].strip()
        or (cues.NAME_OF_SOMETHING.match(message.plain, end) and not cues.LIVES_IN.search(before))
        or cues.ELSEWHERE.search(before)
        or cues.DENIED.search(before)
    ):
        return None
    longer = cues.LONGER_NAME.match(message.plain, end) or cues.SIDE_AFTER.match(message.plain, end)
    if longer:
        end = longer.end()
    words = message.plain[span[0] : span[1]]
    if words == _ALSO_A_MONTH and message.bare != words and not cues.IN_THE_TOWN.search(before):
        return None
    may_be_a_word = words in gazetteer.ordinary
    is_likely_a_word = may_be_a_word and (
        words == _ALSO_A_MONTH
        or message.text[start].islower()
        or cues.DECIDES_AFTER.match(message.plain, span[1]) is not None
    )
    is_guessed = cues.GUESSED.match(message.plain, end) is not None
    is_not_home = cues.ONLY_THERE.search(before) or cues.MOVING_THERE.search(before)
    is_sure = not (is_likely_a_word or is_guessed or is_not_home)
    return Fact("council", message.text[start:end], start, end, sure=is_sure)


def _hinted(message: ParentMessage, spans: Sequence[Span], gazetteer: Gazetteer) -> list[Fact]:
    """Take the one place of "do you cover Sandwell?" or "at a Derby primary"; it is not sure."""
    hinted = []
    for start, end in spans:
        before = message.plain[:start]
        is_asked = not message.asserted[start:end].strip() and not cues.NAME_OF_SOMETHING.match(
            message.plain, end
        )
        has_a_school = cues.SCHOOL_THERE.match(message.plain, end) and cues.ANY_ONE.search(before)
        is_denied = cues.DENIED.search(before) or cues.ELSEWHERE.search(before)
        may_be_a_word = message.plain[start:end] in gazetteer.ordinary
        if is_denied or (may_be_a_word and not message.text[start].isupper()):
            continue
        if is_asked or has_a_school:
            hinted.append(Fact("council", message.text[start:end], start, end, sure=False))
    return hinted if len(hinted) == 1 else []


def read_misspelt(message: ParentMessage, gazetteer: Gazetteer) -> list[Fact]:
    """Take words that a cue says are a council and that nearly spell, or sound like, its name.

    The value is the name meant, which always has to be confirmed.
    """
    for found in cues.MISSPELT.finditer(message.asserted):
        group = next(name for name, words in found.groupdict().items() if words)
        for start, guess in _guesses(found, group):
            if guess in gazetteer.near.others:
                break
            name = nearest_council(guess, gazetteer.near, is_told=group != "alone")
            if name is not None:
                return [Fact("council", name, start, start + len(guess), sure=False)]
    return []


def _guesses(found: re.Match[str], group: str) -> Iterator[tuple[int, str]]:
    """Yield where a name may begin, and the words that it may be, the most words first."""
    words = list(re.finditer(r"\S+", found[group]))
    start = found.start(group)
    for count in range(len(words), 0, -1):
        if group == "before":
            begins = words[-count].start()
            yield start + begins, found[group][begins:]
        else:
            yield start, found[group][: words[count - 1].end()]
        if group == "alone":
            return
