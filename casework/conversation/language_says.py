"""Says and asks in the language of the parent, in the words of `other_languages`."""

from __future__ import annotations

from casework.conversation.other_languages import ChoiceName, OtherLanguage, TextName
from casework.say import Choice
from casework.turn.state import Turn

TOPIC = "interpreter_or_bsl"

_TEXT_OF: dict[str, TextName] = {"want_callback": "offer", "consent": "consent", "phone": "phone"}
_CHOICES_OF: dict[str, tuple[ChoiceName, ...]] = {
    "want_callback": ("call", "english"),
    "consent": ("yes", "no"),
    "phone": (),
}


def ask_in_language(turn: Turn, language: OtherLanguage, question: str) -> None:
    """Ask the question, with its choices to tap."""
    turn.draft.progress.pending = question
    labels = [language.choices[name] for name in _CHOICES_OF[question]]
    turn.say(
        "utter_in_other_language",
        {"words": language.text_for(_TEXT_OF[question], turn.message.channel)},
        asks=question,
        topic=TOPIC,
        choices=tuple(Choice(label, label) for label in labels),
    )


def say_in_language(
    turn: Turn, language: OtherLanguage, name: TextName, *, topic: str = TOPIC
) -> None:
    """Say the text of that name."""
    words = language.text_for(name, turn.message.channel)
    turn.say("utter_in_other_language", {"words": words}, topic=topic)


def say_where_to_ring(turn: Turn, language: OtherLanguage) -> None:
    """The number of the service; that none of theirs is kept is said only where that is so."""
    say_in_language(turn, language, "offer" if turn.draft.referral.contact.phone else "ring")
