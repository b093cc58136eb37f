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


@cache
def load_notices(folder: Path = NOTICES_FOLDER) -> dict[str, Notice]:
    """All notices by id; those of safety.yml are `safety.<id>`."""
    notices = {}
    for path in sorted(folder.glob("*.yml")):
        prefix = "safety." if path.stem == "safety" else ""
        for identifier, notice in yaml.safe_load(path.read_text("utf-8"))["notices"].items():
            notices[prefix + identifier] = Notice.model_validate(notice)
    return notices
