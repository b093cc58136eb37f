"""Reads the words of danger that are content: `data/knowledge/`, each file with its groups."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict

KNOWLEDGE = Path(__file__).resolve().parents[2] / "data" / "knowledge"
APOSTROPHES = re.compile(r"['\u2018\u2019\u02bc\u00b4`\u2032]")


class Content(BaseModel):
    """What every file of it tells of itself."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: int
    source: str
    last_checked: str
    review_by: str


C = TypeVar("C", bound=Content)


def read_content(name: str, shape: type[C]) -> C:
    """The content of a file of `data/knowledge/`."""
    with (KNOWLEDGE / name).open(encoding="utf-8") as file:
        return shape.model_validate(yaml.load(file, Loader=yaml.CSafeLoader))


def fill(expression: str, words: Mapping[str, str]) -> str:
    """The expression with each `{name}` replaced; numbers in braces are left as they are."""
    while re.search(r"\{[a-z_]\w*\}", expression):
        expression = re.sub(r"\{([a-z_]\w*)\}", lambda name: f"(?:{words[name[1]]})", expression)
    return expression
