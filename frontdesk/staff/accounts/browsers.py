"""Which browser a session is in, in words that its owner knows it by."""

from __future__ import annotations

# The first that is in the text: Edge names Chrome too, and Chrome names Safari.
_PROGRAMS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
_MACHINES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def name_browser(user_agent: str) -> str:
    """Such as "Firefox on Windows"; "another program" where it cannot be told."""
    named = [
        next((name for mark, name in marks if mark in user_agent), None)
        for marks in (_PROGRAMS, _MACHINES)
    ]
    return " on ".join(name for name in named if name) or "another program"
