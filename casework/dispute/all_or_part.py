"""How much of a plan is meant: all of it, all but a part, a part of a plan that is fine, not only.

A certificate hangs on it (law L08): "all fine except F" tells what alone is wrong, "all of it
except section B" takes a part out, and what is worst of it takes no other part out.
"""

from __future__ import annotations

import re

from casework.dispute.field_words import FINE, HELP, SCHOOL

ALL_PARTS = frozenset({"B", "F", "I"})
"""The parts that may be appealed alone, which "all of it" means."""
_PART = (
    rf"(?:(?:the|his|her|their|for|sections?|parts?|name of) )*(?:[a-k]\d?|needs?|{SCHOOL}|{HELP}|"
    rf"health|social care)\b(?: (?:part|bit|section|stuff|side|named?|"
    rf"they (?:named|picked|chose)))*"
)
_ALL_BUT = re.compile(
    r"\b(?:all|everything|every (?:part|section|bit)|the (?:whole )?(?:lot|plan|thing))"
    r"(?: (?:of it|of the plan|in it|in the plan|else|is wrong|wrong|(?:the )?sections?|parts))* "
    r"(?:but|bar|except|apart from|other than)(?: for)? "
    rf"(?P<parts>{_PART}(?:(?:,| and| or)+ {_PART})*)"
    r"(?: (?:is|are) (?:wrong|bad|in dispute|rubbish))?(?: please| really| i think)*\W*$",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r",? ?\b(?:except|apart from|bar|other than|aside from|save for|but not|just not|only not)\b"
    r"(?: (?:for|with|about|that))* ",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    rf"\b(?P<well>{FINE}|happy|content|satisfied|agree[ds]?|"
    rf"(?:nothing|nowt|not (?:a lot|much)) (?:is )?wrong|"
    rf"no (?:problem|issue|complaint|quarrel)s?)\b|"
    rf"\b(?:wrong|bad|rubbish|vague|awful|terrible|poor|disagree|unhappy|missing)\b",
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
_PART_IS_FINE = rf"(?P<part>[^.;,!?]{{1,30}}?) (?:is|are|looks?|seems?)(?: all)* {FINE}\b"
_IS_FINE_AFTER = re.compile(rf"^{_PART_IS_FINE}", re.IGNORECASE)
_ALL_BUT_IT_IS_FINE = re.compile(rf"\b(?:all|everything) but {_PART_IS_FINE}", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;!?\n]")
_IS_ALL = re.compile(
    r"^\W*(?:(?:it'?s|basically|literally|honestly|just|about|pretty much|well|um+|yes|no|i|we|"
    r"disagree with|unhappy with|not happy with|don'?t agree with|want)\W+)*(?:all|everything|"
    r"every(?: single)? (?:part|section|bit)|the lot|"
    r"(?:the|this) (?:whole|entire)(?: (?:lot|plan|thing|ehcp|document))?)(?:,? "
    r"(?:of (?:it|them|the (?:plan|ehcp|sections))|in (?:it|the (?:plan|ehcp))|on it|"
    r"(?:the )?(?:sections?|parts?|bits?)|is|are|was|just|really|so|pretty|wrong|rubbish|bad|awful|"
    r"vague|a (?:joke|mess)|changed|needs? (?:changing|redoing|to change)|tbh|please|"
    r"pls))*(?:\W+(?:but |and )?(?:(?:most(?:ly)?|mainly|especially|esp|particularly|worst|"
    r"above all)\b[^.;!?]{0,40}|"
    r"(?:the )?[\w' ]{1,25}? (?:is|are)(?: (?:by far|definitely))? (?:the )?(?:worst|main|"
    r"biggest)\b[^.;!?]{0,25}))?\W*$",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(
    rf"(?:\b(?:not|never|hardly|nor|cannot)|\b(?:is|are|was|were|do|does|did|has|have|would|could|"
    rf"ai|ca)n'?t)(?: (?:really|actually|all|even|about|purely|be|been|being|want|mean|meant|say|"
    rf"said|saying|think|thinking|believe|feel|sure|certain|if|that|it'?s|it is|it was|this is|we|"
    rf"i|just (?:about|with)|disagree(?:ing)? with|(?:un)?happy with|a case of|quite|exactly|"
    rf"simply))* (?:the )?(?:only|just|solely|purely|simply)\b|"
    rf"\bmore (?:to it |wrong |in it )*than (?:(?:just|only|about|with|which|what|the|his|her) "
    rf")*(?:{SCHOOL}|that|this|it|one|section|[A-K]\b)",
    re.IGNORECASE,
)


def means_all_parts(text: str) -> bool:
    """True for "the whole lot" and "all of it but mostly the school"; nothing else is told."""
    return _IS_ALL.match(text) is not None


def denies_only(text: str) -> bool:
    """True for "it isn't just the school", and for the doubt of "I don't think it's only I"."""
    return _NOT_ONLY.search(text) is not None


def all_but(text: str) -> str | None:
    """The words for the parts that are left out, or None where no "all but" is said."""
    found = _ALL_BUT.search(text)
    return None if found is None or all_fine_but(text) is not None else found["parts"]


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
