"""What a yes is made to hang on: "if he agrees", "once I've read it", "tomorrow"."""

from __future__ import annotations

import re

SOME_TIME = (
    r"(?:later(?: on| today)?|tomorrow|tonight|another (?:day|time)|some other time|not today|soon|"
    r"(?:next|some) (?:week|month|time|day)|(?:on |this |next )?(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day|(?:at|after|over) (?:the )?(?:weekend|christmas|xmas|easter|holidays?|half term)|"
    r"in (?:a|an|one|two|a few|the|\d+) (?:bit|sec|second|minutes?|mins?|moment|while|days?|hours?|"
    r"weeks?|months?|morning|afternoon|evening|future)|one day|eventually|at some point)"
)
_LOOKED = (
    r"(?:read(?:ing)?|seen?|check(?:ed)?|spoken?|talk(?:ed)?|ask(?:ed)?|thought|think|decided?|"
    r"slept|sleep|look(?:ed)?|get|got|had|been|done|heard?|finish(?:ed)?|chang(?:ed?|ing)|put|fix"
    r"(?:ed)?|correct(?:ed)?|taken?|remov(?:ed?|ing)|agree[sd]?|says?|sign(?:ed|s)?|home|back|"
    r"ready|sure|happy|know|reads|sees|checks|gets|comes|answer(?:ed)?|told me|tell me|rung|called)"
)
_SOMEBODY_DOES = (
    r"(?:(?:i|ive|im|we|weve|were|you|youve|u|he|hes|she|shes|they|theyve|its|it|my|his|her|the|"
    r"our|somebody|someone|everyone|both)(?: \w+){0,2}?)"
)
_ASKS_TO_BE_REACHED = (
    r"(?:once|when|after) (?:you|u|its|it is|it has|it|this|thats?|someone)\b.*\b(?:ring|call|"
    r"phone|text|e ?mail|contact|let me know|tell me)\b"
)
"""What is to come of it, and no condition: "once you get it please ring me"."""
_CONDITION = re.compile(
    rf"^(?!{_ASKS_TO_BE_REACHED})(?!before .*\b(?:if possible|if you can|please|ideally)$)"
    r"(?:only |just |and |but |not )*(?:if|unless|as (?:long|soon) as|so long as|long as|provided|"
    r"providing|assuming|pending|subject to|depending|on (?:the )?condition|in (?:theory|"
    r"principle)|"
    r"until|till|til|once|"
    rf"(?:when|after|before) (?!\w+(?: \w+)? (?:was|were)\b|the school holidays\b)"
    rf"(?:{_SOMEBODY_DOES}\b|\w+ing\b|christmas|xmas|easter|{SOME_TIME}))"
)
"""In the sentence of the yes."""
_OWN_CONDITION = re.compile(
    r"^(?:but )?(?:only (?:if|when|after|once|until)|not (?:till|until|til|before)|unless|"
    r"as long as|so long as|provided|providing|on (?:the )?condition|"
    rf"(?:once|after|until|till|til|before|when) (?:{_SOMEBODY_DOES} (?:have |has |had |all |been |"
    rf"properly |just |finally )*{_LOOKED}\b(?! (?:a |his |her |an )?(?:diagnos|letter|plan|"
    r"told)\w*)(?!.* (?:they|council|school|nobody) \w)|(?:reading|speaking|talking|checking|"
    r"asking|thinking|seeing)\b))"
)
"""A condition even in a sentence of its own; "if he loses the place \u2026" is none there."""


def is_condition(bare: str, *, is_joined: bool) -> bool:
    """True for "if he agrees" in the sentence of a yes, "once I've read it" in one of its own."""
    return (_CONDITION if is_joined else _OWN_CONDITION).match(bare) is not None
