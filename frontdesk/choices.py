"""Choices in a message: how a text message lists them, and what picking one means."""

from __future__ import annotations

from collections.abc import Sequence

from store.messages import LastQuestion

# An answer to these may itself be a small number, so no number stands for a choice.
ANSWERED_WITH_NUMBERS = frozenset(
    {"child_age", "phone", "decision_date", "certificate_date", "summary", "change_what"}
)
COMMAND_PREFIX = "/"
UNREADABLE = "?"


def list_choices(text: str, choices: Sequence[dict[str, str]], *, asks: str | None) -> str:
    """The text of an SMS with its choices, a line each: `1 Yes`."""
    labels = [choice["label"] for choice in choices]
    if asks not in ANSWERED_WITH_NUMBERS:
        labels = [f"{number} {label}" for number, label in enumerate(labels, start=1)]
    return "\n".join([text, *labels])


def read_choice(text: str, question: LastQuestion) -> str:
    """What the assistant is to hear: picking a choice by label or number means its `say`."""
    typed = _plain(text)
    for number, choice in enumerate(question.choices, start=1):
        means_number = question.asks not in ANSWERED_WITH_NUMBERS and typed == str(number)
        if means_number or typed == _plain(choice["label"]):
            return choice["say"]
    return neutralise(text)


def neutralise(text: str) -> str:
    """The text without the leading slash that Rasa takes for a command (rasa-facts B11)."""
    bare = text.strip()
    while bare.startswith(COMMAND_PREFIX):
        bare = bare.removeprefix(COMMAND_PREFIX).lstrip()
    return bare or UNREADABLE


def _plain(text: str) -> str:
    return " ".join(text.casefold().strip(" .!?)(").split())
