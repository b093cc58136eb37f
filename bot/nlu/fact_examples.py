"""The messages from which facts of a few values are learnt: data/facts/.

Each message is labelled with every fact of that sort that it tells: the name of a field is that of
an entity, with its role after a full stop where it has one (`contact_ok.call`). A field that is not
named is not told; one that the message leaves open, so that people would read it differently, is
listed and teaches nothing. The fields and their values are those that occur in the labels.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

FACTS = "facts"
"""The attribute of an example: the value of each field that it tells."""
LEFT_OPEN = "facts_left_open"
"""The attribute of an example: the fields of which it is not said whether it tells them."""


def read_fact_examples(folder: Path) -> list[Message]:
    """Messages with the text and the facts of each example. An absent folder has none.

    They have no intent, as those of danger (danger_examples.py).
    Raises KeyError or yaml.YAMLError for a file that is not such a list.
    """
    return [
        _to_message(example)
        for path in sorted(folder.glob("*.yml"))
        # Every value stays a word: "yes" is the value of an entity.
        for example in yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)["examples"]
    ]


def _to_message(example: dict[str, Any]) -> Message:
    return Message(
        data={
            TEXT: example["text"],
            FACTS: example.get("tells") or {},
            LEFT_OPEN: example.get("leaves_open") or [],
        }
    )
