import gzip

import pytest

from casework.places.councils import all_councils, council_of_postcode, is_outside_england_postcode
from casework.places.postcodes import (
    OUTSIDE_ENGLAND,
    TABLE_FILE,
    authorities_of_outcode,
    find_postcode,
    load_table,
    parse_table,
)


@pytest.mark.parametrize(
    ("postcode", "council"),
    [
        ("SK10 1EA", "Cheshire East"),
        ("yo112hg", "North Yorkshire"),
        ("RM1 3BB", "Havering"),
        ("SW1A 1AA", "Westminster"),
        ("S1 2HH", "Sheffield"),
        ("S70 2TA", "Barnsley"),
        ("TR21 0LW", "Isles of Scilly"),
        ("NE1 8QH", "Newcastle upon Tyne"),
        ("CA1 1EJ", "Cumberland"),
    ],
)
def test_parents_postcode_leads_to_their_council(postcode: str, council: str) -> None:
    found = council_of_postcode(postcode)
    assert found is not None
    assert found.name == council


@pytest.mark.parametrize(
    "postcode", ["CF10 1EP", "EH1 1YZ", "BT1 5GS", "IM1 1AA", "je2 3ab", "CF10"]
)
def test_postcode_outside_england_is_told_apart(postcode: str) -> None:
    assert is_outside_england_postcode(postcode)
    assert council_of_postcode(postcode) is None


@pytest.mark.parametrize("postcode", ["SK10 1EA", "SE15", "", "hello", "ZZ1 1AA", "12345"])
def test_other_text_is_not_called_outside_england(postcode: str) -> None:
    assert not is_outside_england_postcode(postcode)


def test_border_postcode_belongs_to_its_own_side() -> None:
    assert is_outside_england_postcode("SY10 0AA") or council_of_postcode("SY10 0AA") is not None
    shared = load_table().shared
    assert {"SY10", "HR3", "CH5"} & shared


def test_new_postcode_is_answered_like_its_neighbours() -> None:
    table = parse_table("AA1\tE1 E2\n 1\tE1\tE2:BC\nAA2\tE3\n")
    assert table.authority_of("AA1", "1BC") == "E2"
    assert table.authority_of("AA1", "1ZZ") == "E1"
    assert table.authority_of("AA1", "9ZZ") is None
    assert table.authority_of("AA2", "9ZZ") == "E3"
    assert table.authority_of("ZZ9", "9ZZ") is None


def test_postcode_is_found_inside_a_message() -> None:
    assert find_postcode("we are at sk10 1ea, near the park") == ("SK10", "1EA")
    assert find_postcode("he is in y7 and 3 weeks late") is None
    assert find_postcode("my number is 07700 900123") is None


def test_outward_code_names_the_councils_that_share_it() -> None:
    southwark, lewisham = authorities_of_outcode("se15")
    assert (southwark, lewisham) == ("E09000028", "E09000023")
    assert authorities_of_outcode("GU9") == ("E10000030",)
    assert authorities_of_outcode("CF10") == ()


def test_table_knows_every_council_and_no_other() -> None:
    named: set[str] = set()
    for authorities in load_table().outcodes.values():
        named.update(authorities)
    assert named - {OUTSIDE_ENGLAND} == {council.gss for council in all_councils()}


def test_table_is_small_and_says_where_it_comes_from() -> None:
    packed = TABLE_FILE.read_bytes()
    assert len(packed) < 200_000
    first_line = gzip.decompress(packed).decode("ascii").splitlines()[0]
    assert "ONS Postcode Directory" in first_line
    assert "OGL v3.0" in first_line
