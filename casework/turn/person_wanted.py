"""Whether somebody asks for a person, also for the second time, rather than about our staff."""

from __future__ import annotations

import re

_PERSON = re.compile(
    r"\b(?:speak|talk|chat|text|message|put me through|get through)\b.{0,25}\b(?:to|with)\b.{0,25}"
    r"\b(?:person|human|someone|somebody|real|adviser|advisor|caseworker|staff|your team|the team|"
    r"one of (?:you|your))\b|\b(?:real|actual) (?:person|human)\b|\bhuman please\b|"
    r"\b(?:person|human) (?:please|pls|plz)\b|\bperson to help\b|"
    r"\bi want (?:a )?(?:person|human)\b|"
    r"\b(?:can|could|would|will|please|pls|get|want|need|like)\s+(?:a |an |the )?(?:real |actual )?"
    r"(?:someone|somebody|person|human|one of you)\s+(?:to\s+)?(?:please\s+)?(?:ring|call|phone)\b",
    re.IGNORECASE,
)
_ASKS_ABOUT_STAFF = re.compile(
    r"\bare (?:you|u|ya)\b|\bis this\b|\bam i\b|\bmust (?:i|we)\b|\bhow (?:soon|long|many)\b|"
    r"\b(?:do|did) (?:i|we) (?:have|need) to\b|"
    r"\b(?:does|do|did|will|would|has) (?:an?y? )?(?:real |actual )?"
    r"(?:person|people|human|someone|somebody|anyone|anybody|staff)\b",
    re.IGNORECASE,
)
"""Said of a person without asking for one: "does a real person see it?" """
_A_BOT = r"(?:a |an |some |this |the |to )*(?:chat ?)?(?:bot|robot|machine|computer|ai)s?\b"
_ASKS_AGAIN = re.compile(
    r"\b(?:i|we)(?:'ve|ve| have)?(?: already| just)? (?:asked|begged|wanted|said i want(?:ed)?)"
    r"(?: you)?(?: for| to (?:speak|talk) to)? (?:a |an )?(?:real |actual |live )?"
    r"(?:person|human(?: being)?|someone|somebody|call ?back|adviser|advisor)"
    r"(?: to (?:ring|call|phone|help) (?:me|us))?"
    r"(?:(?: \w+){1,3} ago| already| before| please| now)?"
    r"\W*(?:$|[.,!?]|\b(?:not|and|so|but)\b)|"
    r"\b(?:i|we) (?:really |just )?(?:do ?n'?t|do not|wo ?n'?t|ca ?n'?t|hate|refuse)\b"
    r"(?: (?:want|like|need|wanna))?(?: to)? (?:be )?"
    r"(?:speak|talk|chat|deal|do (?:this|it|all this))(?:ing)? (?:with|to|through) "
    rf"{_A_BOT}|"
    rf"\b(?:fed up|sick) (?:of|with) (?:speaking|talking|chatting|dealing) (?:with|to) {_A_BOT}|"
    r"\b(?:will|can|could|would) (?:some(?:one|body)|any(?:one|body)|a person|one of you)"
    r"(?: (?:actually|really|please|just))* (?:ring|call|phone) (?:me|us)"
    r"(?: back)? (?:today|now|asap|tonight|right away|straight away|please|pls)\b",
    re.IGNORECASE,
)


def asks_for_person(text: str) -> bool:
    """True for "can I talk to someone" and "I asked for a person"; false for "are you a person?".

    >>> asks_for_person("i dont want to talk to a bot")
    True
    """
    if _ASKS_AGAIN.search(text):
        return True
    return _PERSON.search(text) is not None and not _ASKS_ABOUT_STAFF.search(text)
