"""The eraser of what Rasa keeps, which lies behind its own server."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar


class TrackerEraser:
    """Erases Rasa's memory of the dialogue, through whoever can reach the Rasa server."""

    identifier: ClassVar[str] = "tracker"
    description: ClassVar[str] = "Rasa's tracker of the conversation, in its own database"

    def __init__(self, erase_tracker: Callable[[str], None]) -> None:
        self._erase_tracker = erase_tracker

    def erase(self, conversation_id: str) -> int:
        """Asks the Rasa server to forget; raises what the caller's client raises."""
        self._erase_tracker(conversation_id)
        return 1
