"""The accounts from which kinds of dispute are learnt: data/disputes/.

A file is named after the kind that its accounts tell. Three hold what is not of one kind: `none`
(what tells no dispute), `several` (accounts of more than one kind) and `either` (accounts that
leave open which of some kinds it is). Kinds that follow from parts of a plan (`b_f_i` and the
like) or from dates have no file: casework works them out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

DISPUTES = "disputes"
"""The attribute of an example: the kinds that it tells, empty where it tells none."""
OF_SEVERAL_KINDS = ("several", "either")
OF_NO_KIND = "none"


def read_dispute_examples(folder: Path) -> list[Message]:
    """Messages with the text and the kinds of each account. An absent folder has none.

    They have no intent, as those of danger (danger_examples.py).
    Raises KeyError or yaml.YAMLError for a file that is not such a list.
    """
    return [
        _to_message(path.stem, account)
        for path in sorted(folder.glob("*.yml"))
        for account in yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)["examples"]
    ]


def _to_message(name: str, account: Any) -> Message:
    if name in OF_SEVERAL_KINDS:
        return Message(data={TEXT: account["text"], DISPUTES: account["kinds"]})
    return Message(data={TEXT: account, DISPUTES: [] if name == OF_NO_KIND else [name]})
