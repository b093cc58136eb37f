"""Parts of the plan that the words say it is not about: the B of "no its not section B".

"The help isn't in section F", "not just B" and "they took F out" deny nothing: they complain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casework.message import Message
from casework.referral.draft import Draft
from casework.words import reads_as_question

_ONE = r"(?:(?:the )?(?:(?:sections?|secs?|parts?)\.? [A-K]|[B-H])\d?(?=\W|$)(?!'))"
"""A letter; A and I alone are mostly no part of a plan."""
_LETTERS = rf"(?P<letters{{}}>{_ONE}(?:\s*(?:,|&|/|\band\b|\bor\b|\bnor\b)\s*{_ONE})*)"
_IN_WORDS = (
    r"(?P<words{}>(?:the )?(?:needs|help|provision|support) (?:part|section|bit)|"
    r"the (?:needs|school(?: name| named| place| part| bit)?)"
    r"(?=\s*(?:$|[,.;!]|but\b|and\b|its?\b)))"
)


def _part(number: int) -> str:
    return f"(?:{_LETTERS.format(number)}|{_IN_WORDS.format(number)})"


_SMALL = (
    r"(?:(?:no+|nope|nah|sorry|actually|oh|wait|well|but|and|so|yes|yeah|ok|please|hang on)"
    r"[\s,.]{1,3}){0,4}"
)
_IT_IS = r"(?:(?:it|that|this)(?:'?s| is| was)? |(?:they'?re|theyre|they are) |i (?:mean|meant) )?"
_DENIED = re.compile(
    rf"{_SMALL}{_IT_IS}"
    r"(?:(?:(?<!why )(?:not|isn'?t|isnt|wasn'?t|ain'?t|aint|never)"
    r"(?: really| actually| even)?(?: about| to do with)?"
    r"|(?:nothing|nowt) (?:wrong |to do )?(?:with|about)"
    r"|no (?:problem|issue|complaint|worrie|quarrel)s? (?:with|about)"
    r"|(?:except|apart from|bar|instead of|rather than|but not)(?: for)?"
    r"|(?<!not )(?<!n't )(?<!nt )\b(?:happy|fine|ok|okay) (?:with|about)"
    rf"|(?:don'?t|dont|do not) (?:want|need|mean|disagree with)) {_part(1)}"
    rf"|{_part(2)} (?:is|are|was|bit is|part is)(?:n'?t| not) (?:the |a |an |really |actually )*"
    r"(?:wrong|problem|issue|bit|part|one|in dispute)\b"
    rf"|{_part(3)} (?:is|are|looks?|seems?|bit is|part is) (?:all |both |actually |now |really )*"
    r"(?:fine|ok|okay|good|right|correct|alright)\b)"
    r"(?! (?:only|alone|on its own|anymore|enough))",
    re.IGNORECASE,
)
_TAKEN_OFF = re.compile(
    rf"(?:^|(?<=[,.;!] )){_SMALL}(?:(?:can|could|would) (?:you|we|u) |i (?:want|need) to |just )*"
    r"(?:(?:remove|drop|delete|scrap|forget|leave out|take (?:out|off|away)|leave off) "
    rf"{_part(4)}|(?:take|leave|cross|strike) {_part(5)} (?:off|out|away))",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:they|council|la|school|officer|letter|he|she|who|caseworker)(?:'?s| is| are| has| have|"
    r"'?ve)? (?:say|says|said|saying|claims?|reckons?|told|tells|think|thinks|agreed?|put|wrote)\b",
    re.IGNORECASE,
)
"""What others say of a part is what the family may dispute."""
_NAMES_A_PLAN = re.compile(r"\b(?:plan|ehcp?|sections?)\b", re.IGNORECASE)
LONGEST_LETTER = 2
"""Characters of a part that is named by its letter: "H1"."""
_BY_WORD = (("B", "need"), ("F", "help"), ("F", "provision"), ("F", "support"), ("I", "school"))


def parts_denied(text: str) -> frozenset[str]:
    """The letters of the parts that it is said not to be about."""
    return frozenset(letter for _span, letters in _denials(text) for letter in letters)


def without_denials(text: str) -> str:
    """The text with what denies a part left blank, place for place; small words go with it."""
    kept = list(text)
    for (start, end), _letters in _denials(text):
        kept[start:end] = " " * (end - start)
    return "".join(kept)


def parts_of_no_plan(message: Message, draft: Draft) -> set[str]:
    """The parts that only a word reminds of ("respite"), where there is no plan to have them."""
    if draft.referral.plan not in ("none", "requested") or _NAMES_A_PLAN.search(message.plain):
        return set()
    told = message.all_of("section")
    return {str(one.value) for one in told if one.end - one.start > LONGEST_LETTER}


def _denials(text: str) -> Iterator[tuple[tuple[int, int], set[str]]]:
    if reads_as_question(text) or _OF_OTHERS.search(text):
        return
    for pattern in (_DENIED, _TAKEN_OFF):
        for found in pattern.finditer(text):
            letters = _letters_of(found)
            if letters:
                yield found.span(), letters


def _letters_of(found: re.Match[str]) -> set[str]:
    groups = found.groupdict()
    letters: set[str] = set()
    for name, said in groups.items():
        if said and name.startswith("letters"):
            named = re.sub(r"\b(?:the|sections?|secs?|parts?|and|or|nor)\b", " ", said, flags=re.I)
            letters |= set(re.findall(r"[A-K]", named.upper()))
        elif said:
            letters |= {letter for letter, word in _BY_WORD if word in said.lower()}
    return letters
