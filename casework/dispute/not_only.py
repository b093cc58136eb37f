"""Words that deny that something is all: "not only the school", "it's more than just the help".

A certificate hangs on it (law L08), so that a doubt ("I don't think it's only that") is one too.
"""

from __future__ import annotations

import re

_NOT = (
    r"(?:\b(?:not|never|hardly|nor|cannot)|"
    r"\b(?:is|are|was|were|do|does|did|has|have|would|could|ai|ca)n'?t)"
)
_NOT_ONLY = re.compile(
    rf"{_NOT}(?: (?:really|actually|all|even|about|purely|be|been|being|want|mean|meant|say|said|"
    r"saying|think|thinking|believe|feel|sure|certain|if|that|it'?s|it is|it was|this is|we|i|"
    r"just (?:about|with)|disagree(?:ing)? with|(?:un)?happy with|a case of|quite|exactly|simply))*"
    r" (?:the )?(?:only|just|solely|purely|simply)\b|"
    r"\bmore (?:to it |wrong |in it )*than (?:(?:just|only|about|with|which|what|the|his|her) )*"
    r"(?:school|college|placement|setting|that|this|it|one|section|[A-K]\b)",
    re.IGNORECASE,
)


def denies_only(text: str) -> bool:
    """True for "it isn't just the school" and "I don't think it's only section I"."""
    return _NOT_ONLY.search(text) is not None
