"""Keeps people's words out of the logs of the Rasa server (rasa-facts B12).

Rasa logs texts, slots and whole trackers, at several levels and inside exceptions. So of a line
from any other package only its place in the source is written, never its message.
"""

from __future__ import annotations

import logging
import sys
from typing import Any

import structlog


class PlaceOnly(logging.Formatter):
    """Our own messages as they are; of others, where they come from and the kind of error."""

    def format(self, record: logging.LogRecord) -> str:
        """One line without the text of any message that is not ours."""
        said = f"{record.levelname} {record.name}:{record.lineno}"
        if record.name.split(".")[0] == "bot":
            said = f"{said} {record.getMessage()}"
        if record.exc_info and record.exc_info[0] is not None:
            said = f"{said} ({record.exc_info[0].__name__})"
        return said


def keep_people_out_of_logs() -> None:
    """Log to stderr from WARNING up, without messages of other packages."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(PlaceOnly())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    # Packages reset Python's warning filters when imported; a logger they cannot.
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    structlog.configure(
        processors=[_event_name_only],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def _event_name_only(_logger: Any, level: str, event: dict[str, Any]) -> str:
    """The name of the event; all that it carries is left out."""
    return f"{level.upper()} rasa event {str(event.get('event')).split(' ')[0]}"
