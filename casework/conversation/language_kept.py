"""Keeps the language that a parent needs as an answer, or as one to be asked about."""

from __future__ import annotations

from casework.referral.draft import Unconfirmed
from casework.referral.fields import is_given
from casework.referral.show import show_value
from casework.turn.state import Turn

UNKNOWN = "und"
"""ISO 639-3 for a language that could not be told from its script."""


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
