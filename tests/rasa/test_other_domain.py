"""The pipeline of config.yml on a public library's questions: nothing in it knows our topics."""

from __future__ import annotations

import asyncio
import json
import shutil
from pathlib import Path

import pytest
import yaml
from rasa.core.agent import Agent
from rasa.model_training import train_nlu

REPOSITORY = Path(__file__).resolve().parents[2]
EXAMPLES = [
    json.loads(line)
    for line in (REPOSITORY / "tests" / "understanding" / "other_domain.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
LEAST_RIGHT = 0.7
"""Ten examples an intent, thirty intents with close neighbours (docs/decisions/0005)."""


@pytest.fixture(scope="module")
def library_agent(tmp_path_factory: pytest.TempPathFactory) -> Agent:
    root = tmp_path_factory.mktemp("library")
    taught: dict[str, list[str]] = {}
    for example in EXAMPLES:
        if example["use"] == "train":
            taught.setdefault(example["intent"], []).append(example["text"])
    nlu = [
        {"intent": intent, "examples": "".join(f"- {text}\n" for text in texts)}
        for intent, texts in taught.items()
    ]
    (root / "nlu.yml").write_text(yaml.safe_dump({"version": "3.1", "nlu": nlu}))
    config = yaml.safe_load((REPOSITORY / "config.yml").read_text())
    config.pop("importers")
    (root / "config.yml").write_text(yaml.safe_dump(config))
    model = train_nlu(str(root / "config.yml"), str(root / "nlu.yml"), str(root / "models"))
    assert model is not None
    agent = Agent.load(model)
    shutil.rmtree(root / "models")
    return agent


def test_pipeline_learns_another_domain_from_ten_examples_an_intent(library_agent: Agent) -> None:
    asked = [e for e in EXAMPLES if e["use"] == "test" and e["intent"] != "none"]
    right = 0
    for example in asked:
        heard = asyncio.run(library_agent.parse_message(example["text"]))
        right += heard["intent"]["name"] == example["intent"]
    assert right / len(asked) >= LEAST_RIGHT, right / len(asked)
