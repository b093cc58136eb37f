"""The stages of `make test`, here of one line each: side by side, and plain when one fails."""

import sys

import pytest

from tools import run_tests
from tools.run_tests import Stage, main


def say(words: str, *, fails: bool = False, **needs: object) -> Stage:
    return Stage((sys.executable, "-c", f"print('{words}'); exit({int(fails)})"), **needs)  # type: ignore[arg-type]


def test_developer_reads_the_whole_output_of_a_stage_that_fails_and_no_more_begin(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    stages = {
        "train": say("learnt"),
        "style": say("line 7 is too long", fails=True),
        "web": say("a browser", cores=2),
    }
    monkeypatch.setattr(run_tests, "STAGES", stages)
    assert main([]) == 1
    shown = capfd.readouterr()
    assert "── style " in shown.out and "line 7 is too long" in shown.out
    assert "style: FAILED (exit code 1)" in shown.out
    assert "learnt" in shown.out, "what ran beside it ends too"
    assert "a browser" not in shown.out
    assert shown.err == "The stage “style” failed (exit code 1).\n"


def test_what_needs_the_model_begins_once_it_is_trained(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    stages = {"train": say("learnt"), "rasa": say("heard", needs_model=True), "unit": say("added")}
    monkeypatch.setattr(run_tests, "STAGES", stages)
    assert main([]) == 0
    shown = capfd.readouterr().out
    assert shown.index("train: passed") < shown.index("rasa: begun")
    assert "All stages passed" in shown


def test_developer_may_name_stages(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run_tests, "STAGES", {"one": say("first"), "two": say("second")})
    assert main(["two"]) == 0
    assert "first" not in capfd.readouterr().out
    assert main(["three"]) == 2
    assert "There are: one, two." in capfd.readouterr().out
