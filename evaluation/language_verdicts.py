"""Whether it is heard in which language a message is written."""

from __future__ import annotations

from casework.conversation.other_languages import ENGLISH
from casework.message import Message
from evaluation.sets import InLanguage
from evaluation.verdicts import Verdict, describe_entities

RIGHT = "right"
ANOTHER_LANGUAGE = "another language"
NOT_HEARD = "not heard"
QUIET = "English"
FALSE_ALARM = "taken for another language"


def judge_language(example: InLanguage, message: Message) -> Verdict:
    """A message with no `written_language` found is taken for English."""
    found = message.first("written_language")
    got = None if found is None else str(found.value)
    return Verdict(
        text=example.text,
        wanted=example.language or ENGLISH,
        got=got or ENGLISH,
        outcome=_judge(got, example.language),
        heard=describe_entities(message),
    )


def _judge(got: str | None, wanted: str | None) -> str:
    if wanted is None:
        return QUIET if got is None else FALSE_ALARM
    if got is None:
        return NOT_HEARD
    return RIGHT if got == wanted else ANOTHER_LANGUAGE
