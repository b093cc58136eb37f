"""What the commands about kept things share: the open database, and the door to Rasa's tracker."""

from collections.abc import Callable
from typing import Any

import httpx

from cli.errors import CommandError
from cli.settings import UpSettings
from frontdesk.rasa import Assistant
from store.database import Database, open_database
from store.migrate import migrate
from store.settings import StoreSettings


def open_kept(settings: StoreSettings) -> Database:
    """The database of these settings, brought to the newest schema."""
    database = open_database(settings)
    migrate(database)
    return database


def make_tracker_eraser(settings: UpSettings) -> Callable[[str], None]:
    """What erases one conversation from Rasa's tracker, over HTTP: only Rasa knows its database.

    It raises CommandError when the Rasa server does not answer.
    """
    rasa = _open_assistant(settings)

    def erase_tracker(conversation_id: str) -> None:
        try:
            rasa.erase_tracker(conversation_id)
        except httpx.HTTPError:
            raise CommandError(
                "The Rasa server has to be running to erase its part. Nothing was erased. "
                "Start it with: make run"
            ) from None

    return erase_tracker


def read_tracker(settings: UpSettings, conversation_id: str) -> dict[str, Any] | None:
    """What Rasa keeps of a conversation, None where that is nothing.

    Raises CommandError when the Rasa server does not answer.
    """
    try:
        return _open_assistant(settings).read_tracker(conversation_id)
    except httpx.HTTPError:
        raise CommandError(
            "The Rasa server has to be running to read its part. Nothing was written. "
            "Start it with: make run"
        ) from None


def _open_assistant(settings: UpSettings) -> Assistant:
    return Assistant(settings.rasa_url, settings.actions_url, settings.keys.internal_key)
