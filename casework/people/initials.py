"""Initials given for a name, in an answer that says so or that holds nothing else of weight."""

from __future__ import annotations

import re

from casework.safety.redaction import words_of_nobody

_WITH_DOTS = re.compile(
    r"(?<![\w.])(?:(?:[^\W\d_]\.){2,4}|(?:[^\W\d_]\.){1,3}[^\W\d_](?!\w)|"
    r"(?:[A-Z]\. ){1,3}[A-Z](?:\.|(?!\w)))"
)
_AFTER_THE_WORD = re.compile(
    r"\binitials?\b(?: (?:are|is|only|just|for (?:now|him|her|them)|if (?:that'?s) "
    r"(?:ok|okay|fine|alright)|please|pls|then|would be|will do))*[\s,.:;=-]+"
    r"(?P<initials>[A-Z](?: ?[A-Z]){1,3})(?!\w)",
)
_BEFORE_THE_WORD = re.compile(
    r"^\W*(?P<initials>[A-Z](?: ?[A-Z]){1,3})(?!\w)[^.;!?]{0,30}\binitials?\b"
)
_NO_NAMES = frozenset(
    {
        "dob",
        "ehcp",
        "ehc",
        "am",
        "pm",
        "na",
        "la",
        "sen",
        "send",
        "gp",
        "eg",
        "ie",
        "ps",
        "uk",
        "nb",
    }
)
_OF_HELP = frozenset(
    {"ta", "ot", "pe", "it", "ep", "slt", "lsa", "hlta", "asd", "adhd", "pda", "ocd", "nhs", "dla"}
    | {"pip", "iep", "bsl", "hi", "vi", "mld", "sld", "pt", "dfe"}
)
"""Anybody's initials by themselves; in a sentence, as in "T.A. helps him", rather these."""


def initials_told(words: str) -> str | None:
    """R.T., of "just initials if that's ok, R.T."; None where there are none or something else."""
    for found in (_AFTER_THE_WORD.search(words), _BEFORE_THE_WORD.search(words)):
        if found is not None and _letters(found["initials"]) not in _NO_NAMES:
            return found["initials"]
    beside = _WITH_DOTS.sub(" ", words)
    said = [re.sub(r"[\W\d_]", "", word).lower() for word in beside.split()]
    is_plain = not any(said) or "initial" in beside.lower()
    no_names = _NO_NAMES if is_plain else _NO_NAMES | _OF_HELP
    dotted = [one[0] for one in _WITH_DOTS.finditer(words) if _letters(one[0]) not in no_names]
    if len(dotted) != 1 or not all(word in words_of_nobody() for word in said if word):
        return None
    return dotted[0].strip().upper()


def _letters(initials: str) -> str:
    return re.sub(r"\W", "", initials).lower()
