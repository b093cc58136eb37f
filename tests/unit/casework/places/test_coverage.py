from pathlib import Path

import pytest
import yaml

from casework.places.councils import all_councils
from casework.places.coverage import coverage_of
from casework.places.gazetteer import KNOWLEDGE

RESEARCH = yaml.safe_load((Path(__file__).parent / "coverage_research.yml").read_text("utf-8"))


@pytest.mark.parametrize("row", RESEARCH, ids=lambda row: row["gss"])
def test_parent_of_a_council_in_the_research_hears_its_status(row: dict) -> None:
    coverage = coverage_of(row["gss"])
    assert (coverage.status, coverage.provider) == (row["status"], row["provider"])
    assert coverage.source


def test_parent_of_any_other_english_council_is_not_listed() -> None:
    researched = {row["gss"] for row in RESEARCH}
    for council in all_councils():
        if council.gss not in researched:
            assert coverage_of(council.gss).status == "not_listed", council.name


def test_every_status_is_for_a_council_that_exists() -> None:
    content = yaml.safe_load((KNOWLEDGE / "coverage.yml").read_text("utf-8"))
    assert set(content["coverage"]) <= {council.gss for council in all_councils()}
    pages = {page for entry in content["coverage"].values() for page in entry["source"]}
    assert pages <= set(content["sources"])


def test_both_councils_of_northamptonshire_are_contested() -> None:
    assert coverage_of("E06000061").status == coverage_of("E06000062").status == "contested"


def test_newer_code_of_barnsley_has_the_same_coverage() -> None:
    assert coverage_of("E08000038") == coverage_of("E08000016")
    assert coverage_of("E08000038").status == "listed"


def test_parent_outside_england_or_unsure_has_no_provider() -> None:
    assert coverage_of(None, outside_england=True).status == "outside_england"
    assert coverage_of(None).status == "unknown"
    assert coverage_of("nonsense").status == "unknown"


def test_what_other_pages_say_is_kept_for_the_team() -> None:
    assert coverage_of("E06000004").status == "not_listed"
    assert coverage_of("E06000004").also_named == ("Chapel Mediation Service",)
    assert coverage_of("E06000003").also_named == ("Mediatelegal",)
    assert coverage_of("E08000009").page_date == "2021-07-16"
    assert coverage_of("E08000009").last_confirmed is None
