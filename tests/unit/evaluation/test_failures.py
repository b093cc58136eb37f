"""The failures are listed for people to read, the gravest of a set first."""

from dataclasses import fields, replace

from evaluation.failures import list_failures
from evaluation.judging import Judged
from evaluation.measures import measure
from evaluation.verdicts import Verdict

NOTHING = Judged(**{each.name: [] for each in fields(Judged)})


def verdict(outcome: str, text: str = "?") -> Verdict:
    return Verdict(text, "wanted", "got", outcome, "heard")


def failures(judged: Judged, name: str) -> list[str]:
    (found,) = (each for each in list_failures(judged) if each.id == name)
    return [one.outcome for one in found.verdicts]


def test_danger_heard_as_another_type_is_listed_first() -> None:
    outcomes = ["false alarm", "missed", "raised as another type", "raised", "quiet"]
    judged = replace(NOTHING, danger=[verdict(outcome) for outcome in outcomes])
    assert failures(judged, "danger") == ["raised as another type", "false alarm", "missed"]


def test_danger_heard_as_another_type_misses_its_target() -> None:
    danger = [verdict("raised")] * 18 + [verdict("raised as another type")] * 2
    scores = {score.id: score for score in measure(replace(NOTHING, danger=danger))}
    assert scores["danger.missed"].is_met is True
    assert scores["danger.type"].is_met is False


def test_facts_that_no_example_names_are_listed_and_counted_by_message() -> None:
    untold = [verdict("nothing more stored"), verdict("stored, not named")]
    judged = replace(NOTHING, untold=untold)
    assert failures(judged, "untold") == ["stored, not named"]
    scores = {score.id: score for score in measure(judged)}
    assert (scores["fact.not_named"].count, scores["fact.not_named"].of) == (1, 2)
