"""References: short, random, easy to say on the phone."""

from __future__ import annotations

import secrets

# No I, L, O, S, Z, B: they look or sound like 1, 1, 0, 5, 2, 8. No U: fewer accidental words.
ALPHABET = "ACDEFGHJKMNPQRTVWXY34679"


def make_reference() -> str:
    """A new `XXXX-XXXX`; 24^8 of them, so the unique column hardly ever refuses one."""
    letters = [secrets.choice(ALPHABET) for _ in range(8)]
    return "".join(letters[:4]) + "-" + "".join(letters[4:])


def normalise_reference(typed: str) -> str:
    """What somebody typed or said, in the form that is stored."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    return f"{letters[:4]}-{letters[4:]}"
