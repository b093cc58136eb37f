"""The names people type for places and councils, read from `data/knowledge/*.yml` into one index.

`casework.places.councils` decides what a text means; here is only what each single name may mean.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

KNOWLEDGE = Path(__file__).resolve().parents[2] / "data" / "knowledge"


class Reach(IntEnum):
    """How much of the map a name covers; of two names in one text the smaller says more."""

    PLACE = 0
    DISTRICT = 1
    TOWN_COUNCIL = 2
    COUNTY_COUNCIL = 3
    REGION = 4
    COUNTRY = 5


@dataclass(frozen=True)
class Council:
    """An English authority with the SEND duty."""

    gss: str
    name: str
    """As shown to parents: "Stockport"."""
    official_name: str


@dataclass(frozen=True)
class Meaning:
    """What one name may mean: the authorities (GSS codes), the usual one first where there is one.

    No authority at all: the name is outside England.
    """

    authorities: tuple[str, ...]
    reach: Reach
    has_usual: bool = False
    """Several authorities, but nearly everybody means the first."""

    @property
    def is_outside_england(self) -> bool:
        """Whether the name is a place where English SEND law does not apply."""
        return not self.authorities


@dataclass(frozen=True)
class Gazetteer:
    """All councils by code, all names by their normal form, and the names that are also words."""

    councils: Mapping[str, Council]
    codes: Mapping[str, str]
    """Every code that an authority has or had -> its code here."""
    names: Mapping[str, Meaning]
    only_when_asked: frozenset[str]
    longest: int
    """Words in the longest name."""


def normalise(text: str) -> str:
    """One spelling for all: case, accents, & and n, hyphens, apostrophes, dots, upon/on, saint/st.

    >>> normalise("Stoke‑upon‑Trent & St. Ann’s")
    'stoke on trent and st anns'
    """
    plain = unicodedata.normalize("NFKD", text).casefold().replace("&", " and ")
    plain = re.sub(r"[\u0300-\u036f'’‘`.]", "", plain)
    words = re.findall(r"[a-z0-9]+", plain)
    return " ".join(_ONE_SPELLING.get(word, word) for word in words)


_ONE_SPELLING = {"upon": "on", "saint": "st", "n": "and"}


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that comes with the product, read once."""
    entries = _read("councils.yml")["councils"]
    places = _read("places.yml")
    names: dict[str, Meaning] = {}
    for shared in _read("ambiguous.yml")["ambiguous"]:
        meaning = Meaning(tuple(shared["may_be"]), Reach.REGION)
        _add(names, shared["names"], meaning)
    for entry in entries:
        _add_council(names, entry)
    for entry in entries:
        districts = [*entry.get("districts", {}).values(), *entry.get("former_districts", ())]
        _add(names, districts, Meaning((entry["gss"],), Reach.DISTRICT))
    for shared in places["shared"]:
        usual = [shared["usually"]] if "usually" in shared else []
        authorities = (*usual, *shared["may_be"])
        _add(names, [shared["name"]], Meaning(authorities, Reach.PLACE, has_usual=bool(usual)))
    for gss, own in places["places"].items():
        _add(names, own, Meaning((gss,), Reach.PLACE))
    for country, outside in _read("outside_england.yml")["outside_england"].items():
        _add(names, [country], Meaning((), Reach.COUNTRY))
        _add(names, outside, Meaning((), Reach.PLACE))
    return Gazetteer(
        councils={e["gss"]: Council(e["gss"], e["name"], e["official_name"]) for e in entries},
        codes={code: e["gss"] for e in entries for code in (e["gss"], *e.get("also_gss", ()))},
        names=names,
        only_when_asked=frozenset(normalise(word) for word in places["only_when_asked"]),
        longest=max(name.count(" ") + 1 for name in names),
    )


@cache
def words_of(kind: str) -> frozenset[str]:
    """The ordinary words of one kind in `council_words.yml`, such as "filler"."""
    return frozenset(_read("council_words.yml")[kind])


def _read(file_name: str) -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content: dict[str, Any] = yaml.load((KNOWLEDGE / file_name).read_bytes(), Loader=loader)
    return content


def _add_council(names: dict[str, Meaning], entry: Mapping[str, Any]) -> None:
    is_wide = entry["type"] in ("county", "county_unitary")
    reach = Reach.COUNTY_COUNCIL if is_wide else Reach.TOWN_COUNCIL
    own = [entry["name"], entry["official_name"], *entry.get("aliases", ())]
    _add(names, own, Meaning((entry["gss"],), reach))


def _add(names: dict[str, Meaning], spellings: Iterable[str], meaning: Meaning) -> None:
    """Add the names that are not there yet: what is added first is what a name means."""
    for spelling in spellings:
        names.setdefault(normalise(spelling), meaning)
