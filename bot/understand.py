"""What the assistant hears in messages, without a conversation: `python -m bot.understand`.

Reads one JSON object a line, `{"text": ..., "after": ...}`, and writes one for each, in order:
what Rasa's processor makes of the text right after the question `after` was answered (its words;
null or left out: a first message). The model is the one of the present content.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bot.train import model_for_present_content


class CannotUnderstand(RuntimeError):
    """Why nothing can be heard, in one line for the person who asked."""


def understand(lines: Iterable[str], model: Path) -> Iterator[str]:
    """What is heard in each line, as JSON. Raises CannotUnderstand for a line that is none."""
    from rasa.core.channels.channel import UserMessage
    from rasa.shared.core.events import SlotSet
    from rasa.shared.core.trackers import DialogueStateTracker
    from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT

    from bot.channel import neutralise
    from bot.hearing import LAST_QUESTION_SLOT, LEANING, PARTS
    from bot.nlu.danger_examples import DANGER, MAY_BE_DANGER

    processor = _load_processor(model)
    for number, line in enumerate(lines, start=1):
        text, after = _read_line(line, number)
        tracker = DialogueStateTracker.from_events(
            "nobody", [SlotSet(LAST_QUESTION_SLOT, after)], processor.domain.slots
        )
        heard = asyncio.run(processor.parse_message(UserMessage(neutralise(text)), tracker))
        told = (TEXT, INTENT, INTENT_RANKING_KEY, ENTITIES, DANGER, MAY_BE_DANGER, PARTS, LEANING)
        yield json.dumps({name: heard.get(name) for name in told})


def _load_processor(model: Path) -> Any:
    """Rasa's processor as the server has it, without a store and without an action server."""
    from rasa.core.lock_store import InMemoryLockStore
    from rasa.core.nlg import TemplatedNaturalLanguageGenerator
    from rasa.core.tracker_store import InMemoryTrackerStore
    from rasa.shared.core.domain import Domain

    from bot.hearing import HearingProcessor
    from bot.quick_start import read_domains_quickly

    read_domains_quickly()
    return HearingProcessor(
        model,
        InMemoryTrackerStore(Domain.empty()),
        InMemoryLockStore(),
        TemplatedNaturalLanguageGenerator({}),
    )


def _read_line(line: str, number: int) -> tuple[str, str | None]:
    try:
        asked = json.loads(line)
        return str(asked["text"]), asked.get("after")
    except (ValueError, KeyError, TypeError, AttributeError):
        raise CannotUnderstand(f"line {number} is no JSON object with a text") from None


def _answer_lines(root: Path) -> None:
    """Standard input to standard output, which Rasa's own prints must not get into."""
    model = model_for_present_content(root)
    if not model.exists():
        raise CannotUnderstand("no model for the present content: run python -m bot.train first")
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    answers, sys.stdout = sys.stdout, sys.stderr

    from bot.quiet_logs import keep_people_out_of_logs

    keep_people_out_of_logs()
    for answer in understand(sys.stdin, model):
        print(answer, file=answers, flush=True)


if __name__ == "__main__":
    try:
        _answer_lines(Path.cwd())
    except CannotUnderstand as error:
        sys.exit(f"Nothing was heard: {error}.")
