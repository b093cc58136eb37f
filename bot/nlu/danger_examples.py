"""The examples from which danger is learnt: data/danger/, one file a type of danger.

The name of a file is the type: an id of casework's safety screen, or `none` for what only sounds
like danger (idioms, what is long past, what somebody asks about in general).
"""

from __future__ import annotations

from pathlib import Path

import yaml
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

DANGER = "danger"
"""The attribute of a message: its type in an example, what was heard in one that is read."""
NO_DANGER = "none"


def read_danger_examples(folder: Path) -> list[Message]:
    """Messages with the text and the type of each example. An absent folder has none.

    They have no intent: Rasa's intent classifier and our n-grams leave them out
    (rasa/shared/nlu/training_data/training_data.py:206, message.py:444).
    Raises KeyError or yaml.YAMLError for a file that is not such a list.
    """
    return [
        Message(data={TEXT: text, DANGER: path.stem})
        for path in sorted(folder.glob("*.yml"))
        for text in yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)["examples"]
    ]
