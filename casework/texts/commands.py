"""What a text means to the network or to us before anybody reads it as part of a conversation.

The reserved words are Twilio's: its opt-out words with REVOKE, OPTOUT and the French ARRET; START
and UNSTOP; HELP and INFO. Twilio also takes YES as START; here it answers our questions, so whoever
opted out resumes with START or UNSTOP. DP-21, DP-22.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from casework.texts.opting_out import take_signature_off

Command = Literal["stop", "start", "help", "more", "pause", "website"]
Stranger = Literal["wrong_number", "who_is_this"]

STRANGERS_FILE = Path(__file__).resolve().parents[2] / "data" / "knowledge" / "strangers.yml"
STOP_WORDS = frozenset(
    {"stop", "stopall", "unsubscribe", "end", "quit", "cancel", "revoke", "optout", "arret"}
)
START_WORDS = frozenset({"start", "unstop"})
HELP_WORDS = frozenset({"help", "info"})
RESERVED_WORDS = STOP_WORDS | START_WORDS | HELP_WORDS
_NEARLY_STOP = frozenset(
    {"stopplease", "pleasestop", "stoptexts", "stoptexting", "stoptextingme", "stpo", "sotp"}
)

_WORDS: dict[Command, frozenset[str]] = {
    "stop": STOP_WORDS | _NEARLY_STOP,
    "start": START_WORDS,
    "help": HELP_WORDS,
    "more": frozenset({"more", "moreplease"}),
    # Ours for what "stop" means on the page: leave it here, nothing is lost.
    "pause": frozenset({"pause", "pauseplease"}),
    "website": frozenset({"website", "websiteplease"}),
}
_DRAWN_OUT_STOP = re.compile(r"\As+t+o+p+\Z")
_LONGEST = 3
"""Words that a command may be written in: "stop texting me"."""
_LONGEST_OF_STRANGER = 20
"""Words. Whoever writes more tells us something."""


def read_command(text: str) -> Command | None:
    """The command that the whole text is, in any case, with any spaces and punctuation.

    >>> read_command(" Stop! ")
    'stop'
    >>> read_command("stop them from excluding him")
    """
    said = take_signature_off(text)
    words = [letters for letters in map(_letters_of, said.split()) if letters]
    is_spelt_out = all(len(word) == 1 for word in words)
    if len(words) > _LONGEST and not is_spelt_out:
        return None
    typed = _DRAWN_OUT_STOP.sub("stop", "".join(words))
    return next((command for command, known in _WORDS.items() if typed in known), None)


def read_stranger(text: str) -> Stranger | None:
    """Whether the text is what somebody writes whom we should not be texting.

    `wrong_number` says so outright. `who_is_this` asks, and may as well be a parent's question:
    it means a stranger only from a number that has told us nothing.
    """
    if len(text.split()) > _LONGEST_OF_STRANGER:
        return None
    plain = " ".join(re.sub(r"[^\w\s]", " ", re.sub(r"[\u2019'`]", "", text)).casefold().split())
    for kind in get_args(Stranger):
        if _strangers()[kind].fullmatch(plain):
            found: Stranger = kind
            return found
    return None


@cache
def _strangers() -> dict[str, re.Pattern[str]]:
    content: dict[str, Any] = yaml.safe_load(STRANGERS_FILE.read_text("utf-8"))
    before, after = (_any_of(content["around"][place]) for place in ("before", "after"))
    says, asks = (_any_of(content[kind]) for kind in get_args(Stranger))
    return {
        "wrong_number": re.compile(
            rf"(?:(?:{before}|{asks}) )*{says}(?: (?:{after}|{says}|{asks}))*"
        ),
        "who_is_this": re.compile(rf"(?:{before} )*{asks}(?: (?:{after}|{asks}))*"),
    }


def _any_of(phrases: list[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(phrases, key=len, reverse=True))) + ")"


def _letters_of(text: str) -> str:
    """The letters and digits alone, without accents: ARRÊT is ARRET."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    return "".join(each for each in bare if each.isalnum())
