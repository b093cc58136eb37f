"""Keeps the language that a parent needs, and what they tell in it for somebody who reads it."""

from __future__ import annotations

from casework.conversation.other_languages import OtherLanguage, find_language_of_words
from casework.referral.draft import Unconfirmed
from casework.referral.fields import is_given
from casework.referral.show import show_value
from casework.turn.own_words import keep_for_team, keep_words
from casework.turn.state import Turn

UNKNOWN = "und"
"""ISO 639-3 for a language that could not be told from its script."""
SHORTEST_ACCOUNT = 3
"""Words from which a message in their language tells something to keep."""
LONGEST_THANKS = 5


def store_need(turn: Turn, key: str) -> None:
    """The call was chosen, so the interpreter need is confirmed and not asked again."""
    progress = turn.draft.progress
    value = _language_value(key)
    if value is None:
        turn.put("interpreter", True)
    else:
        turn.put("language", value)
        progress.mark_answered("language")
    progress.to_confirm = [w for w in progress.to_confirm if w.field != "language"]
    progress.mark_answered("interpreter")


def remember_to_confirm(turn: Turn, key: str) -> None:
    """Whoever goes on in English is asked, when its turn comes, whether they want this language."""
    progress, value = turn.draft.progress, _language_value(key)
    if value is None or is_given(turn.draft, "language") or is_given(turn.draft, "interpreter"):
        return
    others = [waiting for waiting in progress.to_confirm if waiting.field != "language"]
    progress.to_confirm = [*others, Unconfirmed(field="language", value=value, shown=value["name"])]


def _language_value(key: str) -> dict[str, str] | None:
    code = key.partition("-")[0]
    if code == UNKNOWN:
        return None
    return {"code": code, "name": show_value("language_code", code)}


def keep_what_is_told(turn: Turn, language: OtherLanguage) -> None:
    """Keep what is told in their language, as they wrote it; somebody who reads it can use it.

    Once the call is arranged, a colleague is asked to look.
    """
    text = turn.message.plain
    is_answer = language.reads_as_yes(text) or language.reads_as_no(text)
    is_answer |= find_language_of_words(text) is not None
    if is_answer or len(text.split()) < SHORTEST_ACCOUNT:
        return
    is_more_than_thanks = len(text.split()) > LONGEST_THANKS or any(map(str.isdigit, text))
    if "interpreter call" in turn.draft.progress.told and is_more_than_thanks:
        keep_for_team(turn)
    else:
        keep_words(turn)
