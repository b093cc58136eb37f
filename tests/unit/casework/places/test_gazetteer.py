import re
from pathlib import Path

import pytest
import yaml

from casework.places.councils import all_councils, council_by_gss, match_council
from casework.places.gazetteer import KNOWLEDGE, load_gazetteer, normalise

RESEARCH = yaml.safe_load((Path(__file__).parent / "coverage_research.yml").read_text("utf-8"))


def test_list_has_each_of_the_153_authorities_once() -> None:
    codes = [council.gss for council in all_councils()]
    assert len(codes) == len(set(codes)) == 153
    assert all(re.fullmatch(r"E(06|08|09|10)\d{6}", code) for code in codes)
    assert len({council.name for council in all_councils()}) == 153


CITIES_IN_COUNTIES_NAMED_ALIKE = {"Derby", "Leicester", "Nottingham"}


def test_parent_can_write_any_council_by_its_short_name() -> None:
    for council in all_councils():
        match = match_council(council.name)
        kind = "fuzzy" if council.name in CITIES_IN_COUNTIES_NAMED_ALIKE else "exact"
        assert (match.kind, match.council) == (kind, council), council.name


def test_parent_can_write_any_council_by_its_official_name() -> None:
    for council in all_councils():
        match = match_council(council.official_name)
        assert (match.kind, match.council) == ("exact", council), council.official_name


def test_parent_can_write_any_council_in_small_letters_with_council_after_it() -> None:
    for council in all_councils():
        match = match_council(f"  {council.name.lower()} council ")
        assert match.council == council, council.name


@pytest.mark.parametrize("row", RESEARCH, ids=lambda row: row["gss"])
def test_parent_can_use_every_name_and_place_that_the_research_lists(row: dict) -> None:
    for name in row["names"]:
        match = match_council(name)
        assert match.council is not None, name
        assert match.council.gss == row["gss"], name
        assert match.kind == "exact" or len(match.candidates) > 1, name


@pytest.mark.parametrize("row", RESEARCH, ids=lambda row: row["gss"])
def test_parent_is_asked_about_every_name_that_the_research_calls_ambiguous(row: dict) -> None:
    for name in row.get("asks", ()):
        match = match_council(name)
        assert match.kind == "ambiguous", name
        assert row["gss"] in {council.gss for council in match.candidates}, name


def test_every_district_leads_to_its_county() -> None:
    councils = yaml.safe_load((KNOWLEDGE / "councils.yml").read_text("utf-8"))["councils"]
    names = {council["name"] for council in councils}
    districts = [
        (district, council["gss"])
        for council in councils
        for district in (
            *council.get("districts", {}).values(),
            *council.get("former_districts", ()),
        )
        if district not in names
    ]
    assert len(districts) > 200
    for district, county in districts:
        match = match_council(f"{district} Borough Council")
        assert match.council is not None, district
        assert match.council.gss == county, district


def test_ambiguous_names_offer_two_to_six_councils_or_none() -> None:
    for name in load_gazetteer().names:
        match = match_council(name)
        if match.kind == "ambiguous":
            assert len(match.candidates) in (0, 2, 3, 4, 5, 6), name
            assert match.council is None
        if match.kind in ("exact", "fuzzy"):
            assert match.council is not None


def test_former_and_newer_codes_lead_to_the_same_council() -> None:
    for code, name in (
        ("E08000038", "Barnsley"),
        ("E08000016", "Barnsley"),
        ("E08000019", "Sheffield"),
        ("E08000039", "Sheffield"),
        ("E10000023", "North Yorkshire"),
    ):
        council = council_by_gss(code)
        assert council is not None
        assert council.name == name
    assert council_by_gss("E10000021") is None
    assert council_by_gss("") is None


def test_every_code_in_the_files_is_a_council() -> None:
    gazetteer = load_gazetteer()
    for name, meaning in gazetteer.names.items():
        assert name == normalise(name)
        assert set(meaning.authorities) <= set(gazetteer.councils), name
    assert gazetteer.only_when_asked <= set(gazetteer.names)
