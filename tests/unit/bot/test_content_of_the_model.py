"""The files that Rasa learns from, and the name a model gets from them."""

import os
from pathlib import Path

import pytest
import yaml

from bot.train import MODELS_KEPT, _remove_old_models, model_for_present_content

ROOT = Path(__file__).resolve().parents[3]
DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text())


def test_every_intent_starts_the_conversation() -> None:
    rules = yaml.safe_load((ROOT / "data" / "rules" / "conversation.yml").read_text())["rules"]
    starting = [step["intent"] for step in rules[0]["steps"][0]["or"]]
    assert starting == DOMAIN["intents"]
    assert rules[0]["condition"] == [{"active_loop": None}]


def test_every_intent_that_is_learnt_is_in_the_domain() -> None:
    learnt = {
        example["intent"]
        for path in (ROOT / "data" / "nlu").glob("**/*.yml")
        for example in yaml.safe_load(path.read_text())["nlu"]
        if "intent" in example
    }
    assert learnt == set(DOMAIN["intents"])


def test_no_slot_moves_the_dialogue_by_itself() -> None:
    for slot in DOMAIN["slots"].values():
        assert slot["influence_conversation"] is False
        assert slot["mappings"] == [{"type": "custom"}]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "data" / "nlu").mkdir(parents=True)
    (tmp_path / "config.yml").write_text("a")
    (tmp_path / "data" / "nlu" / "one.yml").write_text("b")
    return tmp_path


def test_model_keeps_its_name_while_nothing_changes(content: Path) -> None:
    before = model_for_present_content(content)
    os.utime(content / "config.yml", (1, 1))
    (content / "README.md").write_text("c")
    assert model_for_present_content(content) == before


@pytest.mark.parametrize("change", ["edit", "add", "rename"])
def test_model_gets_another_name_when_content_changes(content: Path, change: str) -> None:
    before = model_for_present_content(content)
    example = content / "data" / "nlu" / "one.yml"
    if change == "edit":
        example.write_text("c")
    elif change == "add":
        (content / "data" / "nlu" / "two.yml").write_text("c")
    else:
        example.rename(example.with_name("other.yml"))
    assert model_for_present_content(content) != before


def test_last_models_are_kept(tmp_path: Path) -> None:
    for number in range(MODELS_KEPT + 2):
        path = tmp_path / f"{number}.tar.gz"
        path.touch()
        os.utime(path, (number, number))
    _remove_old_models(tmp_path / "0.tar.gz")
    assert sorted(path.name[0] for path in tmp_path.iterdir()) == ["2", "3", "4"]
