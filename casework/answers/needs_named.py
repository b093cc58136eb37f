"""Needs of the meeting by their names, where what would help them to take part was asked.

Right after that question "so breaks if he comes" names a need; in another place those words may
tell of the school, and only what the bot heard counts.
"""

from __future__ import annotations

import re

from casework.message import Entity, Message

_HELPER = r"(?:carer|pa|personal assistant|support worker|enabler|interpreter guide)"
_NAMES = {
    "step_free": (
        r"step[- ]?free(?: access)?|wheelchair (?:access\w*|friendly)|ground floor(?: room)?|"
        r"(?:no|without|avoid(?:ing)?) (?:any )?(?:stairs|steps)|level (?:access|entrance)|"
        r"(?:can'?t|cannot|cant|can not) (?:do|manage|climb|use|get up) (?:the |any )?"
        r"(?:stairs|steps)|ramps?|(?:a|the|working) lift"
    ),
    "parking": (
        r"(?:disabled |blue badge )?parking|blue badge (?:space|bay|spot)s?|"
        r"(?:somewhere|a place|space) to park|park (?:right )?(?:outside|close|near\w*)"
    ),
    "accessible_toilet": (
        r"(?:accessible|disabled|adapted|suitable|changing places|wheelchair) "
        r"(?:toilets?|loos?|lavator\w+|wcs?|bathrooms?)"
    ),
    "quiet_room": (
        r"(?:(?:calm|quiet)(?:er)? (?:room|space|place|area|venue)|(?:somewhere|some where) "
        r"(?:calm|quiet)|quiet(?=\W*$|[,.;!]| (?:and|&|please|pls|plz|tho|would|but)\b))"
    ),
    "breaks": (
        r"(?:(?:regular|frequent|extra|little|movement|rest|some|comfort) )?breaks|breathers|"
        r"(?:a|an|the odd|have|need|take|with) (?:(?:an?|quick|short|little|wee|rest|comfort) )*"
        r"(?:break|breather|pause)(?! (?:from|down|up|in his|in her))|"
        r"(?:stop|pause|rest|step out) (?:for a (?:bit|while|minute|min|sec\w*|breather)|now and|"
        r"every|half ?way|when i need|if i need)|"
        r"short(?:er)? (?:meetings?|sessions?|slots?|chunks)"
    ),
    "large_print": (
        r"(?:large|big|bigger|larger) (?:print|text|letters|writing|font)|font (?:size )?\d\d|"
        r"\d\d ?(?:pt|point)"
    ),
    "easy_read": (
        r"easy[- ]?read|(?:plain|simple|easy) (?:words|english|language)|"
        r"no (?:big|long|fancy|hard) words|(?:no|without(?: the)?) jargon|jargon[- ]free"
    ),
    "braille": r"braille",
    "screen_reader": r"screen[- ]?reader|jaws|nvda|voiceover|talkback",
    "hearing_loop": r"(?:hearing|induction) loop|loop system",
    "captions": r"captions?|captioning|subtitles?|speech to text|live transcript\w*",
    "sensory": (
        r"(?:low|dim|dimmed|soft)(?:er)? (?:lights?|lighting|noise)|"
        r"no (?:bright|strip|harsh|flickering|fluorescent) (?:lights?|lighting)|"
        r"light(?:s|ing) (?:(?:turned|kept|to be) )*(?:down|low|dim\w*|off)"
    ),
    "carer_attends": rf"my (?:own )?{_HELPER}(?: \w+){{0,4}} (?:with me|com(?:e|es|ing)|there)",
    "medical": r"my (?:own )?(?:meds|medication|medicines?|insulin|inhalers?|epipens?|oxygen)",
}
_NAMED = re.compile(
    r"\b(?:" + "|".join(f"(?P<{need}>{words})" for need, words in _NAMES.items()) + r")\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?:\b(?:no|not|without|never|nor|hates?|refus\w+)|\b(?:do|does|did|is|are|was|ca|wo|would|could|should|must|have|has|need)n'?t)\b"
    r"(?: \w+){0,4} ?$",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(r"\W*(?:no|nope|not needed)\s*(?:[,.;!\n]|$)", re.IGNORECASE)
_OF_SCHOOL_OR_PLAN = re.compile(
    r"\b(?:school|class(?:room)?|lessons?|teachers?|plan|ehcp|section|council|senco|ta|playtime|"
    r"lunch|respite|short breaks)\b",
    re.IGNORECASE,
)
"""In whose clause a break or a quiet room is the child's at school."""
_CLAUSE_BEGINS = re.compile(
    r"[,.;:!?\n]|\b(?:and|but|so|tho|though|plus|also|just|only)\b", re.IGNORECASE
)
_SENTENCE_ENDS = re.compile(r"[,.;!?\n]")


def needs_heard(message: Message) -> list[Entity]:
    """The needs that the bot heard, and those that the words name, in the order they are said."""
    heard = message.all_of("access_need")
    known = {str(need.value) for need in heard}
    named = [need for need in needs_named(message.text) if need.value not in known]
    return [*heard, *named]


def needs_named(words: str) -> list[Entity]:
    """The needs named in the words, each once; none that is denied or is the child's at school."""
    found: dict[str, Entity] = {}
    for name in _NAMED.finditer(words):
        need = str(name.lastgroup)
        before = _CLAUSE_BEGINS.split(words[: name.start()])[-1]
        begun = re.split(_SENTENCE_ENDS, words[: name.start()])[-1]
        after = _SENTENCE_ENDS.split(words[name.end() :], maxsplit=1)[0]
        is_denied = _DENIED.search(before) or _DENIED_AFTER.match(words, name.end())
        if is_denied or _OF_SCHOOL_OR_PLAN.search(begun + name[0] + after):
            continue
        found.setdefault(need, Entity("access_need", need, start=name.start(), end=name.end()))
    return list(found.values())
