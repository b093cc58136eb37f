"""What alone is wrong of a plan called right: the F of "all fine except section F".

The same words after "wrong" or after nothing take a part out: "all of it except section B".
"""

from __future__ import annotations

import re

_EXCEPT = re.compile(
    r",? ?\b(?:except|apart from|bar|other than|aside from|save for|but not|just not|only not)\b"
    r"(?: (?:for|with|about|that))* ",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"\b(?P<well>fine|ok|okay|good|great|right|correct|alright|perfect|spot on|happy|content|"
    r"satisfied|agree[ds]?|(?:nothing|nowt|not (?:a lot|much)) (?:is )?wrong|"
    r"no (?:problem|issue|complaint|quarrel)s?)\b|"
    r"\b(?:wrong|bad|rubbish|vague|awful|terrible|poor|disagree|unhappy|missing)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"(?:\b(?:not|never|cannot|hardly|far|nothing|none|nobody|nowt|would|could)|n'?t\b|'d)"
    r"(?: \w+){0,3} $",
    re.IGNORECASE,
)
_ALL_OF_IT = re.compile(
    r"\b(?:all|everything|the (?:whole )?(?:rest|plan|lot))(?: (?:of it|of the plan|in it|else|"
    r"in the plan))* ?$",
    re.IGNORECASE,
)
_PART_IS_FINE = (
    r"(?P<part>[^.;,!?]{1,30}?) (?:is|are|looks?|seems?)(?: all)* "
    r"(?:fine|ok|okay|good|right|correct|alright|perfect)\b"
)
_IS_FINE_AFTER = re.compile(rf"^{_PART_IS_FINE}", re.IGNORECASE)
_ALL_BUT_IT_IS_FINE = re.compile(rf"\b(?:all|everything) but {_PART_IS_FINE}", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;!?\n]")


def all_fine_but(text: str) -> str | None:
    """The words for what alone is wrong, or None: "except F" of no plan called right."""
    for found in _EXCEPT.finditer(text):
        before = _SENTENCE_END.split(text[: found.start()])[-1]
        after = _SENTENCE_END.split(text[found.end() :])[0]
        late = _IS_FINE_AFTER.match(after)
        if late is not None and _ALL_OF_IT.search(before):
            return late["part"]
        if _is_called_right(before):
            return after
    late = _ALL_BUT_IT_IS_FINE.search(text)
    return None if late is None else late["part"]


def _is_called_right(words: str) -> bool:
    """True where the last word of praise or blame is one of praise that nothing denies."""
    judged = list(_JUDGED.finditer(words))
    if not judged or judged[-1]["well"] is None:
        return False
    return _NOT_SO.search(words[: judged[-1].start()]) is None
