"""What the front desk itself says: data/notices/*.yml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

NOTICES_FOLDER = Path(__file__).parent.parent / "data/notices"


class Notice(BaseModel):
    """One text with a wording for each channel."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    web: str
    sms: str
    choices: list[dict[str, str]] = []

    def text_for(self, channel: str) -> str:
        """The wording of a channel."""
        return (self.sms if channel == "sms" else self.web).strip()


_A_CALL = {"label": "Please ring me", "say": "please ring me"}
_A_PERSON = {"label": "A person please", "say": "I would like a person to help"}


def without_calls(notice: Notice) -> Notice:
    """The notice for somebody who said not to ring them: a person is offered, and no call."""
    choices = [_A_PERSON if choice == _A_CALL else choice for choice in notice.choices]
    return notice.model_copy(update={"choices": choices})


@cache
def load_notices(folder: Path = NOTICES_FOLDER) -> dict[str, Notice]:
    """All notices by id; those of safety.yml are `safety.<id>`."""
    notices = {}
    for path in sorted(folder.glob("*.yml")):
        prefix = "safety." if path.stem == "safety" else ""
        for identifier, notice in yaml.safe_load(path.read_text("utf-8"))["notices"].items():
            notices[prefix + identifier] = Notice.model_validate(notice)
    return notices
