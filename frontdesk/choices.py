"""Choices in a message: how a text message lists them, and what picking one means."""

from __future__ import annotations

from collections.abc import Sequence

from casework.conversation.other_languages import find_language_of_words
from store.messages.record import LastQuestion

# An answer to these may itself be a small number, so no number stands for a choice.
ANSWERED_WITH_NUMBERS = frozenset(
    {"child_age", "phone", "decision_date", "certificate_date", "summary", "change_what"}
)
# Their text messages name the answers: the numbers are those of the answers read back.
SAYS_HOW_TO_ANSWER = frozenset({"summary", "change_what"})
FEW = 3
COMMAND_PREFIX = "/"
UNREADABLE = "?"


def list_choices(text: str, choices: Sequence[dict[str, str]], *, asks: str | None) -> str:
    """The text of an SMS with its choices below, as people are to answer them.

    Up to three read `Reply 1 for Yes`, `2 for No`; a longer list is `1 Parent` under a heading.
    Nothing is listed where the words of the question say how to answer, and choices in another
    language stand there without our English words.
    """
    labels = [choice["label"] for choice in choices]
    if not labels or asks in SAYS_HOW_TO_ANSWER:
        return text
    if asks in ANSWERED_WITH_NUMBERS:
        return "\n".join([text, *(f"Or reply: {label}" for label in labels)])
    plain = [f"{number} {label}" for number, label in enumerate(labels, start=1)]
    # All of them: "No" is Spanish too.
    if all(find_language_of_words(label) for label in labels):
        return "\n".join([text, *plain])
    if len(labels) > FEW:
        return "\n".join([text, "Reply with a number:", *plain])
    lines = [f"{number} for {label}" for number, label in enumerate(labels, start=1)]
    return f"{text}\nReply " + "\n".join(lines)


def take_off_choices(text: str, choices: Sequence[dict[str, str]], *, asks: str | None) -> str:
    """The words of a text message without the choices that were listed below them."""
    return text.removesuffix(list_choices("", choices, asks=asks))


def read_choice(text: str, question: LastQuestion) -> str:
    """What the assistant is to hear: picking a choice by label or number means its `say`."""
    typed = _plain(text)
    for number, choice in enumerate(question.choices, start=1):
        means_number = question.asks not in ANSWERED_WITH_NUMBERS and typed == str(number)
        if means_number or typed == _plain(choice["label"]):
            return choice["say"]
    return neutralise(text)


def is_number_alone(text: str, question: LastQuestion) -> bool:
    """Whether the text is a number that picks one of several choices, and tells nothing itself."""
    return question.asks not in ANSWERED_WITH_NUMBERS and _plain(text).isdecimal()


def neutralise(text: str) -> str:
    """The text without the leading slash that Rasa takes for a command (rasa-facts B11)."""
    bare = text.strip()
    while bare.startswith(COMMAND_PREFIX):
        bare = bare.removeprefix(COMMAND_PREFIX).lstrip()
    return bare or UNREADABLE


def _plain(text: str) -> str:
    return " ".join(text.casefold().strip(" .!?)(").split())
