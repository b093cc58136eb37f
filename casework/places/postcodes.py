"""Which authority a postcode belongs to, offline, from `data/knowledge/postcodes.tsv.gz`.

`tools/build_postcodes.py` writes the table from the ONS Postcode Directory (OGL v3.0). Its lines:

    SK9     E06000049                      all postcodes of SK9 lie in one authority
    SE15    E09000028 E09000023            SE15 is shared, the larger share first (shares under
                                           one in a hundred are not named); its sectors follow
     1      E09000028                      all of SE15 1.. lies in one authority
     2      E09000028   E09000023:AAQX     all but SE15 2AA and SE15 2QX

A postcode that is not in the table (a new one) is answered like its neighbours in the sector.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

OUTSIDE_ENGLAND = "-"
"""Stands in the table for an authority in Wales or Scotland."""

TABLE_FILE = Path(__file__).resolve().parents[2] / "data" / "knowledge" / "postcodes.tsv.gz"

_AREAS_NOT_IN_TABLE = frozenset({"BT", "GY", "IM", "JE"})
"""Northern Ireland, Guernsey, Man and Jersey: whole postcode areas outside England."""

_OUTCODE = r"[A-Z]{1,2}[0-9][A-Z0-9]?"
_POSTCODE = re.compile(rf"\b({_OUTCODE})\s*([0-9][A-Z]{{2}})\b", re.IGNORECASE)
_WHOLE_POSTCODE = re.compile(rf"({_OUTCODE})\s*([0-9][A-Z]{{2}})", re.IGNORECASE)
_WHOLE_OUTCODE = re.compile(_OUTCODE, re.IGNORECASE)


@dataclass(frozen=True)
class PostcodeTable:
    """The table as read: what an outward code may be, and the sectors of shared outward codes."""

    outcodes: Mapping[str, tuple[str, ...]]
    sectors: Mapping[str, str]
    shared: frozenset[str]
    """The outward codes that have sector rows."""

    def authority_of(self, outcode: str, inward: str) -> str | None:
        """GSS code, OUTSIDE_ENGLAND, or None where the sector is not known."""
        row = self.sectors.get(outcode + inward[0])
        if row is None:
            authorities = self.outcodes.get(outcode, ())
            is_whole = len(authorities) == 1 and outcode not in self.shared
            return authorities[0] if is_whole else None
        usual, *exceptions = row.split("\t")
        for exception in exceptions:
            authority, units = exception.split(":")
            if inward[1:] in (units[i : i + 2] for i in range(0, len(units), 2)):
                return authority
        return usual


def parse_table(text: str) -> PostcodeTable:
    """Read the rows that `tools/build_postcodes.py` writes."""
    outcodes: dict[str, tuple[str, ...]] = {}
    sectors: dict[str, str] = {}
    outcode = ""
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        key, row = line.split("\t", 1)
        if key.startswith(" "):
            sectors[outcode + key[1:]] = row
        else:
            outcode = key
            outcodes[outcode] = tuple(row.split(" "))
    shared = frozenset(key[:-1] for key in sectors)
    return PostcodeTable(outcodes, sectors, shared)


@cache
def load_table() -> PostcodeTable:
    """The table that comes with the product, read once."""
    return parse_table(gzip.decompress(TABLE_FILE.read_bytes()).decode("ascii"))


def split_postcode(text: str) -> tuple[str, str] | None:
    """("SK10", "1EA") for "sk10 1ea"; None where the text is not one whole postcode."""
    match = _WHOLE_POSTCODE.fullmatch(text.strip())
    return (match[1].upper(), match[2].upper()) if match else None


def find_postcode(text: str) -> tuple[str, str] | None:
    """The first postcode in the text as (outward, inward) whose outward code exists."""
    for match in _POSTCODE.finditer(text):
        outcode = match[1].upper()
        if outcode in load_table().outcodes or _area(outcode) in _AREAS_NOT_IN_TABLE:
            return outcode, match[2].upper()
    return None


def authority_of_postcode(text: str) -> str | None:
    """GSS code of the authority at a full postcode; None outside England or where not known."""
    parts = split_postcode(text)
    authority = load_table().authority_of(*parts) if parts else None
    return None if authority == OUTSIDE_ENGLAND else authority


def authorities_of_outcode(text: str) -> tuple[str, ...]:
    """GSS codes of the English authorities that share an outward code, the largest share first."""
    authorities = load_table().outcodes.get(text.strip().upper(), ())
    return tuple(authority for authority in authorities if authority != OUTSIDE_ENGLAND)


def is_shared_outcode(text: str) -> bool:
    """Whether postcodes with this outward code lie in more than one authority."""
    return text.strip().upper() in load_table().shared


def is_outside_england_postcode(postcode: str) -> bool:
    """Whether a full postcode or an outward code lies wholly outside England."""
    parts = split_postcode(postcode)
    outcode = parts[0] if parts else postcode.strip().upper()
    if not _WHOLE_OUTCODE.fullmatch(outcode):
        return False
    if _area(outcode) in _AREAS_NOT_IN_TABLE:
        return True
    if parts:
        return load_table().authority_of(*parts) == OUTSIDE_ENGLAND
    table = load_table()
    return table.outcodes.get(outcode) == (OUTSIDE_ENGLAND,) and outcode not in table.shared


def _area(outcode: str) -> str:
    """The letters that an outward code begins with: "SK" of "SK10"."""
    return outcode[:1] if outcode[1].isdigit() else outcode[:2]
